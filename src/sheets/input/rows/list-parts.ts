/**
 * The parts of a list that was pasted piece by piece: each begins with a title that names a year, or with the
 * headings once more.
 */
import { parseText } from '../../cells/plain.ts';
import { keptByPair } from '../../kept.ts';
import { isBlank, type RawCell, type RawTab } from '../../raw.ts';
import { fieldsNamed, type Headings } from '../headings.ts';
import { PLEDGE_NUMBER_FIELD } from '../pledges/pledge-column.ts';
import type { Columns } from './cell-reader.ts';
import { monthTitle, namesAnotherYear, sectionTitle, titleAboveHeadings } from './section-titles.ts';
import { isUnitLine } from './title-units.ts';
import { yearOfTitle } from './title-years.ts';

export interface ListPart {
  /** Index of its first row: its title, or its headings. */
  readonly from: number;
  /** Whether that row is a title, which holds no data. */
  readonly isTitle: boolean;
  /** The year of its days without one; null: its title names several, undefined: its title names none. */
  readonly year?: number | null;
  /** Index of its headings; null: it has only a title. */
  readonly headings: number | null;
  /** Whether its headings stand in other columns than the first ones, so that its rows cannot be read. */
  readonly isMoved: boolean;
}

/** Number of rows between which a title and what it is of may stand. */
const NEAR = 3;

const partsOf = keptByPair<RawTab['rows'], Columns, readonly ListPart[]>();

/** Returns the parts below the first, from the top. All rows are searched: no pledge has the titles. */
export function listParts({ rows }: RawTab, columns: Columns, headings: Headings): readonly ListPart[] {
  return partsOf(rows, columns, () => partsIn(rows, columns, headings));
}

function partsIn(rows: RawTab['rows'], columns: Columns, headings: Headings): readonly ListPart[] {
  const required = Object.keys(columns).filter((field) => columns[field]?.required);
  const isSection = sectionFinder(rows, columns, headings);
  const firstRows = rows.slice(headings.firstRow - 1, headings.row);
  const parts: ListPart[] = [];
  /** The year of days without one, at the row that is looked at. */
  let yearAbove = yearOfTitle(rows.slice(0, headings.firstRow - 1));
  for (let index = headings.row; index < rows.length; index += 1) {
    const cells = rows[index] ?? [];
    // The rows of other pledges.
    if (cells.length === 0) continue;
    const text = onlyText(cells);
    if (text !== null) {
      const section = isSection(index, text, yearAbove);
      if (section !== null) parts.push(section);
      if (section?.year !== undefined) yearAbove = section.year;
      continue;
    }
    if (!isOfWords(cells)) continue;
    const named = fieldsNamed(cells, columns);
    if (!required.every((field) => named.has(field))) continue;
    const isSame = firstRows.some((first) => cells.every((cell, at) => isBlank(cell) || cell === first[at]));
    const isMoved = !isSame && areMoved(named, cells, columns, headings);
    const titles = [1, 2, NEAR].flatMap((up) => {
      const text = index - up >= headings.row ? onlyText(rows[index - up] ?? []) : null;
      const title = text === null ? null : titleAboveHeadings(text);
      return title === null ? [] : { ...title, from: index - up };
    });
    const { from, ...year } = titles[0] ?? { from: index };
    parts.push({ from, isTitle: titles.length > 0, ...year, headings: index, isMoved });
    if (year.year !== undefined) yearAbove = year.year;
  }
  return parts;
}

/**
 * Finds the part of a list that begins with a text alone in its row. A text that names another year, and is
 * no title that is understood, begins a part as well: its row is told, and the days below have no year.
 */
function sectionFinder(
  rows: RawTab['rows'],
  columns: Columns,
  headings: Headings,
): (index: number, text: string, yearAbove: number | null) => ListPart | null {
  const fieldAt = new Map([...headings.cells].map(([field, { column }]) => [column - 1, field]));
  const first = Math.min(...fieldAt.keys());
  /** Whether the column holds days or pledge numbers, or is the first one and unknown. */
  const mayHoldTitles = (index: number) => {
    const field = fieldAt.get(index) ?? '';
    const column = columns[field];
    return column === undefined ? index === 0 || field === PLEDGE_NUMBER_FIELD : column.isDate === true;
  };
  const hasDays = Object.values(columns).some(({ isDate }) => isDate);
  const dayColumn = [...fieldAt].find(([, field]) => columns[field]?.isDate)?.[0] ?? -1;
  return (index, text, yearAbove) => {
    const column = rows[index]?.indexOf(text) ?? -1;
    const below = rows.slice(index + 1, index + 1 + NEAR).filter((row) => row.some((cell) => !isBlank(cell)));
    const [next = []] = below;
    if (!hasDays || below.length === 0) return null;
    const part = { from: index, headings: null, isMoved: false };
    const isAlone = onlyText(next) !== null;
    const title = mayHoldTitles(column)
      ? (sectionTitle(text) ?? (isAlone ? null : monthTitle(text, next[dayColumn] ?? '')))
      : null;
    if (title !== null) return { ...part, ...title, isTitle: true };
    const isDoubted = (mayHoldTitles(column) || column === first) && yearAbove !== null;
    return isDoubted && namesAnotherYear(text, yearAbove) ? { ...part, isTitle: false, year: null } : null;
  };
}

/**
 * Whether headings once more stand in other columns, so that the rows below cannot be read: one that is not
 * free text stands elsewhere or twice, has another heading in its place, or is new and counts.
 */
function areMoved(
  named: ReturnType<typeof fieldsNamed>,
  cells: readonly RawCell[],
  columns: Columns,
  headings: Headings,
): boolean {
  const isNew = [...named.keys()].some(
    (field) => !headings.cells.has(field) && columns[field]?.counts === true,
  );
  return (
    isNew ||
    [...headings.cells].some(([field, { column }]) => {
      const parse = columns[field]?.parse;
      if (parse === undefined || parse === parseText) return false;
      const [place, ...others] = named.get(field) ?? [];
      if (place === undefined) return !isBlank(cells[column - 1] ?? '');
      return others.length > 0 || place !== column - 1;
    })
  );
}

/**
 * The only filled cell of a row, if it is a text; null: there is none, or there are several. A unit may stand
 * beside it: `2025년 집행액 | | (단위: 천원)`.
 */
function onlyText(cells: readonly RawCell[]): string | null {
  let text: string | null = null;
  for (const cell of cells) {
    if (cell === '' || isBlank(cell)) continue;
    if (typeof cell !== 'string') return null;
    if (text !== null && isUnitLine(cell)) continue;
    if (text !== null) return null;
    text = cell;
  }
  return text;
}

/** Whether a row holds only texts without a digit. Nearly every row of data has one in its first cells. */
function isOfWords(cells: readonly RawCell[]): boolean {
  return (
    cells.every((cell) => typeof cell === 'string' && !/\d/.test(cell)) &&
    cells.some((cell) => !isBlank(cell))
  );
}
