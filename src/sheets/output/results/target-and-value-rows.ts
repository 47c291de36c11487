/** The last two rows of a table of years: the final target, and the value and rate as of the date. */
import type { IsoDate } from '../../../domain/date.ts';
import type { Progress } from '../../../domain/indicators/progress.ts';
import { shownDate } from '../../raw.ts';
import { type GridCell, type GridRow, textCell } from '../grid/grid.ts';
import { indicatorCells } from './indicator-cells.ts';

/** @param columns number of columns. The second is the plan; the last two are the value and its rate. */
export function targetAndValueRows(asOf: IsoDate, columns: number, progress: Progress): readonly GridRow[] {
  const { targetFigure, value, rate } = progress;
  const cells = indicatorCells(progress);
  const blanks = (count: number) => Array<GridCell>(count).fill(textCell('', 'total'));
  return [
    [textCell('최종목표', 'total'), cells.value(targetFigure, 'total'), ...blanks(columns - 2)],
    [
      textCell(`기준일(${shownDate(asOf)})`, 'total'),
      ...blanks(columns - 3),
      cells.value(value, 'total'),
      cells.rate(rate, value, 'total'),
    ],
  ];
}
