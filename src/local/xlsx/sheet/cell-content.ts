import type { CellContent, CellError } from '../../workbook/document.ts';
import { movedFormula } from '../../workbook/formula-tokens.ts';
import { type Element, isTrue } from '../package/xml.ts';
import { flatText, unescapeCharacters } from './cell-text.ts';
import { sheetsFormula } from './formula-text.ts';

/** What a cell holds, as the file has it: a date of the 1904 system is still a number of that system here. */
export interface RawContent {
  readonly value: CellContent;
  readonly formula?: string;
}

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const ERRORS: Record<CellError['error'], CellError> = {
  '#REF!': { error: '#REF!' },
  '#N/A': { error: '#N/A' },
  '#VALUE!': { error: '#VALUE!' },
  '#DIV/0!': { error: '#DIV/0!' },
  '#NAME?': { error: '#NAME?' },
  '#NUM!': { error: '#NUM!' },
  '#NULL!': { error: '#NULL!' },
  '#ERROR!': { error: '#ERROR!' },
};

function isErrorName(text: string): text is CellError['error'] {
  return Object.hasOwn(ERRORS, text);
}

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
    let formula: string | undefined;
    for (const child of cell.children) {
      if (child.name === 'v') {
        value = this.#valueOf(type, child.text);
      } else if (child.name === 'is') {
        value = blankIfEmpty(flatText(child));
      } else if (child.name === 'f') {
        const isDynamic = cell.attributes.cm !== undefined;
        formula = this.#formulaOf(child, { row, column, text: child.text }, isDynamic);
      }
    }
    if (formula === undefined) return { value };
    // A formula that gives an empty text is not a blank cell.
    return { value: value === null && type === 'str' ? '' : value, formula };
  }

  #valueOf(type: string, text: string): CellContent {
    switch (type) {
      case 's':
        return blankIfEmpty(this.#strings[Number(text)] ?? '');
      case 'str':
      case 'inlineStr':
        return blankIfEmpty(unescapeCharacters(text));
      case 'b':
        return isTrue(text.trim());
      case 'e':
        return isErrorName(text) ? ERRORS[text] : ERRORS['#ERROR!'];
      case 'd':
        return serialOf(text);
      default: {
        const number = Number(text);
        return text.trim() === '' ? null : Number.isFinite(number) ? number : ERRORS['#NUM!'];
      }
    }
  }

  #formulaOf(
    { attributes: { t, si = '' } }: Element,
    own: SharedFormula,
    isDynamic: boolean,
  ): string | undefined {
    const { row, column, text } = own;
    if (t === 'shared') {
      const first = text === '' ? this.#sharedFormulas.get(si) : own;
      if (first === undefined) return undefined;
      this.#sharedFormulas.set(si, first);
      return sheetsFormula(movedFormula(first.text, row - first.row, column - first.column), false);
    }
    if (text === '' || t === 'dataTable') return undefined;
    // `cm` marks a dynamic array: Excel shows that formula plainly and spills it by itself, as Sheets does.
    return sheetsFormula(text, t === 'array' && !isDynamic);
  }
}

function blankIfEmpty(text: string): string | null {
  return text === '' ? null : text;
}

const DAY = 86_400_000;

/** Strict files may hold dates as ISO texts. */
function serialOf(text: string): CellContent {
  const time = Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : text.includes('T') ? `${text}Z` : text);
  return Number.isNaN(time) ? text : (time - Date.UTC(1899, 11, 30)) / DAY;
}
