/** Classifies the rows below the headings. */
import { parseText } from '../../cells/plain.ts';
import { isBlank, type RawCell, shownText } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import { headingKey } from '../headings.ts';
import type { TotalCell } from '../totals/total-rows.ts';
import { type CellReader, cellOf } from './cell-reader.ts';
import { isTitleWithUnit, isUnitLine } from './title-units.ts';

/**
 * Only `data` rows are read; the others are skipped and counted as skipped. A `noteWithValues` may be
 * data: it is read if only its remark says ※, and told otherwise.
 */
export type RowKind = 'data' | 'blank' | 'note' | 'noteWithValues' | 'subtotal' | 'heading';

/**
 * @param readers the columns in the tab's definition. A row with nothing in them is blank.
 * @param needed columns that the tab must have, or that no row leaves blank. They tell data from a note.
 * @param numbered index of the 공약번호 column; null if there is none. A row with only a number is blank.
 */
export function rowKind(
  cells: readonly RawCell[],
  readers: readonly CellReader[],
  needed: readonly CellReader[],
  totalCell: TotalCell,
  headingRows: readonly (readonly RawCell[])[],
  numbered: number | null,
): RowKind {
  const first = firstContent(cells, numbered);
  if (first === null) {
    const number = numbered === null ? '' : (cells[numbered] ?? '');
    return saysAside(number) || isTitleWithUnit(number, cells) ? 'note' : 'blank';
  }
  const isAside = (saysAside(first) || isTitleWithUnit(first, cells)) && !isComplete(cells, needed);
  if (isAside && !(isNote(first) && hasValue(cells, readers))) return 'note';
  if (!isAnyFilled(cells, readers)) return 'blank';
  if (isTextOnly(cells) && areHeadingsAgain(cells, headingRows, numbered)) return 'heading';
  if (totalCell(cells) !== null) return 'subtotal';
  return isAside ? 'noteWithValues' : 'data';
}

/** Whether any of these cells is filled. A plain loop, because it runs for every row. */
function isAnyFilled(cells: readonly RawCell[], readers: readonly CellReader[]): boolean {
  for (const reader of readers) if (isFilled(cellOf(cells, reader))) return true;
  return false;
}

/** Whether a row has a number or a date where its tab has some: `※ 2024. 3. 5. | 방문 | 30`. */
function hasValue(cells: readonly RawCell[], readers: readonly CellReader[]): boolean {
  return readers.some((reader) => {
    const cell = cellOf(cells, reader);
    if (reader.column.parse === parseText || isNote(cell) || !/\d/.test(shownText(cell))) return false;
    if (typeof cell !== 'string') return true;
    // A column of names reads any text.
    return reader.read(cell).ok && !reader.read('가').ok;
  });
}

/**
 * Whether a row has all that a row of data needs, so that a mark in a remark or a name hides no data:
 * `※ 잠정 | 2024. 3. 5. | 시장방문`. A note has no day: `※ 2024년은 3월까지`.
 */
function isComplete(cells: readonly RawCell[], needed: readonly CellReader[]): boolean {
  let isMore = false;
  for (const reader of needed) {
    const cell = cellOf(cells, reader);
    if (!isFilled(cell)) {
      if (reader.column.blank === null) return false;
    } else if (saysAside(cell)) {
      if (!reader.read(cell).ok) return false;
    } else isMore = true;
  }
  return isMore;
}

const RATE_ROW = /^(?:비율|비중|구성비|[가-힣]+[률율])(?:\(%\))?(?: -?[\d.,]+%)+$/;

/** Whether a row of a tab of money only says a rate of the amounts above it: `집행률 | | 40%`. */
export function isRateOfAmounts(cells: readonly RawCell[], readers: readonly CellReader[]): boolean {
  return (
    readers.some(({ column }) => column.defaultUnit !== undefined) &&
    RATE_ROW.test(
      cells
        .filter(isFilled)
        .map((cell) => compactReadText(shownText(cell)))
        .join(' '),
    )
  );
}

/** Whether a row holds only text, and so may be headings. Nearly every data row has a number or a date. */
function isTextOnly(cells: readonly RawCell[]): boolean {
  for (const cell of cells) if (typeof cell !== 'string') return false;
  return true;
}

/** Whether a person entered something. FALSE counts as nothing: it is an unticked tick box. */
export function isFilled(cell: RawCell): boolean {
  return cell !== false && !isBlank(cell);
}

/**
 * Returns the first non-blank cell of a row; null if there is none.
 * @param except index of a column to ignore.
 */
export function firstContent(cells: readonly RawCell[], except: number | null): RawCell | null {
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? '';
    if (index !== except && !isBlank(cell)) return cell;
  }
  return null;
}

/** Whether a row that begins with this cell is a note (`※ 2024년은 3월까지`). */
export function isNote(first: RawCell): boolean {
  return typeof first === 'string' && first.trimStart().startsWith('※');
}

/** Whether a row that begins with this cell is a note, or only says a unit. */
export function saysAside(first: RawCell): boolean {
  return isNote(first) || isUnitLine(first);
}

function areHeadingsAgain(
  cells: readonly RawCell[],
  headingRows: readonly (readonly RawCell[])[],
  numbered: number | null,
): boolean {
  return headingRows.some((headingRow) => isRepeatedHeading(cells, headingRow, numbered));
}

/**
 * Whether a row repeats the headings, as on the second page of a pasted table. It may say 번호 instead of 공약번호,
 * whose column is `numbered`.
 */
function isRepeatedHeading(
  cells: readonly RawCell[],
  headingRow: readonly RawCell[],
  numbered: number | null,
): boolean {
  let same = 0;
  for (const [index, cell] of cells.entries()) {
    if (isBlank(cell) || index === numbered) continue;
    const heading = headingRow[index];
    if (typeof heading !== 'string') return false;
    if (cell !== heading && headingKey(shownText(cell)) !== headingKey(heading)) return false;
    same += 1;
  }
  return same >= 2;
}
