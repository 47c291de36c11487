import type { CellContent, CellError } from '../host/document.ts';
import { flatText, unescapeCharacters } from './cell-text.ts';
import { movedFormula, sheetsFormula } from './formula-text.ts';
import type { RawCell } from './worksheet-rows.ts';
import { attributeIn, childrenOf, isTrue, textOf } from './xml.ts';

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
  readonly #xml: string;
  readonly #strings: readonly string[];
  readonly #sharedFormulas = new Map<string, SharedFormula>();

  constructor(xml: string, strings: readonly string[]) {
    this.#xml = xml;
    this.#strings = strings;
  }

  contentOf(cell: RawCell): RawContent {
    if (cell.contentStart === cell.end) {
      return { value: null };
    }
    const content = this.#xml.slice(cell.contentStart, cell.contentEnd);
    const type = attributeIn(cell.tag, 't') ?? 'n';
    // Nearly every cell is one <v>.
    if (content.startsWith('<v>') && content.indexOf('<', 3) === content.length - 4) {
      return { value: this.#valueOf(type, content.slice(3, -4)) };
    }
    let value: CellContent = null;
    let formula: string | undefined;
    for (const child of childrenOf(content)) {
      if (child.name === 'v') {
        value = this.#valueOf(type, content.slice(child.contentStart, child.contentEnd));
      } else if (child.name === 'is') {
        value = blankIfEmpty(flatText(content, child.contentStart, child.contentEnd));
      } else if (child.name === 'f') {
        const tag = content.slice(child.start, child.contentStart);
        formula = this.#formulaOf(cell, tag, textOf(content.slice(child.contentStart, child.contentEnd)));
      }
    }
    if (formula === undefined) {
      return { value };
    }
    // A formula that gives an empty text is not a blank cell.
    return { value: value === null && type === 'str' ? '' : value, formula };
  }

  #valueOf(type: string, raw: string): CellContent {
    if (type === 's') {
      return blankIfEmpty(this.#strings[Number(raw)] ?? '');
    }
    const text = textOf(raw);
    switch (type) {
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

  #formulaOf(cell: RawCell, tag: string, text: string): string | undefined {
    const type = attributeIn(tag, 't') ?? 'normal';
    if (type === 'shared') {
      const group = attributeIn(tag, 'si') ?? '';
      if (text !== '') {
        this.#sharedFormulas.set(group, { row: cell.row, column: cell.column, text });
        return sheetsFormula(text, false);
      }
      const first = this.#sharedFormulas.get(group);
      return first === undefined
        ? undefined
        : sheetsFormula(movedFormula(first.text, cell.row - first.row, cell.column - first.column), false);
    }
    if (text === '' || type === 'dataTable') {
      return undefined;
    }
    // `cm` marks a dynamic array: Excel shows that formula plainly and spills it by itself, as Sheets does.
    return sheetsFormula(text, type === 'array' && attributeIn(cell.tag, 'cm') === undefined);
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
