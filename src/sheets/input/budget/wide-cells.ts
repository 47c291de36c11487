/** The cells of a wide budget plan: the funding source of a row, and its amounts. */
import type { FundingSource } from '../../../domain/words.ts';
import { saysNothing } from '../../cells/money.ts';
import { accepted, type Parsed } from '../../cells/parsed.ts';
import { type Column, moneyColumn } from '../columns.ts';
import { budgetPlansTab } from '../tabs.ts';
import { isMoneyTotal } from '../totals/total-words.ts';
import { moneyKind } from './money-labels.ts';

/** What a cell of a wide table holds. */
export type WideCell =
  | { readonly kind: 'fundingSource'; readonly fundingSource: FundingSource }
  /** null: blank or a dash (nothing is planned), or a cell that cannot be read (`isUnread`). */
  | { readonly kind: 'won'; readonly won: number | null; readonly isUnread?: true };

const UNIT = '백만원';
const NO_AMOUNT: WideCell = { kind: 'won', won: null };
const UNREAD: WideCell = { kind: 'won', won: null, isUnread: true };

export function wideFundingSourceColumn(aliases: readonly string[]): Column<WideCell> {
  const {
    meantBeside: _,
    blank: __,
    unread: ___,
    summed: ____,
    periodOf: _____,
    ...column
  }: Column<FundingSource> = budgetPlansTab.columns.fundingSource;
  return {
    ...column,
    aliases,
    blank: null,
    // 변경 in the row above its funding sources is their total.
    isTotal: (text) => isMoneyTotal(text) || moneyKind(text) !== null,
    parse: (cell, context, unit) =>
      mapped(
        column.parse(cell, context, unit),
        (fundingSource): WideCell => ({ kind: 'fundingSource', fundingSource }),
      ),
  };
}

/**
 * Amounts without a unit are read in 백만원. Only a column of a time is checked for missing and mixed units:
 * what is wrong with the unit of a total is wrong with those of its row.
 */
export function wonColumn(
  naming: { readonly heading: string; readonly aliases?: readonly string[] },
  of: 'time' | 'total',
): Column<WideCell> {
  const {
    summed: _,
    defaultUnit: __,
    blank: ___,
    meantBeside: ____,
    periodOf: _____,
    ...column
  } = moneyColumn(naming, UNIT);
  return {
    ...column,
    ...(of === 'time' ? { defaultUnit: UNIT } : {}),
    blank: { value: NO_AMOUNT },
    unread: { value: UNREAD },
    summed: (cell) => (cell.kind === 'won' ? cell.won : null),
    parse: (cell, context, headingUnit) =>
      saysNothing(cell)
        ? accepted(NO_AMOUNT)
        : mapped(column.parse(cell, context, headingUnit), (won): WideCell => ({ kind: 'won', won })),
  };
}

function mapped<From, To>(parsed: Parsed<From>, to: (value: From) => To): Parsed<To> {
  return parsed.ok ? { ...parsed, value: to(parsed.value) } : parsed;
}
