/** Understands typed text as Google Sheets does. */
import { serialOfDate } from './zone.ts';

/**
 * The meaning of a text in a cell. It is the same for text that a person types and text that a script writes:
 * https://developers.google.com/apps-script/reference/spreadsheet/range#setvaluesvalues
 */
export type TypedInput =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'formula'; readonly formula: string }
  /** `format` is given to a cell with the general format; null leaves it general. */
  | { readonly kind: 'number'; readonly value: number; readonly format: string | null };

export interface TypingContext {
  readonly locale: string;
  /** The year of a date that is typed without one. */
  readonly year: number;
}

/** The formats that a date and a time give to a cell with the general format. */
export interface DateFormats {
  readonly date: string;
  readonly time: string;
  readonly dateTime: string;
}

/** The date formats of a locale. */
export function dateFormatsOf(locale: string): DateFormats {
  return locale.startsWith('ko')
    ? { date: 'yyyy. m. d', time: 'a/p h:mm:ss', dateTime: 'yyyy. m. d a/p h:mm:ss' }
    : { date: 'm/d/yyyy', time: 'h:mm:ss am/pm', dateTime: 'm/d/yyyy h:mm:ss' };
}

/** The meaning of a text typed into a cell that does not have the plain text format. */
export function parseTyped(text: string, context: TypingContext): TypedInput {
  if (text === '') return { kind: 'blank' };
  if (text.startsWith("'")) return { kind: 'text', text: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { kind: 'formula', formula: text };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { kind: 'boolean', value: trimmed.toLowerCase() === 'true' };
  // Only text with a digit can be a number or a date. Most text in a ledger has none.
  if (!/\d/.test(trimmed) || trimmed.length > 40) return { kind: 'text', text };
  return parseNumber(trimmed) ?? parseDateTime(trimmed, context) ?? { kind: 'text', text };
}

const NUMBER =
  /^(?<open>\()?(?<sign>[+-])?\s*(?<currency>[₩￦$€£¥])?\s*(?<sign2>[+-])?(?<whole>\d{1,3}(?:,\d{3})+|\d*)(?<decimals>\.\d*)?(?<exponent>[eE][+-]?\d+)?\s*(?<percent>%)?(?<close>\))?$/;

function parseNumber(text: string): TypedInput | null {
  const piece = NUMBER.exec(text)?.groups;
  if (piece === undefined) return null;
  const { open, close, sign, sign2, currency, whole = '', decimals = '', exponent = '', percent } = piece;
  const inBrackets = open !== undefined;
  const hasSign = sign !== undefined || sign2 !== undefined;
  if (
    inBrackets !== (close !== undefined) ||
    (inBrackets && hasSign) ||
    (sign !== undefined && sign2 !== undefined)
  ) {
    return null;
  }
  if (whole === '' && decimals.length < 2) return null;
  const size = Number(`${whole.replaceAll(',', '') || '0'}${decimals.length > 1 ? decimals : ''}${exponent}`);
  const negative = inBrackets || sign === '-' || sign2 === '-';
  const value = (negative ? -size : size) / (percent === undefined ? 1 : 100);
  if (!Number.isFinite(value)) return null;
  return { kind: 'number', value: value === 0 ? 0 : value, format: numberFormat() };

  function numberFormat(): string | null {
    const places = decimals.length > 1 ? '.00' : '';
    if (percent !== undefined) return `0${places}%`;
    if (exponent !== '') return '0.00E+00';
    if (currency !== undefined) {
      const symbol = currency === '￦' ? '₩' : currency;
      return `[$${symbol}]#,##0${places}`;
    }
    return whole.includes(',') ? `#,##0${places}` : null;
  }
}

const TIME =
  /^(?:(?<before>오전|오후|am|pm)\s*)?(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2}))?(?:\s*(?<after>am|pm))?$/i;

function parseDateTime(text: string, context: TypingContext): TypedInput | null {
  const date = parseDate(text, context);
  if (date !== null) return { kind: 'number', value: date.serial, format: date.format };
  const time = parseTime(text);
  if (time !== null) return { kind: 'number', value: time.fraction, format: time.format };
  // The time starts after the last space, or after the space before 오전, 오후, AM or PM.
  const [, dateText = '', timeText = ''] =
    /^(.*?\S)\s+((?:오전|오후|am|pm)?\s*\d{1,2}:[\d:]+(?:\s*(?:am|pm))?)$/i.exec(text) ?? [];
  const day = parseDate(dateText, context);
  const clock = parseTime(timeText);
  return day === null || clock === null
    ? null
    : { kind: 'number', value: day.serial + clock.fraction, format: `${day.format} ${clock.format}` };
}

