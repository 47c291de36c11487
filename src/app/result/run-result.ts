/**
 * The result of a recalculation as plain data, for the sidebar and the command line. No dates, no functions.
 */

import type { BudgetReport, BudgetSpan } from '../../domain/budget.ts';
import type { FindingCode } from '../../domain/finding.ts';
import type { Severity } from '../../domain/findings/severity.ts';
import { overviewOf } from '../../domain/overview.ts';
import type { Report } from '../../domain/report.ts';
import type { RowAccount } from '../../domain/row-account.ts';
import type { SuggestionReport } from '../../domain/suggestions/suggestions.ts';
import { listedEntries, type OfficeLists } from '../../domain/words.ts';
import { unitOfFirst } from '../../sheets/input/indicators/indicator-units.ts';
import { isLineOfFundingSource, occasionName } from '../../sheets/names.ts';
import type { ListedFinding } from '../../sheets/output/results/listed-finding.ts';
import { accountsByName } from '../../sheets/output/results/row-account-line.ts';
import { publishedText, withoutPersonalData } from '../../sheets/personal-data.ts';
import type { Computed } from '../compute/compute.ts';
import { type Book, type FieldedPledge, fieldedReports } from '../compute/compute-book.ts';
import { type OverviewResult, overviewResult } from './overview-result.ts';
import {
  type PledgeResult,
  pledgeResult,
  type StatusResult,
  statusCounts,
  statusResult,
} from './pledge-result.ts';

export interface RunResult {
  readonly asOf: string;
  /**
   * The book's one pledge, or the pledge of an office's book that was asked for; null: none was asked for.
   * The same holds for `meetings`, `suggestions` and `budget`.
   */
  readonly pledge: {
    readonly number: string | null;
    readonly name: string | null;
    readonly unit: string;
  } | null;
  /** Also null if a required tab or heading is missing. */
  readonly meetings: MeetingResult | null;
  readonly suggestions: SuggestionResult | null;
  readonly budget: BudgetResult | null;
  /** All computed pledges of the book. */
  readonly pledges: readonly PledgeResult[];
  /** The overview of all pledges. */
  readonly overview: OverviewResult;
  readonly rows: Readonly<Record<string, RowAccount>>;
  readonly findings: readonly ResultFinding[];
}

export interface MeetingResult {
  /**
   * The figures are null and the lists empty if the pledge is not measured by meetings. `status` is always
   * given.
   */
  readonly cumulative: number | null;
  readonly target: number | null;
  readonly ratePercent: number | null;
  readonly status: StatusResult;
  readonly years: readonly {
    readonly year: number;
    readonly planned: number | null;
    readonly plannedPercent: number | null;
    readonly held: number | null;
    readonly cumulative: number | null;
    readonly percent: number | null;
  }[];
  readonly categories: readonly {
    readonly year: number;
    readonly category: string;
    readonly held: number | null;
  }[];
}

export interface SuggestionResult {
  readonly total: number;
  readonly sources: readonly {
    readonly source: string;
    readonly total: number;
    readonly statuses: Readonly<Record<string, number>>;
    readonly noStatus: number;
  }[];
}

interface FundResult {
  readonly fundingSource: string;
  readonly plannedWon: number | null;
  readonly executedWon: number | null;
  readonly ratePercent: number | null;
}

export interface BudgetResult {
  readonly plannedWon: number | null;
  readonly executedWon: number | null;
  readonly ratePercent: number | null;
  readonly years: readonly (FundResult & { readonly year: number })[];
  /** 기투자, before the pledge's first year, and 임기후, after its last; null: none. */
  readonly beforeTerm: readonly FundResult[] | null;
  readonly afterTerm: readonly FundResult[] | null;
  readonly closedYears: {
    readonly from: number;
    readonly to: number;
    readonly plannedWon: number | null;
    readonly executedWon: number | null;
    readonly ratePercent: number | null;
  } | null;
}

export interface ResultFinding {
  readonly severity: Severity;
  readonly code: FindingCode;
  /**
   * Number of the pledge that the finding is about; absent in a book of one pledge and for findings about the
   * whole book.
   */
  readonly pledge?: string;
  readonly tab: string;
  readonly cell: string;
  readonly found: string;
  readonly message: string;
}

