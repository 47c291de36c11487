/**
 * Reads the content of a cell in a file: its value by declared type, its formula, and dates of the 1904
 * system.
 */
import type { CellContent, CellError, CellStyle } from '../../workbook/document.ts';
import { movedFormula } from '../../workbook/formula-tokens.ts';
import { type Element, isTrue } from '../package/xml.ts';
import { isDatePattern } from '../styles/number-formats.ts';
import { flatText, unescapeCharacters } from './cell-text.ts';
import { sheetsFormula } from './formula-text.ts';

/** Content as in the file. A date of the 1904 system is still a number of that system. */
interface RawContent {
  readonly value: CellContent;
  readonly formula: string | null;
}

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The error of Sheets that Excel does not know. It replaces unknown errors of a file. */
const UNKNOWN_ERROR: CellError = { error: '#ERROR!' };
const NUMBER_ERROR: CellError = { error: '#NUM!' };
const ERRORS: ReadonlyMap<string, CellError> = new Map(
  (['#REF!', '#N/A', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!'] as const).map((error) => [
    error,
    { error },
  ]),
);

/** Reads the cells of one sheet, in order. Only the first cell of a shared formula holds its text. */
export class CellReader {
  readonly #strings: readonly string[];
  readonly #sharedFormulas = new Map<string, SharedFormula>();

  constructor(strings: readonly string[]) {
    this.#strings = strings;
  }

  contentOf(cell: Element, row: number, column: number): RawContent {
    const type = cell.attributes.t ?? 'n';
    let value: CellContent = null;
    let formula: string | null = null;
    for (const child of cell.children) {
      if (child.name === 'v') value = this.#valueOf(type, child.text);
      if (child.name === 'is') value = flatText(child) || null;
      if (child.name !== 'f') continue;
      const isDynamic = cell.attributes.cm !== undefined;
      formula = this.#formulaOf(child, { row, column, text: child.text }, isDynamic);
    }
    // A formula whose result is an empty text is not a blank cell.
    if (formula !== null && value === null && type === 'str') value = '';
    return { value, formula };
  }

  #valueOf(type: string, text: string): CellContent {
    switch (type) {
      case 's':
        // A text that the file has lost is not a blank cell.
        return (this.#strings[Number(text)] ?? UNKNOWN_ERROR) || null;
      case 'str':
      case 'inlineStr':
        return unescapeCharacters(text) || null;
      case 'b':
        return isTrue(text.trim());
      case 'e':
        return ERRORS.get(text) ?? UNKNOWN_ERROR;
      case 'd':
        return serialOf(text);
      default: {
        const number = Number(text);
        if (text.trim() === '') return null;
        return Number.isFinite(number) ? number : NUMBER_ERROR;
      }
    }
  }

  #formulaOf({ attributes: { t, si = '' } }: Element, own: SharedFormula, isDynamic: boolean): string | null {
    const { row, column, text } = own;
    if (t === 'shared') {
      const first = text === '' ? this.#sharedFormulas.get(si) : own;
      if (first === undefined) return null;
      this.#sharedFormulas.set(si, first);
      return sheetsFormula(movedFormula(first.text, row - first.row, column - first.column), false);
    }
    if (text === '' || t === 'dataTable') return null;
    // `cm` marks a dynamic array. Excel shows such a formula plainly and spills it by itself, as Sheets does.
    return sheetsFormula(text, t === 'array' && !isDynamic);
  }
}

const DAY = 86_400_000;

/** The serial number of an ISO date; strict files may hold those. A text that is no date stays a text. */
function serialOf(text: string): CellContent {
  const time = Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : text.includes('T') ? `${text}Z` : text);
  return Number.isNaN(time) ? text : (time - Date.UTC(1899, 11, 30)) / DAY;
}

/**
 * Days between the date systems: files from old Macs count from 1904-01-01, so their numbers are 1462 lower.
 */
export const DAYS_UNTIL_1904 = 1462;

/** Moves a date by a number of days, between the file's date system and ours. Other content stays. */
export function movedDate(value: CellContent, style: CellStyle | undefined, days: number): CellContent {
  if (days === 0 || typeof value !== 'number') return value;
  const pattern = style?.numberFormat ?? 'General';
  // A duration (`[h]:mm`) or a time without a date does not depend on the date system.
  const showsDate = isDatePattern(pattern) && /[yd]/i.test(pattern.replace(/"[^"]*"|\[[^\]]*\]/g, ''));
  return showsDate ? value + days : value;
}
