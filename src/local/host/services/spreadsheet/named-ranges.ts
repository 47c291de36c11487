/** Named ranges. */
import { parseReference } from '../../../workbook/a1.ts';
import type { DocumentState, SheetState } from '../../../workbook/document.ts';
import type { NamedRangeState } from '../../../workbook/sheet-objects.ts';
import { NotImplementedError, ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { Service, signatureError } from '../../service.ts';
import { type Range, rangeAt } from './range.ts';
import { RangePlace } from './range-place.ts';
import { refuseDeletedSheet } from './sheet-base.ts';

/** One named range. */
export class NamedRange extends Service {
  #name: string;

  constructor(run: Run, name: string) {
    super(run);
    this.#name = name;
  }

  getName(): string {
    return this.#name;
  }

  getRange(): Range {
    return requiredRange(this.run, this.#name);
  }

  setName(name: unknown): this {
    const range = requiredRange(this.run, this.#name);
    const next = nameOf(name, 'SpreadsheetApp.NamedRange.setName', [name]);
    replace(this.run, this.#name, { name: next, range });
    this.#name = next;
    return this;
  }

  setRange(range: unknown): this {
    requiredRange(this.run, this.#name);
    const next = placeOf(range, 'SpreadsheetApp.NamedRange.setRange', [range]);
    replace(this.run, this.#name, { name: this.#name, range: next });
    return this;
  }

  remove(): void {
    requiredRange(this.run, this.#name);
    replace(this.run, this.#name, null);
  }
}

/** The named ranges of a sheet, or of all sheets if none is given. */
export function namedRangesOf(run: Run, only: SheetState | null): NamedRange[] {
  return run.document.sheets
    .filter((sheet) => (only ?? sheet) === sheet)
    .flatMap(({ namedRanges = [] }) => namedRanges.map(({ name }) => new NamedRange(run, name)));
}

/** The range with this name; null if there is none. */
export function rangeOfName(run: Run, name: unknown): Range | null {
  for (const sheet of run.document.sheets) {
    const found = sheet.namedRanges?.find((named) => isSameName(named.name, String(name)));
    if (found !== undefined) return rangeAt(run, sheet, found.range);
  }
  return null;
}

/**
 * Names a range. An existing name moves to the new range:
 * https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#setnamedrangename,-range
 */
export function setNamedRange(run: Run, name: unknown, range: unknown): void {
  const method = 'SpreadsheetApp.Spreadsheet.setNamedRange';
  const next = nameOf(name, method, [name, range]);
  replace(run, next, { name: next, range: placeOf(range, method, [name, range]) });
}

export function removeNamedRange(run: Run, name: unknown): void {
  new NamedRange(run, String(name)).remove();
}

function requiredRange(run: Run, name: string): Range {
  run.buffer.apply();
  const range = rangeOfName(run, name);
  if (range === null) throw new ServiceError(`The named range ${name} does not exist.`);
  return range;
}

/** Checks a name: letters, digits and underscores, and not the notation of a cell. */
function nameOf(name: unknown, method: string, values: readonly unknown[]): string {
  if (typeof name !== 'string') throw signatureError(method, values);
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || parseReference(name) !== null) {
    throw new NotImplementedError(`a range that is named ${name}`);
  }
  return name;
}

function placeOf(range: unknown, method: string, values: readonly unknown[]): RangePlace {
  if (!(range instanceof RangePlace)) throw signatureError(method, values);
  refuseDeletedSheet(range.run, range.sheet);
  return range;
}

/**
 * Removes a name and adds the next one, if any. The next name is first removed from the range that has it.
 */
function replace(
  run: Run,
  name: string,
  next: { readonly name: string; readonly range: RangePlace } | null,
): void {
  run.buffer.now((document) => {
    for (const gone of [name, ...(next === null ? [] : [next.name])]) drop(document, gone);
    if (next === null) return;
    const { sheet, rectangle } = next.range;
    const added: NamedRangeState = { name: next.name, range: rectangle };
    sheet.namedRanges = [...(sheet.namedRanges ?? []), added];
  }, 'no cells');
}

function drop({ sheets }: DocumentState, name: string): void {
  for (const sheet of sheets) {
    if (sheet.namedRanges?.some((named) => isSameName(named.name, name))) {
      sheet.namedRanges = sheet.namedRanges.filter((named) => !isSameName(named.name, name));
    }
  }
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
