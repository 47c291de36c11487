/** Writes the cells of a changed worksheet. */
import { columnLetters } from '../../workbook/a1.ts';
import type { CellContent, SheetState } from '../../workbook/document.ts';
import { UnwritableWorkbook } from '../package/failures.ts';
import { type Element, elementText, outerText, parseXml } from '../package/xml.ts';
import type { StyleBook } from '../styles/style-book.ts';
import { movedDate } from './cell-content.ts';
import { cellText } from './cell-text.ts';
import { columnRuns } from './columns.ts';
import { excelFormula } from './formula-text.ts';
import { placeOf } from './references.ts';
import { contentAt, isSameCell, reachOf, reachOfRow } from './same-cells.ts';
import { allHiddenRows } from './sheet-filter.ts';
import { cellsOf, PIXELS_PER_POINT, rowNumber, rowStyleOf } from './sheet-reader.ts';

/** Excel's limit for the text of a cell, in characters. */
const LONGEST_TEXT = 32_767;

/**
 * Writes a `<sheetData>` after a change. Unchanged rows and cells keep their XML, and so everything that the
 * model does not hold: rich text, protection, shared formulas.
 */
export class SheetDataWriter {
  readonly #before: SheetState;
  readonly #after: SheetState;
  readonly #styles: StyleBook;
  readonly #dateShift: number;
  readonly #columns: number;
  readonly #hiddenBefore: ReadonlySet<number>;
  readonly #hiddenAfter: ReadonlySet<number>;
  /** The style of each column for its blank cells; null: not read yet. */
  #columnStyles: readonly number[] | null = null;
  readonly #texts = new Map<number, string>();
  /** Rows with shared formulas. They are written last, when all are known. */
  readonly #sharing: [row: number, element: Element][] = [];
  /** Last column with a formula, by row. */
  readonly #lastFormulas = new Map<number, number>();
  /** Groups of shared formulas in which a cell has changed. */
  readonly #brokenGroups = new Set<string>();
  #lastRow = 0;

  constructor(before: SheetState, after: SheetState, styles: StyleBook, dateShift: number) {
    this.#before = before;
    this.#after = after;
    this.#styles = styles;
    this.#dateShift = dateShift;
    this.#hiddenBefore = allHiddenRows(before);
    this.#hiddenAfter = allHiddenRows(after);
    this.#columns = Math.max(reachOf(before).columns, reachOf(after).columns);
    for (const key of [...before.formulas.keys(), ...after.formulas.keys()]) {
      const [row, column] = placeOf(key);
      this.#lastFormulas.set(row, Math.max(column, this.#lastFormulas.get(row) ?? 0));
    }
  }

