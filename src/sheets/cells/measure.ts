/** Measured values (kilometres, sites, people, percent), with or without decimals, positive or negative. */
import { decimalsOf, MOST_DECIMALS } from '../../domain/decimal.ts';
import type { CellProblem } from '../../domain/findings/cell.ts';
import { type RawCell, shownText } from '../raw.ts';
import { compactReadText } from '../text-key.ts';
import { accepted, DASH, ERROR_VALUE, flagged, type Parsed } from './parsed.ts';

export interface Measured {
  readonly value: number;
  /** True for an estimate such as `약 12.5km`. */
  readonly approximate: boolean;
  /** The unit written in the cell; null where the number stands alone. */
  readonly unit: string | null;
  /** Present if the cell says that it is a running total: `누계 12`. */
  readonly isTotal?: true;
}

/** A larger value is taken for a typing error. */
const LARGEST_VALUE = 1_000_000_000;

/** The 2 of `200m2`, which is part of the unit. */
const AREA_OR_VOLUME = /(?<=\d[kc]?m)[23](?=\)?$)/i;
/**
 * Words for a total or an estimate, sign or bracket, number, unit, words for an estimate, closing bracket.
 */
const VALUE_TEXT =
  /^((?:총계?|누?계|합계|누적(?:실적)?|현재)?:?(?:약|대략)?)([-−–△▲+]|\()?(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?(여)?([^\d.,()]*?)(여|정도|내외)?(\))?$/;
const MINUS = /[-−–]/;
/** `12(누적)`, `12개소 누계`. */
const TOTAL_BEHIND = /\(?(?:누적|누계|합계)\)?$/;

/**
 * Reads a measured value: 12.5, `12.5km`, `2개소`, `△3`. The caller compares its unit with that of the
 * indicator. A dash is flagged: it states no value, and for a level that is not zero.
 */
export function parseMeasure(cell: RawCell): Parsed<Measured> {
  const found = shownText(cell).trim();
  // Spreadsheets show at most 15 digits: 0.1 + 0.2 is 0.3 to the person who looks at it.
  if (typeof cell === 'number') return exactValue(Number(cell.toPrecision(15)), found, null);

  const text = compactReadText(found).replace(AREA_OR_VOLUME, (power) => (power === '2' ? '²' : '³'));
  if (ERROR_VALUE.test(text)) return flagged({ code: 'error-value', found });
  if (DASH.test(text) || text === '없음') return flagged({ code: 'dash-for-a-value', found });
  if (/\d[^\d,.]+\d/.test(text)) return flagged({ code: 'several-numbers', found });
  const alone = text.replace(TOTAL_BEHIND, '');
  const match = VALUE_TEXT.exec(alone);
  if (match === null) return flagged({ code: 'not-a-value', found });
  const [, prefix = '', sign, whole = '', fraction = '', beforeUnit, unit = '', afterUnit, close] = match;
  // Brackets after a word for a total are no minus: `누계(12)` is flagged, not read as -12.
  const isOpen = sign === '(';
  if (isOpen !== (close === ')') || (isOpen && prefix !== '')) return flagged({ code: 'not-a-value', found });
  const isNegative = sign !== undefined && sign !== '+';
  const value = Number(`${isNegative ? '-' : ''}${whole.replace(/,/g, '')}${fraction}`);
  const exact = exactValue(value === 0 ? 0 : value, found, unit === '' ? null : unit);
  const approximate = /약|대략/.test(prefix) || beforeUnit !== undefined || afterUnit !== undefined;
  // △3 may be a fall by 3, and (3) a remark. -3 is a number like any other.
  const notices: readonly CellProblem[] =
    isNegative && !MINUS.test(sign) && value !== 0 ? [{ code: 'marked-negative', found, meant: value }] : [];
  if (!exact.ok) return exact;
  const isTotal = alone !== text || /[총계적현]/.test(prefix);
  const measured: Measured = isTotal ? { ...exact.value, isTotal: true } : exact.value;
  if (!approximate) return accepted(measured, notices);
  return accepted({ ...measured, approximate }, [
    ...notices,
    { code: 'approximate-count', found, meant: value },
  ]);
}

function exactValue(value: number, found: string, unit: string | null): Parsed<Measured> {
  if (Math.abs(value) > LARGEST_VALUE) return flagged({ code: 'too-large', found });
  if (decimalsOf(value) > MOST_DECIMALS) return flagged({ code: 'too-many-decimals', found });
  return accepted({ value, approximate: false, unit });
}
