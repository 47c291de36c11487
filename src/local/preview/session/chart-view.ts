/** Turns a sheet's charts into data to draw. */
import { displayText } from '../../workbook/display.ts';
import type { DocumentState, SheetState } from '../../workbook/document.ts';
import { contentAt, styleAt } from '../../workbook/grid.ts';
import type { ChartState } from '../../workbook/sheet-objects.ts';
import type { ChartView } from '../messages.ts';

const COLORS = ['#1d5fa8', '#8fb4dc', '#1b6b4c', '#c98a1b', '#a8322a', '#6b5b95', '#52606d'];

/** Default size of a chart in Sheets, in pixels. */
const USUAL_WIDTH = 600;
const USUAL_HEIGHT = 371;

/** The column and stacked bar charts of a sheet. Others are not drawn. */
export function chartViews(document: DocumentState, { charts = [] }: SheetState): ChartView[] {
  return charts.map((chart) => chartView(document, chart)).filter((view) => view !== null);
}

function chartView(
  document: DocumentState,
  { id, type, ranges, headers, options, position }: ChartState,
): ChartView | null {
  if (type === null) return null;
  const columnsOfCells = ranges.flatMap(({ sheetId, row, column, rows, columns }) => {
    const sheet = document.sheets.find((candidate) => candidate.id === sheetId);
    if (sheet === undefined) return [];
    return Array.from({ length: columns }, (_, across) =>
      Array.from({ length: rows }, (_, down) => {
        const content = contentAt(sheet, row + down, column + across);
        const text = displayText(content, styleAt(sheet, row + down, column + across), document.locale);
        return { content, text };
      }),
    );
  });
  const [labels = [], ...series] = columnsOfCells;
  const above = Math.max(0, headers);
  const { colors } = options;
  return {
    id,
    title: String(options.title ?? ''),
    kind: type === 'COLUMN' ? 'columns' : 'stackedBars',
    place: { row: position.row, column: position.column, x: position.offsetX, y: position.offsetY },
    width: sizeIn(options.width, USUAL_WIDTH),
    height: sizeIn(options.height, USUAL_HEIGHT),
    labels: labels.slice(above).map(({ text }) => text),
    series: series.map((column, index) => {
      const color: unknown = Array.isArray(colors) ? colors[index] : undefined;
      return {
        name: above === 0 ? '' : (column[above - 1]?.text ?? ''),
        color: typeof color === 'string' ? color : (COLORS[index % COLORS.length] ?? ''),
        values: column.slice(above).map(({ content }) => (typeof content === 'number' ? content : null)),
        texts: column.slice(above).map(({ text }) => text),
      };
    }),
  };
}

function sizeIn(option: unknown, usual: number): number {
  const size = Number(option);
  return size > 0 ? size : usual;
}
