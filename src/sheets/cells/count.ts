/** Counts of meetings, suggestions, groups and people. */
import { type RawCell, shownText } from '../raw.ts';
import { compactReadText } from '../text-key.ts';
import { accepted, DASH, ERROR_VALUE, flagged, type Parsed } from './parsed.ts';

export interface Count {
  readonly value: number;
  /** True for an estimate such as `130여명` or `약 500명`. */
  readonly approximate: boolean;
  /** The unit written in the cell; null where the number stands alone. */
  readonly unit: string | null;
}

/** A larger count is taken for a typing error. */
const LARGEST_COUNT = 1_000_000_000;

const COUNT_TEXT = /^((?:총|계)?(?:약|대략)?)(\d+|\d{1,3}(?:,\d{3})+)(여)?([^\d,.]*?)(여|정도|내외)?$/;
/** `3.0` is 3: some programs write whole numbers this way. */
const ZERO_FRACTION = /^(\d[\d,]*)\.0+(?![\d.])/;
const SIGNED_NUMBER = /^(?:[-−–△▲]\d|\(\d[\d,.]*\))/;
const DECIMAL = /^\d[\d,]*\.\d+[^\d.]*$/;

/**
 * Reads a whole number of things.
 *
 * @param units the units that fit the column (`회`, `건`, `명`); a number with another unit counts something
 * else and is flagged.
 */
export function parseCount(cell: RawCell, units: readonly string[]): Parsed<Count> {
  const found = shownText(cell).trim();
  // Of a number computed as 3.0000000000000004 a sheet shows 15 digits.
  if (typeof cell === 'number') return exactCount(Number(cell.toPrecision(15)), found);

  const text = compactReadText(found).replace(ZERO_FRACTION, '$1');
  if (ERROR_VALUE.test(text)) return flagged({ code: 'error-value', found });
  if (DASH.test(text) || text === '없음') return accepted({ value: 0, approximate: false, unit: null });
  if (/\d[^\d,.]+\d/.test(text)) return flagged({ code: 'several-numbers', found });
  if (SIGNED_NUMBER.test(text)) return flagged({ code: 'negative-count', found });
  if (DECIMAL.test(text)) return flagged({ code: 'fractional-count', found });

  const match = COUNT_TEXT.exec(text);
  if (match === null) return flagged({ code: 'not-a-count', found });
  const [, prefix = '', digits = '', beforeUnit, unit = '', afterUnit] = match;
  const number = Number(digits.replace(/,/g, ''));
  if (unit !== '' && !units.includes(unit)) {
    return flagged({ code: 'unit-of-another-kind', found, hint: number });
  }
  const approximate = /약|대략/.test(prefix) || beforeUnit !== undefined || afterUnit !== undefined;
  if (!approximate) return exactCount(number, found, unit === '' ? null : unit);
  return number > LARGEST_COUNT
    ? flagged({ code: 'too-large', found })
    : accepted({ value: number, approximate, unit: unit === '' ? null : unit }, [
        { code: 'approximate-count', found, meant: number },
      ]);
}

function exactCount(number: number, found: string, unit: string | null = null): Parsed<Count> {
  if (number < 0) return flagged({ code: 'negative-count', found });
  if (number > LARGEST_COUNT) return flagged({ code: 'too-large', found });
  if (!Number.isInteger(number)) return flagged({ code: 'fractional-count', found });
  return accepted({ value: number, approximate: false, unit });
}
