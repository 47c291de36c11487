/** 비예산: the pledge costs no money. It needs no budget plan, and 분류 need not list it as a funding source. */
import { ownWord } from '../../domain/words.ts';
import { nameTable } from '../name-table.ts';

export const NO_BUDGET_NAME = '비예산';
export const NO_BUDGET = ownWord(NO_BUDGET_NAME);
const NAMES = nameTable([
  { value: NO_BUDGET, name: NO_BUDGET_NAME, aliases: ['비예산사업', '예산비수반', '예산 불필요'] },
]);

/** Whether a text says 비예산. */
export function isNoBudget(text: string): boolean {
  return NAMES.lists(text);
}
