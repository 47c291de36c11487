/** When money is planned, as a cell of 연도 or a heading says it: a year, 기투자 or 임기후. */
import type { BudgetTime } from '../../domain/records.ts';
import { nameTable } from '../name-table.ts';
import { budgetTimeName } from '../names.ts';
import { type RawCell, shownText } from '../raw.ts';
import { accepted, type Parsed } from './parsed.ts';
import { parseYear } from './plain.ts';

const OUTSIDE = nameTable<BudgetTime>([
  {
    value: 'beforeTerm',
    name: budgetTimeName('beforeTerm'),
    aliases: ['기 투자액', '기집행', '기집행액', '기투입', '임기전', '임기 이전', '이전'],
  },
  {
    value: 'afterTerm',
    name: budgetTimeName('afterTerm'),
    aliases: [
      ...['임기 이후', '임기후 계획', '임기후 투자', '이후', '향후', '향후투자', '향후투자액'],
      ...['향후투자계획', '향후계획', '향후계획액', '향후소요', '향후소요액', '향후 예산'],
    ],
  },
]);

/** 기투자 or 임기후 by any of their names; null for any other text. */
export function outsideTerm(text: string): BudgetTime | null {
  const match = OUTSIDE.match(text);
  return match.kind === 'known' ? match.value : null;
}

/** Reads `2024`, `'24년`, `기투자`, `임기 후`. */
export function parseBudgetTime(cell: RawCell): Parsed<BudgetTime> {
  const outside = outsideTerm(shownText(cell));
  return outside === null ? parseYear(cell) : accepted(outside);
}
