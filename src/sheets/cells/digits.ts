/** Cells that hold a number of decimal places. */
import { MOST_DECIMALS } from '../../domain/decimal.ts';
import { type RawCell, shownText } from '../raw.ts';
import { parseCount } from './count.ts';
import { accepted, flagged, type Parsed } from './parsed.ts';

const MOST_OF_RATES = 4;

/** Decimal places of rates. */
export function parseRateDigits(cell: RawCell): Parsed<number> {
  return digitsUpTo(MOST_OF_RATES, cell);
}

/** Decimal places of an indicator's values. An unreadable cell gives null and a notice, never an error. */
export function parseValueDigits(cell: RawCell): Parsed<number | null> {
  const parsed = digitsUpTo(MOST_DECIMALS, cell);
  return parsed.ok ? parsed : accepted(null, [parsed.flag]);
}

function digitsUpTo(most: number, cell: RawCell): Parsed<number> {
  const parsed = parseCount(cell, ['자리']);
  return parsed.ok && parsed.value.value <= most
    ? { ...parsed, value: parsed.value.value }
    : flagged({ code: 'not-digits', found: shownText(cell).trim(), most });
}
