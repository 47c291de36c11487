/** Turns the report of a run into the glance that the sidebar shows. */

import { type BudgetLine, type BudgetReport, budgetSpans, isKnownLine } from '../../domain/budget.ts';
import { type IsoDate, lastDayOfYear, quarterOf, yearOf } from '../../domain/date.ts';
import { exactSum } from '../../domain/decimal.ts';
import type { Figure } from '../../domain/figure.ts';
import { statusInForce } from '../../domain/implementation-status.ts';
import { hasReached } from '../../domain/indicators/indicator.ts';
import type { IndicatorYear } from '../../domain/indicators/progress.ts';
import type { MeetingReport } from '../../domain/meetings.ts';
import type { Rate } from '../../domain/rate.ts';
import type { IndicatorReport, Report } from '../../domain/report.ts';
import type { RowAccounts } from '../../domain/row-account.ts';
import type { ScheduleLine } from '../../domain/schedule/schedule.ts';
import type { StatusBreakdown, SuggestionReport } from '../../domain/suggestions/suggestions.ts';
import { isOwnWord, listedEntries, type OfficeLists } from '../../domain/words.ts';
import { indicatorWords } from '../../sheets/indicator-kind-words.ts';
import { indicatorName } from '../../sheets/indicator-words.ts';
import type { ClassificationNames } from '../../sheets/input/classification.ts';
import { unitOfIndicator } from '../../sheets/input/indicators/indicator-units.ts';
import {
  budgetTimeName,
  NO_STATUS_NAME,
  namedFundingSources,
  occasionName,
  officeStatusName,
  UNKNOWN_THEN_NAME,
} from '../../sheets/names.ts';
import { percentText } from '../../sheets/numbers.ts';
import type { ListedFinding } from '../../sheets/output/results/listed-finding.ts';
import { deadlineName, projectionText, standingName } from '../../sheets/output/results/outlook-text.ts';
import { placeAmongOwn } from '../../sheets/output/results/status-colors.ts';
import { shownBriefly } from '../../sheets/personal-data.ts';
import {
  GLANCE_VERSION,
  type Glance,
  type GlanceBudget,
  type GlanceBudgetLine,
  type GlanceCategories,
  type GlanceCount,
  type GlanceImplementation,
  type GlanceIndicator,
  type GlanceOffice,
  type GlanceOutlook,
  type GlancePlan,
  type GlanceQuarter,
  type GlanceRate,
  type GlanceRun,
  type GlanceStatus,
  type GlanceSuggestions,
  type PledgeGlance,
} from './glance.ts';
import { glanceFindings } from './glance-findings.ts';

/** Limits of the lists, because storage is small and the sidebar is narrow. */
const OCCASIONS_SHOWN = 20;
const CATEGORIES_SHOWN = 20;
const LINES_SHOWN = 20;
const YEARS_SHOWN = 12;
const INDICATORS_SHOWN = 5;

/** What a glance needs besides the report. */
export interface GlanceContext {
  readonly run: Pick<GlanceRun, 'when' | 'action' | 'startedBy' | 'seconds'>;
  readonly inputs: string;
  readonly names: ClassificationNames;
  readonly office: GlanceOffice | null;
}

export function glanceOf(
  report: Report,
  findings: readonly ListedFinding[],
  accounts: RowAccounts,
  { run, inputs, names, office }: GlanceContext,
): Glance {
  const rows = Object.values(accounts);
  return {
    version: GLANCE_VERSION,
    ...pledgeGlanceOf(report, findings, names),
    office,
    lastRun: {
      ...run,
      id: `${run.when} ${run.action}`,
      rowsRead: rows.reduce((sum, { read }) => sum + read, 0),
      rowsLeftOut: rows.reduce((sum, { excluded }) => sum + excluded, 0),
    },
    inputs,
  };
}

/**
 * @param findings the findings of the pledge.
 * @param names the listed names that a name in a finding may be an alias of.
 */
