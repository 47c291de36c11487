/**
 * Tables as they are published: a column for each year, where a list has a row for each. The columns are found by what stands above
 * them, on one row of headings or on two; each then is a column of the tab like any other.
 */
import { isBlank, type RawCell, type RawTab, rowsFrom, shownText, withRows } from '../../raw.ts';
import { headingKey, rowsSearched, unitIn } from '../headings.ts';
import { isPledgeNumberHeading, pledgeNumberIndex } from '../pledges/pledge-column.ts';
import { isFilled } from '../rows/row-kind.ts';
import { isRemark } from '../years/target-rows.ts';
import { beginsWithYear } from '../years/year-columns.ts';
import type { MoneyColumns } from './aside-rows.ts';
import { columnKind, type HeadedTime, type NamedTime } from './headed-times.ts';
import { moneyKind, standsAside } from './money-labels.ts';

export interface WideLayout<Time> {
  readonly kind: 'wide';
  /** The tab with one row of headings, each time in its one spelling, and nothing in the columns that are not to be read. */
  readonly raw: RawTab;
  /** The times from the left. */
  readonly times: readonly NamedTime<Time>[];
  /** The labels are all columns that stand before the first time. */
  readonly columns: MoneyColumns;
  /** How many columns hold totals of their rows. */
  readonly totals: number;
  /** The indexes of those with a time. */
  readonly timeColumns: readonly number[];
  /** The headings of filled columns that hold what came of the plan, or what was planned before it changed. */
  readonly results: readonly string[];
  /** The headings of columns for a time that stands further left as well, with that of the first. */
  readonly doubled: readonly string[];
  /** The headings of filled columns that begin with a year, or stand among the years, and name no time. */
  readonly notRead: readonly string[];
}

export type WideTable<Time> =
  | WideLayout<Time>
  /** A column that says the time of each row stands beside columns that say it: nobody knows which counts. Row number from 1. */
  | { readonly kind: 'both'; readonly row: number; readonly heading: string };

export interface WideNames<Time> {
  /** What stands above the column that names each row, the likelier first: 재원 and its aliases. */
  readonly labels: readonly string[];
  /** What stands above a column of times, which such a table does not have: 연도 and its aliases. */
  readonly timeNames: readonly string[];
  /** What else may stand among the columns of times, and is read: 계. */
  readonly others: readonly string[];
  timeOf(heading: RawCell): HeadedTime<Time> | null;
}

/** The columns of a table that are times; null where there are none. */
export function wideTable<Time>(raw: RawTab, names: WideNames<Time>): WideTable<Time> | null {
  const isLabel = isOneOf(names.labels);
  const isTimeName = isOneOf(names.timeNames);
  const upper = raw.rows.slice(0, rowsSearched(raw.rows)).findIndex((cells) => cells.some(isLabel));
  if (upper < 0) return null;
  const headings = raw.rows[upper] ?? [];
  const label = indexOfFirst(headings, names.labels);
  const timeName = headings.findIndex(isTimeName);
  const besideLabel = headings.some((cell) => !isBlank(cell) && names.timeOf(cell) !== null);
  if (timeName >= 0) {
    return besideLabel
      ? { kind: 'both', row: upper + 1, heading: shownText(headings[timeName] ?? '').trim() }
      : null;
  }
  const lower = raw.rows[upper + 1] ?? [];
  const isSecondRow = isBlank(lower[label] ?? '') && holdsHeadings(headings, lower, names);
  if (!besideLabel && !isSecondRow) return null;
  const columns = isSecondRow ? columnsOfBoth(headings, lower, names) : columnsOfOne(headings, names);
  const heading = isSecondRow ? upper + 1 : upper;
  const fund = lastLabel(raw, columns, heading, label);
  return layoutOf(raw, columns, { upper, heading, label: fund }, names);
}

/**
 * The column that names the funds, where one heading stands over several of labels: `구분 | | 2022` over `투자계획 | 국비 | 10`. It is the last
 * of those that hold text and have no heading of their own.
 */
