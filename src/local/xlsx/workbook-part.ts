import { OrderedDocument, WORKBOOK_ORDER } from './document-order.ts';
import { type Parts, type Relationship, relationshipNamespace } from './parts.ts';
import { FileFault } from './unreadable.ts';
import {
  attributeIn,
  attributesOf,
  childrenOf,
  escapeXml,
  isTrue,
  outlineOf,
  textOf,
  withAttribute,
} from './xml.ts';

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
  if (!parts.contentType(path).endsWith('+xml')) {
    throw new FileFault('not-xlsx', 'the main part is not XML');
  }
  if (outlineOf(parts.requiredText(path)).root.name !== 'workbook') {
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
  const document = new OrderedDocument(xml, WORKBOOK_ORDER);
  const relationships = parts.relationships(path);
  const sheets = elementsIn(document.childText('sheets')).map((element) => entryOf(element, relationships));
  const properties = document.childText('workbookPr');
  const view = elementsIn(document.childText('bookViews'))[0] ?? '';
  return {
    path,
    xml,
    sheets,
    startsIn1904: isTrue(attributeIn(properties, 'date1904')),
    active: Number(attributeIn(startTag(view), 'activeTab') ?? 0),
    relationships,
  };
}

/** The path of the part that a workbook has one of: its styles, its theme, its shared texts. */
export function relatedPart(workbook: WorkbookPart, type: string): string | undefined {
  return workbook.relationships.find((relationship) => relationship.type === type)?.target;
}

function entryOf(element: string, relationships: readonly Relationship[]): SheetEntry {
  const attributes = attributesOf(element, { start: 0, end: element.length });
  const id = Array.from(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
  const relationship = relationships.find((candidate) => candidate.id === id);
  if (relationship === undefined) {
    throw new FileFault('damaged', 'a sheet leads nowhere');
  }
  const state = attributes.get('state');
  return {
    name: attributes.get('name') ?? '',
    state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    number: Number(attributes.get('sheetId') ?? 0),
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
  if (!isSameList(workbook.sheets, change.sheets)) {
    const namespace = relationshipNamespace(workbook.xml);
    document.replace(
      'sheets',
      `<sheets>${change.sheets.map((sheet) => sheetElement(sheet, namespace)).join('')}</sheets>`,
    );
    const names = document.childText('definedNames');
    if (names !== '') {
      document.replace('definedNames', definedNames(names, workbook.sheets, change.sheets));
    }
  }
  if (workbook.active !== change.active || workbook.sheets.length !== change.sheets.length) {
    document.replace('bookViews', bookViews(document.childText('bookViews'), change.active));
  }
  if (change.recalculate) {
    const calculation = document.childText('calcPr');
    const tag = calculation === '' ? '<calcPr/>' : startTag(calculation).replace(/\s*\/?>$/, '/>');
    document.replace('calcPr', withAttribute(tag, 'fullCalcOnLoad', '1'));
  }
  return document.text();
}

function isSameList(before: readonly SheetEntry[], after: readonly SheetEntry[]): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function sheetElement({ name, state, number, relationship }: SheetEntry, namespace: string): string {
  const hidden = state === 'visible' ? '' : ` state="${state}"`;
  const link = `xmlns:r="${namespace}" r:id="${relationship}"`;
  return `<sheet name="${escapeXml(name)}" sheetId="${number}"${hidden} ${link}/>`;
}

/** Names count sheets by place. A name of a deleted sheet goes with it. */
function definedNames(element: string, before: readonly SheetEntry[], after: readonly SheetEntry[]): string {
  // A sheet that was deleted and made anew under the same name is what a name means.
  const deleted = before.filter(
    ({ number, name }) => !after.some((sheet) => sheet.number === number || sheet.name === name),
  );
  const names = elementsIn(element).flatMap((name) => {
    const tag = startTag(name);
    const place = attributeIn(tag, 'localSheetId');
    if (place === undefined) {
      return refersTo(textOf(name), deleted) ? [] : [name];
    }
    const number = before[Number(place)]?.number;
    const newPlace = after.findIndex((sheet) => sheet.number === number);
    return newPlace === -1
      ? []
      : [withAttribute(tag, 'localSheetId', String(newPlace)) + name.slice(tag.length)];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

function refersTo(text: string, sheets: readonly SheetEntry[]): boolean {
  return sheets.some(
    ({ name }) => text.includes(`${name}!`) || text.includes(`${name.replaceAll("'", "''")}'!`),
  );
}

function bookViews(element: string, active: number): string {
  const [first = '<workbookView/>', ...others] = elementsIn(element);
  const tag = startTag(first);
  // The first tab in view may be one that is gone.
  const changed = withAttribute(withAttribute(tag, 'firstSheet', undefined), 'activeTab', String(active));
  return `<bookViews>${changed}${first.slice(tag.length)}${others.join('')}</bookViews>`;
}

function elementsIn(element: string): string[] {
  const outer = childrenOf(element)[0];
  return outer === undefined
    ? []
    : childrenOf(element, outer.contentStart, outer.contentEnd).map(({ start, end }) =>
        element.slice(start, end),
      );
}

function startTag(element: string): string {
  return /^<[^>]*>/.exec(element)?.[0] ?? '';
}