export function pledgeGlanceOf(
  report: Report,
  findings: readonly ListedFinding[],
  names: ClassificationNames,
): PledgeGlance {
  const { pledge, clock, indicators, meetings, suggestions, budget } = report;
  const next = findings.find(({ code }) => code === 'nothing-typed');
  return {
    asOf: clock.asOf,
    pledge: {
      number: pledge.number === null ? null : shownBriefly(pledge.number),
      name: pledge.name === null ? null : shownBriefly(pledge.name),
    },
    implementation: glanceImplementation(report),
    indicators: indicators
      .slice(0, INDICATORS_SHOWN)
      .map((progress) => glanceIndicator(progress, indicators.length > 1, clock.asOf)),
    categories: meetings === null ? null : glanceCategories(meetings, clock.asOf),
    suggestions: suggestions === null ? null : glanceSuggestions(report.lists, suggestions),
    budget: budget === null ? null : glanceBudget(report.lists, budget),
    quarter: glanceQuarter(report),
    findings: glanceFindings(findings, names),
    next: next === undefined ? null : { tab: next.tab, text: `${next.what} ${next.remedy}` },
  };
}

function countOf({ value, approximate }: Figure): GlanceCount {
  return { value, approximate };
}

/** @param digits decimal places; without it, as many as the number has. */
export function glanceRate(percent: number | null, digits?: number): GlanceRate {
  return { percent, text: percent === null ? '' : percentText(percent, digits) };
}

/** The implementation rate of a pledge. A stated rate keeps its own decimal places. */
export function glanceRateOfPledge({ rate: { percent, from }, pledge }: Report): GlanceRate {
  return glanceRate(percent, from === 'stated' ? undefined : pledge.ratePrecision.digits);
}

function shownRate({ percent, digits }: Rate): GlanceRate {
  return glanceRate(percent, digits);
}

function glanceImplementation(report: Report): GlanceImplementation {
  const { status, rate, lists } = report;
  const named = statusInForce(status);
  return {
    rate: glanceRateOfPledge(report),
    rateFrom: rate.from,
    status:
      named === null
        ? null
        : { name: shownBriefly(officeStatusName(lists, named)), chosen: status.chosen !== null },
  };
}

function glanceIndicator(progress: IndicatorReport, isNamed: boolean, asOf: IsoDate): GlanceIndicator {
  const { indicator, value, target, rate, years } = progress;
  const running = years.find(({ year }) => year === yearOf(asOf) && lastDayOfYear(year) > asOf);
  return {
    name: isNamed ? shownBriefly(indicatorName(indicator)) : null,
    kind: indicator.kind,
    unit: shownBriefly(unitOfIndicator(indicator)),
    value: countOf(value),
    target,
    rate: shownRate(rate),
    due: duePlan(progress, asOf),
    running: running === undefined ? null : planOf(running),
    years: years.slice(-YEARS_SHOWN).map(({ year, planned, achieved, value: ofYear, rate: reached }) => ({
      year,
      planned: planned.value,
      achieved: countOf(achieved),
      value: countOf(ofYear),
      rate: shownRate(reached),
    })),
    outlook: glanceOutlook(progress),
  };
}

function glanceCategories({ indicator, categories: all }: MeetingReport, asOf: IsoDate): GlanceCategories {
  const categories = all.filter(({ year, held }) => year === yearOf(asOf) && held.value !== null);
  return {
    unit: shownBriefly(unitOfIndicator(indicator)),
    categories: categories.slice(0, CATEGORIES_SHOWN).map(({ category, held }) => ({
      name: shownBriefly(category.name),
      held: countOf(held),
    })),
    moreCategories: Math.max(0, categories.length - CATEGORIES_SHOWN),
  };
}

function planOf({ year, planned, plannedRate }: IndicatorYear): GlancePlan | null {
  return planned.value === null ? null : { year, planned: planned.value, rate: shownRate(plannedRate) };
}

function duePlan(progress: IndicatorReport, asOf: IsoDate): GlanceIndicator['due'] {
  const { indicator, target, value, years } = progress;
  const closed = years.filter(({ year, planned }) => lastDayOfYear(year) <= asOf && planned.value !== null);
  const last = closed[closed.length - 1];
  const plan = last === undefined ? null : planOf(last);
  if (plan === null || value.value === null) return null;
  const isReached = hasReached(indicator, target, value.value, plan.planned);
  return {
    ...plan,
    outcome: isReached ? 'reached' : 'behind',
    difference: exactSum([value.value, -plan.planned]),
  };
}

