/** Percentages that staff type themselves. */
import { type RawCell, shownText } from '../raw.ts';
import { compactReadText } from '../text-key.ts';
import { accepted, ERROR_VALUE, flagged, type Parsed } from './parsed.ts';

/**
 * Reads a percentage. `54%`, `54` and 0.54 are all 54. Cells with a percent format arrive as `54%`, so that a
 * plain 0.54 was typed so and may mean 0.54 %: a notice says how it was read.
 */
export function parsePercent(cell: RawCell): Parsed<number> {
  const found = shownText(cell).trim();
  const text = compactReadText(found);
  if (ERROR_VALUE.test(text)) return flagged({ code: 'error-value', found });
  const match = /^(\d+(?:\.\d+)?)(%|퍼센트)?$/.exec(text);
  if (match === null) return flagged({ code: 'not-a-percent', found });
  const number = Number(match[1]);
  const isFraction = match[2] === undefined && number <= 1;
  if (!isFraction) return accepted(number);
  const percent = Number((number * 100).toPrecision(12));
  return number === 0
    ? accepted(percent)
    : accepted(percent, [{ code: 'share-for-percent', found, share: percent, readAs: percent }]);
}
