/** Converts values between scripts and cells. */
import { formatA1, quoteSheetName } from '../workbook/a1.ts';
import type { CellContent, CellError, CellStyle, SheetState } from '../workbook/document.ts';
import { parseLiveFormula } from '../workbook/formula-parser.ts';
import { cellKey, changedStyle, contentAt, PLAIN_STYLE, setContent, setStyle } from '../workbook/grid.ts';
import { isPlainText, showsDate } from '../workbook/number-format.ts';
import type { Rectangle } from '../workbook/rectangle.ts';
import { type DateFormats, dateFormatsOf, parseTyped, type TypingContext } from '../workbook/typed-input.ts';
import { wallClockOf, type Zone, zoneNamed } from '../workbook/zone.ts';
import { NotImplementedError, ServiceError } from './errors.ts';
import type { Run } from './run.ts';

/** A value that a script may put into a cell. */
export type CellValue = string | number | boolean | Date | null | undefined;

/** Everything that decides how a written value is understood. */
export interface WritingContext extends TypingContext {
  readonly zone: Zone;
  readonly dates: DateFormats;
  /** True when a script writes, false when a person types. */
  readonly byScript: boolean;
}

/** The writing context of an execution, as of now. */
export function writingContextOf({ document, now }: Run): WritingContext {
  const zone = zoneNamed(document.timeZone);
  const year = new Date(wallClockOf(zone.serialOf(now().getTime()))).getUTCFullYear();
  return { locale: document.locale, year, zone, dates: dateFormatsOf(document.locale), byScript: true };
}

/**
 * Returns the value if a cell can hold it. Throws for text that is too long, and for values that the platform
 * is not known to handle, such as objects.
 */
export function cellValueOf(value: unknown): CellValue {
  if (typeof value === 'string' && value.length > LONGEST_TEXT) {
    throw new ServiceError(
      `Your input contains more than the maximum of ${LONGEST_TEXT} characters in a single cell.`,
    );
  }
  if (value instanceof Date && Number.isNaN(value.getTime())) {
    throw new NotImplementedError('a date that is none as the value of a cell');
  }
  if (isCellValue(value)) return value;
  throw new NotImplementedError('an object as the value of a cell');
}

/** Most characters in one cell: https://support.google.com/drive/answer/37603 */
const LONGEST_TEXT = 50_000;

function isCellValue(value: unknown): value is CellValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return true;
  return value === null || value === undefined || value instanceof Date;
}

/** Writes a block of values, as `setValues` does. `valueAt` returns the value at an offset. */
export function writeBlock(
  sheet: SheetState,
  rectangle: Rectangle,
  valueAt: (rowOffset: number, columnOffset: number) => CellValue,
  context: WritingContext,
): void {
  for (let rowOffset = 0; rowOffset < rectangle.rows; rowOffset += 1) {
    const row = rectangle.row + rowOffset;
    const styles = sheet.styles[row - 1];
    for (let columnOffset = 0; columnOffset < rectangle.columns; columnOffset += 1) {
      const column = rectangle.column + columnOffset;
      const style = styles?.[column - 1] ?? PLAIN_STYLE;
      if (sheet.formulas.size > 0) sheet.formulas.delete(cellKey(row, column));
      writeValue(sheet, row, column, style, valueAt(rowOffset, columnOffset), context);
    }
  }
}

/** Puts a formula into a cell. */
export function writeFormula(sheet: SheetState, row: number, column: number, formula: string): void {
  setContent(sheet, row, column, valueOfFormula(formula));
  sheet.formulas.set(cellKey(row, column), formula);
}

/** Reads a block of cells as a script sees them: blank as `''`, dates as Date, errors as their text. */
export function readBlock(
  run: Run,
  sheet: SheetState,
  rectangle: Rectangle,
): (string | number | boolean | Date)[][] {
  const zone = zoneNamed(run.document.timeZone);
  const isDate = dateTest();
  const rows: (string | number | boolean | Date)[][] = [];
  for (let row = rectangle.row; row < rectangle.row + rectangle.rows; row += 1) {
    const contents = sheet.values[row - 1];
    const styles = sheet.styles[row - 1];
    const values: (string | number | boolean | Date)[] = [];
    for (let column = rectangle.column; column < rectangle.column + rectangle.columns; column += 1) {
      const content = contents?.[column - 1] ?? null;
      if (typeof content === 'number' && isDate(styles?.[column - 1])) {
        values.push(new Date(zone.instantOf(content)));
      } else if (content === null) {
        refuseUnknownFormula(sheet, row, column);
        values.push('');
      } else {
        values.push(typeof content === 'object' ? content.error : content);
      }
    }
    rows.push(values);
  }
  return rows;
}

/**
 * Throws if the cell holds a formula whose result is unknown. Only a few formulas are computed here; see
 * `live-formulas.ts`.
 */
export function refuseUnknownFormula(sheet: SheetState, row: number, column: number): void {
  if (sheet.formulas.size > 0 && sheet.formulas.has(cellKey(row, column))) {
    const address = formatA1({ row, column, rows: 1, columns: 1 });
    throw new NotImplementedError(`the value of a formula, in ${quoteSheetName(sheet.name)}!${address}`);
  }
}

