/** What a cell shows: its content under a number format. */
import type { CellContent, CellStyle, SheetState } from './document.ts';
import { type FormatSection, type FormatToken, formatSections } from './number-format.ts';
import { wallClockOf } from './zone.ts';

/** A cell as Sheets shows it: its content under a number format, in the words of the locale. */
export function displayText(
  content: CellContent,
  format: CellStyle | string | undefined,
  locale: string,
): string {
  if (content === null) return '';
  if (typeof content === 'object') return content.error;
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  const pattern = (typeof format === 'string' ? format : format?.numberFormat) ?? 'General';
  return typeof content === 'number' ? numberText(content, pattern, locale) : textText(content, pattern);
}

/**
 * The sheet as it is shown, from A1 to the last row and the last column that show anything. A formula that nobody computed shows
 * as its own text.
 */
export function displayGrid(sheet: SheetState, locale: string): string[][] {
  const grid = Array.from({ length: sheet.values.length }, (_, row) =>
    (sheet.values[row] ?? []).map((content, column) =>
      content === null
        ? (sheet.formulas.get(`${row + 1},${column + 1}`) ?? '')
        : displayText(content, sheet.styles[row]?.[column], locale),
    ),
  );
  const lastFilled = (cells: readonly string[]) => cells.findLastIndex((text) => text !== '') + 1;
  const width = grid.reduce((widest, cells) => Math.max(widest, lastFilled(cells)), 0);
  const height = grid.findLastIndex((cells) => lastFilled(cells) > 0) + 1;
  return grid
    .slice(0, height)
    .map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? ''));
}

function textText(text: string, pattern: string): string {
  const section = formatSections(pattern).find(({ kind }) => kind === 'text');
  return section === undefined
    ? text
    : section.tokens
        .map((token) => (token.kind === 'text' ? text : token.kind === 'literal' ? token.text : ''))
        .join('');
}

function numberText(value: number, pattern: string, locale: string): string {
  const sections = formatSections(pattern).filter(({ kind }) => kind !== 'text');
  const section = sectionFor(value, sections);
  if (section === undefined || section.tokens.length === 0) {
    return section === undefined ? generalText(value) : '';
  }
  const signless = sections.length > 1 && sections.indexOf(section) === 1 && section.condition === null;
  const shown = signless ? Math.abs(value) : value;
  switch (section.kind) {
    case 'date':
      return dateText(value, section.tokens, locale);
    case 'number':
      return decimalText(shown, section.tokens);
    default:
      return section.tokens
        .map((token) => (token.kind === 'general' ? generalText(shown) : literalText(token)))
        .join('');
  }
}

function sectionFor(value: number, sections: readonly FormatSection[]): FormatSection | undefined {
  if (sections.some(({ condition }) => condition !== null)) {
    return sections.find(({ condition }) => condition === null || condition(value));
  }
  if (value < 0) return sections[1] ?? sections[0];
  return value === 0 ? (sections[2] ?? sections[0]) : sections[0];
}

function literalText(token: FormatToken): string {
  return token.kind === 'literal' ? token.text : '';
}

/** The automatic format: at most ten significant digits after the point, and scientific notation for what is very large or small. */
function generalText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) {
    const [digits = '', exponent = ''] = Number(value.toPrecision(6)).toExponential().split('e');
    const sign = exponent.startsWith('-') ? '-' : '+';
    return `${digits}E${sign}${exponent.slice(1).padStart(2, '0')}`;
  }
  const whole = Math.trunc(size) === 0 ? 0 : String(Math.trunc(size)).length;
  return String(Number(value.toFixed(Math.max(0, Math.min(10, 15 - whole)))));
}

