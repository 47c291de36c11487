import { type A1Reference, type OpenEnds, openEndsOf, rectangleOf } from '../../../workbook/a1.ts';
import type { Rectangle, SheetState } from '../../../workbook/document.ts';
import {
  cellKey,
  contains,
  eraseContent,
  eraseStyle,
  forEachCell,
  overlaps,
  setContent,
} from '../../../workbook/grid.ts';
import { select } from '../../../workbook/selection.ts';
import { ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { integerOf } from '../../service.ts';
import { DataValidation, ruleOf } from './data-validation.ts';
import { gridOf, mapCells } from './range-content.ts';
import { checkedRectangle, refuseDeletedSheet, settle, write } from './range-place.ts';
import { RangeStyle } from './range-style.ts';
import { hasRefusingRule } from './refusing-rules.ts';
import { Sheet } from './sheet.ts';

/** A rectangle of cells. */
export class Range extends RangeStyle {
  getSheet(): Sheet {
    return new Sheet(this.run, this.sheet);
  }

  getCell(row: number, column: number): Range {
    const place = [row, column].map((value, _, values) =>
      integerOf(value, 'SpreadsheetApp.Range.getCell', values),
    );
    const [down = 0, right = 0] = place;
    if (down < 1 || right < 1 || down > this.rectangle.rows || right > this.rectangle.columns) {
      throw new ServiceError('Cell reference out of range');
    }
    return this.offset(down - 1, right - 1, 1, 1);
  }

  offset(rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number): Range {
    const values = [
      rowOffset,
      columnOffset,
      numRows ?? this.rectangle.rows,
      numColumns ?? this.rectangle.columns,
    ];
    const [down = 0, right = 0, rows = 1, columns = 1] = values.map((value) =>
      integerOf(value, 'SpreadsheetApp.Range.offset', values),
    );
    const { row, column } = this.rectangle;
    return rangeAt(this.run, this.sheet, { row: row + down, column: column + right, rows, columns });
  }

  activate(): this {
    this.run.buffer.show((document) => select(document, this.sheet, [this.rectangle]));
    return this;
  }

  merge(): this {
    const { rectangle } = this;
    this.run.buffer.apply();
    refuseSplitMerges(this.sheet, rectangle);
    write(this, (sheet) => {
      sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, rectangle));
      if (rectangle.rows > 1 || rectangle.columns > 1) sheet.merges.push(rectangle);
      // A merged cell keeps what stood in its top left cell.
      forEachCell(rectangle, (row, column, rowOffset, columnOffset) => {
        if (rowOffset > 0 || columnOffset > 0) {
          setContent(sheet, row, column, null);
          sheet.formulas.delete(cellKey(row, column));
        }
      });
    });
    return this;
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/range#mergeacross : each row for itself. */
  mergeAcross(): this {
    const { rectangle } = this;
    this.run.buffer.apply();
    refuseSplitMerges(this.sheet, rectangle);
    write(this, (sheet) => {
      sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, rectangle));
      forEachCell(rectangle, (row, column, _, columnOffset) => {
        if (columnOffset === 0 && rectangle.columns > 1) sheet.merges.push({ ...rectangle, row, rows: 1 });
        if (columnOffset === 0) return;
        setContent(sheet, row, column, null);
        sheet.formulas.delete(cellKey(row, column));
      });
    });
    return this;
  }

  breakApart(): this {
    const { rectangle } = this;
    this.run.buffer.apply();
    refuseSplitMerges(this.sheet, rectangle);
    write(this, (sheet) => {
      sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, rectangle));
    });
    return this;
  }

  getMergedRanges(): Range[] {
    settle(this);
    return this.sheet.merges
      .filter((merge) => overlaps(merge, this.rectangle))
      .map((merge) => new Range(this.run, this.sheet, merge));
  }

  isPartOfMerge(): boolean {
    settle(this);
    return this.sheet.merges.some((merge) => contains(merge, this.rectangle));
  }

  clear(options?: unknown): this {
    const wanted = clearingOf(options);
    const clear = (sheet: SheetState) => clearCells(sheet, this.rectangle, wanted);
    if (wanted.validations) changeRules(this, [], clear);
    else write(this, clear);
    return this;
  }

  setDataValidation(rule: unknown): this {
    const stored = ruleOf(rule, 'setDataValidation');
    changeRules(this, [stored], (sheet) => {
      forEachCell(this.rectangle, (row, column) => putRule(sheet, row, column, stored));
    });
    return this;
  }

  setDataValidations(rules: unknown): this {
    const stored = gridOf(this, 'setDataValidations', rules).map((cells) =>
      cells.map((rule) => ruleOf(rule, 'setDataValidations')),
    );
    changeRules(this, stored.flat(), (sheet) => {
      forEachCell(this.rectangle, (row, column, rowOffset, columnOffset) =>
        putRule(sheet, row, column, stored[rowOffset]?.[columnOffset] ?? null),
      );
    });
    return this;
  }

  getDataValidations(): (DataValidation | null)[][] {
    settle(this);
    return mapCells(this, (row, column) => {
      const rule = this.sheet.validations?.get(cellKey(row, column));
      return rule === undefined ? null : new DataValidation(this.run, rule);
    });
  }

  getDataValidation(): DataValidation | null {
    return this.getDataValidations()[0]?.[0] ?? null;
  }

  clearDataValidations(): this {
    return this.setDataValidation(null);
  }
}

