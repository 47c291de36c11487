import { parseA1 } from '../../workbook/a1.ts';
import { OrderedDocument, WORKSHEET_ORDER } from '../package/ordered-document.ts';
import { type Parts, relationshipNamespace } from '../package/parts.ts';
import { type Element, elementText } from '../package/xml.ts';
import { isSameMap } from '../sheet/same-cells.ts';
import { cellName } from '../sheet/sheet-data-writer.ts';

type Links = ReadonlyMap<string, string>;

/** Where the links of a sheet lead, by `row,column`. One over several cells is that of its first. */
export function readLinks(
  parts: Parts,
  sheetPath: string,
  hyperlinks: Element | undefined,
): Map<string, string> | undefined {
  const links = linksIn(parts, sheetPath, hyperlinks).map(({ key, target }): [string, string] => [
    key,
    target,
  ]);
  return links.length === 0 ? undefined : new Map(links);
}

/** Makes the links of a sheet what they are now; those that did not change keep their tooltips and ranges. */
export function writeLinks(
  parts: Parts,
  sheetPath: string,
  before: Links = new Map(),
  after: Links = new Map(),
): void {
  if (isSameMap(before, after)) return;
  const document = new OrderedDocument(parts.requiredText(sheetPath), WORKSHEET_ORDER);
  const known = linksIn(parts, sheetPath, document.root.child('hyperlinks'));
  const isKept = (key: string) => before.get(key) === after.get(key);
  const kept = known.filter(({ key }) => isKept(key));
  for (const { relationship } of known.filter((link) => !kept.includes(link))) {
    if (relationship !== undefined && !kept.some((link) => link.relationship === relationship)) {
      parts.removeRelationship(sheetPath, relationship);
    }
  }
  const namespace = relationshipNamespace(parts.requiredText(sheetPath));
  const added = [...after]
    .filter(([key]) => !isKept(key))
    .map(([key, target]) => {
      const ref = cellName(key);
      if (target.startsWith('#')) return elementText('hyperlink', { ref, location: target.slice(1) });
      const id = parts.addRelationship(sheetPath, 'hyperlink', target, true);
      return elementText('hyperlink', { ref, 'xmlns:r': namespace, 'r:id': id });
    });
  const content = [...kept.map(({ element }) => element.outer), ...added].join('');
  document.replace('hyperlinks', content === '' ? '' : elementText('hyperlinks', {}, content));
  parts.setText(sheetPath, document.text());
}

interface Link {
  readonly key: string;
  readonly target: string;
  readonly relationship: string | undefined;
  readonly element: Element;
}

function linksIn(parts: Parts, sheetPath: string, hyperlinks: Element | undefined): Link[] {
  const targets = new Map(
    hyperlinks === undefined ? [] : parts.relationships(sheetPath).map(({ id, target }) => [id, target]),
  );
  return (hyperlinks?.children ?? []).flatMap((element) => {
    const cell = parseA1(element.attributes.ref ?? '');
    const relationship = Object.entries(element.attributes).find(([name]) => name.endsWith(':id'))?.[1];
    const { location } = element.attributes;
    const target = (targets.get(relationship ?? '') ?? '') + (location === undefined ? '' : `#${location}`);
    return cell === null || target === ''
      ? []
      : [{ key: `${cell.row},${cell.column}`, target, relationship, element }];
  });
}
