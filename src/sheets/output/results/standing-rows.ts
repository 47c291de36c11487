/** The last two rows of a table of years: the final target, and how far it is reached as of the date. */
import type { IsoDate } from '../../../domain/date.ts';
import type { Figure } from '../../../domain/figure.ts';
import type { Rate } from '../../../domain/rate.ts';
import { shownDate } from '../../raw.ts';
import { countCell, type GridCell, type GridRow, rateCell, textCell } from '../grid/grid.ts';

/** @param columns of the table: the second is the plan, the last two are what was held, and its rate. */
export function standingRows(
  { asOf, columns }: { readonly asOf: IsoDate; readonly columns: number },
  target: Figure,
  held: Figure,
  rate: Rate,
): readonly GridRow[] {
  const blanks = (count: number) => Array<GridCell>(count).fill(textCell('', 'total'));
  return [
    [textCell('최종목표', 'total'), countCell(target, 'total'), ...blanks(columns - 2)],
    [
      textCell(`기준일(${shownDate(asOf)})`, 'total'),
      ...blanks(columns - 3),
      countCell(held, 'total'),
      rateCell(rate, held, target, 'total'),
    ],
  ];
}
