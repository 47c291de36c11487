/** 예산집행현황: plan and execution by funding source and year, in millions of won. */
import type { BudgetLine, BudgetReport, BudgetYear } from '../../../domain/budget.ts';
import type { Figure } from '../../../domain/figure.ts';
import { FUNDING_SOURCES } from '../../../domain/words.ts';
import { fundingSourceName } from '../../names.ts';
import { type GridRow, rateCell } from '../grid/grid.ts';
import { boxHeading, boxLabel, millionCell } from './cells.ts';
import { type Frame, fullRow, LABEL_COLUMNS, yearCells } from './layout.ts';
import { spreadRow, under, wide } from './wide-cells.ts';

export function budgetRows(frame: Frame, budget: BudgetReport): readonly GridRow[] {
  return [
    fullRow(frame, '예산집행현황', 'sheetSection'),
    fullRow(frame, '(단위 백만원)', 'sheetLine'),
    spreadRow(
      wide(boxHeading('구분'), LABEL_COLUMNS - 1),
      wide(boxHeading('계'), 1),
      ...yearCells(frame.years, (year) => boxHeading(String(year))),
    ),
    ...amountRows(budget, '투자계획', (line) => line.planned),
    ...amountRows(budget, '집행액', (line) => line.executed),
    spreadRow(
      wide(boxLabel('집행률'), LABEL_COLUMNS - 1),
      wide(rateCell(budget.total.rate, budget.total.executed, budget.total.planned, 'box'), 1),
      ...yearCells(budget.years, ({ total: { rate, executed, planned } }) =>
        rateCell(rate, executed, planned, 'box'),
      ),
    ),
  ];
}

function amountRows(
  budget: BudgetReport,
  label: string,
  amountOf: (line: BudgetLine) => Figure,
): readonly GridRow[] {
  const lines = [
    { name: '합계', total: budget.total, ofYear: ({ total }: BudgetYear) => total },
    ...FUNDING_SOURCES.map((source) => ({
      name: fundingSourceName(source),
      total: budget.sources[source],
      ofYear: ({ sources }: BudgetYear) => sources[source],
    })),
  ];
  return lines.map(({ name, total, ofYear }, index) =>
    spreadRow(
      index === 0 ? wide(boxLabel(label), 1, lines.length) : under('boxLabel', 1),
      wide(boxLabel(name), 1),
      wide(millionCell(amountOf(total)), 1),
      ...yearCells(budget.years, (year) => millionCell(amountOf(ofYear(year)))),
    ),
  );
}
