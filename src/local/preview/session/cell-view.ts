/** Details of a cell for somebody who is about to edit it. */
import { formatA1, parseA1, quoteSheetName, rectangleOf } from '../../workbook/a1.ts';
import { displayGrid, displayText } from '../../workbook/display.ts';
import type { DocumentState, SheetState, ValidationRule } from '../../workbook/document.ts';
import { cellKey, contentAt, styleAt } from '../../workbook/grid.ts';
import { isPlainText, showsDate } from '../../workbook/number-format.ts';
import { dateFormatsOf, parseTyped } from '../../workbook/typed-input.ts';
import type { CellView } from '../messages.ts';

const HYPERLINK = /^=HYPERLINK\(\s*"((?:[^"]|"")*)"/i;
const MOST_CHOICES = 12;

export function cellView(document: DocumentState, sheet: SheetState, row: number, column: number): CellView {
  const key = cellKey(row, column);
  const rule = sheet.validations?.get(key);
  const address = formatA1({ row, column, rows: 1, columns: 1 });
  const text = editedText(document, sheet, row, column);
  const shownText = () =>
    displayText(contentAt(sheet, row, column), styleAt(sheet, row, column).numberFormat, document.locale);
  return {
    address: `${quoteSheetName(sheet.name)}!${address}`,
    text,
    said: sheet.protection !== undefined && sheet.formulas.has(key) ? shownText() : text,
    note: sheet.notes.get(key) ?? '',
    hint: hintOf(rule),
    choices: rule === undefined ? [] : choicesOf(document, rule),
    link: namedLink(
      document,
      sheet.links?.get(key) ?? HYPERLINK.exec(sheet.formulas.get(key) ?? '')?.[1] ?? '',
    ),
  };
}

/** A link to a place by the name of its tab: `#gid=5&range=I31` is `#연차목표!I31`. Others stay as they are. */
function namedLink({ sheets }: DocumentState, link: string): string {
  const [, id, range = 'A1'] = /^#gid=(\d+)(?:&range=(.+))?$/.exec(link) ?? [];
  const sheet = id === undefined ? undefined : sheets.find((each) => each.id === Number(id));
  return sheet === undefined ? link : `#${quoteSheetName(sheet.name)}!${range}`;
}

/** The text that gives the cell's current content when typed into it. */
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

/** The choices of a dropdown list: its own texts, or the displayed texts of its range. */
function choicesOf(
  document: DocumentState,
  { criterion, values, showDropdown }: ValidationRule,
): readonly string[] {
  if (!showDropdown) return [];
  if (criterion === 'VALUE_IN_LIST') return values.map(String);
  const reference = criterion === 'VALUE_IN_RANGE' ? parseA1(String(values[0] ?? '')) : null;
  const sheet = document.sheets.find(({ name }) => name === reference?.sheet);
  if (reference === null || sheet === undefined) return [];
  const { row, column, rows, columns } = rectangleOf(reference, sheet);
  const shown = displayGrid(sheet, document.locale)
    .slice(row - 1, row - 1 + rows)
    .flatMap((cells) => cells.slice(column - 1, column - 1 + columns));
  return [...new Set(shown.filter((text) => text !== ''))];
}

function hintOf(rule: ValidationRule | undefined): string {
  if (rule === undefined) return '';
  if (rule.helpText !== null && rule.helpText !== '') return rule.helpText;
  if (rule.criterion !== 'VALUE_IN_LIST') return '';
  const choices = rule.values.map(String);
  return `고를 수 있는 값: ${choices.slice(0, MOST_CHOICES).join(', ')}${choices.length > MOST_CHOICES ? ' …' : ''}`;
}