  /** Takes the file's rows one by one, in order. */
  add(element: Element, worksheet: Element): void {
    this.#columnStyles ??= this.#readColumnStyles(worksheet);
    const row = rowNumber(element, this.#lastRow);
    this.#lastRow = row;
    if (element.children.every((cell) => groupOf(cell) === null)) {
      this.#put(row, element);
      return;
    }
    this.#sharing.push([row, element]);
    for (const [column, cell] of cellsOf(element)) {
      const group = groupOf(cell);
      if (group !== null && !this.#isSame(row, column)) this.#brokenGroups.add(group);
    }
  }

  /** The whole `<sheetData>` element. Call it after adding all rows of the file. */
  text(worksheet: Element): string {
    this.#columnStyles ??= this.#readColumnStyles(worksheet);
    for (const [row, element] of this.#sharing) this.#put(row, element);
    let last = Math.max(this.#lastRow, reachOf(this.#before).rows, reachOf(this.#after).rows);
    for (const row of [...this.#after.rowHeights.keys(), ...this.#hiddenAfter, ...this.#texts.keys()]) {
      last = Math.max(last, row);
    }
    const texts: string[] = [];
    for (let row = 1; row <= last; row++) {
      texts.push(this.#texts.get(row) ?? this.#rowText(row, undefined));
    }
    return `<sheetData>${texts.join('')}</sheetData>`;
  }

  /**
   * Stores the text of a row. Several elements of the same row are joined into one, as the format requires.
   */
  #put(row: number, element: Element): void {
    const text = this.#rowText(row, element);
    const earlier = this.#texts.get(row) ?? '';
    this.#texts.set(row, earlier === '' || text === '' ? earlier + text : joinedRows(earlier, text));
  }

  #reachOfRow(row: number): number {
    return Math.max(
      reachOfRow(this.#before, row),
      reachOfRow(this.#after, row),
      this.#lastFormulas.get(row) ?? 0,
    );
  }

  #readColumnStyles(worksheet: Element): readonly number[] {
    const styles = Array.from({ length: this.#columns }, () => 0);
    for (const { first, last, attributes } of columnRuns(worksheet)) {
      styles.fill(Number(attributes.style ?? 0), first - 1, Math.min(last, this.#columns));
    }
    return styles;
  }

  #isSame(row: number, column: number): boolean {
    return isSameCell(this.#before, this.#after, row, column);
  }

  #rowText(row: number, element: Element | undefined): string {
    const height = this.#after.rowHeights.get(row);
    const hasSameHeight = this.#before.rowHeights.get(row) === height;
    const isHidden = this.#hiddenAfter.has(row);
    const hasSameSize = hasSameHeight && this.#hiddenBefore.has(row) === isHidden;
    if (hasSameSize && this.#isSameRow(row, element)) {
      return element === undefined ? '' : withAddress(element, String(row));
    }
    const cells = this.#cellTexts(row, element).join('');
    const attributes = {
      r: row,
      ...element?.attributes,
      // An optional hint of the used columns, which may be outdated.
      spans: null,
      ...(!hasSameHeight && {
        ht: height === undefined ? null : height / PIXELS_PER_POINT,
        customHeight: height === undefined ? null : 1,
      }),
      ...(!hasSameSize && { hidden: isHidden ? 1 : null }),
    };
    const saysNothing =
      cells === '' && Object.values(attributes).filter((value) => value !== null).length === 1;
    return saysNothing ? '' : elementText('row', attributes, cells);
  }

  #isSameRow(row: number, element: Element | undefined): boolean {
    const reach = this.#reachOfRow(row);
    for (let column = 1; column <= reach; column++) {
      if (!this.#isSame(row, column)) return false;
    }
    return element === undefined || !element.children.some((cell) => this.#isInBrokenGroup(cell));
  }

  #isInBrokenGroup(cell: Element): boolean {
    if (this.#brokenGroups.size === 0) return false;
    const group = groupOf(cell);
    return group !== null && this.#brokenGroups.has(group);
  }

  #cellTexts(row: number, element: Element | undefined): string[] {
    const cells = new Map(element === undefined ? [] : cellsOf(element));
    const rowStyle = element === undefined ? null : rowStyleOf(element);
    const last = Math.max(this.#reachOfRow(row), ...cells.keys());
    return Array.from({ length: last }, (_, index) => {
      const column = index + 1;
      const cell = cells.get(column);
      if (this.#isSame(row, column) && (cell === undefined || !this.#isInBrokenGroup(cell))) {
        return cell === undefined ? '' : withAddress(cell, columnLetters(column) + row);
      }
      const inherited = rowStyle ?? this.#columnStyles?.[index] ?? 0;
      const base = cell === undefined ? inherited : Number(cell.attributes.s ?? 0);
      return this.#cellText(row, column, base, inherited);
    });
  }

  /**
   * The `<c>` element of a cell; empty: it is blank and has no style. Texts are stored inline, so the shared
   * strings part stays unchanged and texts that look like numbers or formulas stay texts.
   */
  #cellText(row: number, column: number, baseStyle: number, inheritedStyle: number): string {
    const name = columnLetters(column) + row;
    const style = this.#after.styles[row - 1]?.[column - 1];
    const index = this.#styles.indexOf(style, baseStyle);
    const value = movedDate(contentAt(this.#after, row, column), style, -this.#dateShift);
    const formula = this.#after.formulas.get(`${row},${column}`);
    if (typeof value === 'string' && value.length > LONGEST_TEXT) {
      throw new UnwritableWorkbook(
        `'${this.#after.name}' 탭의 ${name} 셀에 적힌 글이 ${value.length.toLocaleString('ko-KR')}자입니다. 엑셀 파일의 셀에는 32,767자까지만 적을 수 있으니 줄여 주세요.`,
      );
    }
    const start = `<c r="${name}"${index === 0 ? '' : ` s="${index}"`}`;
    if (formula !== undefined) return start + formulaContent(name, value, formula);
    if (value === null || value === '') {
      // A blank plain cell must be written if its row or column has a style.
      return index !== 0 ? `${start}/>` : inheritedStyle !== 0 ? `<c r="${name}" s="0"/>` : '';
    }
    if (typeof value === 'string') {
      const space = /^\s|\s$|\n| {2}/.test(value) ? ' xml:space="preserve"' : '';
      return `${start} t="inlineStr"><is><t${space}>${cellText(value)}</t></is></c>`;
    }
    const { type, text } = plainValue(value);
    return `${start}${type}><v>${text}</v></c>`;
  }
}

function formulaContent(name: string, value: CellContent, formula: string): string {
  const { text, isArray } = excelFormula(formula);
  const element = `<f${isArray ? ` t="array" ref="${name}"` : ''}>${cellText(text)}</f>`;
  if (value === null) return `>${element}</c>`;
  const { type, text: result } =
    typeof value === 'string' ? { type: ' t="str"', text: cellText(value) } : plainValue(value);
  return `${type}>${element}<v>${result}</v></c>`;
}

function plainValue(value: Exclude<CellContent, string | null>) {
  if (typeof value === 'boolean') return { type: ' t="b"', text: value ? '1' : '0' };
  if (typeof value === 'number' && Number.isFinite(value)) return { type: '', text: String(value) };
  const error = typeof value === 'number' ? '#NUM!' : value.error;
  // Excel does not know the error `#ERROR!` of Sheets.
  return { type: ' t="e"', text: error === '#ERROR!' ? '#VALUE!' : error };
}

/**
 * The id of a cell's shared formula; null: none. Only one cell holds its text, so when one cell changes, the
 * formulas of all are written out.
 */
function groupOf(cell: Element): string | null {
  const { t, si = null } = cell.child('f')?.attributes ?? {};
  return t === 'shared' ? si : null;
}

/** Adds the address to a row or cell. Consecutive ones may omit it, but ours may not be consecutive. */
function withAddress(element: Element, r: string): string {
  return element.attributes.r === undefined
    ? elementText(element.tagName, { r, ...element.attributes }, element.inner)
    : element.outer;
}

/**
 * Joins two `<row>` elements of the same row. Cells are sorted by column; of duplicates the later one counts.
 */
function joinedRows(earlier: string, later: string): string {
  const [first, second] = [parseXml(earlier), parseXml(later)];
  const cells = new Map([...cellsOf(first), ...cellsOf(second)]);
  const inOrder = [...cells].sort(([one], [other]) => one - other).map(([, cell]) => cell);
  return elementText(
    first.tagName,
    { ...second.attributes, ...first.attributes, spans: null },
    outerText(inOrder),
  );
}
