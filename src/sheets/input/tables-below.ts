/**
 * Tables below each other in one tab, each with its own headings, as when the pages of a plan are pasted: the
 * years to 2026, and below them those from 2027 on. Each table is read separately, so that no value counts
 * for a year in the headings of another table.
 */
import { exactSum } from '../../domain/decimal.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Subtotal } from '../../domain/records.ts';
import type { InputTab } from '../../domain/tabs.ts';
import { fullUnit, isMoneyUnit } from '../cells/money.ts';
import { indexesFrom, isBlank, type RawCell, type RawTab, shownText } from '../raw.ts';
import { compactReadText } from '../text-key.ts';
import { type Headings, headingKey, searchedRows, unitIn } from './headings.ts';
import { filledIndexes } from './rows/read-rows.ts';
import { isFilled, isNote } from './rows/row-kind.ts';
import { moneyUnitsIn } from './rows/title-units.ts';
import { withTablesAbove } from './totals/subtotals.ts';
import { withYearsWhole } from './years/short-years.ts';

/** How a row of headings is recognised. */
export interface TableHeadings {
  readonly tab: InputTab;
  /** Headings above the names of rows: 구분, 재원. */
  readonly labels: ReadonlySet<string>;
  /** The headings of a list, each as a set of names: 연도 and 누적목표. Empty: the tab has no list layout. */
  readonly list: readonly ReadonlySet<string>[];
  /** The usual unit of its amounts; absent: its values are no money. */
  readonly unit?: string;
  /** Whether a row with only years is a row of headings. */
  readonly withoutLabel: boolean;
  /** Key of the time that a heading names; null: none. */
  timeOf(cell: RawCell): string | null;
}

/** The keys of all names that the columns may have. */
export function headingKeys(
  ...columns: readonly { readonly heading: string; readonly aliases: readonly string[] }[]
): ReadonlySet<string> {
  return new Set(columns.flatMap(({ heading, aliases }) => [heading, ...aliases].map(headingKey)));
}

export interface Table {
  /** The tab with the rows of other tables blanked, so that rows keep their numbers. */
  readonly raw: RawTab;
  /** Number, from 1, of its row of headings. */
  readonly row: number;
  /**
   * The title above the table, where it says that the table holds results instead of a plan; null elsewhere.
   */
  readonly resultsTitle: string | null;
  /** Its headings once more that name no unit, with the unit of the amounts, where it may be another one. */
  readonly unitless: readonly { readonly row: number; readonly unit: string }[];
}

/** The result of reading one table. */
interface ReadTable<Row> {
  readonly headings: Headings | null;
  readonly rows: readonly Row[];
  readonly read: number;
  readonly excluded: number;
  readonly skipped: number;
  readonly findings: readonly Finding[];
  readonly subtotals?: readonly Subtotal[];
  sums?(): Readonly<Record<string, number>>;
}

