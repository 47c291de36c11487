/** 공약실천계획: goal, outline, schedule, cost by year, plan changes. */
import { budgetSpans } from '../../../domain/budget.ts';
import { QUARTERS } from '../../../domain/date.ts';
import type { ScheduleWords } from '../../../domain/records.ts';
import type { Report } from '../../../domain/report.ts';
import { hasWords } from '../../../domain/schedule/schedule.ts';
import { MARKED } from '../../cells/quarter-plan.ts';
import { budgetTimeName } from '../../names.ts';
import { type GridRow, textCell } from '../grid/grid.ts';
import { amendmentRows } from './amendments.ts';
import { boxHeading, boxLabel, boxText, millionCell, stepText } from './cells.ts';
import { type Frame, fullRow, LABEL_COLUMNS, NOT_COMPUTED, spanCells, yearCells } from './layout.ts';
import { boxOverRows, coveredBelow, spreadRow, wide } from './wide-cells.ts';

const COST_LABEL = '소요예산\n(백만원)';

export function planRows(frame: Frame, report: Report): readonly GridRow[] {
  const { pledge } = report;
  return [
    fullRow(frame, '공약실천계획', 'sheetSection'),
    textRow(frame, '정책목표', pledge.policyGoal),
    textRow(frame, '정책개요', pledge.policyOutline),
    ...scheduleRows(frame, report),
    ...costRows(frame, report),
    ...amendmentRows(frame, report),
  ];
}

function textRow(frame: Frame, label: string, text: string | null): GridRow {
  return spreadRow(wide(boxLabel(label), 1), wide(boxText(text ?? ''), frame.width - 1));
}

function scheduleRows(frame: Frame, { schedule, meetings, indicators }: Report): readonly GridRow[] {
  // A pledge of meetings without a meeting log has no rows to show, whatever the schedule says.
  const isOfMeetings = indicators.every(({ indicator }) => indicator.kind === 'meetings');
  if (schedule.length === 0 && meetings === null && isOfMeetings) {
    return [textRow(frame, '추진일정', NOT_COMPUTED)];
  }
  const lines = schedule.map(({ schedule: line }) => line);
  if (lines.length === 0) return [textRow(frame, '추진일정', '추진일정에 적은 것이 없습니다.')];
  const rows = lines.length + lines.filter(hasWords).length + 2;
  return [
    spreadRow(
      wide(boxLabel('추진일정'), 1, rows),
      wide(boxHeading('세부추진사항'), LABEL_COLUMNS - 1, 2),
      ...yearCells(frame.years, (year) => boxHeading(String(year))),
    ),
    spreadRow(
      coveredBelow('boxLabel', 1),
      coveredBelow('boxHeading', LABEL_COLUMNS - 1),
      ...frame.years.flatMap(() => QUARTERS.map((quarter) => wide(boxHeading(String(quarter)), 1))),
    ),
    ...lines.flatMap((line) => {
      const { name, marks, words = [] } = line;
      return [
        spreadRow(
          coveredBelow('boxLabel', 1),
          boxOverRows(stepText(name), LABEL_COLUMNS - 1, hasWords(line) ? 2 : 1),
          ...frame.years.flatMap((year) =>
            QUARTERS.map((quarter) => {
              const marked = marks.some((mark) => mark.year === year && mark.quarter === quarter);
              return wide(textCell(marked ? MARKED : '', 'box'), 1);
            }),
          ),
        ),
        ...(words.length === 0 ? [] : [wordsRow(frame, words)]),
      ];
    }),
  ];
}

/** Plans in words, in a row below the marks: a quarter's column is too narrow for them. */
function wordsRow(frame: Frame, words: readonly ScheduleWords[]): GridRow {
  const text = words.map((word) => `${whenText(word)} ${word.text}`).join(' · ');
  return spreadRow(
    coveredBelow('boxLabel', 1),
    wide(boxText(''), LABEL_COLUMNS - 1),
    wide(boxText(text), Math.max(1, frame.years.length * QUARTERS.length)),
  );
}

/** `2024.1`, as in the headings of 추진일정, or the year alone. */
function whenText({ year, quarter }: ScheduleWords): string {
  return quarter === null ? `${year}` : `${year}.${quarter}`;
}

function costRows(frame: Frame, { budget }: Report): readonly GridRow[] {
  if (budget === null) return [textRow(frame, COST_LABEL, NOT_COMPUTED)];
  const spans = budgetSpans(budget);
  return [
    spreadRow(
      wide(boxLabel(COST_LABEL), 1, 2),
      wide(boxHeading('총합'), LABEL_COLUMNS - 1),
      ...spanCells(frame, spans, ({ when }) => boxHeading(budgetTimeName(when))),
    ),
    spreadRow(
      coveredBelow('boxLabel', 1),
      wide(millionCell(budget.total.planned), LABEL_COLUMNS - 1),
      ...spanCells(frame, spans, ({ total }) => millionCell(total.planned)),
    ),
  ];
}
