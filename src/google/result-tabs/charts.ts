/**
 * Charts of a result tab. Each is made once; from then on it follows its figures to other cells, and whatever a person has made
 * of it (colours, size, another place beside the figures) stays. One that a person has deleted stays deleted.
 *
 * Which charts are ours stands in a mark of the tab, by key and id. In a copy of the spreadsheet the ids may be others: then ours
 * are known by their titles. All other charts are somebody's own.
 */
import type { GridArea, GridChart } from '../../sheets/output/grid/charts-and-formats.ts';

type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type ChartBuilder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const MARK_KEY = 'pledge-ledger.charts';
const ROW_HEIGHT = 21;
/** From the edges of the cells that are left blank for it. */
const MARGIN = 6;

/**
 * Lets a tab have these charts of ours.
 * @param columns how many columns the figures take: a chart beside them covers none.
 * @returns false where the platform would not: the figures are right all the same, and the next run tries again.
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
    // Where ids are known, one that is missing was deleted by a person; one that was never noted may have been broken off.
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

/** `meetings=12 budget=15`: a key without an id is one that was made and could not be told again. */
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

/** The chart over the cells where its figures now stand; one that a person put beside the figures stays there. */
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
