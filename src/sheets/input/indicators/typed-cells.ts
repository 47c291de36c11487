/** The cells of a tab as typed, to be quoted in findings, and the texts that name their units. */
import { type RawTab, shownText } from '../../raw.ts';
import { readText } from '../../text-key.ts';
import { type Headings, headingKey, headingsOfRow } from '../headings.ts';
import { targetsTab } from '../tabs.ts';

export interface TypedCells {
  /** The text of a cell; null where it holds a number, or nothing. */
  textAt(row: number, field: string): string | null;
  /**
   * Texts that may name the unit of a value: the heading of its column, and a title above the table with a
   * unit. In a wide table also the word for the plan, above the years or in the row.
   */
  unitTextsOf(row: number, field: string): readonly string[];
}

const TITLE_WITH_UNIT = /\(\s*단위\s*:?[^()]+\)/;
const { planned } = targetsTab.columns;
const PLAN_WORDS: ReadonlySet<string> = new Set([planned.heading, ...planned.aliases].map(headingKey));

export function typedCells(raw: RawTab, headings: Headings): TypedCells {
  const columnOf = (row: number, field: string) => headingsOfRow(headings, row).cells.get(field)?.column ?? 0;
  /**
   * Rows above the values of a table: all of them for the first table, else its headings and the row above
   * these.
   */
  const rowsAbove = (table: Headings) =>
    raw.rows.slice(table === headings ? 0 : Math.max(0, table.firstRow - 2), table.row);
  const titlesOf = (table: Headings) =>
    rowsAbove(table)
      .slice(0, table.firstRow - table.row - 1)
      .flat()
      .flatMap((cell) => (typeof cell === 'string' ? (TITLE_WITH_UNIT.exec(readText(cell))?.[0] ?? []) : []));
  return {
    textAt: (row, field) => {
      const cell = raw.rows[row - 1]?.[columnOf(row, field) - 1] ?? '';
      return typeof cell === 'string' && cell !== '' ? shownText(cell).trim() : null;
    },
    unitTextsOf: (row, field) => {
      const table = headingsOfRow(headings, row);
      const heading = table.texts[columnOf(row, field) - 1] ?? '';
      const isYear = /^\d{4}/.test(field);
      const around = isYear ? [...rowsAbove(table), raw.rows[row - 1] ?? []] : [];
      const ofPlan = around
        .flat()
        .flatMap((cell) => (typeof cell === 'string' && PLAN_WORDS.has(headingKey(cell)) ? [cell] : []));
      const titles = titlesOf(table);
      // A unit above the first table applies to all tables without one.
      return [heading, ...ofPlan, ...(titles.length > 0 ? titles : titlesOf(headings))];
    },
  };
}