/** A number rounded half up to that many decimals, on the fifteen significant digits that Sheets keeps. */
function roundedText(value: number, decimals: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e');
  const digits = BigInt(mantissa.replace('.', ''));
  const shift = Number(exponent) - 14 + decimals;
  let scaled: bigint;
  if (shift >= 0) {
    scaled = digits * 10n ** BigInt(shift);
  } else {
    const divisor = 10n ** BigInt(-shift);
    scaled = (digits + divisor / 2n) / divisor;
  }
  const text = scaled.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

function decimalText(value: number, tokens: readonly FormatToken[]): string {
  const pointAt = tokens.findIndex(({ kind }) => kind === 'point');
  const isDecimal = (index: number) => pointAt >= 0 && index > pointAt;
  const runs = tokens.map((token, index) => (token.kind === 'digits' ? { text: token.text, index } : null));
  const wholeRuns = runs.filter((run) => run !== null).filter(({ index }) => !isDecimal(index));
  const decimalRuns = runs.filter((run) => run !== null).filter(({ index }) => isDecimal(index));
  const lastWhole = wholeRuns.at(-1)?.text ?? '';
  const thousands = /,+$/.exec(decimalRuns.at(-1)?.text ?? lastWhole)?.[0].length ?? 0;
  const grouped = wholeRuns.some(({ text }) => /,(?=[0#?])/.test(text));
  const places = decimalRuns.map(({ text }) => text.replaceAll(',', '')).join('');
  const percents = tokens.filter(({ kind }) => kind === 'percent').length;
  const exponentToken = tokens.find((token) => token.kind === 'exponent');

  let size = Math.abs(value) * 100 ** percents;
  if (thousands > 0) size /= 1000 ** thousands;
  let exponent = 0;
  if (exponentToken !== undefined && size !== 0) {
    exponent = Number(size.toExponential(places.length).split('e')[1]);
    size /= 10 ** exponent;
  }
  const [whole = '0', decimals = ''] = roundedText(size, places.length).split('.');
  const shownDecimals = decimals.replace(/0+$/, '').padEnd(places.lastIndexOf('0') + 1, '0');
  const isZero = /^0*$/.test(whole + decimals);

  const wholePattern = wholeRuns.map(({ text }) => text.replaceAll(',', '')).join('');
  const pieces = wholePieces(whole, wholePattern, grouped);
  let wholeUsed = 0;
  let decimalUsed = 0;
  const body = tokens.map((token, index) => {
    switch (token.kind) {
      case 'digits': {
        const length = token.text.replaceAll(',', '').length;
        if (isDecimal(index)) {
          decimalUsed += length;
          return shownDecimals.slice(decimalUsed - length, decimalUsed);
        }
        wholeUsed += length;
        return pieces.slice(wholeUsed - length, wholeUsed).join('');
      }
      case 'point':
        return '.';
      case 'percent':
        return '%';
      case 'exponent':
        return `E${exponent < 0 ? '-' : token.plus ? '+' : ''}${String(Math.abs(exponent)).padStart(token.digits, '0')}`;
      default:
        return literalText(token);
    }
  });
  return `${value < 0 && !isZero ? '-' : ''}${body.join('')}`;
}

/** What stands at each placeholder of the whole part; digits beyond the placeholders go to the first of them. */
function wholePieces(whole: string, pattern: string, grouped: boolean): string[] {
  const firstZero = pattern.indexOf('0');
  const least = firstZero < 0 ? 0 : pattern.length - firstZero;
  const digits = (whole === '0' ? '' : whole).padStart(least, '0');
  const pieces: string[] = [];
  for (let place = 0; place < pattern.length; place += 1) {
    const fromEnd = pattern.length - place;
    const at = digits.length - fromEnd;
    const start = place === 0 ? 0 : at;
    let piece = '';
    for (let digit = Math.max(0, start); digit <= at; digit += 1) {
      const left = digits.length - digit;
      piece += digits.charAt(digit) + (grouped && left > 1 && left % 3 === 1 ? ',' : '');
    }
    pieces.push(piece);
  }
  return pieces;
}

/** Days and months as Sheets and the script services write them out in English. */
export const ENGLISH_DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
export const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(' ');

const KOREAN_DAYS = '일월화수목금토';

function dateText(serial: number, tokens: readonly FormatToken[], locale: string): string {
  const wallClock = wallClockOf(serial);
  const date = new Date(wallClock);
  const korean = locale.startsWith('ko');
  const halves = tokens.some(({ kind }) => kind === 'dayHalf');
  const seconds = Math.floor(Math.round(serial * 86_400_000) / 1000);
  const padded = (value: number, length: number) => String(value).padStart(length, '0');
  return tokens
    .map((token) => {
      switch (token.kind) {
        case 'date':
          return unitText(token.unit, token.length);
        case 'elapsed': {
          const size = { hour: 3600, minute: 60, second: 1 }[token.unit];
          return padded(Math.trunc(seconds / size), token.length);
        }
        case 'fraction':
          return `.${padded(date.getUTCMilliseconds(), 3).slice(0, token.digits)}`;
        case 'dayHalf': {
          const afternoon = date.getUTCHours() >= 12;
          if (korean) return afternoon ? '오후' : '오전';
          const half = afternoon ? 'PM' : 'AM';
          return token.short ? half.charAt(0) : half;
        }
        default:
          return literalText(token);
      }
    })
    .join('');

  function unitText(unit: string, length: number): string {
    switch (unit) {
      case 'year':
        return length <= 2 ? padded(date.getUTCFullYear() % 100, 2) : padded(date.getUTCFullYear(), 4);
      case 'month':
        return monthText(date.getUTCMonth(), length);
      case 'day':
        return length <= 2 ? padded(date.getUTCDate(), length) : weekdayText(date.getUTCDay(), length);
      case 'hour':
        return padded(
          halves ? ((date.getUTCHours() + 11) % 12) + 1 : date.getUTCHours(),
          Math.min(length, 2),
        );
      case 'minute':
        return padded(date.getUTCMinutes(), Math.min(length, 2));
      default:
        return padded(date.getUTCSeconds(), Math.min(length, 2));
    }
  }

  function monthText(month: number, length: number): string {
    if (length <= 2) return padded(month + 1, length);
    if (korean) return `${month + 1}월`;
    const name = ENGLISH_MONTHS[month] ?? '';
    return length === 3 ? name.slice(0, 3) : length === 5 ? name.slice(0, 1) : name;
  }

  function weekdayText(day: number, length: number): string {
    if (korean) return KOREAN_DAYS.charAt(day) + (length === 3 ? '' : '요일');
    const name = ENGLISH_DAYS[day] ?? '';
    return length === 3 ? name.slice(0, 3) : name;
  }
}
