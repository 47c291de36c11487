/** Writes typed text as Sheets does, with undo (Ctrl+Z) and redo (Ctrl+Y). */
import { isDeepStrictEqual } from 'node:util';
import { isUnknownFormula, writeBlock } from '../../host/cell-values.ts';
import { recalculate } from '../../host/host.ts';
import type { CellContent, CellStyle, DocumentState, SheetState } from '../../workbook/document.ts';
import { cellKey, contentAt, setContent, setStyle } from '../../workbook/grid.ts';
import { dateFormatsOf } from '../../workbook/typed-input.ts';
import { wallClockOf, zoneNamed } from '../../workbook/zone.ts';
import { editedText } from './cell-view.ts';

/** Row and column from 1, and the typed text. */
export type TypedCell = readonly [number, number, string];

/** The edited cells of a sheet, before and after the edit. */
interface Edit {
  readonly sheet: number;
  readonly before: readonly KeptCell[];
  readonly after: readonly KeptCell[];
}

interface KeptCell {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  readonly style: CellStyle | undefined;
  readonly formula: string | null;
  readonly link: string | null;
}

/** Result of an undo or redo. `changed`: the cells have been written to since, so nothing is undone. */
export type UndoResult =
  | { readonly sheet: SheetState; readonly cells: readonly KeptCell[] }
  | 'nothing'
  | 'changed';

export class Edits {
  readonly #document: DocumentState;
  readonly #now: () => Date;
  readonly #done: Edit[] = [];
  readonly #undone: Edit[] = [];

  constructor(document: DocumentState, now: () => Date) {
    this.#document = document;
    this.#now = now;
  }

  /** The cells that are inside the sheet and would change. */
  changesOf(sheet: SheetState, cells: readonly TypedCell[]): readonly TypedCell[] {
    return cells.filter(
      ([row, column, text]) =>
        row >= 1 &&
        row <= sheet.maxRows &&
        column >= 1 &&
        column <= sheet.maxColumns &&
        text !== editedText(this.#document, sheet, row, column),
    );
  }

  /** Writes the cells. Returns those whose formula nothing here computes. */
  write(sheet: SheetState, cells: readonly TypedCell[]): readonly TypedCell[] {
    const { locale, timeZone } = this.#document;
    const zone = zoneNamed(timeZone);
    const year = new Date(wallClockOf(zone.serialOf(this.#now().getTime()))).getUTCFullYear();
    const context = { locale, year, zone, dates: dateFormatsOf(locale), byScript: false };
    const keep = () => cells.map(([row, column]) => keptCell(sheet, row, column));
    const before = keep();
    for (const [row, column, text] of cells) {
      sheet.links?.delete(cellKey(row, column));
      writeBlock(sheet, { row, column, rows: 1, columns: 1 }, () => text, context);
    }
    this.#done.push({ sheet: sheet.id, before, after: keep() });
    this.#undone.length = 0;
    recalculate(this.#document);
    return cells.filter(([row, column]) => isUnknownFormula(sheet, row, column));
  }

  /** Undoes the last edit. */
  undo(): UndoResult {
    return this.#swap(this.#done, this.#undone, 'after', 'before');
  }

  /** Redoes the last undone edit. */
  redo(): UndoResult {
    return this.#swap(this.#undone, this.#done, 'before', 'after');
  }

  #swap(from: Edit[], to: Edit[], present: 'before' | 'after', wanted: 'before' | 'after'): UndoResult {
    const edit = from.pop();
    if (edit === undefined) return 'nothing';
    const sheet = this.#document.sheets.find(({ id }) => id === edit.sheet);
    if (sheet === undefined || !edit[present].every((cell) => isUnchanged(sheet, cell))) return 'changed';
    for (const cell of edit[wanted]) restore(sheet, cell);
    to.push(edit);
    recalculate(this.#document);
    return { sheet, cells: edit[wanted] };
  }
}

function keptCell(sheet: SheetState, row: number, column: number): KeptCell {
  const key = cellKey(row, column);
  return {
    row,
    column,
    content: contentAt(sheet, row, column),
    style: sheet.styles[row - 1]?.[column - 1],
    formula: sheet.formulas.get(key) ?? null,
    link: sheet.links?.get(key) ?? null,
  };
}

/** Whether a cell is unchanged since the edit. A formula's result may have changed. */
function isUnchanged(sheet: SheetState, cell: KeptCell): boolean {
  const now = keptCell(sheet, cell.row, cell.column);
  return now.formula === null
    ? isDeepStrictEqual(now, cell)
    : now.formula === cell.formula && now.link === cell.link;
}

function restore(sheet: SheetState, { row, column, content, style, formula, link }: KeptCell): void {
  const key = cellKey(row, column);
  setContent(sheet, row, column, content);
  setStyle(sheet, row, column, style);
  if (formula === null) sheet.formulas.delete(key);
  else sheet.formulas.set(key, formula);
  if (link === null) sheet.links?.delete(key);
  else sheet.links?.set(key, link);
}
