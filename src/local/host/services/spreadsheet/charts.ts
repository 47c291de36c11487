/**
 * Charts, and their builders from `sheet.newChart()` and `chart.modify()`. A built chart is on no sheet until
 * it is inserted.
 */

import type { SheetState } from '../../../workbook/document.ts';
import { largest } from '../../../workbook/largest.ts';
import { isSameRectangle } from '../../../workbook/rectangle.ts';
import type { ChartRange, ChartState, ChartType } from '../../../workbook/sheet-objects.ts';
import { NotImplementedError, ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { integerOf, integersOf, Service, ServiceOf, signatureError } from '../../service.ts';
import { type Range, rangeAt } from './range.ts';
import { RangePlace } from './range-place.ts';

type Position = ChartState['position'];

/** A chart being built. It has no id before it is on a sheet, and may have no position. */
type Draft = Omit<ChartState, 'id' | 'position'> & {
  readonly id: number | null;
  readonly position: Position | null;
};

const NEW_CHART: Draft = {
  id: null,
  type: null,
  ranges: [],
  headers: -1,
  position: null,
  options: {},
};

/** A chart on a sheet, or one that was built but not inserted yet. */
export class EmbeddedChart extends ServiceOf<Draft> {
  /**
   * null if the chart is on no sheet:
   * https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart#getchartid
   */
  getChartId(): number | null {
    return this.state.id;
  }

  getContainerInfo(): ContainerInfo {
    const { position } = this.state;
    if (position === null) throw new NotImplementedError('the position of a chart that nobody gave one');
    return new ContainerInfo(this.run, position);
  }

  getNumHeaders(): number {
    return this.state.headers;
  }

  getOptions(): ChartOptions {
    return new ChartOptions(this.run, this.state.options);
  }

  /** Leaves out ranges of deleted sheets. */
  getRanges(): Range[] {
    return this.state.ranges.flatMap(({ sheetId, ...rectangle }) => {
      const sheet = this.run.document.sheets.find(({ id }) => id === sheetId);
      return sheet === undefined ? [] : [rangeAt(this.run, sheet, rectangle)];
    });
  }

  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.run, this.state);
  }
}

/** The position of a chart on its sheet. */
export class ContainerInfo extends ServiceOf<Position> {
  getAnchorColumn(): number {
    return this.state.column;
  }

  getAnchorRow(): number {
    return this.state.row;
  }

  getOffsetX(): number {
    return this.state.offsetX;
  }

  getOffsetY(): number {
    return this.state.offsetY;
  }
}

/** The options that were set for a chart. */
export class ChartOptions extends ServiceOf<ChartState['options']> {
  get(option: unknown): unknown {
    return this.state[String(option)] ?? null;
  }
}

const METHODS = 'SpreadsheetApp.EmbeddedChartBuilder';

export class EmbeddedChartBuilder extends Service {
  chart: Draft;

  constructor(run: Run, chart: Draft = NEW_CHART) {
    super(run);
    this.chart = chart;
  }

  /** A range that the chart already has is not added again. */
  addRange(range: unknown): EmbeddedChartBuilder {
    if (!(range instanceof RangePlace)) throw signatureError(`${METHODS}.addRange`, [range]);
    const added: ChartRange = { sheetId: range.sheet.id, ...range.rectangle };
    const isKnown = this.chart.ranges.some(
      (known) => known.sheetId === added.sheetId && isSameRectangle(known, added),
    );
    return isKnown ? this : update(this, { ranges: [...this.chart.ranges, added] });
  }

  clearRanges(): EmbeddedChartBuilder {
    return update(this, { ranges: [] });
  }

  setNumHeaders(headers: unknown): EmbeddedChartBuilder {
    return update(this, { headers: integerOf(headers, `${METHODS}.setNumHeaders`, [headers]) });
  }

  setOption(option: unknown, value: unknown): EmbeddedChartBuilder {
    if (typeof option !== 'string') throw signatureError(`${METHODS}.setOption`, [option, value]);
    return update(this, { options: { ...this.chart.options, [option]: value } });
  }

  setPosition(...values: unknown[]): EmbeddedChartBuilder {
    const [row = 0, column = 0, offsetX = 0, offsetY = 0] = integersOf(`${METHODS}.setPosition`, values);
    if (values.length !== 4) throw signatureError(`${METHODS}.setPosition`, values);
    return update(this, { position: { row, column, offsetX, offsetY } });
  }

  asColumnChart(): EmbeddedColumnChartBuilder {
    return new EmbeddedColumnChartBuilder(this.run, ofType(this, 'COLUMN'));
  }

  asBarChart(): EmbeddedBarChartBuilder {
    return new EmbeddedBarChartBuilder(this.run, ofType(this, 'BAR'));
  }

  build(): EmbeddedChart {
    return new EmbeddedChart(this.run, this.chart);
  }
}

export class EmbeddedColumnChartBuilder extends EmbeddedChartBuilder {}
export class EmbeddedBarChartBuilder extends EmbeddedChartBuilder {}

function ofType({ chart }: EmbeddedChartBuilder, type: ChartType): Draft {
  return { ...chart, type };
}

function update(builder: EmbeddedChartBuilder, change: Partial<Draft>): EmbeddedChartBuilder {
  builder.chart = { ...builder.chart, ...change };
  return builder;
}

/** The charts of a sheet, with a built chart added under a new id. */
export function withInsertedChart(run: Run, sheet: SheetState, value: unknown): ChartState[] {
  const chart = chartOf(value, 'insertChart');
  const { position } = chart;
  if (position === null || chart.id !== null) {
    throw new NotImplementedError('Sheet.insertChart without a position, or of a chart that is in a sheet');
  }
  const { row, column } = position;
  if (row < 1 || column < 1 || row > sheet.maxRows || column > sheet.maxColumns) {
    throw new ServiceError('The coordinates of the chart are outside the dimensions of the sheet.');
  }
  const ids = run.document.sheets.flatMap(({ charts = [] }) => charts.map(({ id }) => id));
  return [...(sheet.charts ?? []), { ...chart, position, id: largest(ids) + 1 }];
}

/** The charts of a sheet, with one replaced by its changed version. */
export function withUpdatedChart({ charts = [] }: SheetState, value: unknown): ChartState[] {
  const chart = chartOf(value, 'updateChart');
  const { id, position } = chart;
  if (id === null || position === null || !charts.some((known) => known.id === id)) throw noSuchChart();
  return charts.map((known) => (known.id === id ? { ...chart, id, position } : known));
}

export function withoutChart({ charts = [] }: SheetState, value: unknown): ChartState[] {
  const chart = chartOf(value, 'removeChart');
  if (!charts.some(({ id }) => id === chart.id)) throw noSuchChart();
  return charts.filter(({ id }) => id !== chart.id);
}

function noSuchChart(): ServiceError {
  return new ServiceError('Embedded chart does not exist in this sheet.');
}

function chartOf(value: unknown, method: string): Draft {
  if (value instanceof EmbeddedChart) return value.state;
  throw signatureError(`SpreadsheetApp.Sheet.${method}`, [value]);
}
