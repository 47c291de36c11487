/**
 * What a cell of an input tab is expected to hold. A rule only warns: what is typed as the notes of the headings say passes, in any
 * of its forms, and what does not pass may be typed all the same.
 */
export type Rule =
  | { readonly kind: 'list'; readonly values: readonly string[] }
  /** The names of a kind that 분류 lists; where it lists none of them, `builtIn`. */
  | { readonly kind: 'names'; readonly of: ListedKind; readonly builtIn: readonly string[] }
  /** The lines of 추진일정. */
  | { readonly kind: 'scheduleNames' }
  | { readonly kind: 'numberBetween'; readonly least: number; readonly most: number }
  | { readonly kind: 'day' }
  /** @see formulaFor */
  | { readonly kind: 'formula'; readonly of: FormulaRule };

/** The kinds of names in 분류 that cells of other tabs are chosen from. */
export type ListedKind = 'meetings' | 'origins' | 'statuses' | 'funds';

/** Dates as precise as they are known, whole numbers with or without a unit or 약, values that may have decimals or lie below zero, amounts. */
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
 * The formula that holds of a cell that is as it should be; Google Sheets, Excel and LibreOffice know all its functions.
 * @param cell the first cell that it is for, as in `A2`.
 */
export function formulaFor(rule: FormulaRule, cell: string): string {
  switch (rule) {
    case 'date':
      // A bare year typed into a date cell would be a day of 1905.
      return `=IF(ISNUMBER(${cell}),AND(${cell}>=DATE(2000,1,1),${cell}<DATE(2100,1,1)),${leadingNumber(cell, 4)}>1999)`;
    case 'count':
      return `=IF(ISNUMBER(${cell}),AND(${cell}>=0,${cell}=INT(${cell})),OR(${cell}="-",${leadingNumber(bare(cell, '약', ' '), 1)}>=0))`;
    case 'measure':
      return `=OR(ISNUMBER(${cell}),${cell}="-",${leadingNumber(bare(cell, '약', '△', '-', ' '), 1)}>=0)`;
    case 'amount':
      return `=OR(ISNUMBER(${cell}),${leadingNumber(bare(cell, '△', '(', '-', ' '), 1)}>=0)`;
  }
}

/** The number that text begins with, by so many of its characters; -1 where it begins with none. */
function leadingNumber(text: string, characters: number): string {
  return `IFERROR(VALUE(LEFT(${text},${characters})),-1)`;
}

function bare(cell: string, ...signs: readonly string[]): string {
  return signs.reduce((text, sign) => `SUBSTITUTE(${text},"${sign}","")`, cell);
}
