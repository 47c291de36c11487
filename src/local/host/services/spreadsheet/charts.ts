import type { SheetState } from '../../../workbook/document.ts';
import type { ChartRange, ChartState } from '../../../workbook/sheet-objects.ts';
import { NotImplementedError, ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { integerOf, Service, signatureError } from '../../service.ts';
import type { Range } from './range.ts';
import { rangeAt } from './range.ts';
import { RangePlace } from './range-place.ts';

/** A chart that is not in a sheet yet has no id. */
type Draft = Omit<ChartState, 'id' | 'position'> & {
  readonly id: number | null;
  readonly position: ChartState['position'] | null;
};

const NEW_CHART: Draft = {
  id: null,
  type: null,
  ranges: [],
  headers: -1,
  transposed: false,
  position: null,
  options: {},
};

/** A chart in a sheet, or one that was built and not put into one yet. */
export class EmbeddedChart extends Service {
  readonly run: Run;
  readonly chart: Draft;

  constructor(run: Run, chart: Draft) {
    super();
    this.run = run;
    this.chart = chart;
  }

  override get serviceName(): string {
    return 'EmbeddedChart';
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart#getchartid : null outside of a spreadsheet. */
  getChartId(): number | null {
    return this.chart.id;
  }

  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(positionOf(this.chart));
  }

  getNumHeaders(): number {
    return this.chart.headers;
  }

  getOptions(): ChartOptions {
    return new ChartOptions(this.chart.options);
  }

  getRanges(): Range[] {
    return rangesOf(this.run, this.chart);
  }

  getTransposeRowsAndColumns(): boolean {
    return this.chart.transposed;
  }

  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.run, this.chart);
  }
}

/** Where a chart lies. */
export class ContainerInfo extends Service {
  private readonly position: ChartState['position'];

  constructor(position: ChartState['position']) {
    super();
    this.position = position;
  }

  override get serviceName(): string {
    return 'ContainerInfo';
  }

  getAnchorColumn(): number {
    return this.position.column;
  }

  getAnchorRow(): number {
    return this.position.row;
  }

  getOffsetX(): number {
    return this.position.offsetX;
  }

  getOffsetY(): number {
    return this.position.offsetY;
  }
}

/** What was chosen for a chart. */
export class ChartOptions extends Service {
  private readonly options: ChartState['options'];

  constructor(options: ChartState['options']) {
    super();
    this.options = options;
  }

  override get serviceName(): string {
    return 'ChartOptions';
  }

  get(option: unknown): unknown {
    return this.options[String(option)] ?? null;
  }
}

/** Builds a chart, as `sheet.newChart()` or `chart.modify()` begins it. Nothing is in a sheet before it is put there. */
export class EmbeddedChartBuilder extends Service {
  readonly run: Run;
  chart: Draft;

  constructor(run: Run, chart: Draft = NEW_CHART) {
    super();
    this.run = run;
    this.chart = chart;
  }

  override get serviceName(): string {
    return 'EmbeddedChartBuilder';
  }

  /** A range that the chart has already is not added again. */
  addRange(range: unknown): EmbeddedChartBuilder {
    const added = chartRangeOf(range, 'addRange');
    const isKnown = this.chart.ranges.some((known) => isSameRange(known, added));
    return isKnown ? this : changed(this, { ranges: [...this.chart.ranges, added] });
  }

  removeRange(range: unknown): EmbeddedChartBuilder {
    const removed = chartRangeOf(range, 'removeRange');
    return changed(this, { ranges: this.chart.ranges.filter((known) => !isSameRange(known, removed)) });
  }

  clearRanges(): EmbeddedChartBuilder {
    return changed(this, { ranges: [] });
  }

  getRanges(): Range[] {
    return rangesOf(this.run, this.chart);
  }

  getContainer(): ContainerInfo {
    return new ContainerInfo(positionOf(this.chart));
  }

  setNumHeaders(headers: unknown): EmbeddedChartBuilder {
    return changed(this, { headers: integerOf(headers, `${METHODS}.setNumHeaders`, [headers]) });
  }

  setTransposeRowsAndColumns(transpose: unknown): EmbeddedChartBuilder {
    return changed(this, { transposed: transpose === true });
  }

  setOption(option: unknown, value: unknown): EmbeddedChartBuilder {
    if (typeof option !== 'string') {
      throw signatureError(`${METHODS}.setOption`, [option, value]);
    }
    return changed(this, { options: { ...this.chart.options, [option]: value } });
  }

  setPosition(...values: unknown[]): EmbeddedChartBuilder {
    const [row = 0, column = 0, offsetX = 0, offsetY = 0] = values.map((value) =>
      integerOf(value, `${METHODS}.setPosition`, values),
    );
    if (values.length !== 4) {
      throw signatureError(`${METHODS}.setPosition`, values);
    }
    return changed(this, { position: { row, column, offsetX, offsetY } });
  }

  asColumnChart(): EmbeddedColumnChartBuilder {
    return new EmbeddedColumnChartBuilder(this.run, { ...this.chart, type: 'COLUMN' });
  }

