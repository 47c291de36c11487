/**
 * The way out that a full spreadsheet is told: rows of past years that are alike become one with their sum, and what they add up to
 * stays. What asks for single rows does not: the day on which a target was reached is then the end of its month.
 */
import { describe, expect, it } from 'vitest';
import { computed } from '../../src/app/compute.ts';
import { plannedGrids } from '../../src/app/plan-writes.ts';
import { runResultOf } from '../../src/app/run-result.ts';
import { isoDateFrom, lastDayOfMonth } from '../../src/domain/date.ts';
import type { RawTabs } from '../../src/sheets/input/read-records.ts';
import { isDateCell, type RawCell, type RawTab } from '../../src/sheets/raw.ts';
import { tabsWith } from '../performance/rows.ts';
import { day } from '../support/workbooks.ts';

const TODAY = day('2027-01-04');

interface Log {
  readonly tab: 'meetings' | 'executions';
  readonly date: string;
  /** Columns that must be the same. */
  readonly alike: readonly string[];
  /** Columns that are added up; blank where all are. */
  readonly summed: readonly string[];
  /** The one of these whose blank is one. */
  readonly onceWhenBlank: string | null;
}

const LOGS: readonly Log[] = [
  {
    tab: 'meetings',
    date: '일자',
    alike: ['분류'],
    summed: ['횟수', '단체수', '참석인원'],
    onceWhenBlank: '횟수',
  },
  { tab: 'executions', date: '집행일', alike: ['재원'], summed: ['금액(원)'], onceWhenBlank: null },
];

function withFewerRows(tabs: RawTabs, lastYear: number): RawTabs {
  const fewer = LOGS.map((log): [Log['tab'], RawTab] => {
    const tab = tabs[log.tab];
    if (tab === undefined) throw new Error(`no ${log.tab}`);
    return [log.tab, { ...tab, rows: fewerRows(tab.rows, log, lastYear) }];
  });
  return { ...tabs, ...Object.fromEntries(fewer) };
}

function fewerRows(
  [headings = [], ...rows]: RawTab['rows'],
  { date, alike, summed, onceWhenBlank }: Log,
  lastYear: number,
): RawTab['rows'] {
  const column = (heading: string) => headings.indexOf(heading);
  // Where the first of a group stands: names are shown in the order in which they come up.
  const groups = new Map<string, RawCell[][]>();
  rows.forEach((row, index) => {
    const dated = row[column(date)] ?? '';
    const isMerged = isDateCell(dated) && Number(dated.date.slice(0, 4)) <= lastYear;
    const key = isMerged
      ? JSON.stringify([dated.date.slice(0, 7), ...alike.map((heading) => row[column(heading)])])
      : `row ${index}`;
    groups.set(key, [...(groups.get(key) ?? []), [...row]]);
  });
  const merged = [...groups.values()].map((group) => {
    const [first = []] = group;
    const dated = first[column(date)] ?? '';
    if (group.length === 1 || !isDateCell(dated)) return first;
    const last = isoDateFrom(lastDayOfMonth(dated.date.slice(0, 7)) ?? '');
    return headings.map((heading, index): RawCell => {
      if (heading === date) return last === null ? '' : { date: last };
      if (alike.includes(String(heading))) return first[index] ?? '';
      if (!summed.includes(String(heading))) return '';
      const cells = group.map((row) => row[index] ?? '');
      const numbers = cells.map((cell) => (cell === '' && heading === onceWhenBlank ? 1 : cell));
      const known = numbers.filter((cell) => cell !== '');
      return known.length === 0 ? '' : known.reduce<number>((sum, cell) => sum + Number(cell), 0);
    });
  });
  return [headings, ...merged];
}

/** Lines that tell of single rows: how many were counted, breakdowns row by row, the day on which a target was reached. */
const OF_SINGLE_ROWS = /행 가운데|그 가운데|^\d{4} \| \d+ \| \d{4}\. \d+\. \d+\.$/;

function shownFor(tabs: RawTabs, asOf: string) {
  const { report, findings, accounts } = computed(tabs, day(asOf), TODAY);
  if (report === null) throw new Error('no figures');
  const { meetings, suggestions, budget } = runResultOf(report, accounts, findings);
  const grids = plannedGrids('all', report, findings, accounts, new Set());
  const cells = new Map(
    grids.map(({ tab, grid }) => {
      const lines = grid.rows.map((row) => row.map(({ value }) => value).join(' | '));
      return [tab, lines.filter((line) => !OF_SINGLE_ROWS.test(line))];
    }),
  );
  return { figures: { meetings, suggestions, budget }, cells };
}

describe('fewer rows with the same sums', () => {
  const many = tabsWith(2000);
  const fewer = withFewerRows(many, 2023);

  it('are fewer', () => {
    const rows = (tabs: RawTabs) => LOGS.map(({ tab }) => tabs[tab]?.rows.length ?? 0);
    expect(rows(many)).toEqual([2001, 2001]);
    for (const count of rows(fewer)) expect(count).toBeLessThan(1500);
  });

  it.each(['2022-09-30', '2023-05-31', '2023-12-31', '2024-03-31', '2025-06-30'])(
    'give the same figures as of the end of any month: %s',
    (asOf) => {
      const [before, after] = [shownFor(many, asOf), shownFor(fewer, asOf)];
      expect(after.figures).toEqual(before.figures);
      for (const tab of ['meetings', 'suggestions', 'budget'] as const) {
        expect(after.cells.get(tab), tab).toEqual(before.cells.get(tab));
      }
    },
  );
});
