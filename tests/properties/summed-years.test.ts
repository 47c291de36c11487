/**
 * A book with too many rows is advised to sum up ended years (FEWER_ROWS in
 * src/sheets/messages/capacity-text.ts). This checks what the advice promises: every figure and table stays
 * the same from the last day of these years on.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeReport, EMPTY_CONTEXT } from '../../src/app/compute/compute.ts';
import { gridOfTab } from '../../src/app/run/plan-writes.ts';
import { type Period, yearOf } from '../../src/domain/date.ts';
import type { Source } from '../../src/domain/figure.ts';
import { monthlyFiguresOf } from '../../src/domain/months/monthly-figures.ts';
import type { Execution, Meeting, Records, Suggestion } from '../../src/domain/records.ts';
import { newStatusChanges, type StatusChange } from '../../src/domain/suggestions/status-history.ts';
import { ENDED_STATUSES, type HandlingStatus } from '../../src/domain/words.ts';
import { fundingSourceName, handlingStatusName } from '../../src/sheets/names.ts';
import type { RawCell, RawTab, RawTabs } from '../../src/sheets/raw.ts';
import { tabsWith } from '../performance/rows.ts';
import { onePledge } from '../support/one-pledge.ts';
import { randomRuns } from '../support/random-runs.ts';
import { day } from '../support/workbooks.ts';
import { anyWorkbook } from './any-workbook.ts';
import { type CleanWorkbook, cleanWorkbook, tabsOf } from './clean-workbook.ts';

/** Tabs whose rows the advice sums up. */
const SUMMED_TABS = ['meetings', 'suggestions', 'executions'] as const;
type SummedTab = (typeof SUMMED_TABS)[number];

const TODAY = day('2027-01-04');

interface SummedRow {
  /** Rows with the same text here become one row. */
  readonly group: string;
  /** Cells keyed by field. Fields without a key stay blank. */
  readonly cells: (rows: readonly Row[]) => Readonly<Record<string, RawCell>>;
}

type Row = Meeting | Suggestion | Execution;

const sourceOf = (row: Row): Source =>
  'held' in row ? row.held : 'received' in row ? row.received : row.executed;

/** `120`, or `약 120개소` if any of the numbers is an estimate; blank if no row has one. */
function sumCell(sources: readonly (Source | null)[], unit = ''): RawCell {
  const known = sources.filter((source) => source !== null);
  if (known.length === 0) return '';
  const sum = known.reduce((total, { amount }) => total + amount, 0);
  const isExact = known.every(({ approximate }) => !approximate);
  return isExact && unit === '' ? sum : `${isExact ? '' : '약 '}${sum}${unit}`;
}

const yearCell = ({ first }: Period): RawCell => `${yearOf(first)}년`;

/** Ignores years before 1900, which nobody types on purpose. */
const isEnded = ({ last }: Period, lastYear: number) => yearOf(last) >= 1900 && yearOf(last) <= lastYear;

const ENDED: ReadonlySet<HandlingStatus | null> = new Set(ENDED_STATUSES);

interface SummingUp {
  readonly lastYear: number;
  /** Whether the tables by 동 and 소관부서 must stay the same too. */
  readonly byPlace: boolean;
}

/** The summed row that a row goes into; null: the row stays. */
function summedRowOf(row: Row, { lastYear, byPlace }: SummingUp): SummedRow | null {
  if (!isEnded(row.date, lastYear)) return null;
  const date = yearCell(row.date);
  if ('held' in row) {
    const { kind, name } = row.category;
    const category = kind === 'uncategorised' ? '' : name;
    return {
      group: JSON.stringify([date, kind, name, row.groupsAreSites]),
      cells: (rows) => {
        const meetings = rows.flatMap((other) => ('held' in other ? [other] : []));
        return {
          date,
          category,
          times: sumCell(meetings.map(({ held }) => held)),
          groups: sumCell(
            meetings.map(({ groups }) => groups),
            row.groupsAreSites ? '개소' : '',
          ),
          attendees: sumCell(meetings.map(({ attendees }) => attendees)),
        };
      },
    };
  }
  if ('executed' in row) {
    const fundingSource = fundingSourceName(row.fundingSource);
    return {
      group: JSON.stringify([date, fundingSource]),
      cells: (rows) => ({ date, fundingSource, executed: sumCell(rows.map(sourceOf)) }),
    };
  }
  const { occasion, dong, department, status, handledOn } = row;
  if (status === null || !ENDED.has(status)) return null;
  if (handledOn === null || !isEnded(handledOn, lastYear)) return null;
  const place = byPlace ? { dong: dong ?? '', department: department ?? '' } : {};
  const names = { occasion: occasion ?? '', ...place };
  const end = { status: handlingStatusName(status), handledOn: yearCell(handledOn) };
  return {
    group: JSON.stringify([date, names, end]),
    cells: (rows) => ({ date, ...names, ...end, times: sumCell(rows.map(sourceOf)) }),
  };
}

