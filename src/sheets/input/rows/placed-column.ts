/** Where a column of a tab's definition is in the tab. */

export interface PlacedColumn {
  /** Index of its cell in the row; {@link ABSENT}, past the end of any row, if the tab lacks the column. */
  readonly index: number;
}

export const ABSENT = Number.MAX_SAFE_INTEGER;

export function isInTab({ index }: PlacedColumn): boolean {
  return index !== ABSENT;
}
