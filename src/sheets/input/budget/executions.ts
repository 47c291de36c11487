/** 예산집행: a row for each amount that was spent. */
import { periodText } from '../../../domain/date.ts';
import type { Execution } from '../../../domain/records.ts';
import type { RawTab } from '../../raw.ts';
import type { ReadContext } from '../columns.ts';
import { executionOf } from '../row-records.ts';
import { type ReadRows, readRowsAs } from '../rows/read-rows.ts';
import { executionsTab } from '../tabs.ts';
import { BETWEEN, doubledRows, type SayingRow } from './repeated-rows.ts';

export function readExecutions(raw: RawTab, context: ReadContext): ReadRows<Execution> {
  const said: SayingRow[] = [];
  const result = readRowsAs(executionsTab, raw, context, (read) => {
    const { row, pledge, values } = read;
    const { date, fundingSource, executed, summary } = values;
    if (executed !== 0) {
      const parts = [pledge, periodText(date), fundingSource, executed, summary ?? ''];
      said.push({ row, said: parts.join(BETWEEN) });
    }
    return executionOf(read);
  });
  const doubled = result.headings === null ? [] : doubledRows('executions', said, raw, result.headings);
  return { ...result, findings: [...result.findings, ...doubled] };
}
