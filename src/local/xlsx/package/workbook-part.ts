/** The workbook part: the list of sheets, the active one, and the date system. */
import { FileFault } from './failures.ts';
import type { OrderedDocument } from './ordered-document.ts';
import { type Parts, type Relationship, relationshipId, relationshipNamespace } from './parts.ts';
import { type Element, elementText, isTrue, outerText, parseXml } from './xml.ts';

/** A `<sheet>` element of the workbook part. */
export interface SheetEntry {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly number: number;
  readonly relationship: string;
  /**
   * Path of the worksheet; null: a chart, dialog or macro sheet or a module, which a document cannot hold.
   */
  readonly path: string | null;
}

export interface WorkbookPart {
  readonly path: string;
  readonly xml: string;
  readonly root: Element;
  readonly sheets: readonly SheetEntry[];
  readonly startsIn1904: boolean;
  /** Position of the active sheet in the list, from 0. */
  readonly active: number;
}

/**
 * Reads the workbook part of a package.
 * @throws {FileFault} where the package is not an xlsx workbook or has no worksheet.
 */
export function readWorkbookPart(parts: Parts): WorkbookPart {
  const path = parts.related('', 'officeDocument');
  if (path === null || !parts.has('[Content_Types].xml')) {
    throw new FileFault('not-xlsx', 'the package has no main part');
  }
  // A binary workbook (xlsb) has the same parts, but not as XML.
  if (!parts.contentType(path).endsWith('+xml')) throw new FileFault('not-xlsx', 'the main part is not XML');
  const workbook = workbookPartAt(parts, path);
  if (workbook.root.name !== 'workbook') throw new FileFault('not-xlsx', 'the main part is no workbook');
  if (workbook.sheets.length === 0) throw new FileFault('damaged', 'the workbook has no sheet');
  if (workbook.sheets.every((sheet) => sheet.path === null)) {
    throw new FileFault('no-worksheet', 'the workbook has no worksheet');
  }
  return workbook;
}

/** Reads the workbook part at a path. It may have no sheets yet. */
export function workbookPartAt(parts: Parts, path: string): WorkbookPart {
  const xml = parts.requiredText(path);
  const root = parseXml(xml);
  const relationships = parts.relationships(path);
  return {
    path,
    xml,
    root,
    sheets: root.childrenOf('sheets').map((sheet) => entryOf(sheet, relationships)),
    startsIn1904: isTrue(root.child('workbookPr')?.attributes.date1904),
    active: Number(root.childrenOf('bookViews')[0]?.attributes.activeTab ?? 0),
  };
}

function entryOf(element: Element, relationships: readonly Relationship[]): SheetEntry {
  const id = relationshipId(element) ?? '';
  const relationship = relationships.find((candidate) => candidate.id === id);
  // Macro modules of Excel 95 are in the list with an empty relationship id.
  if (relationship === undefined && id !== '') throw new FileFault('damaged', 'a sheet leads nowhere');
  const { name = '', state, sheetId = 0 } = element.attributes;
  return {
    name,
    state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    number: Number(sheetId),
    relationship: id,
    path: relationship?.type === 'worksheet' ? relationship.target : null,
  };
}

export function isSameList(before: readonly SheetEntry[], after: readonly SheetEntry[]): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/** Updates the list of sheets and the position of the active one. */
export function replaceSheets(
  document: OrderedDocument,
  workbook: WorkbookPart,
  sheets: readonly SheetEntry[],
  active: number,
): void {
  if (!isSameList(workbook.sheets, sheets)) {
    const namespace = relationshipNamespace(workbook.xml);
    document.replaceList(
      'sheets',
      sheets.map((sheet) => sheetElement(sheet, namespace)),
    );
  }
  if (workbook.active !== active || workbook.sheets.length !== sheets.length) {
    document.replace('bookViews', bookViews(workbook.root.childrenOf('bookViews'), active));
  }
}

/** Makes Excel recalculate when it opens the file, because cached formula results may be outdated. */
export function askForCalculation(document: OrderedDocument): void {
  const attributes = { ...document.root.child('calcPr')?.attributes, fullCalcOnLoad: 1 };
  document.replace('calcPr', elementText('calcPr', attributes));
}

function sheetElement({ name, state, number, relationship }: SheetEntry, namespace: string): string {
  return elementText('sheet', {
    name,
    sheetId: number,
    state: state === 'visible' ? null : state,
    'xmlns:r': namespace,
    'r:id': relationship,
  });
}

function bookViews([first, ...others]: readonly Element[], activeTab: number): string {
  // The first visible tab is reset, because that sheet may be gone.
  const attributes = { ...first?.attributes, firstSheet: null, activeTab };
  const changed = elementText('workbookView', attributes, first?.inner);
  return elementText('bookViews', {}, changed + outerText(others));
}
