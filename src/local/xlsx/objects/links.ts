/** Links of cells, to URLs and to places in the workbook. */
import { isDeepStrictEqual } from 'node:util';
import { parseA1 } from '../../workbook/a1.ts';
import type { DocumentState, SheetState } from '../../workbook/document.ts';
import { OrderedDocument, WORKSHEET_ORDER } from '../package/ordered-document.ts';
import { type Parts, relationshipId, relationshipNamespace } from '../package/parts.ts';
import { type Element, elementText } from '../package/xml.ts';
import { cellName, keyOfCell, quoted } from '../sheet/references.ts';

type Links = ReadonlyMap<string, string>;

/** Targets of a sheet's links, by `row,column`. A link over several cells counts for the first. */
export function readLinks(
  parts: Parts,
  sheetPath: string,
  hyperlinks: readonly Element[],
): Map<string, string> {
  return new Map(linksIn(parts, sheetPath, hyperlinks).map(({ key, target }) => [key, target]));
}

/** Writes the changes of a sheet's links. Unchanged links keep their tooltips and ranges. */
export function writeLinks(
  parts: Parts,
  sheetPath: string,
  before: Links = new Map(),
  after: Links = new Map(),
): void {
  if (isDeepStrictEqual(before, after)) return;
  const sheet = parts.requiredText(sheetPath);
  const document = new OrderedDocument(sheet, WORKSHEET_ORDER);
  const known = linksIn(parts, sheetPath, document.root.childrenOf('hyperlinks'));
  const isKept = (key: string) => before.get(key) === after.get(key);
  const kept = known.filter(({ key }) => isKept(key));
  for (const { relationship } of known.filter(({ key }) => !isKept(key))) {
    const isShared = kept.some((link) => link.relationship === relationship);
    if (relationship !== null && !isShared) parts.removeRelationship(sheetPath, relationship);
  }
  const added = [...after]
    .filter(([key]) => !isKept(key))
    .map(([key, target]) => {
      const ref = cellName(key);
      if (target.startsWith('#')) return elementText('hyperlink', { ref, location: target.slice(1) });
      const id = parts.addRelationship(sheetPath, 'hyperlink', target, true);
      return elementText('hyperlink', { ref, 'xmlns:r': relationshipNamespace(sheet), 'r:id': id });
    });
  document.replaceList('hyperlinks', [...kept.map(({ element }) => element.outer), ...added]);
  parts.setText(sheetPath, document.text());
}

interface Link {
  readonly key: string;
  readonly target: string;
  readonly relationship: string | null;
  readonly element: Element;
}

function linksIn(parts: Parts, sheetPath: string, hyperlinks: readonly Element[]): Link[] {
  if (hyperlinks.length === 0) return [];
  const addresses = new Map(parts.relationships(sheetPath).map(({ id, target }) => [id, target]));
  return hyperlinks.flatMap((element) => {
    const { ref, location } = element.attributes;
    const key = keyOfCell(ref);
    const relationship = relationshipId(element);
    const target = (addresses.get(relationship ?? '') ?? '') + (location === undefined ? '' : `#${location}`);
    return key === null || target === '' ? [] : [{ key, target, relationship, element }];
  });
}

/** The link formula of result tabs: `=HYPERLINK("#gid=7&range=A12","A12")`. */
const INTERNAL_LINK = /^=HYPERLINK\(\s*"#gid=(\d+)(?:&range=([^"&]+))?"\s*[,;]\s*"(?:[^"]|"")*"\s*\)$/i;

/**
 * Converts link formulas of Sheets for a file. `#gid=…` works only in Sheets, so such a cell gets its label
 * as text and a real link. A formula that came from the file stays.
 */
export function withInternalLinks(document: DocumentState, original: DocumentState): DocumentState {
  const names = new Map(document.sheets.map(({ id, name }) => [id, name]));
  const sheets = document.sheets.map((sheet) => {
    const before = original.sheets.find(({ id }) => id === sheet.id);
    return linkedSheet(sheet, before, names);
  });
  return { ...document, sheets };
}

function linkedSheet(
  sheet: SheetState,
  before: SheetState | undefined,
  names: ReadonlyMap<number, string>,
): SheetState {
  const links = new Map<string, string>();
  for (const [key, formula] of sheet.formulas) {
    const target = before?.formulas.get(key) === formula ? null : targetOf(formula, names);
    if (target !== null) links.set(key, target);
  }
  if (links.size === 0) return sheet;
  const formulas = new Map([...sheet.formulas].filter(([key]) => !links.has(key)));
  return { ...sheet, formulas, links: new Map([...(sheet.links ?? []), ...links]) };
}

function targetOf(formula: string, names: ReadonlyMap<number, string>): string | null {
  const [, id, range = 'A1'] = INTERNAL_LINK.exec(formula) ?? [];
  const name = names.get(Number(id));
  const isPlace = parseA1(range)?.sheet === null;
  return name === undefined || !isPlace ? null : `#${quoted(name)}!${range}`;
}
