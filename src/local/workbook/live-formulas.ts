/** Computes the few formulas whose results are kept up to date. */
import { type A1Reference, rectangleOf } from './a1.ts';
import type { CellContent, CellError, DocumentState, SheetState } from './document.ts';
import {
  type Condition,
  type Count,
  type CountedRows,
  type LiveFormula,
  parseLiveFormula,
} from './formula-parser.ts';
import { cellKey, changedStyle, contentAt, setContent, setStyle, styleAt } from './grid.ts';
import { contains, type Rectangle } from './rectangle.ts';
import { dateFormatsOf } from './typed-input.ts';

/** The sheets, by id, whose cells a change may have changed. */
export type Changed = 'every sheet' | 'no cells' | ReadonlySet<number>;

interface LiveCell {
  readonly sheet: SheetState;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly formula: LiveFormula;
  /** Names of the sheets that it reads, in lower case. */
  readonly reads: ReadonlySet<string>;
  /** The last result; undefined before the first one. */
  result: CellContent | undefined;
}

const REFERENCE_ERROR: CellError = { error: '#REF!' };

/**
 * The results of the formulas that {@link parseLiveFormula} accepts. Recomputes only what a change may
 * affect, so flushing a small tab does not recount a long one.
 */
export class LiveFormulas {
  readonly #document: DocumentState;
  #cells: LiveCell[] = [];

  constructor(document: DocumentState) {
    this.#document = document;
  }

