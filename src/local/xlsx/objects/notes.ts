/** Notes of cells. Excel calls them comments and stores their shapes in a separate drawing. */
import { isDeepStrictEqual } from 'node:util';
import { MAIN, SPREADSHEET_TYPE } from '../package/blank-workbook.ts';
import { OrderedDocument } from '../package/ordered-document.ts';
import { type Parts, XML_DECLARATION } from '../package/parts.ts';
import { type Element, elementText, parseXml } from '../package/xml.ts';
import { cellText, flatText } from '../sheet/cell-text.ts';
import { cellName, keyOfCell, placeOf } from '../sheet/references.ts';
import { requiredSheetPart, type SheetPart } from './sheet-part.ts';

type Notes = ReadonlyMap<string, string>;

const COMMENTS: SheetPart = {
  relationship: 'comments',
  path: ['xl/comments', '.xml'],
  contentType: `${SPREADSHEET_TYPE}.comments+xml`,
  element: null,
  blank: `${XML_DECLARATION}<comments xmlns="${MAIN}"><authors><author/></authors><commentList/></comments>`,
};

const SHAPES: SheetPart = {
  relationship: 'vmlDrawing',
  path: ['xl/drawings/vmlDrawing', '.vml'],
  contentType: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
  element: 'legacyDrawing',
  blank:
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>',
};

/** The notes of a sheet by `row,column`. */
export function readNotes(parts: Parts, sheetPath: string): Map<string, string> {
  const xml = parts.text(parts.related(sheetPath, COMMENTS.relationship) ?? '');
  const comments = xml === null ? [] : parseXml(xml).childrenOf('commentList');
  return new Map(
    comments.flatMap((comment) => {
      const key = keyOfCell(comment.attributes.ref);
      return key === null ? [] : [[key, flatText(comment)] as const];
    }),
  );
}

/** Writes the changes of a sheet's notes. Unchanged notes keep their author, style and size. */
export function writeNotes(parts: Parts, sheetPath: string, before: Notes, after: Notes): void {
  if (isDeepStrictEqual(before, after)) return;
  const isKept = (key: string) => before.get(key) === after.get(key);
  const added = [...after].filter(([key]) => !isKept(key));
  const comments = requiredSheetPart(parts, sheetPath, COMMENTS);
  parts.setText(comments, commentsWith(parts.requiredText(comments), isKept, added));
  const shapes = requiredSheetPart(parts, sheetPath, SHAPES);
  parts.setText(
    shapes,
    shapesWith(
      parts.requiredText(shapes),
      isKept,
      added.map(([key]) => key),
    ),
  );
}

function commentsWith(
  xml: string,
  isKept: (key: string) => boolean,
  added: readonly (readonly [key: string, text: string])[],
): string {
  const document = new OrderedDocument(xml, 'authors commentList extLst');
  const isKeptComment = ({ attributes }: Element) => isKept(keyOfCell(attributes.ref) ?? '');
  const kept = document.root.childrenOf('commentList').filter(isKeptComment);
  const comments = added.map(([key, text]) => {
    const content = `<text><t xml:space="preserve">${cellText(text)}</t></text>`;
    return elementText('comment', { ref: cellName(key), authorId: 0 }, content);
  });
  const list = [...kept.map(({ outer }) => outer), ...comments].join('');
  document.replace('commentList', `<commentList>${list}</commentList>`);
  return document.text();
}

/**
 * Updates the shapes of notes, without which Excel shows none. Other shapes, such as buttons, stay. The
 * drawing is VML, which Excel does not always write as valid XML, so it is not parsed.
 */
function shapesWith(xml: string, isKept: (key: string) => boolean, added: readonly string[]): string {
  const shapes = xml.replace(/<v:shape\s[\s\S]*?<\/v:shape>/g, (shape) => {
    const row = /<x:Row>\s*(\d+)\s*</.exec(shape)?.[1];
    const column = /<x:Column>\s*(\d+)\s*</.exec(shape)?.[1];
    const isNote = /ObjectType\s*=\s*["']Note["']/.test(shape) && row !== undefined && column !== undefined;
    return isNote && !isKept(`${Number(row) + 1},${Number(column) + 1}`) ? '' : shape;
  });
  const taken = Array.from(shapes.matchAll(/_x0000_s(\d+)/g), ([, number]) => Number(number));
  const first = taken.reduce((most, number) => Math.max(most, number), 1024) + 1;
  const texts = added.map((key, index) => shapeOf(key, first + index));
  return shapes.replace(/<\/xml>\s*$/, `${texts.join('')}</xml>`);
}

function shapeOf(key: string, number: number): string {
  const [row, column] = placeOf(key);
  const anchor = [column, 15, Math.max(0, row - 2), 10, column + 2, 15, row + 3, 4].join(', ');
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}
