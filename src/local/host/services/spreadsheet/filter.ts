import type { SheetState } from '../../../workbook/document.ts';
import { ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { Service } from '../../service.ts';
import { type Range, rangeAt } from './range.ts';

/** The filter of a sheet: the host knows its range, not its criteria. */
export class Filter extends Service {
  private readonly run: Run;
  private readonly sheet: SheetState;

  constructor(run: Run, sheet: SheetState) {
    super();
    this.run = run;
    this.sheet = sheet;
  }

  override get serviceName(): string {
    return 'Filter';
  }

  getRange(): Range {
    const { filter } = this.sheet;
    if (filter === undefined) throw new ServiceError('The filter has been removed.');
    return rangeAt(this.run, this.sheet, filter);
  }
}
