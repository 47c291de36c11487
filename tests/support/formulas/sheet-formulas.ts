/** Formulas over the rows of a tab, as somebody would write them in a spreadsheet. Headings are in the first row. */
import { columnLetters } from '../../../src/sheets/addresses.ts';
import type { RawTab } from '../../../src/sheets/raw.ts';

/** A reference to the cells of a column below its heading: `'소통기록'!$A$2:$A$200`. */
export type Column = string;

/** What rows must have: a column, and a criterion as SUMIFS takes it (`"<=45000"`, `"="&B3`). */
export type Criterion = readonly [column: Column, criterion: string];

/** The rows of a tab that belong together: columns by heading, and which text each of the rows has in which column. */
export interface TabRows {
  readonly column: (heading: string) => Column;
  readonly named: readonly (readonly [column: Column, name: string])[];
}

/** All rows of a tab. */
export function tabRows({ rows }: RawTab, sheet: string): TabRows {
  const headings = rows[0] ?? [];
  return {
    column: (heading) => {
      const index = headings.indexOf(heading);
      if (index < 0) throw new Error(`${sheet} has no column ${heading}`);
      const letters = columnLetters(index + 1);
      return `'${sheet}'!$${letters}$2:$${letters}$${Math.max(2, rows.length)}`;
    },
    named: [],
  };
}

/** The rows with this text in this column; null: all. */
export function rowsNamed(rows: TabRows, heading: string, name: string | null): TabRows {
  return name === null ? rows : { ...rows, named: [...rows.named, [rows.column(heading), name]] };
}

export function countIfs({ named }: TabRows, ...criteria: readonly Criterion[]): string {
  return `COUNTIFS(${[...named.map(asCriterion), ...criteria].flat().join(',')})`;
}

export function sumIfs(
  { column, named }: TabRows,
  summed: string,
  ...criteria: readonly Criterion[]
): string {
  return `SUMIFS(${[column(summed), ...[...named.map(asCriterion), ...criteria].flat()].join(',')})`;
}

export function maxIfs(
  { column, named }: TabRows,
  heading: string,
  ...criteria: readonly Criterion[]
): string {
  return `MAXIFS(${[column(heading), ...[...named.map(asCriterion), ...criteria].flat()].join(',')})`;
}

/** The cell in the lowest of the rows that are all of these: `'실적기록'!$B$2:$B$20=45000`. */
export function cellInLowest({ column, named }: TabRows, heading: string, ...are: readonly string[]): string {
  const conditions = [...named.map(([range, name]) => `${range}=${text(name)}`), ...are];
  const row = `SUMPRODUCT(MAX(${conditions.map((is) => `(${is})`).join('*')}*(ROW(${column(heading)})-1)))`;
  return `INDEX(${column(heading)},${row})`;
}

/** The formula's value, or nothing where that is so. */
export function nothingIf(isSo: string, formula: string): string {
  return `IF(${isSo},"",${formula})`;
}

export const text = (name: string) => `"${name}"`;

function asCriterion([column, name]: readonly [Column, string]): Criterion {
  return [column, text(`=${name}`)];
}
