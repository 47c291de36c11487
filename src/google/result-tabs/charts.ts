/**
 * The charts of a result tab. Each is made once and then follows its figures: to other cells, and with the
 * title, colours and height of the pledge that the tab shows. What a person has changed (title, colours,
 * size, a place beside the figures) stays. A chart that a person deleted stays deleted.
 *
 * A mark of the tab lists our charts by key and id, with what was last written. In a copy of the spreadsheet
 * ids may differ, so ours are recognized by their titles. All other charts belong to somebody else.
 */
import { fingerprint } from '../../domain/fingerprint.ts';
import type { GridArea, GridChart } from '../../sheets/output/grid/charts-and-formats.ts';

type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type ChartBuilder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const MARK_KEY = 'pledge-ledger.charts';
/** Height of a new row in Sheets, in pixels. */
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
  const made = chartsIn(mark?.getValue() ?? '');
  const present = sheet.getCharts();
  const ids = new Set([...made.values()].map(({ id }) => id));
  const knowsIds = present.some((chart) => ids.has(chart.getChartId()));
  const ours = new Map<string, Chart>();
  for (const { key, title } of charts) {
    const noted = made.get(key);
    const byId = present.find((chart) => chart.getChartId() === noted?.id);
    const byTitle = present.find(
      (chart) => titleOf(chart) === title || keyOf(titleOf(chart)) === noted?.written?.title,
    );
    // Where ids are known, a missing one was deleted by a person. A chart that was never noted may come
    // from an interrupted run.
    const chart = made.has(key) ? (byId ?? (knowsIds ? undefined : byTitle)) : byTitle;
    if (chart !== undefined) ours.set(key, chart);
  }

  const kept = new Map<string, Made>();
  const added: GridChart[] = [];
  for (const chart of charts) {
    const own = ours.get(chart.key);
    const deleted = made.get(chart.key);
    if (own !== undefined) {
      const { renewed, written } = renewedChart(
        own,
        chart,
        made.get(chart.key)?.written ?? null,
        sheet,
        columns,
      );
      sheet.updateChart(renewed);
      kept.set(chart.key, { id: own.getChartId(), written });
    } else if (deleted !== undefined) kept.set(chart.key, deleted);
    else {
      sheet.insertChart(newChart(chart, sheet));
      added.push(chart);
    }
  }
  for (const [key, { id }] of made) {
    const outdated = charts.some((chart) => chart.key === key)
      ? undefined
      : present.find((chart) => chart.getChartId() === id);
    if (outdated !== undefined) sheet.removeChart(outdated);
  }
  if (added.length > 0) {
    const before = new Set(present.map((chart) => chart.getChartId()));
    const fresh = sheet.getCharts().filter((chart) => !before.has(chart.getChartId()));
    for (const chart of added) {
      const id = fresh.find((one) => titleOf(one) === chart.title)?.getChartId() ?? null;
      kept.set(chart.key, { id, written: writtenOf(chart) });
    }
  }
  const text = [...kept].map(madeText).join(' ');
  if (mark !== undefined) {
    if (mark.getValue() !== text) mark.setValue(text);
  } else if (text !== '') sheet.addDeveloperMetadata(MARK_KEY, text);
}

/**
 * A chart that was made. `id`: null where it was not found again. `written`: null in marks of earlier
 * versions.
 */
interface Made {
  readonly id: number | null;
  readonly written: WrittenLooks | null;
}

/**
 * Fingerprints of what was last written. They distinguish what a person changed from the looks of an earlier
 * pledge.
 */
interface WrittenLooks {
  readonly title: string;
  readonly colors: string;
  readonly height: string;
}

/** Reads `meetings=12:<title>:<colors>:<height> indicator-2=15`. */
function chartsIn(text: string): ReadonlyMap<string, Made> {
  return new Map(
    [...text.matchAll(/([\w-]+)=(\d*)(?::(\w+):(\w+):(\w+))?/g)].map(
      ([, key = '', id = '', title, colors, height]) => [
        key,
        {
          id: id === '' ? null : Number(id),
          written:
            title === undefined || colors === undefined || height === undefined
              ? null
              : { title, colors, height },
        },
      ],
    ),
  );
}

function madeText([key, { id, written }]: readonly [string, Made]): string {
  const looks = written === null ? '' : `:${written.title}:${written.colors}:${written.height}`;
  return `${key}=${id ?? ''}${looks}`;
}

function writtenOf(chart: GridChart): WrittenLooks {
  return {
    title: keyOf(chart.title),
    colors: keyOf(chart.colors),
    height: keyOf(heightOf(chart)),
  };
}

/** Fingerprint of an option, however the platform gives it back: `['#fff']` and `[#fff]` are one. */
function keyOf(option: unknown): string {
  return fingerprint(String(option).replace(/[[\]\s]/g, ''));
}

function heightOf({ place }: GridChart): number {
  return place.rows * ROW_HEIGHT - MARGIN;
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
    .setOption('height', heightOf(chart))
    .setPosition(place.row, place.column, MARGIN, MARGIN)
    .build();
}

/**
 * The chart with the cells where its figures are now, and with the looks of the pledge that they are of. It
 * moves to them, unless a person put it beside the figures. An option that a person changed stays.
 */
function renewedChart(
  own: Chart,
  chart: GridChart,
  before: WrittenLooks | null,
  sheet: Sheet,
  columns: number,
): { readonly renewed: Chart; readonly written: WrittenLooks } {
  let builder = withRanges(own.modify().clearRanges(), chart, sheet);
  const now = writtenOf(chart);
  const options = own.getOptions();
  const renew = (name: keyof WrittenLooks, value: string | number | string[]): string => {
    const shown: unknown = options.get(name);
    const isOurs =
      before === null
        ? name === 'title' && stemOf(String(shown ?? '')) === stemOf(chart.title)
        : shown === null || keyOf(shown) === before[name];
    if (!isOurs) return before?.[name] ?? now[name];
    if (shown === null || keyOf(shown) !== now[name]) builder = builder.setOption(name, value);
    return now[name];
  };
  const written: WrittenLooks = {
    title: renew('title', chart.title),
    colors: renew('colors', [...chart.colors]),
    height: renew('height', heightOf(chart)),
  };
  const { place } = chart;
  const isBeside = own.getContainerInfo().getAnchorColumn() > columns;
  const placed = isBeside ? builder : builder.setPosition(place.row, place.column, MARGIN, MARGIN);
  return { renewed: placed.build(), written };
}

/** A title without its unit: that of `연도별 누적 계획과 실적 (회)`, whose unit an earlier version left standing. */
function stemOf(title: string): string {
  return title.replace(/ \([^()]*\)$/, '');
}

function withRanges(builder: ChartBuilder, { areas }: GridChart, sheet: Sheet): ChartBuilder {
  return areas.reduce(
    (built, { row, column, rows, columns }: GridArea) =>
      built.addRange(sheet.getRange(row, column, rows, columns)),
    builder,
  );
}
