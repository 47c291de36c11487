/**
 * Reads the headings of a budget table: the time of a column, what it holds (plan, executed …), and whether
 * funding sources stand side by side as headings.
 */
import type { BudgetTime } from '../../../domain/records.ts';
import { outsideTerm } from '../../cells/budget-time.ts';
import { keptByText } from '../../kept.ts';
import { budgetTimeName } from '../../names.ts';
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import { headingKey, searchedRows } from '../headings.ts';
import { yearHeading, yearOfHeading } from '../years/year-columns.ts';
import { isFundingSourceName, type MoneyKind, moneyKind } from './money-labels.ts';

/** A time that a heading names, with the standard spelling under which its column is known. */
export interface NamedTime<Time> {
  readonly time: Time;
  readonly heading: string;
}

/**
 * A named time with what its column holds: `executed` for `2022년 집행`, `plan` if the heading says nothing
 * else.
 */
export interface HeadedTime<Time> extends NamedTime<Time> {
  readonly kind: MoneyKind;
}

/** Returns the time that a heading names: 2024, 24년, 2024년 예산, 2024(백만원), 기투자. Null if it names none. */
export function timeIn(cell: RawCell): HeadedTime<BudgetTime> | null {
  return typeof cell === 'string' ? timeInText(cell) : timeInCell(cell);
}

const timeInText = keptByText(timeInCell);

function timeInCell(cell: RawCell): HeadedTime<BudgetTime> | null {
  if (cell === '') return null;
  // `2022년까지` means all years up to 2022, not 2022.
  if (typeof cell === 'string' && /까지/.test(cell)) return null;
  const text = typeof cell === 'string' ? compactReadText(cell) : '';
  const [, typed, beside = '', inside = ''] = YEAR_AND_WORDS.exec(text) ?? [];
  const year = typed === undefined ? (yearHeading(cell)?.year ?? null) : yearOfHeading(typed);
  if (year !== null) {
    const kind = beside === '' ? 'plan' : columnKind(beside);
    // 추정, 1년차 or a unit in brackets does not change the kind.
    const inBrackets = moneyKind(inside) ?? 'plan';
    if (kind === null || inBrackets === 'supplement') return null;
    return { time: year, heading: budgetTimeName(year), kind: kind === 'plan' ? inBrackets : kind };
  }
  const outside = text === '' ? null : outsideTerm(headingKey(text));
  return outside === null ? null : { time: outside, heading: budgetTimeName(outside), kind: 'plan' };
}

/**
 * A year, optional words for what its column holds, and optional brackets: `2022년 계획`, `'23 집행`, `2022(집행)`,
 * `2024(백만원)`.
 */
const YEAR_AND_WORDS =
  /^(['’‘`]?20\d{2}(?:년도?)?|['’‘`]\d{2}(?:년도?)?|\d{2}년도?)[-_:·]?([가-힣]+)?(?:\(([^()]*)\))?$/;

/**
 * Returns the kind of amounts named by the words beside, above or below a year. Null if they name none, and
 * for 추경.
 */
export function columnKind(words: string): MoneyKind | null {
  const kind = moneyKind(words);
  if (kind === null) return /^(?:투자|사업)$/.test(headingKey(words)) ? 'plan' : null;
  return kind === 'supplement' ? null : kind;
}

/**
 * Finds the row (from 1) in which funding sources stand side by side as headings, below or above years or
 * beside 연도. Null if there is none.
 */
export function rowOfFundingSourcesAcross(
  raw: RawTab,
  timeNames: readonly string[],
  isFundingSource: (label: string) => boolean,
): number | null {
  const names = new Set(timeNames.map(headingKey));
  const isName = (cell: RawCell) => typeof cell === 'string' && names.has(headingKey(cell));
  const isTime = (cell: RawCell) => !isBlank(cell) && timeIn(cell) !== null;
  const areAcross = (cells: readonly RawCell[], above: readonly RawCell[], below: readonly RawCell[]) => {
    // A data row holds numbers, even if typed as text.
    if (!cells.every((cell) => typeof cell === 'string' && !/^[-△▲('’]*\d/.test(cell))) return false;
    const keys = cells.map((cell) => headingKey(shownText(cell)));
    const fundingSources = keys.filter(
      (key) => isFundingSourceName(key, isFundingSource) && moneyKind(key) === null,
    );
    const isBeside = [...above, ...cells].some(isName) || [...above, ...below].some(isTime);
    return fundingSources.length > 1 && fundingSources.some(isFundingSource) && isBeside;
  };
  const row = searchedRows(raw).find((index) =>
    areAcross(raw.rows[index] ?? [], raw.rows[index - 1] ?? [], raw.rows[index + 1] ?? []),
  );
  return row === undefined ? null : row + 1;
}
