/** A sheet without its methods. */

import type { SheetState } from '../../../workbook/document.ts';
import { largest } from '../../../workbook/largest.ts';
import type { Rectangle } from '../../../workbook/rectangle.ts';
import type { Run } from '../../run.ts';
import { Service } from '../../service.ts';
import { refuseClosedSheet, refuseDeletedSheet } from './range-place.ts';

export class SheetBase extends Service {
  readonly sheet: SheetState;

  constructor(run: Run, sheet: SheetState) {
    super(run);
    this.sheet = sheet;
  }
}

/** Applies the pending writes and returns the sheet. Throws if the sheet is deleted. */
export function settled({ run, sheet }: SheetBase): SheetState {
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
export function wholeOf({ maxColumns, values, styles, notes, links, formulas }: SheetState): Rectangle {
  const keyedRows = [...notes.keys(), ...(links?.keys() ?? []), ...formulas.keys()].map((key) =>
    Number(key.split(',')[0]),
  );
  const rows = largest(keyedRows, Math.max(values.length, styles.length));
  return { row: 1, column: 1, rows, columns: maxColumns };
}