/** Reads each table of a tab. One that cannot be read is a finding at its headings; its rows are left out. */
export function readTables<Row, Read extends ReadTable<Row>>(
  tab: RawTab,
  names: TableHeadings,
  read: (raw: RawTab) => Read & ReadTable<Row>,
): Read {
  const tables = tablesOf(tab, names);
  const [first, ...below] = tables;
  const whole = read(first?.raw ?? tab);
  const { headings } = whole;
  if (headings === null) return whole;
  const findings = [
    ...whole.findings,
    ...tables.flatMap(({ unitless }) => unitless.map(unitNotNamed(names))),
  ];
  if (below.length === 0) return { ...whole, findings };
  const rows = [...whole.rows];
  const subtotals = [...(whole.subtotals ?? [])];
  const sums = { ...whole.sums?.() };
  const parts: Headings[] = [];
  let excluded = whole.excluded;
  let counted = countedIn(whole);
  for (const { raw, row, resultsTitle } of below) {
    const place = { tab: names.tab, row, field: null };
    if (resultsTitle !== null) {
      const titled = [{ row, label: resultsTitle }];
      findings.push({ problem: { code: 'results-in-plan', rows: titled, columns: [] }, place });
      continue;
    }
    const part = read(raw);
    if (part.headings === null) {
      const own = part.findings.filter(({ problem }) => problem.code !== 'missing-heading');
      findings.push(...(own.length > 0 ? own : [{ problem: { code: 'table-not-read' as const }, place }]));
      excluded += raw.rows.slice(row).filter((cells) => cells.some(isFilled)).length;
      continue;
    }
    parts.push(part.headings);
    findings.push(...part.findings);
    for (const each of part.rows) rows.push(each);
    subtotals.push(...withTablesAbove(part.subtotals ?? [], sums));
    for (const [field, sum] of Object.entries(part.sums?.() ?? {}))
      sums[field] = exactSum([sums[field] ?? 0, sum]);
    excluded += part.excluded;
    counted += countedIn(part);
  }
  const all = filledIndexes(tab, headings.row).length;
  const skipped = all - excluded - counted;
  return {
    ...whole,
    headings: { ...headings, below: parts },
    rows,
    read: all,
    excluded,
    skipped,
    findings,
    subtotals,
  };
}

function unitNotNamed({ tab }: TableHeadings): (at: { row: number; unit: string }) => Finding {
  return ({ row, unit }) => ({
    problem: { code: 'unit-not-named', unit },
    place: { tab, row, field: null },
  });
}

function countedIn({ read, excluded, skipped }: ReadTable<unknown>): number {
  return read - excluded - skipped;
}

/** Where a table of a tab begins, as indexes of rows. */
export interface TableStart {
  /** Its first title, or its first row of headings where it has no title. */
  readonly from: number;
  /** Its first row of headings, and the last one. */
  readonly row: number;
  readonly last: number;
  readonly resultsTitle: string | null;
  /** True where the headings of the table above stand once more. */
  readonly isSame: boolean;
  /**
   * The unit of the headings above, if none is named here, and it is not the usual one or not the only one;
   * null elsewhere.
   */
  readonly unitAbove: string | null;
}

/** Finds the tables of a tab from the top. Their rows of headings are returned with short years in full. */
export function tableStarts(
  tab: RawTab,
  names: TableHeadings,
): { readonly rows: RawTab['rows']; readonly starts: readonly TableStart[] } {
  const isLabel = (cell: RawCell) =>
    typeof cell === 'string' && cell.length < LONGEST_LABEL && names.labels.has(headingKey(cell));
  const rows = [...tab.rows];
  const starts: TableStart[] = [];
  let last: RowOfHeadings | null = null;
  let unitBefore: string | null = null;
  const units = new Set<string>();
  const lastSearched = Math.max(0, ...searchedRows(tab));
  for (const index of indexesFrom(tab, 0)) {
    if (last !== null && index <= last.last) continue;
    const isLabelled: boolean = (rows[index] ?? []).some(isLabel);
    // Skips most rows early, since long lists have thousands and the tests below are slow.
    if (!isLabelled && (last?.isList === true || !names.withoutLabel)) continue;
    if (last === null && index > lastSearched + 1) break;
    for (const at of isLabelled ? [index, index + 1] : [index]) {
      const row = rows[at];
      if (row !== undefined) rows[at] = withYearsWhole(row, isLabelled && at === index);
    }
    const found: RowOfHeadings | null = headingsAt(rows, index, names, isLabelled, last);
    if (found === null) continue;
    const titles = last === null ? 0 : titlesAbove(rows, found.from);
    const above = rows.slice(found.from - titles, found.from).map(textOfRow);
    const title = found.results ?? above.find(isOfResults);
    const [unit = null] = [
      ...(rows[found.from] ?? []).flatMap((cell) => unitIn(cell) ?? []).map(fullUnit),
      ...moneyUnitsIn(rows.slice(found.from - titles, found.from)),
    ];
    const isInUnit = last === null || unit === null || unit === unitBefore;
    const isOther: boolean =
      names.unit !== undefined &&
      unitBefore !== null &&
      isMoneyUnit(unitBefore) &&
      (unitBefore !== names.unit || units.size > 1);
    const unitAbove: string | null = unit === null && isOther ? unitBefore : null;
    unitBefore = unit ?? unitBefore;
    if (unit !== null && isMoneyUnit(unit)) units.add(unit);
    starts.push({
      unitAbove,
      from: last === null ? 0 : found.from - titles,
      row: found.from,
      last: found.last,
      resultsTitle: last === null ? null : (title ?? null),
      isSame: last?.key === found.key && title === undefined && isInUnit,
    });
    last = found;
  }
  return { rows, starts };
}

