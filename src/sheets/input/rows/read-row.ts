/** Reads the cells of one row. */
import type { Finding } from '../../../domain/finding.ts';
import type { InputTab } from '../../../domain/tabs.ts';
import type { RawCell } from '../../raw.ts';
import { type CellReader, cellOf, problemsOf } from './cell-reader.ts';
import type { ReaderFromAbove } from './cells-above.ts';
import { isInTab } from './placed-column.ts';

/** What the cells of a row say. */
export interface RowReading {
  readonly values: Readonly<Record<string, unknown>>;
  /** False if a cell could not be read and nothing stands in for its value. */
  readonly complete: boolean;
  readonly findings: readonly Finding[];
}

const NO_FINDINGS: readonly Finding[] = [];

/**
 * Columns that the tab lacks are read once for all rows, as blank.
 * @returns their values, and the readers that each row needs.
 */
export function valuesOfAbsent(readers: readonly CellReader[]): {
  readonly ofAbsent: Readonly<Record<string, unknown>>;
  readonly perRow: readonly CellReader[];
} {
  const ofAbsent: Record<string, unknown> = {};
  const perRow = readers.filter((reader) => {
    const blank = isInTab(reader) ? null : reader.read('');
    const isKnown = blank?.ok === true && blank.notices.length === 0;
    if (isKnown) ofAbsent[reader.field] = blank.value;
    return !isKnown;
  });
  return { ofAbsent, perRow };
}

/** @param ofAbsent the values of the columns that the tab lacks. */
export function readRow(
  tab: InputTab,
  row: number,
  cells: readonly RawCell[],
  readers: readonly CellReader[],
  ofAbsent: Readonly<Record<string, unknown>>,
  readFromAbove: ReaderFromAbove,
): RowReading {
  const values: Record<string, unknown> = { ...ofAbsent };
  let findings: Finding[] | null = null;
  let complete = true;
  let unread: CellReader[] | null = null;
  for (const reader of readers) {
    const cell = cellOf(cells, reader);
    const parsed = readFromAbove(reader, row, cell) ?? reader.read(cell);
    if (parsed.ok) {
      values[reader.field] = parsed.value;
      if (parsed.notices.length === 0) continue;
    } else {
      if (reader.column.meantBeside !== undefined) {
        unread = [...(unread ?? []), reader];
        continue;
      }
      if (reader.column.unread === undefined) complete = false;
      else values[reader.field] = reader.column.unread.value;
    }
    for (const problem of problemsOf(parsed)) {
      findings ??= [];
      findings.push({ problem, place: { tab, row, field: reader.field } });
    }
  }
  for (const reader of unread ?? []) {
    const cell = cellOf(cells, reader);
    const meant = reader.meantBeside?.(cell, values) ?? null;
    if (meant !== null) {
      values[reader.field] = meant.value;
      continue;
    }
    complete = false;
    const parsed = readFromAbove(reader, row, cell) ?? reader.read(cell);
    findings = [
      ...(findings ?? []),
      ...problemsOf(parsed).map((problem) => ({ problem, place: { tab, row, field: reader.field } })),
    ];
  }
  return { values, complete, findings: findings ?? NO_FINDINGS };
}
