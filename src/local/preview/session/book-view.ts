/** The document as the page shows it, and its changes since the last update. */
import { displayGrid } from '../../workbook/display.ts';
import type {
  BorderLine,
  CellContent,
  CellStyle,
  DocumentState,
  SheetState,
} from '../../workbook/document.ts';
import { cellKey, PLAIN_STYLE } from '../../workbook/grid.ts';
import type { ConditionalLook } from '../../workbook/sheet-objects.ts';
import type { ChartView, GridStyle, RowView, SheetChange, SheetFrame } from '../messages.ts';
import { chartViews } from './chart-view.ts';
import { conditionalLooks } from './conditional-look.ts';

interface SheetView {
  readonly frame: string;
  readonly charts: string;
  /** Each row as JSON, from the first row. */
  readonly rows: readonly string[];
}

/** Changes since the last update. */
export interface ViewChange {
  readonly styles: { readonly from: number; readonly added: readonly GridStyle[] };
  readonly order: readonly number[];
  readonly sheets: readonly SheetChange[];
}

const EMPTY_ROW = '[]';

/** Remembers the state that the page last received. */
export class BookView {
  readonly #document: DocumentState;
  readonly #styles = new StyleTable();
  #known = new Map<number, SheetView>();

  constructor(document: DocumentState) {
    this.#document = document;
  }

  /** The whole book, for a page that knows nothing yet. */
  whole(): ViewChange {
    this.change();
    return {
      styles: this.#styles.since(0),
      order: this.#document.sheets.map(({ id }) => id),
      sheets: this.#document.sheets.map(({ id }) => wholeSheet(id, this.#known.get(id))),
    };
  }

