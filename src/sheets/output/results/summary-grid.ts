/** 요약: the key figures of the pledge on one page. */
import { lastDayOfYear } from '../../../domain/date.ts';
import type { Report } from '../../../domain/report.ts';
import type { RowAccounts } from '../../../domain/row-account.ts';
import { HANDLING_STATUSES, type HandlingStatus } from '../../../domain/words.ts';
import { INPUT_TAB_NAMES } from '../../input/tabs.ts';
import {
  handlingStatusName,
  implementationStatusName,
  NO_STATUS_NAME,
  originName,
  UNKNOWN_THEN_NAME,
} from '../../names.ts';
import { withoutPersonalData } from '../../personal-data.ts';
import { shownDate } from '../../raw.ts';
import {
  balanceCell,
  countCell,
  type Grid,
  type GridRow,
  headingCells,
  noteCell,
  rateCell,
  textCell,
  titleCell,
  wonCell,
} from '../grid/grid.ts';
import { roomForChart, type Section, stacked } from '../grid/sections.ts';
import { OUTPUT_TABS } from '../tabs.ts';
import { findingCounts } from './audit-grid.ts';
import { overBudget } from './budget-grid.ts';
import type { ListedFinding } from './listed-finding.ts';
import { rowAccountRow } from './row-account-line.ts';
import { breakdownRow, statusColumns } from './suggestions-grid.ts';

export function summaryGrid(report: Report, findings: readonly ListedFinding[], accounts: RowAccounts): Grid {
  const { pledge } = report;
  return {
    ...stacked([
      {
        rows: [
          [titleCell(OUTPUT_TABS.summary)],
          [noteCell(`기준일 ${shownDate(report.clock.asOf)}`)],
          [],
          [textCell('공약번호', 'label'), textCell(pledge.number ?? '')],
          [textCell('공약명', 'label'), textCell(pledge.name ?? '')],
          [textCell('담당부서', 'label'), textCell(pledge.department ?? '')],
          [textCell('확인지표', 'label'), textCell(pledge.indicator ?? '')],
          [],
        ],
      },
      implementationSection(report),
      suggestionSection(report),
      budgetSection(report),
      {
        rows: [
          [titleCell('점검')],
          [textCell('살펴볼 것', 'label'), textCell(findingCounts(findings))],
          ...rowAccountRow(INPUT_TAB_NAMES.meetings, accounts.meetings),
          ...rowAccountRow(INPUT_TAB_NAMES.suggestions, accounts.suggestions),
          ...rowAccountRow(INPUT_TAB_NAMES.executions, accounts.executions),
        ],
      },
    ]),
    columnWidths: [190, 120, 110, 110, 110, 90, 90, 90, 90, 110],
    frozenRows: 2,
    rowHeights: [],
  };
}

/** A chart of fewer rows shows nothing. */
const CHART_ROWS = 13;
const PLANNED_COLOR = '#b9c7d6';
const DONE_COLOR = '#1f5f99';
/** One a status, and the last two for those without one; the same status has the same colour whichever others there are. */
const STATUS_COLORS: Readonly<Record<string, string>> = {
  ...colorsByStatus({
    completed: '#2e7d4f',
    inProgress: '#3d7ab8',
    midLongTerm: '#8fb3d9',
    underReview: '#e0b23c',
    planned: '#c9b8e0',
    notFeasible: '#b5483a',
    transferred: '#9a7b5b',
  }),
  [NO_STATUS_NAME]: '#c4c9cf',
  [UNKNOWN_THEN_NAME]: '#8a8f98',
};

function colorsByStatus(colors: Readonly<Record<HandlingStatus, string>>): Record<string, string> {
  return Object.fromEntries(HANDLING_STATUSES.map((status) => [handlingStatusName(status), colors[status]]));
}

const NOT_COMPUTED: GridRow = [noteCell('필요한 탭이나 제목이 없어 계산하지 못했습니다. 점검 탭을 보세요.')];

