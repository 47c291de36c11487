import type { Audit } from '../../../src/domain/audits/check.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import type { Records } from '../../../src/domain/records.ts';
import { calculate } from '../../../src/domain/report.ts';
import { date, records } from '../ledger.ts';

/** The findings of one check as of a day. */
export function findingsOf(check: Audit, given: Partial<Records>, asOf = '2024-12-31'): readonly Finding[] {
  const all = records(given);
  return check(all, calculate(all, { asOf: date(asOf), today: date(asOf) }));
}

/** The same as text: `targets 3 planned: plan-missed`. */
export function said(check: Audit, given: Partial<Records>, asOf?: string): string[] {
  return findingsOf(check, given, asOf).map(({ problem, place }) => {
    const where = [place?.tab, place?.row, place?.field].filter(
      (part) => part !== null && part !== undefined,
    );
    return `${where.join(' ')}: ${problem.code}`;
  });
}
