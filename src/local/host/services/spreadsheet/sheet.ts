/** One sheet (tab) of the spreadsheet, with all its methods. */
import { parseA1 } from '../../../workbook/a1.ts';
import type { SheetState } from '../../../workbook/document.ts';
import { usedSize } from '../../../workbook/grid.ts';
import { renameSheets } from '../../../workbook/sheet-references.ts';
import { NotImplementedError, ServiceError } from '../../errors.ts';
import { integersOf, signatureError } from '../../service.ts';
import {
  EmbeddedChart,
  EmbeddedChartBuilder,
  withInsertedChart,
  withoutChart,
  withUpdatedChart,
} from './charts.ts';
import { colorOf } from './colors.ts';
import { ConditionalFormatRule, conditionalRulesOf } from './conditional-format.ts';
import { Filter } from './filter.ts';
import { addMetadata, type DeveloperMetadata, DeveloperMetadataFinder, metadataOn } from './metadata.ts';
import { type Protection, protect, protectionsOf } from './protection.ts';
import { clearCells, clearingOf, type Range, rangeAt, referredRange } from './range.ts';
import { RangeList } from './range-list.ts';
import { assign, filledRows, flushedSheet, refuseDeletedSheet, write } from './sheet-base.ts';
import { SheetLines } from './sheet-lines.ts';
import { refuseTakenName, Spreadsheet } from './spreadsheet.ts';

export class Sheet extends SheetLines {
  getName(): string {
    return this.sheet.name;
  }

  setName(name: unknown): this {
    const before = flushedSheet(this).name;
    if (typeof name !== 'string') throw signatureError('SpreadsheetApp.Sheet.setName', [name]);
    if (name !== before) refuseTakenName(this.run.document, name);
    this.run.buffer.now((document) => renameSheets(document, new Map([[before.toLowerCase(), name]])));
    return this;
  }

  getSheetId(): number {
    return this.sheet.id;
  }

  getIndex(): number {
    return this.run.document.sheets.indexOf(this.sheet) + 1;
  }

  activate(): this {
    flushedSheet(this);
    new Spreadsheet(this.run).setActiveSheet(this);
    return this;
  }

  /**
   * null if there is no filter:
   * https://developers.google.com/apps-script/reference/spreadsheet/sheet#getfilter
   */
  getFilter(): Filter | null {
    return flushedSheet(this).filter === undefined ? null : new Filter(this.run, this.sheet);
  }

  getLastRow(): number {
    return usedSize(flushedSheet(this)).rows;
  }

  getLastColumn(): number {
    return usedSize(flushedSheet(this)).columns;
  }

  getRange(first: string | number, column?: number, numRows?: number, numColumns?: number): Range {
    refuseDeletedSheet(this.run, this.sheet);
    const values = [first, column, numRows, numColumns].filter((value) => value !== undefined);
    if (typeof first === 'string' && values.length === 1) {
      const reference = parseA1(first);
      if (reference === null || (reference.sheet !== null && reference.sheet !== this.sheet.name)) {
        throw new ServiceError('Range not found');
      }
      return referredRange(this.run, this.sheet, reference);
    }
    const [row = 0, start = 0, rows = 1, columns = 1] = integersOf('SpreadsheetApp.Sheet.getRange', values);
    if (values.length < 2) throw signatureError('SpreadsheetApp.Sheet.getRange', values);
    return rangeAt(this.run, this.sheet, { row, column: start, rows, columns });
  }

  getRangeList(a1Notations: unknown): RangeList {
    if (!Array.isArray(a1Notations) || !a1Notations.every((notation) => typeof notation === 'string')) {
      throw signatureError('SpreadsheetApp.Sheet.getRangeList', [a1Notations]);
    }
    if (a1Notations.length === 0) throw new NotImplementedError('Sheet.getRangeList of no ranges');
    const ranges = a1Notations.map((notation: string) => this.getRange(notation));
    return new RangeList(this.run, ranges);
  }

  setActiveRangeList(rangeList: unknown): RangeList {
    flushedSheet(this);
    if (rangeList instanceof RangeList) return rangeList.activate();
    throw signatureError('SpreadsheetApp.Sheet.setActiveRangeList', [rangeList]);
  }

  getDataRange(): Range {
    const { rows, columns } = usedSize(flushedSheet(this));
    const size = { rows: Math.max(1, rows), columns: Math.max(1, columns) };
    return rangeAt(this.run, this.sheet, { row: 1, column: 1, ...size });
  }

  clear(options?: unknown): this {
    const wanted = clearingOf(options);
    return write(this, (sheet) => clearCells(sheet, filledRows(sheet), wanted));
  }

  getTabColor(): string | null {
    return flushedSheet(this).tabColor;
  }

  setTabColor(color: unknown): this {
    return assign(this, { tabColor: colorOf(color) ?? null });
  }

  hideSheet(): this {
    const sheet = flushedSheet(this);
    if (this.run.document.sheets.every((other) => other === sheet || other.hidden)) {
      throw new ServiceError("You can't hide all the sheets in a document.");
    }
    return assignNow(this, { hidden: true });
  }

  showSheet(): this {
    return assignNow(this, { hidden: false });
  }

  isSheetHidden(): boolean {
    return flushedSheet(this).hidden;
  }

  setHiddenGridlines(hideGridlines: unknown): this {
    return assign(this, { gridlinesHidden: hideGridlines === true });
  }

  hasHiddenGridlines(): boolean {
    return flushedSheet(this).gridlinesHidden ?? false;
  }

  newChart(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.run);
  }

  getCharts(): EmbeddedChart[] {
    return (flushedSheet(this).charts ?? []).map((chart) => new EmbeddedChart(this.run, chart));
  }

  insertChart(chart: unknown): void {
    assignNow(this, { charts: withInsertedChart(this.run, flushedSheet(this), chart) });
  }

  updateChart(chart: unknown): void {
    assignNow(this, { charts: withUpdatedChart(flushedSheet(this), chart) });
  }

  removeChart(chart: unknown): void {
    assignNow(this, { charts: withoutChart(flushedSheet(this), chart) });
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    const sheet = flushedSheet(this);
    return (sheet.conditionalRules ?? []).map((rule) => new ConditionalFormatRule(this.run, sheet, rule));
  }

  setConditionalFormatRules(rules: unknown): void {
    assign(this, { conditionalRules: conditionalRulesOf(this.sheet, rules) });
  }

  protect(): Protection {
    return protect(this.run, flushedSheet(this));
  }

  getProtections(type: unknown): Protection[] {
    return protectionsOf(this.run, type, flushedSheet(this));
  }

  addDeveloperMetadata(...values: unknown[]): this {
    refuseDeletedSheet(this.run, this.sheet);
    addMetadata(this.run, this.sheet, values);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataOn(this.run, flushedSheet(this));
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.run, this.sheet);
  }
}

/** Changes at once properties of a sheet that no formula reads. */
function assignNow<Of extends Sheet>(service: Of, change: Partial<SheetState>): Of {
  const sheet = flushedSheet(service);
  service.run.buffer.now(() => Object.assign(sheet, change), 'no cells');
  return service;
}
