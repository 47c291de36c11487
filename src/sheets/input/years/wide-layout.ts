/** Finds the years, labels and results of a wide table before any value is read. */
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import type { ReadContext, TabDefinition } from '../columns.ts';
import { findHeadings, type HeadingCell, type Headings, headingKey, searchedRows } from '../headings.ts';
import { PLEDGE_NUMBER_FIELD, pledgeNumberIndex } from '../pledges/pledge-column.ts';
import type { Columns } from '../rows/cell-reader.ts';
import { isTotalWord } from '../totals/total-words.ts';
import { shortYear } from './short-years.ts';
import { isRemark, type RowRole, roleOf, rolesAside } from './target-rows.ts';
import { beginsWithYear, type YearPart } from './year-columns.ts';
import { isNumber } from './yearly-rows.ts';

/** How the wide form of a tab is recognised and taken apart. */
export interface WideForm {
  /** Columns of the long form that have no heading in the wide form. */
  readonly yearField: string;
  readonly valueField: string;
  /** Headings of row names: 구분, 지표. */
  readonly labels: ReadonlySet<string>;
  /** The period that a heading names, as a value of the year column; null if it names none. */
  periodOf(heading: RawCell): { readonly period: RawCell; readonly part: YearPart } | null;
}

export interface Layout {
  /** Index of the row with the years. */
  readonly index: number;
  /** Index of the last row of headings. */
  readonly last: number;
  /** The period of each period column, by column index. */
  readonly periods: ReadonlyMap<number, RawCell>;
  /** Columns that hold the results of a period. */
  readonly results: ReadonlySet<number>;
  /** True if its columns hold only what each year adds. */
  readonly isYearly: boolean;
  /** The role that a heading over the years names, such as 연도별 목표; null if it names none. */
  readonly over: RowRole | null;
  /** Columns whose year has another column, which is read instead: that column, by theirs. */
  readonly doubled: ReadonlyMap<number, number>;
  /** Columns that the long form has too, by field. */
  readonly fields: ReadonlyMap<string, number>;
  /** The other columns before the first period: they say what a row is about. */
  readonly labels: readonly number[];
  readonly texts: readonly string[];
}

/** Returns the headings of a wide table; null if the tab holds none. */
export function wideHeadings(
  definition: TabDefinition<Columns>,
  raw: RawTab,
  form: WideForm,
): Headings | null {
  const layout = layoutOf(definition, raw, form);
  return layout === null ? null : headingsOf(layout);
}

/**
 * Returns the layout of a wide table; null if the tab holds none.
 * @param context gives the indicators; null if only the headings are needed.
 */
export function layoutOf(
  definition: TabDefinition<Columns>,
  raw: RawTab,
  form: WideForm,
  context: ReadContext | null = null,
): Layout | null {
  const long = findHeadings(definition, raw).headings;
  const searched = searchedRows(raw);
  const several = searched.find((at) => namesSeveral(periodsOf(raw.rows[at] ?? [], form))) ?? -1;
  const index =
    several >= 0 || long !== null ? several : (searched.find((at) => isOfOneYear(raw.rows, at, form)) ?? -1);
  if (index < 0 || (long !== null && (index + 1 < long.firstRow || index + 1 > long.row))) return null;
  const row = raw.rows[index] ?? [];
  const parts = partsBelow(row, raw.rows[index + 1] ?? [], form);
  const last = parts === null ? index : index + 1;
  const { periods, doubled } = onceEach(parts?.meant ?? periodsOf(row, form), row, raw.rows.slice(last + 1));
  const above = raw.rows[index - 1] ?? [];
  const texts = row.map((cell, column) => {
    const own = shownText(cell).trim();
    if (parts !== null && own === '') return shownText(raw.rows[last]?.[column] ?? '').trim();
    return own === '' && !periods.has(column) ? shownText(above[column] ?? '').trim() : own;
  });
  const fields = new Map<string, number>();
  for (const [field, { heading, aliases }] of Object.entries(definition.columns)) {
    if (field === form.yearField || field === form.valueField) continue;
    const keys = [heading, ...aliases].map(headingKey);
    const column = texts.findIndex((text, at) => !periods.has(at) && keys.includes(headingKey(text)));
    if (column >= 0) fields.set(field, column);
  }
  const first = Math.min(...periods.keys());
  const taken = new Set([...fields.values(), pledgeNumberIndex({ texts })]);
  const beforeYears = texts.flatMap((_, column) => (column < first && !taken.has(column) ? [column] : []));
  const names = fields.has('indicator')
    ? undefined
    : indicatorColumn(raw, { last, texts }, beforeYears, context);
  if (names !== undefined) fields.set('indicator', names);
  const labels = beforeYears.filter((column) => column !== names);
  const results = parts?.results ?? new Set(resultsOf(row, form));
  const isYearly = parts?.isYearly ?? false;
  const over =
    above
      .map((cell, column) => (periods.has(column) ? roleOf(cell) : null))
      .find((role) => OVER.includes(role)) ?? null;
  return { index, last, periods, results, isYearly, over, doubled, fields, labels, texts };
}

