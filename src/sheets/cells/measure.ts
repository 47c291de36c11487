/** Measured values: kilometres, sites, people, percentages; whole or with decimals, above zero or below. */
import { decimalsOf, MOST_DECIMALS } from '../../domain/decimal.ts';
import { isDateCell, type RawCell, shownText } from '../raw.ts';
import { compactReadText } from '../text-key.ts';
import { accepted, DASH, ERROR_VALUE, flagged, type Parsed } from './parsed.ts';

export interface Measured {
  readonly value: number;
  /** True for an estimate such as `약 12.5km`. */
  readonly approximate: boolean;
  /** The unit that stands in the cell; null where the number stands alone. */
  readonly unit: string | null;
  /** Whether it says of itself that it is all there is by now: `누계 12`. */
  readonly isTotal?: true;
}

/** Beyond this a value is a slip of the hand. */
const LARGEST_VALUE = 1_000_000_000;

/** The 2 of `200m2`, which is no second number. */
const AREA_OR_VOLUME = /(?<=\d[kc]?m)[23](?=\)?$)/i;
/** A sign, brackets, a number, its unit, and the words of an estimate. */
const VALUE_TEXT =
  /^((?:총계?|누?계|합계|누적(?:실적)?|현재)?:?(?:약|대략)?)([-−–△▲+]|\()?(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?(여)?([^\d.,()]*?)(여|정도|내외)?(\))?$/;
/** `12(누적)`, `12개소 누계`. */
const TOTAL_BEHIND = /\(?(?:누적|누계|합계)\)?$/;

/**
 * Reads a measured value: 12.5, `12.5km`, `2개소`, `△3`. Its unit is held against that of the indicator by whoever knows which it is.
 * A dash says no value: of a level it is no zero.
 */
export function parseMeasure(cell: RawCell): Parsed<Measured> {
  const found = shownText(cell).trim();
  if (typeof cell === 'boolean' || isDateCell(cell)) return flagged({ code: 'not-a-value', found });
  // Spreadsheets keep 15 digits: 0.1 + 0.2 is 0.3 to the person who looks at it.
  if (typeof cell === 'number') return exactValue(Number(cell.toPrecision(15)), found, null);

  const text = compactReadText(cell).replace(AREA_OR_VOLUME, (power) => (power === '2' ? '²' : '³'));
  if (ERROR_VALUE.test(text)) return flagged({ code: 'error-value', found });
  if (DASH.test(text) || text === '없음') return flagged({ code: 'dash-for-a-value', found });
  if (/\d[^\d,.]+\d/.test(text)) return flagged({ code: 'several-numbers', found });
  const alone = text.replace(TOTAL_BEHIND, '');
  const match = VALUE_TEXT.exec(alone);
  if (match === null) return flagged({ code: 'not-a-value', found });
  const [, prefix = '', sign, whole = '', fraction = '', beforeUnit, unit = '', afterUnit, close] = match;
  // 누계(12) takes nothing away.
  const isOpen = sign === '(';
  if (isOpen !== (close === ')') || (isOpen && prefix !== '')) return flagged({ code: 'not-a-value', found });
  const isNegative = sign !== undefined && sign !== '+';
  const value = Number(`${isNegative ? '-' : ''}${whole.replace(/,/g, '')}${fraction}`);
  const exact = exactValue(value === 0 ? 0 : value, found, unit === '' ? null : unit);
  const approximate = /약|대략/.test(prefix) || beforeUnit !== undefined || afterUnit !== undefined;
  if (!exact.ok) return exact;
  const isTotal = alone !== text || /[총계적현]/.test(prefix);
  const measured: Measured = isTotal ? { ...exact.value, isTotal: true } : exact.value;
  if (!approximate) return accepted(measured);
  return accepted({ ...measured, approximate }, { code: 'approximate-count', found, meant: value });
}

function exactValue(value: number, found: string, unit: string | null): Parsed<Measured> {
  if (Math.abs(value) > LARGEST_VALUE) return flagged({ code: 'too-large', found });
  if (decimalsOf(value) > MOST_DECIMALS) return flagged({ code: 'too-many-decimals', found });
  return accepted({ value, approximate: false, unit });
}