function implementationSection({ meetings, status, clock, pledge }: Report): Section {
  const title: GridRow = [titleCell('소통 누적과 이행률')];
  if (meetings === null) return { rows: [title, NOT_COMPUTED, []] };
  const chosen = status.chosen === null ? '' : implementationStatusName(status.chosen);
  const suggested = status.suggested === null ? '' : implementationStatusName(status.suggested);
  const figures: readonly GridRow[] = [
    title,
    headingCells('이행률', '누적 실적', '최종목표', '이행구분', '제안된 이행구분'),
    [
      rateCell(meetings.rate, meetings.cumulative, meetings.targetFigure, 'total'),
      countCell(meetings.cumulative, 'total'),
      countCell(meetings.targetFigure, 'total'),
      textCell(chosen === '' ? suggested : chosen, 'total'),
      textCell(suggested),
    ],
    [noteCell(`${shownDate(clock.asOf)}까지, 단위 ${pledge.unit ?? '회'}`)],
    headingCells('연도', '누적 계획', '계획률', '누적 실적', '이행률'),
    ...meetings.years.map(({ year, planned, plannedRate, cumulative, rate }) => [
      textCell(String(year), 'label'),
      countCell(planned),
      rateCell(plannedRate, planned, meetings.targetFigure),
      countCell(cumulative),
      rateCell(rate, cumulative, meetings.targetFigure),
    ]),
    [],
  ];
  const years = meetings.years.length;
  if (years === 0) return { rows: figures };
  const headings = figures.length - years - 1;
  // A year that goes on may still make up for it.
  const ended = meetings.years.filter(({ year }) => lastDayOfYear(year) <= clock.asOf).length;
  const first = headings + 1;
  return {
    rows: [...figures, ...roomForChart(CHART_ROWS)],
    charts: [
      {
        key: 'meetings',
        title: `연도별 누적 계획과 실적 (${withoutPersonalData(pledge.unit ?? '회')})`,
        kind: 'columns',
        areas: [1, 2, 4].map((column) => ({ row: headings, column, rows: years + 1, columns: 1 })),
        row: figures.length + 1,
        rows: CHART_ROWS,
        colors: [PLANNED_COLOR, DONE_COLOR],
      },
    ],
    conditionalFormats:
      ended === 0
        ? []
        : [
            {
              area: { row: first, column: 4, rows: ended, columns: 2 },
              when: { formula: `=AND(ISNUMBER($B${first}),ISNUMBER($D${first}),$D${first}<$B${first})` },
              look: 'behind',
            },
          ],
  };
}

function suggestionSection({ suggestions }: Report): Section {
  const title: GridRow = [titleCell('건의사항 처리상황')];
  if (suggestions === null) return { rows: [title, NOT_COMPUTED, []] };
  const { all, origins } = suggestions;
  const columns = statusColumns(all);
  const figures: readonly GridRow[] = [
    title,
    headingCells('출처', '합계', ...columns.map(({ name }) => name)),
    ...origins.map((row) => breakdownRow(originName(row), row, columns, 'plain')),
    breakdownRow('합계', all, columns, 'total'),
    [],
  ];
  if (origins.length === 0) return { rows: figures };
  const rows = Math.min(Math.max(CHART_ROWS, origins.length + 6), 40);
  const area = { row: 2, rows: origins.length + 1 };
  return {
    rows: [...figures, ...roomForChart(rows)],
    charts: [
      {
        key: 'suggestions',
        title: '출처별 처리상황 (건)',
        kind: 'stackedBars',
        areas: [
          { ...area, column: 1, columns: 1 },
          { ...area, column: 3, columns: columns.length },
        ],
        row: figures.length + 1,
        rows,
        colors: columns.map(({ name }) => STATUS_COLORS[name] ?? PLANNED_COLOR),
      },
    ],
  };
}

function budgetSection({ budget }: Report): Section {
  const title: GridRow = [titleCell('예산집행 (원)')];
  if (budget === null) return { rows: [title, NOT_COMPUTED, []] };
  const figures: readonly GridRow[] = [
    title,
    headingCells('연도', '투자계획', '집행액', '잔액', '집행률'),
    ...budget.years.map(({ year, total }) => [
      textCell(String(year), 'label'),
      wonCell(total.planned),
      wonCell(total.executed),
      balanceCell(total),
      rateCell(total.rate, total.executed, total.planned),
    ]),
    [
      textCell('합계', 'total'),
      wonCell(budget.total.planned, 'total'),
      wonCell(budget.total.executed, 'total'),
      balanceCell(budget.total, 'total'),
      rateCell(budget.total.rate, budget.total.executed, budget.total.planned, 'total'),
    ],
    [],
  ];
  const years = budget.years.length;
  if (years === 0) return { rows: figures };
  return {
    rows: [...figures, ...roomForChart(CHART_ROWS)],
    charts: [
      {
        key: 'budget',
        title: '연도별 투자계획과 집행액 (원)',
        kind: 'columns',
        areas: [{ row: 2, column: 1, rows: years + 1, columns: 3 }],
        row: figures.length + 1,
        rows: CHART_ROWS,
        colors: [PLANNED_COLOR, DONE_COLOR],
      },
    ],
    conditionalFormats: [overBudget({ firstRow: 3, rows: years + 1, plannedColumn: 2 })],
  };
}
