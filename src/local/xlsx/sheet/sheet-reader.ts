/** Reads a worksheet part: cells, sizes, styles and settings of the sheet. */
import { columnNumber } from '../../workbook/a1.ts';
import { MOST_CELLS } from '../../workbook/capacity.ts';
import type { CellContent, CellStyle } from '../../workbook/document.ts';
import type { Rectangle } from '../../workbook/rectangle.ts';
import { FileFault } from '../package/failures.ts';
import { type Element, isTrue, parseXml } from '../package/xml.ts';
import { colorOf } from '../styles/colors.ts';
import type { StyleBook } from '../styles/style-book.ts';
import { CellReader, movedDate } from './cell-content.ts';
import { type ColumnRun, columnRuns, columnSizes } from './columns.ts';
import { readConditionalRules } from './conditional-formats.ts';
import { readPage } from './page-setup.ts';
import { LARGEST_GRID, rectangleIn } from './references.ts';
import { splitHiddenRows } from './sheet-filter.ts';
import { readValidations } from './validations.ts';

/** What all sheets of a workbook share. */
export interface WorkbookContext {
  readonly styles: StyleBook;
  readonly strings: readonly string[];
  /** Days by which the workbook's date system starts later than ours. */
  readonly dateShift: number;
  readonly theme: readonly string[];
  /**
   * Counts cells about to be held.
   * @throws {FileFault} where the workbook has too many.
   */
  countCells(cells: number): void;
}

interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** Pixels per point. */
export const PIXELS_PER_POINT = 96 / 72;

const SMALLEST_GRID: GridSize = { rows: 1000, columns: 26 };
/** Blank rows kept below the last used row of a long sheet, so that a script can append. */
const ROW_MARGIN = 100;
/** Memory cost of a blank row, of a formula, and of a cell style, each measured in cells. */
const CELLS_OF_A_ROW = 4;
const CELLS_OF_A_FORMULA = 10;
const CELLS_OF_A_LOOK = 3;

/**
 * Reads a worksheet part. Name, id and the like are elsewhere in the file. Hyperlinks are returned as
 * elements, because their URLs are in another part.
 * @param atLeast a grid size known from elsewhere
 */
export function readSheet(xml: string, context: WorkbookContext, atLeast: GridSize) {
  const { styles } = context;
  const cells = new CellsReader(context);
  const worksheet = parseXml(xml, { of: 'sheetData', visit: (row) => cells.read(row) });
  const merges = worksheet
    .childrenOf('mergeCells')
    .flatMap(({ attributes }) => rectangleIn(attributes.ref) ?? []);
  const size = gridSize(cells.values, merges, atLeast);
  // A stray cell can make a grid of billions of cells. Then blank cells are held only up to the size of a new
  // sheet.
  const denseSize = size.rows * size.columns <= MOST_CELLS ? size : SMALLEST_GRID;
  const runs = columnRuns(worksheet);
  const autoFilter = worksheet.child('autoFilter');
  const filter = rectangleIn(autoFilter?.attributes.ref);
  const { hiddenRows, rowsHiddenByFilter } = splitHiddenRows(cells.hiddenRows, autoFilter, filter);
  const page = readPage(worksheet);
  const conditionalRules = [...readConditionalRules(worksheet, styles)];
  const validations = readValidations(worksheet, denseSize);
  const view = worksheet.childrenOf('sheetViews')[0];
  const content = {
    tabColor: colorOf(worksheet.child('sheetPr', 'tabColor'), context.theme),
    maxRows: size.rows,
    maxColumns: size.columns,
    values: cells.values,
    formulas: cells.formulas,
    styles: styleGrid(
      cells.styles,
      columnStyles(runs, denseSize.columns, styles),
      { size, denseSize },
      context,
    ),
    merges,
    ...frozenLines(view?.child('pane')?.attributes),
    ...columnSizes(runs, size.columns, styles.digitWidth),
    rowHeights: cells.rowHeights,
    hiddenRows,
    ...(rowsHiddenByFilter.size > 0 && { rowsHiddenByFilter }),
    ...(filter !== null && { filter }),
    ...(page !== null && { page }),
    ...(conditionalRules.length > 0 && { conditionalRules }),
    ...(validations.size > 0 && { validations }),
  };
  // The last `<selection>` belongs to the pane used last.
  const selection = selectionOf(view?.childrenNamed('selection').at(-1)?.attributes);
  return { content, selection, hyperlinks: worksheet.childrenOf('hyperlinks') };
}

