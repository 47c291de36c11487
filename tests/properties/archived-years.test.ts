/**
 * What archiving promises: the lines give the figures of their rows, whether these still stand or have been deleted, as of every date
 * from the end of the archived years on.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computed, NOTHING_AROUND } from '../../src/app/compute.ts';
import { plannedGrids } from '../../src/app/plan-writes.ts';
import { runResultOf } from '../../src/app/run-result.ts';
import type { StoredBlock } from '../../src/domain/archive.ts';
import { withoutArchivedRows } from '../../src/domain/archived-rows.ts';
import { archiveBlock } from '../../src/domain/archiving.ts';
import { monthlyFiguresOf } from '../../src/domain/monthly-record.ts';
import type { Records } from '../../src/domain/records.ts';
import { calculate, type Report } from '../../src/domain/report.ts';
import { countedRowsAt, lastingFacts } from '../../src/domain/row-facts.ts';
import type { StatusChange } from '../../src/domain/status-history.ts';
import type { StatusBreakdown } from '../../src/domain/suggestions.ts';
import { HANDLING_STATUSES } from '../../src/domain/words.ts';
import { archivedRecords } from '../../src/sheets/input/archived-records.ts';
import type { RawTabs } from '../../src/sheets/input/read-records.ts';
import { openNameTable } from '../../src/sheets/name-table.ts';
import { anyHistory, anyRecords } from '../domain/any-records.ts';
import { date } from '../domain/ledger.ts';
import { tabsWith } from '../performance/rows.ts';
import { type Archived, archivedUpTo, figuresOf, withoutDeletableRows } from '../support/archiving.ts';
import { day } from '../support/workbooks.ts';
import { anyWorkbook } from './any-workbook.ts';

const TODAY = day('2027-01-04');
const NOTHING: Archived = { archive: [], history: [] };

/** How many rows were read is told beside the figures, and is no figure. */
const OF_ROWS = /행 가운데/;
/** Where a suggestion stands that has been open for long: rows above it may have been deleted. */
const ROW_OF_OPEN = /^(.* \| \d{4}\. \d+\. \d+\. \| .* \| \d+ \| \d+) \| \d+$/;

function shownFor(tabs: RawTabs, asOf: string, archived: Archived) {
  const { report, findings, accounts } = computed(tabs, day(asOf), TODAY, { ...NOTHING_AROUND, ...archived });
  if (report === null) throw new Error('no figures');
  const { meetings, suggestions, budget } = runResultOf(report, accounts, findings);
  const grids = plannedGrids('all', report, findings, accounts, new Set());
  const lines = new Map(
    grids.map(({ tab, grid }) => [
      tab,
      grid.rows
        .map((row) =>
          row
            .map(({ value }) => value)
            .join(' | ')
            .replace(ROW_OF_OPEN, '$1'),
        )
        .filter((line) => !OF_ROWS.test(line)),
    ]),
  );
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, cell }) => `${code} ${cell}`);
  return { figures: { meetings, suggestions, budget }, lines, errors };
}

describe('a workbook with thousands of rows', () => {
  const tabs = tabsWith(2000);
  const once = archivedUpTo(tabs, 2023, TODAY, NOTHING);
  const twice = archivedUpTo(tabs, 2024, TODAY, once);
  const deletedOnce = withoutDeletableRows(tabs, TODAY, once);
  const deletedTwice = withoutDeletableRows(deletedOnce, TODAY, twice);

  it('has fewer rows afterwards', () => {
    const rows = (of: RawTabs) => [of.meetings, of.suggestions, of.executions].map((tab) => tab?.rows.length);
    expect(rows(tabs)).toEqual([2001, 2001, 2001]);
    expect(rows(deletedTwice)).toEqual([571, 1534, 571]);
  });

  it.each([
    ['2023-12-31', 'rows stand', tabs, once],
    ['2023-12-31', 'rows deleted', deletedOnce, once],
    ['2024-03-15', 'rows deleted', deletedOnce, once],
    ['2024-12-31', 'rows deleted', deletedOnce, once],
    ['2024-12-31', 'rows of both stand', tabs, twice],
    ['2024-12-31', 'rows of the first deleted', deletedOnce, twice],
    ['2024-12-31', 'rows of both deleted', deletedTwice, twice],
    ['2025-06-30', 'rows of both deleted', deletedTwice, twice],
  ])('shows the same in every tab as of %s: %s', (asOf, _, left, archived) => {
    const before = shownFor(tabs, asOf, NOTHING);
    const after = shownFor(left, asOf, archived);
    expect(after.figures).toEqual(before.figures);
    expect(after.errors).toEqual(before.errors);
    for (const tab of ['meetings', 'suggestions', 'budget', 'report'] as const) {
      expect(after.lines.get(tab), tab).toEqual(before.lines.get(tab));
    }
  });

  it('cannot tell of suggestions within an archived year, and says so', () => {
    expect(shownFor(deletedOnce, '2023-06-30', once).errors).toEqual(['as-of-before-archive ']);
  });
});

describe('a hundred thousand rows in each log', () => {
  it('of three years become a few thousand lines, and the suggestions that are still open stay', () => {
    const tabs = tabsWith(100_000);
    const archived = archivedUpTo(tabs, 2024, TODAY, NOTHING);
    const left = withoutDeletableRows(tabs, TODAY, archived);
    const lines = archived.archive.flatMap((block) => block.lines).map(({ line }) => line);
    const told = (['meetings', 'suggestions', 'executions'] as const).map((tab) => {
      const gone = (tabs[tab]?.rows.length ?? 0) - (left[tab]?.rows.length ?? 0);
      return { tab, gone, lines: lines.filter((line) => line.tab === tab).length };
    });
    console.log(told.map(({ tab, gone, lines: few }) => `${tab}: ${gone} rows in ${few} lines`).join('\n'));
    for (const { gone, lines: few } of told) expect(gone / few).toBeGreaterThan(3);
  });
});

