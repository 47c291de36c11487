import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowAccounts } from '../../src/app/compute/row-accounts.ts';
import { plannedGrids } from '../../src/app/run/plan-writes.ts';
import { audit } from '../../src/domain/audit.ts';
import { isoDateOf } from '../../src/domain/date.ts';
import { calculate } from '../../src/domain/report.ts';
import { INPUT_TABS } from '../../src/domain/tabs.ts';
import { readRecords } from '../../src/sheets/input/read-records.ts';
import { listedFindings } from '../../src/sheets/output/results/listed-finding.ts';
import { isBlank } from '../../src/sheets/raw.ts';
import { onePledge } from '../support/one-pledge.ts';
import { randomRuns } from '../support/random-runs.ts';
import { anyWorkbook } from './any-workbook.ts';
import { figuresOffTheirRows, totalsOffTheirParts } from './figures.ts';

const asOf = fc
  .tuple(
    fc.integer({ min: 2021, max: 2027 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => isoDateOf(year, month, day))
  .filter((date) => date !== null);

describe('a workbook with any cells', () => {
  it('never throws, accounts for every row, and has totals that are the sums of their parts', () => {
    let counted = 0;
    let excluded = 0;
    fc.assert(
      fc.property(anyWorkbook, asOf, asOf, (tabs, day, today) => {
        const read = readRecords(tabs);
        const report = calculate(read.records, { asOf: day, today });
        const findings = listedFindings(
          [...read.findings, ...report.findings, ...audit(read.records, report)],
          read.headings,
        );
        const accounts = rowAccounts(read, report);

        for (const tab of INPUT_TABS) {
          const account = accounts[tab];
          if (account === undefined) continue;
          const { read: rows, counted: taken, afterAsOf, excluded: left, skipped } = account;
          expect(Math.min(rows, taken, afterAsOf, left, skipped)).toBeGreaterThanOrEqual(0);
          expect(taken + afterAsOf + left + skipped).toBe(rows);
          const all = tabs[tab]?.rows ?? [];
          const last = all.findLastIndex((row) => !row.every(isBlank));
          expect(rows).toBe(Math.max(0, last + 1 - (read.headings[tab]?.row ?? 0)));
          counted += taken;
          excluded += left;
          // A row that is left out is listed with its reason.
          if (left > 0) expect(findings.some((finding) => finding.severity !== 'notice')).toBe(true);
        }
        expect(figuresOffTheirRows(report)).toEqual([]);
        expect(totalsOffTheirParts(report)).toEqual([]);

        const grids = plannedGrids('all', onePledge(report, findings, accounts), findings, new Set());
        const values = grids.flatMap(({ grid }) => grid.rows.flat().map(({ value }) => value));
        expect(values.filter((value) => typeof value === 'number' && !Number.isFinite(value))).toEqual([]);
        for (const { what, remedy } of findings) expect(`${what}${remedy}`).not.toMatch(/undefined|NaN/);
      }),
      randomRuns(400),
    );
    // The workbooks must be neither all good nor all bad, or the checks above would say little.
    expect(counted).toBeGreaterThan(1000);
    expect(excluded).toBeGreaterThan(1000);
  });
});
