/**
 * Defined names of a workbook that our model knows: repeated print rows and filter ranges. Other names stay
 * as they are in the file.
 */
import { isDeepStrictEqual } from 'node:util';
import type { DocumentState, SheetState, TitleRows } from '../../workbook/document.ts';
import { sheetsNamedIn } from '../../workbook/sheet-references.ts';
import type { OrderedDocument } from '../package/ordered-document.ts';
import { isSameList, type SheetEntry } from '../package/workbook-part.ts';
import { type Element, elementText, escapeXml } from '../package/xml.ts';
import { absoluteA1, quoted } from '../sheet/references.ts';

/** Names reserved by the format. */
const TITLES = '_xlnm.Print_Titles';
const FILTER = '_xlnm._FilterDatabase';

/**
 * The rows repeated on each printed page, by the sheet's position in the list, counted from 0. A number n
 * means rows 1 to n.
 */
export function readTitleRows(workbook: Element): ReadonlyMap<number, number | TitleRows> {
  const rows = new Map<number, number | TitleRows>();
  for (const { attributes, text } of workbook.childrenOf('definedNames')) {
    const [first, last] = /!\$(\d+):\$(\d+)$/.exec(text)?.slice(1).map(Number) ?? [];
    if (attributes.name !== TITLES || first === undefined || last === undefined) continue;
    rows.set(Number(attributes.localSheetId), first === 1 ? last : { first, last });
  }
  return rows;
}

/** A name to write. `place` is the sheet's position in the list. `text` null: the name is removed. */
interface NewName {
  readonly name: string;
  readonly place: number;
  readonly text: string | null;
}

/** The list of sheets and the document, before and after. */
interface NameChange {
  readonly entries: readonly [before: readonly SheetEntry[], after: readonly SheetEntry[]];
  readonly documents: readonly [before: DocumentState, after: DocumentState];
  /** Position of a sheet in the new list. */
  readonly placeOf: (sheet: SheetState) => number;
}

/** Updates the defined names. Names of a sheet move with it; names of a deleted sheet are removed. */
export function replaceNames(document: OrderedDocument, { entries, documents, placeOf }: NameChange): void {
  const elements = document.root.childrenOf('definedNames');
  const [before, after] = documents;
  const known = isSameList(...entries)
    ? elements.map(unmoved)
    : elements.flatMap((name) => moved(name, ...entries));
  const changes = after.sheets.flatMap((sheet) => {
    const old = before.sheets.find(({ id }) => id === sheet.id);
    return changedNames(old, sheet, placeOf(sheet), known);
  });
  const isKept = (name: KnownName) => !changes.some((change) => isSameName(change, name));
  const added = changes.flatMap(({ name, place, text }) => {
    const attributes = { name, localSheetId: place, hidden: name === FILTER ? 1 : null };
    return text === null ? [] : [elementText('definedName', attributes, escapeXml(text))];
  });
  const names = [...known.filter(isKept).map(({ xml }) => xml), ...added];
  if (
    isDeepStrictEqual(
      names,
      elements.map(({ outer }) => outer),
    )
  )
    return;
  document.replaceList('definedNames', names);
}

interface KnownName {
  readonly name: string | undefined;
  readonly place: number | null;
  readonly text: string;
  readonly xml: string;
}

function isSameName(one: NewName, { name, place }: KnownName): boolean {
  return one.name === name && one.place === place;
}

function unmoved({ attributes: { name, localSheetId }, text, outer }: Element): KnownName {
  return { name, place: localSheetId === undefined ? null : Number(localSheetId), text, xml: outer };
}

/**
 * A name after the list of sheets has changed, which may shift its sheet's position. Empty: the name is
 * removed.
 */
function moved(
  element: Element,
  before: readonly SheetEntry[],
  after: readonly SheetEntry[],
): readonly KnownName[] {
  const name = unmoved(element);
  if (name.place === null) {
    // If a deleted sheet was recreated under the same name, the name refers to the new one.
    const isGone = (entry: SheetEntry) =>
      !after.some((sheet) => sheet.number === entry.number || sheet.name === entry.name);
    return refersTo(name.text, before.filter(isGone)) ? [] : [name];
  }
  const number = before[name.place]?.number;
  const localSheetId = after.findIndex((sheet) => sheet.number === number);
  if (localSheetId === -1) return [];
  const attributes = { ...element.attributes, localSheetId };
  return [{ ...name, place: localSheetId, xml: elementText(element.tagName, attributes, element.inner) }];
}

function refersTo(text: string, sheets: readonly SheetEntry[]): boolean {
  const named = sheetsNamedIn(text);
  return sheets.some(({ name }) => named.includes(name.toLowerCase()));
}

function titleText(rows: number | TitleRows): string {
  const { first, last } = typeof rows === 'number' ? { first: 1, last: rows } : rows;
  return `$${first}:$${last}`;
}

/** The names of a sheet affected by changes to its page or filter. */
function changedNames(
  before: SheetState | undefined,
  after: SheetState,
  place: number,
  known: readonly KnownName[],
): readonly NewName[] {
  const sheet = quoted(after.name);
  const names: NewName[] = [];
  const rows = after.page?.printTitleRows;
  if (!isDeepStrictEqual(before?.page?.printTitleRows, rows)) {
    const title = { name: TITLES, place };
    const old = known.find((name) => isSameName({ ...title, text: null }, name))?.text ?? '';
    // Repeated print columns stay as they are in the file.
    const columns = /(?:'(?:[^']|'')*'|[^',!]+)!\$[A-Z]+:\$[A-Z]+/.exec(old) ?? [];
    const text = [...columns, ...(rows === undefined ? [] : [`${sheet}!${titleText(rows)}`])].join(',');
    names.push({ ...title, text: text === '' ? null : text });
  }
  const { filter } = after;
  if (!isDeepStrictEqual(before?.filter, filter)) {
    names.push({ name: FILTER, place, text: filter === undefined ? null : `${sheet}!${absoluteA1(filter)}` });
  }
  return names;
}
