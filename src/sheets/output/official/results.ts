/** 추진 실적: cumulative plan and results year by year, each with percentages above values. */

import { dayOf, type IsoDate, monthOf, monthPeriod, yearOf } from '../../../domain/date.ts';
import type { Figure } from '../../../domain/figure.ts';
import { isFalling, isSum, WHOLE_PERCENT } from '../../../domain/indicators/indicator.ts';
import type { Progress } from '../../../domain/indicators/progress.ts';
import type { Report } from '../../../domain/report.ts';
import { digitsShown, indicatorName } from '../../indicator-words.ts';
import { unitOfIndicator } from '../../input/indicators/indicator-units.ts';
import { type GridCell, type GridRow, TEXT_FORMAT } from '../grid/grid.ts';
import { indicatorCells } from '../results/indicator-cells.ts';
import { boxHeading, boxLabel, unitCell } from './cells.ts';
import { type Frame, fullRow, LABEL_COLUMNS, yearCells } from './layout.ts';
import { coveredBelow, spreadRow, wide } from './wide-cells.ts';

/** The whole plan or result where nothing tells it. */
const NOTHING_YET = '없음';

export function resultRows(frame: Frame, { indicators, clock }: Report): readonly GridRow[] {
  return [
    fullRow(frame, '추진 실적', 'sheetSection'),
    fullRow(frame, '연차별 계획 대비 주요 실적', 'sheetLine'),
    spreadRow(
      wide(boxHeading('공약이행\n확인지표'), 1),
      wide(boxHeading(`${asOfText(clock.asOf)} 기준\n이행 현황`), LABEL_COLUMNS - 1),
      ...yearCells(frame.years, (year) => boxHeading(String(year))),
    ),
    ...indicators.flatMap((progress) => {
      const { indicator } = progress;
      return indicatorRows(
        progress,
        indicators.length > 1 ? indicatorName(indicator) : (indicator.name ?? ''),
      );
    }),
  ];
}

/**
 * Rows of the plan and the results, each a line of rates above one of values. If the values are percentages
 * of 100 already, the rates are left out.
 */
function indicatorRows(progress: Progress, name: string): readonly GridRow[] {
  const { indicator, targetFigure, value, years } = progress;
  const digits = digitsShown(progress);
  const cells = indicatorCells(progress);
  const valueCell = (figure: Figure) => unitCell(figure, unitOfIndicator(indicator), 'box', digits);
  const wholeCell = (figure: Figure) =>
    figure.value === null
      ? { ...valueCell(figure), value: NOTHING_YET, format: TEXT_FORMAT }
      : valueCell(figure);
  const rates = (line: readonly GridCell[]) => (isItsOwnRate(progress) ? [] : [line]);
  const parts = [
    {
      label: '계획',
      whole: targetFigure,
      lines: [
        ...rates(years.map(({ plannedRate, planned }) => cells.rate(plannedRate, planned, 'box'))),
        years.map(({ planned }) => valueCell(planned)),
      ],
    },
    {
      label: '실적',
      whole: value,
      lines: [
        ...rates(years.map(({ rate, value: ofYear }) => cells.rate(rate, ofYear, 'box'))),
        years.map(({ value: ofYear }) => valueCell(ofYear)),
      ],
    },
  ];
  const height = parts.flatMap(({ lines }) => lines).length;
  return parts.flatMap(({ label, whole, lines }, part) =>
    lines.map((line, index) =>
      spreadRow(
        part + index === 0 ? wide(boxLabel(name), 1, height) : coveredBelow('boxLabel', 1),
        index === 0 ? wide(boxLabel(label), 1, lines.length) : coveredBelow('boxLabel', 1),
        index === 0 ? wide(wholeCell(whole), 1, lines.length) : coveredBelow('box', 1),
        ...yearCells(line, (cell) => cell),
      ),
    ),
  );
}

/** True if the values are percentages of 100, so that rates would only repeat them: 45 % and 45.0 %. */
function isItsOwnRate({ indicator, target, targetFigure }: Progress): boolean {
  return (
    indicator.isPercent &&
    !isSum(indicator) &&
    !isFalling(indicator, target) &&
    targetFigure.value === WHOLE_PERCENT
  );
}

/** `2024.3월` for the end of a month, else the day: `2024.3.15.` */
export function asOfText(asOf: IsoDate): string {
  const month = `${yearOf(asOf)}.${monthOf(asOf)}`;
  return isMonthEnd(asOf) ? `${month}월` : `${month}.${dayOf(asOf)}.`;
}

function isMonthEnd(date: IsoDate): boolean {
  return monthPeriod(yearOf(date), monthOf(date))?.last === date;
}
