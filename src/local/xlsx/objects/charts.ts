/** The charts of a sheet: frames in its drawing part, each with its own chart part. */

import { isDeepStrictEqual } from 'node:util';
import { largest } from '../../workbook/largest.ts';
import type { ChartState } from '../../workbook/sheet-objects.ts';
import { withLastChild, withoutChildren } from '../package/ordered-document.ts';
import { type Parts, relationshipId, relationshipNamespace, XML_DECLARATION } from '../package/parts.ts';
import { type Element, elementText, parseXml } from '../package/xml.ts';
import { chartPart, readChartPart, type SheetNames } from './chart-part.ts';
import { requiredSheetPart, type SheetPart } from './sheet-part.ts';

const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
/** Drawing units (EMU) per pixel. */
const UNITS_PER_PIXEL = 9525;
/** Default size of a chart in Sheets, in pixels. */
const DEFAULT_SIZE = { width: 600, height: 371 };
/** Name prefix of charts that we wrote. Our state in the file describes only those. */
const NAME_PREFIX = '공약장부 차트 ';

const SHEET_DRAWING_PART: SheetPart = {
  relationship: 'drawing',
  path: ['xl/drawings/drawing', '.xml'],
  contentType: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  element: 'drawing',
  blank: `${XML_DECLARATION}<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}"/>`,
};

/**
 * Reads the charts of a sheet, one per frame in its drawing.
 * @param known our stored state of the charts that we wrote on this sheet
 */
export function readCharts(
  parts: Parts,
  sheetPath: string,
  known: readonly ChartState[],
  sheets: SheetNames,
  freeId: () => number,
): ChartState[] {
  const frames = framesOf(parts, sheetPath);
  return frames.map(({ anchor, name, path }, index) => {
    const own = known.find(({ id }) => name === `${NAME_PREFIX}${id}`);
    const position = positionOf(anchor);
    if (own !== undefined) return { ...own, position };
    // Other programs drop the names. If the number of charts is unchanged, they are matched by order.
    const id = (known.length === frames.length ? known[index]?.id : undefined) ?? freeId();
    return { ...readChartPart(parts.requiredText(path), sheets), id, position };
  });
}

/** Writes the changes of a sheet's charts. An unchanged chart keeps its XML. */
export function writeCharts(
  parts: Parts,
  sheetPath: string,
  before: readonly ChartState[] = [],
  after: readonly ChartState[] = [],
  nameOf: SheetNames['nameOf'],
): void {
  const isIn = (charts: readonly ChartState[], chart: ChartState) =>
    isDeepStrictEqual(
      chart,
      charts.find(({ id }) => id === chart.id),
    );
  const fresh = after.filter((chart) => !isIn(before, chart));
  // The charts in `before` are in the order of the frames.
  const gone = framesOf(parts, sheetPath).filter((_, index) => {
    const old = before[index];
    return old !== undefined && !isIn(after, old);
  });
  if (gone.length === 0 && fresh.length === 0) return;
  const path = requiredSheetPart(parts, sheetPath, SHEET_DRAWING_PART);
  const isGone = ({ start }: Element) => gone.some(({ anchor }) => anchor.start === start);
  parts.setText(path, withoutChildren(parts.requiredText(path), isGone));
  for (const frame of gone) removeFrame(parts, path, frame);
  for (const chart of fresh) {
    const part = parts.unusedPath('xl/charts/chart', '.xml');
    const relationship = parts.add(path, 'chart', part, CHART_TYPE, chartPart(chart, nameOf));
    const drawing = parts.requiredText(path);
    parts.setText(path, withLastChild(drawing, anchorElement(chart, relationship, drawing)));
  }
}

interface Frame {
  readonly anchor: Element;
  readonly name: string;
  readonly relationship: string;
  readonly path: string;
}

function framesOf(parts: Parts, sheetPath: string): Frame[] {
  const path = parts.related(sheetPath, SHEET_DRAWING_PART.relationship);
  const xml = path === null ? null : parts.text(path);
  if (path === null || xml === null) return [];
  const targets = new Map(parts.relationships(path).map(({ id, target }) => [id, target]));
  return parseXml(xml).children.flatMap((anchor) => {
    const chart = anchor.child('graphicFrame', 'graphic', 'graphicData', 'chart');
    const relationship = chart && relationshipId(chart);
    const target = targets.get(relationship ?? '');
    if (relationship === null || target === undefined || !parts.has(target)) return [];
    const { name = '' } = anchor.child('graphicFrame', 'nvGraphicFramePr', 'cNvPr')?.attributes ?? {};
    return [{ anchor, name, relationship, path: target }];
  });
}

function positionOf(anchor: Element): ChartState['position'] {
  const number = (name: string) => Number(anchor.child('from', name)?.text ?? 0);
  return {
    row: number('row') + 1,
    column: number('col') + 1,
    offsetX: Math.round(number('colOff') / UNITS_PER_PIXEL),
    offsetY: Math.round(number('rowOff') / UNITS_PER_PIXEL),
  };
}

/** Removes a chart with the parts that only it uses, such as its colours and styles. */
function removeFrame(parts: Parts, drawing: string, { relationship, path }: Frame): void {
  for (const { target, external } of parts.relationships(path)) {
    if (!external) parts.removePart(target);
  }
  parts.removeRelationship(drawing, relationship);
  parts.removePart(path);
}

function anchorElement(chart: ChartState, relationship: string, drawing: string): string {
  const { id, position, options } = chart;
  const size = (name: 'width' | 'height') => {
    const pixels = options[name];
    return Math.round((typeof pixels === 'number' ? pixels : DEFAULT_SIZE[name]) * UNITS_PER_PIXEL);
  };
  const from = [
    ['col', position.column - 1],
    ['colOff', position.offsetX * UNITS_PER_PIXEL],
    ['row', position.row - 1],
    ['rowOff', position.offsetY * UNITS_PER_PIXEL],
  ]
    .map(([name, value]) => `<xdr:${name}>${value}</xdr:${name}>`)
    .join('');
  const used = Array.from(drawing.matchAll(/cNvPr[^>]*\sid="(\d+)"/g), ([, number]) => Number(number));
  const properties = elementText('xdr:cNvPr', { id: largest(used, 1) + 1, name: `${NAME_PREFIX}${id}` });
  return (
    `<xdr:oneCellAnchor xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}"><xdr:from>${from}</xdr:from>` +
    `<xdr:ext cx="${size('width')}" cy="${size('height')}"/>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${properties}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${relationshipNamespace(drawing)}" r:id="${relationship}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>'
  );
}
