/** Finds the rows of totals of a tab. */
import { isBlank, type RawCell, type RawTab, withRows } from '../../raw.ts';
import type { Column, ReadContext } from '../columns.ts';
import type { Headings } from '../headings.ts';
import { type CellReader, cellOf } from '../rows/cell-reader.ts';
import { isInTab } from '../rows/placed-column.ts';
import { isCountedTotal, isNamedTotal, isTotalWord, mayBeTotal } from './total-words.ts';

/** Returns the text that marks a row as totals, or null. */
export type TotalCell = (cells: readonly RawCell[]) => string | null;

/**
 * Returns a function that finds the text of totals in a row. In a tab of numbers it may be in any cell, even
 * of an unknown column, but after a name it counts only in label columns. In a list of names (공약목록) it counts
 * only in unknown columns, or by the total words of a column's own. A row that is data without it stays data.
 * @param numbered index of the 공약번호 column, where a total may have a name too; null: none.
 */
export function totalCellFinder(
  readers: readonly CellReader[],
  context: ReadContext,
  numbered: number | null = null,
): TotalCell {
  const columns: (Column<unknown> | undefined)[] = [];
  for (const reader of readers) if (isInTab(reader)) columns[reader.index] = reader.column;
  const hasNumbers = readers.some(
    ({ column: { merged, unread, summed } }) =>
      merged === 'unknownShare' && (unread === undefined || summed !== undefined),
  );
  const namesPledges = !hasNumbers && readers.some(({ column }) => column.isTotal !== undefined);
  const event = eventFinder(readers);
  const isDataAnyway = (cells: readonly RawCell[], word: string, column: Column<unknown> | undefined) =>
    !(column?.required === true && column.namesTotals) &&
    event.isEvent(cells) &&
    (isCountedTotal(word) || event.isWithoutNumber(cells));
  return (cells) => {
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index];
      if (typeof cell !== 'string') continue;
      const column = index < columns.length ? columns[index] : undefined;
      const isOfColumn = column?.isTotal?.(cell, cells, index) === true;
      if (isOfColumn && column?.lists?.(cell, context) !== true) return cell;
      if (!mayBeTotal(cell)) continue;
      const namesTotals = column?.namesTotals === true || index === numbered;
      if (!hasNumbers && !namesTotals && !(namesPledges && column === undefined)) continue;
      if (
        (isTotalWord(cell) ||
          (namesTotals && isNamedTotal(cell)) ||
          ((namesTotals || (column === undefined && isFirst(cells, index))) && isCountedTotal(cell))) &&
        column?.lists?.(cell, context) !== true &&
        !isDataAnyway(cells, cell, column)
      ) {
        return cell;
      }
    }
    return null;
  };
}

export interface EventFinder {
  /** Whether a row has a day, and all else that data needs. */
  isEvent(cells: readonly RawCell[]): boolean;
  isWithoutNumber(cells: readonly RawCell[]): boolean;
}

/**
 * Tells whether a row with a total word is data in spite of it: it has a day and all else that data needs,
 * and the word counts rows (`총 3건 | 1 | 2024. 3. 5. | 누리집`), or no number stands beside it. In a name that
 * every row needs the word says what the row is. A row with a day and no number, named only 총 3건, is neither:
 * it is left out and reported.
 */
export function eventFinder(readers: readonly CellReader[]): EventFinder {
  const needed = readers.filter(({ column }) => column.required || column.blank === null);
  const summed = readers.filter(({ column }) => column.summed !== undefined);
  const hasDays = needed.some(({ column }) => column.isDate);
  return {
    isEvent: (cells) =>
      hasDays &&
      needed.every((reader) => {
        const cell = cellOf(cells, reader);
        return !isBlank(cell) && reader.read(cell).ok;
      }),
    isWithoutNumber: (cells) => summed.every((reader) => isBlank(cellOf(cells, reader))),
  };
}

/**
 * Reads a plan. Where its only rows are those of totals they are the plan, so they are read without the words
 * for a total: `총 200회 | 90 | 200` alone is the plan of the years.
 * @param kept index of a column whose words stay: a total names no funding source.
 */
export function readTotalsAlone<Read extends ReadOfPlan>(
  raw: RawTab,
  { pledges }: Pick<ReadContext, 'pledges'>,
  read: (raw: RawTab) => Read,
  kept: (headings: Headings) => number | null = () => null,
): Read {
  const whole = read(raw);
  const { headings, rows, excluded } = whole;
  if (headings === null || rows.length + excluded > 0 || pledges.only === null) return whole;
  const stays = kept(headings);
  const isWord = (cell: RawCell, column: number) =>
    column !== stays && typeof cell === 'string' && (isTotalWord(cell) || isCountedTotal(cell));
  return read(
    withRows(raw, (cells, index) =>
      index >= headings.row ? cells.map((cell, column) => (isWord(cell, column) ? '' : cell)) : cells,
    ),
  );
}

interface ReadOfPlan {
  readonly headings: Headings | null;
  readonly rows: readonly unknown[];
  readonly excluded: number;
}

/** Whether nothing stands before this cell. */
function isFirst(cells: readonly RawCell[], index: number): boolean {
  return cells.slice(0, index).every(isBlank);
}
