/** Cells of an indicator: values with its decimal places, and rates that know their part and whole. */
import type { Figure } from '../../../domain/figure.ts';
import { isFalling } from '../../../domain/indicators/indicator.ts';
import { baselineFigure, type Progress } from '../../../domain/indicators/progress.ts';
import type { Rate } from '../../../domain/rate.ts';
import { digitsShown } from '../../indicator-words.ts';
import { unitOfIndicator } from '../../input/indicators/indicator-units.ts';
import { withoutPersonalData } from '../../personal-data.ts';
import { type GridCell, inUnit, measureCell, type Role, rateCell } from '../grid/grid.ts';

export interface IndicatorCells {
  value(figure: Figure, role?: Role): GridCell;
  /** @param part the value or the planned value whose rate it is. */
  rate(rate: Rate, part: Figure, role?: Role): GridCell;
}

export function indicatorCells(progress: Progress): IndicatorCells {
  const { indicator, target, targetFigure } = progress;
  const digits = digitsShown(progress);
  const from = isFalling(indicator, target) ? baselineFigure(indicator) : null;
  const unit = shownUnit(progress);
  return {
    value: (figure, role) => inUnit(measureCell(figure, digits, role), unit),
    rate: (rate, part, role) => {
      const cell = rateCell(rate, part, targetFigure, role);
      return from === null
        ? inUnit(cell, unit)
        : { ...cell, basis: { kind: 'rate', part, whole: targetFigure, rate, from, unit } };
    },
  };
}

/** The unit of an indicator, as a sentence may show it. */
export function shownUnit({ indicator }: Pick<Progress, 'indicator'>): string {
  return withoutPersonalData(unitOfIndicator(indicator));
}
