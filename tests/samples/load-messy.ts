/**
 * Loads the messy sample: the facts of pledge 1-6 as a clerk might paste them. `messy.txt` explains its own
 * notation.
 */
import { readFileSync } from 'node:fs';
import { serialOf } from '../../src/domain/date.ts';
import { createDocument, type DocumentState } from '../../src/local/host/host.ts';
import { parseA1 } from '../../src/local/workbook/a1.ts';
import type { CellContent, CellError, CellStyle, SheetState } from '../../src/local/workbook/document.ts';
import type { Rectangle } from '../../src/local/workbook/rectangle.ts';
import { day } from '../support/workbooks.ts';

const TEXT = readFileSync(new URL('messy.txt', import.meta.url), 'utf8');

/** A mobile number that belongs to nobody. It is never written out in this project. */
export const PHONE = ['010', '5550', '0199'].join('-');

const TAB = /^\[([^\d\]]+)\]$/;
const ABOVE = '^^';
const LEFT = '<<';
const DATE_STYLE: CellStyle = { numberFormat: 'yyyy. m. d' };

/** Returns a new spreadsheet for every call, since recalculating changes it. */
export function messyDocument(): DocumentState {
  const tabs = tabsOf(TEXT);
  const document = createDocument({ name: '공약장부 1-6 (붙여 넣음)', sheets: [...tabs.keys()] });
  for (const sheet of document.sheets) fill(sheet, tabs.get(sheet.name) ?? []);
  return document;
}

/** The lines of each tab, by its name. The text above the first tab only explains the notation. */
function tabsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const tabs = new Map<string, string[]>();
  let lines: string[] | null = null;
  for (const line of text.split('\n')) {
    const name = TAB.exec(line.trim())?.[1];
    if (name !== undefined) {
      lines = [];
      tabs.set(name, lines);
    } else lines?.push(line);
  }
  for (const rows of tabs.values()) while (rows.at(-1)?.trim() === '') rows.pop();
  return tabs;
}

function fill(sheet: SheetState, lines: readonly string[]): void {
  for (const directive of lines.filter((line) => line.startsWith('@filter'))) setFilter(sheet, directive);
  const rows = lines
    .filter((line) => !line.startsWith('@'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  rows.forEach((texts, row) => {
    const cells = texts.map(cellOf);
    sheet.values.push(cells.map(({ content }) => content));
    sheet.styles.push(cells.map(({ style }) => style));
    cells.forEach(({ formula }, column) => {
      if (formula !== undefined) sheet.formulas.set(`${row + 1},${column + 1}`, formula);
    });
  });
  sheet.merges.push(...mergesOf(rows));
}

/** Parses `@filter A4:H46 숨은 행 9 10`. */
function setFilter(sheet: SheetState, directive: string): void {
  const [, range = '', hidden = ''] = /^@filter (\S+) 숨은 행 ([\d ]+)$/.exec(directive) ?? [];
  const reference = parseA1(range);
  if (reference === null || reference.endRow === null || reference.endColumn === null) {
    throw new Error(`${directive} names no range`);
  }
  const { row, column, endRow, endColumn } = reference;
  sheet.filter = { row, column, rows: endRow - row + 1, columns: endColumn - column + 1 };
  sheet.rowsHiddenByFilter = new Set(hidden.split(' ').map(Number));
}

interface Cell {
  readonly content: CellContent;
  readonly style?: CellStyle;
  readonly formula?: string;
}

function cellOf(text: string): Cell {
  if (text === '' || text === ABOVE || text === LEFT) return { content: null };
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return { content: Number(text) };
  if (isErrorName(text)) return { content: { error: text } };
  const date = /^\[(\d{4}-\d\d-\d\d)\]$/.exec(text)?.[1];
  if (date !== undefined) return { content: serialOf(day(date)), style: DATE_STYLE };
  const formula = /^(=.*) → (.*)$/.exec(text);
  if (formula !== null) return { ...cellOf(formula[2] ?? ''), formula: formula[1] ?? '' };
  return { content: typedText(text) };
}

function isErrorName(text: string): text is CellError['error'] {
  return /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)$/.test(text);
}

function typedText(text: string): string {
  return text
    .replaceAll('␣', '\u00a0')
    .replaceAll('{phone}', PHONE)
    .replace(/nfd\(([^)]*)\)/g, (_, hangul: string) => hangul.normalize('NFD'));
}

/** Each `^^` and `<<` belongs to the merged block of the cell that it points to. */
function mergesOf(rows: readonly (readonly string[])[]): readonly Rectangle[] {
  const blocks = new Map<string, { row: number; column: number; endRow: number; endColumn: number }>();
  rows.forEach((cells, row) => {
    cells.forEach((text, column) => {
      if (text !== ABOVE && text !== LEFT) return;
      const first = firstOfBlock(rows, row, column);
      const key = `${first.row},${first.column}`;
      const block = blocks.get(key) ?? { ...first, endRow: first.row, endColumn: first.column };
      block.endRow = Math.max(block.endRow, row);
      block.endColumn = Math.max(block.endColumn, column);
      blocks.set(key, block);
    });
  });
  return [...blocks.values()].map(({ row, column, endRow, endColumn }) => ({
    row: row + 1,
    column: column + 1,
    rows: endRow - row + 1,
    columns: endColumn - column + 1,
  }));
}

function firstOfBlock(
  rows: readonly (readonly string[])[],
  row: number,
  column: number,
): { readonly row: number; readonly column: number } {
  const text = rows[row]?.[column];
  if (text === ABOVE) return firstOfBlock(rows, row - 1, column);
  if (text === LEFT) return firstOfBlock(rows, row, column - 1);
  return { row, column };
}