/** The number of a row. A row without an address follows the one before it. */
export function rowNumber({ attributes: { r } }: Element, previous: number): number {
  if (r === undefined && previous === LARGEST_GRID.maxRows)
    throw new FileFault('too-large', 'there are more rows than a sheet has');
  return within(LARGEST_GRID.maxRows, r === undefined ? previous + 1 : Number(r));
}

/** The cells of a row with their columns. A cell without an address follows the one before it. */
export function cellsOf(row: Element): [column: number, cell: Element][] {
  let column = 0;
  return row.childrenNamed('c').map((cell) => {
    const letters = /^[A-Z]+/i.exec(cell.attributes.r ?? '')?.[0];
    column = within(LARGEST_GRID.maxColumns, letters === undefined ? column + 1 : columnNumber(letters));
    return [column, cell];
  });
}

function within(most: number, place: number): number {
  if (Number.isInteger(place) && place >= 1 && place <= most) return place;
  throw new FileFault('damaged', `no sheet has the row or column ${place}`);
}

/** The style of a row for its blank cells; null: the column styles apply. */
export function rowStyleOf({ attributes: { s = '0', customFormat } }: Element): number | null {
  return isTrue(customFormat) ? Number(s) : null;
}

interface StyledRow {
  readonly row: number | null;
  readonly cells: readonly (readonly [column: number, style: number])[];
}

/** Reads the rows of a sheet in order. */
class CellsReader {
  readonly values: CellContent[][] = [];
  readonly formulas = new Map<string, string>();
  readonly styles = new Map<number, StyledRow>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly #context: WorkbookContext;
  readonly #reader: CellReader;
  #row = 0;

  constructor(context: WorkbookContext) {
    this.#context = context;
    this.#reader = new CellReader(context.strings);
  }

