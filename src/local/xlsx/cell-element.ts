import type { CellContent } from '../host/document.ts';
import { cellName } from './addresses.ts';
import { cellText } from './cell-text.ts';
import { excelFormula } from './formula-text.ts';

/**
 * The `<c>` of a cell; empty for a blank one without a style. Texts are written into the cell itself: the shared list
 * of an existing workbook stays as it is, and a text that looks like a number or a formula stays a text.
 */
export function cellElement(
  row: number,
  column: number,
  value: CellContent,
  formula: string | undefined,
  style: number,
): string {
  const start = `<c r="${cellName(row, column)}"${style === 0 ? '' : ` s="${style}"`}`;
  if (formula !== undefined) {
    return formulaElement(start, cellName(row, column), value, formula);
  }
  if (value === null || value === '') {
    return style === 0 ? '' : `${start}/>`;
  }
  if (typeof value === 'string') {
    return `${start} t="inlineStr"><is><t${spaces(value)}>${cellText(value)}</t></is></c>`;
  }
  const { type, text } = plainValue(value);
  return `${start}${type}><v>${text}</v></c>`;
}

function formulaElement(start: string, name: string, value: CellContent, formula: string): string {
  const { text, isArray } = excelFormula(formula);
  const element = `<f${isArray ? ` t="array" ref="${name}"` : ''}>${cellText(text)}</f>`;
  if (value === null) {
    return `${start}>${element}</c>`;
  }
  const { type, text: result } =
    typeof value === 'string' ? { type: ' t="str"', text: cellText(value) } : plainValue(value);
  return `${start}${type}>${element}<v>${result}</v></c>`;
}

function plainValue(value: Exclude<CellContent, string | null>): {
  readonly type: string;
  readonly text: string;
} {
  switch (typeof value) {
    case 'boolean':
      return { type: ' t="b"', text: value ? '1' : '0' };
    case 'number':
      return Number.isFinite(value) ? { type: '', text: String(value) } : { type: ' t="e"', text: '#NUM!' };
    default:
      // Sheets has an error that Excel does not know.
      return { type: ' t="e"', text: value.error === '#ERROR!' ? '#VALUE!' : value.error };
  }
}

function spaces(text: string): string {
  return /^\s|\s$|\n| {2}/.test(text) ? ' xml:space="preserve"' : '';
}
