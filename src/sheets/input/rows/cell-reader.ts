/** Reading the cells of one column, where they repeat each distinct one once. */
import type { CellProblem } from '../../../domain/findings/cell.ts';
import { accepted, type Parsed } from '../../cells/parsed.ts';
import { parseText } from '../../cells/plain.ts';
import { isBlank, type RawCell } from '../../raw.ts';
import type { Column, ReadContext } from '../columns.ts';
import type { Headings } from '../headings.ts';

export type Columns = Readonly<Record<string, Column<unknown>>>;

export interface CellReader<Value = unknown> {
  readonly field: string;
  readonly column: Column<unknown>;
  /** Index of its cell in the row; past the end of any row where the tab does not have the column. */
  readonly index: number;
  read(cell: RawCell): Parsed<Value>;
  /** What a person typed into a cell, where Sheets may have made something else of it. */
  shown?(cell: RawCell): string;
  /** {@link Column.meantBeside} */
  meantBeside?(cell: RawCell, values: Readonly<Record<string, unknown>>): { readonly value: Value } | null;
}

const ABSENT = Number.MAX_SAFE_INTEGER;

/**
 * A reader for each column of the tab's definition.
 * @param titleUnit the unit that stands above the table, for headings that name none.
 */
export function cellReaders(
  columns: Columns,
  headings: Headings,
  titleUnit: string | null,
  context: ReadContext,
): readonly CellReader[] {
  return Object.entries(columns).map(([field, column]) => {
    const heading = headings.cells.get(field);
    const blank: Parsed<unknown> =
      column.blank === null ? { ok: false, flag: { code: 'required-blank' } } : accepted(column.blank.value);
    const read = (cell: RawCell) =>
      isBlank(cell) ? blank : column.parse(cell, context, heading?.unit ?? titleUnit);
    return {
      field,
      column,
      index: heading === undefined ? ABSENT : heading.column - 1,
      read: column.repeats ? memoised(read) : read,
      meantBeside: (cell, values) => column.meantBeside?.(cell, values, context) ?? null,
    };
  });
}

/** What a cell has to be reported for in a column that the tab's definition does not know: nothing but personal data. */
export function problemsOfUnknown(cell: RawCell): readonly CellProblem[] {
  const parsed = parseText(cell);
  return parsed.ok ? parsed.notices : [];
}

/** Everything that a cell has to be reported for. */
export function problemsOf(parsed: Parsed<unknown>): readonly CellProblem[] {
  return parsed.ok ? parsed.notices : [parsed.flag];
}

function memoised<Result>(read: (cell: RawCell) => Result): (cell: RawCell) => Result {
  const known = new Map<RawCell, Result>();
  return (cell) => {
    const earlier = known.get(cell);
    if (earlier !== undefined) return earlier;
    const result = read(cell);
    known.set(cell, result);
    return result;
  };
}

/** The cell that a reader reads in a row; blank where the tab does not have its column. */
export function cellOf(cells: readonly RawCell[], { index }: CellReader): RawCell {
  // Asking an array for what lies past its end takes far longer than the comparison.
  return index < cells.length ? (cells[index] ?? '') : '';
}
