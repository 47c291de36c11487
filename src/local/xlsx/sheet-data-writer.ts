import type { SheetState } from '../host/document.ts';
import { cellName } from './addresses.ts';
import { cellElement } from './cell-element.ts';
import { columnRuns } from './columns.ts';
import type { DateSystem } from './dates.ts';
import { contentAt, isSameCell, reachOf } from './same-cells.ts';
import { PIXELS_PER_POINT, rowStyleOf } from './sheet-reader.ts';
import type { StyleBook } from './style-book.ts';
import { type RawCell, type RawRow, rawRows } from './worksheet-rows.ts';
import { attributeIn, type Element, withAttribute } from './xml.ts';

export interface SheetDataChange {
  readonly xml: string;
  readonly sheetData: Element | undefined;
  /** The text of `<cols>`: a cell that was not in the file has the style of its column. */
  readonly cols: string;
  readonly before: SheetState;
  readonly after: SheetState;
  readonly styles: StyleBook;
  readonly dates: DateSystem;
}

/**
 * The `<sheetData>` after a change. Rows and cells that did not change keep their text, and with it everything the
 * model does not hold: rich text, protection, links to shared formulas.
 */
export function sheetDataElement(change: SheetDataChange): string {
  const rows = new Map<number, RawRow>();
  if (change.sheetData !== undefined) {
    for (const row of rawRows(change.xml, change.sheetData)) {
      rows.set(row.row, row);
    }
  }
  const writer = new SheetDataWriter(change, rows);
  const last = lastRow(change, rows);
  const texts: string[] = [];
  for (let row = 1; row <= last; row++) {
    texts.push(writer.rowText(row, rows.get(row)));
  }
  return `<sheetData>${texts.join('')}</sheetData>`;
}

function lastRow({ before, after }: SheetDataChange, rows: ReadonlyMap<number, RawRow>): number {
  let last = Math.max(reachOf(before).rows, reachOf(after).rows);
  for (const keys of [rows.keys(), after.rowHeights.keys(), after.hiddenRows]) {
    for (const row of keys) {
      last = Math.max(last, row);
    }
  }
  return last;
}

class SheetDataWriter {
  readonly #change: SheetDataChange;
  readonly #columnStyles: readonly number[];
  readonly #columns: number;
  readonly #brokenGroups: ReadonlySet<string>;

  constructor(change: SheetDataChange, rows: ReadonlyMap<number, RawRow>) {
    this.#change = change;
    this.#columns = Math.max(reachOf(change.before).columns, reachOf(change.after).columns);
    this.#columnStyles = styleNumbers(change.cols, this.#columns);
    this.#brokenGroups = this.#findBrokenGroups(rows);
  }

  rowText(row: number, raw: RawRow | undefined): string {
    const { xml, before, after } = this.#change;
    const hasSameSize =
      before.rowHeights.get(row) === after.rowHeights.get(row) &&
      before.hiddenRows.has(row) === after.hiddenRows.has(row);
    const isSame = hasSameSize && this.#isSameRow(row, raw);
    if (isSame) {
      return raw === undefined ? '' : withAddress(xml.slice(raw.start, raw.end), raw.tag, String(row));
    }
    const cells = this.#cellTexts(row, raw).join('');
    const tag = this.#rowTag(row, raw?.tag ?? '<row>', hasSameSize);
    if (cells === '' && tag === `<row r="${row}">`) {
      return '';
    }
    return cells === ''
      ? `${tag.slice(0, -1)}/>`
      : `${tag}${cells}</${/^<([\w:.-]+)/.exec(tag)?.[1] ?? 'row'}>`;
  }

  #isSameRow(row: number, raw: RawRow | undefined): boolean {
    const { before, after } = this.#change;
    for (let column = 1; column <= this.#columns; column++) {
      if (!isSameCell(before, after, row, column)) {
        return false;
      }
    }
    return raw === undefined || !raw.cells.some((cell) => this.#isInBrokenGroup(cell));
  }

