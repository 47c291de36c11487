/** Reads 예산집행: one row per executed amount. */
import type { Execution } from '../../../domain/records.ts';
import type { RawTab } from '../../raw.ts';
import type { ReadContext } from '../columns.ts';
import { executionOf } from '../row-records.ts';
import { type ReadRows, readRowsAs } from '../rows/read-rows.ts';
import { executionsTab } from '../tabs.ts';
import { type ComparedRow, doubledRows } from './repeated-rows.ts';

export function readExecutions(raw: RawTab, context: ReadContext): ReadRows<Execution> {
  const compared: ComparedRow[] = [];
  const result = readRowsAs(executionsTab, raw, context, (read) => {
    const { row, pledge, values } = read;
    const { date, executed: won } = values;
    if (won !== 0) compared.push({ row, pledge, when: date.first, won, values });
    return executionOf(read);
  });
  const doubled = result.headings === null ? [] : doubledRows('executions', compared, raw, result.headings);
  return { ...result, findings: [...result.findings, ...doubled] };
}
