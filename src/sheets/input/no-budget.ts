/** 비예산: no money at all. A pledge of it needs no plan; it is no fund that anybody lists, and everybody may name it. */
import { ownWord } from '../../domain/words.ts';
import { nameTable } from '../name-table.ts';

export const NO_BUDGET_FUND = '비예산';
export const NO_BUDGET = ownWord(NO_BUDGET_FUND);
const NAMES = nameTable([
  { value: NO_BUDGET, name: NO_BUDGET_FUND, aliases: ['비예산사업', '예산비수반', '예산 불필요'] },
]);

/** Whether a text says so. */
export function isNoBudget(text: string): boolean {
  return NAMES.lists(text);
}
