/** 공약번호, the column that says which pledge a row belongs to. A book without it is not affected. */
import type { PledgeKey } from '../../../domain/pledge-key.ts';
import { accepted, type Parsed } from '../../cells/parsed.ts';
import type { RawCell, RawTab } from '../../raw.ts';
import { labelTextColumn } from '../columns.ts';
import { type Headings, headingKey, searchedRows } from '../headings.ts';
import type { CellReader } from '../rows/cell-reader.ts';
import type { ReaderFromAbove } from '../rows/cells-above.ts';
import { isDittoMark } from '../rows/ditto-marks.ts';
import { isFilled, isNote } from '../rows/row-kind.ts';
import { isCountedTotal, isNamedTotal, isTotalWord } from '../totals/total-words.ts';
import { pledgeNameIndex } from './listed-names.ts';
import { type PledgeNumbers, shownStrangeNumber, UNNUMBERED } from './pledge-numbers.ts';

/** The field name of the column in findings. */
export const PLEDGE_NUMBER_FIELD = 'pledgeNumber';
/** 번호 alone numbers rows, and 관리번호 numbers suggestions. Neither means this column. */
export const PLEDGE_NUMBER_HEADING = '공약번호';
const HEADING_KEYS: ReadonlySet<string> = new Set(
  [PLEDGE_NUMBER_HEADING, '공약관리번호', '공약코드', '공약 No', '공약 No.'].map(headingKey),
);

/** Whether a cell is a heading of the column 공약번호. */
export function isPledgeNumberHeading(cell: RawCell): boolean {
  return typeof cell === 'string' && HEADING_KEYS.has(headingKey(cell));
}

/** Index of the column 공약번호 among the headings of a tab; null: none. */
export function pledgeNumberIndex({ texts }: Pick<Headings, 'texts'>): number | null {
  const index = texts.findIndex((text) => HEADING_KEYS.has(headingKey(text)));
  return index < 0 ? null : index;
}

/**
 * Adds the place of 공약번호 to the headings, for findings in that column.
 * @param above the row above the headings, in which it may stand over a blank cell, as in a merged heading.
 */
export function withPledgeNumber<Place extends Pick<Headings, 'cells' | 'texts'>>(
  headings: Place,
  above: readonly RawCell[] = [],
): Place {
  const isAbove = (text: string, index: number) => text === '' && isPledgeNumberHeading(above[index] ?? '');
  const texts = headings.texts.map((text, index) => (isAbove(text, index) ? PLEDGE_NUMBER_HEADING : text));
  const index = pledgeNumberIndex({ texts });
  if (index === null) return headings;
  const cells = new Map(headings.cells).set(PLEDGE_NUMBER_FIELD, { column: index + 1, unit: null });
  return { ...headings, cells, texts };
}

const COLUMN = labelTextColumn({ heading: PLEDGE_NUMBER_HEADING });

/** Reads the column 공약번호, each distinct cell once; null where the tab has no such column. */
export function pledgeNumberReader(
  headings: Pick<Headings, 'texts'>,
  { of }: PledgeNumbers,
): CellReader<PledgeKey> | null {
  const index = pledgeNumberIndex(headings);
  if (index === null) return null;
  const known = new Map<RawCell, Parsed<PledgeKey>>();
  const read = (cell: RawCell) => {
    const earlier = known.get(cell);
    if (earlier !== undefined) return earlier;
    const parsed = of(cell);
    known.set(cell, parsed);
    return parsed;
  };
  const shown = (cell: RawCell) => {
    const parsed = read(cell);
    return parsed.ok && parsed.value === String(cell) ? String(cell) : shownStrangeNumber(cell);
  };
  return { field: PLEDGE_NUMBER_FIELD, column: COLUMN, index, read, shown };
}

/** Whether a row near the top of a tab has a heading 공약번호. */
export function mayNamePledges(raw: RawTab): boolean {
  return searchedRows(raw).some((index) => raw.rows[index]?.some(isPledgeNumberHeading));
}

/** The distinct cells of the column 공약번호, from rows with another filled cell. */
export function pledgeNumbersIn(
  { rows }: RawTab,
  headings: Pick<Headings, 'texts' | 'row'>,
): readonly RawCell[] {
  const index = pledgeNumberIndex(headings);
  if (index === null) return [];
  const cells = new Set<RawCell>();
  for (const row of rows.slice(headings.row)) {
    const cell = row[index] ?? '';
    if (cells.has(cell) || !isFilled(cell)) continue;
    if (
      typeof cell === 'string' &&
      (isNote(cell) ||
        isDittoMark(cell) ||
        isTotalWord(cell) ||
        isNamedTotal(cell) ||
        isCountedTotal(cell) ||
        HEADING_KEYS.has(headingKey(cell)))
    ) {
      continue;
    }
    if (row.some((other, column) => column !== index && isFilled(other))) cells.add(cell);
  }
  return [...cells];
}

/**
 * Returns a function from a row to its pledge. A number in a merged cell applies to all rows it covers, and
 * 〃 repeats the one above. The 공약명 of the row, if its tab has one, may be that of another pledge, which is
 * told.
 */
export function pledgeOfRow(
  reader: CellReader<PledgeKey> | null,
  readFromAbove: ReaderFromAbove,
  pledges: PledgeNumbers,
  { texts }: Pick<Headings, 'texts'>,
): (row: number, cells: readonly RawCell[]) => Parsed<PledgeKey> {
  if (reader === null) {
    const only = accepted(pledges.only ?? UNNUMBERED);
    return () => only;
  }
  const ofNumber = (row: number, cells: readonly RawCell[]) => {
    const cell = cells[reader.index] ?? '';
    return readFromAbove(reader, row, cell) ?? reader.read(cell);
  };
  const nameIndex = pledgeNameIndex(texts);
  if (nameIndex === null || pledges.doubtOfName === undefined) return ofNumber;
  return (row, cells) => {
    const pledge = ofNumber(row, cells);
    const doubt = pledges.doubtOfName?.(cells[nameIndex] ?? '') ?? null;
    return pledge.ok && doubt !== null ? accepted(pledge.value, [...pledge.notices, doubt]) : pledge;
  };
}
