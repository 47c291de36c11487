/**
 * The defined names of a workbook, as far as a document has a word for them: ranges with a name, the rows that every printed page
 * repeats, the range of a filter. Other names (of constants, of formulas, of whole columns) are the file's own business.
 */
import { isDeepStrictEqual } from 'node:util';
import { parseA1, rectangleOf } from '../../workbook/a1.ts';
import type { DocumentState, SheetState, TitleRows } from '../../workbook/document.ts';
import type { NamedRangeState } from '../../workbook/sheet-objects.ts';
import type { OrderedDocument } from '../package/ordered-document.ts';
import { isSameList, type SheetEntry } from '../package/workbook-part.ts';
import { type Element, elementText, escapeXml } from '../package/xml.ts';
import { absoluteA1, quoted } from '../sheet/references.ts';

/** Names that the format keeps for itself. */
const TITLES = '_xlnm.Print_Titles';
const FILTER = '_xlnm._FilterDatabase';

/** The rows that the pages of a sheet repeat, by the sheet's place in the list. */
export function readTitleRows(workbook: Element): ReadonlyMap<number, number | TitleRows> {
  const rows = new Map<number, number | TitleRows>();
  for (const { attributes, text } of workbook.childrenOf('definedNames')) {
    const [first, last] = /!\$(\d+):\$(\d+)$/.exec(text)?.slice(1).map(Number) ?? [];
    if (attributes.name !== TITLES || first === undefined || last === undefined) continue;
    rows.set(Number(attributes.localSheetId), first === 1 ? last : { first, last });
  }
  return rows;
}

/** The names of the whole workbook that stand for one range of cells, by the name of the sheet that they lead to. */
export function readNamedRanges(workbook: Element): ReadonlyMap<string, readonly NamedRangeState[]> {
  const bySheet = new Map<string, NamedRangeState[]>();
  for (const { attributes, text } of workbook.childrenOf('definedNames')) {
    const reference = parseA1(text);
    const { name } = attributes;
    if (name === undefined || attributes.localSheetId !== undefined || reference === null) continue;
    const { sheet, endRow, endColumn } = reference;
    if (sheet === null || endRow === null || endColumn === null) continue;
    const range = rectangleOf(reference, { maxRows: endRow, maxColumns: endColumn });
    bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), { name, range }]);
  }
  return bySheet;
}

/** A name of the workbook, or of the sheet at a place in the list; `text` is `null` for one that goes. */
interface NewName {
  readonly name: string;
  readonly place: number | null;
  readonly text: string | null;
}

/** The sheets of a workbook as its file has them and as it will have them, and the document before and after. */
interface NameChange {
  readonly entries: readonly [before: readonly SheetEntry[], after: readonly SheetEntry[]];
  readonly documents: readonly [before: DocumentState, after: DocumentState];
  /** The place in the new list of each sheet of the document. */
  readonly placeOf: (sheet: SheetState) => number;
}

/**
 * Makes the names what they are now: those of sheets follow them to their places, those of deleted ones go. References follow a
 * renamed sheet afterwards: here every sheet has the name that its file gives it.
 */
export function replaceNames(document: OrderedDocument, { entries, documents, placeOf }: NameChange): void {
  const elements = document.root.childrenOf('definedNames');
  const [before, after] = documents;
  const known = isSameList(...entries)
    ? elements.map(unmoved)
    : elements.flatMap((name) => moved(name, ...entries));
  const changes = [
    ...changedRanges(before, after),
    ...after.sheets.flatMap((sheet) => {
      const old = before.sheets.find(({ id }) => id === sheet.id);
      return changedLocalNames(old, sheet, placeOf(sheet), known);
    }),
  ];
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

/** A name in another list of sheets. Names count sheets by place. */
function moved(
  element: Element,
  before: readonly SheetEntry[],
  after: readonly SheetEntry[],
): readonly KnownName[] {
  const name = unmoved(element);
  if (name.place === null) {
    // A sheet that was deleted and made anew under the same name is what a name means.
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
  return sheets.some(({ name }) => text.includes(`${name}!`) || text.includes(`${quoted(name)}!`));
}

/** What becomes of the names of a deleted sheet hangs on whether it was made anew: the list of sheets settles that. */
function changedRanges(before: DocumentState, after: DocumentState): readonly NewName[] {
  const left = before.sheets.filter(({ id }) => after.sheets.some((sheet) => sheet.id === id));
  const known = textsOf(left, before);
  const wanted = textsOf(after.sheets, before);
  return [...new Set([...known.keys(), ...wanted.keys()])]
    .filter((name) => known.get(name) !== wanted.get(name))
    .map((name) => ({ name, place: null, text: wanted.get(name) ?? null }));
}

function textsOf(sheets: readonly SheetState[], file: DocumentState): ReadonlyMap<string, string> {
  return new Map(
    sheets.flatMap(({ id, name, namedRanges = [] }) => {
      const sheet = quoted(file.sheets.find((known) => known.id === id)?.name ?? name);
      return namedRanges.map((named) => [named.name, `${sheet}!${absoluteA1(named.range)}`] as const);
    }),
  );
}

function titleText(rows: number | TitleRows): string {
  const { first, last } = typeof rows === 'number' ? { first: 1, last: rows } : rows;
  return `$${first}:$${last}`;
}

/** The names of a sheet that a change of its page or its filter changes. */
function changedLocalNames(
  before: SheetState | undefined,
  after: SheetState,
  place: number,
  known: readonly KnownName[],
): readonly NewName[] {
  const sheet = quoted(before?.name ?? after.name);
  const names: NewName[] = [];
  const rows = after.page?.printTitleRows;
  if (!isDeepStrictEqual(before?.page?.printTitleRows, rows)) {
    const title = { name: TITLES, place };
    const old = known.find((name) => isSameName({ ...title, text: null }, name))?.text ?? '';
    // Columns that every page repeats are the file's own business.
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
