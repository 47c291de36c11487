/** Reads 예산집행: one row per executed amount. */
import type { Execution } from '../../../domain/records.ts';
import type { RawTab } from '../../raw.ts';
import type { ReadContext } from '../columns.ts';
import { executionOf } from '../row-records.ts';
import { type ReadRows, readRowsAs } from '../rows/read-rows.ts';
import { executionsTab } from '../tabs.ts';
import { doubledRows, type SayingRow } from './repeated-rows.ts';

export function readExecutions(raw: RawTab, context: ReadContext): ReadRows<Execution> {
  const said: SayingRow[] = [];
  const result = readRowsAs(executionsTab, raw, context, (read) => {
    const { row, pledge, values } = read;
    const { date, executed: won } = values;
    if (won !== 0) said.push({ row, pledge, when: date.first, won, said: values });
    return executionOf(read);
  });
  const doubled = result.headings === null ? [] : doubledRows('executions', said, raw, result.headings);
  return { ...result, findings: [...result.findings, ...doubled] };
}
