/** Finds a number of meetings or suggestions in the text of a row whose count cell is blank. */
import { compactReadText } from '../text-key.ts';

/**
 * Patterns for how often something was done (`21회`, `3차례`) and in how many neighbourhoods (`15개동`). They skip
 * `제21회` (the twenty-first), `3회차`, `회의실` and `회원`. 번, 곳 and 개소 count only before a word such as 방문: `2번 출구`
 * is a place. For suggestions, only what counts suggestions: `건의사항 12건`, not `주차 위반 10건`.
 */
const DONE = '(?:개최|실시|운영|진행|방문|순회|추진|열)';
const NUMBERS = {
  meetings: new RegExp(
    `(?<![\\d.,제第~-])(\\d{1,4})(?:회(?![차째원의사관장비기복계])|차례|개동(?!아리|호회|네|식|안)|(?:번|곳|개소)(?=(?:을|를|에서)?${DONE}))`,
    'g',
  ),
  suggestions: /(?<=건의|사항|의견|민원|총|외)(\d{1,4})건/g,
};

/** Half-width or full-width. Most texts have none, and are not looked at any further. */
const ANY_DIGIT = /[0-9０-９]/;

/** The first number above one with its unit, such as `15개동`; null where the text has none. */
export function countNamed(of: keyof typeof NUMBERS, text: string | null): string | null {
  if (text === null || !ANY_DIGIT.test(text)) return null;
  for (const [found, digits] of compactReadText(text).matchAll(NUMBERS[of])) {
    if (Number(digits) > 1) return found;
  }
  return null;
}
