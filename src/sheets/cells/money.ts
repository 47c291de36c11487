/** Amounts of money, converted exactly to whole won. */
import type { CellProblem } from '../../domain/finding.ts';
import { isDateCell, type RawCell, shownText } from '../raw.ts';
import { compactReadText } from '../text-key.ts';
import { accepted, DASH, ERROR_VALUE, flagged, type Parsed } from './parsed.ts';

/** The units in which amounts are written, each with its power of ten in won. */
const POWER_OF_UNIT: ReadonlyMap<string, number> = new Map([
  ['원', 0],
  ['천원', 3],
  ['천', 3],
  ['만원', 4],
  ['만', 4],
  ['십만원', 5],
  ['백만원', 6],
  ['백만', 6],
  ['천만원', 7],
  ['천만', 7],
  ['억원', 8],
  ['억', 8],
  ['십억원', 9],
]);

/** Whole won up to here are exact in a rate's long division; a district's pledge is far below. */
const LARGEST_WON = 900_000_000_000_000;

const AMOUNT_TEXT = /^([-−–△▲])?(\()?([-−–△▲])?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?([^\d.,()]*)(\))?$/;

export function isMoneyUnit(text: string): boolean {
  return POWER_OF_UNIT.has(text);
}

/** The unit in which a cell writes its amount; null where the number stands alone or is none. */
export function moneyUnitIn(cell: RawCell): string | null {
  if (typeof cell !== 'string') return null;
  const unit = AMOUNT_TEXT.exec(compactReadText(cell))?.[6] ?? '';
  return isMoneyUnit(unit) ? unit : null;
}

/**
 * Reads an amount as whole won: `3` under a heading in 백만원 is 3,000,000 and `1.2억` is 120,000,000.
 *
 * @param headingUnit the unit that the heading names, or null; a cell that names another contradicts it and is flagged.
 * @param defaultUnit the unit where neither says one.
 */
export function parseMoney(cell: RawCell, headingUnit: string | null, defaultUnit: string): Parsed<number> {
  const found = shownText(cell).trim();
  if (typeof cell === 'boolean' || isDateCell(cell)) return flagged({ code: 'not-an-amount', found });
  // Spreadsheets keep 15 digits: 1.8 + 3.9 is 5.7 to the person who looks at it, and not 5.699999999999999.
  const text = typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : compactReadText(cell);
  if (ERROR_VALUE.test(text)) return flagged({ code: 'error-value', found });
  if (DASH.test(text) || text === '없음') return flagged({ code: 'dash-for-an-amount', found });
  if (typeof cell === 'number' && Math.abs(cell) > LARGEST_WON) return flagged({ code: 'too-large', found });

  const match = AMOUNT_TEXT.exec(text);
  if (match === null) return flagged({ code: 'not-an-amount', found });
  const [, outerSign, open, innerSign, whole = '', fraction = '', unit = '', close] = match;
  if ((open === undefined) !== (close === undefined)) return flagged({ code: 'not-an-amount', found });
  if (unit !== '' && !isMoneyUnit(unit)) return flagged({ code: 'not-an-amount', found });
  if (unit !== '' && headingUnit !== null && powerOf(unit) !== powerOf(headingUnit)) {
    return flagged({ code: 'unit-against-heading', found, heading: headingUnit });
  }

  const won = wholeWon(whole.replace(/,/g, ''), fraction, powerOf(unit || headingUnit || defaultUnit));
  if (won === null) return flagged({ code: 'not-whole-won', found });
  if (won > LARGEST_WON) return flagged({ code: 'too-large', found });
  const negative = (outerSign ?? innerSign ?? open) !== undefined && won !== 0;
  const notices: readonly CellProblem[] = negative ? [{ code: 'negative-amount', found, meant: -won }] : [];
  return accepted(negative ? -won : won, ...notices);
}

/** Moves the decimal point by whole powers of ten, so no digit is ever computed: 5.7 × 10^6 is 5700000. */
function wholeWon(whole: string, fraction: string, power: number): number | null {
  const kept = fraction.slice(0, power);
  const lost = fraction.slice(power);
  if (/[1-9]/.test(lost)) return null;
  return Number(whole + kept + '0'.repeat(power - kept.length));
}

function powerOf(unit: string): number {
  return POWER_OF_UNIT.get(unit) ?? 0;
}
