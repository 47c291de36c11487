/** Where the years, labels and results of a wide table stand: what is found before any of its values is read. */
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import type { ReadContext, TabDefinition } from '../columns.ts';
import { findHeadings, type HeadingCell, type Headings, headingKey, rowsSearched } from '../headings.ts';
import { PLEDGE_NUMBER_FIELD, pledgeNumberIndex } from '../pledges/pledge-column.ts';
import type { Columns } from '../rows/cell-reader.ts';
import { isTotalWord } from '../rows/total-words.ts';
import { shortYear } from './short-years.ts';
import { isRemark, type RowRole, roleOf, rolesAside } from './target-rows.ts';
import { beginsWithYear, type YearPart } from './year-columns.ts';

/** How the wide form of a tab is told from the long one, and taken apart. */
export interface WideForm {
  /** The columns of the long form whose headings the wide one has none of. */
  readonly yearField: string;
  readonly valueField: string;
  /** What stands above the names of rows: 구분, 지표. */
  readonly labels: ReadonlySet<string>;
  /** What a cell of the heading row stands for in the column of years; null: it is no period. */
  periodOf(heading: RawCell): { readonly period: RawCell; readonly part: YearPart } | null;
}

export interface Layout {
  /** Index of the row with the years, and of the last that carries headings. */
  readonly index: number;
  readonly last: number;
  /** What each column of a period stands for, by its index. */
  readonly periods: ReadonlyMap<number, RawCell>;
  /** The columns that hold what came of a period. */
  readonly results: ReadonlySet<number>;
  /** Whether its columns say only what each year adds. */
  readonly isYearly: boolean;
  /** What a heading over the years says of them: 연도별 목표; null: nothing that tells. */
  readonly over: RowRole | null;
  /** The columns under a year that stands further left as well. */
  readonly doubled: readonly number[];
  /** The columns that the long form has too, by their fields. */
  readonly fields: ReadonlyMap<string, number>;
  /** The columns before the first period that are none of those: they say what a row is about. */
  readonly labels: readonly number[];
  readonly texts: readonly string[];
}

/** The headings of a wide table; null where the tab holds none. */
export function wideHeadings(
  definition: TabDefinition<Columns>,
  raw: RawTab,
  form: WideForm,
): Headings | null {
  const layout = layoutOf(definition, raw, form);
  return layout === null ? null : headingsOf(layout);
}

/** @param context what is known of the indicators; null where only the headings are looked for. */
export function layoutOf(
  definition: TabDefinition<Columns>,
  raw: RawTab,
  form: WideForm,
  context: ReadContext | null = null,
): Layout | null {
  const long = findHeadings(definition, raw).headings;
  const searched = raw.rows.slice(0, rowsSearched(raw.rows));
  const several = searched.findIndex((row) => periodsOf(row, form).size > 1);
  const index =
    several >= 0 || long !== null ? several : searched.findIndex((_, at) => isOfOneYear(searched, at, form));
  if (index < 0 || (long !== null && (index + 1 < long.firstRow || index + 1 > long.row))) return null;
  const row = raw.rows[index] ?? [];
  const parts = partsBelow(row, raw.rows[index + 1] ?? [], form);
  const last = parts === null ? index : index + 1;
  const periods = new Map<number, RawCell>();
  const doubled: number[] = [];
  for (const [column, period] of parts?.meant ?? periodsOf(row, form)) {
    if ([...periods.values()].includes(period)) doubled.push(column);
    else periods.set(column, period);
  }
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

/** What a heading over the years may say of all of them. */
const OVER: readonly (RowRole | null)[] = ['cumulative', 'yearly', 'ofYears'];

/** Whether a row is of headings with one year: a year may stand in any row, so a name stands before it, or a label before its value. */
function isOfOneYear(rows: RawTab['rows'], index: number, form: WideForm): boolean {
  const row = rows[index] ?? [];
  const [column = -1, ...others] = periodsOf(row, form).keys();
  if (column < 1 || others.length > 0) return false;
  const above = (rows[index - 1] ?? []).find((cell) => !isBlank(cell));
  const names = [
    ...row.slice(0, column).filter((cell) => !isBlank(cell)),
    ...(above === undefined ? [] : [above]),
  ];
  const below = rows[index + 1] ?? [];
  return (
    names.some((name) => form.labels.has(headingKey(shownText(name)))) ||
    (row.every((cell, at) => at === column || isBlank(cell)) &&
      typeof below[column] === 'number' &&
      ['cumulative', 'plan'].includes(roleOf(below[0] ?? '')))
  );
}

/** What stands above labels that say anything. */
const LABEL_HEADING = '구분';

/** The column that names the indicators of the rows under another heading than 지표, where the pledge has several. */
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
  // Names that nobody knows are told with the name that they are like.
  const isOfNames = (column: number) =>
    headingKey(texts[column] ?? '') === LABEL_HEADING &&
    textsIn(column).every((text) => ['other', 'skipped'].includes(roleOf(text)));
  return (
    columns.find((column) => textsIn(column).some((text) => indicators.lists(text))) ??
    columns.find(isOfNames)
  );
}

/** The columns of a row that stand for the plan of a period. */
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

/** The column that is meant of each year, where its columns are told apart in the row below; null where they are not. */
function partsBelow(
  row: readonly RawCell[],
  below: readonly RawCell[],
  form: WideForm,
): {
  /** Whether the columns say only what each year adds. */
  readonly isYearly: boolean;
  readonly meant: ReadonlyMap<number, RawCell>;
  readonly results: ReadonlySet<number>;
} | null {
  const periods = periodsOf(row, form);
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
    doubled: doubled.map((column) => column + 1),
  };
}

export function fieldOf({ periods }: Layout, column: number): string {
  return shownText(periods.get(column) ?? '');
}

/** The column of years that the long form has, where it stands beside columns of years and holds some; null where there is none. */
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

/** Whether a column that nobody reads may be one of a year: it begins with one, or stands among them. */
export function mayBeYear({ periods, results, doubled, texts }: Layout, column: number): boolean {
  if (results.has(column) || doubled.includes(column)) return false;
  const text = texts[column] ?? '';
  const columns = [...periods.keys()];
  const isAmongYears = column > Math.min(...columns) && column < Math.max(...columns);
  return (
    beginsWithYear(text) ||
    shortYear(text) !== null ||
    (isAmongYears && !isTotalWord(text) && !isRemark(text))
  );
}
