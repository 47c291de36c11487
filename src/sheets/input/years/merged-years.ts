/** Cells that are merged across columns of years. */
import { isBlank, type RawCell, type RawTab } from '../../raw.ts';

export interface AcrossColumns {
  /** Row number, from 1. A block over several rows gives one entry per row. */
  readonly row: number;
  /** The value of the block. */
  readonly cell: RawCell;
  /** Indexes of the year columns that it covers, at least two. */
  readonly columns: readonly number[];
}

/**
 * Returns the merged blocks that cover two or more year columns.
 * @param from index of the first row below the headings.
 */
export function acrossColumns(raw: RawTab, from: number, years: readonly number[]): readonly AcrossColumns[] {
  // Reading the merges costs a call. A merged block leaves the cells to the right of its first one blank, so
  // they are read only if there is such a pair.
  const mayBeMerged = raw.rows
    .slice(from)
    .some((cells) =>
      years.some((year, at) => !isBlank(cells[year] ?? '') && isBlank(cells[years[at + 1] ?? year] ?? '')),
    );
  if (!mayBeMerged) return [];
  return (raw.merges?.() ?? []).flatMap(({ row, column, rows, columns }): readonly AcrossColumns[] => {
    const covered = years.filter((year) => year >= column - 1 && year < column - 1 + columns);
    if (row <= from || covered.length < 2) return [];
    const cell = raw.rows[row - 1]?.[column - 1] ?? '';
    return Array.from({ length: rows }, (_, below) => ({ row: row + below, cell, columns: covered }));
  });
}
