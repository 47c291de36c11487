/** The cells of a tab as they were typed, to be quoted, and what stands above them. */
import { type RawTab, shownText } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import type { Headings } from '../headings.ts';

export interface TypedCells {
  /** The text of a cell; null where it holds a number, or nothing. */
  textAt(row: number, field: string): string | null;
  /** What names the unit of a column: its heading, or a title above the table that says one. */
  unitTextsOf(field: string): readonly string[];
}

const TITLE_WITH_UNIT = /\(단위:?[^()]+\)/;

export function typedCells(raw: RawTab, headings: Headings): TypedCells {
  const columnOf = (field: string) => headings.cells.get(field)?.column ?? 0;
  const titles = raw.rows
    .slice(0, headings.firstRow - 1)
    .flat()
    .flatMap((cell) =>
      typeof cell === 'string' ? (TITLE_WITH_UNIT.exec(compactReadText(cell))?.[0] ?? []) : [],
    );
  return {
    textAt: (row, field) => {
      const cell = raw.rows[row - 1]?.[columnOf(field) - 1] ?? '';
      return typeof cell === 'string' && cell !== '' ? shownText(cell).trim() : null;
    },
    unitTextsOf: (field) => [headings.texts[columnOf(field) - 1] ?? '', ...titles],
  };
}
