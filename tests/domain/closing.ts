/** Closes a month, as on the day used by the tests of closed months. */
import type { IsoDate } from '../../src/domain/date.ts';
import { type ClosedMonth, closedMonth } from '../../src/domain/months/monthly-record.ts';
import { countedFacts } from '../../src/domain/months/row-facts.ts';
import type { Records } from '../../src/domain/records.ts';
import { calculate } from '../../src/domain/report.ts';
import type { StatusChange } from '../../src/domain/suggestions/status-history.ts';
import { date } from './ledger.ts';

export const TODAY = date('2024-07-10');

/** Closes the month of `asOf`, with two notices. */
export function closing(given: Records, asOf: IsoDate, history: readonly StatusChange[] = []): ClosedMonth {
  const report = calculate(given, { asOf, today: TODAY }, history);
  const facts = countedFacts(given, asOf, history, TODAY);
  const about = { month: asOf.slice(0, 7), writtenAt: '2024-04-01 03:10:00', late: false };
  const findings = [{ severity: 'notice' }, { severity: 'notice' }] as const;
  return closedMonth(about, { report, findings, accounts: {} }, facts, null);
}