/**
 * The column of each period, and those that are doubled. Of two columns the first counts, and of 2024(당초)
 * and 2024(변경) the changed one, where it is filled wherever the other is.
 */
function onceEach(
  columns: ReadonlyMap<number, RawCell>,
  headings: readonly RawCell[],
  rowsBelow: RawTab['rows'],
): Pick<Layout, 'periods' | 'doubled'> {
  const chosen = new Map<RawCell, number>();
  for (const [column, period] of columns) {
    const earlier = chosen.get(period);
    const replaces = (before: number) =>
      versionOf(headings[column] ?? '') === 'changed' &&
      versionOf(headings[before] ?? '') === 'before' &&
      rowsBelow.every((cells) => isBlank(cells[before] ?? '') || !isBlank(cells[column] ?? ''));
    if (earlier === undefined || replaces(earlier)) chosen.set(period, column);
  }
  const periods = new Map([...columns].filter(([column, period]) => chosen.get(period) === column));
  const others = [...columns].filter(([column]) => !periods.has(column));
  return {
    periods,
    doubled: new Map(others.map(([column, period]) => [column, chosen.get(period) ?? column])),
  };
}

/** Which version of a plan a heading names beside its year: 2024(당초), 2024 변경. */
function versionOf(heading: RawCell): RowRole {
  return roleOf(shownText(heading).replace(/[\d()[\]년도'’‘.\s]/g, ''));
}

/** Whether columns are of several periods. A row `2022 | 2022` may as well be data. */
function namesSeveral(periods: ReadonlyMap<number, RawCell>): boolean {
  return new Set(periods.values()).size > 1;
}

/** Roles that a heading over the years can give to all rows. */
const OVER: readonly (RowRole | null)[] = ['cumulative', 'yearly', 'ofYears'];

/**
 * Whether a row holds headings with a single year. A year may stand in any row, so a label heading must come
 * before or above it, or the row below must be a number labelled as a plan. A number before it is no heading.
 */
function isOfOneYear(rows: RawTab['rows'], index: number, form: WideForm): boolean {
  const row = rows[index] ?? [];
  const periods = periodsOf(row, form);
  const [column = -1] = periods.keys();
  const before = row.slice(0, column);
  if (column < 1 || namesSeveral(periods) || before.some((cell) => typeof cell === 'number')) return false;
  const above = (rows[index - 1] ?? []).find((cell) => !isBlank(cell));
  const names = [...before.filter((cell) => !isBlank(cell)), ...(above === undefined ? [] : [above])];
  const below = rows[index + 1] ?? [];
  return (
    names.some((name) => form.labels.has(headingKey(shownText(name)))) ||
    (row.every((cell, at) => at === column || isBlank(cell)) &&
      typeof below[column] === 'number' &&
      ['cumulative', 'plan'].includes(roleOf(below[0] ?? '')))
  );
}

/** A heading for labels of any kind. */
const LABEL_HEADING = '구분';

/** Finds the column of indicator names where its heading is not 지표 and there are several indicators. */
function indicatorColumn(
  raw: RawTab,
  { last, texts }: Pick<Layout, 'last' | 'texts'>,
  columns: readonly number[],
  context: ReadContext | null,
): number | undefined {
  if (context === null || context.indicators.names.length < 2) return undefined;
  const { indicators } = context;
  const textsIn = (column: number) =>
    raw.rows
      .slice(last + 1)
      .map((cells) => shownText(cells[column] ?? '').trim())
      .filter((text) => text !== '');
  // Unknown names are taken as well: each is reported with the most similar indicator.
  const isOfNames = (column: number) =>
    headingKey(texts[column] ?? '') === LABEL_HEADING &&
    textsIn(column).every((text) => ['other', 'skipped'].includes(roleOf(text)));
  return (
    columns.find((column) => textsIn(column).some((text) => indicators.lists(text))) ??
    columns.find(isOfNames)
  );
}

/** The columns of a row that hold the plan of a period, by index. */
function periodsOf(row: readonly RawCell[], { periodOf }: WideForm): ReadonlyMap<number, RawCell> {
  return new Map(
    row.flatMap((cell, column) => {
      const named = isBlank(cell) ? null : periodOf(cell);
      return named?.part === 'plan' ? [[column, named.period] as const] : [];
    }),
  );
}

function resultsOf(row: readonly RawCell[], { periodOf }: WideForm): readonly number[] {
  return row.flatMap((cell, column) => (!isBlank(cell) && periodOf(cell)?.part === 'result' ? [column] : []));
}

/**
 * Chooses the plan column of each year if the row below tells its columns apart (목표, 실적); null if it does
 * not.
 */
function partsBelow(
  row: readonly RawCell[],
  below: readonly RawCell[],
  form: WideForm,
): {
  /** True if the columns hold only what each year adds. */
  readonly isYearly: boolean;
  readonly meant: ReadonlyMap<number, RawCell>;
  readonly results: ReadonlySet<number>;
} | null {
  const periods = periodsOf(row, form);
  // A row with a value is no heading, even if a remark stands in it: 20회(누적).
  if ([...periods.keys()].some((column) => isNumber(below[column] ?? ''))) return null;
  const parts: { readonly column: number; readonly period: RawCell; readonly role: RowRole }[] = [];
  let period: RawCell | null = null;
  for (const [column, cell] of row.entries()) {
    if (!isBlank(cell)) period = periods.get(column) ?? null;
    const part = below[column] ?? '';
    if (period === null || typeof part !== 'string' || isBlank(part)) continue;
    parts.push({ column, period, role: roleOf(part) });
  }
  const aside = rolesAside(new Set(parts.map(({ role }) => role)));
  const meant = parts.filter(({ role }) => role !== 'other' && !aside.has(role));
  const yearly = parts.filter(({ role }) => role === 'yearly');
  if (meant.length + yearly.length === 0) return null;
  const read = meant.length > 0 ? meant : yearly;
  return {
    isYearly: meant.length === 0,
    meant: new Map(read.map((part) => [part.column, part.period])),
    results: new Set(parts.filter((part) => !read.includes(part)).map(({ column }) => column)),
  };
}

export function headingsOf({ index, last, periods, doubled, fields, texts }: Layout): Headings {
  const cells = new Map<string, HeadingCell>();
  const place = (field: string, column: number) => cells.set(field, { column: column + 1, unit: null });
  const number = pledgeNumberIndex({ texts });
  for (const [field, column] of fields) place(field, column);
  if (number !== null) place(PLEDGE_NUMBER_FIELD, number);
  for (const [column, period] of periods) place(shownText(period), column);
  return {
    row: last + 1,
    firstRow: index + 1,
    cells,
    texts,
    doubled: [...doubled.keys()].map((column) => column + 1),
  };
}

export function fieldOf({ periods }: Layout, column: number): string {
  return shownText(periods.get(column) ?? '');
}

/** Index of the long form's year column if it is there beside year columns and holds years; null if not. */
export function yearColumnBeside(
  { columns }: TabDefinition<Columns>,
  raw: RawTab,
  { last, texts, periods }: Layout,
  { yearField, periodOf }: WideForm,
): number | null {
  const { heading = '', aliases = [] } = columns[yearField] ?? {};
  const keys = [heading, ...aliases].map(headingKey);
  const column = texts.findIndex((text, at) => !periods.has(at) && keys.includes(headingKey(text)));
  const holdsYears = raw.rows.slice(last + 1).some((row) => periodOf(row[column] ?? '') !== null);
  return column >= 0 && holdsYears ? column : null;
}

/**
 * Whether an unread column may belong to a year: its heading begins with one, or it lies among the year
 * columns.
 */
export function mayBeYear({ periods, results, doubled, texts }: Layout, column: number): boolean {
  if (results.has(column) || doubled.has(column)) return false;
  const text = texts[column] ?? '';
  const columns = [...periods.keys()];
  const isAmongYears = column > Math.min(...columns) && column < Math.max(...columns);
  return (
    beginsWithYear(text) ||
    shortYear(text) !== null ||
    (isAmongYears && !isTotalWord(text) && !isRemark(text))
  );
}
