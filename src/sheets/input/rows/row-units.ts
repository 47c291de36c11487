/**
 * Units of a budget row apart from those of its table: in a label (`국비(천원)`), in a 단위 column, or in headings
 * that stand once more above it with another unit (금액(천원) below 금액(원)).
 */
import { fullUnit, isMoneyUnit, isPercentage, moneyUnitIn, saysNothing } from '../../cells/money.ts';
import { keptByPair } from '../../kept.ts';
import { isBlank, isDateCell, type RawCell, type RawTab, shownText, withRows } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import { type Headings, headingKey, unitIn } from '../headings.ts';
import type { CellReader } from './cell-reader.ts';
import { isInTab } from './placed-column.ts';

/** Adds the unit of each row to its amounts, and blanks the column 단위. */
export function withRowUnits(typed: RawTab, headings: Headings, readers: readonly CellReader[]): RawTab {
  const raw = withUnitsOfRepeats(typed, headings, readers);
  const indexesOf = (is: (column: CellReader['column']) => boolean) =>
    readers.filter(({ column }) => is(column)).map(({ index }) => index);
  const amounts = indexesOf(({ unitIn: names }) => names !== undefined);
  if (amounts.length === 0) return raw;
  const labels = readers.filter(({ column }) => column.namesTotals);
  const isHeading = headingFinder(headings);
  const unitColumn = headings.texts.findIndex((text) => headingKey(text) === '단위');
  const unitOfLabel = (cells: readonly RawCell[]): string | null => {
    for (const label of labels) {
      const unit = unitIn(cells[label.index] ?? '');
      if (unit !== null && !isHeading(cells, label)) return unit;
    }
    return null;
  };
  const withUnit = (cells: readonly RawCell[], unit: string): readonly RawCell[] =>
    cells.map((cell, column) => {
      if (column === unitColumn) return '';
      return amounts.includes(column) ? inUnit(cell, unit) : cell;
    });
  return withRows(raw, (cells, index) => {
    if (index < headings.row) return cells;
    const unitCell = unitColumn < 0 ? '' : (cells[unitColumn] ?? '');
    const inColumn = unitCell === '' ? '' : compactReadText(shownText(unitCell)).replace(/[()]/g, '');
    const unit = unitOfLabel(cells) ?? inColumn;
    return unit === '' ? cells : withUnit(cells, isMoneyUnit(unit) ? fullUnit(unit) : unit);
  });
}

/** Returns whether a row has a heading of a column in it, once more or by another name. */
function headingFinder({ texts }: Headings): (cells: readonly RawCell[], reader: CellReader) => boolean {
  return (cells, { index, column }) => {
    const cell = cells[index] ?? '';
    if (typeof cell !== 'string' || cell === '') return false;
    const key = headingKey(cell);
    return [texts[index] ?? '', column.heading, ...column.aliases].some((name) => headingKey(name) === key);
  };
}

/**
 * Adds the unit of headings that stand once more to the amounts below them, where it is another than that of
 * the first headings. In a tab of many pledges these headings belong to none of them, so all rows are
 * searched.
 */
function withUnitsOfRepeats(raw: RawTab, headings: Headings, readers: readonly CellReader[]): RawTab {
  const amounts = readers.filter((reader) => isInTab(reader) && isAmount(reader.column));
  const labels = readers.filter((reader) => isInTab(reader) && reader.column.namesTotals);
  const [first] = amounts;
  if (first === undefined) return raw;
  const isHeading = headingFinder(headings);
  const isRepeat = (cells: readonly RawCell[]) => amounts.some((amount) => isHeading(cells, amount));
  const firstRepeat = firstRepeatIn(raw.rows, first.column, () =>
    raw.rows.findIndex((cells, row) => row >= headings.row && cells.length > 0 && isRepeat(cells)),
  );
  if (firstRepeat < 0) return raw;
  const own = new Set(raw.own);
  const rows = [...raw.rows];
  /** The units that apply to a row, by the index of their column. */
  const units = new Map<number, string>();
  for (let row = firstRepeat; row < rows.length; row += 1) {
    const cells = rows[row] ?? [];
    if (isRepeat(cells)) {
      // The heading of a label may name the unit: 재원(천원).
      const [ofLabels] = labels.flatMap((label) =>
        isHeading(cells, label) ? (unitIn(cells[label.index] ?? '') ?? []) : [],
      );
      for (const amount of amounts) {
        const { index, field } = amount;
        const unit = isHeading(cells, amount) ? (unitIn(cells[index] ?? '') ?? ofLabels) : undefined;
        if (unit === headings.cells.get(field)?.unit) units.delete(index);
        else if (unit !== undefined) units.set(index, fullUnit(unit));
      }
    } else if (units.size > 0 && (raw.own === undefined || own.has(row))) {
      rows[row] = cells.map((cell, at) => inUnit(cell, units.get(at) ?? null));
    }
  }
  return { ...raw, rows };
}

/** Index of the first headings once more, for the rows of a tab and a column of amounts; -1: none. */
const firstRepeatIn = keptByPair<RawTab['rows'], CellReader['column'], number>();

/** The total cost of 공약목록 is read later, by the settings. */
const isAmount = (column: CellReader['column']) =>
  column.unitIn !== undefined || column.heading === '총사업비(백만원)';

/**
 * Adds the unit to an amount that names none. A unit that is not money makes the cell unreadable, and so
 * reported.
 */
function inUnit(cell: RawCell, unit: string | null): RawCell {
  if (unit === null || typeof cell === 'boolean' || isDateCell(cell) || isBlank(cell) || saysNothing(cell))
    return cell;
  if (typeof cell === 'string' && isPercentage(compactReadText(cell))) return cell;
  if (typeof cell === 'number') return `${Number(cell.toPrecision(15))}${unit}`;
  return moneyUnitIn(cell) === null ? cell.trim().replace(/\)?$/, (close) => `${unit}${close}`) : cell;
}
