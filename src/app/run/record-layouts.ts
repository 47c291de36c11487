/** The tabs that remember: rows are appended to them and read again by later runs. */

import { monthlyRecordsTable } from '../../sheets/output/records/monthly-records.ts';
import { monthlyRowsTable } from '../../sheets/output/records/monthly-rows.ts';
import type { AppendedTable } from '../../sheets/output/records/own-table.ts';
import { statusHistoryTable } from '../../sheets/output/records/status-history.ts';
import type { OutputTab } from '../../sheets/output/tabs.ts';
import type { LogLayout } from '../ports.ts';

export const MONTHLY_RECORDS_LAYOUT = layoutOf('monthlyRecords', monthlyRecordsTable([]));
export const MONTHLY_ROWS_LAYOUT = layoutOf('monthlyRows', monthlyRowsTable([]));
export const STATUS_HISTORY_LAYOUT = layoutOf('statusHistory', statusHistoryTable([]));

function layoutOf(tab: OutputTab, { headings, formats, columnWidths }: AppendedTable): LogLayout {
  const columns = headings.map((heading, index) => ({
    heading,
    format: formats[index] ?? '',
    width: columnWidths[index] ?? 0,
  }));
  return { tab, columns, watched: [] };
}
