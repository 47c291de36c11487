/** The filter of a sheet. The host knows its range, but not its criteria. */
import type { SheetState } from '../../../workbook/document.ts';
import { ServiceError } from '../../errors.ts';
import { ServiceOf } from '../../service.ts';
import { type Range, rangeAt } from './range.ts';
import { refuseClosedSheet, refuseDeletedSheet } from './sheet-base.ts';

export class Filter extends ServiceOf<SheetState> {
  getRange(): Range {
    const { filter } = this.state;
    if (filter === undefined) throw new ServiceError('The filter has been removed.');
    return rangeAt(this.run, this.state, filter);
  }

  /** Removes the filter and shows the rows that it hid. */
  remove(): void {
    refuseDeletedSheet(this.run, this.state);
    this.getRange();
    refuseClosedSheet(this.state);
    this.run.buffer.now(() => {
      delete this.state.filter;
      this.state.rowsHiddenByFilter?.clear();
    }, 'every sheet');
  }
}
