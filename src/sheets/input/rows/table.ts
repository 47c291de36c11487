/** A table before its rows are read: its headings, the readers of its columns, and what its title says. */
import type { PledgeKey } from '../../../domain/pledge-key.ts';
import type { InputTab } from '../../../domain/tabs.ts';
import type { Parsed } from '../../cells/parsed.ts';
import { type RawCell, type RawTab, rowsAbove } from '../../raw.ts';
import type { ReadContext, TabDefinition } from '../columns.ts';
import type { Headings } from '../headings.ts';
import { pledgeNameIndex } from '../pledges/listed-names.ts';
import { pledgeNumberReader, pledgeOfRow, withPledgeNumber } from '../pledges/pledge-column.ts';
import { type DatedTotals, datedTotals } from '../totals/dated-totals.ts';
import { type EventFinder, eventFinder, type TotalCell, totalCellFinder } from '../totals/total-rows.ts';
import { type CellReader, type Columns, cellReaders } from './cell-reader.ts';
import { type ReaderFromAbove, readerFromAbove } from './cells-above.ts';
import { type ListPart, listParts } from './list-parts.ts';
import { withRowUnits } from './row-units.ts';
import { moneyUnitsIn } from './title-units.ts';
import { yearOfTitle } from './title-years.ts';
import { type UnknownColumn, unknownColumns, withUnknownColumns } from './unread-columns.ts';

export interface Table {
  readonly tab: InputTab;
  /** The tab, with the unit of each row added to its amounts. */
  readonly raw: RawTab;
  readonly headings: Headings;
  readonly headingRows: RawTab['rows'];
  /** The rows above the headings. */
  readonly titleRows: RawTab['rows'];
  /** The units of money that they name. */
  readonly titleUnits: readonly string[];
  /** The unit of amounts whose headings name none; null: nothing says it. */
  readonly titleUnit: string | null;
  /** The only year that they name; null: none, or more than one. */
  readonly year: number | null;
  readonly readers: readonly CellReader[];
  /** The parts below, which have titles or headings of their own. */
  readonly parts: readonly ListPart[];
  /** The readers below a title that names this year; null: it names none. */
  readersOf(year: number | null): readonly CellReader[];
  /** Those of the columns that the tab must have, or that no row leaves blank. */
  readonly needed: readonly CellReader[];
  readonly unknown: readonly UnknownColumn[];
  readonly pledgeNumber: CellReader<PledgeKey> | null;
  readonly readFromAbove: ReaderFromAbove;
  readonly totalCell: TotalCell;
  /** Finds the totals that have a day. null: no row has a day and the words of a total. */
  readonly datedTotals: ((known: ReadonlySet<number>) => DatedTotals) | null;
  readonly event: EventFinder;
  pledgeOf(row: number, cells: readonly RawCell[]): Parsed<PledgeKey>;
}

export function tableOf(
  { tab, columns }: TabDefinition<Columns>,
  typed: RawTab,
  found: Headings,
  context: ReadContext,
): Table {
  const named = withPledgeNumber(found, typed.rows[found.firstRow - 2]);
  const unknown = unknownColumns(named, typed.rows[0]?.length ?? 0);
  const headings = withUnknownColumns(named, unknown);
  const lookedAt = context.pledges.doubtOfName === undefined ? null : pledgeNameIndex(headings.texts);
  const titleRows = rowsAbove(typed, headings.firstRow - 1);
  const titleUnits = moneyUnitsIn(titleRows);
  // Of several units above one table, nobody can tell which one is meant.
  const unitOfTitle = titleUnits.length === 1 ? (titleUnits[0] ?? null) : null;
  const titleUnit = unitOfLabels(columns, headings) ?? unitOfTitle;
  const readersOf = (tabYear: number | null) =>
    cellReaders(columns, headings, titleUnit, { ...context, tabYear });
  const year = yearOfTitle(titleRows);
  const readers = readersOf(year);
  const raw = withRowUnits(typed, headings, readers);
  const readFromAbove = readerFromAbove(raw, headings);
  const pledgeNumber = pledgeNumberReader(headings, context.pledges);
  return {
    tab,
    raw,
    headings,
    headingRows: raw.rows.slice(headings.firstRow - 1, headings.row),
    titleRows,
    titleUnits,
    titleUnit,
    year,
    parts: listParts(typed, columns, headings),
    readers,
    readersOf,
    needed: readers.filter(({ column }) => column.required || column.blank === null),
    // The 공약명 beside a number is looked at, so it is no column that nobody reads.
    unknown: unknown.filter(({ column }) => column - 1 !== lookedAt),
    pledgeNumber,
    readFromAbove,
    event: eventFinder(readers),
    totalCell: totalCellFinder(readers, context, pledgeNumber?.index),
    datedTotals: datedTotals(raw, headings, readers, context),
    pledgeOf: pledgeOfRow(pledgeNumber, readFromAbove, context.pledges, headings),
  };
}

/**
 * Returns the unit in the heading of a label column, which applies to the amounts beside it: 재원(백만원). Null if
 * there is none.
 */
function unitOfLabels(columns: Columns, { cells }: Headings): string | null {
  const labels = [...cells].filter(([field]) => columns[field]?.namesTotals === true);
  return labels.map(([, { unit }]) => unit).find((unit) => unit !== null) ?? null;
}
