/** 공약번호, the column by which a row says to which pledge it belongs. A book without the column notices nothing of it. */
import type { PledgeKey } from '../../../domain/pledge-key.ts';
import { accepted, type Parsed } from '../../cells/parsed.ts';
import { isBlank, type RawCell, type RawTab } from '../../raw.ts';
import { labelTextColumn } from '../columns.ts';
import { type Headings, headingKey, rowsSearched } from '../headings.ts';
import type { CellReader } from '../rows/cell-reader.ts';
import type { MergedCellReader } from '../rows/merged-cells.ts';
import { isFilled, isNote } from '../rows/row-kind.ts';
import { isTotalWord } from '../rows/total-words.ts';
import { type PledgeNumbers, shownStrangeNumber, UNNUMBERED } from './pledge-numbers.ts';

/** The field name of the column in findings. */
export const PLEDGE_NUMBER_FIELD = 'pledgeNumber';
/** 번호 alone counts rows, and 관리번호 is that of a suggestion: neither is meant. */
export const PLEDGE_NUMBER_HEADING = '공약번호';
const HEADING_KEYS: ReadonlySet<string> = new Set(
  [PLEDGE_NUMBER_HEADING, '공약관리번호', '공약코드', '공약 No', '공약 No.'].map(headingKey),
);

/** Whether a cell is the heading of that column. */
export function isPledgeNumberHeading(cell: RawCell): boolean {
  return typeof cell === 'string' && HEADING_KEYS.has(headingKey(cell));
}

/** The column of 공약번호 among the headings of a tab, as an index; null where there is none. */
export function pledgeNumberIndex({ texts }: Pick<Headings, 'texts'>): number | null {
  const index = texts.findIndex((text) => HEADING_KEYS.has(headingKey(text)));
  return index < 0 ? null : index;
}

/** The headings with the place of that column, for findings in it. */
export function withPledgeNumber<Place extends Pick<Headings, 'cells' | 'texts'>>(headings: Place): Place {
  const index = pledgeNumberIndex(headings);
  if (index === null) return headings;
  const cells = new Map(headings.cells).set(PLEDGE_NUMBER_FIELD, { column: index + 1, unit: null });
  return { ...headings, cells };
}

const COLUMN = labelTextColumn({ heading: PLEDGE_NUMBER_HEADING });

/** A reader of that column, which reads each distinct cell once; null where a tab has no such column. */
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

/** Whether some row near the top of a tab may be headings with a column of 공약번호. */
export function mayNamePledges({ rows }: RawTab): boolean {
  return rows.slice(0, rowsSearched(rows)).some((row) => row.some(isPledgeNumberHeading));
}

/** The cells of that column in rows that say something else besides. */
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
      (isNote(cell) || isTotalWord(cell) || HEADING_KEYS.has(headingKey(cell)))
    ) {
      continue;
    }
    if (row.some((other, column) => column !== index && isFilled(other))) cells.add(cell);
  }
  return [...cells];
}

/** Tells the pledge that a row belongs to. A number in a merged cell is that of all the rows it covers. */
export function pledgeOfRow(
  reader: CellReader<PledgeKey> | null,
  readMerged: MergedCellReader,
  pledges: PledgeNumbers,
): (row: number, cells: readonly RawCell[]) => Parsed<PledgeKey> {
  if (reader === null) {
    const only = accepted(pledges.only ?? UNNUMBERED);
    return () => only;
  }
  return (row, cells) => {
    const cell = cells[reader.index] ?? '';
    return (isBlank(cell) ? readMerged(reader, row) : null) ?? reader.read(cell);
  };
}
