/** Reads the cells of one column. Where values repeat, each distinct cell is parsed once. */
import type { CellProblem } from '../../../domain/findings/cell.ts';
import { accepted, type Parsed } from '../../cells/parsed.ts';
import { parseText } from '../../cells/plain.ts';
import { isBlank, type RawCell } from '../../raw.ts';
import type { Column, ReadContext } from '../columns.ts';
import type { Headings } from '../headings.ts';
import { ABSENT, type PlacedColumn } from './placed-column.ts';

export type Columns = Readonly<Record<string, Column<unknown>>>;

export interface CellReader<Value = unknown> extends PlacedColumn {
  readonly field: string;
  readonly column: Column<unknown>;
  read(cell: RawCell): Parsed<Value>;
  /** What a person typed into a cell, where Sheets may have converted it. */
  shown?(cell: RawCell): string;
  /** {@link Column.meantBeside} */
  meantBeside?(cell: RawCell, values: Readonly<Record<string, unknown>>): { readonly value: Value } | null;
}

/**
 * Returns a reader for each column of the tab's definition.
 * @param titleUnit the unit above the table, for headings that name none.
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

/** Returns the problems to report for a cell in an unknown column: only personal data. */
export function problemsOfUnknown(cell: RawCell): readonly CellProblem[] {
  const parsed = parseText(cell);
  return parsed.ok ? parsed.notices : [];
}

/** Returns all problems to report for a parsed cell. */
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

/** Returns the reader's cell in a row; blank if the tab lacks the column. */
export function cellOf(cells: readonly RawCell[], { index }: CellReader): RawCell {
  // Reading past the end of an array is far slower than this comparison.
  return index < cells.length ? (cells[index] ?? '') : '';
}
