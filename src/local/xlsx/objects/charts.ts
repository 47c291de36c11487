import type { ChartState } from '../../workbook/sheet-objects.ts';
import { OrderedDocument, WORKSHEET_ORDER, withLastChild } from '../package/ordered-document.ts';
import { type Parts, relationshipNamespace, XML_DECLARATION } from '../package/parts.ts';
import { type Element, elementText, parseXml } from '../package/xml.ts';
import { chartPart, readChartPart, type SheetNames } from './chart-part.ts';

const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
/** Drawings are measured in parts of an inch: so many are a pixel. */
const UNITS_PER_PIXEL = 9525;
/** What a chart in Sheets is made as where nobody says. */
const DEFAULT_SIZE = { width: 600, height: 371 };
/** Tells a chart of ours from others, of which the file's own state says nothing. */
const NAME_PREFIX = '공약장부 차트 ';

interface Frame {
  readonly anchor: Element;
  readonly name: string;
  readonly relationship: string;
  readonly path: string;
}

/**
 * The charts of a sheet, one for each frame in its drawing; nothing where it has none.
 * @param known what is known of the charts of this sheet that we wrote, by id.
 */
export function readCharts(
  parts: Parts,
  sheetPath: string,
  known: readonly ChartState[],
  sheets: SheetNames,
  freeId: () => number,
): ChartState[] | undefined {
  const frames = framesOf(parts, sheetPath);
  const charts = frames.map(({ anchor, name, path }, index): ChartState => {
    const own = known.find(({ id }) => name === `${NAME_PREFIX}${id}`);
    const position = positionOf(anchor);
    if (own !== undefined) return { ...own, position };
    // Other programs drop the names: where no chart has come or gone, each is still in its place.
    const id = (known.length === frames.length ? known[index]?.id : undefined) ?? freeId();
    const xml = parts.text(path);
    const said =
      xml === undefined
        ? { type: null, ranges: [], headers: -1, transposed: false, options: {} }
        : readChartPart(xml, sheets);
    return { ...said, id, position };
  });
  return charts.length === 0 ? undefined : charts;
}

/** Makes the charts of a sheet what they are now; one that nobody changed stays as its file has it. */
export function writeCharts(
  parts: Parts,
  sheetPath: string,
  before: readonly ChartState[] = [],
  after: readonly ChartState[] = [],
  nameOf: SheetNames['nameOf'],
): void {
  const isKept = (chart: ChartState) => {
    const now = after.find(({ id }) => id === chart.id);
    return JSON.stringify(now) === JSON.stringify(chart);
  };
  const fresh = after.filter((chart) => !before.some((old) => old.id === chart.id && isKept(old)));
  // Charts were read frame by frame.
  const frames = framesOf(parts, sheetPath).filter((_, index) => {
    const old = before[index];
    return old !== undefined && !isKept(old);
  });
  if (frames.length === 0 && fresh.length === 0) return;
  const path = drawingPath(parts, sheetPath) ?? addedDrawing(parts, sheetPath);
  let xml = parts.requiredText(path);
  for (const { anchor } of frames.toReversed()) xml = xml.slice(0, anchor.start) + xml.slice(anchor.end);
  parts.setText(path, xml);
  for (const frame of frames) removeFrame(parts, path, frame);
  for (const chart of fresh) {
    const part = parts.unusedPath('xl/charts/chart', '.xml');
    parts.setText(part, chartPart(chart, nameOf));
    parts.setContentType(part, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml');
    const relationship = parts.addRelationship(path, 'chart', part);
    parts.setText(
      path,
      withLastChild(parts.requiredText(path), anchorElement(chart, relationship, parts.requiredText(path))),
    );
  }
}

function drawingPath(parts: Parts, sheetPath: string): string | undefined {
  return parts.relationships(sheetPath).find(({ type }) => type === 'drawing')?.target;
}

function framesOf(parts: Parts, sheetPath: string): Frame[] {
  const path = drawingPath(parts, sheetPath);
  const xml = path === undefined ? undefined : parts.text(path);
  if (path === undefined || xml === undefined) return [];
  const targets = new Map(parts.relationships(path).map(({ id, target }) => [id, target]));
  return parseXml(xml).children.flatMap((anchor) => {
    const frame = anchor.child('graphicFrame');
    const chart = frame?.child('graphic')?.child('graphicData')?.child('chart');
    const relationship = Object.entries(chart?.attributes ?? {}).find(([name]) => name.endsWith(':id'))?.[1];
    const target = targets.get(relationship ?? '');
    if (frame === undefined || relationship === undefined || target === undefined) return [];
    const name = frame.child('nvGraphicFramePr')?.child('cNvPr')?.attributes.name ?? '';
    return [{ anchor, name, relationship, path: target }];
  });
}

function positionOf(anchor: Element): ChartState['position'] {
  const from = anchor.child('from');
  const number = (name: string) => Number(from?.child(name)?.text ?? 0);
  return {
    row: number('row') + 1,
    column: number('col') + 1,
    offsetX: Math.round(number('colOff') / UNITS_PER_PIXEL),
    offsetY: Math.round(number('rowOff') / UNITS_PER_PIXEL),
  };
}

function addedDrawing(parts: Parts, sheetPath: string): string {
  const path = parts.unusedPath('xl/drawings/drawing', '.xml');
  parts.setText(path, `${XML_DECLARATION}<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}"/>`);
  parts.setContentType(path, 'application/vnd.openxmlformats-officedocument.drawing+xml');
  const id = parts.addRelationship(sheetPath, 'drawing', path);
  const sheet = parts.requiredText(sheetPath);
  const document = new OrderedDocument(sheet, WORKSHEET_ORDER);
  document.replace(
    'drawing',
    elementText('drawing', { 'xmlns:r': relationshipNamespace(sheet), 'r:id': id }),
  );
  parts.setText(sheetPath, document.text());
  return path;
}

/** A chart's own colours and styles go with it. */
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
  const properties = elementText('xdr:cNvPr', { id: Math.max(1, ...used) + 1, name: `${NAME_PREFIX}${id}` });
  return (
    `<xdr:oneCellAnchor xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}"><xdr:from>${from}</xdr:from>` +
    `<xdr:ext cx="${size('width')}" cy="${size('height')}"/>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${properties}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${relationshipNamespace(drawing)}" r:id="${relationship}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>'
  );
}