const LAST_YEAR = 2023;
const THEN = date('2024-07-31');

/** The records with their past year archived; the rows of it still standing, or deleted. */
function archivedYear(records: Records, history: readonly StatusChange[], standing: boolean): Records {
  const about = { lastYear: LAST_YEAR, archivedAt: '2024-07-31 09:00:00', today: THEN };
  const block = archiveBlock(records, history, about);
  const stored: StoredBlock[] = [
    { ...block, lines: block.lines.map((line, index) => ({ line, row: index + 2 })) },
  ];
  const names = openNameTable<string>([], (name) => name);
  const archived = archivedRecords(stored, {
    origins: names,
    dongs: names,
    departments: names,
    categories: openNameTable(
      records.categories.map((value) => ({ value, name: value.name })),
      (name) => ({ kind: 'named', name, scheduleRow: null }),
    ),
  });
  const apart = withoutArchivedRows({ ...records, archived }, stored, history, THEN);
  expect(apart.findings.map(({ problem }) => problem.code)).toEqual(['archived-years']);
  if (standing) return apart.records;
  const again = withoutArchivedRows(apart.records, stored, history, THEN);
  expect(again.findings.flatMap(({ problem }) => ('standing' in problem ? problem.standing : []))).toEqual(
    [],
  );
  return again.records;
}

/** Everything that is counted, by name: names may come up in another order where rows of a year stay. */
function countedIn({ meetings, suggestions, budget, ...report }: Report) {
  const statuses = (row: StatusBreakdown) => [
    row.total.value,
    ...HANDLING_STATUSES.map((status) => row.statuses[status].value),
    row.noStatus.value,
    row.unknownThen.value,
  ];
  const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();
  return {
    figures: monthlyFiguresOf({ meetings, suggestions, budget, ...report }),
    categories: sorted(
      (meetings?.categories ?? []).map(({ year, category, held, groups, attendees }) => [
        year,
        category.name,
        held.value,
        groups.value,
        attendees.value,
        attendees.approximate,
      ]),
    ),
    origins: sorted((suggestions?.origins ?? []).map((row) => [row.year, row.origin, ...statuses(row)])),
    dongs: sorted((suggestions?.dongs ?? []).map((row) => [row.name, ...statuses(row)])),
    open: (suggestions?.open ?? []).map(({ suggestion, status }) => [suggestion.received.row, status]),
    budget: (budget?.years ?? []).map(({ year, total }) => [year, total.planned.value, total.executed.value]),
    targetsMet: report.outlook?.targetsMet,
  };
}

/** Two rows with one receipt number stop an archiving. */
function withoutDoubledNumbers(records: Records): Records {
  const seen = new Set<string>();
  return {
    ...records,
    suggestions: (records.suggestions ?? []).filter(({ number }) => {
      if (number === null) return true;
      const isNew = !seen.has(number);
      seen.add(number);
      return isNew;
    }),
  };
}

describe('any rows and any history', () => {
  it.each([
    ['the rows stand', true],
    ['the rows are deleted', false],
  ])('give the same figures at the end of the year and ever after: %s', (_, standing) => {
    fc.assert(
      fc.property(
        anyRecords.map(withoutDoubledNumbers),
        anyHistory,
        fc.constantFrom('2023-12-31', '2024-01-20', '2024-02-29', '2024-06-30').map(date),
        (records, history, asOf) => {
          const clock = { asOf, today: THEN };
          const after = archivedYear(records, history, standing);
          expect(countedIn(calculate(after, clock, history))).toEqual(
            countedIn(calculate(records, clock, history)),
          );
          const rowFigures = (of: Records) =>
            countedRowsAt(lastingFacts(of, history, THEN), [asOf])[0]?.figures;
          expect(rowFigures(after)).toEqual(rowFigures(records));
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** Deleting rows moves merged cells, which is the platform's business. */
function withoutMerges(tabs: RawTabs): RawTabs {
  return Object.fromEntries(Object.entries(tabs).map(([tab, raw]) => [tab, { ...raw, merges: () => [] }]));
}

describe('a workbook of whatever cells', () => {
  it('gives the same figures after one year has been archived, and another', () => {
    fc.assert(
      fc.property(
        anyWorkbook.map(withoutMerges).filter((tabs) => {
          const { read, report } = computed(tabs, day('2024-12-31'), TODAY);
          const numbers = (read.records.suggestions ?? []).flatMap(({ number }) => number ?? []);
          return report !== null && new Set(numbers).size === numbers.length;
        }),
        (tabs) => {
          const once = archivedUpTo(tabs, 2023, TODAY, NOTHING);
          const left = withoutDeletableRows(tabs, TODAY, once);
          const twice = archivedUpTo(left, 2024, TODAY, once);
          const states = [
            { of: tabs, archived: once, dates: ['2023-12-31', '2024-06-15', '2027-01-04'] },
            { of: left, archived: once, dates: ['2023-12-31', '2024-06-15', '2027-01-04'] },
            { of: left, archived: twice, dates: ['2024-12-31', '2027-01-04'] },
            {
              of: withoutDeletableRows(left, TODAY, twice),
              archived: twice,
              dates: ['2024-12-31', '2027-01-04'],
            },
          ];
          for (const { of, archived, dates } of states) {
            for (const asOf of dates) {
              expect(figuresOf(of, day(asOf), TODAY, archived)).toEqual(
                figuresOf(tabs, day(asOf), TODAY, NOTHING),
              );
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
