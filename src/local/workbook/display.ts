/**
 * The text that a cell shows. The library numfmt formats as Excel does. The differences of Sheets are handled
 * here: the automatic format, Korean words for AM/PM and months, and times that are never rounded up.
 */
import { format as formatted } from 'numfmt';
import type { CellContent, CellStyle, SheetState } from './document.ts';
import { isPlainText, showsDate } from './number-format.ts';

/** The text that Sheets shows for a content under a number format, in the language of the locale. */
export function displayText(
  content: CellContent,
  format: CellStyle | string | undefined,
  locale: string,
): string {
  if (content === null) return '';
  if (typeof content === 'object') return content.error;
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  const pattern = (typeof format === 'string' ? format : format?.numberFormat) ?? 'General';
  if (pattern === 'General' || isPlainText(pattern)) {
    return typeof content === 'number' ? generalText(content) : content;
  }
  const layout = layoutOf(pattern, locale.startsWith('ko') ? 'ko' : 'en');
  const shown = typeof content === 'number' && layout.tick !== null ? cutTo(layout.tick, content) : content;
  return formatted(layout.pattern, shown, layout.options);
}

/**
 * The shown texts of a sheet, from A1 to the last row and column that show anything. A formula without a
 * known result shows its own text.
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

interface Layout {
  /** The pattern, adapted for numfmt. */
  readonly pattern: string;
  /**
   * The smallest unit that the pattern shows, in milliseconds. Times are cut off to it. null if the pattern
   * shows no date.
   */
  readonly tick: number | null;
  readonly options: { readonly locale: string; readonly leap1900: boolean; readonly throws: boolean };
}

const LANGUAGES = {
  ko: { layouts: new Map<string, Layout>(), dayHalf: 'AM/PM' },
  en: { layouts: new Map<string, Layout>(), dayHalf: 'A/P' },
};

function layoutOf(pattern: string, language: 'ko' | 'en'): Layout {
  const { layouts, dayHalf } = LANGUAGES[language];
  const known = layouts.get(pattern);
  if (known !== undefined) return known;
  const decimals = /s\]?\.(0+)/i.exec(pattern)?.[1]?.length ?? 0;
  const layout = {
    // Korean has no short forms: `a/p` shows 오전 and `mmm` shows 3월.
    pattern: pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]|a\/p|m{3,}/gi, (piece) => {
      if (/^a/i.test(piece)) return dayHalf;
      return /^m/i.test(piece) && language === 'ko' ? 'mmmm' : piece;
    }),
    tick: showsDate(pattern) ? 1000 / 10 ** decimals : null,
    options: { locale: language, leap1900: false, throws: false },
  };
  layouts.set(pattern, layout);
  return layout;
}

const DAY = 86_400_000;

/**
 * Cuts a serial number off to whole ticks. Example: under `h:mm:ss`, 14:05:09.7 stays 14:05:09, where numfmt
 * would round up.
 */
function cutTo(tick: number, serial: number): number {
  return (Math.floor(Math.round(serial * DAY) / tick) * tick) / DAY;
}

/**
 * The automatic format: at most ten decimals, and scientific notation for very large or very small numbers.
 */
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
