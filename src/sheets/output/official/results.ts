/** 추진 실적: the cumulative plan against what was held, percent over count, year by year. */

import { dayOf, type IsoDate, monthOf, monthPeriod, yearOf } from '../../../domain/date.ts';
import type { Figure } from '../../../domain/figure.ts';
import type { Progress } from '../../../domain/indicators/progress.ts';
import type { Report } from '../../../domain/report.ts';
import { digitsShown } from '../../indicator-words.ts';
import { unitOfIndicator } from '../../input/indicator-units.ts';
import type { GridRow } from '../grid/grid.ts';
import { indicatorCells } from '../results/indicator-cells.ts';
import { boxHeading, boxLabel, unitCell } from './cells.ts';
import { type Frame, fullRow, LABEL_COLUMNS, yearCells } from './layout.ts';
import { spreadRow, under, wide } from './wide-cells.ts';

export function resultRows(frame: Frame, { indicators, clock }: Report): readonly GridRow[] {
  return [
    fullRow(frame, '추진 실적', 'sheetSection'),
    fullRow(frame, '연차별 계획 대비 주요 실적', 'sheetLine'),
    spreadRow(
      wide(boxHeading('공약이행\n확인지표'), 1),
      wide(boxHeading(`${asOfText(clock.asOf)} 기준\n이행 현황`), LABEL_COLUMNS - 1),
      ...yearCells(frame.years, (year) => boxHeading(String(year))),
    ),
    ...indicators.flatMap(indicatorRows),
  ];
}

function indicatorRows(progress: Progress): readonly GridRow[] {
  const { indicator, targetFigure, value, years } = progress;
  const digits = digitsShown(progress);
  const cells = indicatorCells(progress);
  const valueCell = (figure: Figure) => unitCell(figure, unitOfIndicator(indicator), 'box', digits);
  return [
    spreadRow(
      wide(boxLabel(indicator.name ?? ''), 1, 4),
      wide(boxLabel('계획'), 1, 2),
      wide(valueCell(targetFigure), 1, 2),
      ...yearCells(years, ({ plannedRate, planned }) => cells.rate(plannedRate, planned, 'box')),
    ),
    spreadRow(
      under('boxLabel', 1),
      under('boxLabel', 1),
      under('box', 1),
      ...yearCells(years, ({ planned }) => valueCell(planned)),
    ),
    spreadRow(
      under('boxLabel', 1),
      wide(boxLabel('실적'), 1, 2),
      wide(valueCell(value), 1, 2),
      ...yearCells(years, ({ rate, value: ofYear }) => cells.rate(rate, ofYear, 'box')),
    ),
    spreadRow(
      under('boxLabel', 1),
      under('boxLabel', 1),
      under('box', 1),
      ...yearCells(years, ({ value: ofYear }) => valueCell(ofYear)),
    ),
  ];
}

/** `2024.3월` at the end of a month, else the day: `2024.3.15.` */
export function asOfText(asOf: IsoDate): string {
  const month = `${yearOf(asOf)}.${monthOf(asOf)}`;
  return isMonthEnd(asOf) ? `${month}월` : `${month}.${dayOf(asOf)}.`;
}

function isMonthEnd(date: IsoDate): boolean {
  return monthPeriod(yearOf(date), monthOf(date))?.last === date;
}
