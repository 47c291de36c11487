/** The figures that other engines compute: every figure of the report, with our result. */

import { calculate } from '../../src/domain/report.ts';
import { readRecords } from '../../src/sheets/input/read-records.ts';
import type { RawTabs } from '../../src/sheets/raw.ts';
import { figuresOf } from '../properties/figures.ts';
import { columnRanges, figureFormulas } from '../support/formulas/figure-formulas.ts';
import { AS_OF, NAMES, TODAY } from './rows.ts';

export interface AskedFigure {
  readonly name: string;
  /** Formula with its leading `=`. */
  readonly formula: string;
  readonly ours: number;
}

/**
 * From this number of rows on, the slowest engine computes only some figures, and its time is extrapolated.
 * For 10,000 rows that gave a fifth more than computing all.
 */
export const MANY_ROWS = 5_000;
/**
 * Every how many figures one is taken. Figures come in groups of ten of a kind, so every eleventh covers all
 * kinds.
 */
const STEP = 11;

export interface AskedFigures {
  readonly figures: readonly AskedFigure[];
  /** Number of all figures. */
  readonly all: number;
}

/** @param tabs tabs whose sheets have the same names */
export function allFigures(tabs: RawTabs): AskedFigures {
  const ours = figuresOf(calculate(readRecords(tabs).records, { asOf: AS_OF, today: TODAY }));
  const formulas = figureFormulas(
    columnRanges(tabs, (tab) => tabs[tab]?.name ?? tab),
    AS_OF,
    NAMES,
  );
  const unasked = [...ours.keys()].filter((name) => !formulas.has(name));
  if (unasked.length > 0) throw new Error(`no formula computes ${unasked.join(', ')}`);
  const figures = [...formulas].map(([name, formula]) => ({
    name,
    formula: `=${formula}`,
    ours: ours.get(name)?.value ?? 0,
  }));
  return { figures, all: figures.length };
}

/** All figures, or some of every kind if there are many rows. */
export function figuresInReach(tabs: RawTabs, rows: number): AskedFigures {
  const { figures, all } = allFigures(tabs);
  return { figures: rows < MANY_ROWS ? figures : figures.filter((_, index) => index % STEP === 0), all };
}

/** Throws if an engine's results differ from ours: a benchmark of wrong results is worthless. */
export function requireAgreement(
  engine: string,
  figures: readonly AskedFigure[],
  answers: readonly number[],
): void {
  const off = figures.flatMap(({ name, ours }, index) =>
    Math.abs((answers[index] ?? Number.NaN) - ours) < 1e-6 ? [] : [`${name}: ${ours}, and ${answers[index]}`],
  );
  if (off.length > 0) {
    throw new Error(`${engine} computes ${off.length} figures otherwise: ${off.slice(0, 3).join('; ')}`);
  }
}
