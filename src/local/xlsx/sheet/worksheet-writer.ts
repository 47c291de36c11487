import { columnLetters, formatA1 } from '../../workbook/a1.ts';
import type { SheetState } from '../../workbook/document.ts';
import { OrderedDocument, WORKSHEET_ORDER } from '../package/ordered-document.ts';
import { type Element, elementText } from '../package/xml.ts';
import type { StyleBook } from '../styles/style-book.ts';
import { argb } from '../styles/style-elements.ts';
import { colsElement, columnRuns } from './columns.ts';
import { conditionalFormats, hasSameRules } from './conditional-formats.ts';
import type { DateSystem } from './dates.ts';
import { isSamePage, pageProperties, replacePage } from './page-setup.ts';
import { hasSameCells, isSameMap, isSameSet, reachOf } from './same-cells.ts';
import { SheetDataWriter } from './sheet-data-writer.ts';
import { allHiddenRows, filterElement, isSameFilter } from './sheet-filter.ts';
import { hasSameValidations, validationsElement } from './validations.ts';

/** How a sheet is shown when the workbook opens. */
export interface SheetView {
  readonly isActive: boolean;
  /** What is selected; nothing where it stays as the file has it. */
  readonly selection: string | undefined;
}

export interface WorksheetChange {
  readonly before: SheetState;
  readonly after: SheetState;
  /** Nothing where the sheet is shown as before. */
  readonly view: SheetView | undefined;
}

/**
 * A worksheet part after a change; nothing where there is nothing to change. Each of its elements is touched only if what
 * it says has changed.
 */
export function changedWorksheet(
  read: () => string,
  { before, after, view }: WorksheetChange,
  styles: StyleBook,
  dates: DateSystem,
): string | undefined {
  const merges = after.merges.map((merge) => formatA1(merge));
  const changes = {
    cells: !hasSameCells(before, after),
    rows:
      !isSameMap(before.rowHeights, after.rowHeights) ||
      !isSameSet(allHiddenRows(before), allHiddenRows(after)),
    columns:
      !isSameMap(before.columnWidths, after.columnWidths) ||
      !isSameSet(before.hiddenColumns, after.hiddenColumns),
    merges: !isSameSet(new Set(before.merges.map((merge) => formatA1(merge))), new Set(merges)),
    tabColor: before.tabColor !== after.tabColor,
    pane: before.frozenRows !== after.frozenRows || before.frozenColumns !== after.frozenColumns,
    view: view !== undefined,
    filter: !isSameFilter(before.filter, after.filter),
    page: !isSamePage(before.page, after.page),
    rules: !hasSameRules(before.conditionalRules, after.conditionalRules),
    validations: !hasSameValidations(before.validations, after.validations),
  };
  if (!Object.values(changes).includes(true)) return undefined;
  const data = changes.cells || changes.rows ? new SheetDataWriter(before, after, styles, dates) : undefined;
  const document = new OrderedDocument(read(), WORKSHEET_ORDER, (row, worksheet) =>
    data?.add(row, worksheet),
  );
  const { root } = document;
  if (data !== undefined) {
    document.replace('sheetData', data.text(root));
    const { rows, columns } = reachOf({ ...after, styles: [] });
    const used = { row: 1, column: 1, rows: Math.max(1, rows), columns: Math.max(1, columns) };
    document.replace('dimension', elementText('dimension', { ref: formatA1(used) }));
  }
  if (changes.columns) {
    const runs = columnRuns(root.child('cols'));
    document.replace('cols', colsElement(runs, before, after, styles.digitWidth));
  }
  if (changes.merges) {
    const elements = merges.map((ref) => elementText('mergeCell', { ref })).join('');
    const count = merges.length;
    document.replace('mergeCells', count === 0 ? '' : elementText('mergeCells', { count }, elements));
  }
  if (changes.filter) {
    document.replace('autoFilter', filterElement(root.child('autoFilter'), before.filter, after.filter));
  }
  if (changes.rules) {
    document.replace('conditionalFormatting', conditionalFormats(after.conditionalRules ?? [], styles));
  }
  if (changes.validations) {
    document.replace('dataValidations', validationsElement(root.child('dataValidations'), after.validations));
  }
  if (changes.tabColor || changes.page) {
    document.replace('sheetPr', sheetProperties(root.child('sheetPr'), after, changes));
  }
  if (changes.page) replacePage(document, after.page);
  if (changes.pane || changes.view) {
    document.replace('sheetViews', sheetViews(root.child('sheetViews'), after, changes.pane, view));
  }
  return document.text();
}

/** The format wants its children in this order: colour, outline, page. */
function sheetProperties(
  element: Element | undefined,
  { tabColor, page }: SheetState,
  changes: { readonly tabColor: boolean; readonly page: boolean },
): string {
  const color = tabColor === null ? '' : elementText('tabColor', { rgb: argb(tabColor) });
  const named = (name: string) => textOf(element?.childrenNamed(name) ?? []);
  return elementText(
    element?.tagName ?? 'sheetPr',
    element?.attributes ?? {},
    (changes.tabColor ? color : named('tabColor')) +
      named('outlinePr') +
      (changes.page ? pageProperties(element?.child('pageSetUpPr'), page) : named('pageSetUpPr')),
  );
}

function sheetViews(
  element: Element | undefined,
  sheet: SheetState,
  changesPane: boolean,
  view: SheetView | undefined,
): string {
  const [first, ...others] = element?.children ?? [];
  const keepsSelection = !changesPane && view?.selection === undefined;
  const pane = changesPane ? paneElement(sheet) : textOf(first?.childrenNamed('pane') ?? []);
  const selection = keepsSelection
    ? textOf(first?.childrenNamed('selection') ?? [])
    : selectionElement(sheet, view?.selection);
  const rest = first?.children.filter(({ name }) => name !== 'pane' && name !== 'selection') ?? [];
  const attributes = {
    workbookViewId: 0,
    ...first?.attributes,
    ...(view !== undefined && { tabSelected: view.isActive ? 1 : undefined }),
  };
  const changed = elementText(first?.tagName ?? 'sheetView', attributes, pane + selection + textOf(rest));
  return elementText('sheetViews', {}, changed + textOf(others));
}

function textOf(elements: readonly Element[]): string {
  return elements.map(({ outer }) => outer).join('');
}

function paneElement({ frozenRows, frozenColumns }: SheetState): string {
  if (frozenRows === 0 && frozenColumns === 0) return '';
  return elementText('pane', {
    xSplit: frozenColumns > 0 ? frozenColumns : undefined,
    ySplit: frozenRows > 0 ? frozenRows : undefined,
    topLeftCell: `${columnLetters(frozenColumns + 1)}${frozenRows + 1}`,
    activePane: scrollingPane(frozenRows, frozenColumns),
    state: 'frozen',
  });
}

/** The selection belongs to the pane that scrolls. */
function selectionElement({ frozenRows, frozenColumns }: SheetState, selection: string | undefined): string {
  if (selection === undefined) return '';
  const ranges = selection.split(',');
  return elementText('selection', {
    pane: scrollingPane(frozenRows, frozenColumns),
    activeCell: ranges.at(-1)?.split(':')[0],
    activeCellId: ranges.length === 1 ? undefined : ranges.length - 1,
    sqref: ranges.join(' '),
  });
}

function scrollingPane(rows: number, columns: number): string | undefined {
  if (rows === 0) return columns === 0 ? undefined : 'topRight';
  return columns === 0 ? 'bottomLeft' : 'bottomRight';
}
