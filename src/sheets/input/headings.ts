/** Finds a tab's headings by name: in any order, below any title rows, on one row or on two. */
import type { Finding } from '../../domain/finding.ts';
import { isMoneyUnit } from '../cells/money.ts';
import { keptByPair, keptByText } from '../kept.ts';
import { nearestName } from '../name-table.ts';
import { indexesFrom, isBlank, type RawCell, type RawTab } from '../raw.ts';
import { compactText, textKey } from '../text-key.ts';
import type { Column, TabDefinition } from './columns.ts';
import { isTotalWord } from './totals/total-words.ts';

export interface HeadingCell {
  /** Column number from 1. */
  readonly column: number;
  /** A unit named in brackets: `집행액(천원)`. */
  readonly unit: string | null;
}

export interface Headings {
  /** Number, from 1, of the last row of headings, right above the data. */
  readonly row: number;
  /** The first row of headings: the same row, or the one above it where there are two. */
  readonly firstRow: number;
  readonly cells: ReadonlyMap<string, HeadingCell>;
  /** The heading of each column, from the left. Two rows are joined: `소통 실적 횟수`. */
  readonly texts: readonly string[];
  /** Columns whose heading is also further left. They are reported and not read. */
  readonly doubled: readonly number[];
  /** Headings of the tables below this one. Each applies from its own first row of headings on. */
  readonly below?: readonly Headings[];
}

/** Field name of an unknown column, for the place of a finding. */
export function fieldOfColumn(column: number): string {
  return `column ${column}`;
}

/** The headings that apply to a row: those of the last table that starts at or above it. */
export function headingsOfRow<Own extends Pick<Headings, 'below'>>(
  headings: Own,
  row: number,
): Own | Headings {
  const passed = (headings.below ?? []).filter(({ firstRow }) => row >= firstRow);
  return passed[passed.length - 1] ?? headings;
}

type Columns = Readonly<Record<string, Column<unknown>>>;

/** Headings are near the top. Further down, what looks like headings is data. */
const MOST_ROWS_SEARCHED = 30;

/** Indexes of the rows from the top that may be headings: the leading blank rows, and 30 more. */
export function searchedRows(raw: RawTab): readonly number[] {
  const indexes = indexesFrom(raw, 0);
  const first = indexes.find((index) => !(raw.rows[index] ?? NO_CELLS).every(isBlank)) ?? 0;
  const end = indexes.findIndex((index) => index >= first + MOST_ROWS_SEARCHED);
  return end < 0 ? indexes : indexes.slice(0, end);
}

/**
 * Finds the row, or the two rows, with a tab's headings: those with most of the required columns, the first
 * of equals. If a required column is missing, there are no headings. Each missing one is then a finding with
 * the cell that is most like it.
 */
export function findHeadings(
  definition: TabDefinition<Columns>,
  raw: RawTab,
): { readonly headings: Headings | null; readonly findings: readonly Finding[] } {
  const names = headingNames(definition.columns);
  const required = Object.keys(definition.columns).filter((field) => definition.columns[field]?.required);

  let best: NamedRows | null = null;
  let most = 0;
  for (const index of searchedRows(raw)) {
    const candidate = namedRowsAt(raw, index, names, required);
    const named = required.filter((field) => candidate.fields.has(field)).length;
    if (named > most) {
      most = named;
      best = candidate;
    }
  }

  const fields: ColumnsByField = best?.fields ?? new Map();
  const missing = required.filter((field) => !fields.has(field));
  if (best === null || missing.length > 0) {
    const used = new Set([...fields.values()].flat());
    const unused = (best?.texts ?? [])
      .filter(({ shown }, column) => shown !== '' && !used.has(column))
      .map(({ shown }) => shown);
    return {
      headings: null,
      findings: missing.map((field) => {
        const { heading = field, aliases = [] } = definition.columns[field] ?? {};
        return {
          problem: {
            code: 'missing-heading',
            heading,
            nearest: nearestHeading([heading, ...aliases], unused),
          },
          place: { tab: definition.tab, row: best === null ? null : best.last + 1, field: null },
        };
      }),
    };
  }

  const { first, last, texts } = best;
  const cells = new Map<string, HeadingCell>();
  const findings: Finding[] = [];
  const doubled: number[] = [];
  for (const [field, [column = 0, ...doubles]] of fields) {
    cells.set(field, { column: column + 1, unit: unitIn(texts[column]?.shown ?? '') });
    for (const double of doubles) {
      doubled.push(double + 1);
      findings.push({
        problem: { code: 'doubled-heading', heading: texts[double]?.shown ?? '' },
        place: { tab: definition.tab, row: last + 1, field: fieldOfColumn(double + 1) },
      });
    }
  }
  const shown = texts.map((text) => text.shown);
  return { headings: { row: last + 1, firstRow: first + 1, cells, texts: shown, doubled }, findings };
}

