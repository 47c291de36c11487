import { describe, expect, it } from 'vitest';
import { createDocument, type DocumentState } from '../../src/local/host/host.ts';
import { messageOf, resultOf, run } from './running.ts';

/** A document with links on B2, A3 and A5, and a filter on A2:C5 that hides row 4. */
function linkedDocument(): DocumentState {
  const document = createDocument();
  Object.assign(document.sheets[0] ?? {}, {
    links: new Map([
      ['2,2', '#B2'],
      ['3,1', '#A3'],
      ['5,1', '#A5'],
    ]),
    filter: { row: 2, column: 1, rows: 4, columns: 3 },
    rowsHiddenByFilter: new Set([4]),
  });
  return document;
}

const FILTER = `const filter = sheet.getFilter(); return filter === null ? null : filter.getRange().getA1Notation()`;

describe('links and the filter move with rows and columns', () => {
  it.each([
    ['sheet.insertRowsBefore(1, 2)', { '4,2': '#B2', '5,1': '#A3', '7,1': '#A5' }, 'A4:C7', [6]],
    ['sheet.insertRowsAfter(3, 1)', { '2,2': '#B2', '3,1': '#A3', '6,1': '#A5' }, 'A2:C6', [5]],
    ['sheet.insertRowsAfter(5, 1)', { '2,2': '#B2', '3,1': '#A3', '5,1': '#A5' }, 'A2:C5', [4]],
    ['sheet.deleteRows(3, 2)', { '2,2': '#B2', '3,1': '#A5' }, 'A2:C3', []],
    ['sheet.deleteRows(1, 2)', { '1,1': '#A3', '3,1': '#A5' }, 'A1:C3', [2]],
    ['sheet.deleteColumns(1, 1)', { '2,1': '#B2' }, 'A2:B5', [4]],
    ['sheet.deleteRows(2, 4)', {}, null, []],
  ])('%s', (call, links, filter, hidden) => {
    const document = linkedDocument();
    run(call, { document });
    const [sheet] = document.sheets;
    expect(Object.fromEntries(sheet?.links ?? [])).toEqual(links);
    expect([...(sheet?.rowsHiddenByFilter ?? [])]).toEqual(hidden);
    expect(resultOf(FILTER, { document })).toBe(filter);
  });
});

describe('a link disappears with the content that it is on', () => {
  it.each([
    [`sheet.getRange('A3').setValue('다른 글')`, ['2,2', '5,1']],
    [`sheet.getRange('A3').setFormula('=B1')`, ['2,2', '5,1']],
    [`sheet.getRange('A3').setFontWeight('bold')`, ['2,2', '3,1', '5,1']],
    [`sheet.getRange('A3:B3').clearContent()`, ['2,2', '5,1']],
    [`sheet.getRange('A2:B3').merge()`, ['5,1']],
    ['sheet.clear()', []],
  ])('%s', (call, left) => {
    const document = linkedDocument();
    run(call, { document });
    expect([...(document.sheets[0]?.links?.keys() ?? [])]).toEqual(left);
  });
});

describe('heights', () => {
  it('setRowHeights sets the height of several rows', () => {
    const body = `sheet.setRowHeights(2, 2, 63); return [1, 2, 3, 4].map((row) => sheet.getRowHeight(row))`;
    expect(resultOf(body)).toEqual([21, 63, 63, 21]);
  });
});

describe('frozen lines', () => {
  it.each(['setFrozenRows', 'setFrozenColumns'])('%s takes no negative number', (method) => {
    expect(messageOf(`sheet.${method}(-1)`)).toBe('Invalid argument: -1');
  });
});
