/** What becomes of cells that we append by the time they are read again. */

import { isoDateFrom } from '../../../../src/domain/date.ts';
import type { AppendedTable } from '../../../../src/sheets/output/records/own-table.ts';
import type { RawCell, RawTab } from '../../../../src/sheets/raw.ts';

/** As Sheets gives it back: every cell as it was written. */
export function readBack({ headings, rows }: AppendedTable): RawTab {
  return { name: 'own', rows: [headings, ...rows] };
}

/** The same after somebody has set the columns to automatic formats: days and months are dates, whole numbers are numbers. */
export function reformatted({ headings, rows }: AppendedTable): RawTab {
  return { name: 'own', rows: [headings, ...rows.map((row) => row.map(asTyped))] };
}

function asTyped(cell: string | number): RawCell {
  if (typeof cell === 'number') return cell;
  const date = isoDateFrom(cell) ?? (/^\d{4}-\d{2}$/.test(cell) ? isoDateFrom(`${cell}-01`) : null);
  return date === null ? cell : { date };
}
