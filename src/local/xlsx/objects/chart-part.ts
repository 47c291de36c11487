import { formatA1, parseA1, quoteSheetName, rectangleOf } from '../../workbook/a1.ts';
import type { Rectangle } from '../../workbook/rectangle.ts';
import type { ChartRange, ChartState, ChartType } from '../../workbook/sheet-objects.ts';
import { XML_DECLARATION } from '../package/parts.ts';
import { type Element, elementText, escapeXml, parseXml } from '../package/xml.ts';
import { LARGEST_GRID } from '../sheet/grid-limits.ts';
import { argb } from '../styles/style-elements.ts';

/** Sheets by id and by name, as the file knows them. */
export interface SheetNames {
  nameOf(id: number): string | undefined;
  idOf(name: string): number | undefined;
}

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** In the order in which Sheets takes them. */
const COLORS = [
  '#4285f4',
  '#ea4335',
  '#fbbc04',
  '#34a853',
  '#ff6d01',
  '#46bdc6',
  '#7baaf7',
  '#f07b72',
  '#fcd04f',
];

/** What Excel calls the places of a legend. */
const LEGEND_PLACES: Readonly<Record<string, string>> = { top: 't', bottom: 'b', left: 'l', right: 'r' };

interface Series {
  readonly name: string | null;
  readonly categories: string;
  readonly values: string;
}