function parseTime(text: string): { fraction: number; format: string } | null {
  const piece = TIME.exec(text)?.groups;
  if (piece === undefined) return null;
  const half = (piece.before ?? piece.after)?.toLowerCase();
  const typedHour = Number(piece.hour);
  const minute = Number(piece.minute);
  const second = Number(piece.second ?? 0);
  if (minute > 59 || second > 59 || typedHour > (half === undefined ? 23 : 12)) return null;
  const afternoon = half === '오후' || half === 'pm';
  const hour = half === undefined ? typedHour : (typedHour % 12) + (afternoon ? 12 : 0);
  const seconds = piece.second === undefined ? '' : ':ss';
  return {
    fraction: (hour * 3600 + minute * 60 + second) / 86_400,
    format: half === undefined ? `h:mm${seconds}` : `a/p h:mm${seconds}`,
  };
}

interface TypedDate {
  readonly serial: number;
  readonly format: string;
}

/** Date patterns, tried in order. Most start with the year, as Koreans and machines write dates. */
const DATE_PATTERNS: readonly {
  readonly pattern: RegExp;
  readonly format: string;
  readonly locale?: RegExp;
}[] = [
  { pattern: /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/, format: 'yyyy-mm-dd' },
  { pattern: /^(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})$/, format: 'yyyy/m/d' },
  {
    pattern: /^(?<year>\d{4})\.\s*(?<month>\d{1,2})\.\s*(?<day>\d{1,2})\.?$/,
    format: 'yyyy. m. d',
    locale: /^ko/,
  },
  { pattern: /^(?<year>\d{2})-(?<month>\d{1,2})-(?<day>\d{1,2})$/, format: 'yy-mm-dd', locale: /^ko/ },
  { pattern: /^(?<year>\d{2})\/(?<month>\d{1,2})\/(?<day>\d{1,2})$/, format: 'yy/m/d', locale: /^ko/ },
  {
    pattern: /^(?<year>\d{2})\.\s*(?<month>\d{1,2})\.\s*(?<day>\d{1,2})\.?$/,
    format: 'yy. m. d',
    locale: /^ko/,
  },
  { pattern: /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/, format: 'm/d/yyyy', locale: /^en/ },
  {
    pattern: /^(?<year>\d{4})년\s*(?<month>\d{1,2})월\s*(?<day>\d{1,2})일$/,
    format: 'yyyy"년" m"월" d"일"',
    locale: /^ko/,
  },
  { pattern: /^(?<year>\d{4})년\s*(?<month>\d{1,2})월$/, format: 'yyyy"년" m"월"', locale: /^ko/ },
  { pattern: /^(?<month>\d{1,2})월\s*(?<day>\d{1,2})일$/, format: 'm"월" d"일"', locale: /^ko/ },
  { pattern: /^(?<month>\d{1,2})-(?<day>\d{1,2})$/, format: 'm-d' },
  { pattern: /^(?<month>\d{1,2})\/(?<day>\d{1,2})$/, format: 'm/d' },
  { pattern: /^(?<year>\d{4})-(?<month>\d{1,2})$/, format: 'yyyy-mm' },
  { pattern: /^(?<year>\d{4})\/(?<month>\d{1,2})$/, format: 'yyyy/m' },
];

function parseDate(text: string, { locale, year: currentYear }: TypingContext): TypedDate | null {
  for (const { pattern, format, locale: only } of DATE_PATTERNS) {
    const piece = only === undefined || only.test(locale) ? pattern.exec(text)?.groups : undefined;
    if (piece === undefined) continue;
    const serial = validSerial(
      fullYear(piece.year, currentYear),
      Number(piece.month),
      Number(piece.day ?? 1),
    );
    if (serial !== null) return { serial, format };
  }
  return null;
}

function fullYear(text: string | undefined, currentYear: number): number {
  if (text === undefined) return currentYear;
  const year = Number(text);
  // As in all spreadsheets, two digits mean 1930 to 2029.
  return text.length === 4 ? year : year + (year < 30 ? 2000 : 1900);
}

function validSerial(year: number, month: number, day: number): number | null {
  const last = new Date(Date.UTC(2000, month, 0));
  last.setUTCFullYear(year, month, 0);
  return month >= 1 && month <= 12 && day >= 1 && day <= last.getUTCDate() && year >= 1900
    ? serialOfDate(year, month, day)
    : null;
}
