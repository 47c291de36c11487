/** Reports money columns whose unit is not named, or is made doubtful by other cells. */
import type { Finding } from '../../../domain/finding.ts';
import type { InputTab } from '../../../domain/tabs.ts';
import { fullUnit } from '../../cells/money.ts';
import { indexesFrom, isBlank, type RawTab, shownText } from '../../raw.ts';
import type { Headings } from '../headings.ts';
import type { CellReader } from './cell-reader.ts';
import { unitsOfRepeats } from './row-units.ts';
import { differs, unitNotKnown, unitsBelow } from './title-units.ts';

interface Amount {
  readonly row: number;
  readonly found: string;
  readonly won: number;
  /** The unit in the cell, by its full name; null: none. */
  readonly unit: string | null;
  /** Won per unit: 1,000 for 천원. */
  readonly factor: number;
}

/** The units that are said outside the columns of a table. */
interface TableUnits {
  /** The unit that applies to columns without one of their own; null: none. */
  readonly titleUnit: string | null;
  /** All units of money said above the table. */
  readonly titleUnits: readonly string[];
  /** Indexes of the rows below the headings that are notes. */
  readonly notes: readonly number[];
}

/**
 * A unit may be named in the heading, above the table or in each cell. Reports a column for which none is
 * named. Reports cells without a unit among cells with another one, if no heading names theirs or another
 * would fit better: 2,150 among 3,200천원 and 900천원.
 */
export function unitFindings(
  tab: InputTab,
  raw: RawTab,
  headings: Headings,
  { titleUnit, titleUnits, notes }: TableUnits,
  readers: readonly CellReader[],
): readonly Finding[] {
  const findings = readers.flatMap((reader): readonly Finding[] => {
    const heading = headings.cells.get(reader.field);
    const { defaultUnit } = reader.column;
    if (heading === undefined || defaultUnit === undefined) return [];
    const named = heading.unit ?? titleUnit;
    const isOther = named !== null && differs(titleUnits, named);
    // Usually the heading names the unit and no cell does. Then the amounts need not be read again.
    if (named !== null && !isOther && !cellsNameUnits(raw, headings, reader)) return [];
    const amounts = amountsOf(raw, headings, reader);
    const bare = amounts.filter(({ unit }) => unit === null);
    if (bare.length === 0) return [];
    const place = { tab, row: headings.row, field: reader.field };
    if (isOther) {
      return [{ problem: { code: 'several-units', units: titleUnits, readAs: fullUnit(named) }, place }];
    }
    const readAs = fullUnit(named ?? defaultUnit);
    const others = amounts.filter(({ unit }) => unit !== null && unit !== readAs);
    if (others.length === 0) {
      return named !== null || bare.length < amounts.length
        ? []
        : [{ problem: unitNotKnown(titleUnits, defaultUnit), place }];
    }
    const units = [...new Set(others.flatMap(({ unit }) => unit ?? [])), readAs];
    const isNamed = named !== null;
    const reported = bare.filter((amount) =>
      isNamed || bare.length >= others.length ? wouldFitIn(others, amount, amounts) : true,
    );
    if (reported.length === 0) return isNamed ? [] : [{ problem: { code: 'mixed-units', units }, place }];
    return reported.map(({ row, found }) => ({
      problem: { code: 'mixed-units', units, found },
      place: { ...place, row },
    }));
  });
  // A table with a column a year lacks its unit once, and not once for each year.
  const isOfTable = ({ problem }: Finding) =>
    problem.code === 'unit-not-named' || problem.code === 'several-units';
  const first = findings.find(isOfTable);
  return [
    ...findings.filter((finding) => !isOfTable(finding) || finding === first),
    ...unitsOfRepeats(tab, raw, headings, readers),
    ...notesBelow(tab, raw, headings, { titleUnit, notes }, readers),
  ];
}

function notesBelow(
  tab: InputTab,
  raw: RawTab,
  headings: Headings,
  { titleUnit, notes }: Pick<TableUnits, 'titleUnit' | 'notes'>,
  readers: readonly CellReader[],
): readonly Finding[] {
  const [reader] = readers.filter(
    ({ field, column: { defaultUnit } }) => defaultUnit && headings.cells.has(field),
  );
  const unit = reader === undefined ? undefined : (headings.cells.get(reader.field)?.unit ?? titleUnit);
  return notes.length === 0 || unit === undefined
    ? []
    : unitsBelow(tab, raw.rows, notes, unit ?? reader?.column.defaultUnit ?? '');
}

function cellsNameUnits(raw: RawTab, headings: Headings, { column, index }: CellReader): boolean {
  return indexesFrom(raw, headings.row).some((at) => {
    const cell = raw.rows[at]?.[index] ?? '';
    return typeof cell === 'string' && (column.unitIn?.(cell) ?? null) !== null;
  });
}

/** Returns the amounts of a column. Cells without one (`-`) are left out. */
function amountsOf(raw: RawTab, headings: Headings, { column, index, read }: CellReader): readonly Amount[] {
  return indexesFrom(raw, headings.row).flatMap((at): readonly Amount[] => {
    const cell = raw.rows[at]?.[index] ?? '';
    const parsed = isBlank(cell) ? null : read(cell);
    const won = parsed?.ok === true ? (column.summed?.(parsed.value) ?? null) : null;
    if (won === null) return [];
    const unit = column.unitIn?.(cell) ?? null;
    const one = unit === null ? null : read(`1${unit}`);
    return [
      {
        row: at + 1,
        found: shownText(cell).trim(),
        won: Math.abs(won),
        unit: unit === null ? null : fullUnit(unit),
        factor: one?.ok === true ? (column.summed?.(one.value) ?? 1) : 1,
      },
    ];
  });
}

/** An amount is far smaller than the others if it is at most 1/100 of the smallest of them. */
const FAR = 100;
/** A converted amount fits if it lies within this factor of the range of the others. */
const NEAR = 10;

/**
 * Whether an amount is far smaller than all others, but would fit among them in a unit that one of them
 * names.
 */
function wouldFitIn(named: readonly Amount[], amount: Amount, all: readonly Amount[]): boolean {
  const others = all.filter((other) => other !== amount && other.won > 0).map(({ won }) => won);
  const [least, most] = [Math.min(...others), Math.max(...others)];
  const isFar = amount.won > 0 && amount.won * FAR <= least;
  return (
    isFar &&
    named.some(({ factor }) => amount.won * factor * NEAR >= least && amount.won * factor <= most * NEAR)
  );
}
