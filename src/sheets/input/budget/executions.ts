/** Reads 예산집행: one row per executed amount. */
import { periodText } from '../../../domain/date.ts';
import type { Execution } from '../../../domain/records.ts';
import type { RawTab } from '../../raw.ts';
import type { ReadContext } from '../columns.ts';
import { executionOf } from '../row-records.ts';
import { type ReadRows, readRowsAs } from '../rows/read-rows.ts';
import { executionsTab } from '../tabs.ts';
import { type ComparedRow, doubledRows } from './repeated-rows.ts';

export function readExecutions(raw: RawTab, context: ReadContext): ReadRows<Execution> {
  const result = readRowsAs(executionsTab, raw, context, executionOf);
  if (result.headings === null) return result;
  const compared = result.rows.filter(({ executed }) => executed.amount !== 0).map(comparedRow);
  const doubled = doubledRows('executions', compared, raw, result.headings, ['summary']);
  return { ...result, findings: [...result.findings, ...doubled] };
}

function comparedRow({ pledge, date, fundingSource, executed: { row, amount } }: Execution): ComparedRow {
  return { row, pledge, when: periodText(date), won: amount, values: fundingSource };
}