/** The tables of a tab from the top, with short years in full. The whole tab where it has only one table. */
export function tablesOf(tab: RawTab, names: TableHeadings): readonly Table[] {
  const { rows, starts: all } = tableStarts(tab, names);
  const starts = all.filter(({ isSame }) => !isSame);
  const unitlessIn = (from: number, end: number) =>
    all.flatMap(({ row, isSame, unitAbove }) =>
      isSame && unitAbove !== null && row >= from && row < end ? [{ row: row + 1, unit: unitAbove }] : [],
    );
  if (starts.length < 2) {
    const unitless = unitlessIn(0, rows.length);
    return [{ raw: { ...tab, rows }, row: (starts[0]?.row ?? 0) + 1, resultsTitle: null, unitless }];
  }
  const nothing = (rows[0] ?? []).map((): RawCell => '');
  const unit = rows.slice(0, (starts[0]?.row ?? 0) + 1).find((row) => UNIT.test(textOfRow(row)));
  return starts.map(({ from, row, resultsTitle }, at) => {
    const end = starts[at + 1]?.from ?? rows.length;
    // The unit above the first table applies to all. A table without its own gets it in the row above.
    const isNamed =
      rows.slice(from, row).some(hasUnit) || (rows[row] ?? []).some((cell) => unitIn(cell) !== null);
    const unitAt = unit === undefined || isNamed ? -1 : from - 1;
    // Rows keep their numbers: those of tables above are blanked, those of tables below are cut off.
    const ofTable = rows
      .slice(0, end)
      .map((cells, index) => (index === unitAt ? (unit ?? cells) : index < from ? nothing : cells));
    const own = indexesFrom(tab, from).filter((index) => index < end);
    const merges = () => (tab.merges?.() ?? []).filter((block) => block.row > from && block.row <= end);
    const part: RawTab = {
      ...tab,
      rows: ofTable,
      own: unitAt < 0 ? own : [unitAt, ...own],
      ...(tab.merges === undefined ? {} : { merges }),
    };
    return {
      raw: at === 0 ? part : { ...part, hidesRows: false },
      row: row + 1,
      resultsTitle,
      unitless: unitlessIn(from, end),
    };
  });
}

const LONGEST_LABEL = 50;

interface RowOfHeadings {
  /** Index of the first row of headings, and of the last one that was used. */
  readonly from: number;
  readonly last: number;
  /** The columns with their headings. The same key further down repeats the headings of the same table. */
  readonly key: string;
  readonly isList: boolean;
  /** The heading that says that the table holds results instead of a plan. */
  readonly results?: string;
}

