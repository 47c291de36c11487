/** What the headings of a plan of money say: the time of a column and what it holds of it, and whether funds stand side by side. */
import type { BudgetTime } from '../../../domain/records.ts';
import { outsideTerm } from '../../cells/budget-time.ts';
import { budgetTimeName } from '../../names.ts';
import { isBlank, type RawCell, type RawTab } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import { headingKey, rowsSearched } from '../headings.ts';
import { yearOfHeading } from '../years/year-columns.ts';
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
  // All years up to one are not that year.
  if (typeof cell === 'string' && /까지/.test(cell)) return null;
  const year = yearHeading(cell);
  if (year !== null) return { time: year.year, heading: budgetTimeName(year.year), kind: year.kind };
  const outside = typeof cell === 'string' ? outsideTerm(headingKey(cell)) : null;
  return outside === null ? null : { time: outside, heading: budgetTimeName(outside), kind: 'plan' };
}

const YEAR_AND_WORDS = /^(['’‘`]?20\d{2}(?:년도?)?|['’‘`]\d{2}(?:년도?)?|\d{2}년도?)[-_:·]?([가-힣]+)$/;

/** The year of a heading with what its column holds, also in brackets behind it: `2022년 계획`, `2022(집행)`, `2024(백만원)`. */
function yearHeading(cell: RawCell): { readonly year: number; readonly kind: MoneyKind } | null {
  const year = yearOfHeading(cell);
  if (year !== null) return { year, kind: 'plan' };
  if (typeof cell !== 'string') return null;
  const [, stem = '', inside = ''] = /^(.*?)(?:\(([^()]*)\))?$/.exec(compactReadText(cell)) ?? [];
  const apart = yearOfHeading(stem) === null ? YEAR_AND_WORDS.exec(stem) : null;
  const [, typed = stem, beside = ''] = apart ?? [];
  const named = yearOfHeading(typed);
  const kind = beside === '' ? 'plan' : columnKind(beside);
  // 추정, 1년차 and a unit say nothing of it.
  const inBrackets = moneyKind(inside) ?? 'plan';
  if (named === null || kind === null || inBrackets === 'supplement') return null;
  return { year: named, kind: kind === 'plan' ? inBrackets : kind };
}

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
  const isTime = (cell: RawCell) => !isBlank(cell) && timeIn(cell) !== null;
  const areAcross = (cells: readonly RawCell[], above: readonly RawCell[]) => {
    const keys = cells.map((cell) => (typeof cell === 'string' ? headingKey(cell) : null));
    const funds = keys.filter((key) => key !== null && isFundName(key, isFund) && moneyKind(key) === null);
    const isOfHeadings = !keys.includes(null) && funds.some((key) => key !== null && isFund(key));
    return (
      isOfHeadings &&
      funds.length > 1 &&
      (above.some(isTime) || keys.some((key) => key !== null && names.has(key)))
    );
  };
  const row = raw.rows
    .slice(0, rowsSearched(raw.rows))
    .findIndex((cells, index) => areAcross(cells, raw.rows[index - 1] ?? []));
  return row < 0 ? null : row + 1;
}