/** The heading of one column. */
interface HeadingText {
  readonly shown: string;
  /** Texts that may name the column, the likelier first: 횟수, then `소통 실적 횟수`. */
  readonly spellings: readonly string[];
}

/** One row or two that may be the headings, with the columns they name. */
interface NamedRows {
  /** Index of the first of these rows, and of the last. */
  readonly first: number;
  readonly last: number;
  readonly texts: readonly HeadingText[];
  readonly fields: ColumnsByField;
}

function namedRowsAt(
  raw: RawTab,
  index: number,
  names: HeadingNames,
  required: readonly string[],
): NamedRows {
  const upper = raw.rows[index] ?? NO_CELLS;
  const one: NamedRows = { first: index, last: index, ...namedRow(upper, names) };
  const lower = raw.rows[index + 1] ?? NO_CELLS;
  if (one.fields.size === 0 || !mayBeParts(upper, lower)) return one;
  const both = textsOfBoth(upper, lower);
  const fields = columnsOfRow(both, names);
  if (
    isTitleOver(upper, lower) &&
    [...fields.keys()].every((field) => namedRow(lower, names).fields.has(field))
  ) {
    return one;
  }
  const isKept = required.every((field) => !one.fields.has(field) || fields.has(field));
  const namesMore = [...fields.keys()].some((field) => !one.fields.has(field));
  return isKept && (namesMore || standsMerged(raw, index, lower))
    ? { first: index, last: index + 1, texts: both, fields }
    : one;
}

const NO_CELLS: readonly RawCell[] = [];

/**
 * Whether a row has only a title above the first heading of the row below, and perhaps a unit: `건의사항 | | (단위:
 * 건)` over 공약번호, 접수일 and 출처.
 */
function isTitleOver(upper: readonly RawCell[], lower: readonly RawCell[]): boolean {
  const first = lower.findIndex((cell) => !isBlank(cell));
  return (
    !isBlank(upper[first] ?? '') &&
    upper.every((cell, column) => column === first || isBlank(cell) || textOf(cell).includes('단위'))
  );
}

type NamedRow = Pick<NamedRows, 'texts' | 'fields'>;

const namedIn = keptByPair<readonly RawCell[], HeadingNames, NamedRow>();

function namedRow(cells: readonly RawCell[], names: HeadingNames): NamedRow {
  return namedIn(cells, names, () => {
    const texts = cells.map((cell) => headingText(textOf(cell)));
    return { texts, fields: columnsOfRow(texts, names) };
  });
}

/**
 * Whether the lower row may hold parts of the headings above: only text, each below a blank, a group or the
 * same text.
 */
function mayBeParts(upper: readonly RawCell[], lower: readonly RawCell[]): boolean {
  const filled = lower.flatMap((cell, column) => (isBlank(cell) ? [] : [{ cell, column }]));
  return (
    filled.length > 0 &&
    filled.every(({ cell, column }) => {
      if (typeof cell !== 'string') return false;
      const above = textOf(upper[column] ?? '');
      return above === '' || startsGroup(upper, lower, column) || headingKey(above) === headingKey(cell);
    })
  );
}

/** Whether the heading of this column spans the next: nothing is above that one, and it has a part below. */
function startsGroup(upper: readonly RawCell[], lower: readonly RawCell[], column: number): boolean {
  return isBlank(upper[column + 1] ?? '') && !isBlank(lower[column + 1] ?? '');
}

/**
 * Whether all texts of the lower row are below merged headings of the upper one. They are then headings,
 * known or not.
 */