  /** Updates all results after a change. */
  update(changed: Changed): void {
    if (changed === 'no cells') return;
    const { sheets } = this.#document;
    const changedSheets = changed === 'every sheet' ? sheets : sheets.filter(({ id }) => changed.has(id));
    const known = new Map(
      changed === 'every sheet' ? [] : this.#cells.map((cell) => [placeOf(cell), cell] as const),
    );
    const rest = this.#cells.filter(({ sheet }) => !changedSheets.includes(sheet));
    const found = changedSheets.flatMap((sheet) => liveCellsOf(sheet, known));
    this.#cells = changed === 'every sheet' ? found : [...rest, ...found];
    if (this.#cells.length === 0) return;
    new Computation(this.#document, this.#cells, changedSheets).run();
  }
}

/** Updates the live formulas of a document that was changed directly. */
export function recalculate(document: DocumentState): void {
  new LiveFormulas(document).update('every sheet');
}

function placeOf({ sheet, row, column }: Pick<LiveCell, 'sheet' | 'row' | 'column'>): string {
  return `${sheet.id}:${row},${column}`;
}

function liveCellsOf(sheet: SheetState, known: ReadonlyMap<string, LiveCell>): LiveCell[] {
  const cells: LiveCell[] = [];
  for (const [key, text] of sheet.formulas) {
    const before = known.get(`${sheet.id}:${key}`);
    const formula = before?.text === text ? before.formula : parseLiveFormula(text);
    if (formula !== null) {
      const [row = 0, column = 0] = key.split(',').map(Number);
      const reads = new Set(formula.references.map(({ sheet: name }) => folded(name ?? sheet.name)));
      const result = before?.text === text && before.sheet === sheet ? before.result : undefined;
      cells.push({ sheet, row, column, text, formula, reads, result });
    }
  }
  return cells;
}

/** Sheet names are compared ignoring case. */
function folded(name: string): string {
  return name.toLowerCase();
}

/** One round of recomputing. */
class Computation {
  readonly #locale: string;
  readonly #cells: readonly LiveCell[];
  readonly #sheets: ReadonlyMap<string, SheetState>;
  readonly #places: ReadonlyMap<string, LiveCell>;
  readonly #waiting: Set<LiveCell>;
  readonly #running = new Set<LiveCell>();

  constructor({ sheets, locale }: DocumentState, cells: readonly LiveCell[], changed: readonly SheetState[]) {
    this.#locale = locale;
    this.#cells = cells;
    this.#sheets = new Map(sheets.map((sheet) => [folded(sheet.name), sheet]));
    this.#places = new Map(cells.map((cell) => [placeOf(cell), cell]));
    this.#waiting = outdated(cells, changed);
  }

  run(): void {
    for (const cell of this.#waiting) this.#settle(cell);
    for (const cell of this.#cells) show(cell);
  }

  /** Computes the result of a cell, after the cells that it reads. */
  #settle(cell: LiveCell): void {
    if (!this.#waiting.has(cell)) return;
    if (this.#running.has(cell)) {
      // Sheets shows #REF! and says "Circular dependency detected".
      cell.result = REFERENCE_ERROR;
      this.#waiting.delete(cell);
      show(cell);
      return;
    }
    this.#running.add(cell);
    const result = this.#resultOf(cell);
    // The cell is no longer waiting if it turned out to be circular.
    if (this.#waiting.delete(cell)) cell.result = result;
    this.#running.delete(cell);
    show(cell);
  }

  #resultOf(cell: LiveCell): CellContent {
    return cell.formula.result({
      content: (reference, takesFormat) => this.#contentOf(reference, takesFormat, cell),
      takeDateFormat: () => takeFormat(cell, dateFormatsOf(this.#locale).date),
      numbers: (ranges, rows) => this.#numbers(ranges, rows, cell),
      filled: (ranges, visibleOnly) => this.#filled(ranges, visibleOnly, cell),
      matching: (conditions) => this.#matching(conditions, cell),
    });
  }

  /**
   * The content of the one cell of a reference: null if it is blank, undefined if its formula has no known
   * result. A cell with the general format may take the number format of the cell it reads, so that a date
   * stays a date.
   */
  #contentOf(reference: A1Reference, takesFormat: boolean, cell: LiveCell): CellContent | undefined {
    const sheet = this.#sheetOf(reference, cell);
    if (sheet === undefined) return REFERENCE_ERROR;
    const { row, column } = reference;
    const read = this.#places.get(placeOf({ sheet, row, column }));
    if (read !== undefined) this.#settle(read);
    const content = contentAt(sheet, row, column);
    const { numberFormat } = styleAt(sheet, row, column);
    if (takesFormat && typeof content === 'number') takeFormat(cell, numberFormat);
    return content === null && sheet.formulas.has(cellKey(row, column)) ? undefined : content;
  }

  /** The numbers and errors in ranges. SUBTOTAL also leaves out cells that contain SUBTOTAL. */
  #numbers(
    ranges: readonly A1Reference[],
    counted: CountedRows,
    cell: LiveCell,
  ): readonly (number | CellError)[] | null {
    const numbers: (number | CellError)[] = [];
    for (const range of ranges) {
      const sheet = this.#settledSheet(range, cell);
      if (sheet === undefined) return [REFERENCE_ERROR];
      const { hiddenRows, rowsHiddenByFilter, formulas } = sheet;
      const { row, column, rows, columns } = rectangleOf(range, sheet);
      const last = Math.min(row + rows - 1, lastRowOf(sheet));
      for (let at = row; at <= last; at += 1) {
        if (counted !== 'all' && rowsHiddenByFilter?.has(at) === true) continue;
        if (counted === 'visible' && hiddenRows.has(at)) continue;
        for (let across = column; across < column + columns; across += 1) {
          const content = sheet.values[at - 1]?.[across - 1] ?? null;
          const formula = formulas.size === 0 ? undefined : formulas.get(cellKey(at, across));
          if (content === null && formula !== undefined) return null;
          if (counted !== 'all' && formula !== undefined && /\bSUBTOTAL\(/i.test(formula)) continue;
          if (typeof content === 'number' || (typeof content === 'object' && content !== null)) {
            numbers.push(content);
          }
        }
      }
    }
    return numbers;
  }

  /**
   * COUNTA counts all cells that are not blank, even if a formula gives an empty text
   * (https://support.google.com/docs/answer/3093991). SUBTOTAL(103) does the same, but skips rows hidden by a
   * filter or a person, and cells that contain SUBTOTAL (https://support.google.com/docs/answer/3093649).
   */
  #filled(ranges: readonly A1Reference[], visibleOnly: boolean, cell: LiveCell): Count {
    let count = 0;
    for (const range of ranges) {
      const sheet = this.#settledSheet(range, cell);
      if (sheet === undefined) return REFERENCE_ERROR;
      const { hiddenRows, rowsHiddenByFilter, formulas } = sheet;
      const { row, column, rows, columns } = rectangleOf(range, sheet);
      const last = Math.min(row + rows - 1, lastRowOf(sheet));
      for (let at = row; at <= last; at += 1) {
        if (visibleOnly && (hiddenRows.has(at) || rowsHiddenByFilter?.has(at) === true)) continue;
        const contents = sheet.values[at - 1];
        for (let across = column; across < column + columns; across += 1) {
          const isEmpty = (contents?.[across - 1] ?? null) === null;
          if (isEmpty && formulas.size === 0) continue;
          const formula = formulas.size === 0 ? undefined : formulas.get(cellKey(at, across));
          const isSkipped = visibleOnly && formula !== undefined && /\bSUBTOTAL\(/i.test(formula);
          if ((!isEmpty || formula !== undefined) && !isSkipped) count += 1;
        }
      }
    }
    return count;
  }

  /**
   * COUNTIFS: counts the positions where every range meets its criterion. The ranges must have the same size.
   */
  #matching(conditions: readonly Condition[], cell: LiveCell): Count {
    const parts: { values: SheetState['values']; rectangle: Rectangle; holds: Condition['holds'] }[] = [];
    for (const { range, holds } of conditions) {
      const sheet = this.#settledSheet(range, cell);
      if (sheet === undefined) return REFERENCE_ERROR;
      parts.push({ values: sheet.values, rectangle: rectangleOf(range, sheet), holds });
    }
    const [first] = parts;
    if (first === undefined) return 0;
    const { rows, columns } = first.rectangle;
    if (parts.some(({ rectangle }) => rectangle.rows !== rows || rectangle.columns !== columns)) {
      return { error: '#VALUE!' };
    }
    // A blank cell meets no criterion, so rows below the last value of any range are skipped.
    const reach = Math.min(rows, ...parts.map(({ values, rectangle }) => values.length - rectangle.row + 1));
    let count = 0;
    for (let down = 0; down < reach; down += 1) {
      for (let right = 0; right < columns; right += 1) {
        const holds = parts.every(({ values, rectangle, holds }) =>
          holds(values[rectangle.row - 1 + down]?.[rectangle.column - 1 + right] ?? null),
        );
        if (holds) count += 1;
      }
    }
    return count;
  }

  #sheetOf({ sheet: name }: A1Reference, cell: LiveCell): SheetState | undefined {
    return name === null ? cell.sheet : this.#sheets.get(folded(name));
  }

  /** The sheet of a range, after the live formulas in that range are computed. */
  #settledSheet(range: A1Reference, cell: LiveCell): SheetState | undefined {
    const sheet = this.#sheetOf(range, cell);
    if (sheet === undefined) return undefined;
    const rectangle = rectangleOf(range, sheet);
    for (const other of this.#waiting) {
      const { row, column } = other;
      if (other.sheet === sheet && contains(rectangle, { row, column, rows: 1, columns: 1 })) {
        this.#settle(other);
      }
    }
    return sheet;
  }
}

/** Gives a cell with the general format another one. */
function takeFormat({ sheet, row, column }: LiveCell, numberFormat: string): void {
  const own = styleAt(sheet, row, column);
  if (own.numberFormat !== 'General' || numberFormat === 'General') return;
  setStyle(sheet, row, column, changedStyle(own, { numberFormat }));
}

/** The cells without a result, and those that read a changed sheet directly or through other cells. */
function outdated(cells: readonly LiveCell[], changed: readonly SheetState[]): Set<LiveCell> {
  const names = new Set(changed.map(({ name }) => folded(name)));
  const result = new Set(cells.filter(({ result }) => result === undefined));
  for (const { sheet } of result) names.add(folded(sheet.name));
  for (let before = -1; before < names.size; ) {
    before = names.size;
    for (const cell of cells) {
      if ([...cell.reads].some((name) => names.has(name))) {
        result.add(cell);
        names.add(folded(cell.sheet.name));
      }
    }
  }
  return result;
}

function lastRowOf({ values, formulas }: SheetState): number {
  let last = values.length;
  for (const key of formulas.keys()) last = Math.max(last, Number.parseInt(key, 10));
  return last;
}

/**
 * Writes a result. One that differs by less than a computer's rounding stays as another program computed it.
 */
function show({ sheet, row, column, result = null }: LiveCell): void {
  const before = contentAt(sheet, row, column);
  if (before === result) return;
  const bothNumbers = typeof before === 'number' && typeof result === 'number';
  if (bothNumbers && Math.abs(before - result) <= Math.abs(result) * 1e-13) return;
  setContent(sheet, row, column, result);
}