/** @param findings the findings of the whole book. */
export function runResultOf(book: ResultBook, findings: readonly ListedFinding[]): RunResult {
  const report = book.isAskedFor ? (book.shown?.computed.report ?? null) : null;
  return {
    asOf: book.asOf,
    ...(report === null ? NO_PLEDGE : shownResult(report)),
    pledges: book.pledges.flatMap(({ listed, computed }) =>
      computed.report === null
        ? []
        : [
            pledgeResult(
              computed.report,
              listed === null ? findings : computed.findings,
              listed?.field ?? null,
            ),
          ],
    ),
    overview: overviewResult(overviewOf(fieldedReports(book), book.precision, book.lists), book.lists),
    rows: accountsByName(book.accounts),
    findings: findings.map(({ severity, code, pledge, tab, cell, found, what, remedy }) => ({
      severity,
      code,
      ...(pledge === undefined ? {} : { pledge }),
      tab,
      cell,
      found,
      message: `${what} ${remedy}`,
    })),
  };
}

/** The parts of a book that a result needs. */
export interface ResultBook extends Pick<Book, 'asOf' | 'isAskedFor' | 'precision' | 'lists' | 'accounts'> {
  readonly shown: { readonly computed: Pick<Computed, 'report'> } | null;
  readonly pledges: readonly FieldedPledge[];
}

const NO_PLEDGE = { pledge: null, meetings: null, suggestions: null, budget: null };

function shownResult(report: Report): Pick<RunResult, 'pledge' | 'meetings' | 'suggestions' | 'budget'> {
  const { pledge, indicators, suggestions, budget, lists } = report;
  return {
    pledge: {
      number: publishedText(pledge.number),
      name: publishedText(pledge.name),
      unit: withoutPersonalData(unitOfFirst(indicators.map(({ indicator }) => indicator))),
    },
    meetings: meetingResult(report),
    suggestions: suggestions === null ? null : suggestionResult(lists, suggestions),
    budget: budget === null ? null : budgetResult(lists, budget),
  };
}

function meetingResult(report: Report): MeetingResult | null {
  const { meetings, indicators } = report;
  if (meetings === null) {
    const status = statusResult(report);
    return indicators.length === 0
      ? null
      : { cumulative: null, target: null, ratePercent: null, status, years: [], categories: [] };
  }
  return {
    cumulative: meetings.value.value ?? 0,
    target: meetings.target,
    ratePercent: meetings.rate.percent,
    status: statusResult(report),
    years: meetings.years.map(({ year, planned, plannedRate, achieved, value, rate }) => ({
      year,
      planned: planned.value,
      plannedPercent: plannedRate.percent,
      held: achieved.value,
      cumulative: value.value,
      percent: rate.percent,
    })),
    categories: meetings.categories.map(({ year, category, held }) => ({
      year,
      category: withoutPersonalData(category.name),
      held: held.value,
    })),
  };
}

function suggestionResult(lists: OfficeLists, suggestions: SuggestionReport): SuggestionResult {
  return {
    total: suggestions.all.total.value ?? 0,
    sources: suggestions.occasions.map((row) => ({
      source: withoutPersonalData(occasionName(row)),
      total: row.total.value ?? 0,
      statuses: statusCounts(lists, row),
      noStatus: row.noStatus.value ?? 0,
    })),
  };
}

function budgetResult(lists: OfficeLists, budget: BudgetReport): BudgetResult {
  return {
    plannedWon: budget.total.planned.value,
    executedWon: budget.total.executed.value,
    ratePercent: budget.total.rate.percent,
    years: budget.years.flatMap((span) => fundsOf(lists, span).map((line) => ({ year: span.year, ...line }))),
    beforeTerm: budget.beforeTerm === null ? null : fundsOf(lists, budget.beforeTerm),
    afterTerm: budget.afterTerm === null ? null : fundsOf(lists, budget.afterTerm),
    closedYears:
      budget.closedYears === null
        ? null
        : {
            from: budget.closedYears.from,
            to: budget.closedYears.to,
            plannedWon: budget.closedYears.line.planned.value,
            executedWon: budget.closedYears.line.executed.value,
            ratePercent: budget.closedYears.line.rate.percent,
          },
  };
}

/** The funding sources with a planned or an executed amount. */
function fundsOf({ fundingSources }: OfficeLists, { bySource }: BudgetSpan): readonly FundResult[] {
  return listedEntries(fundingSources, bySource)
    .filter(({ word, entry }) => isLineOfFundingSource(word, entry))
    .map(({ name, entry }) => ({
      fundingSource: name,
      plannedWon: entry.planned.value,
      executedWon: entry.executed.value,
      ratePercent: entry.rate.percent,
    }));
}
