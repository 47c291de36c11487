import type { SheetState } from '../../../workbook/document.ts';
import { select, selectedRectangles } from '../../../workbook/selection.ts';
import { ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { Service, signatureError } from '../../service.ts';
import { type Range, rangeAt } from './range.ts';

/** Ranges of one sheet, for which everything is done that is asked of the list. */
export class RangeList extends Service {
  readonly ranges: readonly Range[];

  constructor(ranges: readonly Range[]) {
    super();
    this.ranges = ranges;
  }

  override get serviceName(): string {
    return 'RangeList';
  }

  getRanges(): Range[] {
    return [...this.ranges];
  }

  activate(): this {
    selectRanges(this.ranges);
    return this;
  }

  breakApart(): this {
    return each(this, (range) => range.breakApart());
  }

  clear(options?: unknown): this {
    return each(this, (range) => range.clear(options));
  }

  clearContent(): this {
    return each(this, (range) => range.clearContent());
  }

  clearDataValidations(): this {
    return each(this, (range) => range.clearDataValidations());
  }

  clearFormat(): this {
    return each(this, (range) => range.clearFormat());
  }

  clearNote(): this {
    return each(this, (range) => range.clearNote());
  }

  setBackground(color: unknown): this {
    return each(this, (range) => range.setBackground(color));
  }

  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color?: unknown,
    style?: unknown,
  ): this {
    return each(this, (range) =>
      range.setBorder(top, left, bottom, right, vertical, horizontal, color, style),
    );
  }

  setFontColor(color: unknown): this {
    return each(this, (range) => range.setFontColor(color));
  }

  setFontFamily(family: unknown): this {
    return each(this, (range) => range.setFontFamily(family));
  }

  setFontLine(line: unknown): this {
    return each(this, (range) => range.setFontLine(line));
  }

  setFontSize(size: unknown): this {
    return each(this, (range) => range.setFontSize(size));
  }

  setFontStyle(style: unknown): this {
    return each(this, (range) => range.setFontStyle(style));
  }

  setFontWeight(weight: unknown): this {
    return each(this, (range) => range.setFontWeight(weight));
  }

  setFormula(formula: unknown): this {
    return each(this, (range) => range.setFormula(formula));
  }

  setHorizontalAlignment(alignment: unknown): this {
    return each(this, (range) => range.setHorizontalAlignment(alignment));
  }

  setNote(note: unknown): this {
    return each(this, (range) => range.setNote(note));
  }

  setNumberFormat(format: unknown): this {
    return each(this, (range) => range.setNumberFormat(format));
  }

  setValue(value: unknown): this {
    return each(this, (range) => range.setValue(value));
  }

  setVerticalAlignment(alignment: unknown): this {
    return each(this, (range) => range.setVerticalAlignment(alignment));
  }

  setWrap(wraps: unknown): this {
    return each(this, (range) => range.setWrap(wraps));
  }

  setWrapStrategy(strategy: unknown): this {
    return each(this, (range) => range.setWrapStrategy(strategy));
  }
}

/** What is selected on a sheet, the active range last. */
export function activeRangeList(run: Run, sheet: SheetState): RangeList {
  return new RangeList(
    selectedRectangles(run.document, sheet).map((rectangle) => rangeAt(run, sheet, rectangle)),
  );
}

/** The last of the selected ranges. */
export function activeRange(run: Run, sheet: SheetState): Range | null {
  return activeRangeList(run, sheet).ranges.at(-1) ?? null;
}

/** What `setActiveRangeList` does, whichever service it is asked of. */
export function selectList(list: unknown, service: string): RangeList {
  if (!(list instanceof RangeList)) {
    throw signatureError(`SpreadsheetApp.${service}.setActiveRangeList`, [list]);
  }
  return list.activate();
}

function selectRanges(ranges: readonly Range[]): void {
  const [first] = ranges;
  if (first === undefined) throw new ServiceError('Range not found');
  const rectangles = ranges.map(({ rectangle }) => rectangle);
  first.run.buffer.show((document) => select(document, first.sheet, rectangles));
}

function each<List extends RangeList>(list: List, change: (range: Range) => unknown): List {
  list.ranges.forEach(change);
  return list;
}
