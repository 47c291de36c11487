/** Widths of the three label columns. They grow with their longest word, which would otherwise be broken. */
import type { Report } from '../../../domain/report.ts';
import { listedEntries } from '../../../domain/words.ts';
import { indicatorName } from '../../indicator-words.ts';
import { namedFundingSources } from '../../names.ts';
import type { Role } from '../grid/grid.ts';
import { widthOf } from '../grid/row-heights.ts';

/**
 * Usual widths in pixels, enough for `사업 끝(2026. 12. 31.)` in the first two columns and `단체·개소` in the third.
 */
const FIRST = 68;
const SECOND = 67;
const THIRD = 60;
/** In pixels, enough for `계획`: the second column is never narrower, even where the first needs more. */
const LEAST_OF_SECOND = 45;
/** Largest width of the first column, in pixels: seven Hangul letters. */
const MOST_OF_FIRST = 93;

/**
 * Widths of the columns for names, funding sources and totals. What the first column needs is taken from the
 * second, so that the sheet is printed at the same size: `생활문화센터 공정률` takes 80 pixels, which leaves 55 for
 * the second.
 * @param total pixels that the longest total needs.
 */
export function labelWidths(
  { indicators, lists, budget }: Report,
  total: number,
): readonly [number, number, number] {
  const names = indicators.map(({ indicator }) =>
    indicators.length > 1 ? indicatorName(indicator) : (indicator.name ?? ''),
  );
  const funds = budget === null ? [] : listedEntries(namedFundingSources(lists, budget), budget.sources);
  const third = Math.max(THIRD, total);
  const second = Math.max(
    SECOND,
    Math.ceil(
      longestWord(
        funds.map(({ name }) => name),
        'boxLabel',
      ),
    ),
  );
  const missing = Math.min(MOST_OF_FIRST, Math.ceil(longestWord(names, 'boxLabel'))) - FIRST;
  if (missing <= 0) return [FIRST, second, third];
  const fromSecond = second > SECOND ? 0 : Math.min(missing, SECOND - LEAST_OF_SECOND);
  return [FIRST + missing, second - fromSecond, third];
}

/** Width of the longest word, in pixels. */
export function longestWord(texts: readonly string[], role: Role): number {
  return Math.max(0, ...texts.flatMap((text) => text.split(/\s/).map((word) => widthOf(word, role))));
}
