/** The document as the page shows it, and what has changed of it since the page was told last. */
import { displayText } from '../../workbook/display.ts';
import type {
  BorderLine,
  CellContent,
  CellStyle,
  DocumentState,
  SheetState,
} from '../../workbook/document.ts';
import type { ConditionalLook } from '../../workbook/sheet-objects.ts';
import type { ChartView, GridStyle, RowView, SheetChange, SheetFrame } from '../page/messages.ts';
import { chartViews } from './chart-view.ts';
import { conditionalLooks } from './conditional-look.ts';

interface SheetView {
  readonly frame: string;
  readonly charts: string;
  /** By row from the first. */
  readonly rows: readonly string[];
}

/** What has changed. */
export interface ViewChange {
  readonly styles: { readonly from: number; readonly added: readonly GridStyle[] };
  readonly order: readonly number[];
  readonly sheets: readonly SheetChange[];
}

const EMPTY_ROW = '[]';

/** Keeps what the page knows. */
export class BookView {
  private readonly document: DocumentState;
  private readonly styles = new StyleTable();
  private known = new Map<number, SheetView>();

  constructor(document: DocumentState) {
    this.document = document;
  }

  /** Everything, for a page that knows nothing. */
  whole(): ViewChange {
    this.change();
    return {
      styles: this.styles.since(0),
      order: this.document.sheets.map(({ id }) => id),
      sheets: this.document.sheets.map(({ id }) => wholeSheet(id, this.known.get(id))),
    };
  }

  /** A row as the page was told of it last. */
  row(id: number, row: number): readonly [number, RowView] {
    return rowFrom(this.known.get(id)?.rows[row - 1] ?? EMPTY_ROW, row - 1);
  }

