/** What kind of row a row below the headings is. */
import type { RawCell } from '../raw.ts';
import { textKey } from '../text-key.ts';
import { headingKey } from './headings.ts';

/** Only `data` rows are read; the others are skipped and counted as skipped. */
export type RowKind = 'data' | 'blank' | 'note' | 'subtotal' | 'heading';

const SUBTOTAL_WORDS: ReadonlySet<string> = new Set(['계', '합계', '소계', '누계', '총계', '총합', '총합계']);
/** The longest of them, with spaces between its letters or a unit in brackets. */
const LONGEST_SUBTOTAL_TEXT = 12;

export function rowKind(
  cells: readonly RawCell[],
  labelColumns: readonly number[],
  headingRow: readonly RawCell[],
): RowKind {
  const first = cells.find((cell) => !isBlank(cell));
  if (first === undefined) return 'blank';
  if (isNote(first)) return 'note';
  if (labelColumns.some((index) => isSubtotalWord(cells[index] ?? ''))) return 'subtotal';
  return isRepeatedHeading(cells, headingRow) ? 'heading' : 'data';
}

/** A blank cell: nothing, or nothing but spaces. Zero and FALSE are not blank. */
export function isBlank(cell: RawCell): boolean {
  return cell === '' || (typeof cell === 'string' && textKey(cell) === '');
}

/** Whether a row that begins with this cell is a note (`※ 2024년은 3월까지`). */
export function isNote(first: RawCell): boolean {
  return typeof first === 'string' && first.trimStart().startsWith('※');
}

/** 계, 합 계, 합계(건). */
export function isSubtotalWord(cell: RawCell): boolean {
  return SUBTOTAL_WORDS.has(totalWordOf(cell));
}

/** 소계: a total that the total after it takes in. */
export function isPartTotalWord(cell: RawCell): boolean {
  return totalWordOf(cell) === '소계';
}

function totalWordOf(cell: RawCell): string {
  if (typeof cell !== 'string' || cell.length > LONGEST_SUBTOTAL_TEXT) return '';
  const key = textKey(cell);
  const bracket = key.indexOf('(');
  return bracket < 0 ? key : key.slice(0, bracket);
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