/** The part of a chart. Its numbers are not in it: whoever opens the file reads them from the cells. */
export function chartPart(chart: ChartState, nameOf: SheetNames['nameOf']): string {
  const { options, type } = chart;
  const title = textOption(options, 'title');
  const colors = Array.isArray(options.colors) ? options.colors.map(String) : COLORS;
  const stacked = options.isStacked === true || options.isStacked === 'absolute';
  const series = seriesOf(chart, nameOf)
    .map((each, index) => seriesElement(each, index, type, colors[index % colors.length] ?? '#4285f4'))
    .join('');
  const axes = '<c:axId val="111111111"/><c:axId val="222222222"/>';
  const plot =
    type === 'LINE'
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
      : `<c:barChart><c:barDir val="${type === 'BAR' ? 'bar' : 'col'}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/>` +
        `<c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`;
  const [labelsAt, numbersAt] = type === 'BAR' ? ['l', 'b'] : ['b', 'l'];
  const place = legendPlace(options);
  return (
    `${XML_DECLARATION}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>` +
    (title === '' ? '' : titleElement(title, 1200)) +
    `<c:autoTitleDeleted val="${title === '' ? 1 : 0}"/><c:plotArea><c:layout/>${plot}` +
    axis('catAx', 111111111, 222222222, labelsAt, textOption(options, 'hAxis.title'), type === 'BAR') +
    axis('valAx', 222222222, 111111111, numbersAt, textOption(options, 'vAxis.title'), type === 'BAR') +
    '</c:plotArea>' +
    (place === undefined ? '' : `<c:legend><c:legendPos val="${place}"/><c:overlay val="0"/></c:legend>`) +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

function legendPlace(options: ChartState['options']): string | undefined {
  const legend = options.legend;
  const nested = typeof legend === 'object' && legend !== null ? Reflect.get(legend, 'position') : legend;
  return LEGEND_PLACES[String(options['legend.position'] ?? nested ?? 'right')];
}

function textOption(options: ChartState['options'], name: string): string {
  const text = options[name];
  return typeof text === 'string' ? text : '';
}

/** Headings name the series, the first column (transposed: the first row) names the points. */
function seriesOf(
  { ranges, headers, transposed }: ChartState,
  nameOf: SheetNames['nameOf'],
): readonly Series[] {
  const lines = ranges.flatMap((range) =>
    Array.from(
      { length: transposed ? range.rows : range.columns },
      (_, index): ChartRange =>
        transposed
          ? { ...range, row: range.row + index, rows: 1 }
          : { ...range, column: range.column + index, columns: 1 },
    ),
  );
  const [labels, ...others] = lines;
  if (labels === undefined) return [];
  const named = headers === 0 ? 0 : Math.max(1, headers);
  const rest = (line: ChartRange): ChartRange =>
    transposed
      ? { ...line, column: line.column + named, columns: Math.max(1, line.columns - named) }
      : { ...line, row: line.row + named, rows: Math.max(1, line.rows - named) };
  const reference = (range: ChartRange) => referenceOf(range, nameOf);
  return others.map((line) => ({
    name: named === 0 ? null : reference({ ...line, rows: 1, columns: 1 }),
    categories: reference(rest(labels)),
    values: reference(rest(line)),
  }));
}

function referenceOf(range: ChartRange, nameOf: SheetNames['nameOf']): string {
  const name = nameOf(range.sheetId);
  if (name === undefined) return '#REF!';
  const cells = formatA1(range).replace(
    /([A-Z]+)(\d+)/g,
    (_, column: string, row: string) => `$${column}$${row}`,
  );
  return `${quoteSheetName(name)}!${cells}`;
}

function seriesElement(
  { name, categories, values }: Series,
  index: number,
  type: ChartType | null,
  color: string,
) {
  const fill = `<a:solidFill><a:srgbClr val="${argb(color).slice(2)}"/></a:solidFill>`;
  const look = type === 'LINE' ? `<a:ln w="28575">${fill}</a:ln>` : fill;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    (name === null ? '' : `<c:tx><c:strRef><c:f>${escapeXml(name)}</c:f></c:strRef></c:tx>`) +
    `<c:spPr>${look}</c:spPr>` +
    (type === 'LINE' ? '' : '<c:invertIfNegative val="0"/>') +
    `<c:cat><c:strRef><c:f>${escapeXml(categories)}</c:f></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${escapeXml(values)}</c:f></c:numRef></c:val></c:ser>`
  );
}

function titleElement(text: string, size: number): string {
  return (
    '<c:title><c:tx><c:rich><a:bodyPr/><a:p>' +
    `<a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr><a:r><a:rPr lang="ko-KR" sz="${size}" b="0"/><a:t>${escapeXml(text)}</a:t></a:r>` +
    '</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
  );
}

/** The first bar of a bar chart stands at the top, and its numbers below it. */
function axis(
  name: string,
  id: number,
  crossing: number,
  at: string,
  title: string,
  ofBars: boolean,
): string {
  const grid =
    name === 'valAx'
      ? '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
      : '';
  return elementText(
    `c:${name}`,
    {},
    `<c:axId val="${id}"/><c:scaling><c:orientation val="${ofBars && name === 'catAx' ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
      `<c:axPos val="${at}"/>${grid}${title === '' ? '' : titleElement(title, 900)}` +
      `<c:numFmt formatCode="${name === 'valAx' ? '#,##0' : 'General'}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
      `<c:tickLblPos val="nextTo"/><c:crossAx val="${crossing}"/><c:crosses val="${ofBars && name === 'valAx' ? 'max' : 'autoZero'}"/>`,
  );
}

/** What a chart part says of a chart: kind, title, ranges. What there is no word for is left out. */
export function readChartPart(
  xml: string,
  sheets: SheetNames,
): Pick<ChartState, 'type' | 'ranges' | 'headers' | 'transposed' | 'options'> {
  const chart = parseXml(xml).child('chart');
  const plots = chart?.child('plotArea')?.children.filter(({ name }) => /Chart$/.test(name)) ?? [];
  const [plot] = plots;
  const series = plot?.childrenNamed('ser') ?? [];
  const title = textIn(chart?.child('title'));
  const isStacked = plot?.child('grouping')?.attributes.val === 'stacked';
  return {
    type: plots.length === 1 && plot !== undefined ? typeOf(plot) : null,
    ...rangesOf(series, sheets),
    transposed: false,
    options: { ...(title !== '' && { title }), ...(isStacked && { isStacked: true }) },
  };
}

function typeOf(plot: Element): ChartType | null {
  switch (plot.name) {
    case 'barChart':
      return plot.child('barDir')?.attributes.val === 'bar' ? 'BAR' : 'COLUMN';
    case 'lineChart':
      return 'LINE';
    default:
      return null;
  }
}

function rangesOf(series: readonly Element[], sheets: SheetNames): Pick<ChartState, 'ranges' | 'headers'> {
  const rangeAt = (element: Element | undefined) => rangeOf(formulaIn(element), sheets);
  const names = series.map((each) => rangeAt(each.child('tx')));
  const values = series.map((each) => rangeAt(each.child('val')));
  const categories = rangeAt(series[0]?.child('cat'));
  const lines = [categories, ...values].flatMap((range) => (range === null ? [] : [range]));
  const isHeaded =
    values.length > 0 &&
    values.every((range, index) => {
      const name = names[index];
      return range !== null && name != null && name.row === range.row - 1 && name.column === range.column;
    });
  return isHeaded
    ? { headers: 1, ranges: lines.map((range) => ({ ...range, row: range.row - 1, rows: range.rows + 1 })) }
    : { headers: -1, ranges: lines };
}

function rangeOf(formula: string, sheets: SheetNames): ChartRange | null {
  const reference = parseA1(formula.replaceAll('$', ''));
  const sheetId = reference?.sheet == null ? undefined : sheets.idOf(reference.sheet);
  if (reference === null || sheetId === undefined) return null;
  const rectangle: Rectangle = rectangleOf(reference, {
    maxRows: LARGEST_GRID.rows,
    maxColumns: LARGEST_GRID.columns,
  });
  return { ...rectangle, sheetId };
}

function formulaIn(element: Element | undefined): string {
  const [reference] = element?.children ?? [];
  return reference?.child('f')?.text ?? '';
}

function textIn(element: Element | undefined): string {
  if (element === undefined) return '';
  return element.name === 't' ? element.text : element.children.map(textIn).join('');
}
