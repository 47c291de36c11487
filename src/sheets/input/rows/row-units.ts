/** Units written in a budget row itself: in a label (`국비(천원)`), or in a 단위 column. */
import { fullUnit, isMoneyUnit, isPercentage, moneyUnitIn, saysNothing } from '../../cells/money.ts';
import { isBlank, isDateCell, type RawCell, type RawTab, shownText, withRows } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import { type Headings, headingKey, unitIn } from '../headings.ts';
import type { CellReader } from './cell-reader.ts';

/** Adds the unit of each row to its amounts, and blanks the column 단위. */
export function withRowUnits(raw: RawTab, headings: Headings, readers: readonly CellReader[]): RawTab {
  const indexesOf = (is: (column: CellReader['column']) => boolean) =>
    readers.filter(({ column }) => is(column)).map(({ index }) => index);
  const amounts = indexesOf(({ unitIn: names }) => names !== undefined);
  if (amounts.length === 0) return raw;
  const labels = indexesOf(({ namesTotals }) => namesTotals);
  const unitColumn = headings.texts.findIndex((text) => headingKey(text) === '단위');
  return withRows(raw, (cells, index) => {
    if (index < headings.row) return cells;
    const unitCell = unitColumn < 0 ? '' : (cells[unitColumn] ?? '');
    const inColumn = unitCell === '' ? '' : compactReadText(shownText(unitCell)).replace(/[()]/g, '');
    let inLabel: string | null = null;
    for (const column of labels) inLabel ??= unitIn(cells[column] ?? '');
    const unit = inLabel ?? inColumn;
    if (unit === '') return cells;
    const behind = isMoneyUnit(unit) ? fullUnit(unit) : unit;
    return cells.map((cell, column) => {
      if (column === unitColumn) return '';
      return amounts.includes(column) ? inUnit(cell, behind) : cell;
    });
  });
}

/**
 * Adds the unit to an amount that names none. A unit that is not money makes the cell unreadable, and so
 * reported.
 */
function inUnit(cell: RawCell, unit: string): RawCell {
  if (typeof cell === 'boolean' || isDateCell(cell) || isBlank(cell) || saysNothing(cell)) return cell;
  if (typeof cell === 'string' && isPercentage(compactReadText(cell))) return cell;
  if (typeof cell === 'number') return `${Number(cell.toPrecision(15))}${unit}`;
  return moneyUnitIn(cell) === null ? cell.trim().replace(/\)?$/, (close) => `${unit}${close}`) : cell;
}
