/**
 * 탭 더하기 → 여러 공약: turns a book of one pledge into an office's. 공약목록 gets a row for the pledge, taken from 공약.
 * Every tab with rows of single pledges (all but 공약, 공약목록 and 분류) gets its number in the blank cells of the
 * column 공약번호, which is added at the right where missing. Existing content is never changed.
 */
import { INPUT_TABS } from '../domain/tabs.ts';
import { accepted, flagged } from '../sheets/cells/parsed.ts';
import { NOTHING_KNOWN } from '../sheets/input/nothing-known.ts';
import { speaksOfProvince } from '../sheets/input/office-words.ts';
import { PLEDGE_NUMBER_HEADING, pledgeNumberIndex } from '../sheets/input/pledges/pledge-column.ts';
import { readPledgeList } from '../sheets/input/pledges/pledge-list.ts';
import { type PledgeNumbers, UNNUMBERED } from '../sheets/input/pledges/pledge-numbers.ts';
import { listedCells } from '../sheets/input/pledges/pledge-settings.ts';
import { SHARED_TABS } from '../sheets/input/read-office.ts';
import { classificationRowsOf, readRecords } from '../sheets/input/read-records.ts';
import { readRows } from '../sheets/input/rows/read-rows.ts';
import { pledgeNumberOf } from '../sheets/input/settings/settings.ts';
import { INPUT_TAB_NAMES, pledgeTab } from '../sheets/input/tabs.ts';
import { shownBriefly } from '../sheets/personal-data.ts';
import type { RawTabs } from '../sheets/raw.ts';
import { isBlank, isDateCell, type RawCell, type RawTab } from '../sheets/raw.ts';

/** Asked first; says what will be done. */
export const OFFICE_QUESTION =
  '이 장부를 여러 공약을 담는 장부로 바꿉니다. 공약목록 탭을 만들어 지금의 공약을 첫 줄에 적고, 다른 적는 탭마다 맨 오른쪽에 공약번호 열을 만들어 지금까지의 행에 이 공약의 번호를 적습니다. 적혀 있는 것은 바꾸지 않습니다. 계속할까요?';

/** What to write to turn a book into an office's. */
export interface OfficePlan {
  /** The row for 공약목록; null: 공약 says nothing about a pledge. */
  readonly row: readonly (string | number)[] | null;
  readonly columns: readonly NumberColumn[];
}

/** The pledge numbers to write into one tab, by row. A new column includes its heading. */
export interface NumberColumn {
  /** null: the tab had the column. */
  readonly headingRow: number | null;
  readonly tabName: string;
  /** Column number from 1. */
  readonly column: number;
  readonly cells: ReadonlyMap<number, string>;
}

/** @returns what to write, or a sentence that says why it cannot be done. */
export function officePlan(tabs: RawTabs): OfficePlan | string {
  const settings = tabs.pledge === undefined ? [] : readRows(pledgeTab, tabs.pledge, NOTHING_KNOWN).rows;
  const number = pledgeNumberOf(settings);
  const columns = numberColumns(tabs, number);
  const hasRows = columns.some(({ cells }) => [...cells.values()].some((text) => text === ''));
  if (number === null && hasRows) {
    return `${pledgeTab.name} 탭의 공약번호가 비어 있어 지금까지의 행에 적을 번호가 없습니다. 번호를 적고 다시 해 주세요.`;
  }
  const cells = listedCells(settings);
  const row = cells.map((cell) => (isDateCell(cell) || typeof cell === 'boolean' ? '' : cell));
  return { row: row.every((cell) => cell === '') ? null : row, columns };
}

/** What to write so that every tab of an office's book has its column of 공약번호. */
export interface CompletionPlan {
  readonly columns: readonly NumberColumn[];
  /**
   * The number of the only pledge of the list, which is written into rows; null: there are several or none.
   */
  readonly number: string | null;
}

/**
 * The tabs of an office's book that lack the column: those that were made before, or by hand. Nobody can tell
 * to which pledge their rows belong, unless the list has only one.
 */
export function completionPlan(tabs: RawTabs): CompletionPlan {
  const listed = tabs.pledgeList === undefined ? [] : readPledgeList(tabs.pledgeList, NOTHING_KNOWN).pledges;
  const [only, ...others] = listed;
  const number = only === undefined || others.length > 0 ? null : only.number;
  const made = numberColumns(tabs, number).filter(({ headingRow }) => headingRow !== null);
  const columns = made.map((column) => ({
    ...column,
    cells: new Map([...column.cells].filter(([, text]) => text !== '')),
  }));
  return { columns, number };
}