function standsMerged(raw: RawTab, index: number, lower: readonly RawCell[]): boolean {
  const merged = (raw.merges?.() ?? []).filter(({ row }) => row === index + 1);
  return lower.every(
    (cell, column) =>
      isBlank(cell) ||
      merged.some((merge) => column + 1 >= merge.column && column + 1 < merge.column + merge.columns),
  );
}

function textsOfBoth(upper: readonly RawCell[], lower: readonly RawCell[]): readonly HeadingText[] {
  let group = '';
  return upper.map((cell, column): HeadingText => {
    const above = textOf(cell);
    const below = textOf(lower[column] ?? '');
    if (above !== '') group = startsGroup(upper, lower, column) ? above : '';
    if (below === '') group = '';
    if (below === '' || headingKey(above) === headingKey(below)) return headingText(above);
    if (group === '') return headingText(below);
    const joined = `${group} ${below}`;
    return { shown: joined, spellings: isTotalWord(below) ? [group] : [below, joined] };
  });
}

function headingText(text: string): HeadingText {
  return { shown: text, spellings: [text] };
}

function textOf(cell: RawCell): string {
  return typeof cell === 'string' ? cell.trim() : '';
}

/** The cell most like one of the names of a heading. Earlier names are tried first. */
function nearestHeading(names: readonly string[], cells: readonly string[]): string | null {
  for (const name of names) {
    const nearest = nearestName(name, cells);
    if (nearest !== null) return nearest;
  }
  return null;
}

/** A heading without its unit and marks: `집행액 (천원)` and `집행액*` are both 집행액. */
export const headingKey = keptByText((text) =>
  textKey(
    compactText(text)
      .replace(/\([^()]*\)/g, '')
      .replace(/[*※]/g, ''),
  ),
);

/** Names that a tab's headings may have: field names by the key of the name. */
interface HeadingNames {
  readonly own: ReadonlyMap<string, string>;
  readonly aliases: ReadonlyMap<string, string>;
}

/** The columns with a field's heading, by field. Several where the heading is repeated. */
type ColumnsByField = ReadonlyMap<string, readonly number[]>;

const NAMES = new WeakMap<Columns, HeadingNames>();

function headingNames(columns: Columns): HeadingNames {
  const known = NAMES.get(columns);
  if (known !== undefined) return known;
  const own = new Map(Object.entries(columns).map(([field, { heading }]) => [headingKey(heading), field]));
  const aliases = new Map(
    Object.entries(columns).flatMap(([field, column]) =>
      column.aliases.map((alias): [string, string] => [headingKey(alias), field]),
    ),
  );
  const names: HeadingNames = { own, aliases };
  NAMES.set(columns, names);
  return names;
}

/** The columns with a field's heading in a row, by field. */
export function fieldsNamed(cells: readonly RawCell[], columns: Columns): ColumnsByField {
  return namedRow(cells, headingNames(columns)).fields;
}

/** A field's own heading wins over an alias: `구분 | 일자 | 분류` is read with 분류, and 구분 is an unknown column. */
function columnsOfRow(texts: readonly HeadingText[], { own, aliases }: HeadingNames): ColumnsByField {
  return new Map([...columnsNamed(texts, aliases), ...columnsNamed(texts, own)]);
}

function columnsNamed(
  texts: readonly HeadingText[],
  names: ReadonlyMap<string, string>,
): Map<string, number[]> {
  const columns = new Map<string, number[]>();
  for (const [column, { spellings }] of texts.entries()) {
    const field = spellings
      .map((spelling) => names.get(headingKey(spelling)))
      .find((known) => known !== undefined);
    if (field !== undefined) columns.set(field, [...(columns.get(field) ?? []), column]);
  }
  return columns;
}

/**
 * The unit of money that a heading names in brackets: 천원 in `집행액(천원)` and in `집행액(단위: 천원, 구비)`; null: none.
 */
export function unitIn(cell: RawCell): string | null {
  return typeof cell === 'string' ? unitInText(cell) : null;
}

const unitInText = keptByText((text): string | null => {
  const bracketed = [...compactText(text).matchAll(/\(([^()]*)\)/g)].flatMap(([, inside = '']) =>
    inside.replace(/단위:?/, '').split(','),
  );
  return bracketed.find(isMoneyUnit) ?? null;
});