  /** A row as the page last received it. */
  row(id: number, row: number): readonly [number, RowView] {
    return rowFrom(this.#known.get(id)?.rows[row - 1] ?? EMPTY_ROW, row - 1);
  }

  /** Returns the changes since the last call and remembers the new state. */
  change(): ViewChange {
    const from = this.#styles.size;
    const now = new Map(
      this.#document.sheets.map((sheet) => [sheet.id, viewOf(this.#document, sheet, this.#styles)]),
    );
    const sheets = [...now].flatMap(([id, view]) => {
      const change = changeOf(id, this.#known.get(id), view);
      return change === null ? [] : [change];
    });
    this.#known = now;
    return { styles: this.#styles.since(from), order: [...now.keys()], sheets };
  }
}

function wholeSheet(id: number, view: SheetView | undefined): SheetChange {
  const rows = (view?.rows ?? []).flatMap((text, index) =>
    text === EMPTY_ROW ? [] : [rowFrom(text, index)],
  );
  return { id, frame: parsed<SheetFrame>(view?.frame), charts: parsed<ChartView[]>(view?.charts), rows };
}

function changeOf(id: number, before: SheetView | undefined, view: SheetView): SheetChange | null {
  if (before === undefined || before.frame !== view.frame) return wholeSheet(id, view);
  const rows = Array.from({ length: Math.max(before.rows.length, view.rows.length) }).flatMap((_, index) => {
    const text = view.rows[index] ?? EMPTY_ROW;
    return text === (before.rows[index] ?? EMPTY_ROW) ? [] : [rowFrom(text, index)];
  });
  const charts = before.charts === view.charts ? {} : { charts: parsed<ChartView[]>(view.charts) };
  return rows.length === 0 && before.charts === view.charts ? null : { id, ...charts, rows };
}

function rowFrom(text: string, index: number): [number, RowView] {
  return [index + 1, parsed<RowView>(text)];
}

/** Parses JSON that this file wrote. */
function parsed<Value>(text: string | undefined): Value {
  return JSON.parse(text ?? 'null') as Value;
}

function viewOf(document: DocumentState, sheet: SheetState, styles: StyleTable): SheetView {
  const looks = conditionalLooks(sheet, document.locale);
  const texts = displayGrid(sheet, document.locale);
  const rows: string[] = [];
  for (let row = 1; row <= Math.max(sheet.values.length, sheet.styles.length); row += 1) {
    const contents = sheet.values[row - 1] ?? [];
    const cellStyles = sheet.styles[row - 1] ?? [];
    const cells: (number | string)[] = [];
    let filled = 0;
    for (let column = 1; column <= Math.max(contents.length, cellStyles.length); column += 1) {
      const text = texts[row - 1]?.[column - 1] ?? '';
      const key = cellKey(row, column);
      const look = looks.get(key) ?? null;
      const isLink = sheet.links?.has(key) === true;
      const alignment = alignmentOf(contents[column - 1] ?? null);
      const number = styles.numberOf(cellStyles[column - 1] ?? PLAIN_STYLE, alignment, look, isLink);
      cells.push(number, text);
      if (number !== 0 || text !== '') filled = cells.length;
    }
    rows.push(JSON.stringify(cells.slice(0, filled)));
  }
  const { name, hidden, tabColor, maxRows, maxColumns, frozenRows, frozenColumns, merges } = sheet;
  const frame: SheetFrame = {
    name,
    hidden,
    tabColor,
    rows: maxRows,
    columns: maxColumns,
    frozenRows,
    frozenColumns,
    merges,
    columnWidths: [...sheet.columnWidths],
    rowHeights: [...sheet.rowHeights],
    hiddenRows: [...new Set([...sheet.hiddenRows, ...(sheet.rowsHiddenByFilter ?? [])])],
    hiddenColumns: [...sheet.hiddenColumns],
    gridlines: sheet.gridlinesHidden !== true,
  };
  return { frame: JSON.stringify(frame), charts: JSON.stringify(chartViews(document, sheet)), rows };
}

type Alignment = 'left' | 'center' | 'right';

/** Default horizontal alignment in Sheets. */
function alignmentOf(content: CellContent): Alignment {
  if (typeof content === 'number') return 'right';
  return content === null || typeof content === 'string' ? 'left' : 'center';
}

/** Numbers each distinct style. Style 0 is that of an untouched cell. */
class StyleTable {
  readonly #list: GridStyle[] = [{}];
  readonly #numbers = new Map<string, number>([['{}', 0]]);
  /**
   * Cache of style numbers for cells without a link or conditional format. Many cells share a style object.
   */
  readonly #plain = new Map<CellStyle, Partial<Record<Alignment, number>>>();

  get size(): number {
    return this.#list.length;
  }

  since(from: number): { from: number; added: readonly GridStyle[] } {
    return { from, added: this.#list.slice(from) };
  }

  numberOf(style: CellStyle, alignment: Alignment, look: ConditionalLook | null, isLink: boolean): number {
    const added = () => this.#added(gridStyle(style, alignment, look, isLink));
    if (look !== null || isLink) return added();
    const numbers = this.#plain.get(style) ?? {};
    numbers[alignment] ??= added();
    this.#plain.set(style, numbers);
    return numbers[alignment];
  }

  #added(style: GridStyle): number {
    const text = JSON.stringify(style);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#list.push(style);
    this.#numbers.set(text, this.#list.length - 1);
    return this.#list.length - 1;
  }
}

const HORIZONTAL: Readonly<Record<Alignment, number>> = { left: 1, center: 2, right: 3 };
const VERTICAL = { top: 1, middle: 2, bottom: 3 } as const;
const WRAP = { overflow: 1, clip: 2, wrap: 3 } as const;
const LINES: Readonly<Record<BorderLine['style'], number>> = {
  solid: 1,
  dotted: 3,
  dashed: 4,
  double: 7,
  'solid-medium': 8,
  'solid-thick': 13,
};
const LINK_COLOR = '#1155cc';

/** Properties that are undefined disappear in JSON. */
function gridStyle(
  style: CellStyle,
  natural: Alignment,
  look: ConditionalLook | null,
  isLink: boolean,
): GridStyle {
  const { bold, italic, underline, strikethrough, fontColor, background } = { ...style, ...look };
  const { horizontalAlignment = natural, verticalAlignment, wrap, borders } = style;
  const color = (rgb: string | undefined) => (rgb === undefined ? undefined : { rgb });
  const line = (border: BorderLine | undefined) =>
    border && { s: LINES[border.style], cl: color(border.color) };
  return {
    bl: bold === true ? 1 : undefined,
    it: italic === true ? 1 : undefined,
    ul: underline === true || isLink ? { s: 1 } : undefined,
    st: strikethrough === true ? { s: 1 } : undefined,
    ff: style.fontFamily,
    fs: style.fontSize,
    cl: color(fontColor ?? (isLink ? LINK_COLOR : undefined)),
    bg: color(background),
    ht: horizontalAlignment === 'left' ? undefined : HORIZONTAL[horizontalAlignment],
    vt: verticalAlignment && VERTICAL[verticalAlignment],
    tb: wrap && WRAP[wrap],
    bd: borders && {
      t: line(borders.top),
      r: line(borders.right),
      b: line(borders.bottom),
      l: line(borders.left),
    },
  };
}
