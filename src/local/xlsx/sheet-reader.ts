import type { CellContent, CellStyle, Rectangle, SheetState } from '../host/document.ts';
import { rangeRectangle } from './addresses.ts';
import { CellReader } from './cell-content.ts';
import { colorOf } from './colors.ts';
import { type ColumnRun, columnRuns, columnSizes } from './columns.ts';
import type { DateSystem } from './dates.ts';
import { OrderedDocument, WORKSHEET_ORDER } from './document-order.ts';
import type { StyleBook } from './style-book.ts';
import { rawRows } from './worksheet-rows.ts';
import { attributeIn, attributesOf, childrenOf, isTrue } from './xml.ts';

/** What the sheets of a workbook have in common. */
export interface WorkbookContext {
  readonly styles: StyleBook;
  readonly strings: readonly string[];
  readonly dates: DateSystem;
  readonly theme: readonly string[];
}

/** What a worksheet part says; name, id and the like stand elsewhere in the file. */
export interface SheetContent extends Omit<SheetState, 'id' | 'name' | 'hidden' | 'notes' | 'metadata'> {}

export interface ReadSheet {
  readonly content: SheetContent;
  readonly selection: string;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** Pixels of a point. */
export const PIXELS_PER_POINT = 96 / 72;

const SMALLEST_GRID: GridSize = { rows: 1000, columns: 26 };
/** Blank rows below the last used one of a long sheet, so that a script can append. */
const ROW_MARGIN = 100;

/** Reads a worksheet part. `atLeast` is a grid size known from elsewhere. */
export function readSheet(xml: string, context: WorkbookContext, atLeast: GridSize): ReadSheet {
  const document = new OrderedDocument(xml, WORKSHEET_ORDER);
  const cells = readCells(xml, document, context);
  const merges = readMerges(document);
  const used = usedSize(cells, merges);
  const size = {
    rows: Math.max(
      SMALLEST_GRID.rows,
      atLeast.rows,
      used.rows > SMALLEST_GRID.rows ? used.rows + ROW_MARGIN : 0,
    ),
    columns: Math.max(SMALLEST_GRID.columns, atLeast.columns, used.columns),
  };
  const runs = columnRuns(document.childText('cols'));
  const content = {
    tabColor: tabColorOf(document, context.theme),
    maxRows: size.rows,
    maxColumns: size.columns,
    values: cells.values,
    formulas: cells.formulas,
    styles: styleGrid(cells.styles, columnStyles(runs, size.columns, context.styles), size, context.styles),
    merges,
    ...readFrozen(document),
    ...columnSizes(runs, size.columns, context.styles.digitWidth),
    rowHeights: cells.rowHeights,
    hiddenRows: cells.hiddenRows,
  };
  return { content, selection: readSelection(document) };
}

interface StyledRow {
  /** The style of the row's blanks; nothing where those of the columns hold. */
  readonly row: number | undefined;
  readonly cells: readonly (readonly [column: number, style: number])[];
}

interface ReadCells {
  readonly values: CellContent[][];
  readonly formulas: Map<string, string>;
  readonly styles: Map<number, StyledRow>;
  readonly rowHeights: Map<number, number>;
  readonly hiddenRows: Set<number>;
}

function readCells(xml: string, document: OrderedDocument, context: WorkbookContext): ReadCells {
  const result: ReadCells = {
    values: [],
    formulas: new Map(),
    styles: new Map(),
    rowHeights: new Map(),
    hiddenRows: new Set(),
  };
  const sheetData = document.child('sheetData');
  if (sheetData === undefined) {
    return result;
  }
  const reader = new CellReader(xml, context.strings);
  for (const raw of rawRows(xml, sheetData)) {
    const styled: [number, number][] = [];
    const line: CellContent[] = [];
    for (const cell of raw.cells) {
      const style = Number(attributeIn(cell.tag, 's') ?? 0);
      styled.push([cell.column, style]);
      const { value, formula } = reader.contentOf(cell);
      if (formula !== undefined) {
        result.formulas.set(`${cell.row},${cell.column}`, formula);
      }
      if (value !== null || formula !== undefined) {
        while (line.length < cell.column - 1) {
          line.push(null);
        }
        line[cell.column - 1] = context.dates.fromFile(value, context.styles.styleOf(style));
      }
    }
    if (line.length > 0) {
      while (result.values.length < raw.row - 1) {
        result.values.push([]);
      }
      result.values[raw.row - 1] = line;
    }
    const rowStyle = rowStyleOf(raw.tag);
    if (styled.length > 0 || rowStyle !== undefined) {
      result.styles.set(raw.row, { row: rowStyle, cells: styled });
    }
    readRowSize(raw.row, raw.tag, result);
  }
  return result;
}

/** The style that a row gives its blank cells. */
export function rowStyleOf(tag: string): number | undefined {
  return isTrue(attributeIn(tag, 'customFormat')) ? Number(attributeIn(tag, 's') ?? 0) : undefined;
}

function readRowSize(row: number, tag: string, result: ReadCells): void {
  const height = Number(attributeIn(tag, 'ht') ?? 0);
  if (height > 0 && isTrue(attributeIn(tag, 'customHeight'))) {
    result.rowHeights.set(row, Math.round(height * PIXELS_PER_POINT));
  }
  if (isTrue(attributeIn(tag, 'hidden'))) {
    result.hiddenRows.add(row);
  }
}

function readMerges(document: OrderedDocument): Rectangle[] {
  const text = document.childText('mergeCells');
  const outer = childrenOf(text)[0];
  const elements = outer === undefined ? [] : childrenOf(text, outer.contentStart, outer.contentEnd);
  return elements.flatMap((element) => rangeRectangle(attributesOf(text, element).get('ref') ?? '') ?? []);
}

/** How far the contents reach. Formats alone do not count: files often carry them down to the last row Excel has. */
function usedSize(cells: ReadCells, merges: readonly Rectangle[]): GridSize {
  let { rows, columns } = { rows: cells.values.length, columns: 0 };
  for (const line of cells.values) {
    columns = Math.max(columns, line.length);
  }
  for (const merge of merges) {
    rows = Math.max(rows, merge.row + merge.rows - 1);
    columns = Math.max(columns, merge.column + merge.columns - 1);
  }
  return { rows, columns };
}

function columnStyles(
  runs: readonly ColumnRun[],
  columns: number,
  styles: StyleBook,
): (CellStyle | undefined)[] {
  const result: (CellStyle | undefined)[] = [];
  for (const { first, last, attributes } of runs) {
    const style = styles.styleOf(Number(attributes.get('style') ?? 0));
    if (style !== undefined) {
      for (let column = first; column <= Math.min(last, columns); column++) {
        while (result.length < column - 1) {
          result.push(undefined);
        }
        result[column - 1] = style;
      }
    }
  }
  return result;
}

/** The style of every cell of the grid: its own, else its row's, else its column's. */
function styleGrid(
  styled: ReadonlyMap<number, StyledRow>,
  ofColumns: readonly (CellStyle | undefined)[],
  size: GridSize,
  styles: StyleBook,
): (CellStyle | undefined)[][] {
  let lastStyled = 0;
  for (const row of styled.keys()) {
    lastStyled = row <= size.rows ? Math.max(lastStyled, row) : lastStyled;
  }
  const height = ofColumns.length > 0 ? size.rows : lastStyled;
  const grid = Array.from({ length: height }, (_, index) => {
    const row = styled.get(index + 1);
    const line =
      row?.row === undefined
        ? [...ofColumns]
        : Array.from({ length: size.columns }, () => styles.styleOf(row.row ?? 0));
    for (const [column, style] of row?.cells ?? []) {
      const own = styles.styleOf(style);
      // A plain cell matters only where its row or column is not plain.
      if (column <= size.columns && (own !== undefined || column <= line.length)) {
        while (line.length < column - 1) {
          line.push(undefined);
        }
        line[column - 1] = own;
      }
    }
    return line;
  });
  while (grid.at(-1)?.length === 0) {
    grid.pop();
  }
  return grid;
}

function readFrozen(document: OrderedDocument): Pick<SheetState, 'frozenRows' | 'frozenColumns'> {
  const views = document.childText('sheetViews');
  const pane = /<(?:[\w.-]+:)?pane\b[^>]*>/.exec(views)?.[0] ?? '';
  const isFrozen = (attributeIn(pane, 'state') ?? '').startsWith('frozen');
  return {
    frozenRows: isFrozen ? Number(attributeIn(pane, 'ySplit') ?? 0) : 0,
    frozenColumns: isFrozen ? Number(attributeIn(pane, 'xSplit') ?? 0) : 0,
  };
}

/** The first of the selected ranges, of the pane that was used last. */
function readSelection(document: OrderedDocument): string {
  const tags = document.childText('sheetViews').match(/<(?:[\w.-]+:)?selection\b[^>]*>/g) ?? [];
  return attributeIn(tags.at(-1) ?? '', 'sqref')?.split(' ')[0] ?? 'A1';
}

function tabColorOf(document: OrderedDocument, theme: readonly string[]): string | null {
  const properties = document.childText('sheetPr');
  const outer = childrenOf(properties)[0];
  const color =
    outer &&
    childrenOf(properties, outer.contentStart, outer.contentEnd).find(({ name }) => name === 'tabColor');
  return (color && colorOf(attributesOf(properties, color), theme)) ?? null;
}
