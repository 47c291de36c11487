/** What the headings of a plan of money say: the time of a column and what it holds of it, and whether funds stand side by side. */
import type { BudgetTime } from '../../../domain/records.ts';
import { outsideTerm } from '../../cells/budget-time.ts';
import { keptByText } from '../../kept.ts';
import { budgetTimeName } from '../../names.ts';
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import { headingKey, rowsSearched } from '../headings.ts';
import { yearHeading, yearOfHeading } from '../years/year-columns.ts';
import { isFundName, type MoneyKind, moneyKind } from './money-labels.ts';

/** What a heading says when it names a time: the time, and the one spelling under which its column is known. */
export interface NamedTime<Time> {
  readonly time: Time;
  readonly heading: string;
}

/** The same with what its column holds of that time: 집행 of `2022년 집행`; a plan where it says no more. */
export interface HeadedTime<Time> extends NamedTime<Time> {
  readonly kind: MoneyKind;
}

/** A heading that names a time: 2024, 24년, 2024년 예산, 2024(백만원), 기투자. */
export function timeIn(cell: RawCell): HeadedTime<BudgetTime> | null {
  return typeof cell === 'string' ? timeInText(cell) : timeInCell(cell);
}

const timeInText = keptByText(timeInCell);

function timeInCell(cell: RawCell): HeadedTime<BudgetTime> | null {
  if (cell === '') return null;
  // All years up to one are not that year.
  if (typeof cell === 'string' && /까지/.test(cell)) return null;
  const text = typeof cell === 'string' ? compactReadText(cell) : '';
  const [, typed, beside = '', inside = ''] = YEAR_AND_WORDS.exec(text) ?? [];
  const year = typed === undefined ? (yearHeading(cell)?.year ?? null) : yearOfHeading(typed);
  if (year !== null) {
    const kind = beside === '' ? 'plan' : columnKind(beside);
    // 추정, 1년차 and a unit say nothing of it.
    const inBrackets = moneyKind(inside) ?? 'plan';
    if (kind === null || inBrackets === 'supplement') return null;
    return { time: year, heading: budgetTimeName(year), kind: kind === 'plan' ? inBrackets : kind };
  }
  const outside = text === '' ? null : outsideTerm(headingKey(text));
  return outside === null ? null : { time: outside, heading: budgetTimeName(outside), kind: 'plan' };
}

/** A year, what its column holds, and the same in brackets: `2022년 계획`, `'23 집행`, `2022(집행)`, `2024(백만원)`. */
const YEAR_AND_WORDS =
  /^(['’‘`]?20\d{2}(?:년도?)?|['’‘`]\d{2}(?:년도?)?|\d{2}년도?)[-_:·]?([가-힣]+)?(?:\(([^()]*)\))?$/;

/** What the words beside a year, over it or below it, say of its column; null where they say something else. */
export function columnKind(words: string): MoneyKind | null {
  const kind = moneyKind(words);
  if (kind === null) return /^(?:투자|사업)$/.test(headingKey(words)) ? 'plan' : null;
  return kind === 'supplement' ? null : kind;
}

/** The row, from 1, in which funds stand side by side as headings, below years or beside 연도; null where none does. */
export function rowOfFundsAcross(
  raw: RawTab,
  timeNames: readonly string[],
  isFund: (label: string) => boolean,
): number | null {
  const names = new Set(timeNames.map(headingKey));
  const isName = (cell: RawCell) => typeof cell === 'string' && names.has(headingKey(cell));
  const isTime = (cell: RawCell) => !isBlank(cell) && timeIn(cell) !== null;
  const areAcross = (cells: readonly RawCell[], above: readonly RawCell[]) => {
    // A row of data has numbers, be they typed as text.
    if (!cells.every((cell) => typeof cell === 'string' && !/^[-△▲('’]*\d/.test(cell))) return false;
    const keys = cells.map((cell) => headingKey(shownText(cell)));
    const funds = keys.filter((key) => isFundName(key, isFund) && moneyKind(key) === null);
    const isBeside = [...above, ...cells].some(isName) || above.some(isTime);
    return funds.length > 1 && funds.some(isFund) && isBeside;
  };
  const row = raw.rows
    .slice(0, rowsSearched(raw.rows))
    .findIndex((cells, index) => areAcross(cells, raw.rows[index - 1] ?? []));
  return row < 0 ? null : row + 1;
}
