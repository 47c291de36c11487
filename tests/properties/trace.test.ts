/** The rows behind every number of every result tab, of any workbook whatever. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recalculate } from '../../src/app/recalculate.ts';
import { trace } from '../../src/app/trace.ts';
import { columnLetters } from '../../src/sheets/addresses.ts';
import { traceFault, worldOf } from '../app/trace-world.ts';
import { randomRuns } from '../support/random-runs.ts';
import { anyWorkbook } from './any-workbook.ts';

describe('the rows behind a number', () => {
  it('sum to it, in every cell of every result tab', () => {
    let traced = 0;
    let withRows = 0;
    fc.assert(
      fc.property(anyWorkbook, fc.constantFrom('2022-12-31', '2024-03-31', '2025-08-15'), (tabs, asOf) => {
        const { environment, results } = worldOf(Object.values(tabs));
        recalculate(environment, 'all', asOf);
        for (const [tab, rows] of results) {
          rows.forEach((cells, row) => {
            cells.forEach((shown, column) => {
              if (typeof shown !== 'number') return;
              const cell = `${columnLetters(column + 1)}${row + 1}`;
              const answer = trace(environment, tab, cell);
              expect(traceFault(shown, answer), `${tab}!${cell}`).toBeNull();
              traced += 1;
              if (answer.status === 'done' && answer.parts.every((part) => part.rows.length > 0))
                withRows += 1;
            });
          });
        }
      }),
      randomRuns(12),
    );
    expect(traced).toBeGreaterThan(500);
    expect(withRows).toBeGreaterThan(100);
  });
});
