import { formatA1 } from '../../workbook/a1.ts';
import type { SheetState } from '../../workbook/document.ts';
import { OrderedDocument, WORKBOOK_ORDER } from '../package/ordered-document.ts';
import { type Element, elementText, escapeXml, parseXml } from '../package/xml.ts';
import { isSameFilter } from '../sheet/sheet-filter.ts';

/** Names that the format keeps for itself: rows that every page repeats, and the range of a filter. */
const TITLES = '_xlnm.Print_Titles';
const FILTER = '_xlnm._FilterDatabase';

/** A name that belongs to a sheet, which is told by its place in the list. */
export interface LocalName {
  readonly name: string;
  readonly place: number;
  readonly hidden: boolean;
  /** What it then says; nothing for a name that goes. */
  change(before: string | undefined): string | undefined;
}

/** How many rows every page of a sheet repeats, by the sheet's place. */
export function readTitleRows(workbookXml: string): ReadonlyMap<number, number> {
  const names = parseXml(workbookXml).child('definedNames')?.children ?? [];
  return new Map(
    names.flatMap(({ attributes: { name, localSheetId }, text }): [number, number][] => {
      const last = /!\$1:\$(\d+)$/.exec(text)?.[1];
      return name === TITLES && localSheetId !== undefined && last !== undefined
        ? [[Number(localSheetId), Number(last)]]
        : [];
    }),
  );
}

/** The names of a sheet that a change of its page or its filter changes. */
export function changedNames(before: SheetState, after: SheetState, place: number): LocalName[] {
  // Names that refer to a sheet follow it to its new name afterwards.
  const sheet = `'${before.name.replaceAll("'", "''")}'`;
  const rows = after.page?.printTitleRows;
  const names: LocalName[] = [];
  if (before.page?.printTitleRows !== rows) {
    const title = rows === undefined ? [] : [`${sheet}!$1:$${rows}`];
    names.push({
      name: TITLES,
      place,
      hidden: false,
      change: (old) => [...repeatedColumns(old), ...title].join(',') || undefined,
    });
  }
  const { filter } = after;
  if (!isSameFilter(before.filter, filter)) {
    const text =
      filter === undefined
        ? undefined
        : `${sheet}!${formatA1(filter).replace(/([A-Z]+)(\d+)/g, (_, column: string, row: string) => `$${column}$${row}`)}`;
    names.push({ name: FILTER, place, hidden: true, change: () => text });
  }
  return names;
}

/** The workbook part with these names changed. */
export function withLocalNames(workbookXml: string, names: readonly LocalName[]): string {
  if (names.length === 0) return workbookXml;
  const document = new OrderedDocument(workbookXml, WORKBOOK_ORDER);
  const all = document.root.child('definedNames')?.children ?? [];
  const isOf = (name: LocalName, { attributes }: Element) =>
    attributes.name === name.name && attributes.localSheetId === String(name.place);
  const kept = all.filter((element) => !names.some((name) => isOf(name, element)));
  const added = names.flatMap((name) => {
    const text = name.change(all.find((element) => isOf(name, element))?.text);
    const attributes = {
      name: name.name,
      localSheetId: name.place,
      hidden: name.hidden ? 1 : undefined,
    };
    return text === undefined ? [] : [elementText('definedName', attributes, escapeXml(text))];
  });
  const content = [...kept.map(({ outer }) => outer), ...added].join('');
  document.replace('definedNames', content === '' ? '' : elementText('definedNames', {}, content));
  return document.text();
}

/** Columns that every page repeats are the file's own business. */
function repeatedColumns(text: string | undefined): readonly string[] {
  return /(?:'(?:[^']|'')*'|[^',!]+)!\$[A-Z]+:\$[A-Z]+/.exec(text ?? '') ?? [];
}
