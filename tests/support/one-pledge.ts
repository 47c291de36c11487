/** A book of one pledge with computed figures, in the form that results and result tabs take. */
import type { Computed } from '../../src/app/compute/compute.ts';
import type { ResultBook } from '../../src/app/result/run-result.ts';
import type { ShownBook } from '../../src/app/run/plan-writes.ts';
import type { Report } from '../../src/domain/report.ts';
import type { RowAccounts } from '../../src/domain/row-account.ts';
import type { ListedFinding } from '../../src/sheets/output/results/listed-finding.ts';
import { day } from './day.ts';

/** @param report null: nothing could be computed */
export function onePledge(
  report: Report | null,
  findings: readonly ListedFinding[],
  accounts: RowAccounts,
): ShownBook & ResultBook & { readonly pledges: readonly [] } {
  const computed: Pick<Computed, 'report' | 'findings' | 'accounts'> = { report, findings, accounts };
  return {
    asOf: report?.clock.asOf ?? day('2024-03-31'),
    isOffice: false,
    isAskedFor: true,
    isComputed: report !== null,
    shown: { listed: null, computed },
    pledges: [],
    accounts,
    lists: report?.lists ?? { fundingSources: [], statuses: [], implementationStatuses: [] },
    precision: report?.pledge.ratePrecision ?? { mode: 'truncate', digits: 0 },
  };
}

/** The same book, with its pledge listed as in a run's result. */
export function resultOfOne(
  report: Report,
  findings: readonly ListedFinding[],
  accounts: RowAccounts,
): ResultBook {
  return {
    ...onePledge(report, findings, accounts),
    pledges: [{ listed: null, computed: { report, findings } }],
  };
}
