/**
 * Every number on every result tab leads to its rows. Each of several hundred numbers takes an execution of
 * the script.
 */
import { describe, expect, it } from 'vitest';
import type { TraceAnswer } from '../../src/app/trace/trace.ts';
import { columnLetters } from '../../src/sheets/addresses.ts';
import { traceFault } from '../app/trace/trace-world.ts';
import { messyDocument, PHONE } from '../samples/load-messy.ts';
import { hostOf, RESULT_TABS, recalculated, sampleDocument } from '../support/running.ts';
import { sheetNamed } from '../support/workbooks.ts';

describe('the rows behind every number', () => {
  it.each([
    ['the sample', sampleDocument(), '2024-03-31'],
    ['the messy workbook', messyDocument(), '2024-03-31'],
  ])('of %s', (_, document, asOf) => {
    recalculated(document, asOf);
    const host = hostOf(document);
    const withoutRows = new Map<string, number>();
    let traced = 0;
    for (const tab of RESULT_TABS) {
      sheetNamed(document, tab).values.forEach((cells, row) => {
        cells.forEach((shown, column) => {
          if (typeof shown !== 'number') return;
          const cell = `${columnLetters(column + 1)}${row + 1}`;
          const { result, error } = host.execute('traceCell', [tab, cell]);
          expect(error).toBeNull();
          // This type describes what the bundle's function returns.
          const answer = result as TraceAnswer;
          expect(traceFault(shown, answer), `${tab}!${cell}`).toBeNull();
          expect(JSON.stringify(answer)).not.toContain(PHONE);
          if (answer.status === 'done') traced += 1;
          else withoutRows.set(tab, (withoutRows.get(tab) ?? 0) + 1);
        });
      });
    }
    expect(traced).toBeGreaterThan(300);
    // These four tabs also hold numbers without rows: remaining quarters and meetings per quarter, days
    // passed, rows read.
    const others = [...withoutRows].filter(([tab]) => !/^(소통누적|건의현황|실적보고|점검)$/.test(tab));
    // The one on 요약 is the number of errors, which 점검 lists.
    expect(others).toEqual([['요약', 1]]);
  });
});
