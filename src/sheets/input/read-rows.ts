/** Reading the data rows of a tab: each row becomes values, or is left out with its reason, or is none to count. */
import type { CellProblem, Finding } from '../../domain/finding.ts';
import { isMoneyUnit } from '../cells/money.ts';
import type { Parsed } from '../cells/parsed.ts';
import type { RawCell, RawTab } from '../raw.ts';
import { compactText, textKey } from '../text-key.ts';
import type { Column, ReadContext, RowOf, TabDefinition } from './columns.ts';
import { findHeadings, type Headings, headingKey } from './headings.ts';

export interface ReadRow<Values> {
  /** Row number in the tab, from 1. */
  readonly row: number;
  readonly values: Values;
}

export interface ReadRows<Values> {
  /** null: a heading that the tab needs is missing, and none of its rows was read. */
  readonly headings: Headings | null;
  readonly rows: readonly ReadRow<Values>[];
  /** Rows below the headings, down to the last that holds anything. */
  readonly read: number;
  readonly excluded: number;
  readonly skipped: number;
  readonly findings: readonly Finding[];
}

type Columns = Readonly<Record<string, Column<unknown>>>;

const SUBTOTAL_WORDS: ReadonlySet<string> = new Set(['계', '합계', '소계', '누계', '총계', '총합', '총합계']);
/** The longest of them, with spaces between its letters or a unit in brackets. */
const LONGEST_SUBTOTAL_TEXT = 12;

/** Reads every data row of a tab. A bad row is excluded with its findings; it never stops the others. */
export function readRows<Definition extends TabDefinition<Columns>>(
  definition: Definition,
  raw: RawTab,
  context: ReadContext,
): ReadRows<RowOf<Definition>> {
  const { headings, findings: headingFindings } = findHeadings(definition, raw);
  if (headings === null) {
    return { headings, rows: [], read: 0, excluded: 0, skipped: 0, findings: headingFindings };
  }
  const titleRows = raw.rows.slice(0, headings.row - 1);
  const readers = cellReaders(definition.columns, headings, unitOfTitle(titleRows), {
    ...context,
    tabYear: yearOfTitle(titleRows),
  });
  const labelColumns = readers.filter(({ label }) => label).map(({ index }) => index);
  const headingRow = raw.rows[headings.row - 1] ?? [];

  const rows: ReadRow<RowOf<Definition>>[] = [];
  const findings: Finding[] = [...headingFindings];
  const end = lastRowWithContent(raw);
  let excluded = 0;
  let skipped = 0;
  for (let index = headings.row; index < end; index += 1) {
    const cells = raw.rows[index] ?? [];
    if (isSkipped(cells, labelColumns, headingRow)) {
      skipped += 1;
      continue;
    }
    const values: Record<string, unknown> = {};
    let counts = true;
    for (const reader of readers) {
      const parsed = reader.read(cells[reader.index] ?? '');
      if (parsed.ok) values[reader.field] = parsed.value;
      else counts = false;
      for (const problem of problemsOf(parsed)) {
        findings.push({ problem, place: { tab: definition.tab, row: index + 1, field: reader.field } });
      }
    }
    // Every column of the definition has just been read with its own parser, which is what RowOf says.
    if (counts) rows.push({ row: index + 1, values: values as RowOf<Definition> });
    else excluded += 1;
  }
  return { headings, rows, read: Math.max(0, end - headings.row), excluded, skipped, findings };
}

interface CellReader {
  readonly field: string;
  /** Index of its cell in the row; past the end where the tab does not have the column. */
  readonly index: number;
  readonly label: boolean;
  read(cell: RawCell): Parsed<unknown>;
}

