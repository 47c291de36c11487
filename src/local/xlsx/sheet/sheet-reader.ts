import { columnNumber, parseA1, rectangleOf } from '../../workbook/a1.ts';
import type { CellContent, CellStyle, SheetState } from '../../workbook/document.ts';
import type { Rectangle } from '../../workbook/rectangle.ts';
import { FileFault } from '../package/failures.ts';
import { type Element, isTrue, parseXml } from '../package/xml.ts';
import { colorOf } from '../styles/colors.ts';
import type { StyleBook } from '../styles/style-book.ts';
import { CellReader } from './cell-content.ts';
import { type ColumnRun, columnRuns, columnSizes } from './columns.ts';
import { readConditionalRules } from './conditional-formats.ts';
import type { DateSystem } from './dates.ts';
import { LARGEST_GRID } from './grid-limits.ts';
import { readPage } from './page-setup.ts';
import { byWhomHidden, readFilter } from './sheet-filter.ts';
import { readValidations } from './validations.ts';

/** What the sheets of a workbook have in common. */
export interface WorkbookContext {
  readonly styles: StyleBook;
  readonly strings: readonly string[];
  readonly dates: DateSystem;
  readonly theme: readonly string[];
}

/** What a worksheet part says; name, id and the like stand elsewhere in the file. */
export interface SheetContent
  extends Omit<
    SheetState,
    'id' | 'name' | 'hidden' | 'notes' | 'metadata' | 'links' | 'charts' | 'namedRanges' | 'protection'
  > {}

export interface ReadSheet {
  readonly content: SheetContent;
  readonly selection: string;
  /** The `<hyperlinks>`, which lead outside by way of another part. */
  readonly hyperlinks: Element | undefined;
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
  const cells = new CellsReader(context);
  const worksheet = parseXml(xml, { of: 'sheetData', visit: (row) => cells.read(row) });
  const merges = readMerges(worksheet);
  const used = usedSize(cells.values, merges);
  const size = {
    rows: Math.max(
      SMALLEST_GRID.rows,
      atLeast.rows,
      used.rows > SMALLEST_GRID.rows ? used.rows + ROW_MARGIN : 0,
    ),
    columns: Math.max(SMALLEST_GRID.columns, atLeast.columns, used.columns),
  };
  const runs = columnRuns(worksheet.child('cols'));
  const view = worksheet.child('sheetViews')?.children[0];
  const autoFilter = worksheet.child('autoFilter');
  const filter = readFilter(autoFilter);
  const { hiddenRows, rowsHiddenByFilter } = byWhomHidden(cells.hiddenRows, autoFilter, filter);
  const page = readPage(worksheet);
  const conditionalRules = readConditionalRules(worksheet, context.styles);
  const validations = readValidations(worksheet.child('dataValidations'), size);
  const content = {
    tabColor: colorOf(worksheet.child('sheetPr')?.child('tabColor'), context.theme) ?? null,
    maxRows: size.rows,
    maxColumns: size.columns,
    values: cells.values,
    formulas: cells.formulas,
    styles: styleGrid(cells.styles, columnStyles(runs, size.columns, context.styles), size, context.styles),
    merges,
    ...readFrozen(view),
    ...columnSizes(runs, size.columns, context.styles.digitWidth),
    rowHeights: cells.rowHeights,
    hiddenRows,
    ...(rowsHiddenByFilter.size > 0 && { rowsHiddenByFilter }),
    ...(filter !== undefined && { filter }),
    ...(page !== undefined && { page }),
    ...(conditionalRules !== undefined && { conditionalRules }),
    ...(validations !== undefined && { validations }),
  };
  // That of the pane that was used last.
  const selection = selectionOf(view?.childrenNamed('selection').at(-1));
  return { content, selection, hyperlinks: worksheet.child('hyperlinks') };
}

/** The number of a row. Rows without an address follow the one before them. */
export function rowNumber({ attributes: { r } }: Element, previous: number): number {
  return within(LARGEST_GRID.rows, r === undefined ? previous + 1 : Number(r));
}

