/** Cells for what is still missing to a target. They know the target and the value. */

import { yearOf } from '../../../domain/date.ts';
import { decimalsOf } from '../../../domain/decimal.ts';
import { type Figure, UNKNOWN_FIGURE } from '../../../domain/figure.ts';
import { isFalling } from '../../../domain/indicators/indicator.ts';
import type { Progress } from '../../../domain/indicators/progress.ts';
import type { Need } from '../../../domain/schedule/outlook.ts';
import { digitsShown } from '../../indicator-words.ts';
import { type GridCell, measureCell, type Role } from '../grid/grid.ts';
import { shownUnit } from './indicator-cells.ts';

/** The target of a need, with the row that states it. */
export function targetOfNeed({ deadline, by }: Need, progress: Progress): Figure {
  return deadline === 'yearTarget' ? targetOfYear(yearOf(by), progress) : progress.targetFigure;
}

/** The target for the end of a year, with the row that states it; unknown where none does. */
export function targetOfYear(year: number, { years }: Progress): Figure {
  return years.find((one) => one.year === year)?.planned ?? UNKNOWN_FIGURE;
}

/** What is missing to the target; 0 where it is met. */
export function missingCell(need: Need, progress: Progress, role: Role = 'plain'): GridCell {
  return {
    ...measuredNumberCell(need.missing, progress, role),
    basis: {
      kind: 'difference',
      minuend: targetOfNeed(need, progress),
      subtrahend: progress.value,
      towards: isFalling(progress.indicator, progress.target) ? 'falling' : 'rising',
      unit: shownUnit(progress),
    },
  };
}

/** A number in the unit of the indicator that is not a sum of rows. */
export function measuredNumberCell(value: number | null, progress: Progress, role: Role = 'plain'): GridCell {
  const digits = Math.max(digitsShown(progress), decimalsOf(value ?? 0));
  const { basis: _, ...cell } = measureCell({ ...UNKNOWN_FIGURE, value }, digits, role);
  return cell;
}