/** The range on that sheet; throws where the grid does not have it. */
export function rangeAt(run: Run, sheet: SheetState, rectangle: Rectangle, open?: OpenEnds): Range {
  return new Range(run, sheet, checkedRectangle(sheet, rectangle), open);
}

/** The range that a reference names on that sheet. */
export function referredRange(run: Run, sheet: SheetState, reference: A1Reference): Range {
  return rangeAt(run, sheet, rectangleOf(reference, sheet), openEndsOf(reference));
}

/** What a `clear` takes away: content and formats, or what its options name. Merged cells stay merged. */
export function clearingOf(options: unknown): {
  content: boolean;
  format: boolean;
  notes: boolean;
  validations: boolean;
} {
  const flag = (name: string) =>
    typeof options === 'object' && options !== null && Reflect.get(options, name) === true;
  const some = ['contentsOnly', 'formatOnly', 'commentsOnly', 'validationsOnly'].some(flag);
  return {
    content: !some || flag('contentsOnly'),
    format: !some || flag('formatOnly'),
    notes: flag('commentsOnly'),
    validations: flag('validationsOnly'),
  };
}

/** Takes content, formats, notes or rules away from a rectangle. */
export function clearCells(
  sheet: SheetState,
  rectangle: Rectangle,
  wanted: ReturnType<typeof clearingOf>,
): void {
  if (wanted.content) eraseContent(sheet, rectangle);
  if (wanted.format) eraseStyle(sheet, rectangle);
  forEachCell(rectangle, (row, column) => {
    if (wanted.notes) sheet.notes.delete(cellKey(row, column));
    if (wanted.validations) sheet.validations?.delete(cellKey(row, column));
  });
}

/** Rules wait like other writes; but where one refuses values, later calls are checked against them, so they are there at once. */
function changeRules(
  range: Range,
  rules: readonly ReturnType<typeof ruleOf>[],
  change: (sheet: SheetState) => void,
): void {
  const { run, sheet } = range;
  if (hasRefusingRule(sheet) || rules.some((rule) => rule?.allowInvalid === false)) {
    refuseDeletedSheet(run, sheet);
    run.buffer.now(() => change(sheet), 'no cells');
  } else {
    write(range, change);
  }
}

function putRule(sheet: SheetState, row: number, column: number, rule: ReturnType<typeof ruleOf>): void {
  if (rule === null) {
    sheet.validations?.delete(cellKey(row, column));
  } else {
    sheet.validations ??= new Map();
    sheet.validations.set(cellKey(row, column), rule);
  }
}

function refuseSplitMerges(sheet: SheetState, rectangle: Rectangle): void {
  if (sheet.merges.some((merge) => overlaps(merge, rectangle) && !contains(rectangle, merge))) {
    throw new ServiceError('You must select all cells in a merged range to merge or unmerge them.');
  }
}
