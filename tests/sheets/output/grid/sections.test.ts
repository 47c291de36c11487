import { describe, expect, it } from 'vitest';
import type { ConditionalFormat } from '../../../../src/sheets/output/grid/charts-and-formats.ts';
import { stacked, withRoomForCharts } from '../../../../src/sheets/output/grid/sections.ts';

const area = { row: 2, column: 3, rows: 4, columns: 1 };

describe('sections below each other', () => {
  it.each<{ what: string; when: ConditionalFormat['when']; moved: ConditionalFormat['when'] }>([
    { what: 'a text', when: { text: '오류 $A1' }, moved: { text: '오류 $A1' } },
    { what: 'a formula', when: { formula: '=$D9<$B9' }, moved: { formula: '=$D16<$B16' } },
    { what: 'rows of two digits', when: { formula: '=$D12<$B12' }, moved: { formula: '=$D19<$B19' } },
    { what: 'columns beyond Z', when: { formula: '=$AD2<$AB2' }, moved: { formula: '=$AD9<$AB9' } },
    { what: 'a number', when: { formula: '=$D2<100' }, moved: { formula: '=$D9<100' } },
  ])('keep a format with $what on its cells', ({ when, moved }) => {
    const { conditionalFormats } = stacked([
      { rows: [[], [], [], [], [], [], []] },
      { rows: [[], []], conditionalFormats: [{ area, when, look: 'behind' }] },
    ]);
    expect(conditionalFormats).toEqual([{ area: { ...area, row: 9 }, when: moved, look: 'behind' }]);
  });
});

describe('a section with charts', () => {
  const chart = { key: 'one', title: '', kind: 'columns', areas: [area], width: 400, colors: [] } as const;

  it.each([
    { where: 'beside a shorter table', place: { row: 1, column: 7, rows: 6, columns: 4 }, rows: 7 },
    { where: 'beside a longer table', place: { row: 1, column: 7, rows: 2, columns: 4 }, rows: 5 },
    { where: 'below the table', place: { row: 5, column: 1, rows: 6, columns: 4 }, rows: 11 },
    { where: 'nowhere', place: null, rows: 5 },
  ])('has room for one $where', ({ place, rows }) => {
    const charts = place === null ? [] : [{ ...chart, place }];
    expect(withRoomForCharts({ rows: [[], [], [], []], charts }).rows).toHaveLength(rows);
  });

  it('moves the chart down with its rows', () => {
    const place = { row: 1, column: 7, rows: 6, columns: 4 };
    const { charts } = stacked([{ rows: [[], []] }, { rows: [[]], charts: [{ ...chart, place }] }]);
    expect(charts[0]).toMatchObject({ place: { ...place, row: 3 }, areas: [{ ...area, row: 4 }] });
  });
});