function rowsIn(records: Records, tab: SummedTab): readonly Row[] {
  return records[tab] ?? [];
}

/** The column for the count, added if the tab lacks it. Without it a summed row would count 1. */
const TIMES_HEADINGS: Readonly<Record<SummedTab, string | null>> = {
  meetings: '횟수',
  suggestions: '건수',
  executions: null,
};

/** The tabs after somebody has followed FEWER_ROWS. Each summed row replaces the first of its rows. */
function summedUp(tabs: RawTabs, how: SummingUp): RawTabs {
  const { records, headings } = computeReport(tabs, TODAY, TODAY).read;
  const changed: Partial<Record<SummedTab, RawTab>> = {};
  for (const tab of SUMMED_TABS) {
    const [raw, ofTab] = [tabs[tab], headings[tab]];
    if (raw === undefined || ofTab === undefined) continue;
    const groups = new Map<string, { readonly summed: SummedRow; readonly rows: Row[] }>();
    for (const row of rowsIn(records, tab)) {
      const summed = summedRowOf(row, how);
      if (summed === null) continue;
      const group = groups.get(summed.group);
      if (group === undefined) groups.set(summed.group, { summed, rows: [row] });
      else group.rows.push(row);
    }
    const timesHeading = TIMES_HEADINGS[tab];
    const isTimesMade = timesHeading !== null && !ofTab.cells.has('times');
    const replaced = new Map<number, readonly RawCell[] | null>();
    for (const { summed, rows } of groups.values()) {
      const cells: RawCell[] = (raw.rows[ofTab.row - 1] ?? []).map(() => '');
      for (const [field, cell] of Object.entries(summed.cells(rows))) {
        const place = ofTab.cells.get(field);
        if (place !== undefined) cells[place.column - 1] = cell;
        else if (field === 'times') cells.push(cell);
      }
      rows.forEach((row, index) => {
        replaced.set(sourceOf(row).row, index === 0 ? cells : null);
      });
    }
    changed[tab] = {
      ...raw,
      rows: raw.rows.flatMap((row, index) => {
        const cells = replaced.get(index + 1);
        if (cells === undefined)
          return [isTimesMade ? [...row, index + 1 === ofTab.row ? timesHeading : ''] : row];
        return cells === null ? [] : [cells];
      }),
    };
  }
  return { ...tabs, ...changed };
}

/** Removes rows that are errors. FEWER_ROWS tells people to correct these first. */
function withoutErrors(tabs: RawTabs): RawTabs {
  const { findings, read } = computeReport(tabs, TODAY, TODAY);
  const left = SUMMED_TABS.flatMap((tab) => {
    const [raw, headings] = [tabs[tab], read.headings[tab]];
    if (raw === undefined || headings === undefined) return [];
    const wrong = new Set(
      findings
        .filter((finding) => finding.severity === 'error' && finding.tab === raw.name)
        .map(({ cell }) => Number(/\d+/.exec(cell)?.[0])),
    );
    const rows = raw.rows.filter((_, index) => index < headings.row || !wrong.has(index + 1));
    return [[tab, { ...raw, rows }] as const];
  });
  return { ...tabs, ...Object.fromEntries(left) };
}

/** Deleting rows would also move merged cells, which Google Sheets takes care of. */
function withoutMerges(tabs: RawTabs): RawTabs {
  return Object.fromEntries(Object.entries(tabs).map(([tab, raw]) => [tab, { ...raw, merges: () => [] }]));
}

