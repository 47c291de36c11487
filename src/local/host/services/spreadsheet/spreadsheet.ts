/** The spreadsheet that the script belongs to. */

import { parseA1 } from '../../../workbook/a1.ts';
import { createSheet } from '../../../workbook/blank.ts';
import type { DocumentState, SheetState } from '../../../workbook/document.ts';
import { largest } from '../../../workbook/largest.ts';
import { selectedRectangles } from '../../../workbook/selection.ts';
import { loseReferences } from '../../../workbook/sheet-references.ts';
import { isZone } from '../../../workbook/zone.ts';
import { NotImplementedError, ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { Service, signatureError } from '../../service.ts';
import { addMetadata, type DeveloperMetadata, DeveloperMetadataFinder, metadataOn } from './metadata.ts';
import { type Protection, protectionsOf } from './protection.ts';
import { type Range, rangeAt, referredRange } from './range.ts';
import { Sheet } from './sheet.ts';
import { refuseDeletedSheet } from './sheet-base.ts';
import { refuseTooManyCells } from './sheet-lines.ts';

export class Spreadsheet extends Service {
  getId(): string {
    return this.run.document.id;
  }

  getSheets(): Sheet[] {
    return this.run.document.sheets.map((sheet) => new Sheet(this.run, sheet));
  }

  getSheetByName(name: unknown): Sheet | null {
    return this.getSheets().find((service) => service.sheet.name === name) ?? null;
  }

  insertSheet(...values: unknown[]): Sheet {
    const { document, buffer } = this.run;
    const options = values.find((value) => typeof value === 'object' && value !== null);
    if (options !== undefined) throw new NotImplementedError('options of Spreadsheet.insertSheet');
    const [first, second] = values;
    const name = typeof first === 'string' ? first : unusedName(document);
    const position = typeof first === 'number' ? first : second;
    if (typeof first === 'boolean' || values.length > 2) {
      throw signatureError('SpreadsheetApp.Spreadsheet.insertSheet', values);
    }
    buffer.apply();
    refuseTakenName(document, name);
    const index =
      typeof position === 'number' ? position : document.sheets.indexOf(shownSheetOf(this.run)) + 1;
    const sheet = createSheet(largest(document.sheets.map(({ id }) => id)) + 1, name);
    refuseTooManyCells(this.run, sheet.maxRows * sheet.maxColumns);
    buffer.now(({ sheets }) => {
      sheets.splice(Math.max(0, Math.min(index, sheets.length)), 0, sheet);
    });
    return this.setActiveSheet(new Sheet(this.run, sheet));
  }

  deleteSheet(sheet: unknown): void {
    const { document, buffer } = this.run;
    if (!(sheet instanceof Sheet)) throw signatureError('SpreadsheetApp.Spreadsheet.deleteSheet', [sheet]);
    buffer.apply();
    const index = document.sheets.indexOf(sheet.sheet);
    if (index < 0) throw new ServiceError(`Sheet ${sheet.sheet.id} not found`);
    if (document.sheets.every((other) => other === sheet.sheet || other.hidden)) {
      throw new ServiceError("You can't remove all the sheets in a document.");
    }
    buffer.now(() => {
      document.sheets.splice(index, 1);
      for (const other of document.sheets) loseReferences(other, sheet.sheet.name);
      if (document.activeSheetId === sheet.sheet.id) {
        const visible = (other: SheetState) => !other.hidden;
        const next =
          document.sheets.slice(index).find(visible) ?? document.sheets.slice(0, index).findLast(visible);
        document.activeSheetId = next?.id ?? 0;
        document.selection = 'A1';
      }
    });
  }

  /** null in a trigger, where nobody looks at a sheet. */
  getActiveSheet(): Sheet | null {
    return this.run.kind === 'trigger' ? null : new Sheet(this.run, activeSheetOf(this.run.document));
  }

  setActiveSheet(sheet: unknown): Sheet {
    const { document } = this.run;
    if (!(sheet instanceof Sheet)) throw signatureError('SpreadsheetApp.Spreadsheet.setActiveSheet', [sheet]);
    refuseDeletedSheet(this.run, sheet.sheet);
    if (document.activeSheetId !== sheet.sheet.id) {
      this.run.buffer.show(() => {
        document.activeSheetId = sheet.sheet.id;
        document.selection = 'A1';
      });
    }
    return sheet;
  }

  getActiveRange(): Range | null {
    this.run.buffer.apply();
    if (this.run.kind === 'trigger') return null;
    const sheet = activeSheetOf(this.run.document);
    const active = selectedRectangles(this.run.document, sheet).at(-1);
    return active === undefined ? null : rangeAt(this.run, sheet, active);
  }

  getRange(a1Notation: unknown): Range {
    if (typeof a1Notation !== 'string') {
      throw signatureError('SpreadsheetApp.Spreadsheet.getRange', [a1Notation]);
    }
    const { document } = this.run;
    const reference = parseA1(a1Notation);
    const sheet =
      reference?.sheet == null
        ? shownSheetOf(this.run)
        : document.sheets.find(({ name }) => name === reference.sheet);
    if (reference === null || sheet === undefined) throw new ServiceError('Range not found');
    return referredRange(this.run, sheet, reference);
  }

  getSpreadsheetTimeZone(): string {
    return this.run.document.timeZone;
  }

  setSpreadsheetTimeZone(timezone: unknown): void {
    if (typeof timezone !== 'string' || !isZone(timezone)) {
      throw new ServiceError(`Invalid argument: ${String(timezone)}`);
    }
    this.run.buffer.now((document) => {
      document.timeZone = timezone;
    }, 'no cells');
  }

  getSpreadsheetLocale(): string {
    return this.run.document.locale;
  }

  setSpreadsheetLocale(locale: unknown): void {
    if (typeof locale !== 'string') {
      throw signatureError('SpreadsheetApp.Spreadsheet.setSpreadsheetLocale', [locale]);
    }
    this.run.buffer.now((document) => {
      document.locale = locale;
    }, 'no cells');
  }

  toast(message: unknown, title: unknown = '', timeoutSeconds: unknown = 5): void {
    this.run.toasts.push({
      message: String(message),
      title: String(title),
      seconds: typeof timeoutSeconds === 'number' ? timeoutSeconds : 5,
    });
  }

  getProtections(type: unknown): Protection[] {
    this.run.buffer.apply();
    return protectionsOf(this.run, type, null);
  }

  addDeveloperMetadata(...values: unknown[]): this {
    addMetadata(this.run, null, values);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataOn(this.run, null);
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.run, null);
  }
}

/** The shown sheet. Throws in a trigger, where nobody looks at a sheet. */
export function shownSheetOf({ kind, document }: Run): SheetState {
  if (kind === 'trigger') throw new ServiceError('Please select an active sheet first.');
  return activeSheetOf(document);
}

function activeSheetOf({ sheets, activeSheetId }: DocumentState): SheetState {
  const sheet = sheets.find(({ id }) => id === activeSheetId) ?? sheets[0];
  if (sheet === undefined) throw new Error('a document has at least one sheet');
  return sheet;
}

/** Throws if another sheet has this name. */
export function refuseTakenName({ sheets }: DocumentState, name: string): void {
  // Sheets ignores case when it compares names.
  if (sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
    throw new ServiceError(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}

function unusedName({ sheets, locale }: DocumentState): string {
  const word = locale.startsWith('ko') ? '시트' : 'Sheet';
  let number = sheets.length + 1;
  while (sheets.some(({ name }) => name === `${word}${number}`)) number += 1;
  return `${word}${number}`;
}
