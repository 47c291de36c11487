/** The patterns of `Utilities.formatDate`. */
import { isZone, zoneNamed } from '../workbook/zone.ts';
import { NotImplementedError } from './errors.ts';

/**
 * Formats a date as `Utilities.formatDate` does: patterns of Java's SimpleDateFormat, with English names.
 * https://developers.google.com/apps-script/reference/utilities/utilities#formatDate(Date,String,String)
 */
export function formatInstant(instant: number, timeZone: string, pattern: string): string {
  const offset = offsetOf(timeZone, instant);
  const wallClock = new Date(instant + offset);
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (piece, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
    const write = LETTERS[piece.charAt(0)];
    if (write === undefined)
      throw new NotImplementedError(`the letter ${piece.charAt(0)} in Utilities.formatDate`);
    return write(wallClock, piece.length, Math.trunc(offset / 60_000));
  });
}

const ENGLISH_DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(' ');

type Writer = (wallClock: Date, length: number, offsetMinutes: number) => string;

const LETTERS: Readonly<Record<string, Writer>> = {
  y: (date, length) =>
    length === 2 ? padded(date.getUTCFullYear() % 100, 2) : padded(date.getUTCFullYear(), length),
  M: (date, length) => {
    const name = ENGLISH_MONTHS[date.getUTCMonth()] ?? '';
    if (length >= 3) return length === 3 ? name.slice(0, 3) : name;
    return padded(date.getUTCMonth() + 1, length);
  },
  d: (date, length) => padded(date.getUTCDate(), length),
  D: (date, length) => padded(dayOfYear(date), length),
  E: (date, length) => {
    const name = ENGLISH_DAYS[date.getUTCDay()] ?? '';
    return length <= 3 ? name.slice(0, 3) : name;
  },
  u: (date, length) => padded(((date.getUTCDay() + 6) % 7) + 1, length),
  a: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  H: (date, length) => padded(date.getUTCHours(), length),
  k: (date, length) => padded(date.getUTCHours() || 24, length),
  K: (date, length) => padded(date.getUTCHours() % 12, length),
  h: (date, length) => padded(date.getUTCHours() % 12 || 12, length),
  m: (date, length) => padded(date.getUTCMinutes(), length),
  s: (date, length) => padded(date.getUTCSeconds(), length),
  S: (date, length) => padded(date.getUTCMilliseconds(), length),
  Z: (_date, _length, minutes) => signed(minutes, ''),
  X: (_date, length, minutes) => {
    if (minutes === 0) return 'Z';
    return length === 1 ? signed(minutes, '').slice(0, 3) : signed(minutes, length === 3 ? ':' : '');
  },
};

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function dayOfYear(date: Date): number {
  const first = Date.UTC(date.getUTCFullYear(), 0, 1);
  return Math.floor((date.getTime() - first) / 86_400_000) + 1;
}

function signed(minutes: number, separator: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${padded(Math.floor(size / 60), 2)}${separator}${padded(size % 60, 2)}`;
}

/** Offset from UTC, in milliseconds. Java also accepts names such as `GMT+9`. */
function offsetOf(timeZone: string, instant: number): number {
  const [, sign, hours, minutes = '0'] = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(timeZone) ?? [];
  if (sign !== undefined) {
    const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
    return sign === '-' ? -size : size;
  }
  if (!isZone(timeZone)) throw new NotImplementedError(`the time zone ${timeZone}`);
  return zoneNamed(timeZone).offsetAt(instant);
}