function headingsAt(
  rows: RawTab['rows'],
  index: number,
  names: TableHeadings,
  isLabelled: boolean,
  above: RowOfHeadings | null,
): RowOfHeadings | null {
  const row = rows[index] ?? [];
  const times = timesOf(row, names);
  // Years right below other headings belong to one of these, as below 임기내.
  if (!isLabelled && above?.last === index - 1) return null;
  if (isLabelled ? times.length > 0 : areYearsOnly(row, times)) {
    const label = textOfRow(row);
    const ofResults = above !== null && isOfResults(label) ? { results: label } : {};
    return { from: index, last: index, key: times.map(keyOf).join(), isList: false, ...ofResults };
  }
  if (!isLabelled) return null;
  const keys = row.map((cell) => (typeof cell === 'string' && cell !== '' ? headingKey(cell) : ''));
  const list = names.list.map((each) => keys.findIndex((key) => each.has(key)));
  if (list.length > 0 && !list.includes(-1)) {
    return { from: index, last: index, key: `list ${list.join()}`, isList: true };
  }
  if (row.some(isValue)) return null;
  const results = row.map((cell) => shownText(cell).trim()).find(isOfResults);
  if (above !== null && list.length > 0 && results !== undefined) {
    return { from: index, last: index, key: results, isList: true, results };
  }
  for (const [from, last, beside] of [
    [index, index + 1, index + 1],
    [index - 1, index, index - 1],
  ] as const) {
    const cells = rows[beside] ?? [];
    const found = timesOf(cells, names);
    const isOwn = beside > index || above === null || beside > above.last;
    if (found.length > 1 && isOwn && !cells.some((cell) => isValue(cell) && names.timeOf(cell) === null)) {
      return { from, last, key: found.map(keyOf).join(), isList: false };
    }
  }
  return null;
}

interface TimeOfColumn {
  readonly column: number;
  readonly cell: RawCell;
  readonly time: string;
}

const keyOf = ({ column, time }: TimeOfColumn): string => `${column}=${time}`;

function timesOf(row: readonly RawCell[], names: TableHeadings): readonly TimeOfColumn[] {
  return row.flatMap((cell, column) => {
    const time = isBlank(cell) ? null : names.timeOf(cell);
    return time === null ? [] : [{ column, cell, time }];
  });
}

/**
 * Whether a row without a label is a row of years. Numbers must be consecutive, which values of a plan are
 * not.
 */
function areYearsOnly(row: readonly RawCell[], times: readonly TimeOfColumn[]): boolean {
  if (times.length < 2) return false;
  const columns = new Set(times.map(({ column }) => column));
  if (row.some((cell, column) => !columns.has(column) && isValue(cell))) return false;
  const numbers = times.flatMap(({ cell }) => (typeof cell === 'number' ? [Math.abs(cell)] : []));
  return numbers.every((year, at) => at === 0 || year === (numbers[at - 1] ?? 0) + 1);
}

/** Whether a cell is a number, a date or a tick, which no row of headings contains. */
function isValue(cell: RawCell): boolean {
  return isFilled(cell) && (typeof cell !== 'string' || VALUE.test(compactReadText(cell)));
}

const VALUE = /^(?:약|총)?[-–—△▲(]*(?:\d|$)/;
const UNIT = /단위/;
const RESULTS = /집행|지출|결산|실적|달성/;
const TELLING_TITLE = new RegExp(`단위|계획|목표|${RESULTS.source}`);
const hasUnit = (row: readonly RawCell[]) => UNIT.test(textOfRow(row));

/**
 * Number of title rows right above the headings. Each is a single text. They follow a blank row, or each
 * names a unit, a plan or results.
 */
function titlesAbove(rows: RawTab['rows'], from: number): number {
  const isTitle = (row: readonly RawCell[]) => {
    const [first = '', ...others] = row.filter((cell) => !isBlank(cell));
    return others.length === 0 && typeof first === 'string' && !isBlank(first) && !isNote(first);
  };
  let titles = 0;
  while (from - titles > 0 && isTitle(rows[from - titles - 1] ?? [])) titles += 1;
  const isApart = (rows[from - titles - 1] ?? []).every(isBlank);
  const texts = rows
    .slice(from - titles, from)
    .map(textOfRow)
    .reverse();
  const other = texts.findIndex((text) => !TELLING_TITLE.test(text));
  return isApart || other < 0 ? titles : other;
}

function textOfRow(row: readonly RawCell[]): string {
  return row.map((cell) => shownText(cell).trim()).find((text) => text !== '') ?? '';
}

/** Whether a title names results and no plan: `2. 집행 현황`, 추진실적. */
function isOfResults(title: string): boolean {
  return RESULTS.test(title) && !/계획|목표/.test(title);
}
