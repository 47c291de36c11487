/**
 * Protection of whole sheets. It does not stop a script that runs for an editor, unless it is
 * `editableByOthersOnly`.
 */
import type { SheetState } from '../../../workbook/document.ts';
import type { ProtectionState } from '../../../workbook/sheet-objects.ts';
import { enumerationOf } from '../../enumeration.ts';
import { ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { ServiceOf, signatureError } from '../../service.ts';
import { type Range, rangeAt } from './range.ts';
import { refuseDeletedSheet } from './sheet-base.ts';

export const PROTECTION_TYPE = enumerationOf('RANGE SHEET');

/** The protection of one sheet. */
export class Protection extends ServiceOf<SheetState> {
  /** The whole sheet. Its A1 notation is empty. */
  getRange(): Range {
    const { maxRows: rows, maxColumns: columns } = this.state;
    const open = { rows: true, columns: true };
    return rangeAt(this.run, this.state, { row: 1, column: 1, rows, columns }, open);
  }

  getDescription(): string {
    return protectionOf(this).description;
  }

  setDescription(description: unknown): this {
    return update(this, { description: String(description) });
  }

  isWarningOnly(): boolean {
    return protectionOf(this).warningOnly;
  }

  setWarningOnly(warningOnly: unknown): this {
    return update(this, { warningOnly: warningOnly === true });
  }

  remove(): void {
    protectionOf(this);
    this.run.buffer.now(() => {
      delete this.state.protection;
    }, 'no cells');
  }
}

/**
 * Protects a sheet. A protected sheet keeps its protection:
 * https://developers.google.com/apps-script/reference/spreadsheet/sheet#protect
 */
export function protect(run: Run, sheet: SheetState): Protection {
  if (sheet.protection === undefined) {
    run.buffer.now(() => {
      sheet.protection = { description: '', warningOnly: false };
    }, 'no cells');
  }
  return new Protection(run, sheet);
}

/** The protections of this type. There are none of type RANGE, since ranges are never protected here. */
export function protectionsOf(run: Run, type: unknown, only: SheetState | null): Protection[] {
  const name = PROTECTION_TYPE.nameOf(type);
  if (name === null) {
    throw signatureError(`SpreadsheetApp.${only === null ? 'Spreadsheet' : 'Sheet'}.getProtections`, [type]);
  }
  return run.document.sheets
    .filter((sheet) => name === 'SHEET' && sheet.protection !== undefined && (only ?? sheet) === sheet)
    .map((sheet) => new Protection(run, sheet));
}

function protectionOf({ run, state }: Protection): ProtectionState {
  refuseDeletedSheet(run, state);
  if (state.protection === undefined) throw new ServiceError('The protection has been removed.');
  return state.protection;
}

function update<Of extends Protection>(protection: Of, change: Partial<ProtectionState>): Of {
  const next = { ...protectionOf(protection), ...change };
  protection.run.buffer.now(() => {
    protection.state.protection = next;
  }, 'no cells');
  return protection;
}
