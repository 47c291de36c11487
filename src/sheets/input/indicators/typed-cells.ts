/** The cells of a tab as they were typed, to be quoted, and what stands above them. */
import { type RawTab, shownText } from '../../raw.ts';
import { readText } from '../../text-key.ts';
import { type Headings, headingKey } from '../headings.ts';
import { targetsTab } from '../tabs.ts';

export interface TypedCells {
  /** The text of a cell; null where it holds a number, or nothing. */
  textAt(row: number, field: string): string | null;
  /**
   * What names the unit of a value: the heading of its column, or a title above the table that says one. In a table of years it is the
   * word for the plan, above the years or at the beginning of the row.
   */
  unitTextsOf(row: number, field: string): readonly string[];
}

const TITLE_WITH_UNIT = /\(\s*단위\s*:?[^()]+\)/;
const { planned } = targetsTab.columns;
const PLAN_WORDS: ReadonlySet<string> = new Set([planned.heading, ...planned.aliases].map(headingKey));

export function typedCells(raw: RawTab, headings: Headings): TypedCells {
  const columnOf = (field: string) => headings.cells.get(field)?.column ?? 0;
  const titles = raw.rows
    .slice(0, headings.firstRow - 1)
    .flat()
    .flatMap((cell) => (typeof cell === 'string' ? (TITLE_WITH_UNIT.exec(readText(cell))?.[0] ?? []) : []));
  return {
    textAt: (row, field) => {
      const cell = raw.rows[row - 1]?.[columnOf(field) - 1] ?? '';
      return typeof cell === 'string' && cell !== '' ? shownText(cell).trim() : null;
    },
    unitTextsOf: (row, field) => {
      const heading = headings.texts[columnOf(field) - 1] ?? '';
      const isYear = /^\d{4}/.test(field);
      const around = isYear ? [...raw.rows.slice(0, headings.row), raw.rows[row - 1] ?? []] : [];
      const ofPlan = around
        .flat()
        .flatMap((cell) => (typeof cell === 'string' && PLAN_WORDS.has(headingKey(cell)) ? [cell] : []));
      return [heading, ...ofPlan, ...titles];
    },
  };
}
