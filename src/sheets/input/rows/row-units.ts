/**
 * Units of a budget row apart from those of its table: in a label (`국비(천원)`), in a 단위 column, or in headings
 * that stand once more above it with another unit (금액(천원) below 금액(원)).
 */
import type { Finding } from '../../../domain/finding.ts';
import type { InputTab } from '../../../domain/tabs.ts';
import { fullUnit, isMoneyUnit, isPercentage, moneyUnitIn, saysNothing } from '../../cells/money.ts';
import { keptByPair } from '../../kept.ts';
import {
  indexesFrom,
  isBlank,
  isDateCell,
  type RawCell,
  type RawTab,
  shownText,
  withRows,
} from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import { type Headings, headingKey, unitIn } from '../headings.ts';
import type { CellReader } from './cell-reader.ts';
import { isInTab } from './placed-column.ts';
import { moneyUnitsIn } from './title-units.ts';

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
 * the first headings.
 */
function withUnitsOfRepeats(raw: RawTab, headings: Headings, readers: readonly CellReader[]): RawTab {
  const amounts = readers.filter((reader) => isInTab(reader) && isAmount(reader.column));
  const repeats = repeatsOf(raw, headings, readers, amounts);
  const [first] = repeats;
  if (first === undefined) return raw;
  const own = new Set(raw.own);
  const rows = [...raw.rows];
  const unitsAt = new Map(repeats.map(({ index, units }) => [index, units]));
  /** The units that apply to a row, by the index of their column. */
  const units = new Map<number, string>();
  for (let row = first.index; row < rows.length; row += 1) {
    const cells = rows[row] ?? [];
    const repeated = unitsAt.get(row);
    if (repeated !== undefined) {
      for (const { index, field } of amounts) {
        const unit = repeated.get(field) ?? null;
        if (unit === null) continue;
        if (unit === headings.cells.get(field)?.unit) units.delete(index);
        else units.set(index, fullUnit(unit));
      }
    } else if (units.size > 0 && (raw.own === undefined || own.has(row))) {
      rows[row] = cells.map((cell, at) => inUnit(cell, units.get(at) ?? null));
    }
  }
  return { ...raw, rows };
}

/** Headings of amounts once more. */
interface Repeat {
  readonly index: number;
  /** The unit of each column of amounts with a heading here, by its field; null: the heading names none. */
  readonly units: ReadonlyMap<string, string | null>;
}

/** In a tab of many pledges these headings belong to none of them, so all rows are searched. */
function repeatsOf(
  raw: RawTab,
  headings: Headings,
  readers: readonly CellReader[],
  amounts: readonly CellReader[],
): readonly Repeat[] {
  const labels = readers.filter((reader) => isInTab(reader) && reader.column.namesTotals);
  const [first] = amounts;
  if (first === undefined) return [];
  const isHeading = headingFinder(headings);
  const isRepeat = (cells: readonly RawCell[]) => amounts.some((amount) => isHeading(cells, amount));
  const firstRepeat = firstRepeatIn(raw.rows, first.column, () =>
    raw.rows.findIndex((cells, row) => row >= headings.row && cells.length > 0 && isRepeat(cells)),
  );
  if (firstRepeat < 0) return [];
  return raw.rows.slice(firstRepeat).flatMap((cells, below): readonly Repeat[] => {
    if (!isRepeat(cells)) return [];
    // The heading of a label may name the unit: 재원(천원).
    const [ofLabels = null] = labels.flatMap((label) =>
      isHeading(cells, label) ? (unitIn(cells[label.index] ?? '') ?? []) : [],
    );
    const here = amounts.filter((amount) => isHeading(cells, amount));
    const units = here.map(({ field, index }) => [field, unitIn(cells[index] ?? '') ?? ofLabels] as const);
    return [{ index: firstRepeat + below, units: new Map(units) }];
  });
}

/**
 * Reports headings once more without a unit below headings that name one, if it is not the usual one or not
 * the only one: 집행액 below 금액(천원), or below 금액(천원) and 금액(원). The amounts below are read in the unit
 * right above, and may be in another. A line right above these headings says enough: `(단위: 천원)`.
 */
export function unitsOfRepeats(
  tab: InputTab,
  raw: RawTab,
  headings: Headings,
  readers: readonly CellReader[],
): readonly Finding[] {
  const amounts = readers.filter((reader) => isInTab(reader) && reader.column.defaultUnit !== undefined);
  const repeats = repeatsOf(raw, headings, readers, amounts);
  if (repeats.length === 0) return [];
  const filled = indexesFrom(raw, headings.row);
  const ofRepeats = rowsBelow(repeats, filled);
  return amounts.flatMap(({ field, index, column }) => {
    const first = headings.cells.get(field)?.unit ?? null;
    const named = new Set(first === null ? [] : [fullUnit(first)]);
    let unit = first;
    return repeats.flatMap((repeat, at): readonly Finding[] => {
      const here = repeat.units.get(field);
      unit = here ?? unit;
      if (unit === null) return [];
      const readAs = fullUnit(unit);
      named.add(readAs);
      const isDoubted = here === null && (readAs !== column.defaultUnit || named.size > 1);
      // A unit other than the first one has been added to the amounts already.
      const added = unit === first ? null : readAs;
      const rows = ofRepeats[at] ?? [];
      if (!isDoubted || !rows.some((row) => isAmountIn(added, raw.rows[row]?.[index] ?? '', column)))
        return [];
      const rowsAbove = raw.rows.slice(Math.max(headings.row, repeat.index - TITLE_ROWS), repeat.index);
      if (moneyUnitsIn(rowsAbove.filter(isTitleRow)).length > 0) return [];
      const problem = { code: 'unit-not-named', unit: readAs } as const;
      return [{ problem, place: { tab, row: repeat.index + 1, field } }];
    });
  });
}

/** The indexes of the rows below each of the headings, up to the next ones. */
function rowsBelow(repeats: readonly Repeat[], rows: readonly number[]): readonly (readonly number[])[] {
  let next = 0;
  return repeats.map(({ index }, at) => {
    const end = repeats[at + 1]?.index ?? Number.POSITIVE_INFINITY;
    while ((rows[next] ?? end) <= index) next += 1;
    const first = next;
    while ((rows[next] ?? end) < end) next += 1;
    return rows.slice(first, next);
  });
}

/** How many rows above headings their titles stand. */
const TITLE_ROWS = 3;

/** Whether a row holds only texts, and so may be a title. */
function isTitleRow(cells: readonly RawCell[]): boolean {
  return cells.every((cell) => typeof cell === 'string' || isBlank(cell));
}

/** Whether a cell is an amount other than 0 in this unit. null: it names none. */
function isAmountIn(unit: string | null, cell: RawCell, { unitIn: names }: CellReader['column']): boolean {
  if (typeof cell === 'number') return unit === null && cell !== 0;
  if (typeof cell !== 'string' || !/[1-9]/.test(cell)) return false;
  const named = names?.(cell) ?? null;
  return unit === (named === null ? null : fullUnit(named));
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