  asBarChart(): EmbeddedBarChartBuilder {
    return new EmbeddedBarChartBuilder(this.run, { ...this.chart, type: 'BAR' });
  }

  asLineChart(): EmbeddedLineChartBuilder {
    return new EmbeddedLineChartBuilder(this.run, { ...this.chart, type: 'LINE' });
  }

  build(): EmbeddedChart {
    return new EmbeddedChart(this.run, this.chart);
  }
}

const METHODS = 'SpreadsheetApp.EmbeddedChartBuilder';

/** Charts with two axes. */
abstract class AxisChartBuilder extends EmbeddedChartBuilder {
  setTitle(chartTitle: unknown): this {
    return withOption(this, 'title', String(chartTitle));
  }

  setXAxisTitle(title: unknown): this {
    return withOption(this, 'hAxis.title', String(title));
  }

  setYAxisTitle(title: unknown): this {
    return withOption(this, 'vAxis.title', String(title));
  }

  setColors(cssValues: unknown): this {
    return withOption(this, 'colors', cssValues);
  }
}

export class EmbeddedColumnChartBuilder extends AxisChartBuilder {
  override get serviceName(): string {
    return 'EmbeddedColumnChartBuilder';
  }

  setStacked(): this {
    return withOption(this, 'isStacked', true);
  }
}

export class EmbeddedBarChartBuilder extends AxisChartBuilder {
  override get serviceName(): string {
    return 'EmbeddedBarChartBuilder';
  }

  setStacked(): this {
    return withOption(this, 'isStacked', true);
  }
}

export class EmbeddedLineChartBuilder extends AxisChartBuilder {
  override get serviceName(): string {
    return 'EmbeddedLineChartBuilder';
  }
}

function changed<Of extends EmbeddedChartBuilder>(builder: Of, change: Partial<Draft>): Of {
  builder.chart = { ...builder.chart, ...change };
  return builder;
}

function withOption<Of extends EmbeddedChartBuilder>(builder: Of, option: string, value: unknown): Of {
  return changed(builder, { options: { ...builder.chart.options, [option]: value } });
}

/** The charts of a sheet with one more that was built; its id is a new one. */
export function withInsertedChart(run: Run, sheet: SheetState, value: unknown): ChartState[] {
  const { chart } = chartOf(value, 'insertChart');
  const { position } = chart;
  if (position === null || chart.id !== null) {
    throw new NotImplementedError('Sheet.insertChart without a position, or of a chart that is in a sheet');
  }
  const { row, column } = position;
  if (row < 1 || column < 1 || row > sheet.maxRows || column > sheet.maxColumns) {
    throw new ServiceError('The coordinates of the chart are outside the dimensions of the sheet.');
  }
  const ids = run.document.sheets.flatMap(({ charts = [] }) => charts.map(({ id }) => id));
  return [...(sheet.charts ?? []), { ...chart, position, id: Math.max(0, ...ids) + 1 }];
}

/** The charts of a sheet with one that was built anew in the place of the one that it was built from. */
export function withUpdatedChart({ charts = [] }: SheetState, value: unknown): ChartState[] {
  const { chart } = chartOf(value, 'updateChart');
  const { id, position } = chart;
  if (id === null || position === null || !charts.some((known) => known.id === id)) throw noSuchChart();
  return charts.map((known) => (known.id === id ? { ...chart, id, position } : known));
}

export function withoutChart({ charts = [] }: SheetState, value: unknown): ChartState[] {
  const { chart } = chartOf(value, 'removeChart');
  if (!charts.some(({ id }) => id === chart.id)) throw noSuchChart();
  return charts.filter(({ id }) => id !== chart.id);
}

function noSuchChart(): ServiceError {
  return new ServiceError('Embedded chart does not exist in this sheet.');
}

function chartOf(value: unknown, method: string): EmbeddedChart {
  if (value instanceof EmbeddedChart) return value;
  throw signatureError(`SpreadsheetApp.Sheet.${method}`, [value]);
}

function chartRangeOf(value: unknown, method: string): ChartRange {
  if (value instanceof RangePlace) return { sheetId: value.sheet.id, ...value.rectangle };
  throw signatureError(`${METHODS}.${method}`, [value]);
}

function isSameRange(one: ChartRange, other: ChartRange): boolean {
  return (
    one.sheetId === other.sheetId &&
    one.row === other.row &&
    one.column === other.column &&
    one.rows === other.rows &&
    one.columns === other.columns
  );
}

/** Ranges of a sheet that was deleted are gone. */
function rangesOf(run: Run, { ranges }: Draft): Range[] {
  return ranges.flatMap(({ sheetId, ...rectangle }) => {
    const sheet = run.document.sheets.find(({ id }) => id === sheetId);
    return sheet === undefined ? [] : [rangeAt(run, sheet, rectangle)];
  });
}

function positionOf({ position }: Draft): ChartState['position'] {
  if (position === null) throw new NotImplementedError('the position of a chart that nobody gave one');
  return position;
}
