/** Reads, calculates and audits without writing anything. Every action that needs figures starts here. */
import { audit } from '../../domain/audit.ts';
import { brokenChains } from '../../domain/audits/plan-changes.ts';
import type { IsoDate } from '../../domain/date.ts';
import type { Finding } from '../../domain/finding.ts';
import { changedPast } from '../../domain/months/changed-past.ts';
import type { MonthlyRecord } from '../../domain/months/monthly-record.ts';
import { planInForce } from '../../domain/plan-changes/plan-in-force.ts';
import { calculate, type Report } from '../../domain/report.ts';
import type { RowAccounts } from '../../domain/row-account.ts';
import { renamedFindings, type StatusChange } from '../../domain/suggestions/status-history.ts';
import { type ReadResult, readRecords } from '../../sheets/input/read-records.ts';
import { type ListedFinding, listedFindings } from '../../sheets/output/results/listed-finding.ts';
import { OUTPUT_TABS, type OutputTab } from '../../sheets/output/tabs.ts';
import type { RawTabs } from '../../sheets/raw.ts';
import { rowAccounts } from './row-accounts.ts';
import { inWordsOfToday, recordInWordsOfToday, withStatusesOf } from './words-of-today.ts';

export interface Computed {
  readonly read: ReadResult;
  readonly asOf: IsoDate;
  /** null: the settings or their as-of date cannot be read. */
  readonly report: Report | null;
  readonly findings: readonly ListedFinding[];
  readonly accounts: RowAccounts;
  /** The status changes that earlier runs saw, with statuses named as 분류 names them today. */
  readonly history: readonly StatusChange[];
}

/** What a run knows besides the input tabs. */
export interface RunContext {
  /** Output tabs whose names are taken by tabs that the add-on did not make. */
  readonly foreign: ReadonlySet<OutputTab>;
  /** Names of the tabs that staff made. They help to guess which one a missing tab may be. */
  readonly tabNames: readonly string[];
  /** The changes of suggestions' handling statuses that earlier runs saw. */
  readonly history: readonly StatusChange[];
  /** The figures on record for closed months. */
  readonly closedMonths: readonly MonthlyRecord[];
  /** Findings from before the computation, for example about the record tabs. */
  readonly findings: readonly Finding[];
}

export const EMPTY_CONTEXT: RunContext = {
  foreign: new Set(),
  tabNames: [],
  history: [],
  closedMonths: [],
  findings: [],
};

/**
 * Reads the tabs of a book of one pledge and computes its figures and findings.
 * @param requestedAsOf the as-of date; null: the one in the settings, or today if blank there.
 * @param context what the run knows besides the tabs.
 */
export function computeReport(
  tabs: RawTabs,
  requestedAsOf: IsoDate | null,
  today: IsoDate,
  context: RunContext = EMPTY_CONTEXT,
): Computed {
  const read = readRecords(tabs, context.tabNames);
  const asOf = requestedAsOf ?? read.records.pledge.asOf ?? today;
  const isDateKnown = requestedAsOf !== null || read.asOfFinding === null;
  return isDateKnown ? computeReportOfRows(read, asOf, today, context) : withoutReport(read, asOf, context);
}

/** Computes the figures and findings of rows that were read already. */
export function computeReportOfRows(
  read: ReadResult,
  asOf: IsoDate,
  today: IsoDate,
  context: RunContext,
): Computed {
  const areSettingsRead = read.headings.pledge !== undefined || read.headings.pledgeList !== undefined;
  if (!areSettingsRead) return withoutReport(read, asOf, context);
  const history = inWordsOfToday(context.history, read.statuses);
  const inForce = planInForce(read.records, asOf);
  const records = { ...inForce, lists: withStatusesOf(history, inForce.lists) };
  const report = calculate(records, { asOf, today }, history);
  const findings = [
    ...findingsOfContext(read, context),
    ...changedPast(
      records,
      history,
      context.closedMonths.map((month) => recordInWordsOfToday(month, read)),
      today,
    ),
    ...renamedFindings(records.suggestions ?? [], history, { asOf, today }),
    ...report.findings,
    ...audit(records, report),
    ...brokenChains(read.records, today),
  ];
  return {
    read,
    asOf,
    report,
    findings: listedFindings(findings, read.headings),
    accounts: rowAccounts(read, report),
    history,
  };
}

/** The result when no figure can be computed: only the findings of reading. */
export function withoutReport(read: ReadResult, asOf: IsoDate, context: RunContext): Computed {
  const findings = listedFindings(findingsOfContext(read, context), read.headings);
  return { read, asOf, report: null, findings, accounts: rowAccounts(read, null), history: context.history };
}

export function findingsOfContext(
  read: Pick<ReadResult, 'findings'>,
  { foreign, findings }: RunContext,
): readonly Finding[] {
  return [
    ...[...foreign].map(
      (tab): Finding => ({
        problem: { code: 'output-tab-not-ours', tabName: OUTPUT_TABS[tab] },
        place: null,
      }),
    ),
    ...findings,
    ...read.findings,
  ];
}
