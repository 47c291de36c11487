/**
 * The rate of a pledge with its basis: part and whole of each indicator's rate, or the cell that states it.
 */
import { figureOf } from '../../../domain/figure.ts';
import type { Report } from '../../../domain/report.ts';
import { indicatorName } from '../../indicator-words.ts';
import { type GridCell, percentCell, type Role } from '../grid/grid.ts';
import { indicatorCells, shownUnit } from './indicator-cells.ts';

/** Blank where the pledge has no rate. */
export function pledgeRateCell({ indicators, rate, pledge }: Report, role: Role): GridCell {
  const [progress, ...others] = indicators;
  const { percent } = rate;
  const { digits } = pledge.ratePrecision;
  if (progress !== undefined && others.length === 0 && rate.from !== 'stated') {
    return indicatorCells(progress).rate(progress.rate, progress.value, role);
  }
  const cell = percentCell(percent, digits, role);
  if (percent === null) return cell;
  if (rate.from === 'indicators') {
    const rates = indicators.flatMap((each) =>
      each.rate.percent === null
        ? []
        : [
            {
              name: indicatorName(each.indicator),
              rate: each.rate,
              part: each.value,
              whole: each.targetFigure,
              unit: shownUnit(each),
            },
          ],
    );
    return { ...cell, basis: { kind: 'mean', percent, digits, rates } };
  }
  const stated = pledge.stated.find(({ kind }) => kind === 'implementationPercent');
  if (stated === undefined) return cell;
  const { tab = 'pledge', row, value } = stated;
  const figure = figureOf([{ tab, row, amount: value, approximate: false }]);
  return { ...cell, basis: { kind: 'figure', figure, unit: '%' } };
}