function glanceSuggestions(lists: OfficeLists, { all, occasions }: SuggestionReport): GlanceSuggestions {
  const latestFirst = [...occasions].reverse();
  const more = latestFirst.slice(OCCASIONS_SHOWN);
  return {
    total: all.total.value ?? 0,
    statuses: statusesOf(lists, all),
    sources: latestFirst.slice(0, OCCASIONS_SHOWN).map((row) => ({
      name: shownBriefly(occasionName(row)),
      total: row.total.value ?? 0,
      statuses: statusesOf(lists, row),
    })),
    moreSources: {
      count: more.length,
      total: more.reduce((sum, { total }) => sum + (total.value ?? 0), 0),
    },
  };
}

/** The handling statuses that any suggestion has, in the office's order. */
function statusesOf(
  lists: OfficeLists,
  { statuses, noStatus, unknownThen }: StatusBreakdown,
): readonly GlanceStatus[] {
  const all: readonly { readonly status: string; readonly name: string; readonly figure: Figure }[] = [
    ...listedEntries(lists.statuses, statuses).map(({ word, name, entry }) => ({
      status: isOwnWord(word) ? `own${placeAmongOwn(lists, word)}` : word,
      name: shownBriefly(name),
      figure: entry,
    })),
    { status: 'noStatus', name: NO_STATUS_NAME, figure: noStatus },
    { status: 'unknownThen', name: UNKNOWN_THEN_NAME, figure: unknownThen },
  ];
  return all.flatMap(({ status, name, figure: { value } }) =>
    value === null || value === 0 ? [] : [{ status, name, count: value }],
  );
}

function glanceBudget(lists: OfficeLists, budget: BudgetReport): GlanceBudget {
  const { total, closedYears } = budget;
  const fundingSources = namedFundingSources(lists, budget);
  return {
    total: budgetLine(total),
    times: budgetSpans(budget)
      .slice(-YEARS_SHOWN)
      .map((span) => ({
        name: budgetTimeName(span.when),
        ...budgetLine(span.total),
        sources: listedEntries(fundingSources, span.bySource)
          .filter(({ entry }) => isKnownLine(entry))
          .map(({ name, entry }) => ({ name: shownBriefly(name), ...budgetLine(entry) })),
      })),
    closedYears:
      closedYears === null
        ? null
        : { from: closedYears.from, to: closedYears.to, ...budgetLine(closedYears.line) },
  };
}

function budgetLine({ planned, executed, balance, rate }: BudgetLine): GlanceBudgetLine {
  return { planned: planned.value, executed: executed.value, balance, rate: shownRate(rate) };
}

function glanceQuarter({ schedule, unscheduled, clock }: Report): GlanceQuarter | null {
  if (schedule.length === 0) return null;
  const { year, quarter } = quarterOf(clock.asOf);
  const lines = [...schedule, ...unscheduled].flatMap((line) => lineInQuarter(line, year, quarter));
  return { year, quarter, lines: lines.slice(0, LINES_SHOWN) };
}

function lineInQuarter(
  { schedule, quarters }: ScheduleLine,
  year: number,
  quarter: number,
): GlanceQuarter['lines'] {
  const inQuarter = quarters.find((entry) => entry.year === year && entry.quarter === quarter);
  if (inQuarter === undefined || inQuarter.standing === null) return [];
  const { short, meaning } = standingName(inQuarter.standing);
  return [
    {
      name: shownBriefly(schedule.name),
      planned: inQuarter.planned,
      held: countOf(inQuarter.held),
      standing: short,
      meaning,
    },
  ];
}

function glanceOutlook({ outlook, indicator }: IndicatorReport): GlanceOutlook {
  const next = outlook.needs.find(({ deadline, missing }) => deadline === 'yearTarget' && missing > 0);
  const others = outlook.needs.filter(
    ({ deadline, by, missing }) =>
      deadline !== 'yearTarget' &&
      missing > 0 &&
      !(deadline === 'planEnd' && by === next?.by && missing === next.missing),
  );
  const { planned } = indicatorWords(indicator);
  return {
    needs: [...(next === undefined ? [] : [next]), ...others].map((need): GlanceOutlook['needs'][number] => ({
      name: deadlineName(need, planned),
      target: need.target,
      missing: need.missing,
      quartersLeft: need.quartersLeft,
      perQuarter: need.perQuarter,
    })),
    projection: projectionText(outlook.projection, indicator),
  };
}