function lastLabel<Time>(
  raw: RawTab,
  columns: readonly HeadedColumn<Time>[],
  heading: number,
  label: number,
): number {
  let last = label;
  for (let column = label + 1; columns[column]?.text === ''; column += 1) {
    const cells = rowsFrom(raw, heading + 1).map((row) => row[column] ?? '');
    if (cells.some((cell) => typeof cell === 'string' && /[가-힣]/.test(cell))) last = column;
  }
  return last;
}

/** A column: what stands above it, and the time that this means. */
interface HeadedColumn<Time> {
  readonly text: string;
  /** The text with its unit of money, or with that of the heading over it: `계 (백만원)`. */
  readonly withUnit: string;
  readonly time: HeadedTime<Time> | null;
}

/**
 * Whether the row below the label's carries headings too: times, or what each column of a time holds. Below headings that are times, as
 * 임기후 is, more of them stand below headings that are none, as 임기내.
 */
function holdsHeadings<Time>(
  upper: readonly RawCell[],
  lower: readonly RawCell[],
  { timeOf }: WideNames<Time>,
): boolean {
  const isTime = (cell: RawCell) => !isBlank(cell) && timeOf(cell) !== null;
  const times = lower.flatMap((cell, column) => (isTime(cell) ? [upper[column] ?? ''] : []));
  if (!upper.some(isTime)) return times.length > 0;
  const filled = lower.filter((cell) => !isBlank(cell));
  if (
    times.length > 1 &&
    !times.some(isTime) &&
    filled.every((cell) => isTime(cell) || typeof cell === 'string')
  ) {
    return true;
  }
  return (
    filled.length > 0 &&
    filled.every((cell) => typeof cell === 'string') &&
    filled.some((cell) => columnKind(shownText(cell)) !== null)
  );
}

function columnsOfOne<Time>(
  cells: readonly RawCell[],
  { timeOf }: WideNames<Time>,
): readonly HeadedColumn<Time>[] {
  return cells.map((cell) => {
    const text = shownText(cell).trim();
    return { text, withUnit: text, time: isBlank(cell) ? null : timeOf(cell) };
  });
}

function columnsOfBoth<Time>(
  upper: readonly RawCell[],
  lower: readonly RawCell[],
  { timeOf }: WideNames<Time>,
): readonly HeadedColumn<Time>[] {
  let group: RawCell = '';
  return upper.map((above, column): HeadedColumn<Time> => {
    if (!isBlank(above)) group = above;
    const below = lower[column] ?? '';
    const over = isBlank(below) ? above : group;
    const text = [over, below]
      .map((cell) => shownText(cell).trim())
      .filter((part) => part !== '')
      .join(' ');
    const unit = unitIn(below) ?? unitIn(over);
    const own = isBlank(below) ? shownText(above).trim() : shownText(below).trim();
    const withUnit = unit === null || unitIn(own) !== null ? own : `${own}(${unit})`;
    const timeAbove = isBlank(over) ? null : timeOf(over);
    if (isBlank(below)) return { text, withUnit, time: timeAbove };
    if (timeAbove === null) {
      const time = timeOf(below);
      // 집행 over the years says of each of them what 집행 below a year would.
      const kind = columnKind(shownText(over));
      return { text, withUnit, time: time?.kind === 'plan' && kind !== null ? { ...time, kind } : time };
    }
    const kind = columnKind(shownText(below));
    return { text, withUnit, time: kind === null ? null : { ...timeAbove, kind } };
  });
}

