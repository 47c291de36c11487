/**
 * Units of a budget row apart from those of its table: in a label (`국비(천원)`), in a 단위 column, or in headings
 * that stand once more above it with another unit (금액(천원) below 금액(원)).
 */
import { fullUnit, isMoneyUnit, isPercentage, moneyUnitIn, saysNothing } from '../../cells/money.ts';
import { isBlank, isDateCell, type RawCell, type RawTab, shownText, withRows } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import { type Headings, headingKey, unitIn } from '../headings.ts';
import type { CellReader } from './cell-reader.ts';

/** Adds the unit of each row to its amounts, and blanks the column 단위. */
export function withRowUnits(
  typed: RawTab,
  headings: Headings,
  titleUnit: string | null,
  readers: readonly CellReader[],
): RawTab {
  const raw = withUnitsOfRepeats(
    typed,
    headings.row,
    readers.flatMap(({ column, field, index }) => {
      const isAmount = column.unitIn !== undefined;
      if (index < 0 || !(isAmount || column.namesTotals)) return [];
      const names = new Set([column.heading, ...column.aliases].map(headingKey));
      const own = headings.cells.get(field)?.unit ?? titleUnit ?? column.defaultUnit ?? '';
      return [{ index, names, unit: fullUnit(own), isAmount }];
    }),
  );
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

/** A column of amounts, or of the labels beside them: 재원(천원) is the unit of its whole row. */
interface HeadedUnit {
  readonly index: number;
  /** Keys of the names that its heading may have. */
  readonly names: ReadonlySet<string>;
  /** The unit in which its table is read. */
  readonly unit: string;
  readonly isAmount: boolean;
}

/**
 * Adds the unit of headings that stand once more to the amounts below them, where it is another than that of
 * the table. In a tab of many pledges these headings belong to none of them, so all rows are searched.
 */
export function withUnitsOfRepeats(raw: RawTab, headingRow: number, columns: readonly HeadedUnit[]): RawTab {
  const changes: { readonly row: number; readonly unit: string; readonly columns: readonly HeadedUnit[] }[] =
    [];
  const amounts = columns.filter(({ isAmount }) => isAmount);
  for (let row = headingRow; row < raw.rows.length; row += 1) {
    for (const column of columns) {
      const cell = raw.rows[row]?.[column.index];
      if (typeof cell !== 'string' || !cell.includes('(') || !column.names.has(headingKey(cell))) continue;
      const unit = unitIn(cell);
      if (unit !== null) {
        changes.push({ row, unit: fullUnit(unit), columns: column.isAmount ? [column] : amounts });
      }
    }
  }
  if (changes.every(({ unit, columns: changed }) => changed.every((column) => column.unit === unit))) {
    return raw;
  }
  return withRows(raw, (cells, index) => {
    const above = changes.filter(({ row }) => row <= index).reverse();
    if (above[0]?.row === index) return cells;
    return amounts.reduce((read, column) => {
      const last = above.find(({ columns: changed }) => changed.includes(column));
      const cell = cells[column.index];
      return last === undefined || last.unit === column.unit || cell === undefined
        ? read
        : read.map((each, at) => (at === column.index ? inUnit(cell, last.unit) : each));
    }, cells);
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
