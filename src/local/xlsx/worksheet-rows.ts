import { cellPosition } from './addresses.ts';
import { attributeIn, type Element, type Tag, TagWalker } from './xml.ts';

/** A `<c>` where it stands in the text of its sheet. */
export interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
  /** The text of its start tag. */
  readonly tag: string;
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** A `<row>` where it stands in the text of its sheet. */
export interface RawRow {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  readonly tag: string;
  readonly cells: readonly RawCell[];
}

/** The rows of a `<sheetData>` one after the other. Rows and cells without an address follow the one before them. */
export function* rawRows(xml: string, sheetData: Element): Generator<RawRow> {
  const walker = new TagWalker(xml, sheetData.contentStart, sheetData.contentEnd);
  let row = 0;
  let rowTag: Tag | undefined;
  let cellTag: Tag | undefined;
  let cells: RawCell[] = [];
  for (let tag = walker.next(); tag !== undefined; tag = walker.next()) {
    if (tag.name === 'row') {
      if (tag.kind !== 'close') {
        row = Number(attributeIn(xml.slice(tag.start, tag.end), 'r') ?? row + 1);
        rowTag = tag;
        cells = [];
      }
      if (tag.kind !== 'open' && rowTag !== undefined) {
        yield { row, start: rowTag.start, end: tag.end, tag: xml.slice(rowTag.start, rowTag.end), cells };
      }
    } else if (tag.name === 'c' && walker.depth <= 2) {
      if (tag.kind !== 'close') {
        cellTag = tag;
      }
      if (tag.kind !== 'open' && cellTag !== undefined) {
        cells.push(rawCell(xml, cellTag, tag, row, (cells.at(-1)?.column ?? 0) + 1));
      }
    }
  }
}

function rawCell(xml: string, opened: Tag, closed: Tag, row: number, nextColumn: number): RawCell {
  const tag = xml.slice(opened.start, opened.end);
  return {
    row,
    column: cellPosition(attributeIn(tag, 'r') ?? '')?.column ?? nextColumn,
    start: opened.start,
    end: closed.end,
    tag,
    contentStart: opened.end,
    contentEnd: closed.kind === 'empty' ? closed.end : closed.start,
  };
}
