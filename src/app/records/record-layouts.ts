/** The layouts of the record tabs. */
import { MONTHLY_RECORDS } from '../../sheets/output/records/monthly-records.ts';
import { MONTHLY_ROWS } from '../../sheets/output/records/monthly-rows.ts';
import type { RecordForm } from '../../sheets/output/records/record-form.ts';
import { STATUS_HISTORY } from '../../sheets/output/records/status-history.ts';
import type { LogLayout } from '../ports.ts';

export const MONTHLY_RECORDS_LAYOUT = layoutOf(MONTHLY_RECORDS);
export const MONTHLY_ROWS_LAYOUT = layoutOf(MONTHLY_ROWS);
export const STATUS_HISTORY_LAYOUT = layoutOf(STATUS_HISTORY);

export function layoutOf({ tab, table }: Pick<RecordForm<never>, 'tab' | 'table'>): LogLayout {
  const { headings, formats, columnWidths } = table([]);
  const columns = headings.map((heading, index) => ({
    heading,
    format: formats[index] ?? '',
    width: columnWidths[index] ?? 0,
  }));
  return { tab, columns, watched: [] };
}
