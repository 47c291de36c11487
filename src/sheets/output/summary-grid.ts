/** 요약: the key figures of the pledge on one page. */
import type { Report } from '../../domain/report.ts';
import type { RowAccounts } from '../../domain/row-account.ts';
import { HANDLING_STATUSES } from '../../domain/words.ts';
import { INPUT_TAB_NAMES } from '../input/tabs.ts';
import { handlingStatusName, implementationStatusName, NO_STATUS_NAME, UNKNOWN_THEN_NAME } from '../names.ts';
import { shownDate } from '../raw.ts';
import { findingCounts } from './audit-grid.ts';
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
} from './grid.ts';
import { rowAccountRow } from './left-out.ts';
import type { ListedFinding } from './listed-finding.ts';
import { OUTPUT_TABS } from './tabs.ts';

export function summaryGrid(report: Report, findings: readonly ListedFinding[], accounts: RowAccounts): Grid {
  const { pledge } = report;
  return {
    rows: [
      [titleCell(OUTPUT_TABS.summary)],
      [noteCell(`기준일 ${shownDate(report.clock.asOf)}`)],
      [],
      [textCell('공약번호', 'label'), textCell(pledge.number ?? '')],
      [textCell('공약명', 'label'), textCell(pledge.name ?? '')],
      [textCell('담당부서', 'label'), textCell(pledge.department ?? '')],
      [textCell('확인지표', 'label'), textCell(pledge.indicator ?? '')],
      [],
      ...implementationRows(report),
      ...suggestionRows(report),
      ...budgetRows(report),
      [titleCell('점검')],
      [textCell('살펴볼 것', 'label'), textCell(findingCounts(findings))],
      ...rowAccountRow(INPUT_TAB_NAMES.meetings, accounts.meetings),
      ...rowAccountRow(INPUT_TAB_NAMES.suggestions, accounts.suggestions),
      ...rowAccountRow(INPUT_TAB_NAMES.executions, accounts.executions),
    ],
    columnWidths: [160, 160, 110, 110, 110, 110],
    frozenRows: 2,
    rowHeights: [],
  };
}

const NOT_COMPUTED: GridRow = [noteCell('필요한 탭이나 제목이 없어 계산하지 못했습니다. 점검 탭을 보세요.')];

function implementationRows({ meetings, status, clock, pledge }: Report): readonly GridRow[] {
  const title: GridRow = [titleCell('소통 누적과 이행률')];
  if (meetings === null) return [title, NOT_COMPUTED, []];
  const chosen = status.chosen === null ? '' : implementationStatusName(status.chosen);
  const suggested = status.suggested === null ? '' : implementationStatusName(status.suggested);
  return [
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
}

function suggestionRows({ suggestions }: Report): readonly GridRow[] {
  const title: GridRow = [titleCell('건의사항 처리상황')];
  if (suggestions === null) return [title, NOT_COMPUTED, []];
  const { all } = suggestions;
  const statuses = [
    ...HANDLING_STATUSES.map((status) => ({
      name: handlingStatusName(status),
      figure: all.statuses[status],
    })),
    { name: NO_STATUS_NAME, figure: all.noStatus },
    { name: UNKNOWN_THEN_NAME, figure: all.unknownThen },
  ].filter(({ figure }) => figure.value !== null);
  return [
    title,
    headingCells('처리상황', '건수'),
    ...statuses.map(({ name, figure }) => [textCell(name, 'label'), countCell(figure)]),
    [textCell('합계', 'total'), countCell(all.total, 'total')],
    [],
  ];
}

function budgetRows({ budget }: Report): readonly GridRow[] {
  const title: GridRow = [titleCell('예산집행 (원)')];
  if (budget === null) return [title, NOT_COMPUTED, []];
  return [
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
}
