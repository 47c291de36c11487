/** 예산현황: planned and executed amount, balance and rate by year and funding source, in won. */
import {
  type BudgetLine,
  type BudgetReport,
  budgetSpans,
  isKnownLine,
  type TimedSpan,
} from '../../../domain/budget.ts';
import type { Report } from '../../../domain/report.ts';
import type { RowAccounts } from '../../../domain/row-account.ts';
import { listedEntries } from '../../../domain/words.ts';
import { columnLetters } from '../../addresses.ts';
import { INPUT_TAB_NAMES } from '../../input/tabs.ts';
import { budgetTimeName, namedFundingSources } from '../../names.ts';
import { shownDate } from '../../raw.ts';
import type { ConditionalFormat } from '../grid/charts-and-formats.ts';
import {
  balanceCell,
  type Grid,
  type GridRow,
  headingCells,
  noteCell,
  type Role,
  rateCell,
  textCell,
  titleCell,
  wonCell,
} from '../grid/grid.ts';
import { stacked } from '../grid/sections.ts';
import { OUTPUT_TABS } from '../tabs.ts';
import { rowAccountRow } from './row-account-line.ts';
import { RESULT_SHAPES } from './shapes.ts';

export function budgetGrid(report: Report, budget: BudgetReport, accounts: RowAccounts): Grid {
  const head = [
    [titleCell(OUTPUT_TABS.budget)],
    [noteCell(`기준일 ${shownDate(report.clock.asOf)} · 단위 원`)],
    ...rowAccountRow(INPUT_TAB_NAMES.budgetPlans, accounts.budgetPlans),
    ...rowAccountRow(INPUT_TAB_NAMES.executions, accounts.executions),
    [],
  ];
  const spans = budgetSpans(budget);
  if (spans.length === 0) return { ...stacked([{ rows: [...head, NO_BUDGET] }]), ...SHAPE };
  const table = tableOf(namedFundingSources(report.lists, budget), budget, spans);
  return {
    ...stacked([
      { rows: head },
      {
        rows: table,
        conditionalFormats: [overBudget({ firstRow: 2, rows: table.length - 1, plannedColumn: 3 })],
      },
      {
        rows: [
          [noteCell('집행액의 빈칸은 집행 기록이 없는 것입니다. 0원인지 아직 모르는지는 사람이 정합니다.')],
        ],
      },
    ]),
    ...SHAPE,
  };
}

const SHAPE: Pick<Grid, 'columnWidths' | 'frozenRows' | 'rowHeights'> = {
  ...RESULT_SHAPES.budget,
};

/** Shown where nothing is planned or executed. */
export const NO_BUDGET: GridRow = [
  noteCell('예산계획 탭에 연도·재원·금액을, 예산집행 탭에 집행한 것을 적으면 여기에 나옵니다.'),
];

type FundingSources = ReturnType<typeof namedFundingSources>;

function tableOf(
  fundingSources: FundingSources,
  budget: BudgetReport,
  spans: readonly TimedSpan[],
): readonly GridRow[] {
  return [
    headingCells('연도', '재원', '투자계획', '집행액', '잔액', '집행률'),
    ...spans.flatMap(({ when, total, bySource }) => [
      lineRow(budgetTimeName(when), '합계', total, 'total'),
      ...sourceRows(fundingSources, budgetTimeName(when), bySource),
    ]),
    lineRow('전체', '합계', budget.total, 'total'),
    ...sourceRows(fundingSources, '전체', budget.bySource),
    ...(budget.closedYears === null
      ? []
      : [lineRow(yearsText(budget.closedYears), '마감한 해 합계', budget.closedYears.line, 'total')]),
  ];
}

/** 2022~2023, or 2022 where only one year has ended. */
function yearsText({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? String(from) : `${from}~${to}`;
}

/**
 * Highlights amounts executed beyond the plan or without one, in the columns executed, balance and rate.
 * @param firstRow first row of amounts, counted within its section.
 */
export function overBudget({
  firstRow,
  rows,
  plannedColumn,
}: {
  readonly firstRow: number;
  readonly rows: number;
  readonly plannedColumn: number;
}): ConditionalFormat {
  const [planned, executed] = [plannedColumn, plannedColumn + 1].map(
    (column) => `$${columnLetters(column)}${firstRow}`,
  );
  return {
    area: { row: firstRow, column: plannedColumn + 1, rows, columns: 3 },
    when: { formula: `=AND(ISNUMBER(${executed}),N(${executed})>N(${planned}))` },
    look: 'over',
  };
}

function sourceRows(
  fundingSources: FundingSources,
  year: string,
  sources: BudgetReport['bySource'],
): readonly GridRow[] {
  return listedEntries(fundingSources, sources).flatMap(({ name, entry }) =>
    isKnownLine(entry) ? [lineRow(year, name, entry, 'plain')] : [],
  );
}

function lineRow(year: string, name: string, line: BudgetLine, role: Role): GridRow {
  return [
    textCell(year, role === 'total' ? 'total' : 'label'),
    textCell(name, role),
    wonCell(line.planned, role),
    wonCell(line.executed, role),
    balanceCell(line, role),
    rateCell(line.rate, line.executed, line.planned, role),
  ];
}