  read(element: Element): void {
    const row = rowNumber(element, this.#row);
    this.#row = row;
    const { dateShift, styles } = this.#context;
    const styled: [number, number][] = [];
    let formulas = 0;
    const line: CellContent[] = [];
    for (const [column, cell] of cellsOf(element)) {
      const style = Number(cell.attributes.s ?? 0);
      styled.push([column, style]);
      const { value, formula } = this.#reader.contentOf(cell, row, column);
      if (formula !== null) {
        this.formulas.set(`${row},${column}`, formula);
        formulas += 1;
      }
      if (value === null && formula === null) continue;
      while (line.length < column - 1) line.push(null);
      line[column - 1] = movedDate(value, styles.styleOf(style), dateShift);
    }
    const blankRows = line.length > 0 ? Math.max(0, row - this.values.length) : 0;
    // Blank cells have styles too.
    const cells = line.length + CELLS_OF_A_LOOK * styled.length;
    this.#context.countCells(cells + CELLS_OF_A_FORMULA * formulas + CELLS_OF_A_ROW * blankRows);
    if (line.length > 0) {
      while (this.values.length < row) this.values.push([]);
      this.values[row - 1] = joinedLine(this.values[row - 1] ?? [], line);
    }
    const rowStyle = rowStyleOf(element);
    if (styled.length > 0 || rowStyle !== null) {
      const earlier = this.styles.get(row);
      this.styles.set(row, {
        row: rowStyle ?? earlier?.row ?? null,
        cells: earlier === undefined ? styled : [...earlier.cells, ...styled],
      });
    }
    const { ht = '0', customHeight, hidden } = element.attributes;
    if (Number(ht) > 0 && isTrue(customHeight)) {
      this.rowHeights.set(row, Math.round(Number(ht) * PIXELS_PER_POINT));
    }
    if (isTrue(hidden)) this.hiddenRows.add(row);
  }
}

/** Joins two parts of a row: some writers start a new `<row>` for each cell. */
function joinedLine(earlier: CellContent[], line: CellContent[]): CellContent[] {
  if (earlier.length === 0) return line;
  line.forEach((content, index) => {
    while (earlier.length <= index) earlier.push(null);
    if (content !== null) earlier[index] = content;
  });
  return earlier;
}

/** The size of the grid. Formats alone do not count: files often have them down to Excel's last row. */
function gridSize(
  values: readonly CellContent[][],
  merges: readonly Rectangle[],
  atLeast: GridSize,
): GridSize {
  let rows = values.length;
  let columns = Math.max(SMALLEST_GRID.columns, atLeast.columns);
  for (const line of values) columns = Math.max(columns, line.length);
  for (const merge of merges) {
    rows = Math.max(rows, merge.row + merge.rows - 1);
    columns = Math.max(columns, merge.column + merge.columns - 1);
  }
  if (rows > SMALLEST_GRID.rows) rows += ROW_MARGIN;
  return { rows: Math.max(SMALLEST_GRID.rows, atLeast.rows, rows), columns };
}

type StyleLine = (CellStyle | undefined)[];

/** The styles of columns for their blank cells. */
function columnStyles(runs: readonly ColumnRun[], columns: number, styles: StyleBook): StyleLine {
  const line: StyleLine = [];
  for (const { first, last, attributes } of runs) {
    const style = styles.styleOf(Number(attributes.style ?? 0));
    if (style === undefined) continue;
    for (let column = first; column <= Math.min(last, columns); column++) setAt(line, column, style);
  }
  return line;
}

/** The style of every cell: its own, else its row's, else its column's. */
function styleGrid(
  styled: ReadonlyMap<number, StyledRow>,
  ofColumns: StyleLine,
  { size, denseSize }: { readonly size: GridSize; readonly denseSize: GridSize },
  { styles, countCells }: Pick<WorkbookContext, 'styles' | 'countCells'>,
): StyleLine[] {
  let height = ofColumns.length > 0 ? denseSize.rows : 0;
  for (const row of styled.keys()) height = row <= size.rows ? Math.max(height, row) : height;
  countCells(height * CELLS_OF_A_ROW);
  const grid = Array.from({ length: height }, (_, index) => {
    const { row = null, cells = [] } = styled.get(index + 1) ?? {};
    const columns = index < denseSize.rows ? denseSize.columns : 0;
    const line =
      row === null ? ofColumns.slice(0, columns) : Array.from({ length: columns }, () => styles.styleOf(row));
    for (const [column, style] of cells) {
      const own = styles.styleOf(style);
      // A plain cell matters only where it overrides a row or column style.
      if (column <= size.columns && (own !== undefined || column <= line.length)) setAt(line, column, own);
    }
    countCells(line.length);
    return line;
  });
  while (grid.at(-1)?.length === 0) grid.pop();
  return grid;
}

function setAt(line: StyleLine, column: number, style: CellStyle | undefined): void {
  while (line.length < column - 1) line.push(undefined);
  line[column - 1] = style;
}

/** The selected ranges, joined with commas. The active one is last. */
function selectionOf({ sqref = 'A1', activeCellId = '0' }: Element['attributes'] = {}): string {
  const ranges = sqref.split(' ');
  const active = ranges.splice(Number(activeCellId), 1);
  return [...ranges, ...active].join(',');
}

/** Numbers of frozen rows and columns. Sheets has no panes that are split but not frozen, so those give 0. */
function frozenLines({ state, xSplit, ySplit }: Element['attributes'] = {}) {
  const isFrozen = state?.startsWith('frozen') ?? false;
  const lines = (split = '0') => (isFrozen ? Number(split) : 0);
  return { frozenRows: lines(ySplit), frozenColumns: lines(xSplit) };
}