/** The column of a cell. Cells without an address follow the one before them. */
export function columnOf({ attributes: { r } }: Element, previous: number): number {
  const letters = r === undefined ? undefined : /^[A-Z]+/i.exec(r)?.[0];
  return within(LARGEST_GRID.columns, letters === undefined ? previous + 1 : columnNumber(letters));
}

function within(most: number, place: number): number {
  if (Number.isInteger(place) && place >= 1 && place <= most) return place;
  throw new FileFault('damaged', `no sheet has the row or column ${place}`);
}

/** The style that a row gives its blank cells. */
export function rowStyleOf({ attributes: { s = '0', customFormat } }: Element): number | undefined {
  return isTrue(customFormat) ? Number(s) : undefined;
}

interface StyledRow {
  /** The style of the row's blanks; nothing where those of the columns hold. */
  readonly row: number | undefined;
  readonly cells: readonly (readonly [column: number, style: number])[];
}

/** Reads the rows of a sheet from first to last. */
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
    const { dates, styles } = this.#context;
    const styled: [number, number][] = [];
    const line: CellContent[] = [];
    let column = 0;
    for (const cell of element.childrenNamed('c')) {
      column = columnOf(cell, column);
      const style = Number(cell.attributes.s ?? 0);
      styled.push([column, style]);
      const { value, formula } = this.#reader.contentOf(cell, row, column);
      if (formula !== undefined) {
        this.formulas.set(`${row},${column}`, formula);
      }
      if (value !== null || formula !== undefined) {
        while (line.length < column - 1) line.push(null);
        line[column - 1] = dates.fromFile(value, styles.styleOf(style));
      }
    }
    if (line.length > 0) {
      while (this.values.length < row - 1) this.values.push([]);
      this.values[row - 1] = line;
    }
    const rowStyle = rowStyleOf(element);
    if (styled.length > 0 || rowStyle !== undefined) this.styles.set(row, { row: rowStyle, cells: styled });
    const { ht = '0', customHeight, hidden } = element.attributes;
    if (Number(ht) > 0 && isTrue(customHeight)) {
      this.rowHeights.set(row, Math.round(Number(ht) * PIXELS_PER_POINT));
    }
    if (isTrue(hidden)) this.hiddenRows.add(row);
  }
}

function readMerges(worksheet: Element): Rectangle[] {
  const ranges = worksheet
    .child('mergeCells')
    ?.children.map(({ attributes }) => parseA1(attributes.ref ?? ''));
  return ranges?.flatMap((range) => (range === null ? [] : rectangleOf(range, GRID_OF_EXCEL))) ?? [];
}

const GRID_OF_EXCEL = { maxRows: LARGEST_GRID.rows, maxColumns: LARGEST_GRID.columns };

/** How far the contents reach. Formats alone do not count: files often carry them down to the last row Excel has. */
function usedSize(values: readonly CellContent[][], merges: readonly Rectangle[]): GridSize {
  let { rows, columns } = { rows: values.length, columns: 0 };
  for (const line of values) columns = Math.max(columns, line.length);
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
    const style = styles.styleOf(Number(attributes.style ?? 0));
    if (style !== undefined) {
      for (let column = first; column <= Math.min(last, columns); column++) {
        while (result.length < column - 1) result.push(undefined);
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
  for (const row of styled.keys()) lastStyled = row <= size.rows ? Math.max(lastStyled, row) : lastStyled;
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
        while (line.length < column - 1) line.push(undefined);
        line[column - 1] = own;
      }
    }
    return line;
  });
  while (grid.at(-1)?.length === 0) grid.pop();
  return grid;
}

/** The selected ranges, the one with the active cell last. */
function selectionOf(element: Element | undefined): string {
  const { sqref = 'A1', activeCellId = 0 } = element?.attributes ?? {};
  const ranges = sqref.split(' ');
  const active = ranges.splice(Number(activeCellId), 1);
  return [...ranges, ...active].join(',');
}

function readFrozen(view: Element | undefined): Pick<SheetState, 'frozenRows' | 'frozenColumns'> {
  const { state, xSplit = 0, ySplit = 0 } = view?.child('pane')?.attributes ?? {};
  return state?.startsWith('frozen')
    ? { frozenRows: Number(ySplit), frozenColumns: Number(xSplit) }
    : { frozenRows: 0, frozenColumns: 0 };
}