/** Asked before the tabs of an office's book are completed; null: none lacks the column. */
export function completionQuestion(tabs: RawTabs): string | null {
  const { columns, number } = completionPlan(tabs);
  if (columns.length === 0) return null;
  const rows =
    number === null ? '' : ` 지금까지의 행에는 하나뿐인 공약의 번호 ${shownBriefly(number)}을(를) 적습니다.`;
  return `${tabNamesIn(columns)} 탭에 공약번호 열이 없습니다. 맨 오른쪽에 그 열을 만듭니다.${rows} 적혀 있는 것은 바꾸지 않습니다. 계속할까요?`;
}

export function tabNamesIn(columns: readonly NumberColumn[]): string {
  return columns.map(({ tabName }) => tabName).join(', ');
}

/**
 * The cells of 공약번호 to write in each tab. A tab without the column gets it at the right.
 * @param number of the pledge that all rows are of; null: nobody knows.
 */
function numberColumns(tabs: RawTabs, number: string | null): readonly NumberColumn[] {
  const { headings } = readRecords(tabs);
  const made = INPUT_TABS.flatMap((tab) => {
    const [raw, read] = [tabs[tab], headings[tab]];
    if (raw === undefined || read === undefined || SHARED_TABS.has(tab)) return [];
    const index = pledgeNumberIndex(read);
    return [{ tab, raw, headingRow: index === null ? read.row : null, column: (index ?? widthOf(raw)) + 1 }];
  });
  const headed = Object.fromEntries(
    made.map(({ tab, raw, headingRow, column }) => [
      tab,
      headingRow === null ? raw : withCell(raw, headingRow, column, PLEDGE_NUMBER_HEADING),
    ]),
  );
  const unnumbered = rowsWithoutNumber({ ...tabs, ...headed });
  return made.flatMap(({ tab, raw, headingRow, column }): readonly NumberColumn[] => {
    const cells = new Map<number, string>(headingRow === null ? [] : [[headingRow, PLEDGE_NUMBER_HEADING]]);
    for (const row of unnumbered.get(tab) ?? []) {
      if (isBlank(raw.rows[row - 1]?.[column - 1] ?? '')) cells.set(row, number ?? '');
    }
    return cells.size === 0 ? [] : [{ headingRow, tabName: INPUT_TAB_NAMES[tab], column, cells }];
  });
}

/**
 * The rows, from 1, that belong to a pledge and do not say to which: those of data and of totals. Titles,
 * notes and further headings belong to every pledge. With a number beside them they would be read as data.
 */
function rowsWithoutNumber(tabs: RawTabs): ReadonlyMap<string, ReadonlySet<number>> {
  const { findings, records } = readRecords(tabs, [], {
    settings: tabs.pledge === undefined ? [] : readRows(pledgeTab, tabs.pledge, NOTHING_KNOWN).rows,
    pledges: NUMBERED_ROWS,
    classification: classificationRowsOf(tabs, NUMBERED_ROWS),
    departmentOf: (typed) => typed,
    hasProvince: speaksOfProvince([tabs.budgetPlans, tabs.executions]),
    headings: {},
  });
  const places = findings.flatMap(({ problem, place }) =>
    problem.code === 'no-pledge-number' && place !== null ? [place] : [],
  );
  const rows = new Map<string, Set<number>>();
  for (const { tab, row } of [...places, ...records.subtotals]) {
    if (row !== null) rows.set(tab, (rows.get(tab) ?? new Set()).add(row));
  }
  return rows;
}

/** Takes any number for that of a pledge, and reports each row without one. */
const NUMBERED_ROWS: PledgeNumbers = {
  only: null,
  of: (cell) => (isBlank(cell) ? flagged({ code: 'no-pledge-number' }) : accepted(UNNUMBERED)),
};

function withCell(raw: RawTab, row: number, column: number, text: string): RawTab {
  const rows = raw.rows.map((cells, index) =>
    Array.from(
      { length: Math.max(cells.length, column) },
      (_, at): RawCell => (index === row - 1 && at === column - 1 ? text : (cells[at] ?? '')),
    ),
  );
  return { ...raw, rows };
}

/** The number of columns up to the last one that holds anything. */
function widthOf({ rows }: RawTab): number {
  return rows.reduce((most, row) => {
    let width = row.length;
    while (width > most && isBlank(row[width - 1] ?? '')) width -= 1;
    return Math.max(most, width);
  }, 0);
}
