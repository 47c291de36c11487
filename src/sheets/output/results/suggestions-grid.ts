/** 건의현황: suggestions by occasion, dong and department against their statuses, and those open the longest. */

import { daysBetween } from '../../../domain/date.ts';
import { figureOf } from '../../../domain/figure.ts';
import type { Report } from '../../../domain/report.ts';
import type { RowAccounts } from '../../../domain/row-account.ts';
import type { StatusBreakdown, SuggestionReport } from '../../../domain/suggestions/suggestions.ts';
import { HANDLING_STATUSES, type HandlingStatus } from '../../../domain/words.ts';
import { tabNameOf } from '../../addresses.ts';
import { INPUT_TAB_NAMES } from '../../input/tabs.ts';
import {
  handlingStatusName,
  NO_STATUS_NAME,
  originName,
  statusThenName,
  UNKNOWN_THEN_NAME,
  UNNAMED,
} from '../../names.ts';
import { shownDate, shownPeriod } from '../../raw.ts';
import {
  countCell,
  type Grid,
  type GridCell,
  type GridRow,
  headingCells,
  noteCell,
  numberCell,
  type Role,
  textCell,
  titleCell,
} from '../grid/grid.ts';
import { OUTPUT_TABS } from '../tabs.ts';
import { rowAccountRow } from './row-account-line.ts';

const LONGEST_OPEN_SHOWN = 10;

export function suggestionsGrid(report: Report, suggestions: SuggestionReport, accounts: RowAccounts): Grid {
  const columns = statusColumns(suggestions.all);
  return {
    rows: [
      [titleCell(OUTPUT_TABS.suggestions)],
      [noteCell(`기준일 ${shownDate(report.clock.asOf)} · 단위 건`)],
      ...rowAccountRow(INPUT_TAB_NAMES.suggestions, accounts.suggestions),
      [],
      [titleCell('출처별 처리상황')],
      headingCells('출처', '합계', ...columns.map(({ name }) => name)),
      ...suggestions.origins.map((row) => breakdownRow(originName(row), row, columns, 'plain')),
      breakdownRow('합계', suggestions.all, columns, 'total'),
      [],
      [titleCell('동별 처리상황')],
      headingCells('동', '합계', ...columns.map(({ name }) => name)),
      ...suggestions.dongs.map((row) => breakdownRow(row.name ?? UNNAMED, row, columns, 'plain')),
      [],
      [titleCell('소관부서별 처리상황')],
      headingCells('소관부서', '합계', ...columns.map(({ name }) => name)),
      ...suggestions.departments.map((row) => breakdownRow(row.name ?? UNNAMED, row, columns, 'plain')),
      [],
      ...longestOpenRows(report, suggestions),
    ],
    columnWidths: [210, 80, 90, 90, 90, 90, 90, 90, 90, 110],
    frozenRows: 2,
    rowHeights: [],
  };
}

export interface StatusColumn {
  readonly name: string;
  figureIn(breakdown: StatusBreakdown): StatusBreakdown['total'];
}

/** Only the statuses that any suggestion has: an official table shows no others. */
export function statusColumns(all: StatusBreakdown): readonly StatusColumn[] {
  const columns: readonly StatusColumn[] = [
    ...HANDLING_STATUSES.map((status: HandlingStatus) => ({
      name: handlingStatusName(status),
      figureIn: (breakdown: StatusBreakdown) => breakdown.statuses[status],
    })),
    { name: NO_STATUS_NAME, figureIn: (breakdown) => breakdown.noStatus },
    { name: UNKNOWN_THEN_NAME, figureIn: (breakdown) => breakdown.unknownThen },
  ];
  return columns.filter(({ figureIn }) => figureIn(all).value !== null);
}

export function breakdownRow(
  name: string,
  breakdown: StatusBreakdown,
  columns: readonly StatusColumn[],
  role: Role,
): GridRow {
  const cells: readonly GridCell[] = columns.map(({ figureIn }) => countCell(figureIn(breakdown), role));
  return [
    textCell(name, role === 'total' ? 'total' : 'label'),
    countCell(breakdown.total, 'total'),
    ...cells,
  ];
}

function longestOpenRows(report: Report, suggestions: SuggestionReport): readonly GridRow[] {
  const { asOf } = report.clock;
  return [
    [titleCell(`가장 오래 남아 있는 건의 (${LONGEST_OPEN_SHOWN}건까지)`)],
    headingCells('출처', '접수일', '처리상황', '건수', '지난 날수', '행'),
    ...suggestions.open.slice(0, LONGEST_OPEN_SHOWN).map(({ suggestion, status }) => {
      const { tab, row } = suggestion.received;
      return [
        textCell(suggestion.origin ?? UNNAMED, 'label'),
        textCell(shownPeriod(suggestion.date)),
        textCell(statusThenName(status)),
        countCell(figureOf([suggestion.received])),
        numberCell(suggestion.date.precision === 'day' ? daysBetween(suggestion.date.first, asOf) : null),
        { ...textCell(String(row)), link: { tabName: tabNameOf(tab), cell: `A${row}` } },
      ];
    }),
  ];
}
