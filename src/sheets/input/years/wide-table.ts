/**
 * A table as it is published, with a column a year. It is read as if each of its cells were a row of the long form, so that both forms give
 * the same figures: `시장방문 | 20 | 50` below 2022 and 2023 is `시장방문 | 2022 | 20` and `시장방문 | 2023 | 50`.
 */
import type { Finding } from '../../../domain/finding.ts';
import { columnLetters } from '../../addresses.ts';
import { ERROR_VALUE } from '../../cells/parsed.ts';
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import { compactReadText, textKey } from '../../text-key.ts';
import type { ReadContext, RowOf, TabDefinition } from '../columns.ts';
import { findHeadings, type HeadingCell, type Headings, headingKey, ROWS_SEARCHED } from '../headings.ts';
import { PLEDGE_NUMBER_FIELD, PLEDGE_NUMBER_HEADING, pledgeNumberIndex } from '../pledges/pledge-column.ts';
import type { Columns } from '../rows/cell-reader.ts';
import { lastRowWithContent, type ReadRow, type ReadRows, readRowsAs } from '../rows/read-rows.ts';
import { isFilled, isNote } from '../rows/row-kind.ts';
import { isTotalWord } from '../rows/total-words.ts';
import { unknownColumns, unreadColumns, withUnknownColumns } from '../rows/unread-columns.ts';
import { acrossColumns } from './merged-years.ts';
import { isRemark, type RowRole, roleOf, roleOfRow, rolesAside } from './target-rows.ts';
import { beginsWithYear, type YearPart, yearHeading } from './year-columns.ts';

/** How the wide form of a tab is told from the long one, and taken apart. */
export interface WideForm {
  /** The columns of the long form whose headings the wide one has none of. */
  readonly yearField: string;
  readonly valueField: string;
  /** What a cell of the heading row stands for in the column of years; null: it is no period. */
  periodOf(heading: RawCell): { readonly period: RawCell; readonly part: YearPart } | null;
}

/** Fewer columns of years make no wide table: a year may stand in any row. */
const LEAST_PERIODS = 2;

interface Layout {
  /** Index of the row with the years, and of the last that carries headings. */
  readonly index: number;
  readonly last: number;
  /** What each column of a period stands for, by its index. */
  readonly periods: ReadonlyMap<number, RawCell>;
  /** The columns that hold what came of a period. */
  readonly results: ReadonlySet<number>;
  /** Whether its columns say only what each year adds. */
  readonly isYearly: boolean;
  /** The columns under a year that stands further left as well. */
  readonly doubled: readonly number[];
  /** The columns that the long form has too, by their fields. */
  readonly fields: ReadonlyMap<string, number>;
  /** The columns before the first period that are none of those: they say what a row is about. */
  readonly labels: readonly number[];
  readonly texts: readonly string[];
}

