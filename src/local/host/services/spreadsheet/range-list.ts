/** Several ranges of one sheet. */
import { select } from '../../../workbook/selection.ts';
import { ServiceError } from '../../errors.ts';
import { ServiceOf } from '../../service.ts';
import type { Range } from './range.ts';
import { refuseDeletedSheet } from './sheet-base.ts';

/** A list of ranges. Each method acts on every range of the list. */
export class RangeList extends ServiceOf<readonly Range[]> {
  getRanges(): Range[] {
    return [...this.state];
  }

  activate(): this {
    const [first] = this.state;
    if (first === undefined) throw new ServiceError('Range not found');
    refuseDeletedSheet(this.run, first.sheet);
    const rectangles = this.state.map(({ rectangle }) => rectangle);
    this.run.buffer.show((document) => select(document, first.sheet, rectangles));
    return this;
  }

  breakApart(): this {
    return each(this, (range) => range.breakApart());
  }

  clearContent(): this {
    return each(this, (range) => range.clearContent());
  }

  setBackground(color: unknown): this {
    return each(this, (range) => range.setBackground(color));
  }

  setBorder(...lines: Parameters<Range['setBorder']>): this {
    return each(this, (range) => range.setBorder(...lines));
  }

  setHorizontalAlignment(alignment: unknown): this {
    return each(this, (range) => range.setHorizontalAlignment(alignment));
  }

  setNumberFormat(format: unknown): this {
    return each(this, (range) => range.setNumberFormat(format));
  }

  setValue(value: unknown): this {
    return each(this, (range) => range.setValue(value));
  }
}

function each<List extends RangeList>(list: List, change: (range: Range) => unknown): List {
  list.state.forEach(change);
  return list;
}