/** What a cell holds after a value is written into it. */
interface CellWrite {
  readonly content: CellContent;
  /** The number format for the cell, used only if the cell has the general format. */
  readonly format?: string | null;
  readonly formula?: string;
}

function cellWriteOf(value: CellValue, format: string, context: WritingContext): CellWrite {
  if (typeof value === 'string') {
    return isPlainText(format) ? plainCellWrite(value, context) : typedCellWrite(value, context);
  }
  if (value === null || value === undefined) return { content: null };
  if (value instanceof Date) {
    const serial = context.zone.serialOf(value.getTime());
    const { date, dateTime } = context.dates;
    return { content: serial, format: Number.isInteger(serial) ? date : dateTime };
  }
  return { content: typeof value === 'number' && !Number.isFinite(value) ? { error: '#NUM!' } : value };
}

/**
 * In a cell with the plain text format, text that looks like a number or a date stays text. Two exceptions,
 * if a script writes it: a leading apostrophe is dropped, and text that starts with `=` is a formula.
 */
function plainCellWrite(text: string, { byScript }: WritingContext): CellWrite {
  if (byScript && text.startsWith("'")) return { content: text.slice(1) || null };
  if (byScript && text.startsWith('=') && text.length > 1)
    return { content: valueOfFormula(text), formula: text };
  return { content: text === '' ? null : text };
}

/** What a typed formula shows that nothing here computes. Excel knows this error too. */
const UNKNOWN_RESULT: CellError = { error: '#N/A' };

/**
 * The content of a cell with a typed formula before it is computed. A script's formula that nothing here
 * computes stays without a value, which is refused when it is read: our own code must not write one.
 */
function contentOfFormula(formula: string, { byScript }: WritingContext): CellContent {
  const value = valueOfFormula(formula);
  return value !== null || byScript || parseLiveFormula(formula) !== null ? value : UNKNOWN_RESULT;
}

function typedCellWrite(text: string, context: WritingContext): CellWrite {
  const typed = parseTyped(text, context);
  switch (typed.kind) {
    case 'blank':
      return { content: null };
    case 'text':
      return { content: typed.text };
    case 'boolean':
      return { content: typed.value };
    case 'number':
      return { content: typed.value, format: typed.format };
    case 'formula':
      return { content: contentOfFormula(typed.formula, context), formula: typed.formula };
  }
}

function writeValue(
  sheet: SheetState,
  row: number,
  column: number,
  style: CellStyle,
  value: CellValue,
  context: WritingContext,
): void {
  const { content, format, formula } = cellWriteOf(value, style.numberFormat, context);
  setContent(sheet, row, column, content);
  if (format != null && style.numberFormat === PLAIN_STYLE.numberFormat) {
    setStyle(sheet, row, column, withFormat(style, format));
  }
  if (formula !== undefined) sheet.formulas.set(cellKey(row, column), formula);
}

const formatted = new WeakMap<CellStyle, Map<string, CellStyle>>();

/** Returns the style with that number format. Equal results share one object, to save memory. */
function withFormat(style: CellStyle, format: string): CellStyle {
  let byFormat = formatted.get(style);
  if (byFormat === undefined) {
    byFormat = new Map();
    formatted.set(style, byFormat);
  }
  let result = byFormat.get(format);
  if (result === undefined) {
    result = changedStyle(style, { numberFormat: format });
    byFormat.set(format, result);
  }
  return result;
}

/** Tests whether a style shows a date. Remembers the last answer: neighbours often share a style. */
function dateTest(): (style: CellStyle | undefined) => boolean {
  let last: CellStyle | undefined;
  let answer = false;
  return (style) => {
    if (style !== last) {
      last = style;
      answer = style !== undefined && showsDate(style.numberFormat);
    }
    return answer;
  };
}

const LINK = /^=HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?\)$/i;

/** Marks the formulas without a known result in a sheet. Returns their cells, such as `E34`. */
export function markUnknownFormulas(sheet: SheetState): readonly string[] {
  const marked: string[] = [];
  for (const [key, formula] of sheet.formulas) {
    const [row = 1, column = 1] = key.split(',').map(Number);
    if (contentAt(sheet, row, column) !== null) continue;
    const value = valueOfFormula(formula);
    setContent(sheet, row, column, value ?? UNKNOWN_RESULT);
    if (value === null) marked.push(formatA1({ row, column, rows: 1, columns: 1 }));
  }
  return marked;
}

/** Whether a cell shows that nothing here computes its formula. */
export function isUnknownFormula(sheet: SheetState, row: number, column: number): boolean {
  const formula = sheet.formulas.get(cellKey(row, column));
  return formula !== undefined && contentAt(sheet, row, column) === UNKNOWN_RESULT;
}

/**
 * The value of a HYPERLINK formula with a literal address: its label, or else the address. null for any other
 * formula, whose value is not known yet.
 */
function valueOfFormula(formula: string): string | null {
  const [, address, label] = LINK.exec(formula) ?? [];
  return (label ?? address)?.replaceAll('""', '"') ?? null;
}
