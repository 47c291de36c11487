/** The base of whatever is on one sheet: the sheet itself and its ranges. */

import type { SheetState } from '../../../workbook/document.ts';
import { largest } from '../../../workbook/largest.ts';
import type { Rectangle } from '../../../workbook/rectangle.ts';
import { ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { Service } from '../../service.ts';

export class SheetBase extends Service {
  readonly sheet: SheetState;

  constructor(run: Run, sheet: SheetState) {
    super(run);
    this.sheet = sheet;
  }
}

/** Applies the pending writes and returns the sheet. Throws if the sheet is deleted. */
export function flushedSheet({ run, sheet }: SheetBase): SheetState {
  run.buffer.apply();
  refuseDeletedSheet(run, sheet);
  return sheet;
}

/** Adds a write to the buffer. Throws if the sheet is deleted or closed to this person. */
export function write<Of extends SheetBase>(service: Of, change: (sheet: SheetState) => void): Of {
  refuseDeletedSheet(service.run, service.sheet);
  refuseClosedSheet(service.sheet);
  service.run.buffer.addTo(service.sheet, change);
  return service;
}

/** Adds a write that sets these properties of the sheet. */
export function assign<Of extends SheetBase>(service: Of, properties: Partial<SheetState>): Of {
  return write(service, (sheet) => Object.assign(sheet, properties));
}

/** All rows down to the last one that holds anything, at full width. */
export function filledRows({ maxColumns, values, styles, notes, links, formulas }: SheetState): Rectangle {
  const keyedRows = [...notes.keys(), ...(links?.keys() ?? []), ...formulas.keys()].map((key) =>
    Number(key.split(',')[0]),
  );
  const rows = largest(keyedRows, Math.max(values.length, styles.length));
  return { row: 1, column: 1, rows, columns: maxColumns };
}

/** Throws if only somebody else may edit the sheet. */
export function refuseClosedSheet({ protection }: SheetState): void {
  if (protection?.editableByOthersOnly !== true) return;
  throw new ServiceError(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );
}

/** Throws if the script deleted the sheet and still uses it. */
export function refuseDeletedSheet(run: Run, sheet: SheetState): void {
  if (!run.document.sheets.includes(sheet)) throw new ServiceError(`Sheet ${sheet.id} not found`);
}
