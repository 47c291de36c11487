/** A number of digits after the point. */
import { type RawCell, shownText } from '../raw.ts';
import { parseCount } from './count.ts';
import { flagged, type Parsed } from './parsed.ts';

const MOST_DIGITS = 4;

export function parseDigits(cell: RawCell): Parsed<number> {
  const parsed = parseCount(cell, ['자리']);
  if (!parsed.ok) return parsed;
  return parsed.value.value <= MOST_DIGITS
    ? { ...parsed, value: parsed.value.value }
    : flagged({ code: 'too-large', found: shownText(cell).trim() });
}
