import type { SheetState } from '../document.ts';
import { Enumeration } from '../enumeration.ts';
import { ServiceError } from '../errors.ts';
import type { Run } from '../run.ts';
import { Service, signatureError } from '../service.ts';

export const PROTECTION_TYPE = new Enumeration('RANGE', 'SHEET');

/** The protection of a whole sheet. A script that runs as somebody who may edit is never stopped by it. */
export class Protection extends Service {
  private readonly sheet: SheetState;

  constructor(sheet: SheetState) {
    super();
    this.sheet = sheet;
  }

  override get serviceName(): string {
    return 'Protection';
  }

  getDescription(): string {
    return stateOf(this.sheet).description;
  }

  setDescription(description: unknown): this {
    this.sheet.protection = { ...stateOf(this.sheet), description: String(description) };
    return this;
  }

  isWarningOnly(): boolean {
    return stateOf(this.sheet).warningOnly;
  }

  setWarningOnly(warningOnly: unknown): this {
    this.sheet.protection = { ...stateOf(this.sheet), warningOnly: warningOnly === true };
    return this;
  }

  remove(): void {
    stateOf(this.sheet);
    delete this.sheet.protection;
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/sheet#protect : a sheet that is protected stays as it is. */
export function protect(sheet: SheetState): Protection {
  sheet.protection ??= { description: '', warningOnly: false };
  return new Protection(sheet);
}

/** The protections of that kind; ranges are never protected here. */
export function protectionsOf({ document }: Run, type: unknown, only: SheetState | null): Protection[] {
  const name = PROTECTION_TYPE.nameOf(type);
  if (name === null) {
    throw signatureError(`SpreadsheetApp.${only === null ? 'Spreadsheet' : 'Sheet'}.getProtections`, [type]);
  }
  return document.sheets
    .filter((sheet) => name === 'SHEET' && sheet.protection !== undefined && (only ?? sheet) === sheet)
    .map((sheet) => new Protection(sheet));
}

function stateOf({ protection }: SheetState) {
  if (protection === undefined) {
    throw new ServiceError('The protection has been removed.');
  }
  return protection;
}
