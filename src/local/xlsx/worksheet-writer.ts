import type { SheetState } from '../host/document.ts';
import { cellName, rangeName } from './addresses.ts';
import { colsElement, columnRuns } from './columns.ts';
import type { DateSystem } from './dates.ts';
import { OrderedDocument, WORKSHEET_ORDER } from './document-order.ts';
import { hasSameCells, reachOf } from './same-cells.ts';
import { sheetDataElement } from './sheet-data-writer.ts';
import type { StyleBook } from './style-book.ts';
import { argb } from './style-elements.ts';
import { childrenOf, escapeXml, withAttribute } from './xml.ts';

/** How a sheet is shown when the workbook opens. */
export interface SheetView {
  readonly isActive: boolean;
  /** The selected range; nothing where it stays as the file has it. */
  readonly selection: string | undefined;
}

export interface WorksheetChange {
  readonly before: SheetState;
  readonly after: SheetState;
  /** Nothing where the sheet is shown as before. */
  readonly view: SheetView | undefined;
}

/** A worksheet part after a change. Each of its elements is touched only if what it says has changed. */
export function changedWorksheet(
  xml: string,
  { before, after, view }: WorksheetChange,
  styles: StyleBook,
  dates: DateSystem,
): string {
  const document = new OrderedDocument(xml, WORKSHEET_ORDER);
  const cols = document.childText('cols');
  if (!hasSameCells(before, after) || !hasSameRows(before, after)) {
    const sheetData = document.child('sheetData');
    document.replace('sheetData', sheetDataElement({ xml, sheetData, cols, before, after, styles, dates }));
    const reach = reachOf({ ...after, styles: [] });
    const end = cellName(Math.max(1, reach.rows), Math.max(1, reach.columns));
    document.replace('dimension', `<dimension ref="${end === 'A1' ? 'A1' : `A1:${end}`}"/>`);
  }
  if (
    !isSameMap(before.columnWidths, after.columnWidths) ||
    !isSameSet(before.hiddenColumns, after.hiddenColumns)
  ) {
    document.replace('cols', colsElement(columnRuns(cols), before, after, styles.digitWidth));
  }
  const merges = after.merges.map(rangeName);
  if (!isSameSet(new Set(before.merges.map(rangeName)), new Set(merges))) {
    const elements = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
    document.replace(
      'mergeCells',
      merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${elements}</mergeCells>`,
    );
  }
  if (before.tabColor !== after.tabColor) {
    document.replace('sheetPr', sheetProperties(document.childText('sheetPr'), after.tabColor));
  }
  const isFrozenAsBefore =
    before.frozenRows === after.frozenRows && before.frozenColumns === after.frozenColumns;
  if (!isFrozenAsBefore || view !== undefined) {
    document.replace(
      'sheetViews',
      sheetViews(document.childText('sheetViews'), after, !isFrozenAsBefore, view),
    );
  }
  return document.text();
}

/** Whether a worksheet part has nothing to change. */
export function isSameSheet(before: SheetState, after: SheetState): boolean {
  return (
    hasSameCells(before, after) &&
    hasSameRows(before, after) &&
    isSameMap(before.columnWidths, after.columnWidths) &&
    isSameSet(before.hiddenColumns, after.hiddenColumns) &&
    isSameSet(new Set(before.merges.map(rangeName)), new Set(after.merges.map(rangeName))) &&
    before.tabColor === after.tabColor &&
    before.frozenRows === after.frozenRows &&
    before.frozenColumns === after.frozenColumns
  );
}

function hasSameRows(before: SheetState, after: SheetState): boolean {
  return isSameMap(before.rowHeights, after.rowHeights) && isSameSet(before.hiddenRows, after.hiddenRows);
}

/** Whether two maps hold the same. */
export function isSameMap<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): boolean {
  return before.size === after.size && [...before].every(([key, value]) => after.get(key) === value);
}

function isSameSet<T>(before: ReadonlySet<T>, after: ReadonlySet<T>): boolean {
  return before.size === after.size && [...before].every((value) => after.has(value));
}

interface Pieces {
  readonly tag: string;
  readonly children: readonly { readonly name: string; readonly text: string }[];
}

function piecesOf(element: string, otherwise: string): Pieces {
  const outer = childrenOf(element)[0];
  if (outer === undefined) {
    return { tag: otherwise, children: [] };
  }
  return {
    tag: element.slice(outer.start, outer.contentStart).replace(/\s*\/>$/, '>'),
    children: childrenOf(element, outer.contentStart, outer.contentEnd).map(({ name, start, end }) => ({
      name,
      text: element.slice(start, end),
    })),
  };
}

function joined(tag: string, content: string): string {
  const name = /^<([\w:.-]+)/.exec(tag)?.[1] ?? '';
  return content === '' ? `${tag.slice(0, -1)}/>` : `${tag}${content}</${name}>`;
}

function sheetProperties(element: string, tabColor: string | null): string {
  const { tag, children } = piecesOf(element, '<sheetPr>');
  const rest = children.filter(({ name }) => name !== 'tabColor').map(({ text }) => text);
  return joined(tag, (tabColor === null ? '' : `<tabColor rgb="${argb(tabColor)}"/>`) + rest.join(''));
}

function sheetViews(
  element: string,
  sheet: SheetState,
  changesPane: boolean,
  view: SheetView | undefined,
): string {
  const views = piecesOf(element, '<sheetViews>');
  const [first, ...others] = views.children;
  const { tag, children } = piecesOf(first?.text ?? '', '<sheetView workbookViewId="0">');
  const keepsSelection = !changesPane && view?.selection === undefined;
  const kept = children.filter(
    ({ name }) => !(name === 'pane' && changesPane) && !(name === 'selection' && !keepsSelection),
  );
  const pane = changesPane ? paneElement(sheet) : '';
  const keptPane = kept.filter(({ name }) => name === 'pane').map(({ text }) => text);
  const rest = kept.filter(({ name }) => name !== 'pane').map(({ text }) => text);
  const selection = keepsSelection ? '' : selectionElement(sheet, view?.selection);
  const start = view === undefined ? tag : withAttribute(tag, 'tabSelected', view.isActive ? '1' : undefined);
  const changed = joined(start, [pane, ...keptPane, selection, ...rest].join(''));
  return joined(views.tag, changed + others.map(({ text }) => text).join(''));
}

function paneElement({ frozenRows, frozenColumns }: SheetState): string {
  if (frozenRows === 0 && frozenColumns === 0) {
    return '';
  }
  const splits =
    (frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : '') +
    (frozenRows > 0 ? ` ySplit="${frozenRows}"` : '');
  const topLeft = cellName(frozenRows + 1, frozenColumns + 1);
  return `<pane${splits} topLeftCell="${topLeft}" activePane="${paneName(frozenRows, frozenColumns)}" state="frozen"/>`;
}

function paneName(rows: number, columns: number): string {
  return rows > 0 ? (columns > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight';
}

/** The selection belongs to the pane that scrolls. */
function selectionElement({ frozenRows, frozenColumns }: SheetState, selection: string | undefined): string {
  if (selection === undefined) {
    return '';
  }
  const pane =
    frozenRows === 0 && frozenColumns === 0 ? '' : ` pane="${paneName(frozenRows, frozenColumns)}"`;
  const first = selection.split(':')[0] ?? 'A1';
  return `<selection${pane} activeCell="${escapeXml(first)}" sqref="${escapeXml(selection)}"/>`;
}
