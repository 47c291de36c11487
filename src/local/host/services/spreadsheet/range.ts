/** A rectangle of cells, with all its methods. */
import { type A1Reference, type OpenEnds, openEndsOf, rectangleOf } from '../../../workbook/a1.ts';
import type { SheetState } from '../../../workbook/document.ts';
import { cellKey, eraseContent, eraseStyle, forEachCell } from '../../../workbook/grid.ts';
import { contains, overlaps, type Rectangle } from '../../../workbook/rectangle.ts';
import { select } from '../../../workbook/selection.ts';
import { ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { integersOf } from '../../service.ts';
import { DataValidation, ruleOf } from './data-validation.ts';
import { mapCells } from './range-content.ts';
import { checkedRectangle, type RangePlace, refuseInTable } from './range-place.ts';
import { RangeStyle } from './range-style.ts';
import { hasRefusingRule } from './refusing-rules.ts';
import { Sheet } from './sheet.ts';
import { flushedSheet, refuseDeletedSheet, write } from './sheet-base.ts';

export class Range extends RangeStyle {
  getSheet(): Sheet {
    return new Sheet(this.run, this.sheet);
  }

  getCell(row: number, column: number): Range {
    const [down = 0, right = 0] = integersOf('SpreadsheetApp.Range.getCell', [row, column]);
    if (down < 1 || right < 1 || down > this.rectangle.rows || right > this.rectangle.columns) {
      throw new ServiceError('Cell reference out of range');
    }
    return this.offset(down - 1, right - 1, 1, 1);
  }

  offset(rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number): Range {
    const { row, column } = this.rectangle;
    const size = [numRows ?? this.rectangle.rows, numColumns ?? this.rectangle.columns];
    const [down = 0, right = 0, rows = 1, columns = 1] = integersOf('SpreadsheetApp.Range.offset', [
      rowOffset,
      columnOffset,
      ...size,
    ]);
    return rangeAt(this.run, this.sheet, { row: row + down, column: column + right, rows, columns });
  }

  activate(): this {
    refuseDeletedSheet(this.run, this.sheet);
    this.run.buffer.show((document) => select(document, this.sheet, [this.rectangle]));
    return this;
  }

  merge(): this {
    return mergeBlocks(this, [this.rectangle]);
  }

  /**
   * Merges each row by itself:
   * https://developers.google.com/apps-script/reference/spreadsheet/range#mergeacross
   */
  mergeAcross(): this {
    const { row, rows } = this.rectangle;
    const lines = Array.from({ length: rows }, (_, down) => ({
      ...this.rectangle,
      row: row + down,
      rows: 1,
    }));
    return mergeBlocks(this, lines);
  }

  breakApart(): this {
    return mergeBlocks(this, []);
  }

  getMergedRanges(): Range[] {
    flushedSheet(this);
    return this.sheet.merges
      .filter((merge) => overlaps(merge, this.rectangle))
      .map((merge) => new Range(this.run, this.sheet, merge));
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
    changeRules(this, [stored], (sheet) =>
      forEachCell(this.rectangle, (row, column) => putRule(sheet, row, column, stored)),
    );
    return this;
  }

  getDataValidations(): (DataValidation | null)[][] {
    flushedSheet(this);
    return mapCells(this, (row, column) => {
      const rule = this.sheet.validations?.get(cellKey(row, column));
      return rule === undefined ? null : new DataValidation(this.run, rule);
    });
  }

  clearDataValidations(): this {
    return this.setDataValidation(null);
  }
}

/** The range on a sheet. Throws if the grid does not contain it. */
export function rangeAt(run: Run, sheet: SheetState, rectangle: Rectangle, open?: OpenEnds): Range {
  return new Range(run, sheet, checkedRectangle(sheet, rectangle), open);
}

/** The range that a reference names on a sheet. */
export function referredRange(run: Run, sheet: SheetState, reference: A1Reference): Range {
  return rangeAt(run, sheet, rectangleOf(reference, sheet), openEndsOf(reference));
}

/** What `clear` removes: content and formats, or only what its options name. Merged cells stay merged. */
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

/** Removes content, formats, notes or data validation rules from a rectangle. */
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

/**
 * Changes data validation rules. They wait like other writes, except when one refuses invalid values: later
 * calls are checked against it, so it takes effect at once.
 */
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
  const key = cellKey(row, column);
  if (rule === null) sheet.validations?.delete(key);
  else sheet.validations = (sheet.validations ?? new Map()).set(key, rule);
}

/** Merges these blocks of a range. Earlier merges within the range are removed. */
function mergeBlocks<Of extends RangePlace>(range: Of, blocks: readonly Rectangle[]): Of {
  const { run, rectangle } = range;
  run.buffer.apply();
  if (blocks.length > 0) refuseInTable(range.sheet, rectangle, "You can't merge cells in a table.");
  if (range.sheet.merges.some((merge) => overlaps(merge, rectangle) && !contains(rectangle, merge))) {
    throw new ServiceError('You must select all cells in a merged range to merge or unmerge them.');
  }
  write(range, (sheet) => {
    sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, rectangle));
    for (const block of blocks) {
      if (block.rows > 1 || block.columns > 1) sheet.merges.push(block);
      // A merged cell keeps only the content of its top left cell.
      forEachCell(block, (row, column, down, right) => {
        if (down > 0 || right > 0) eraseContent(sheet, { row, column, rows: 1, columns: 1 });
      });
    }
  });
  return range;
}