function layoutOf<Time>(
  raw: RawTab,
  columns: readonly HeadedColumn<Time>[],
  { upper, heading, label }: { readonly upper: number; readonly heading: number; readonly label: number },
  { labels: labelNames, others }: WideNames<Time>,
): WideLayout<Time> | null {
  const isRead = isOneOf([...others, ...labelNames]);
  const timed = columns.flatMap(({ text, time }, column) =>
    time === null ? [] : [{ ...time, text, column }],
  );
  const planned = timed.filter(
    ({ kind, heading: named }) =>
      !standsAside(kind, new Set(timed.flatMap((other) => (other.heading === named ? other.kind : [])))),
  );
  const firstOf = (named: string) => planned.find((other) => other.heading === named);
  const times = planned.filter((time) => firstOf(time.heading) === time);
  const doubles = planned.filter((time) => !times.includes(time));
  const timeColumns = times.map(({ column }) => column);
  const [first] = times;
  const last = times[times.length - 1];
  if (first === undefined || last === undefined) return null;
  const rowsBelow = rowsFrom(raw, heading + 1);
  const isFilledBelow = (column: number) => rowsBelow.some((cells) => isFilled(cells[column] ?? ''));
  const unread = columns.flatMap(({ text, withUnit, time }, column) => {
    if (column === label || isRead(withUnit) || isPledgeNumberHeading(withUnit)) return [];
    if (!isFilledBelow(column)) return [];
    const isResult =
      time === null
        ? standsAside(moneyKind(withUnit), new Set())
        : !planned.some((each) => each.column === column);
    const isOfTimes = beginsWithYear(withUnit) || (column > first.column && column < last.column);
    const isUnread = time === null && isOfTimes && !isRemark(withUnit);
    return isUnread || isResult ? [{ text, column, isResult }] : [];
  });
  const isTotal = isOneOf(others);
  const totals = columns.flatMap(({ withUnit }, column) => (isTotal(withUnit) ? [column] : []));
  const left = new Set([...unread, ...doubles].map(({ column }) => column));
  const cellsAt = columns.map(({ withUnit, time }, column): RawCell => {
    if (time !== null) return timeColumns.includes(column) ? withHeading(withUnit, time.heading) : '';
    const total = totals.indexOf(column);
    if (total >= 0) return withHeading(withUnit, totalHeading(total));
    // The column of funds may share its heading with the labels before it.
    return column === label && withUnit === '' ? (labelNames[0] ?? '') : withUnit;
  });
  const read = withRows(raw, (cells, index) => {
    if (index === heading) return cellsAt.map((cell, column) => (left.has(column) ? '' : cell));
    if (index === upper) return cells.map((): RawCell => '');
    return index < heading ? cells : cells.map((cell, column) => (left.has(column) ? '' : cell));
  });
  return {
    kind: 'wide',
    raw: read,
    times,
    columns: {
      isList: false,
      heading,
      fund: label,
      labels: columns.flatMap((_, column) =>
        column < first.column && !totals.includes(column) && !left.has(column) ? [column] : [],
      ),
      scopes: [pledgeNumberIndex({ texts: columns.map(({ withUnit }) => withUnit) }) ?? -1],
    },
    totals: totals.length,
    timeColumns,
    doubled: doubles.map(({ text, heading: named }) =>
      [...new Set([firstOf(named)?.text ?? named, text])].join(', '),
    ),
    results: unread.filter(({ isResult }) => isResult).map(({ text }) => text),
    notRead: unread.filter(({ isResult }) => !isResult).map(({ text }) => text),
  };
}

function isOneOf(names: readonly string[]): (cell: RawCell) => boolean {
  const keys = new Set(names.map(headingKey));
  return (cell) => typeof cell === 'string' && keys.has(headingKey(cell));
}

/** Where the first of the names stands that is there at all: 재원 of `구분 | 재원`. */
function indexOfFirst(cells: readonly RawCell[], names: readonly string[]): number {
  for (const name of names) {
    const column = cells.findIndex(isOneOf([name]));
    if (column >= 0) return column;
  }
  return -1;
}

/** The one spelling of the heading of a total: 계, and 계2 where another stands further left. */
export function totalHeading(index: number): string {
  return index === 0 ? '계' : `계${index + 1}`;
}

/** The heading in its one spelling, with the unit that it has in brackets. */
function withHeading(text: string, heading: string): string {
  const brackets = /\([^()]*\)\s*$/.exec(text)?.[0] ?? '';
  return `${heading}${brackets}`;
}
