/** What a cell of a file holds: its value by the type that it states, its formula, and dates of the other system. */
import type { CellContent, CellError, CellStyle } from '../../workbook/document.ts';
import { movedFormula } from '../../workbook/formula-tokens.ts';
import { type Element, isTrue } from '../package/xml.ts';
import { isDatePattern } from '../styles/number-formats.ts';
import { flatText, unescapeCharacters } from './cell-text.ts';
import { sheetsFormula } from './formula-text.ts';

/** As the file has it: a date of the 1904 system is still a number of that system here. */
interface RawContent {
  readonly value: CellContent;
  readonly formula: string | null;
}

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Sheets has an error that Excel does not know. */
const UNKNOWN_ERROR: CellError = { error: '#ERROR!' };
const NUMBER_ERROR: CellError = { error: '#NUM!' };
const ERRORS: ReadonlyMap<string, CellError> = new Map(
  (['#REF!', '#N/A', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!'] as const).map((error) => [
    error,
    { error },
  ]),
);

/** Reads the cells of one sheet, from first to last: a shared formula is spelled out only where it first stands. */
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
    // A formula that gives an empty text is not a blank cell.
    if (formula !== null && value === null && type === 'str') value = '';
    return { value, formula };
  }

  #valueOf(type: string, text: string): CellContent {
    switch (type) {
      case 's':
        return this.#strings[Number(text)] || null;
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
    // `cm` marks a dynamic array: Excel shows that formula plainly and spills it by itself, as Sheets does.
    return sheetsFormula(text, t === 'array' && !isDynamic);
  }
}

const DAY = 86_400_000;

/** Strict files may hold dates as ISO texts. */
function serialOf(text: string): CellContent {
  const time = Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : text.includes('T') ? `${text}Z` : text);
  return Number.isNaN(time) ? text : (time - Date.UTC(1899, 11, 30)) / DAY;
}

/** Workbooks that began on an old Mac count days from 1904-01-01: 1462 fewer than everybody else. */
export const DAYS_UNTIL_1904 = 1462;

/** The content of a cell with that style, moved by so many days where it is a date: from a workbook's day one to ours, or back. */
export function movedDate(value: CellContent, style: CellStyle | undefined, days: number): CellContent {
  if (days === 0 || typeof value !== 'number') return value;
  const pattern = style?.numberFormat ?? 'General';
  // A duration (`[h]:mm`) or a time alone is not counted from any day.
  const showsDate = isDatePattern(pattern) && /[yd]/i.test(pattern.replace(/"[^"]*"|\[[^\]]*\]/g, ''));
  return showsDate ? value + days : value;
}
