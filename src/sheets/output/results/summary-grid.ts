/** 요약: the key figures of the pledge on one page. */
import { budgetSpans } from '../../../domain/budget.ts';
import { type IsoDate, lastDayOfYear } from '../../../domain/date.ts';
import { isFalling } from '../../../domain/indicators/indicator.ts';
import type { Progress } from '../../../domain/indicators/progress.ts';
import type { Report } from '../../../domain/report.ts';
import type { RowAccounts } from '../../../domain/row-account.ts';
import { indicatorWords } from '../../indicator-kind-words.ts';
import { titleOfIndicator, unitInBrackets } from '../../indicator-words.ts';
import { INPUT_TAB_NAMES } from '../../input/tabs.ts';
import { budgetTimeName, occasionName } from '../../names.ts';
import { withoutPersonalData } from '../../personal-data.ts';
import { shownDate } from '../../raw.ts';
import type { ConditionalFormat } from '../grid/charts-and-formats.ts';
import {
  balanceCell,
  type Grid,
  type GridRow,
  headingCells,
  noteCell,
  rateCell,
  textCell,
  titleCell,
  wonCell,
} from '../grid/grid.ts';
import { keyFigureRows } from '../grid/key-figures.ts';
import { type Section, stacked, withRoomForCharts } from '../grid/sections.ts';
import { OUTPUT_TABS } from '../tabs.ts';
import { NO_BUDGET, overBudget } from './budget-grid.ts';
import { indicatorCells } from './indicator-cells.ts';
import { keyFigures } from './key-figures.ts';
import type { ListedFinding } from './listed-finding.ts';
import { accountsByName, leftOutText, resultsAccountRow, rowAccountRow } from './row-account-line.ts';
import { RESULT_SHAPES, SUMMARY_COLUMN } from './shapes.ts';
import { statusColor } from './status-colors.ts';
import { breakdownRow, NO_SUGGESTIONS, statusColumns, widthsFor } from './suggestions-grid.ts';
import { targetAndValueRows } from './target-and-value-rows.ts';

export function summaryGrid(report: Report, findings: readonly ListedFinding[], accounts: RowAccounts): Grid {
  const { number, name, department } = report.pledge;
  // Without any indicator, meetings are expected.
  const isOfMeetings =
    report.indicators.length === 0 ||
    report.indicators.some(({ indicator }) => indicator.kind === 'meetings');
  const asOf = `기준일 ${shownDate(report.clock.asOf)}`;
  const leftOut = leftOutText(accountsByName(accounts), findings);
  const about = [
    number === null ? null : `공약 ${number}`,
    department,
    ...report.indicators.map(({ indicator }) => indicator.name),
  ];
  return {
    ...stacked([
      {
        rows: [
          [titleCell(OUTPUT_TABS.summary)],
          [noteCell(leftOut === null ? asOf : `${asOf} · ${leftOut}(점검 탭 참고)`)],
          [textCell(name ?? '공약 탭에 공약명을 적어 주세요.', 'lead')],
          [noteCell(about.filter((part) => part !== null && part !== '').join(' · '))],
        ],
      },
      { rows: keyFigureRows(keyFigures(report, findings)), conditionalFormats: [ERRORS_FOUND] },
      { rows: [[]] },
      ...implementationSections(report),
      budgetSection(report),
      {
        rows: [
          [titleCell('읽은 행')],
          ...(isOfMeetings ? rowAccountRow(INPUT_TAB_NAMES.meetings, accounts.meetings) : []),
          ...resultsAccountRow(accounts, report.indicators),
          ...rowAccountRow(INPUT_TAB_NAMES.suggestions, accounts.suggestions),
          ...rowAccountRow(INPUT_TAB_NAMES.executions, accounts.executions),
          [],
        ],
      },
      // Last, because only this section grows, with the number of occasions.
      suggestionSection(report),
    ]),
    ...RESULT_SHAPES.summary,
    columnWidths: widthsFor(
      RESULT_SHAPES.summary.columnWidths,
      report.suggestions === null ? [] : statusColumns(report.lists, report.suggestions.all),
    ),
  };
}

/** Highlights the last key figure, the errors. Counted within its section. */
const ERRORS_FOUND: ConditionalFormat = {
  area: { row: 1, column: 10, rows: 3, columns: 1 },
  when: { formula: '=N($J2)>0' },
  look: 'error',
};

/** A chart over fewer rows is unreadable. */
const CHART_ROWS = 11;
/** Next to a table of five columns and one blank column. */
const BESIDE_TABLE = { row: 1, column: 7, rows: CHART_ROWS, columns: 4 };
const widthOver = (columns: number) => columns * SUMMARY_COLUMN - 12;
const PLANNED_COLOR = '#b9c7d6';
const DONE_COLOR = '#1f5f99';
const NOT_COMPUTED: GridRow = [noteCell('필요한 탭이나 제목이 없어 계산하지 못했습니다. 점검 탭을 보세요.')];

function implementationSections({ indicators, clock }: Report): readonly Section[] {
  if (indicators.length === 0) return [{ rows: [[titleCell('소통 누적과 이행률 (회)')], NOT_COMPUTED, []] }];
  return indicators.map((progress, index) =>
    implementationSection(progress, titleOfIndicator(progress.indicator, indicators), index, clock.asOf),
  );
}