/** A reader for each column, which reads each distinct text once. */
function cellReaders(
  columns: Columns,
  headings: Headings,
  titleUnit: string | null,
  context: ReadContext,
): readonly CellReader[] {
  return Object.entries(columns).map(([field, column]) => {
    const heading = headings.cells.get(field);
    const known = new Map<RawCell, Parsed<unknown>>();
    const blank: Parsed<unknown> =
      column.blank === null
        ? { ok: false, flag: { code: 'required-blank' } }
        : { ok: true, value: column.blank.value, notices: [] };
    return {
      field,
      index: heading === undefined ? Number.MAX_SAFE_INTEGER : heading.column - 1,
      label: column.label && heading !== undefined,
      read: (cell) => {
        const earlier = known.get(cell);
        if (earlier !== undefined) return earlier;
        const parsed = isBlank(cell) ? blank : column.parse(cell, context, heading?.unit ?? titleUnit);
        known.set(cell, parsed);
        return parsed;
      },
    };
  });
}

const NO_PROBLEMS: readonly CellProblem[] = [];

function problemsOf(parsed: Parsed<unknown>): readonly CellProblem[] {
  if (!parsed.ok) return [parsed.flag];
  return parsed.notices.length === 0 ? NO_PROBLEMS : parsed.notices;
}

function isSkipped(
  cells: readonly RawCell[],
  labelColumns: readonly number[],
  headingRow: readonly RawCell[],
): boolean {
  const first = cells.find((cell) => !isBlank(cell));
  if (first === undefined) return true;
  return (
    isNote(first) ||
    labelColumns.some((index) => isSubtotalWord(cells[index] ?? '')) ||
    isRepeatedHeading(cells, headingRow)
  );
}

/** Whether a row that begins with this cell is a note (`※ 2024년은 3월까지`). */
export function isNote(first: RawCell): boolean {
  return typeof first === 'string' && first.trimStart().startsWith('※');
}

/** 계, 합 계, 합계(건). */
function isSubtotalWord(cell: RawCell): boolean {
  if (typeof cell !== 'string' || cell.length > LONGEST_SUBTOTAL_TEXT) return false;
  const key = textKey(cell);
  const bracket = key.indexOf('(');
  return SUBTOTAL_WORDS.has(bracket < 0 ? key : key.slice(0, bracket));
}

/** The headings again, as they stand on the second page of a pasted table. */
function isRepeatedHeading(cells: readonly RawCell[], headingRow: readonly RawCell[]): boolean {
  let same = 0;
  for (const [index, cell] of cells.entries()) {
    if (isBlank(cell)) continue;
    const heading = headingRow[index];
    if (typeof cell !== 'string' || typeof heading !== 'string') return false;
    if (cell !== heading && headingKey(cell) !== headingKey(heading)) return false;
    same += 1;
  }
  return same >= 2;
}

function lastRowWithContent(raw: RawTab): number {
  let end = raw.rows.length;
  while (end > 0 && (raw.rows[end - 1] ?? []).every(isBlank)) end -= 1;
  return end;
}

/** A blank cell: nothing, or nothing but spaces. Zero and FALSE are not blank. */
export function isBlank(cell: RawCell): boolean {
  return cell === '' || (typeof cell === 'string' && textKey(cell) === '');
}

/** The one year that the rows above the headings name (`2024년도 소통 추진 현황`), or null. */
function yearOfTitle(titleRows: RawTab['rows']): number | null {
  const years = new Set<number>();
  for (const cell of titleRows.flat()) {
    if (typeof cell !== 'string') continue;
    for (const match of cell.match(/(?:19|20)\d{2}(?=\s*년)/g) ?? []) years.add(Number(match));
  }
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : null;
}

/** The unit of money that stands above the table, as official tables have it (`(단위: 천원)`), or null. */
function unitOfTitle(titleRows: RawTab['rows']): string | null {
  for (const cell of titleRows.flat()) {
    const unit = typeof cell === 'string' ? /단위:?([^),]+)/.exec(compactText(cell))?.[1] : undefined;
    if (unit !== undefined && isMoneyUnit(unit)) return unit;
  }
  return null;
}
