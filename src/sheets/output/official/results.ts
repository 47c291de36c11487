/** 추진 실적: the cumulative plan against what was held, percent over count, year by year. */

import { dayOf, type IsoDate, monthOf, monthPeriod, yearOf } from '../../../domain/date.ts';
import type { MeetingReport } from '../../../domain/meetings.ts';
import type { Report } from '../../../domain/report.ts';
import { type GridRow, rateCell } from '../grid/grid.ts';
import { boxHeading, boxLabel, unitCell } from './cells.ts';
import { type Frame, fullRow, LABEL_COLUMNS, yearCells } from './layout.ts';
import { spreadRow, under, wide } from './wide-cells.ts';

export function resultRows(frame: Frame, report: Report, meetings: MeetingReport): readonly GridRow[] {
  const unit = report.pledge.unit ?? '회';
  return [
    fullRow(frame, '추진 실적', 'sheetSection'),
    fullRow(frame, '연차별 계획 대비 주요 실적', 'sheetLine'),
    spreadRow(
      wide(boxHeading('공약이행\n확인지표'), 1),
      wide(boxHeading(`${asOfText(report.clock.asOf)} 기준\n이행 현황`), LABEL_COLUMNS - 1),
      ...yearCells(frame.years, (year) => boxHeading(String(year))),
    ),
    spreadRow(
      wide(boxLabel(report.pledge.indicator ?? ''), 1, 4),
      wide(boxLabel('계획'), 1, 2),
      wide(unitCell(meetings.targetFigure, unit), 1, 2),
      ...yearCells(meetings.years, ({ plannedRate, planned }) =>
        rateCell(plannedRate, planned, meetings.targetFigure, 'box'),
      ),
    ),
    spreadRow(
      under('boxLabel', 1),
      under('boxLabel', 1),
      under('box', 1),
      ...yearCells(meetings.years, ({ planned }) => unitCell(planned, unit)),
    ),
    spreadRow(
      under('boxLabel', 1),
      wide(boxLabel('실적'), 1, 2),
      wide(unitCell(meetings.cumulative, unit), 1, 2),
      ...yearCells(meetings.years, ({ rate, cumulative }) =>
        rateCell(rate, cumulative, meetings.targetFigure, 'box'),
      ),
    ),
    spreadRow(
      under('boxLabel', 1),
      under('boxLabel', 1),
      under('box', 1),
      ...yearCells(meetings.years, ({ cumulative }) => unitCell(cumulative, unit)),
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