/** @param name of the indicator, put before the title; empty where the pledge has only one. */
function implementationSection(progress: Progress, name: string, index: number, asOf: IsoDate): Section {
  const { indicator, target, years } = progress;
  const words = indicatorWords(indicator);
  const cells = indicatorCells(progress);
  const unit = unitInBrackets(indicator);
  const title: GridRow = [titleCell(`${name}${words.title}${unit}`)];
  if (years.length === 0) {
    const log = indicator.kind === 'meetings' ? '소통기록 탭에 소통을' : '실적기록 탭에 실적을';
    return {
      rows: [title, [noteCell(`연차목표 탭에 연도와 누적목표를, ${log} 적으면 연도별로 나옵니다.`)], []],
    };
  }
  // Only years that have ended: the current one may still catch up.
  const ended = years.filter(({ year }) => lastDayOfYear(year) <= asOf).length;
  return withRoomForCharts({
    rows: [
      title,
      headingCells('연도', words.plan, '계획률', words.value, '이행률'),
      ...years.map(({ year, planned, plannedRate, value, rate }) => [
        textCell(String(year), 'label'),
        cells.value(planned),
        cells.rate(plannedRate, planned),
        cells.value(value),
        cells.rate(rate, value),
      ]),
      ...targetAndValueRows(asOf, 5, progress),
    ],
    charts: years.some(({ planned, value }) => (planned.value ?? 0) !== 0 || (value.value ?? 0) !== 0)
      ? [
          {
            key: index === 0 ? 'meetings' : `indicator-${index + 1}`,
            title: withoutPersonalData(
              `${name}연도별 ${words.ofYear === null ? '계획과 값' : '누적 계획과 실적'}${unit}`,
            ),
            kind: 'columns',
            areas: [1, 2, 4].map((column) => ({ row: 2, column, rows: years.length + 1, columns: 1 })),
            place: BESIDE_TABLE,
            width: widthOver(BESIDE_TABLE.columns),
            colors: [PLANNED_COLOR, DONE_COLOR],
          },
        ]
      : [],
    conditionalFormats:
      ended === 0
        ? []
        : [
            {
              area: { row: 3, column: 4, rows: ended, columns: 2 },
              when: {
                formula: `=AND(ISNUMBER($B3),ISNUMBER($D3),$D3${isFalling(indicator, target) ? '>' : '<'}$B3)`,
              },
              look: 'behind',
            },
          ],
  });
}

function suggestionSection({ suggestions, lists }: Report): Section {
  const title: GridRow = [titleCell('건의사항 처리상황 (건)')];
  if (suggestions === null) return { rows: [title, NOT_COMPUTED] };
  const { all, occasions } = suggestions;
  if (occasions.length === 0) return { rows: [title, NO_SUGGESTIONS] };
  const columns = statusColumns(lists, all);
  const table: readonly GridRow[] = [
    title,
    headingCells('출처', '합계', ...columns.map(({ name }) => name)),
    ...occasions.map((row) => breakdownRow(occasionName(row), row, columns, 'plain')),
    breakdownRow('합계', all, columns, 'total'),
  ];
  const area = { row: 2, rows: occasions.length + 1 };
  const rows = Math.min(Math.max(CHART_ROWS, occasions.length + 6), 40);
  return withRoomForCharts({
    rows: table,
    charts: [
      {
        key: 'suggestions',
        title: '출처별 처리상황 (건)',
        kind: 'stackedBars',
        areas: [
          { ...area, column: 1, columns: 1 },
          { ...area, column: 3, columns: columns.length },
        ],
        place: { row: table.length + 1, column: 1, rows, columns: 8 },
        width: widthOver(8) + 60,
        colors: columns.map(({ status }) => statusColor(lists, status)),
      },
    ],
  });
}

function budgetSection({ budget }: Report): Section {
  const title: GridRow = [titleCell('예산집행 (원)')];
  if (budget === null) return { rows: [title, NOT_COMPUTED, []] };
  const { total } = budget;
  const spans = budgetSpans(budget);
  if (spans.length === 0) return { rows: [title, NO_BUDGET, []] };
  return withRoomForCharts({
    rows: [
      title,
      headingCells('연도', '투자계획', '집행액', '잔액', '집행률'),
      ...spans.map(({ when, total: line }) => [
        textCell(budgetTimeName(when), 'label'),
        wonCell(line.planned),
        wonCell(line.executed),
        balanceCell(line),
        rateCell(line.rate, line.executed, line.planned),
      ]),
      [
        textCell('합계', 'total'),
        wonCell(total.planned, 'total'),
        wonCell(total.executed, 'total'),
        balanceCell(total, 'total'),
        rateCell(total.rate, total.executed, total.planned, 'total'),
      ],
    ],
    charts: [
      {
        key: 'budget',
        title: '연도별 투자계획과 집행액 (원)',
        kind: 'columns',
        areas: [{ row: 2, column: 1, rows: spans.length + 1, columns: 3 }],
        place: BESIDE_TABLE,
        width: widthOver(BESIDE_TABLE.columns),
        colors: [PLANNED_COLOR, DONE_COLOR],
      },
    ],
    conditionalFormats: [overBudget({ firstRow: 3, rows: spans.length + 1, plannedColumn: 2 })],
  });
}
