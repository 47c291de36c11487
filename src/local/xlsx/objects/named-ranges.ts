import { formatA1, parseA1, rectangleOf } from '../../workbook/a1.ts';
import type { DocumentState } from '../../workbook/document.ts';
import type { NamedRangeState } from '../../workbook/sheet-objects.ts';
import { OrderedDocument, WORKBOOK_ORDER } from '../package/ordered-document.ts';
import { type Element, elementText, escapeXml, parseXml } from '../package/xml.ts';

/**
 * The names of the whole workbook that stand for one range of cells, by the sheet that they lead to. Other names (of one sheet, of
 * constants, of formulas, of whole columns) are the file's own business.
 */
export function readNamedRanges(workbookXml: string): ReadonlyMap<string, readonly NamedRangeState[]> {
  const bySheet = new Map<string, NamedRangeState[]>();
  for (const { attributes, text } of parseXml(workbookXml).child('definedNames')?.children ?? []) {
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

/** The workbook part with the names of ranges changed as they changed in the document. */
export function withNamedRanges(workbookXml: string, before: DocumentState, after: DocumentState): string {
  // What becomes of the names of a deleted sheet hangs on whether it was made anew: the list of sheets settles that.
  const left = before.sheets.filter(({ id }) => after.sheets.some((sheet) => sheet.id === id));
  const known = textsOf({ ...before, sheets: left }, before);
  const wanted = textsOf(after, before);
  const isChanged = (name: string) => known.get(name) !== wanted.get(name);
  const changed = new Set([...known.keys(), ...wanted.keys()].filter(isChanged));
  if (changed.size === 0) return workbookXml;
  const document = new OrderedDocument(workbookXml, WORKBOOK_ORDER);
  const isKept = ({ attributes: { name = '', localSheetId } }: Element) =>
    localSheetId !== undefined || !changed.has(name);
  const kept = (document.root.child('definedNames')?.children ?? []).filter(isKept);
  const added = [...wanted]
    .filter(([name]) => changed.has(name))
    .map(([name, text]) => elementText('definedName', { name }, escapeXml(text)));
  const content = [...kept.map(({ outer }) => outer), ...added].join('');
  document.replace('definedNames', content === '' ? '' : elementText('definedNames', {}, content));
  return document.text();
}

/** What each name says. Names follow a renamed sheet afterwards: here every sheet has the name that its file gives it. */
function textsOf({ sheets }: DocumentState, file: DocumentState): ReadonlyMap<string, string> {
  return new Map(
    sheets.flatMap(({ id, name: own, namedRanges = [] }) => {
      const name = file.sheets.find((sheet) => sheet.id === id)?.name ?? own;
      return namedRanges.map((named): [string, string] => [named.name, textOf(name, named)]);
    }),
  );
}

function textOf(sheet: string, { range }: NamedRangeState): string {
  const place = formatA1(range).replace(/[A-Z]+|\d+/g, '$$$&');
  return `'${sheet.replaceAll("'", "''")}'!${place}`;
}
