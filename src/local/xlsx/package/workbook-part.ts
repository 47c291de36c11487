import { FileFault } from './failures.ts';
import { OrderedDocument, WORKBOOK_ORDER } from './ordered-document.ts';
import { type Parts, type Relationship, relationshipNamespace } from './parts.ts';
import { type Element, elementText, isTrue, parseXml } from './xml.ts';

/** A `<sheet>` of the workbook part. */
export interface SheetEntry {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly number: number;
  readonly relationship: string;
  /** Where the worksheet stands; nothing for a chart sheet, a dialog or a macro sheet, which a document has no place for. */
  readonly path: string | undefined;
}

export interface WorkbookPart {
  readonly path: string;
  readonly xml: string;
  readonly sheets: readonly SheetEntry[];
  readonly startsIn1904: boolean;
  /** Place of the shown sheet in the list. */
  readonly active: number;
  readonly relationships: readonly Relationship[];
}

/** Finds and reads the workbook part of a package. Throws a {@link FileFault} where it is none of a workbook. */
export function readWorkbookPart(parts: Parts): WorkbookPart {
  const path = parts.relationships('').find(({ type }) => type === 'officeDocument')?.target;
  if (path === undefined || !parts.has('[Content_Types].xml')) {
    throw new FileFault('not-xlsx', 'the package has no main part');
  }
  // A binary workbook (xlsb) has the same parts, in another language.
  if (!parts.contentType(path).endsWith('+xml')) throw new FileFault('not-xlsx', 'the main part is not XML');
  if (parseXml(parts.requiredText(path)).name !== 'workbook') {
    throw new FileFault('not-xlsx', 'the main part is no workbook');
  }
  const workbook = workbookPartAt(parts, path);
  if (!workbook.sheets.some((sheet) => sheet.path !== undefined)) {
    throw new FileFault('damaged', 'the workbook has no worksheet');
  }
  return workbook;
}

/** The workbook part of a package, which may have no sheets yet. */
export function workbookPartAt(parts: Parts, path: string): WorkbookPart {
  const xml = parts.requiredText(path);
  const root = parseXml(xml);
  const relationships = parts.relationships(path);
  return {
    path,
    xml,
    sheets: root.child('sheets')?.children.map((sheet) => entryOf(sheet, relationships)) ?? [],
    startsIn1904: isTrue(root.child('workbookPr')?.attributes.date1904),
    active: Number(root.child('bookViews')?.children[0]?.attributes.activeTab ?? 0),
    relationships,
  };
}

/** The path of the part that a workbook has one of: its styles, its theme, its shared texts. */
export function relatedPart(workbook: WorkbookPart, type: string): string | undefined {
  return workbook.relationships.find((relationship) => relationship.type === type)?.target;
}

function entryOf({ attributes }: Element, relationships: readonly Relationship[]): SheetEntry {
  const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
  const relationship = relationships.find((candidate) => candidate.id === id);
  if (relationship === undefined) throw new FileFault('damaged', 'a sheet leads nowhere');
  const { name = '', state, sheetId = 0 } = attributes;
  return {
    name,
    state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    number: Number(sheetId),
    relationship: id,
    path: relationship.type === 'worksheet' ? relationship.target : undefined,
  };
}

export interface WorkbookChange {
  readonly sheets: readonly SheetEntry[];
  readonly active: number;
  /** Whether cells changed, so that the cached results of formulas may be old. */
  readonly recalculate: boolean;
}

/** The workbook part with another list of sheets; names that belong to a sheet follow it to its new place. */
export function changedWorkbook(workbook: WorkbookPart, change: WorkbookChange): string {
  const document = new OrderedDocument(workbook.xml, WORKBOOK_ORDER);
  const { root } = document;
  if (!isSameList(workbook.sheets, change.sheets)) {
    const namespace = relationshipNamespace(workbook.xml);
    const sheets = change.sheets.map((sheet) => sheetElement(sheet, namespace));
    document.replace('sheets', elementText('sheets', {}, sheets.join('')));
    const names = root.child('definedNames');
    if (names !== undefined) {
      document.replace('definedNames', definedNames(names, workbook.sheets, change.sheets));
    }
  }
  if (workbook.active !== change.active || workbook.sheets.length !== change.sheets.length) {
    document.replace('bookViews', bookViews(root.child('bookViews'), change.active));
  }
  if (change.recalculate) {
    const calculation = root.child('calcPr')?.attributes;
    document.replace('calcPr', elementText('calcPr', { ...calculation, fullCalcOnLoad: 1 }));
  }
  return document.text();
}

function isSameList(before: readonly SheetEntry[], after: readonly SheetEntry[]): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function sheetElement({ name, state, number, relationship }: SheetEntry, namespace: string): string {
  return elementText('sheet', {
    name,
    sheetId: number,
    state: state === 'visible' ? undefined : state,
    'xmlns:r': namespace,
    'r:id': relationship,
  });
}

/** Names count sheets by place. A name of a deleted sheet goes with it. */
function definedNames(element: Element, before: readonly SheetEntry[], after: readonly SheetEntry[]): string {
  // A sheet that was deleted and made anew under the same name is what a name means.
  const deleted = before.filter(
    ({ number, name }) => !after.some((sheet) => sheet.number === number || sheet.name === name),
  );
  const names = element.children.flatMap((name) => {
    const place = name.attributes.localSheetId;
    if (place === undefined) return refersTo(name.text, deleted) ? [] : [name.outer];
    const number = before[Number(place)]?.number;
    const localSheetId = after.findIndex((sheet) => sheet.number === number);
    return localSheetId === -1
      ? []
      : [elementText(name.tagName, { ...name.attributes, localSheetId }, name.inner)];
  });
  return names.length === 0 ? '' : elementText('definedNames', {}, names.join(''));
}

function refersTo(text: string, sheets: readonly SheetEntry[]): boolean {
  return sheets.some(
    ({ name }) => text.includes(`${name}!`) || text.includes(`${name.replaceAll("'", "''")}'!`),
  );
}

function bookViews(element: Element | undefined, activeTab: number): string {
  const [first, ...others] = element?.children ?? [];
  // The first tab in view may be one that is gone.
  const attributes = { ...first?.attributes, firstSheet: undefined, activeTab };
  const changed = elementText(first?.tagName ?? 'workbookView', attributes, first?.inner);
  return elementText('bookViews', {}, changed + others.map(({ outer }) => outer).join(''));
}
