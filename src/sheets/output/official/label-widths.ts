/** Widths of the three label columns. They grow with their longest word, which would otherwise be broken. */
import type { Report } from '../../../domain/report.ts';
import { listedEntries } from '../../../domain/words.ts';
import { indicatorName } from '../../indicator-words.ts';
import { namedFundingSources } from '../../names.ts';
import type { Role } from '../grid/grid.ts';
import { widthOfText } from '../grid/row-heights.ts';

/**
 * Usual widths in pixels, enough for `사업 끝(2026. 12. 31.)` in the first two columns and `단체·개소` in the third.
 */
const NAME_WIDTH = 68;
const FUNDING_SOURCE_WIDTH = 67;
const TOTAL_WIDTH = 60;
/** In pixels, enough for `계획`: the second column is never narrower, even where the first needs more. */
const LEAST_FUNDING_SOURCE_WIDTH = 45;
/** Largest width of the second column, in pixels: ten Hangul letters. A longer word is broken. */
const MOST_FUNDING_SOURCE_WIDTH = 130;
/** Largest width of the first column, in pixels: seven Hangul letters. */
const MOST_NAME_WIDTH = 93;

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
  const fundingSources =
    budget === null ? [] : listedEntries(namedFundingSources(lists, budget), budget.bySource);
  const totalWidth = Math.max(TOTAL_WIDTH, total);
  const longestFundingSource = longestWord(
    fundingSources.map(({ name }) => name),
    'boxLabel',
  );
  const fundingSourceWidth = Math.min(
    MOST_FUNDING_SOURCE_WIDTH,
    Math.max(FUNDING_SOURCE_WIDTH, Math.ceil(longestFundingSource)),
  );
  const missing = Math.min(MOST_NAME_WIDTH, Math.ceil(longestWord(names, 'boxLabel'))) - NAME_WIDTH;
  if (missing <= 0) return [NAME_WIDTH, fundingSourceWidth, totalWidth];
  const fromFundingSources =
    fundingSourceWidth > FUNDING_SOURCE_WIDTH
      ? 0
      : Math.min(missing, FUNDING_SOURCE_WIDTH - LEAST_FUNDING_SOURCE_WIDTH);
  return [NAME_WIDTH + missing, fundingSourceWidth - fromFundingSources, totalWidth];
}

/** Width of the longest word, in pixels. */
export function longestWord(texts: readonly string[], role: Role): number {
  return Math.max(0, ...texts.flatMap((text) => text.split(/\s/).map((word) => widthOfText(word, role))));
}
