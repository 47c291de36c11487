/** Reports filled columns that are not read because their headings are unknown. */
import type { Finding } from '../../../domain/finding.ts';
import type { InputTab } from '../../../domain/tabs.ts';
import { columnLetters } from '../../addresses.ts';
import { nearestName } from '../../name-table.ts';
import type { RawCell } from '../../raw.ts';
import { compactText, textKey } from '../../text-key.ts';
import type { Column } from '../columns.ts';
import { fieldOfColumn, type Headings } from '../headings.ts';

/** A column that a tab may have but lacks. */
export interface MissingColumn extends Pick<Column<unknown>, 'heading' | 'aliases' | 'counts' | 'units'> {
  /**
   * Whether a cell holds what the column would: a number, a date, a name of its list. False for free text
   * columns, where any text would fit.
   */
  fits(cell: RawCell): boolean;
  /** Whether the column could never hold the cell: words in a column of amounts. */
  refuses?(cell: RawCell): boolean;
}

export interface UnknownColumn {
  /** The field name that findings use for it. */
  readonly field: string;
  /** Column number, from 1. */
  readonly column: number;
}

/** Returns the columns up to a width whose headings are unknown. */
export function unknownColumns(headings: Headings, width: number): readonly UnknownColumn[] {
  const known = new Set([...headings.cells.values()].map(({ column }) => column));
  return Array.from({ length: width }, (_, index) => index + 1)
    .filter((column) => !known.has(column))
    .map((column) => ({ field: fieldOfColumn(column), column }));
}

/** Adds the places of those columns to the headings, for findings in them. */
export function withUnknownColumns(headings: Headings, unknown: readonly UnknownColumn[]): Headings {
  const cells = new Map(headings.cells);
  for (const { field, column } of unknown) cells.set(field, { column, unit: null });
  return { ...headings, cells };
}

/** Headings below which nothing is counted: row numbers and remarks. */
const COUNT_NOTHING: ReadonlySet<string> = new Set([
  '연번',
  '순번',
  '번호',
  '일련번호',
  'no',
  'no.',
  '비고',
  '메모',
]);

/**
 * Returns one finding for each filled column that may be one the tab lacks: its heading is similar or blank,
 * or its cell fits a missing column that counts. All others share one finding.
 * @param filled the filled unknown columns, each with its first cell.
 */
export function unreadColumns(
  tab: InputTab,
  headings: Headings,
  missing: readonly MissingColumn[],
  filled: ReadonlyMap<UnknownColumn, RawCell>,
): readonly Finding[] {
  const counting = missing.filter(({ counts }) => counts);
  const findings: Finding[] = [];
  const others: { readonly name: string; readonly field: string }[] = [];
  for (const [{ field, column }, cell] of filled) {
    if (headings.doubled.includes(column)) continue;
    const found = headings.texts[column - 1] ?? '';
    if (countsNothing(found, missing)) continue;
    const nearest = found === '' ? null : nearestMissing(found, missing, cell);
    const fitting = counting.filter(({ fits }) => found === '' || fits(cell)).map(({ heading }) => heading);
    if (nearest === null && fitting.length === 0) {
      others.push({ name: found === '' ? `${columnLetters(column)}열` : found, field });
      continue;
    }
    findings.push({
      problem: { code: 'unread-column', found, nearest, missing: fitting },
      place: { tab, row: headings.row, field },
    });
  }
  const [first] = others;
  if (first !== undefined) {
    findings.push({
      problem: { code: 'unused-columns', columns: others.map(({ name }) => name) },
      place: { tab, row: headings.row, field: first.field },
    });
  }
  return findings;
}

/**
 * Returns the missing heading that a text most likely means: the text contains its name (`실적(횟수)`), is its
 * unit (`회`), or is spelt like it. Aliases apply only if the column could hold the cell: 사업 above names is
 * not 사업비.
 */
function nearestMissing(text: string, all: readonly MissingColumn[], cell: RawCell): string | null {
  const key = textKey(text);
  const missing = all.map((column) =>
    column.refuses?.(cell) === true ? { ...column, aliases: [] } : column,
  );
  const named = missing.find(({ heading, aliases }) =>
    [heading, ...aliases].map(stemOf).some((name) => name.length > 1 && key.includes(name)),
  );
  const inUnits = missing.find(({ units = [] }) => units.includes(compactText(text).replace(/[()]/g, '')));
  if (named !== undefined || inUnits !== undefined) return (named ?? inUnits)?.heading ?? null;
  const names = missing.flatMap(({ heading, aliases }) => [heading, ...aliases]);
  // Short words may be few edits apart and share no letter: 연번 and 인원.
  const nearest = nearestName(
    text,
    names.filter((name) => [...key].some((letter) => name.includes(letter))),
  );
  return (
    missing.find(({ heading, aliases }) => [heading, ...aliases].some((name) => name === nearest))?.heading ??
    null
  );
}

/** Whether nothing is counted below a heading. 번호 may still be a 접수번호 that the tab lacks. */
function countsNothing(found: string, missing: readonly MissingColumn[]): boolean {
  const key = textKey(found);
  return COUNT_NOTHING.has(key) && !missing.some(({ heading }) => heading.endsWith(key));
}

/** A heading without its brackets: 금액 for `금액(원)`. */
function stemOf(heading: string): string {
  return textKey(heading).replace(/\([^)]*\)/g, '');
}