/**
 * Lines about single rows: how many were read, single suggestions, and forecasts. Summing up changes them by
 * design.
 */
const OF_SINGLE_ROWS = /행 가운데|^ \| 그 가운데|^※/;
/** The row number at the end of a line of {@link OF_OPEN}. */
const ROW_OF_OPEN = / \| \d+$/;
const CONTENT_OF_PEOPLE = /^([^|]* \| \d{4} \| [^|]* \| [^|]* \| [^|]*) \| .*$/s;
/** Titles of tables that summing up changes by design. */
const OF_QUARTERS = ['일정 대비 실적', '분기별 계획과 실적', '목표를 이룬 때'];
const BY_PLACE = ['동별', '소관부서별'];
const OF_OPEN = ['가장 오래 남아 있는 건의'];

/** Doubles all rows, so that there is more to sum up. */
function withRowsTwice(tabs: RawTabs): RawTabs {
  const twice = SUMMED_TABS.flatMap((tab) => {
    const raw = tabs[tab];
    return raw === undefined ? [] : [[tab, { ...raw, rows: [...raw.rows, ...raw.rows] }] as const];
  });
  return { ...tabs, ...Object.fromEntries(twice) };
}

/** What else decides the tables to compare. */
interface Look {
  readonly history?: readonly StatusChange[];
  /** Titles of tables to ignore. */
  readonly without?: readonly string[];
}

const SHOWN_TABS = ['meetings', 'suggestions', 'budget'] as const;

/** The key figures, and the tables of 소통누적, 건의현황 and 예산현황. */
function shownOn(tabs: RawTabs, asOf: string, { history = [], without = [] }: Look = {}) {
  const context = { ...EMPTY_CONTEXT, history };
  const { report, findings, accounts } = computeReport(tabs, day(asOf), TODAY, context);
  if (report === null) return null;
  const left = [...OF_QUARTERS, ...without];
  const tables = SHOWN_TABS.flatMap((tab) => {
    const rows = gridOfTab(tab, onePledge(report, findings, accounts), findings)?.rows ?? [];
    return tablesOf(rows.map((row) => row.map(({ value }) => value).join(' | ')));
  });
  return {
    figures: monthlyFiguresOf(report),
    tables: tables.filter(([title = '']) => !left.some((start) => title.startsWith(start))),
  };
}

/** Splits a tab into its tables, which are separated by blank rows. */
function tablesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const tables: string[][] = [[]];
  for (const line of lines) {
    if (line === '') tables.push([]);
    else if (!OF_SINGLE_ROWS.test(line)) tables.at(-1)?.push(line.replace(CONTENT_OF_PEOPLE, '$1'));
  }
  return tables.map((table) => {
    const isOfOpen = OF_OPEN.some((title) => table[0]?.startsWith(title));
    return isOfOpen ? table.map((line) => line.replace(ROW_OF_OPEN, '')) : table;
  });
}

const MOST_YEARS = 50;
const LAST_YEARS = [2022, 2023, 2024] as const;
const YEAR_ENDS = ['2022-12-31', '2023-12-31', '2024-12-31', '2025-12-31'];
const OTHER_DATES = ['2024-06-15', '2025-08-20', '2027-01-04'];

const anySummingUp: fc.Arbitrary<SummingUp> = fc.record({
  lastYear: fc.constantFrom(...LAST_YEARS),
  byPlace: fc.boolean(),
});

/** Dates from the last day of the year on. */
function datesFrom(year: number): readonly string[] {
  return [...YEAR_ENDS, ...OTHER_DATES].filter((date) => date >= `${year}-12-31`);
}

function changedBy({ byPlace }: SummingUp): readonly string[] {
  return byPlace ? [] : BY_PLACE;
}

function errorsIn(tabs: RawTabs): readonly string[] {
  const { findings } = computeReport(tabs, TODAY, TODAY);
  return findings.filter(({ severity }) => severity === 'error').map(({ code, found }) => `${code} ${found}`);
}

