/**
 * Wide tables, as offices publish them: one column per year, where a list has one row per year. The columns
 * are found by their headings, on one row or on two. They are then read like any other column of the tab.
 */
import { isBlank, type RawCell, type RawTab, rowsFrom, shownText, withRows } from '../../raw.ts';
import { headingKey, searchedRows, unitIn } from '../headings.ts';
import { isPledgeNumberHeading, pledgeNumberIndex } from '../pledges/pledge-column.ts';
import { isFilled } from '../rows/row-kind.ts';
import { isRemark } from '../years/target-rows.ts';
import { beginsWithYear } from '../years/year-columns.ts';
import type { MoneyColumns } from './aside-rows.ts';
import { columnKind, type HeadedTime, type NamedTime } from './headed-times.ts';
import { moneyKind, standsAside } from './money-labels.ts';

export interface WideLayout<Time> {
  readonly kind: 'wide';
  /** The tab with one row of headings, each time in its standard spelling, and unread columns blanked. */
  readonly raw: RawTab;
  /** The times, from left to right. */
  readonly times: readonly NamedTime<Time>[];
  /** Its labels are the columns before the first time, except 공약번호, totals and unread ones. */
  readonly columns: MoneyColumns;
  /** Number of columns that hold totals of their rows. */
  readonly totals: number;
  /** Indexes of the time columns, in the order of `times`. */
  readonly timeColumns: readonly number[];
  /** Headings of filled columns that hold results, or the plan before a change. */
  readonly results: readonly string[];
  /** For each column whose time already has a column further left: both headings. */
  readonly doubled: readonly string[];
  /** Headings of filled columns that begin with a year or lie among the years, but name no time. */
  readonly notRead: readonly string[];
}

export type WideTable<Time> =
  | WideLayout<Time>
  /** A 연도 column beside year columns: nobody knows which counts. `row` is from 1. */
  | { readonly kind: 'both'; readonly row: number; readonly heading: string };

export interface WideNames<Time> {
  /** Headings of the column that names each row, the likelier first: 재원 and its aliases. */
  readonly labels: readonly string[];
  /** Headings of a time column, which a wide table does not have: 연도 and its aliases. */
  readonly timeNames: readonly string[];
  /** Other headings that are read among the times: 계. */
  readonly others: readonly string[];
  timeOf(heading: RawCell): HeadedTime<Time> | null;
}

/** Returns the layout of a wide table; null if no column is headed by a time. */
export function wideTable<Time>(raw: RawTab, names: WideNames<Time>): WideTable<Time> | null {
  const isLabel = isOneOf(names.labels);
  const isTimeName = isOneOf(names.timeNames);
  const upper = searchedRows(raw).find((index) => raw.rows[index]?.some(isLabel));
  if (upper === undefined) return null;
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
  const fundingSource = lastLabel(raw, columns, heading, label);
  return layoutOf(raw, columns, { upper, heading, label: fundingSource }, names);
}

/**
 * Finds the column that names the funding sources where one heading covers several label columns: `구분 | |
 * 2022` over `투자계획 | 국비 | 10`. It is the last of them that holds text and has no heading of its own.
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

/** A column with its heading and the time that the heading names. */
interface HeadedColumn<Time> {
  readonly text: string;
  /** Its own heading with its unit, or with the unit of the heading above: `계(백만원)`. */
  readonly withUnit: string;
  readonly time: HeadedTime<Time> | null;
}

/**
 * Whether the row below the label's heading holds headings too: times, or what each time column holds (계획,
 * 집행). Some times may stand above, such as 임기후, and others below another heading, such as 임기내.
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
      // 집행 above the years means the same as 집행 below each year.
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
  const numbered = pledgeNumberIndex({ texts: columns.map(({ withUnit }) => withUnit) }) ?? -1;
  const left = new Set([...unread, ...doubles].map(({ column }) => column));
  const cellsAt = columns.map(({ withUnit, time }, column): RawCell => {
    if (time !== null) return timeColumns.includes(column) ? withHeading(withUnit, time.heading) : '';
    const total = totals.indexOf(column);
    if (total >= 0) return withHeading(withUnit, totalHeading(total));
    // The funding source column may share the heading of the labels before it.
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
      fundingSource: label,
      labels: columns.flatMap((_, column) =>
        column < first.column && column !== numbered && !totals.includes(column) && !left.has(column)
          ? [column]
          : [],
      ),
      scopes: [numbered],
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

/** Index of the column under the first of the names that occurs: 재원 in `구분 | 재원`. -1 if none occurs. */
function indexOfFirst(cells: readonly RawCell[], names: readonly string[]): number {
  for (const name of names) {
    const column = cells.findIndex(isOneOf([name]));
    if (column >= 0) return column;
  }
  return -1;
}

/** Standard heading of a total column: 계, then 계2, 계3 from left to right. */
export function totalHeading(index: number): string {
  return index === 0 ? '계' : `계${index + 1}`;
}

/** The standard heading with the brackets at the end of the typed one, which hold its unit. */
function withHeading(text: string, heading: string): string {
  const brackets = /\([^()]*\)\s*$/.exec(text)?.[0] ?? '';
  return `${heading}${brackets}`;
}
