import { parseA1 } from '../../workbook/a1.ts';
import { SPREADSHEET_TYPE } from '../package/blank-workbook.ts';
import { OrderedDocument, WORKSHEET_ORDER } from '../package/ordered-document.ts';
import { type Parts, relationshipNamespace, XML_DECLARATION } from '../package/parts.ts';
import { type Element, elementText, parseXml } from '../package/xml.ts';
import { cellText, flatText } from '../sheet/cell-text.ts';
import { isSameMap } from '../sheet/same-cells.ts';
import { cellName } from '../sheet/sheet-data-writer.ts';

type Notes = ReadonlyMap<string, string>;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The notes of a sheet by `row,column`. Excel calls them comments and keeps their shapes in a drawing of their own. */
export function readNotes(parts: Parts, sheetPath: string): Map<string, string> {
  const xml = relatedText(parts, sheetPath, 'comments')?.xml;
  const comments = xml === undefined ? [] : commentsIn(parseXml(xml));
  return new Map(comments.map(({ key, text }) => [key, text]));
}

/** Makes the notes of a sheet what they are now; those that did not change keep their author, look and size. */
export function writeNotes(parts: Parts, sheetPath: string, before: Notes, after: Notes): void {
  if (isSameMap(before, after)) return;
  const isKept = (key: string) => before.get(key) === after.get(key);
  const fresh = [...after].filter(([key]) => !isKept(key));
  writeComments(parts, sheetPath, isKept, fresh);
  writeShapes(parts, sheetPath, isKept, fresh);
}

interface Comment {
  readonly key: string;
  readonly text: string;
  readonly element: Element;
}

function commentsIn(comments: Element): Comment[] {
  return (comments.child('commentList')?.children ?? []).flatMap((element) => {
    const position = parseA1(element.attributes.ref ?? '');
    return position === null
      ? []
      : [{ key: `${position.row},${position.column}`, text: flatText(element), element }];
  });
}

type NewNotes = readonly (readonly [key: string, text: string])[];

function writeComments(
  parts: Parts,
  sheetPath: string,
  isKept: (key: string) => boolean,
  fresh: NewNotes,
): void {
  const found = relatedText(parts, sheetPath, 'comments');
  const path = found?.path ?? parts.unusedPath('xl/comments', '.xml');
  const empty = `${XML_DECLARATION}<comments xmlns="${MAIN}"><authors><author/></authors><commentList/></comments>`;
  const document = new OrderedDocument(found?.xml ?? empty, ['authors', 'commentList', 'extLst']);
  const kept = commentsIn(document.root).filter(({ key }) => isKept(key));
  const added = fresh.map(([key, text]) => {
    const content = `<text><t xml:space="preserve">${cellText(text)}</t></text>`;
    return elementText('comment', { ref: cellName(key), authorId: 0 }, content);
  });
  const comments = [...kept.map(({ element }) => element.outer), ...added].join('');
  document.replace('commentList', `<commentList>${comments}</commentList>`);
  parts.setText(path, document.text());
  if (found === undefined) {
    parts.setContentType(path, `${SPREADSHEET_TYPE}.comments+xml`);
    parts.addRelationship(sheetPath, 'comments', path);
  }
}

const NO_SHAPES =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';

/**
 * Excel shows no note without its shape. The drawing may hold buttons and other shapes too: those stay. It is an old kind
 * of drawing that Excel itself does not always write as proper XML, so it is not parsed.
 */
function writeShapes(
  parts: Parts,
  sheetPath: string,
  isKept: (key: string) => boolean,
  fresh: NewNotes,
): void {
  const found = relatedText(parts, sheetPath, 'vmlDrawing');
  const path = found?.path ?? parts.unusedPath('xl/drawings/vmlDrawing', '.vml');
  const old = found?.xml ?? NO_SHAPES;
  const shapes = old.replace(/<v:shape\s[\s\S]*?<\/v:shape>/g, (shape) => {
    const row = /<x:Row>\s*(\d+)\s*</.exec(shape)?.[1];
    const column = /<x:Column>\s*(\d+)\s*</.exec(shape)?.[1];
    const isNote = /ObjectType\s*=\s*["']Note["']/.test(shape) && row !== undefined && column !== undefined;
    return isNote && !isKept(`${Number(row) + 1},${Number(column) + 1}`) ? '' : shape;
  });
  const taken = Array.from(shapes.matchAll(/_x0000_s(\d+)/g), ([, number]) => Number(number));
  const first = taken.reduce((most, number) => Math.max(most, number), 1024) + 1;
  const added = fresh.map(([key], index) => shapeOf(key, first + index)).join('');
  parts.setText(path, shapes.replace(/<\/xml>\s*$/, `${added}</xml>`));
  if (found === undefined) {
    parts.setDefaultContentType('vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing');
    const id = parts.addRelationship(sheetPath, 'vmlDrawing', path);
    const sheet = parts.requiredText(sheetPath);
    const document = new OrderedDocument(sheet, WORKSHEET_ORDER);
    document.replace(
      'legacyDrawing',
      elementText('legacyDrawing', { 'xmlns:r': relationshipNamespace(sheet), 'r:id': id }),
    );
    parts.setText(sheetPath, document.text());
  }
}

function shapeOf(key: string, number: number): string {
  const [row = 0, column = 0] = key.split(',').map(Number);
  const anchor = [column, 15, Math.max(0, row - 2), 10, column + 2, 15, row + 3, 4].join(', ');
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}

function relatedText(parts: Parts, sheetPath: string, type: string) {
  const path = parts.relationships(sheetPath).find((relationship) => relationship.type === type)?.target;
  const xml = path === undefined ? undefined : parts.text(path);
  return path === undefined || xml === undefined ? undefined : { path, xml };
}
