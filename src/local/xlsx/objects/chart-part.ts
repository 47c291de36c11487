/** A chart part: written from a script's options, and read as far as our model knows charts. */
import { parseA1, quoteSheetName, rectangleOf } from '../../workbook/a1.ts';
import type { ChartRange, ChartState, ChartType } from '../../workbook/sheet-objects.ts';
import { XML_DECLARATION } from '../package/parts.ts';
import { type Element, elementText, escapeXml, parseXml } from '../package/xml.ts';
import { absoluteA1, LARGEST_GRID } from '../sheet/references.ts';
import { argb } from '../styles/colors.ts';

/** Looks up sheets by id and by name. Names are those in the file. */
export interface SheetNames {
  nameOf(id: number): string | null;
  idOf(name: string): number | null;
}

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Default series colours of Sheets, in order. */
const COLORS = '#4285f4 #ea4335 #fbbc04 #34a853 #ff6d01 #46bdc6 #7baaf7 #f07b72 #fcd04f'.split(' ');

/** Excel's names for legend positions. */
const LEGEND_PLACES: Readonly<Record<string, string>> = { top: 't', bottom: 'b', left: 'l', right: 'r' };

/** Ids of the axes, which refer to each other. */
const LABEL_AXIS = 111111111;
const VALUE_AXIS = 222222222;

interface Series {
  readonly name: string | null;
  readonly categories: string;
  readonly values: string;
}

