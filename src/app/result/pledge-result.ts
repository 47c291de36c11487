/** One pledge as plain data: its indicators, and totals of its suggestions and money. */
import { SEVERITIES, type Severity } from '../../domain/findings/severity.ts';
import type { IndicatorReport, PledgeRate, Report } from '../../domain/report.ts';
import type { StatusBreakdown } from '../../domain/suggestions/suggestions.ts';
import { listedEntries, type OfficeLists, totalRecord } from '../../domain/words.ts';
import { unitOfIndicator } from '../../sheets/input/indicators/indicator-units.ts';
import {
  indicatorKindName,
  isLineOfFundingSource,
  officeStatusName,
  UNKNOWN_THEN_NAME,
} from '../../sheets/names.ts';
import type { ListedFinding } from '../../sheets/output/results/listed-finding.ts';
import { publishedText, withoutPersonalData } from '../../sheets/personal-data.ts';

export interface PledgeResult {
  readonly number: string | null;
  readonly name: string | null;
  /** null: no field is given. */
  readonly field: string | null;
  readonly department: string | null;
  readonly status: StatusResult;
  readonly ratePercent: number | null;
  readonly rateFrom: PledgeRate['from'];
  readonly indicators: readonly IndicatorResult[];
  /** null: a required tab or heading is missing. The same holds for `budget`. */
  readonly suggestions: {
    readonly total: number;
    readonly statuses: Readonly<Record<string, number>>;
    readonly noStatus: number;
  } | null;
  readonly budget: {
    readonly plannedWon: number | null;
    readonly executedWon: number | null;
    readonly ratePercent: number | null;
    readonly sources: readonly {
      readonly fundingSource: string;
      readonly plannedWon: number | null;
      readonly executedWon: number | null;
    }[];
  } | null;
  readonly findings: Readonly<Record<Severity, number>>;
}

export interface StatusResult {
  readonly chosen: string | null;
  readonly suggested: string | null;
}

export interface IndicatorResult {
  readonly name: string | null;
  readonly kind: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly value: number | null;
  readonly ratePercent: number | null;
  readonly years: readonly {
    readonly year: number;
    readonly planned: number | null;
    readonly plannedPercent: number | null;
    /** The year's own result, without the baseline; null for levels and self-assessments. */
    readonly achieved: number | null;
    readonly value: number | null;
    readonly percent: number | null;
  }[];
}

/** @param findings the findings of this pledge. */
export function pledgeResult(
  report: Report,
  findings: readonly ListedFinding[],
  field: string | null,
): PledgeResult {
  const { pledge, rate, indicators, suggestions, budget, lists } = report;
  return {
    number: publishedText(pledge.number),
    name: publishedText(pledge.name),
    field: publishedText(field),
    department: publishedText(pledge.department),
    status: statusResult(report),
    ratePercent: rate.percent,
    rateFrom: rate.from,
    indicators: indicators.map(indicatorResult),
    suggestions:
      suggestions === null
        ? null
        : {
            total: suggestions.all.total.value ?? 0,
            statuses: statusCounts(lists, suggestions.all),
            noStatus: suggestions.all.noStatus.value ?? 0,
          },
    budget:
      budget === null
        ? null
        : {
            plannedWon: budget.total.planned.value,
            executedWon: budget.total.executed.value,
            ratePercent: budget.total.rate.percent,
            sources: listedEntries(lists.fundingSources, budget.bySource).flatMap(({ word, name, entry }) =>
              !isLineOfFundingSource(word, entry)
                ? []
                : [
                    {
                      fundingSource: name,
                      plannedWon: entry.planned.value,
                      executedWon: entry.executed.value,
                    },
                  ],
            ),
          },
    findings: totalRecord(
      SEVERITIES,
      (severity) => findings.filter((finding) => finding.severity === severity).length,
    ),
  };
}

function indicatorResult({ indicator, target, value, rate, years }: IndicatorReport): IndicatorResult {
  return {
    name: publishedText(indicator.name),
    kind: indicatorKindName(indicator.kind),
    unit: withoutPersonalData(unitOfIndicator(indicator)),
    baseline: indicator.baseline,
    target,
    value: value.value,
    ratePercent: rate.percent,
    years: years.map(({ year, planned, plannedRate, achieved, value: ofYear, rate: reached }) => ({
      year,
      planned: planned.value,
      plannedPercent: plannedRate.percent,
      achieved: achieved.value,
      value: ofYear.value,
      percent: reached.percent,
    })),
  };
}

export function statusResult({ status, lists }: Report): StatusResult {
  return {
    chosen: status.chosen === null ? null : officeStatusName(lists, status.chosen),
    suggested: status.suggested === null ? null : officeStatusName(lists, status.suggested),
  };
}

/** The counts by handling status, without unused statuses, in the office's order. */
export function statusCounts(
  { statuses }: OfficeLists,
  breakdown: StatusBreakdown,
): Readonly<Record<string, number>> {
  const counts = listedEntries(statuses, breakdown.statuses).flatMap(
    ({ name, entry: { value } }): readonly [string, number][] => (value === null ? [] : [[name, value]]),
  );
  const unknown = breakdown.unknownThen.value;
  return Object.fromEntries(unknown === null ? counts : [...counts, [UNKNOWN_THEN_NAME, unknown]]);
}
