/** A cell as the person who is about to edit it needs it. */
import { formatA1, quoteSheetName } from '../host/a1.ts';
import { displayText } from '../host/display.ts';
import type { DocumentState, SheetState, ValidationRule } from '../host/document.ts';
import { cellKey, contentAt, styleAt } from '../host/grid.ts';
import { isPlainText, showsDate } from '../host/number-format.ts';
import { dateFormatsOf, parseTyped } from '../host/typed-input.ts';
import type { CellView } from '../preview/messages.ts';

const HYPERLINK = /^=HYPERLINK\(\s*"((?:[^"]|"")*)"/i;
const MOST_CHOICES = 12;

export function cellView(document: DocumentState, sheet: SheetState, row: number, column: number): CellView {
  const key = cellKey(row, column);
  const address = formatA1({ row, column, rows: 1, columns: 1 });
  return {
    address: `${quoteSheetName(sheet.name)}!${address}`,
    text: editedText(document, sheet, row, column),
    note: sheet.notes.get(key) ?? '',
    hint: hintOf(sheet.validations?.get(key)),
    link: sheet.links?.get(key) ?? HYPERLINK.exec(sheet.formulas.get(key) ?? '')?.[1] ?? '',
  };
}

/** What typed into the cell would give what it holds. */
export function editedText(
  { locale }: DocumentState,
  sheet: SheetState,
  row: number,
  column: number,
): string {
  const formula = sheet.formulas.get(cellKey(row, column));
  if (formula !== undefined) return formula;
  const content = contentAt(sheet, row, column);
  const { numberFormat } = styleAt(sheet, row, column);
  if (typeof content === 'string') {
    const isTaken = isPlainText(numberFormat) || parseTyped(content, { locale, year: 2000 }).kind === 'text';
    return isTaken && !content.startsWith("'") ? content : `'${content}`;
  }
  if (typeof content !== 'number') return displayText(content, 'General', locale);
  if (showsDate(numberFormat)) {
    const { date, dateTime } = dateFormatsOf(locale);
    return displayText(content, Number.isInteger(content) ? date : dateTime, locale);
  }
  return numberFormat.includes('%') ? `${Number((content * 100).toPrecision(15))}%` : String(content);
}

function hintOf(rule: ValidationRule | undefined): string {
  if (rule === undefined) return '';
  if (rule.helpText !== null && rule.helpText !== '') return rule.helpText;
  if (rule.criterion !== 'VALUE_IN_LIST') return '';
  const choices = rule.values.map(String);
  return `고를 수 있는 값: ${choices.slice(0, MOST_CHOICES).join(', ')}${choices.length > MOST_CHOICES ? ' …' : ''}`;
}
