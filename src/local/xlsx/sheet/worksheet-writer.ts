/** Writes a changed worksheet part. */
import { isDeepStrictEqual } from 'node:util';
import { columnLetters, formatA1 } from '../../workbook/a1.ts';
import type { SheetState } from '../../workbook/document.ts';
import { OrderedDocument, WORKSHEET_ORDER } from '../package/ordered-document.ts';
import { type Element, elementText, outerText } from '../package/xml.ts';
import { argb } from '../styles/colors.ts';
import type { StyleBook } from '../styles/style-book.ts';
import { columnElements, columnRuns } from './columns.ts';
import { conditionalFormats } from './conditional-formats.ts';
import { pageProperties, replacePage, storedPageSettings } from './page-setup.ts';
import { hasSameCells, reachOf } from './same-cells.ts';
import { SheetDataWriter } from './sheet-data-writer.ts';
import { allHiddenRows, filterElement } from './sheet-filter.ts';
import { validationElements } from './validations.ts';

/** How a sheet appears when the workbook opens. */
export interface SheetView {
  readonly isActive: boolean;
  /** The selection; null: it stays as in the file. */
  readonly selection: string | null;
}

interface WorksheetChange {
  readonly before: SheetState;
  readonly after: SheetState;
  /** null: the view is unchanged. */
  readonly view: SheetView | null;
}

/** The text of a changed worksheet part; null: nothing changed. Only elements with changes are touched. */
export function changedWorksheet(
  read: () => string,
  { before, after, view }: WorksheetChange,
  styles: StyleBook,
  dateShift: number,
): string | null {
  const differs = (said: (sheet: SheetState) => unknown) => !isDeepStrictEqual(said(before), said(after));
  const changes = {
    cells: !hasSameCells(before, after),
    rows: differs((sheet) => [sheet.rowHeights, allHiddenRows(sheet)]),
    columns: differs(({ columnWidths, hiddenColumns }) => [columnWidths, hiddenColumns]),
    merges: differs(({ merges }) => new Set(merges.map((merge) => formatA1(merge)))),
    tabColor: before.tabColor !== after.tabColor,
    pane: differs(({ frozenRows, frozenColumns }) => [frozenRows, frozenColumns]),
    view: view !== null,
    filter: differs(({ filter }) => filter),
    page: differs(({ page }) => storedPageSettings(page)),
    rules: differs(({ conditionalRules = [] }) => conditionalRules),
    validations: differs(({ validations = new Map() }) => validations),
  };
  if (!Object.values(changes).includes(true)) return null;
  const data = changes.cells || changes.rows ? new SheetDataWriter(before, after, styles, dateShift) : null;
  const document = new OrderedDocument(read(), WORKSHEET_ORDER, (row, sheet) => data?.add(row, sheet));
  const { root } = document;
  if (data !== null) {
    document.replace('sheetData', data.text(root));
    const { rows, columns } = reachOf({ ...after, styles: [] });
    const used = { row: 1, column: 1, rows: Math.max(1, rows), columns: Math.max(1, columns) };
    document.replace('dimension', elementText('dimension', { ref: formatA1(used) }));
  }
  if (changes.columns) {
    document.replaceList('cols', columnElements(columnRuns(root), before, after, styles.digitWidth));
  }
  if (changes.merges) {
    const merges = after.merges.map((merge) => elementText('mergeCell', { ref: formatA1(merge) }));
    document.replaceList('mergeCells', merges, { count: merges.length });
  }
  if (changes.filter) {
    document.replace('autoFilter', filterElement(root.child('autoFilter'), before.filter, after.filter));
  }
  if (changes.rules) {
    document.replace('conditionalFormatting', conditionalFormats(after.conditionalRules ?? [], styles));
  }
  if (changes.validations) {
    const validations = validationElements(root.childrenOf('dataValidations'), after);
    document.replaceList('dataValidations', validations, { count: validations.length });
  }
  if (changes.tabColor || changes.page) {
    document.replace('sheetPr', sheetProperties(root.child('sheetPr'), after, changes));
  }
  if (changes.page) replacePage(document, after.page);
  if (changes.pane || view !== null) {
    document.replace('sheetViews', sheetViews(root.childrenOf('sheetViews'), after, changes.pane, view));
  }
  return document.text();
}

/** The `<sheetPr>` element. The format requires its children in this order: colour, outline, page. */
function sheetProperties(
  element: Element | null,
  { tabColor, page }: SheetState,
  changes: { readonly tabColor: boolean; readonly page: boolean },
): string {
  const named = (name: string) => element?.child(name)?.outer ?? '';
  const color = tabColor === null ? '' : elementText('tabColor', { rgb: argb(tabColor) });
  const properties = pageProperties(element?.child('pageSetUpPr') ?? null, page);
  return elementText(
    'sheetPr',
    element?.attributes ?? {},
    (changes.tabColor ? color : named('tabColor')) +
      named('outlinePr') +
      (changes.page ? properties : named('pageSetUpPr')),
  );
}

function sheetViews(
  [first, ...others]: readonly Element[],
  sheet: SheetState,
  changesPane: boolean,
  view: SheetView | null,
): string {
  const named = (name: string) => outerText(first?.childrenNamed(name) ?? []);
  const selection = view?.selection ?? null;
  const keepsSelection = !changesPane && selection === null;
  const rest = first?.children.filter(({ name }) => name !== 'pane' && name !== 'selection') ?? [];
  const attributes = {
    workbookViewId: 0,
    ...first?.attributes,
    ...(view !== null && { tabSelected: view.isActive ? 1 : null }),
  };
  const content =
    (changesPane ? paneElement(sheet) : named('pane')) +
    (keepsSelection ? named('selection') : selectionElement(sheet, selection)) +
    outerText(rest);
  return elementText('sheetViews', {}, elementText('sheetView', attributes, content) + outerText(others));
}

function paneElement({ frozenRows, frozenColumns }: SheetState): string {
  if (frozenRows === 0 && frozenColumns === 0) return '';
  return elementText('pane', {
    xSplit: frozenColumns > 0 ? frozenColumns : null,
    ySplit: frozenRows > 0 ? frozenRows : null,
    topLeftCell: `${columnLetters(frozenColumns + 1)}${frozenRows + 1}`,
    activePane: scrollingPane(frozenRows, frozenColumns),
    state: 'frozen',
  });
}

/** The `<selection>` element, which belongs to the scrolling pane. */
function selectionElement({ frozenRows, frozenColumns }: SheetState, selection: string | null): string {
  if (selection === null) return '';
  const ranges = selection.split(',');
  return elementText('selection', {
    pane: scrollingPane(frozenRows, frozenColumns),
    activeCell: ranges.at(-1)?.split(':')[0] ?? null,
    activeCellId: ranges.length === 1 ? null : ranges.length - 1,
    sqref: ranges.join(' '),
  });
}

function scrollingPane(rows: number, columns: number): string | null {
  if (rows === 0) return columns === 0 ? null : 'topRight';
  return columns === 0 ? 'bottomLeft' : 'bottomRight';
}
