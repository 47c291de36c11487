/**
 * The parts of a list that was pasted piece by piece: each begins with a title that names a year, or with the
 * headings once more.
 */
import { parseText } from '../../cells/plain.ts';
import { keptByPair } from '../../kept.ts';
import { isBlank, type RawCell, type RawTab } from '../../raw.ts';
import { readText } from '../../text-key.ts';
import { fieldsNamed, type Headings } from '../headings.ts';
import { PLEDGE_NUMBER_FIELD } from '../pledges/pledge-column.ts';
import type { Columns } from './cell-reader.ts';
import { yearOfTitle, yearsMentioned } from './title-years.ts';

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

/**
 * A section without headings: 2025년, □ 2025년 소통 실적, 2025~2026년 소통, 2025년 1분기, 2025년 상반기(1월~6월). A day, a
 * month or a sentence is none.
 */
const SECTION =
  /^[□■◎○●◇◆▶▷ㅇ<〈《[【\s]*['’‘]?\d{2,4}(?:\s*[~∼～〜]\s*['’‘]?\d{2,4})?\s*년도?(?:\s+(?:[1-4]분기|[가-힣]+)){0,3}(?:\s*\([^()]*\))?\s*[>〉》\]】]?$/;
/** Notes, totals and remarks, which name other years than that of the rows below: ※ 2024년까지는 차담회로 집계. */
const NO_TITLE = /^[※*＊(]|^(?:합|소|총|누)?\s*계|계$|이월|이전|까지|포함|제외|별도|없음/;
const LONGEST_TITLE = 60;
/** Number of rows between which a title and what it is of may stand. */
const NEAR = 3;

const partsOf = keptByPair<RawTab['rows'], Columns, readonly ListPart[]>();

/** Returns the parts below the first, from the top. All rows are searched: no pledge has the titles. */
export function listParts({ rows }: RawTab, columns: Columns, headings: Headings): readonly ListPart[] {
  return partsOf(rows, columns, () => partsIn(rows, columns, headings));
}

function partsIn(rows: RawTab['rows'], columns: Columns, headings: Headings): readonly ListPart[] {
  const required = Object.keys(columns).filter((field) => columns[field]?.required);
  const fieldAt = new Map([...headings.cells].map(([field, { column }]) => [column - 1, field]));
  /** Whether the column holds days or pledge numbers, or is the first one and unknown. */
  const mayHoldTitles = (index: number) => {
    const field = fieldAt.get(index) ?? '';
    const column = columns[field];
    return column === undefined ? index === 0 || field === PLEDGE_NUMBER_FIELD : column.isDate === true;
  };
  const hasDays = Object.values(columns).some(({ isDate }) => isDate);
  const firstRows = rows.slice(headings.firstRow - 1, headings.row);
  const parts: ListPart[] = [];
  for (let index = headings.row; index < rows.length; index += 1) {
    const cells = rows[index] ?? [];
    // The rows of other pledges.
    if (cells.length === 0) continue;
    const title = onlyText(cells);
    if (title !== null) {
      const isSection =
        hasDays &&
        isTitle(title) &&
        SECTION.test(readText(title).trim()) &&
        mayHoldTitles(cells.indexOf(title)) &&
        rows.slice(index + 1, index + 1 + NEAR).some((below) => below.some((cell) => !isBlank(cell)));
      if (isSection) {
        parts.push({
          from: index,
          isTitle: true,
          year: yearOfTitle([cells]),
          headings: null,
          isMoved: false,
        });
      }
      continue;
    }
    if (!isOfWords(cells)) continue;
    const named = fieldsNamed(cells, columns);
    if (!required.every((field) => named.has(field))) continue;
    const isSame = firstRows.some((first) => cells.every((cell, at) => isBlank(cell) || cell === first[at]));
    const isMoved = !isSame && areMoved(named, cells, columns, headings);
    const above = [1, 2, NEAR].find(
      (up) => index - up >= headings.row && isYearTitle(rows[index - up] ?? []),
    );
    const isTitled = above !== undefined;
    const titleRow = rows[index - (above ?? 0)] ?? [];
    const year = isTitled ? { year: yearOfTitle([titleRow]) } : {};
    const from = index - (above ?? 0);
    parts.push({ from, isTitle: isTitled, ...year, headings: index, isMoved });
  }
  return parts;
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

function isTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && !NO_TITLE.test(readText(text).trim());
}

/** Whether a row is a title above headings that names a year. */
function isYearTitle(cells: readonly RawCell[]): boolean {
  const text = onlyText(cells);
  return text !== null && isTitle(text) && yearsMentioned([cells]).size > 0;
}

/** The only filled cell of a row, if it is a text; null: there is none, or there are several. */
function onlyText(cells: readonly RawCell[]): string | null {
  let text: string | null = null;
  for (const cell of cells) {
    if (cell === '' || isBlank(cell)) continue;
    if (text !== null || typeof cell !== 'string') return null;
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
