/** The rows behind every number of every result tab, for any workbook. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recalculate } from '../../src/app/recalculate.ts';
import { trace } from '../../src/app/trace/trace.ts';
import { INPUT_TABS } from '../../src/domain/tabs.ts';
import { FACILITY } from '../../src/local/samples/facility.ts';
import { OFFICE } from '../../src/local/samples/office.ts';
import { columnLetters } from '../../src/sheets/addresses.ts';
import { INPUT_TAB_NAMES } from '../../src/sheets/input/tabs.ts';
import type { RawTab } from '../../src/sheets/raw.ts';
import { traceFault, worldOf } from '../app/trace/trace-world.ts';
import { FACILITY_TABLES } from '../support/facility-tables.ts';
import { randomRuns } from '../support/random-runs.ts';
import { anyWorkbook } from './any-workbook.ts';

/** Checks every number of every result tab against its rows. */
function traced(
  tabs: readonly RawTab[],
  asOf: string,
): { readonly numbers: number; readonly withRows: number } {
  let numbers = 0;
  let withRows = 0;
  const { environment, results } = worldOf(tabs);
  recalculate(environment, 'all', asOf);
  for (const [tab, rows] of results) {
    rows.forEach((cells, row) => {
      cells.forEach((shown, column) => {
        if (typeof shown !== 'number') return;
        const cell = `${columnLetters(column + 1)}${row + 1}`;
        const answer = trace(environment, tab, cell);
        expect(traceFault(shown, answer), `${tab}!${cell}`).toBeNull();
        numbers += 1;
        if (answer.status === 'done' && answer.parts.every((part) => part.rows.length > 0)) withRows += 1;
      });
    });
  }
  return { numbers, withRows };
}

describe('the rows behind a number', () => {
  it('sum to it, in every cell of every result tab', () => {
    const sums = { numbers: 0, withRows: 0 };
    fc.assert(
      fc.property(anyWorkbook, fc.constantFrom('2022-12-31', '2024-03-31', '2025-08-15'), (tabs, asOf) => {
        const { numbers, withRows } = traced(Object.values(tabs), asOf);
        sums.numbers += numbers;
        sums.withRows += withRows;
      }),
      randomRuns(12),
    );
    expect(sums.numbers).toBeGreaterThan(500);
    expect(sums.withRows).toBeGreaterThan(100);
  });

  it('sum to it in the facility sample, where the last value replaces earlier ones', () => {
    const tabs = INPUT_TABS.flatMap((tab) => {
      const rows = FACILITY_TABLES[tab];
      if (rows === undefined) return [];
      const width = Math.max(...rows.map((row) => row.length));
      return [
        {
          name: INPUT_TAB_NAMES[tab],
          rows: rows.map((row) => [...row, ...Array(width - row.length).fill('')]),
        },
      ];
    });
    expect(traced(tabs, FACILITY.asOf).withRows).toBeGreaterThan(150);
  });

  it('sum to it in the office sample, where 총괄 covers all pledges', () => {
    const tabs = [
      { tab: 'pledge' as const, headings: ['항목', '값', '설명'], rows: OFFICE.settings },
      ...OFFICE.tabs,
    ].map(({ tab, headings, rows }) => {
      const all = [headings ?? [], ...rows];
      return {
        name: INPUT_TAB_NAMES[tab],
        rows: all.map((row) => (headings ?? []).map((_, column) => row[column] ?? '')),
      };
    });
    const { numbers, withRows } = traced(tabs, OFFICE.asOf);
    expect(numbers).toBeGreaterThan(300);
    expect(withRows).toBeGreaterThan(250);
  });
});