  #cellTexts(row: number, raw: RawRow | undefined): string[] {
    const { xml, before, after, styles, dates } = this.#change;
    const rawCells = new Map(raw?.cells.map((cell) => [cell.column, cell]));
    const rowStyle = raw && rowStyleOf(raw.tag);
    const last = Math.max(this.#columns, ...rawCells.keys());
    const texts: string[] = [];
    for (let column = 1; column <= last; column++) {
      const cell = rawCells.get(column);
      const isSame = isSameCell(before, after, row, column);
      if (isSame && (cell === undefined || !this.#isInBrokenGroup(cell))) {
        texts.push(
          cell === undefined
            ? ''
            : withAddress(xml.slice(cell.start, cell.end), cell.tag, cellName(row, column)),
        );
        continue;
      }
      const inherited = rowStyle ?? this.#columnStyles[column - 1] ?? 0;
      const base = cell === undefined ? inherited : Number(attributeIn(cell.tag, 's') ?? 0);
      const style = after.styles[row - 1]?.[column - 1];
      const index = styles.indexOf(style, base);
      const value = dates.toFile(contentAt(after, row, column), style);
      const text = cellElement(row, column, value, after.formulas.get(`${row},${column}`), index);
      // A blank cell without a style needs saying where its row or column has one.
      texts.push(text === '' && inherited !== 0 ? `<c r="${cellName(row, column)}" s="0"/>` : text);
    }
    return texts;
  }

  #rowTag(row: number, tag: string, hasSameSize: boolean): string {
    // `spans` says how far the cells reach; it may no longer be right and nobody needs it.
    let result = withAttribute(tag.replace(/\s*\/>$/, '>'), 'spans', undefined);
    if (attributeIn(result, 'r') === undefined) {
      result = withAttribute(result, 'r', String(row));
    }
    if (hasSameSize) {
      return result;
    }
    const { before, after } = this.#change;
    const height = after.rowHeights.get(row);
    if (before.rowHeights.get(row) !== height) {
      result = withAttribute(
        result,
        'ht',
        height === undefined ? undefined : String(height / PIXELS_PER_POINT),
      );
      result = withAttribute(result, 'customHeight', height === undefined ? undefined : '1');
    }
    return withAttribute(result, 'hidden', after.hiddenRows.has(row) ? '1' : undefined);
  }

  /** A shared formula is spelled out in one cell of its group: when one cell changes, all are written out. */
  #findBrokenGroups(rows: ReadonlyMap<number, RawRow>): Set<string> {
    const broken = new Set<string>();
    for (const { cells } of rows.values()) {
      for (const cell of cells) {
        const group = this.#groupOf(cell);
        if (
          group !== undefined &&
          !isSameCell(this.#change.before, this.#change.after, cell.row, cell.column)
        ) {
          broken.add(group);
        }
      }
    }
    return broken;
  }

  #isInBrokenGroup(cell: RawCell): boolean {
    return this.#brokenGroups.size > 0 && this.#brokenGroups.has(this.#groupOf(cell) ?? '');
  }

  #groupOf(cell: RawCell): string | undefined {
    if (!this.#change.before.formulas.has(`${cell.row},${cell.column}`)) {
      return undefined;
    }
    const tag =
      /<(?:[\w.-]+:)?f\b[^>]*>/.exec(this.#change.xml.slice(cell.contentStart, cell.contentEnd))?.[0] ?? '';
    return attributeIn(tag, 't') === 'shared' ? attributeIn(tag, 'si') : undefined;
  }
}

/** Rows and cells may leave out their address where they follow each other; ours may stand apart. */
function withAddress(text: string, tag: string, address: string): string {
  return attributeIn(tag, 'r') === undefined
    ? withAttribute(tag, 'r', address) + text.slice(tag.length)
    : text;
}

function styleNumbers(cols: string, columns: number): number[] {
  const numbers = Array.from({ length: columns }, () => 0);
  for (const { first, last, attributes } of columnRuns(cols)) {
    numbers.fill(Number(attributes.get('style') ?? 0), first - 1, Math.min(last, columns));
  }
  return numbers;
}