  /** What has changed since the last time. */
  change(): ViewChange {
    const from = this.styles.size;
    const now = new Map(
      this.document.sheets.map((sheet) => [sheet.id, viewOf(this.document, sheet, this.styles)]),
    );
    const sheets = [...now].flatMap(([id, view]) => {
      const change = changeOf(id, this.known.get(id), view);
      return change === null ? [] : [change];
    });
    this.known = now;
    return { styles: this.styles.since(from), order: [...now.keys()], sheets };
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
  const rows: [number, RowView][] = [];
  for (let index = 0; index < Math.max(before.rows.length, view.rows.length); index += 1) {
    const text = view.rows[index] ?? EMPTY_ROW;
    if (text !== (before.rows[index] ?? EMPTY_ROW)) rows.push(rowFrom(text, index));
  }
  const charts = before.charts === view.charts ? {} : { charts: parsed<ChartView[]>(view.charts) };
  return rows.length === 0 && before.charts === view.charts ? null : { id, ...charts, rows };
}

function rowFrom(text: string, index: number): [number, RowView] {
  return [index + 1, parsed<RowView>(text)];
}

/** What stands here was put into JSON by this file. */
function parsed<Value>(text: string | undefined): Value {
  return JSON.parse(text ?? 'null') as Value;
}

function viewOf(document: DocumentState, sheet: SheetState, styles: StyleTable): SheetView {
  const looks = conditionalLooks(sheet, document.locale);
  const height = Math.max(sheet.values.length, sheet.styles.length);
  const rows: string[] = [];
  for (let row = 1; row <= height; row += 1) {
    const contents = sheet.values[row - 1] ?? [];
    const cellStyles = sheet.styles[row - 1] ?? [];
    const cells: (number | string)[] = [];
    let filled = 0;
    for (let column = 1; column <= Math.max(contents.length, cellStyles.length); column += 1) {
      const content = contents[column - 1] ?? null;
      const style = cellStyles[column - 1];
      const shown = shownText(sheet, row, column, content, style, document.locale);
      const look = looks.size === 0 ? undefined : looks.get(`${row},${column}`);
      const isLink = sheet.links?.has(`${row},${column}`) === true;
      const number = styles.numberOf(style, alignmentOf(content), look, isLink);
      cells.push(number, shown);
      if (number !== 0 || shown !== '') filled = cells.length;
    }
    cells.length = filled;
    rows.push(JSON.stringify(cells));
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

function shownText(
  sheet: SheetState,
  row: number,
  column: number,
  content: CellContent,
  style: CellStyle | undefined,
  locale: string,
): string {
  // A formula that nobody computed shows as its own text.
  if (content === null)
    return sheet.formulas.size === 0 ? '' : (sheet.formulas.get(`${row},${column}`) ?? '');
  return displayText(content, style, locale);
}

type Alignment = 'left' | 'center' | 'right';

/** Where Sheets puts what nobody aligned. */
function alignmentOf(content: CellContent): Alignment {
  if (typeof content === 'number') return 'right';
  return typeof content === 'boolean' || (typeof content === 'object' && content !== null)
    ? 'center'
    : 'left';
}

/** Each look once, by number; 0 is that of a cell nobody has touched. */
class StyleTable {
  private readonly list: GridStyle[] = [{}];
  private readonly numbers = new Map<string, number>([['{}', 0]]);
  /** By the style, where it hangs on nothing else: cells share their styles. */
  private readonly quick = new Map<CellStyle | undefined, Map<Alignment, number>>();

  get size(): number {
    return this.list.length;
  }

  since(from: number): { from: number; added: readonly GridStyle[] } {
    return { from, added: this.list.slice(from) };
  }

  numberOf(
    style: CellStyle | undefined,
    alignment: Alignment,
    look: ConditionalLook | undefined,
    isLink: boolean,
  ): number {
    if (look !== undefined || isLink) return this.added(gridStyle(style, alignment, look, isLink));
    let byAlignment = this.quick.get(style);
    if (byAlignment === undefined) {
      byAlignment = new Map();
      this.quick.set(style, byAlignment);
    }
    const known = byAlignment.get(alignment);
    if (known !== undefined) return known;
    const number = this.added(gridStyle(style, alignment, look, isLink));
    byAlignment.set(alignment, number);
    return number;
  }

  private added(style: GridStyle): number {
    const text = JSON.stringify(style);
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.list.push(style);
    this.numbers.set(text, this.list.length - 1);
    return this.list.length - 1;
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

function gridStyle(
  style: CellStyle | undefined,
  natural: Alignment,
  look: ConditionalLook | undefined,
  isLink: boolean,
): GridStyle {
  const { bold, italic, underline, strikethrough } = { ...style, ...look };
  const fontColor = look?.fontColor ?? style?.fontColor ?? (isLink ? LINK_COLOR : undefined);
  const background = look?.background ?? style?.background;
  const alignment = style?.horizontalAlignment ?? natural;
  const borders = style?.borders;
  const line = (border: BorderLine | undefined) =>
    border === undefined ? undefined : { s: LINES[border.style], cl: { rgb: border.color } };
  return {
    ...(bold === true ? { bl: 1 } : {}),
    ...(italic === true ? { it: 1 } : {}),
    ...(underline === true || isLink ? { ul: { s: 1 } } : {}),
    ...(strikethrough === true ? { st: { s: 1 } } : {}),
    ...(style?.fontFamily === undefined ? {} : { ff: style.fontFamily }),
    ...(style?.fontSize === undefined ? {} : { fs: style.fontSize }),
    ...(fontColor === undefined ? {} : { cl: { rgb: fontColor } }),
    ...(background === undefined ? {} : { bg: { rgb: background } }),
    ...(alignment === 'left' ? {} : { ht: HORIZONTAL[alignment] }),
    ...(style?.verticalAlignment === undefined ? {} : { vt: VERTICAL[style.verticalAlignment] }),
    ...(style?.wrap === undefined ? {} : { tb: WRAP[style.wrap] }),
    ...(borders === undefined
      ? {}
      : {
          bd: {
            t: line(borders.top),
            r: line(borders.right),
            b: line(borders.bottom),
            l: line(borders.left),
          },
        }),
  };
}
