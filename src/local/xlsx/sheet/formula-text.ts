import { columnLetters, columnNumber } from '../../workbook/a1.ts';

/** Functions younger than the file format: files carry them with a prefix that nobody sees. */
const YOUNG_FUNCTIONS =
  'ACOT AGGREGATE ARABIC BASE BYCOL BYROW CEILING.MATH CHOOSECOLS CHOOSEROWS CONCAT DAYS DROP EXPAND FILTERXML FLOOR.MATH FORMULATEXT HSTACK IFNA IFS ISFORMULA ISOWEEKNUM LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS NUMBERVALUE RANDARRAY REDUCE SCAN SEQUENCE SHEET SHEETS SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR'.split(
    ' ',
  );
const YOUNG_SHEET_FUNCTIONS = ['FILTER', 'SORT', 'SORTBY'];

const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/;

/** A workbook's formula as Sheets shows it: `SUM(A1:A3)` → `=SUM(A1:A3)`. */
export function sheetsFormula(text: string, isArray: boolean): string {
  const plain = text.replace(/_xlfn\.(?:_xlws\.)?/g, '');
  return isArray ? `=ARRAYFORMULA(${plain})` : `=${plain}`;
}

/** The workbook's text of a formula, and whether it is one that Excel enters as an array. */
export function excelFormula(formula: string): { readonly text: string; readonly isArray: boolean } {
  const text = formula.replace(/^=/, '').trim();
  const inner = /^ARRAYFORMULA\(/i.test(text) ? wrappedText(text) : undefined;
  return { text: withPrefixes(inner ?? text), isArray: inner !== undefined };
}

/** What one call around the whole formula wraps; nothing where the first bracket closes earlier. */
function wrappedText(text: string): string | undefined {
  const start = text.indexOf('(') + 1;
  let depth = 1;
  const marks = new RegExp(`${QUOTED.source}|[()]`, 'g');
  marks.lastIndex = start;
  for (let match = marks.exec(text); match !== null; match = marks.exec(text)) {
    depth += match[0] === '(' ? 1 : match[0] === ')' ? -1 : 0;
    if (depth === 0) return match.index === text.length - 1 ? text.slice(start, match.index) : undefined;
  }
  return undefined;
}

const CALLS = new RegExp(`${QUOTED.source}|(?<![\\w.])([A-Z][A-Z.]*)(?=\\()`, 'gi');

function withPrefixes(text: string): string {
  return text.replace(CALLS, (whole, name: string | undefined) => {
    const upper = name?.toUpperCase();
    if (upper === undefined) return whole;
    return YOUNG_SHEET_FUNCTIONS.includes(upper)
      ? `_xlfn._xlws.${upper}`
      : YOUNG_FUNCTIONS.includes(upper)
        ? `_xlfn.${upper}`
        : whole;
  });
}

const REFERENCES = new RegExp(
  `${QUOTED.source}|(?<![\\p{L}\\d_.$])(?:(\\$?)([A-Z]{1,3})(\\$?)(\\d{1,7})(?![\\p{L}\\d_(.])|(\\$?)([A-Z]{1,3}):(\\$?)([A-Z]{1,3})(?![\\p{L}\\d_(.!])|(\\$?)(\\d{1,7}):(\\$?)(\\d{1,7})(?![\\d.]))`,
  'giu',
);

/**
 * The formula of a cell that shares another's, which the file does not spell out: references without `$` move along.
 * `movedFormula('A1*$B$1', 2, 0)` is `A3*$B$1`.
 */
export function movedFormula(text: string, rows: number, columns: number): string {
  const row = (anchor: string, number: string) => anchor + (anchor === '$' ? number : Number(number) + rows);
  const column = (anchor: string, name: string) =>
    anchor + (anchor === '$' ? name : columnLetters(columnNumber(name) + columns));
  return text.replace(REFERENCES, (whole, ...found: (string | undefined)[]) => {
    const [
      columnAnchor,
      name,
      rowAnchor,
      number,
      fromAnchor,
      from,
      toAnchor,
      to,
      topAnchor,
      top,
      endAnchor,
      end,
    ] = found;
    if (name !== undefined && number !== undefined) {
      return column(columnAnchor ?? '', name) + row(rowAnchor ?? '', number);
    }
    if (from !== undefined && to !== undefined) {
      return `${column(fromAnchor ?? '', from)}:${column(toAnchor ?? '', to)}`;
    }
    return top !== undefined && end !== undefined
      ? `${row(topAnchor ?? '', top)}:${row(endAnchor ?? '', end)}`
      : whole;
  });
}
