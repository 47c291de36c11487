/**
 * What a cell of an input tab is expected to hold. A rule only warns: everything that the notes of the
 * headings allow passes, and anything else can still be typed.
 */
export type Rule =
  | { readonly kind: 'list'; readonly values: readonly string[] }
  /** The names of a kind listed in 분류, or `builtIn` where it lists none. */
  | { readonly kind: 'names'; readonly of: ListedKind; readonly builtIn: readonly string[] }
  /** The rows of 추진일정. */
  | { readonly kind: 'scheduleNames' }
  | { readonly kind: 'numberBetween'; readonly least: number; readonly most: number }
  | { readonly kind: 'day' }
  /** @see formulaFor */
  | { readonly kind: 'formula'; readonly of: FormulaRule };

/** The kinds of names in 분류 that other tabs offer as a list. */
export type ListedKind = 'meetings' | 'occasions' | 'statuses' | 'fundingSources';

/**
 * `date`: at any precision. `count`: whole, with or without a unit or 약. `measure`: also decimal or negative.
 */
export type FormulaRule = 'date' | 'count' | 'measure' | 'amount';

export function listRule(values: readonly string[]): Rule {
  return { kind: 'list', values };
}

export function namesRule(of: ListedKind, builtIn: readonly string[] = []): Rule {
  return { kind: 'names', of, builtIn };
}

export const dayRule: Rule = { kind: 'day' };
export const yearRule: Rule = { kind: 'numberBetween', least: 2000, most: 2100 };
export const dateRule: Rule = { kind: 'formula', of: 'date' };
export const countRule: Rule = { kind: 'formula', of: 'count' };
export const measureRule: Rule = { kind: 'formula', of: 'measure' };
export const amountRule: Rule = { kind: 'formula', of: 'amount' };

/**
 * A formula that is true for a valid cell. Google Sheets, Excel and LibreOffice all know its functions.
 * @param cell the first cell that the rule covers, such as `A2`.
 */
export function formulaFor(rule: FormulaRule, cell: string): string {
  switch (rule) {
    case 'date':
      // A bare year in a date cell would be a day of 1905.
      return `=IF(ISNUMBER(${cell}),AND(${cell}>=DATE(2000,1,1),${cell}<DATE(2100,1,1)),${leadingNumber(cell, 4)}>1999)`;
    case 'count':
      return `=IF(ISNUMBER(${cell}),AND(${cell}>=0,${cell}=INT(${cell})),OR(${cell}="-",${leadingNumber(bare(cell, '약', ' '), 1)}>=0))`;
    case 'measure':
      return `=OR(ISNUMBER(${cell}),${cell}="-",${leadingNumber(bare(cell, '약', '△', '-', ' '), 1)}>=0)`;
    case 'amount':
      return `=OR(ISNUMBER(${cell}),${leadingNumber(bare(cell, '△', '(', '-', ' '), 1)}>=0)`;
  }
}

/** Formula for the number made of the first characters of a text; -1 where they are no number. */
function leadingNumber(text: string, characters: number): string {
  return `IFERROR(VALUE(LEFT(${text},${characters})),-1)`;
}

function bare(cell: string, ...signs: readonly string[]): string {
  return signs.reduce((text, sign) => `SUBSTITUTE(${text},"${sign}","")`, cell);
}
