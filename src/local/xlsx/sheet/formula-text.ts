/** Converts formulas between Sheets and the file format. */
import { tokensOf } from '../../workbook/formula-tokens.ts';

/** Functions newer than the file format. Files store them with a hidden prefix. */
const YOUNG_FUNCTIONS =
  'ACOT AGGREGATE ARABIC BASE BYCOL BYROW CEILING.MATH CHOOSECOLS CHOOSEROWS CONCAT DAYS DROP EXPAND FILTERXML FLOOR.MATH FORMULATEXT HSTACK IFNA IFS ISFORMULA ISOWEEKNUM LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS NUMBERVALUE RANDARRAY REDUCE SCAN SEQUENCE SHEET SHEETS SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR'.split(
    ' ',
  );
const YOUNG_SHEET_FUNCTIONS = ['FILTER', 'SORT', 'SORTBY'];

/** A formula from the file as Sheets shows it: `SUM(A1:A3)` → `=SUM(A1:A3)`. */
export function sheetsFormula(text: string, isArray: boolean): string {
  const plain = text.replace(/_xlfn\.(?:_xlws\.)?/g, '');
  return isArray ? `=ARRAYFORMULA(${plain})` : `=${plain}`;
}

/** A formula as the file stores it, and whether Excel treats it as an array formula. */
export function excelFormula(formula: string): { readonly text: string; readonly isArray: boolean } {
  const text = formula.replace(/^=/, '').trim();
  const inner = /^ARRAYFORMULA\(/i.test(text) ? wrappedText(text) : null;
  return { text: withPrefixes(inner ?? text), isArray: inner !== null };
}

/** The argument of a call that encloses the whole formula; null: its bracket closes earlier. */
function wrappedText(text: string): string | null {
  const start = text.indexOf('(') + 1;
  let depth = 1;
  let at = start;
  for (const token of tokensOf(text.slice(start))) {
    depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
    if (depth === 0) return at === text.length - 1 ? text.slice(start, at) : null;
    at += token.text.length;
  }
  return null;
}

function withPrefixes(formula: string): string {
  return tokensOf(formula)
    .map(({ kind, text }) => (kind === 'call' ? withPrefix(text) : text))
    .join('');
}

function withPrefix(name: string): string {
  const upper = name.toUpperCase();
  if (YOUNG_SHEET_FUNCTIONS.includes(upper)) return `_xlfn._xlws.${upper}`;
  return YOUNG_FUNCTIONS.includes(upper) ? `_xlfn.${upper}` : name;
}