describe('a workbook whose ended years have been summed up', () => {
  it('with any cells shows the same at the end of each of these years and ever after', () => {
    let summed = 0;
    fc.assert(
      fc.property(
        anyWorkbook.map(withoutMerges).map(withRowsTwice).map(withoutErrors).map(withoutErrors),
        anySummingUp,
        (tabs, how) => {
          // A row of the year 1000 would make slow tables of a thousand years.
          fc.pre((computeReport(tabs, TODAY, TODAY).report?.years.length ?? 0) < MOST_YEARS);
          const after = summedUp(tabs, how);
          const errors = errorsIn(after);
          // Skip cases whose sum is too large for a cell: that is reported as an error.
          fc.pre(!errors.some((error) => error.startsWith('too-large')));
          expect(errors.toSorted()).toEqual(errorsIn(tabs).toSorted());
          for (const asOf of new Set([...YEAR_ENDS, ...datesFrom(how.lastYear)])) {
            // Before then, some suggestions that are summed up now were still open.
            const open = asOf >= `${how.lastYear}-12-31` ? [] : OF_OPEN;
            const look = { without: [...changedBy(how), ...open] };
            expect(shownOn(after, asOf, look), asOf).toEqual(shownOn(tabs, asOf, look));
          }
          const rows = (of: RawTabs) =>
            SUMMED_TABS.reduce((sum, tab) => sum + (of[tab]?.rows.length ?? 0), 0);
          summed += rows(tabs) - rows(after);
        },
      ),
      randomRuns(100),
    );
    expect(summed).toBeGreaterThan(100);
  });

  it('shows the same from the last day of these years on, whatever earlier runs have recorded of its suggestions', () => {
    fc.assert(
      fc.property(
        cleanWorkbook,
        fc.uniqueArray(fc.constantFrom(...RUNS), { maxLength: 4 }),
        anySummingUp,
        (workbook, runs, how) => {
          const history = historyOf(workbook, runs.toSorted());
          const tabs = tabsOf(workbook);
          const after = summedUp(tabs, how);
          const look = { history, without: changedBy(how) };
          for (const asOf of datesFrom(how.lastYear)) {
            expect(shownOn(after, asOf, look), asOf).toEqual(shownOn(tabs, asOf, look));
          }
        },
      ),
      randomRuns(60),
    );
  });
});

const RUNS = ['2022-11-01', '2023-02-01', '2023-12-20', '2024-03-01', '2025-01-02', '2026-07-01'];

/** What runs on these days would have recorded, if staff enter each status on the day of 처리일. */
function historyOf(workbook: CleanWorkbook, runs: readonly string[]): readonly StatusChange[] {
  const history: StatusChange[] = [];
  for (const run of runs) {
    const suggestions = workbook.suggestions
      .filter(({ date }) => date <= run)
      .map((row) =>
        row.handledOn === null || row.handledOn <= run
          ? row
          : { ...row, status: 'inProgress' as const, handledOn: null },
      );
    const { records } = computeReport(tabsOf({ ...workbook, suggestions }), day(run), day(run)).read;
    history.push(...newStatusChanges(records.suggestions ?? [], history, day(run)));
  }
  return history;
}

describe('a workbook with thousands of rows', () => {
  const tabs = tabsWith(2000);
  const how = { lastYear: 2024, byPlace: false };
  const after = summedUp(tabs, how);

  it('keeps only rows of later years, open suggestions, and the summed rows', () => {
    const rows = (of: RawTabs) => SUMMED_TABS.map((tab) => of[tab]?.rows.length);
    expect(rows(tabs)).toEqual([2001, 2001, 2001]);
    expect(rows(after)).toEqual([592, 1893, 583]);
  });

  it.each(datesFrom(2024))('shows the same as of %s', (asOf) => {
    const look = { without: changedBy(how) };
    expect(shownOn(after, asOf, look)).toEqual(shownOn(tabs, asOf, look));
  });

  it('reports every summed row if the as-of date is within its year', () => {
    const { findings } = computeReport(after, day('2024-06-30'), TODAY);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(new Set(errors.map(({ code, tab }) => `${tab}: ${code}`))).toEqual(
      new Set(['소통기록: undecidable-date', '건의사항: undecidable-date', '예산집행: undecidable-date']),
    );
  });
});
