/** Cells that are merged across columns of years. */
import { isBlank, type RawCell, type RawTab } from '../../raw.ts';

export interface AcrossColumns {
  /** From 1: a block over several rows has one of these for each. */
  readonly row: number;
  /** What stands in the block. */
  readonly cell: RawCell;
  /** The indexes of the columns of years that it covers, at least two. */
  readonly columns: readonly number[];
}

/**
 * The merged blocks that cover two columns of years or more.
 * @param from index of the first row below the headings.
 */
export function acrossColumns(raw: RawTab, from: number, years: readonly number[]): readonly AcrossColumns[] {
  // To ask for merges costs a call: a block leaves blank what stands to the right of its first cell.
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
