import type { SheetState } from '../../../workbook/document.ts';
import type { ProtectionState } from '../../../workbook/sheet-objects.ts';
import { Enumeration } from '../../enumeration.ts';
import { ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { Service, signatureError } from '../../service.ts';
import { type Range, rangeAt } from './range.ts';

export const PROTECTION_TYPE = new Enumeration('RANGE', 'SHEET');

/** The protection of a whole sheet. A script that runs as somebody who may edit is never stopped by it. */
export class Protection extends Service {
  readonly run: Run;
  readonly sheet: SheetState;

  constructor(run: Run, sheet: SheetState) {
    super();
    this.run = run;
    this.sheet = sheet;
  }

  override get serviceName(): string {
    return 'Protection';
  }

  /** The whole sheet, which has no notation. */
  getRange(): Range {
    const { maxRows: rows, maxColumns: columns } = this.sheet;
    const open = { rows: true, columns: true };
    return rangeAt(this.run, this.sheet, { row: 1, column: 1, rows, columns }, open);
  }

  getDescription(): string {
    return stateOf(this.sheet).description;
  }

  setDescription(description: unknown): this {
    return changed(this, { ...stateOf(this.sheet), description: String(description) });
  }

  isWarningOnly(): boolean {
    return stateOf(this.sheet).warningOnly;
  }

  setWarningOnly(warningOnly: unknown): this {
    return changed(this, { ...stateOf(this.sheet), warningOnly: warningOnly === true });
  }

  remove(): void {
    stateOf(this.sheet);
    this.run.buffer.now(() => {
      delete this.sheet.protection;
    }, 'no cells');
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/sheet#protect : a sheet that is protected stays as it is. */
export function protect(run: Run, sheet: SheetState): Protection {
  if (sheet.protection === undefined) {
    run.buffer.now(() => {
      sheet.protection = { description: '', warningOnly: false };
    }, 'no cells');
  }
  return new Protection(run, sheet);
}

/** The protections of that kind; ranges are never protected here. */
export function protectionsOf(run: Run, type: unknown, only: SheetState | null): Protection[] {
  const name = PROTECTION_TYPE.nameOf(type);
  if (name === null) {
    throw signatureError(`SpreadsheetApp.${only === null ? 'Spreadsheet' : 'Sheet'}.getProtections`, [type]);
  }
  return run.document.sheets
    .filter((sheet) => name === 'SHEET' && sheet.protection !== undefined && (only ?? sheet) === sheet)
    .map((sheet) => new Protection(run, sheet));
}

function stateOf({ protection }: SheetState) {
  if (protection === undefined) throw new ServiceError('The protection has been removed.');
  return protection;
}

function changed<Of extends Protection>(protection: Of, state: ProtectionState): Of {
  protection.run.buffer.now(() => {
    protection.sheet.protection = state;
  }, 'no cells');
  return protection;
}
