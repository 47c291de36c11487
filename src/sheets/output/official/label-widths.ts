/** How wide the three columns of labels are: a word that does not fit in its cell would be broken. */
import type { Report } from '../../../domain/report.ts';
import { listedEntries } from '../../../domain/words.ts';
import { indicatorName } from '../../indicator-words.ts';
import { fundsOf } from '../../names.ts';
import type { Role } from '../grid/grid.ts';
import { widthOf } from '../grid/row-heights.ts';

/** Pixels of the three columns where no word needs more: `사업 끝(2026. 12. 31.)` stands in the first two, `단체·개소` in the third. */
const FIRST = 68;
const SECOND = 67;
const THIRD = 60;
/** Pixels that `계획` needs: what is left of the second column at least where the first needs more. */
const LEAST_OF_SECOND = 45;
/** Pixels of the first column at most: seven letters of Hangul. */
const MOST_OF_FIRST = 93;

/**
 * The widths of the columns for names, for funds and for totals. Together they keep their width, so that the sheet is printed at the same
 * size. Example: `생활문화센터 공정률` takes 80 pixels, and the second column is 55.
 * @param total pixels that the longest total needs.
 */
export function labelWidths(
  { indicators, lists, budget }: Report,
  total: number,
): readonly [number, number, number] {
  const names = indicators.map(({ indicator }) =>
    indicators.length > 1 ? indicatorName(indicator) : (indicator.name ?? ''),
  );
  const funds = budget === null ? [] : listedEntries(fundsOf(lists, budget), budget.sources);
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

/** The pixels that the longest word takes. */
export function longestWord(texts: readonly string[], role: Role): number {
  return Math.max(0, ...texts.flatMap((text) => text.split(/\s/).map((word) => widthOf(word, role))));
}
