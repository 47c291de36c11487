/** 예산집행현황: planned and executed amounts by funding source and year, in millions of won. */
import {
  type BudgetLine,
  type BudgetReport,
  type BudgetSpan,
  budgetSpans,
  isKnownLine,
} from '../../../domain/budget.ts';
import { type Figure, UNKNOWN_FIGURE } from '../../../domain/figure.ts';
import { type FundingSource, isOwnWord, listedEntries, type OfficeLists } from '../../../domain/words.ts';
import { NO_BUDGET } from '../../input/no-budget.ts';
import { budgetTimeName, namedFundingSources } from '../../names.ts';
import { type GridRow, rateCell } from '../grid/grid.ts';
import { boxHeading, boxLabel, millionCell } from './cells.ts';
import { type Frame, fullRow, LABEL_COLUMNS, spanCells } from './layout.ts';
import { coveredBelow, spreadRow, wide } from './wide-cells.ts';

export function budgetRows(frame: Frame, lists: OfficeLists, budget: BudgetReport): readonly GridRow[] {
  const spans = budgetSpans(budget);
  return [
    fullRow(frame, '예산집행현황', 'sheetSection'),
    fullRow(frame, '(단위 백만원)', 'sheetLine'),
    spreadRow(
      wide(boxHeading('구분'), LABEL_COLUMNS - 1),
      wide(boxHeading('계'), 1),
      ...spanCells(frame, spans, ({ when }) => boxHeading(budgetTimeName(when))),
    ),
    ...amountRows(frame, lists, budget, '투자계획', (line) => line.planned),
    ...amountRows(frame, lists, budget, '집행액', (line) => line.executed),
    spreadRow(
      wide(boxLabel('집행률'), LABEL_COLUMNS - 1),
      wide(rateCell(budget.total.rate, budget.total.executed, budget.total.planned, 'box'), 1),
      ...spanCells(frame, spans, ({ total: { rate, executed, planned } }) =>
        rateCell(rate, executed, planned, 'box'),
      ),
    ),
  ];
}

function amountRows(
  frame: Frame,
  lists: OfficeLists,
  budget: BudgetReport,
  label: string,
  amountOf: (line: BudgetLine) => Figure,
): readonly GridRow[] {
  const fundingSources = listedEntries(namedFundingSources(lists, budget), budget.bySource);
  // 비예산 is no source of money: the built-in ones are shown beside it.
  const isOwnSource = (word: FundingSource) => isOwnWord(word) && word !== NO_BUDGET;
  const showsBuiltIn =
    !fundingSources.some(({ word, isNamed }) => !isOwnWord(word) && isNamed) &&
    !fundingSources.some(({ word, entry }) => isOwnSource(word) && isKnownLine(entry));
  const lines = [
    { name: '합계', total: budget.total, inSpan: ({ total }: BudgetSpan): BudgetLine | undefined => total },
    // A funding source with money is always shown. One without is shown only if it is built in, and the
    // office's list names it; or if that names no built-in one and no source of the office's own has money.
    ...fundingSources
      .filter(
        ({ word, entry, isNamed }) => (!isOwnWord(word) && (isNamed || showsBuiltIn)) || isKnownLine(entry),
      )
      .map(({ word, name, entry }) => ({
        name,
        total: entry,
        inSpan: ({ bySource }: BudgetSpan) => bySource[word],
      })),
  ];
  const spans = budgetSpans(budget);
  return lines.map(({ name, total, inSpan }, index) =>
    spreadRow(
      index === 0 ? wide(boxLabel(label), 1, lines.length) : coveredBelow('boxLabel', 1),
      wide(boxLabel(name), 1),
      wide(millionCell(amountOf(total)), 1),
      ...spanCells(frame, spans, (span) => {
        const line = inSpan(span);
        return millionCell(line === undefined ? UNKNOWN_FIGURE : amountOf(line));
      }),
    ),
  );
}