/** Reads a wide table; null where the tab holds none, and is to be read as the long form. */
export function readWideRowsAs<Definition extends TabDefinition<Columns>, Row>(
  definition: Definition,
  raw: RawTab,
  context: ReadContext,
  form: WideForm,
  rowOf: (row: ReadRow<RowOf<Definition>>) => Row,
): ReadRows<Row> | null {
  const layout = layoutOf(definition, raw, form, context);
  if (layout === null) return null;
  const { tab } = definition;
  const known = headingsOf(layout);
  const beside = yearColumnBeside(definition, raw, layout, form);
  if (beside !== null) {
    const finding: Finding = {
      problem: { code: 'year-beside-years', found: layout.texts[beside] ?? '' },
      place: { tab, row: known.row, field: null },
    };
    return { ...NOTHING_READ, findings: [finding] };
  }
  if (layout.isYearly) {
    const label = shownText(raw.rows[layout.last]?.[Math.min(...layout.periods.keys())] ?? '').trim();
    const findings = yearlyRows(tab, [{ row: known.row, label, isAlone: true }]);
    return { ...NOTHING_READ, findings };
  }
  const unknown = unknownColumns(known, raw.rows[0]?.length ?? 0);
  const headings = withUnknownColumns(known, unknown);
  const findings: Finding[] = layout.doubled.map((column) => ({
    problem: { code: 'doubled-heading', heading: layout.texts[column] ?? '' },
    place: { tab, row: headings.row, field: null },
  }));
  const { long, places, rowsWithValues, words, across, yearly } = longForm(
    definition,
    raw,
    layout,
    form,
    context,
  );
  findings.push(...yearlyRows(tab, yearly), ...across);
  for (const { row, column, found } of words) {
    findings.push({
      problem: { code: 'words-for-a-value', found },
      place: { tab, row, field: fieldOf(layout, column) },
    });
  }
  const counted = new Set<number>();
  const placeOf = (row: number) => places[row - 1] ?? { row, column: 0 };
  const reading = readRowsAs(definition, long, context, (read) => {
    const { row, column } = placeOf(read.row);
    counted.add(row);
    return rowOf({ ...read, row, field: fieldOf(layout, column) });
  });
  const told = new Set<string>();
  for (const { problem, place } of reading.findings) {
    if (place === null || place.row === null) continue;
    const { row, column } = placeOf(place.row);
    const isOfCell = place.field === form.valueField || place.field === form.yearField;
    const field = isOfCell ? fieldOf(layout, column) : place.field;
    // What is wrong with the label of a row is found once for each of its cells.
    const key = `${problem.code} ${row} ${field}`;
    if (!told.has(key)) findings.push({ problem, place: { tab, row, field } });
    told.add(key);
  }
  const filled = new Map(
    unknown.flatMap((column) => {
      const isLabel = layout.labels.includes(column.column - 1);
      const cell = isLabel ? undefined : firstFilled(raw, headings.row, column.column - 1);
      return cell === undefined ? [] : [[column, cell] as const];
    }),
  );
  const notTold = [...filled.keys()].filter(({ column }) => mayBeYear(layout, column - 1));
  if (notTold.length > 0) {
    findings.push({
      problem: {
        code: 'year-not-told',
        columns: notTold.map(({ column }) => shownHeading(layout, column - 1)),
      },
      place: { tab, row: headings.row, field: null },
    });
  }
  for (const column of notTold) filled.delete(column);
  findings.push(...unreadColumns(tab, headings, [], filled));
  const read = Math.max(0, lastRowWithContent(raw) - headings.row);
  const excluded = [...rowsWithValues].filter((row) => !counted.has(row)).length;
  return {
    headings,
    rows: reading.rows,
    read,
    excluded,
    skipped: read - excluded - counted.size,
    findings,
    subtotals: [],
  };
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

const NOTHING_READ = { headings: null, rows: [], read: 0, excluded: 0, skipped: 0, subtotals: [] };

/** Whether a column that nobody reads may be one of a year: it begins with one, or stands among them. */
function mayBeYear({ periods, results, doubled, texts }: Layout, column: number): boolean {
  if (results.has(column) || doubled.includes(column)) return false;
  const text = texts[column] ?? '';
  const columns = [...periods.keys()];
  const isAmongYears = column > Math.min(...columns) && column < Math.max(...columns);
  return beginsWithYear(text) || (isAmongYears && !isTotalWord(text) && !isRemark(text));
}

function shownHeading({ texts }: Layout, column: number): string {
  const text = texts[column] ?? '';
  return text === '' ? `${columnLetters(column + 1)}열` : text;
}

/** @param context what is known of the indicators; null where only the headings are looked for. */
function layoutOf(
  definition: TabDefinition<Columns>,
  raw: RawTab,
  form: WideForm,
  context: ReadContext | null = null,
): Layout | null {
  const long = findHeadings(definition, raw).headings;
  const searched = raw.rows.slice(0, ROWS_SEARCHED);
  const index = searched.findIndex((row) => periodsOf(row, form).size >= LEAST_PERIODS);
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
  return { index, last, periods, results, isYearly, doubled, fields, labels, texts };
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

function headingsOf({ index, last, periods, doubled, fields, texts }: Layout): Headings {
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

function fieldOf({ periods }: Layout, column: number): string {
  return shownText(periods.get(column) ?? '');
}

/** The column of years that the long form has, where it stands beside columns of years and holds some; null where there is none. */
function yearColumnBeside(
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

interface LongForm {
  readonly long: RawTab;
  /** Where each row of the long form stands in the tab: row from 1, and index of the column. */
  readonly places: readonly { readonly row: number; readonly column: number }[];
  readonly rowsWithValues: ReadonlySet<number>;
  /** Cells that say something else than a value. */
  readonly words: readonly { readonly row: number; readonly column: number; readonly found: string }[];
  /** Numbers in cells that are merged across periods. */
  readonly across: readonly Finding[];
  readonly yearly: readonly YearlyRow[];
}

/** A row of what each year adds. */
interface YearlyRow {
  /** From 1. */
  readonly row: number;
  readonly label: string;
  /** Whether its plan has no other row, and so counts in nothing. */
  readonly isAlone: boolean;
}

function yearlyRows(tab: TabDefinition<Columns>['tab'], rows: readonly YearlyRow[]): readonly Finding[] {
  const alone = rows.filter(({ isAlone }) => isAlone);
  const beside = rows.filter(({ isAlone }) => !isAlone);
  const told = (code: 'yearly-rows-alone' | 'yearly-rows-aside', of: readonly YearlyRow[]) =>
    of.slice(0, 1).map(({ row }): Finding => {
      const named = of.map((each) => ({ row: each.row, label: each.label }));
      return { problem: { code, rows: named }, place: { tab, row, field: null } };
    });
  return [...told('yearly-rows-alone', alone), ...told('yearly-rows-aside', beside)];
}

function longForm(
  { tab, columns }: TabDefinition<Columns>,
  raw: RawTab,
  layout: Layout,
  form: WideForm,
  context: ReadContext,
): LongForm {
  const { index, last, periods, fields, labels, texts } = layout;
  const number = pledgeNumberIndex({ texts });
  const kept = [...fields.values(), ...(number === null ? [] : [number])];
  const headings = [
    ...[...fields.keys()].map((field) => columns[field]?.heading ?? field),
    ...(number === null ? [] : [PLEDGE_NUMBER_HEADING]),
    columns[form.yearField]?.heading ?? '',
    columns[form.valueField]?.heading ?? '',
  ];
  const titles = raw.rows.slice(0, index).map((row) => row.slice(0, headings.length));
  const rows: RawCell[][] = [];
  const places = [...titles, headings].map((_, at) => ({ row: at + 1, column: 0 }));
  const rowsWithValues = new Set<number>();
  const words: { row: number; column: number; found: string }[] = [];
  const merged = acrossColumns(raw, last + 1, [...periods.keys()]);
  const across: Finding[] = [];
  const yearly: YearlyRow[] = [];
  const topRowOf = topRows(raw);
  const topOf = (at: number, column: number): RawCell => {
    const top = topRowOf(at, column);
    return raw.rows[top === null ? at : top - 1]?.[column] ?? '';
  };
  const candidates: CandidateRow[] = [];
  let said: readonly RawCell[] = [];
  for (let at = last + 1; at < lastRowWithContent(raw); at += 1) {
    const cells = raw.rows[at] ?? [];
    const first = cells.find((cell) => !isBlank(cell));
    if (first === undefined || isNote(first)) continue;
    said = labelsSaid(
      labels.map((column) => cells[column] ?? ''),
      said,
    );
    const isOfPlan = [...periods.keys()].some((column) => isFilled(topOf(at, column)));
    if (!isOfPlan || kept.some((column) => isOfNone(cells[column] ?? '', context))) continue;
    const named = [...labels, ...kept];
    if (named.some((column) => isSameHeading(cells[column] ?? '', texts[column] ?? ''))) continue;
    const own = kept.map((column) => topOf(at, column));
    // A plan's rows stand together: what stands above a blank cell names the plan of both.
    const above = candidates[candidates.length - 1]?.plan ?? [];
    const plan = own.map((cell, column) => (isBlank(cell) ? (above[column] ?? cell) : cell));
    candidates.push({ at, own, plan, role: roleOfRow(said) });
  }
  const asideOf = asideOfPlans(candidates);
  for (const { at, own, plan, role } of candidates) {
    const cells = raw.rows[at] ?? [];
    const { aside, roles } = asideOf(plan);
    if (aside.has(role)) {
      const label = labels.map((column) => shownText(cells[column] ?? '').trim()).find((text) => text !== '');
      const isAlone = ![...roles].some((each) => !aside.has(each));
      if (role !== 'skipped' && role !== 'percent') yearly.push({ row: at + 1, label: label ?? '', isAlone });
      if (isAlone && role === 'yearly') rowsWithValues.add(at + 1);
      continue;
    }
    for (const [column, period] of periods) {
      const cell = cells[column] ?? '';
      const firstRow = topRowOf(at, column);
      if (firstRow !== null && isNumber(topOf(at, column))) {
        rowsWithValues.add(at + 1);
        across.push({
          problem: { code: 'merged-number', firstRow },
          place: { tab, row: at + 1, field: fieldOf(layout, column) },
        });
      }
      if (!isFilled(cell)) continue;
      const block = merged.find(({ row, columns: covered }) => row === at + 1 && covered.includes(column));
      if (block !== undefined && isNumber(cell)) {
        rowsWithValues.add(at + 1);
        const headings = block.columns.map((each) => fieldOf(layout, each));
        across.push({
          problem: { code: 'merged-across', found: shownText(cell).trim(), columns: headings },
          place: { tab, row: at + 1, field: fieldOf(layout, column) },
        });
        continue;
      }
      if (isWords(cell)) {
        words.push({ row: at + 1, column, found: shownText(cell).trim() });
        continue;
      }
      rowsWithValues.add(at + 1);
      places.push({ row: at + 1, column });
      rows.push([...own, period, cell]);
    }
  }
  const width = headings.length;
  const filledUp = titles.map((row) => [...row, ...Array<RawCell>(width - row.length).fill('')]);
  const long: RawTab = { ...raw, rows: [...filledUp, headings, ...rows], merges: () => [] };
  return { long, places, rowsWithValues, words, across, yearly };
}

/** Whether a cell that names the indicator or the pledge of its row names none, as 계, 실적 and 비고 do. */
function isOfNone(cell: RawCell, { indicators }: ReadContext): boolean {
  return roleOf(cell) === 'skipped' && !indicators.lists(shownText(cell));
}

/**
 * The labels of a row, and where its last says something but one before it nothing, what stands above that one: 실적 goes on below
 * `실적 | 당해` with ` | 누적`.
 */
function labelsSaid(labels: readonly RawCell[], above: readonly RawCell[]): readonly RawCell[] {
  if (isBlank(labels[labels.length - 1] ?? '')) return labels;
  return labels.map((cell, at) => {
    const before = above[at] ?? '';
    return isBlank(cell) && !isTotalWord(shownText(before)) ? before : cell;
  });
}

/** A row that may be of a plan. */
interface CandidateRow {
  /** Index of the row. */
  readonly at: number;
  /** What the row says of its indicator and pledge. */
  readonly own: readonly RawCell[];
  /** The same with what stands above blank cells: rows of one plan share it. */
  readonly plan: readonly RawCell[];
  readonly role: RowRole;
}

/** The headings once more. */
function isSameHeading(label: RawCell, heading: string): boolean {
  return typeof label === 'string' && !isBlank(label) && headingKey(label) === headingKey(heading);
}

/** What is left aside in the plan of each pledge and indicator, by the cells that name them. */
function asideOfPlans(rows: readonly CandidateRow[]): (plan: readonly RawCell[]) => {
  readonly roles: ReadonlySet<RowRole>;
  readonly aside: ReadonlySet<RowRole>;
} {
  const keyOf = (plan: readonly RawCell[]) => plan.map((cell) => textKey(shownText(cell))).join('\n');
  const rolesOf = new Map<string, Set<RowRole>>();
  for (const { plan, role } of rows) {
    const roles = rolesOf.get(keyOf(plan)) ?? new Set<RowRole>();
    rolesOf.set(keyOf(plan), roles.add(role));
  }
  return (plan) => {
    const roles = rolesOf.get(keyOf(plan)) ?? new Set<RowRole>();
    return { roles, aside: rolesAside(roles) };
  };
}

const NUMBER = /^(?:총|계|약|대략)*[△▲(]?[-−–]?[\d.]/;
const NO_VALUE = /^(?:[-–—―‐‑‒−ㅡ]|없음)$/;

/** Whether a cell holds a number, or what is meant for one: no words, no dash. */
function isNumber(cell: RawCell): boolean {
  if (!isFilled(cell) || isWords(cell)) return false;
  return typeof cell !== 'string' || !NO_VALUE.test(compactReadText(cell));
}

/** Words where a number belongs: 설계, 준공. */
function isWords(cell: RawCell): boolean {
  if (typeof cell !== 'string') return false;
  const text = compactReadText(cell);
  return !NUMBER.test(text) && !NO_VALUE.test(text) && !ERROR_VALUE.test(text);
}

/** The row, from 1, at the top of the merged block that a blank cell is a lower part of; null for any other cell. */
function topRows(raw: RawTab): (rowIndex: number, column: number) => number | null {
  let tops: ReadonlyMap<string, number> | null = null;
  return (rowIndex, column) => {
    const cell = raw.rows[rowIndex]?.[column] ?? '';
    if (!isBlank(cell) || raw.merges === undefined) return null;
    tops ??= new Map(
      raw
        .merges()
        .flatMap(({ row, column: at, rows }) =>
          Array.from({ length: rows - 1 }, (_, below) => [`${row + below + 1},${at}`, row] as const),
        ),
    );
    return tops.get(`${rowIndex + 1},${column + 1}`) ?? null;
  };
}

function firstFilled(raw: RawTab, from: number, column: number): RawCell | undefined {
  return raw.rows
    .slice(from)
    .map((row) => row[column] ?? '')
    .find(isFilled);
}

/** 연차목표 with a column a year, as 20, 50, 90, 140 and 200 below 2022 to 2026. */
export const WIDE_TARGETS: WideForm = {
  yearField: 'year',
  valueField: 'planned',
  periodOf: (cell) => {
    const named = yearHeading(cell);
    return named === null ? null : { period: named.year, part: named.part };
  },
};
