/** Marks that stand for the cell above: `시장방문`, and below it `〃`. */

import { accepted, flagged, type Parsed } from '../../cells/parsed.ts';
import { parseText } from '../../cells/plain.ts';
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import { compactText } from '../../text-key.ts';
import { type Headings, headingKey } from '../headings.ts';
import { senseOfTotalInName } from '../totals/dated-words.ts';
import { isCountedTotal, isNamedTotal, isTotalWord } from '../totals/total-words.ts';
import type { CellReader } from './cell-reader.ts';
import type { TopRow } from './merged-cells.ts';
import { isFilled, isNote } from './row-kind.ts';

const MARK = /^(?:[〃″ˮ〞〟"“”„‟＂]{1,3}|''|’’|위와같음|위와동일|상기와(?:같음|동일)|上同|상동)$/;
const LONGEST_MARK = 8;
/** 상동 is a neighbourhood too, so in these columns it is a name. */
const SAME_AS_ABOVE = '상동';
const FIELDS_OF_PLACES: ReadonlySet<string> = new Set(['place', 'dong', 'department']);

/** Whether a text only says that it is the same as the one above. Asked of every text, so it is quick. */
export function isDittoMark(text: string): boolean {
  return text.length <= LONGEST_MARK && mayBeginMark(text.charCodeAt(0)) && MARK.test(compactText(text));
}

const WI = 0xc704;
const SANG = 0xc0c1;

/** Nearly every text begins with a digit, a Latin letter or Hangul. Of these 위 and 상 may begin a mark. */
function mayBeginMark(code: number): boolean {
  if (code >= 0xac00 && code <= 0xd7a3) return code === WI || code === SANG;
  return code < 0x30 || code > 0x7a;
}

/** Reads a cell that may be a mark; null: it is none, or its column has nothing to repeat. */
export type DittoReader = <Value>(
  reader: CellReader<Value>,
  row: number,
  cell: string,
) => Parsed<Value> | null;

/** Returns a reader for a tab. A number is never repeated: a mark in its place cannot be read. */
export function dittoReader(
  { rows: own, whole: rows = own }: RawTab,
  { row: headingRow, texts }: Headings,
  topRow: TopRow,
): DittoReader {
  /** By column: the row of the last mark, and the row that it repeats. In a long run each is found once. */
  const lastMarks = new Map<number, { readonly row: number; readonly from: number | null }>();
  const cellAt = (row: number, index: number): RawCell => rows[row - 1]?.[index] ?? '';

  /** The nearest row above with something to repeat in this column; null: it is not clear which. */
  const rowAbove = (row: number, reader: CellReader): number | null => {
    const { index } = reader;
    const known = lastMarks.get(index);
    // A row may be read twice.
    if (known?.row === row) return known.from;
    for (let above = row - 1; above > headingRow; above -= 1) {
      if (known?.row === above) return known.from;
      const cell = cellAt(above, index);
      const cells = rows[above - 1] ?? [];
      if (isMarkIn(reader, cell) || !cells.some(isFilled) || isOnlyNote(cells)) continue;
      const from = isBlank(cell) ? topRow(reader, above) : above;
      const repeated = from === null ? '' : cellAt(from, index);
      // The first cell of a merged block may be a mark itself.
      if (from !== null && from < above && isMarkIn(reader, repeated)) return rowAbove(from, reader);
      return isBlank(repeated) || isAlone(cells) || isTotalOrHeading(repeated, texts[index] ?? '')
        ? null
        : from;
    }
    return null;
  };

  return (reader, row, cell) => {
    const { column, index } = reader;
    if (!isMarkIn(reader, cell)) return null;
    const from = rowAbove(row, reader);
    lastMarks.set(index, { row, from });
    const found = cell.trim();
    // Free text says what it says. A label without its name would be a group of its own.
    if (from === null) return isFreeText(column) ? null : flagged({ code: 'nothing-to-repeat', found });
    const repeated = cellAt(from, index);
    const parsed = reader.read(repeated);
    if (!parsed.ok) return parsed;
    const meant = reader.shown?.(repeated) ?? shownText(repeated).trim();
    return accepted(parsed.value, [{ code: 'repeated-label', found, meant, row: from }]);
  };
}

function isMarkIn({ field, column }: CellReader, cell: RawCell): boolean {
  if (typeof cell !== 'string' || !isDittoMark(cell)) return false;
  if (column.merged !== 'same' && !isFreeText(column)) return false;
  return !FIELDS_OF_PLACES.has(field) || compactText(cell) !== SAME_AS_ABOVE;
}

function isFreeText({ parse, namesTotals, merged }: CellReader['column']): boolean {
  return merged === 'nothing' && parse === parseText && !namesTotals;
}

function isOnlyNote(cells: readonly RawCell[]): boolean {
  return isAlone(cells) && isNote(cells.find(isFilled) ?? '');
}

/** Whether a row is a title: nothing stands beside its text. */
function isAlone(cells: readonly RawCell[]): boolean {
  return cells.filter(isFilled).length === 1;
}

function isTotalOrHeading(cell: RawCell, heading: string): boolean {
  if (typeof cell !== 'string') return false;
  return (
    isTotalWord(cell) ||
    isNamedTotal(cell) ||
    isCountedTotal(cell) ||
    senseOfTotalInName(cell) !== null ||
    headingKey(cell) === headingKey(heading)
  );
}
