/**
 * The parts of a list that was pasted piece by piece: each begins with a title that names a year, or with the
 * headings once more.
 */
import { parseText } from '../../cells/plain.ts';
import { keptByPair } from '../../kept.ts';
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import { fieldsNamed, type Headings } from '../headings.ts';
import { PLEDGE_NUMBER_FIELD } from '../pledges/pledge-column.ts';
import { isTotalWord } from '../totals/total-words.ts';
import type { Columns } from './cell-reader.ts';
import { isFilled } from './row-kind.ts';
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

/** How many rows above its headings a title may stand, with blank rows and notes between. */
const ROWS_ABOVE = [1, 2, 3, 4];

const partsOf = keptByPair<RawTab['rows'], Columns, readonly ListPart[]>();

/** Returns the parts below the first, from the top. All rows are searched: no pledge has the titles. */
export function listParts({ rows }: RawTab, columns: Columns, headings: Headings): readonly ListPart[] {
  return partsOf(rows, columns, () => partsIn(rows, columns, headings));
}

function partsIn(rows: RawTab['rows'], columns: Columns, headings: Headings): readonly ListPart[] {
  const required = Object.keys(columns).filter((field) => columns[field]?.required);
  const sectionAt = sectionFinder(rows, columns, headings);
  const firstRows = rows.slice(headings.firstRow - 1, headings.row);
  const parts: ListPart[] = [];
  /** The year of days without one, at the row that is looked at. */
  let yearAbove = yearOfTitle(rows.slice(0, headings.firstRow - 1));
  for (let index = headings.row; index < rows.length; index += 1) {
    const cells = rows[index] ?? [];
    // The rows of other pledges.
    if (cells.length === 0) continue;
    const section = sectionAt(index, yearAbove);
    if (section !== null) parts.push(section);
    if (section?.year !== undefined) yearAbove = section.year;
    if (section !== null || !isOfWords(cells)) continue;
    const named = fieldsNamed(cells, columns);
    if (!required.every((field) => named.has(field))) continue;
    const isSame = firstRows.some((first) => cells.every((cell, at) => isBlank(cell) || cell === first[at]));
    const isMoved = !isSame && areMoved(named, cells, columns, headings);
    const titles = ROWS_ABOVE.flatMap((up) => {
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
 * Finds the part of a list that begins at a row. A text that names another year, and is no title that is
 * understood, begins a part as well: its days have no year. Its row is then told if it is no row of data.
 */
function sectionFinder(
  rows: RawTab['rows'],
  columns: Columns,
  headings: Headings,
): (index: number, yearAbove: number | null) => ListPart | null {
  const fieldAt = new Map([...headings.cells].map(([field, { column }]) => [column - 1, field]));
  const first = Math.min(...fieldAt.keys());
  /** Whether the column holds days or pledge numbers, or is the first one and unknown or numbers rows. */
  const mayHoldTitles = (index: number) => {
    const field = fieldAt.get(index) ?? '';
    const column = columns[field];
    if (column === undefined) return index === 0 || field === PLEDGE_NUMBER_FIELD;
    // A number of one row, such as 접수번호, is no name that a title could be.
    return column.isDate === true || (index === first && column.namesTotals && !column.repeats);
  };
  const hasDays = Object.values(columns).some(({ isDate }) => isDate);
  const dayColumn = [...fieldAt].find(([, field]) => columns[field]?.isDate)?.[0] ?? -1;
  const otherColumns = [...fieldAt].flatMap(([index, field]) =>
    columns[field]?.required && index !== dayColumn ? [index] : [],
  );
  /** Whether a row lacks what a row of data has, or is a total: `2025년 | | | 상반기`, `2025년 | 계 | 2`. */
  const mayBeOfTitle = (cells: readonly RawCell[]) =>
    otherColumns.every((index) => isBlank(cells[index] ?? '') || isTotalWord(shownText(cells[index] ?? '')));
  const filledBelow = (index: number) =>
    rows.slice(index + 1, index + 1 + FAR).find((row) => row.some(isFilled));
  return (index, yearAbove) => {
    if (!hasDays) return null;
    const cells = rows[index] ?? [];
    const text = onlyText(cells);
    const part = { from: index, headings: null, isMoved: false };
    if (text === null) {
      // Nearly every row ends here: a row of data fills more than its day.
      if (yearAbove === null || !mayBeOfTitle(cells)) return null;
      const column = cells.findIndex(isFilled);
      const isYear = column === dayColumn && typeof cells[column] !== 'object';
      const named = isYear ? sectionTitle(yearText(cells[column] ?? '')) : null;
      const isDoubted = named !== null && named.year !== yearAbove && filledBelow(index) !== undefined;
      return isDoubted ? { ...part, isTitle: false, year: null } : null;
    }
    const next = filledBelow(index);
    if (next === undefined) return null;
    const column = cells.findIndex(isFilled);
    const isAlone = onlyText(next) !== null;
    const title = mayHoldTitles(column)
      ? (sectionTitle(text) ?? (isAlone ? null : monthTitle(text, next[dayColumn] ?? '')))
      : null;
    if (title !== null) return { ...part, ...title, isTitle: true };
    const isDoubted = (mayHoldTitles(column) || column === first) && yearAbove !== null;
    return isDoubted && namesAnotherYear(text, yearAbove) ? { ...part, isTitle: false, year: null } : null;
  };
}

/** Rows below a title in which something must stand. */
const FAR = 30;

/** A year typed as a number is the same as its text: 2025 and 2025년. */
function yearText(cell: RawCell): string {
  return typeof cell === 'number' ? `${cell}년` : shownText(cell);
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
 * beside it, and a mark before it: `2025년 집행액 | | (단위: 천원)`, `□ | 2025년`.
 */
function onlyText(cells: readonly RawCell[]): string | null {
  let text: string | null = null;
  for (const cell of cells) {
    if (cell === '' || !isFilled(cell)) continue;
    if (typeof cell !== 'string') return null;
    if (text !== null && isUnitLine(cell)) continue;
    if (text !== null && !MARK_ALONE.test(text)) return null;
    text = text === null ? cell : `${text.trim()} ${cell}`;
  }
  return text;
}

const MARK_ALONE = /^\s*(?:[□■◎○●◇◆▶▷ㅇ※]|(?:[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]+|\d{1,2}(?=[.)]))[.)]?)\s*$/;

/** Whether a row holds only texts without a digit. Nearly every row of data has one in its first cells. */
function isOfWords(cells: readonly RawCell[]): boolean {
  return (
    cells.every((cell) => typeof cell === 'string' && !/\d/.test(cell)) &&
    cells.some((cell) => !isBlank(cell))
  );
}
