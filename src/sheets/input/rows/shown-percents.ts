/** Counts in cells with a percent format: 2 is shown as 200 %. */
import type { Finding } from '../../../domain/finding.ts';
import type { InputTab } from '../../../domain/tabs.ts';
import { isPercentFormat, shownAsPercent } from '../../cells/number-format.ts';
import type { RawCell, RawTab } from '../../raw.ts';
import { type CellReader, cellOf } from './cell-reader.ts';

/** Counts from here on make the formats worth a call. A count of 1 stands in most rows. */
const LEAST = 2;
/** 10 is shown as 1000 %. Nobody overlooks a greater percentage, and a column has one format. */
const MOST = 10;

/** Reports each column of counts with percent cells once for each number. The numbers count as they are. */
export function countsShownAsPercents(
  tab: InputTab,
  raw: RawTab,
  indexes: readonly number[],
  readers: readonly CellReader[],
): readonly Finding[] {
  const countAt = (index: number, reader: CellReader) => countIn(raw.rows[index] ?? [], reader);
  const columns = readers.filter((reader) => reader.column.isCount === true && isAsked(raw, indexes, reader));
  const formats = columns.length === 0 ? undefined : raw.formats?.();
  if (formats === undefined) return [];
  return columns.flatMap((reader) => {
    const reported = new Set<number>();
    return indexes.flatMap((index): readonly Finding[] => {
      const count = countAt(index, reader);
      if (count === 0 || reported.has(count) || !isPercentFormat(formats[index]?.[reader.index])) return [];
      reported.add(count);
      const problem = { code: 'percent-for-a-count', found: shownAsPercent(count), readAs: count } as const;
      return [{ problem, place: { tab, row: index + 1, field: reader.field } }];
    });
  });
}

/** Whether the greatest count of a column may be shown as a percentage that somebody overlooks. */
function isAsked({ rows }: RawTab, indexes: readonly number[], reader: CellReader): boolean {
  let most = 0;
  for (const index of indexes) {
    most = Math.max(most, countIn(rows[index] ?? [], reader));
    if (most > MOST) return false;
  }
  return most >= LEAST;
}

function countIn(cells: readonly RawCell[], reader: CellReader): number {
  const cell = cellOf(cells, reader);
  return typeof cell === 'number' && Number.isInteger(cell) && cell > 0 ? cell : 0;
}
