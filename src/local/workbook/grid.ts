/** Reads, writes and styles the cells of a sheet. */
import type { CellContent, CellStyle, SheetState } from './document.ts';
import type { Rectangle } from './rectangle.ts';

/** The style of a cell that has none of its own. */
export const PLAIN_STYLE: CellStyle = { numberFormat: 'General' };

/** A change to a style. A property set to undefined is removed. */
export type StyleChange = { readonly [Name in keyof CellStyle]?: CellStyle[Name] | undefined };

/** The key of a cell in the maps of a sheet, for example `3,2` for B3. */
export function cellKey(row: number, column: number): string {
  return `${row},${column}`;
}

export function contentAt(sheet: SheetState, row: number, column: number): CellContent {
  return sheet.values[row - 1]?.[column - 1] ?? null;
}

export function styleAt(sheet: SheetState, row: number, column: number): CellStyle {
  return sheet.styles[row - 1]?.[column - 1] ?? PLAIN_STYLE;
}

/** Sets the content of a cell and removes its link, which belonged to the old content. */
export function setContent(sheet: SheetState, row: number, column: number, content: CellContent): void {
  if (sheet.links !== undefined && sheet.links.size > 0) sheet.links.delete(cellKey(row, column));
  if (content === null && (sheet.values[row - 1]?.length ?? 0) < column) return;
  rowOf(sheet.values, row, column, null)[column - 1] = content;
}

export function setStyle(sheet: SheetState, row: number, column: number, style: CellStyle | undefined): void {
  if (style === undefined && (sheet.styles[row - 1]?.length ?? 0) < column) return;
  rowOf(sheet.styles, row, column, undefined)[column - 1] = style;
}

/** Calls `visit` for each cell, row by row, with its place on the sheet and its offset in the rectangle. */
export function forEachCell(
  { row, column, rows, columns }: Rectangle,
  visit: (row: number, column: number, rowOffset: number, columnOffset: number) => void,
): void {
  for (let rowOffset = 0; rowOffset < rows; rowOffset += 1) {
    for (let columnOffset = 0; columnOffset < columns; columnOffset += 1) {
      visit(row + rowOffset, column + columnOffset, rowOffset, columnOffset);
    }
  }
}

/** Returns the style with the change applied. A property set to undefined is removed. */
export function changedStyle(style: CellStyle, change: StyleChange): CellStyle {
  const changed: StyleChange = { ...style, ...change };
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) Reflect.deleteProperty(changed, name);
  }
  if (!isWhole(changed)) throw new Error('a style always has a number format');
  return changed;
}

function isWhole(style: StyleChange): style is CellStyle {
  return Object.values(style).every((value) => value !== undefined) && style.numberFormat !== undefined;
}

/**
 * Changes styles of cells. Cells that shared a style and get the same change share the new style. A cell that
 * already looks that way is left alone, so a cell without a style stays without one.
 */
export class SharedStyles {
  readonly #sheet: SheetState;
  readonly #changed = new Map<unknown, Map<CellStyle, CellStyle>>();
  /** The last change. Neighbouring cells mostly look the same and get the same change. */
  #last: { readonly style: CellStyle; readonly way: unknown; readonly changed: CellStyle } | null = null;

  constructor(sheet: SheetState) {
    this.#sheet = sheet;
  }

  /** @param way identifies the change: equal for equal changes */
  change(row: number, column: number, way: unknown, make: (style: CellStyle) => StyleChange): void {
    const style = styleAt(this.#sheet, row, column);
    if (this.#last?.style !== style || this.#last.way !== way) {
      this.#last = { style, way, changed: this.#changedBy(style, way, make) };
    }
    const { changed } = this.#last;
    if (changed !== style) setStyle(this.#sheet, row, column, changed);
  }

  #changedBy(style: CellStyle, way: unknown, make: (style: CellStyle) => StyleChange): CellStyle {
    let styles = this.#changed.get(way);
    if (styles === undefined) {
      styles = new Map();
      this.#changed.set(way, styles);
    }
    let changed = styles.get(style);
    if (changed === undefined) {
      const change = make(style);
      changed = hasAlready(style, change) ? style : changedStyle(style, change);
      styles.set(style, changed);
    }
    return changed;
  }
}

function hasAlready(style: CellStyle, change: StyleChange): boolean {
  return Object.entries(change).every(([name, value]) => Reflect.get(style, name) === value);
}

/** Applies a change of style to every cell of a rectangle. */
export function restyle(sheet: SheetState, rectangle: Rectangle, change: StyleChange): void {
  const shared = new SharedStyles(sheet);
  forEachCell(rectangle, (row, column) => shared.change(row, column, change, () => change));
}

/** The last row and the last column with content or a formula; 0 on an empty sheet. */
export function usedSize(sheet: SheetState): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  sheet.values.forEach((cells, index) => {
    const last = cells.findLastIndex((content) => content !== null);
    if (last >= 0) {
      rows = index + 1;
      columns = Math.max(columns, last + 1);
    }
  });
  for (const key of sheet.formulas.keys()) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
  }
  return { rows, columns };
}

/** Removes content and formulas. Formats stay. */
export function eraseContent(sheet: SheetState, rectangle: Rectangle): void {
  const hasFormulas = sheet.formulas.size > 0;
  forEachCell(rectangle, (row, column) => {
    setContent(sheet, row, column, null);
    if (hasFormulas) sheet.formulas.delete(cellKey(row, column));
  });
}

/** Removes formats. Content stays. */
export function eraseStyle(sheet: SheetState, rectangle: Rectangle): void {
  forEachCell(rectangle, (row, column) => setStyle(sheet, row, column, undefined));
}

function rowOf<Cell>(rows: Cell[][], row: number, column: number, empty: Cell): Cell[] {
  while (rows.length < row) rows.push([]);
  const cells = rows[row - 1] ?? [];
  rows[row - 1] = cells;
  while (cells.length < column) cells.push(empty);
  return cells;
}
