/**
 * The charts of a result tab. Each is made once and then follows its figures to other cells. What a person
 * has changed (colours, size, a place beside the figures) stays. A chart that a person deleted stays deleted.
 *
 * A mark of the tab lists our charts by key and id. In a copy of the spreadsheet ids may differ, so ours are
 * recognized by their titles. All other charts belong to somebody else.
 */
import type { GridArea, GridChart } from '../../sheets/output/grid/charts-and-formats.ts';

type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type ChartBuilder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const MARK_KEY = 'pledge-ledger.charts';
const ROW_HEIGHT = 21;
/** Distance from the edges of the cells that are left blank for a chart, in pixels. */
const MARGIN = 6;

/**
 * Gives a tab exactly these charts of ours.
 * @param columns number of columns of the figures. A chart that starts beside them stays where it is.
 * @returns false where the platform refused. The figures are right all the same, and
 * the next run tries again.
 */
export function drawCharts(sheet: Sheet, charts: readonly GridChart[], columns: number): boolean {
  try {
    keepCharts(sheet, charts, columns);
    return true;
  } catch {
    return false;
  }
}

function keepCharts(sheet: Sheet, charts: readonly GridChart[], columns: number): void {
  const mark = sheet.createDeveloperMetadataFinder().withKey(MARK_KEY).find()[0];
  const made = idsIn(mark?.getValue() ?? '');
  const present = sheet.getCharts();
  const knowsIds = present.some((chart) => [...made.values()].includes(chart.getChartId()));
  const ours = new Map<string, Chart>();
  for (const { key, title } of charts) {
    const byId = present.find((chart) => chart.getChartId() === made.get(key));
    const byTitle = present.find((chart) => titleOf(chart) === title);
    // Where ids are known, a missing one was deleted by a person. A chart that was never noted may come
    // from an interrupted run.
    const chart = made.has(key) ? (byId ?? (knowsIds ? undefined : byTitle)) : byTitle;
    if (chart !== undefined) ours.set(key, chart);
  }

  const kept = new Map<string, number | null>();
  const added: GridChart[] = [];
  for (const chart of charts) {
    const own = ours.get(chart.key);
    if (own !== undefined) {
      sheet.updateChart(moved(own, chart, sheet, columns));
      kept.set(chart.key, own.getChartId());
    } else if (made.has(chart.key)) kept.set(chart.key, made.get(chart.key) ?? null);
    else {
      sheet.insertChart(newChart(chart, sheet));
      added.push(chart);
    }
  }
  for (const [key, id] of made) {
    const outdated = charts.some((chart) => chart.key === key)
      ? undefined
      : present.find((chart) => chart.getChartId() === id);
    if (outdated !== undefined) sheet.removeChart(outdated);
  }
  if (added.length > 0) {
    const before = new Set(present.map((chart) => chart.getChartId()));
    const fresh = sheet.getCharts().filter((chart) => !before.has(chart.getChartId()));
    for (const { key, title } of added) {
      kept.set(key, fresh.find((chart) => titleOf(chart) === title)?.getChartId() ?? null);
    }
  }
  const text = [...kept].map(([key, id]) => `${key}=${id ?? ''}`).join(' ');
  if (mark !== undefined) {
    if (mark.getValue() !== text) mark.setValue(text);
  } else if (text !== '') sheet.addDeveloperMetadata(MARK_KEY, text);
}

/** Reads `meetings=12 budget=15`. A key without an id is a chart that was made but not found again. */
function idsIn(text: string): ReadonlyMap<string, number | null> {
  return new Map(
    [...text.matchAll(/(\w+)=(\d*)/g)].map(([, key = '', id = '']) => [key, id === '' ? null : Number(id)]),
  );
}

function titleOf(chart: Chart): string {
  return String(chart.getOptions().get('title') ?? '');
}

function newChart(chart: GridChart, sheet: Sheet): Chart {
  const { title, kind, place, width, colors } = chart;
  const builder = kind === 'columns' ? sheet.newChart().asColumnChart() : sheet.newChart().asBarChart();
  return withRanges(builder, chart, sheet)
    .setNumHeaders(1)
    .setOption('title', title)
    .setOption('useFirstColumnAsDomain', true)
    .setOption('isStacked', kind === 'stackedBars')
    .setOption('legend.position', 'bottom')
    .setOption('colors', [...colors])
    .setOption('width', width)
    .setOption('height', place.rows * ROW_HEIGHT - MARGIN)
    .setPosition(place.row, place.column, MARGIN, MARGIN)
    .build();
}

/**
 * The chart with the cells where its figures are now. It moves to them, unless a person
 * put it beside the figures.
 */
function moved(own: Chart, chart: GridChart, sheet: Sheet, columns: number): Chart {
  const builder = withRanges(own.modify().clearRanges(), chart, sheet);
  const { place } = chart;
  const isBeside = own.getContainerInfo().getAnchorColumn() > columns;
  return (isBeside ? builder : builder.setPosition(place.row, place.column, MARGIN, MARGIN)).build();
}

function withRanges(builder: ChartBuilder, { areas }: GridChart, sheet: Sheet): ChartBuilder {
  return areas.reduce(
    (built, { row, column, rows, columns }: GridArea) =>
      built.addRange(sheet.getRange(row, column, rows, columns)),
    builder,
  );
}
