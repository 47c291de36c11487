/** Cells of an indicator: values with its decimal places, and rates that know their part and whole. */
import type { Figure } from '../../../domain/figure.ts';
import { isFalling } from '../../../domain/indicators/indicator.ts';
import { baselineFigure, type Progress } from '../../../domain/indicators/progress.ts';
import type { Rate } from '../../../domain/rate.ts';
import { digitsShown } from '../../indicator-words.ts';
import { type GridCell, measureCell, type Role, rateCell } from '../grid/grid.ts';

export interface IndicatorCells {
  value(figure: Figure, role?: Role): GridCell;
  /** @param part the value or the planned value whose rate it is. */
  rate(rate: Rate, part: Figure, role?: Role): GridCell;
}

export function indicatorCells(progress: Progress): IndicatorCells {
  const { indicator, target, targetFigure } = progress;
  const digits = digitsShown(progress);
  const from = isFalling(indicator, target) ? baselineFigure(indicator) : null;
  return {
    value: (figure, role) => measureCell(figure, digits, role),
    rate: (rate, part, role) => {
      const cell = rateCell(rate, part, targetFigure, role);
      return from === null
        ? cell
        : { ...cell, basis: { kind: 'rate', part, whole: targetFigure, rate, from } };
    },
  };
}
