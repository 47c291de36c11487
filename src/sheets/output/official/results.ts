/** 추진 실적: the cumulative plan against what was held, percent over count, year by year. */

import { dayOf, type IsoDate, monthOf, monthPeriod, yearOf } from '../../../domain/date.ts';
import { figureOf } from '../../../domain/figure.ts';
import type { MeetingReport } from '../../../domain/meetings.ts';
import type { Report } from '../../../domain/report.ts';
import { BLANK, type GridCell, type GridRow, rateCell } from '../grid.ts';
import { spreadRow, under, wide } from '../spread.ts';
import { boxHeading, boxLabel, unitCell } from './cells.ts';
import { type Frame, fullRow, LABEL_COLUMNS, yearCells } from './frame.ts';

export function resultRows(frame: Frame, report: Report, meetings: MeetingReport): readonly GridRow[] {
  const unit = report.pledge.unit ?? '회';
  const ofYear = (year: number) => meetings.years.find((row) => row.year === year);
  const blank: GridCell = { ...BLANK, role: 'box' };
  return [
    fullRow(frame, '추진 실적', 'sheetSection'),
    fullRow(frame, '연차별 계획 대비 주요 실적', 'sheetLine'),
    spreadRow(
      wide(boxHeading('공약이행\n확인지표'), 1),
      wide(boxHeading(`${asOfText(report.clock.asOf)} 기준\n이행 현황`), LABEL_COLUMNS - 1),
      ...yearCells(frame, (year) => boxHeading(String(year))),
    ),
    spreadRow(
      wide(boxLabel(report.pledge.indicator ?? ''), 1, 4),
      wide(boxLabel('계획'), 1, 2),
      wide(unitCell(meetings.targetFigure, unit), 1, 2),
      ...yearCells(frame, (year) => {
        const row = ofYear(year);
        return row === undefined
          ? blank
          : rateCell(row.plannedRate, row.planned, meetings.targetFigure, 'box');
      }),
    ),
    spreadRow(
      under('boxLabel', 1),
      under('boxLabel', 1),
      under('box', 1),
      ...yearCells(frame, (year) => unitCell(ofYear(year)?.planned ?? figureOf([]), unit)),
    ),
    spreadRow(
      under('boxLabel', 1),
      wide(boxLabel('실적'), 1, 2),
      wide(unitCell(meetings.cumulative, unit), 1, 2),
      ...yearCells(frame, (year) => {
        const row = ofYear(year);
        return row === undefined ? blank : rateCell(row.rate, row.cumulative, meetings.targetFigure, 'box');
      }),
    ),
    spreadRow(
      under('boxLabel', 1),
      under('boxLabel', 1),
      under('box', 1),
      ...yearCells(frame, (year) => unitCell(ofYear(year)?.cumulative ?? figureOf([]), unit)),
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
