/** How cells that we append may look when they are read again. */

import { isoDateFrom } from '../../../../src/domain/date.ts';
import type { AppendedTable } from '../../../../src/sheets/output/records/own-table.ts';
import type { RawCell, RawTab } from '../../../../src/sheets/raw.ts';

/** As Sheets returns them, unchanged. */
export function readBack({ headings, rows }: AppendedTable): RawTab {
  return { name: 'own', rows: [headings, ...rows] };
}

/**
 * The same after somebody has set the columns to automatic formats: days and months become dates, whole
 * numbers become numbers.
 */
export function reformatted({ headings, rows }: AppendedTable): RawTab {
  return { name: 'own', rows: [headings, ...rows.map((row) => row.map(asTyped))] };
}

function asTyped(cell: string | number): RawCell {
  if (typeof cell === 'number') return cell;
  const date = isoDateFrom(cell) ?? (/^\d{4}-\d{2}$/.test(cell) ? isoDateFrom(`${cell}-01`) : null);
  return date === null ? cell : { date };
}