/** The XML of a chart part. It holds no cached values: programs read them from the cells. */
export function chartPart(chart: ChartState, nameOf: SheetNames['nameOf']): string {
  const { options, type } = chart;
  const title = textOption(options, 'title');
  const colors = Array.isArray(options.colors) ? options.colors.map(String) : COLORS;
  const stacked = options.isStacked === true || options.isStacked === 'absolute';
  const series = seriesOf(chart, nameOf)
    .map((each, index) => seriesElement(each, index, stacked, colors[index % colors.length] ?? '#4285f4'))
    .join('');
  const axes = `<c:axId val="${LABEL_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  const plot =
    `<c:barChart><c:barDir val="${type === 'BAR' ? 'bar' : 'col'}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/>` +
    `<c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`;
  const [labelsAt, numbersAt] = type === 'BAR' ? ['l', 'b'] : ['b', 'l'];
  const place = legendPlace(options);
  return (
    `${XML_DECLARATION}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>` +
    (title === '' ? '' : titleElement(title, 1200)) +
    `<c:autoTitleDeleted val="${title === '' ? 1 : 0}"/><c:plotArea><c:layout/>${plot}` +
    axis('catAx', labelsAt, textOption(options, 'hAxis.title'), type === 'BAR') +
    axis('valAx', numbersAt, textOption(options, 'vAxis.title'), type === 'BAR') +
    '</c:plotArea>' +
    (place === null ? '' : `<c:legend><c:legendPos val="${place}"/><c:overlay val="0"/></c:legend>`) +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

/** Excel's legend position; null: no legend. */
function legendPlace(options: ChartState['options']): string | null {
  const legend = options.legend;
  const nested = typeof legend === 'object' && legend !== null ? Reflect.get(legend, 'position') : legend;
  return LEGEND_PLACES[String(options['legend.position'] ?? nested ?? 'right')] ?? null;
}

function textOption(options: ChartState['options'], name: string): string {
  const text = options[name];
  return typeof text === 'string' ? text : '';
}

/** The series of a chart. Headings name the series; the first column labels the points. */
function seriesOf({ ranges, headers }: ChartState, nameOf: SheetNames['nameOf']): readonly Series[] {
  const [labels, ...others] = ranges.flatMap((range) =>
    Array.from({ length: range.columns }, (_, index) => ({
      ...range,
      column: range.column + index,
      columns: 1,
    })),
  );
  if (labels === undefined) return [];
  const named = headers === 0 ? 0 : Math.max(1, headers);
  const rest = (line: ChartRange): ChartRange => ({
    ...line,
    row: line.row + named,
    rows: Math.max(1, line.rows - named),
  });
  const reference = (range: ChartRange) => referenceOf(range, nameOf);
  return others.map((line) => ({
    name: named === 0 ? null : reference({ ...line, rows: 1 }),
    categories: reference(rest(labels)),
    values: reference(rest(line)),
  }));
}

function referenceOf(range: ChartRange, nameOf: SheetNames['nameOf']): string {
  const name = nameOf(range.sheetId);
  return name === null ? '#REF!' : `${quoteSheetName(name)}!${absoluteA1(range)}`;
}

function seriesElement({ name, categories, values }: Series, index: number, stacked: boolean, color: string) {
  const fill = `<a:solidFill><a:srgbClr val="${argb(color).slice(2)}"/></a:solidFill>`;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    (name === null ? '' : `<c:tx><c:strRef><c:f>${escapeXml(name)}</c:f></c:strRef></c:tx>`) +
    `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>` +
    valueLabels(stacked && isDark(color)) +
    `<c:cat><c:strRef><c:f>${escapeXml(categories)}</c:f></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${escapeXml(values)}</c:f></c:numRef></c:val></c:ser>`
  );
}

/**
 * Shows the value of each bar in small letters: by default within a part of a stacked bar, and beyond the end
 * of another. Blank and zero values show nothing.
 * @param onDark whether the label stands on a dark colour.
 */
function valueLabels(onDark: boolean): string {
  const color = onDark ? 'FFFFFF' : '1F2933';
  const look = `<a:defRPr sz="700"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></a:defRPr>`;
  return (
    '<c:dLbls><c:numFmt formatCode="#,##0;-#,##0;" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>' +
    `<c:txPr><a:bodyPr/><a:p><a:pPr>${look}</a:pPr><a:endParaRPr lang="ko-KR"/></a:p></c:txPr>` +
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
  );
}

/** Whether white letters can be read on a colour of `#rrggbb`. */
function isDark(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = (color.match(/[0-9a-f]{2}/gi) ?? []).map((part) =>
    Number.parseInt(part, 16),
  );
  return 0.299 * red + 0.587 * green + 0.114 * blue < 150;
}

function titleElement(text: string, size: number): string {
  return (
    '<c:title><c:tx><c:rich><a:bodyPr/><a:p>' +
    `<a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr><a:r><a:rPr lang="ko-KR" sz="${size}" b="0"/><a:t>${escapeXml(text)}</a:t></a:r>` +
    '</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
  );
}

/** In a bar chart the first bar is at the top and the numbers are below. */
function axis(name: 'catAx' | 'valAx', at: string, title: string, ofBars: boolean): string {
  const isOfValues = name === 'valAx';
  const [id, crossing] = isOfValues ? [VALUE_AXIS, LABEL_AXIS] : [LABEL_AXIS, VALUE_AXIS];
  const grid = isOfValues
    ? '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
    : '';
  return elementText(
    `c:${name}`,
    {},
    `<c:axId val="${id}"/><c:scaling><c:orientation val="${ofBars && !isOfValues ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
      `<c:axPos val="${at}"/>${grid}${title === '' ? '' : titleElement(title, 900)}` +
      `<c:numFmt formatCode="${isOfValues ? '#,##0' : 'General'}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
      `<c:tickLblPos val="nextTo"/><c:crossAx val="${crossing}"/><c:crosses val="${ofBars && isOfValues ? 'max' : 'autoZero'}"/>`,
  );
}

/** Reads kind, title and ranges of a chart. Everything else is left out. */
export function readChartPart(xml: string, sheets: SheetNames): Omit<ChartState, 'id' | 'position'> {
  const chart = parseXml(xml).child('chart');
  const plots = chart?.childrenOf('plotArea').filter(({ name }) => /Chart$/.test(name)) ?? [];
  const [plot] = plots;
  const title = textIn(chart?.child('title') ?? null);
  const isStacked = plot?.child('grouping')?.attributes.val === 'stacked';
  return {
    type: plot === undefined || plots.length > 1 ? null : typeOf(plot),
    ...rangesOf(plot?.childrenNamed('ser') ?? [], sheets),
    options: { ...(title !== '' && { title }), ...(isStacked && { isStacked: true }) },
  };
}

function typeOf(plot: Element): ChartType | null {
  if (plot.name !== 'barChart') return null;
  return plot.child('barDir')?.attributes.val === 'bar' ? 'BAR' : 'COLUMN';
}

function rangesOf(series: readonly Element[], sheets: SheetNames): Pick<ChartState, 'ranges' | 'headers'> {
  const names = series.map((each) => rangeOf(each.child('tx'), sheets));
  const values = series.map((each) => rangeOf(each.child('val'), sheets));
  const categories = rangeOf(series[0]?.child('cat') ?? null, sheets);
  const lines = [categories, ...values].filter((range) => range !== null);
  const isBelow = (range: ChartRange | null, name: ChartRange | null = null) =>
    range !== null && name?.row === range.row - 1 && name.column === range.column;
  const isHeaded = values.length > 0 && values.every((range, index) => isBelow(range, names[index]));
  return isHeaded
    ? { headers: 1, ranges: lines.map((range) => ({ ...range, row: range.row - 1, rows: range.rows + 1 })) }
    : { headers: -1, ranges: lines };
}

/** The range that a `<c:tx>`, `<c:cat>` or `<c:val>` refers to; null: none on a known sheet. */
function rangeOf(element: Element | null, sheets: SheetNames): ChartRange | null {
  const formula = element?.children[0]?.child('f')?.text ?? '';
  const reference = parseA1(formula);
  const sheetId = reference?.sheet == null ? null : sheets.idOf(reference.sheet);
  return reference === null || sheetId === null ? null : { ...rectangleOf(reference, LARGEST_GRID), sheetId };
}

function textIn(element: Element | null): string {
  if (element === null) return '';
  return element.name === 't' ? element.text : element.children.map(textIn).join('');
}
