/** The pledge at a glance: what the sidebar paints, as plain data. No dates, no functions, no personal data. */
import type { BudgetLine, BudgetReport } from '../domain/budget.ts';
import { type IsoDate, lastDayOfYear, quarterOf, yearOf } from '../domain/date.ts';
import type { Figure } from '../domain/figure.ts';
import type { MeetingReport, MeetingYear } from '../domain/meetings.ts';
import type { Need } from '../domain/outlook.ts';
import type { Rate } from '../domain/rate.ts';
import type { Report } from '../domain/report.ts';
import type { RowAccounts } from '../domain/row-account.ts';
import type { ScheduleLine } from '../domain/schedule.ts';
import type { StatusBreakdown, SuggestionReport } from '../domain/suggestions.ts';
import { FUNDING_SOURCES, HANDLING_STATUSES, type StatusThen } from '../domain/words.ts';
import {
  fundingSourceName,
  handlingStatusName,
  implementationStatusName,
  NO_STATUS_NAME,
  UNKNOWN_THEN_NAME,
} from '../sheets/names.ts';
import type { ListedFinding } from '../sheets/output/listed-finding.ts';
import { deadlineName, projectionText, standingName } from '../sheets/output/outlook-text.ts';
import { originName } from '../sheets/output/suggestions-grid.ts';
import { type GlanceFindings, glanceFindings } from './glance-findings.ts';
import type { RunStart } from './run-log.ts';
import { shownBriefly } from './shown.ts';

/** Changes with the shape of {@link Glance}: one that was kept by another version of the script is not read. */
export const GLANCE_VERSION = 1;
/** What is kept has little room, and the sidebar is narrow: of longer lists these many are shown. */
const OCCASIONS_SHOWN = 20;
const CATEGORIES_SHOWN = 20;
const LINES_SHOWN = 20;
const YEARS_SHOWN = 12;

export interface Glance {
  readonly version: typeof GLANCE_VERSION;
  /** `yyyy-mm-dd` */
  readonly asOf: string;
  readonly pledge: { readonly number: string | null; readonly name: string | null; readonly unit: string };
  /** null: a tab or heading that it needs is missing. So are the two that follow. */
  readonly meetings: GlanceMeetings | null;
  readonly suggestions: GlanceSuggestions | null;
  readonly budget: GlanceBudget | null;
  /** The quarter of the as-of date; null without a schedule or a meeting log. */
  readonly quarter: GlanceQuarter | null;
  readonly outlook: GlanceOutlook | null;
  readonly findings: GlanceFindings;
  readonly lastRun: GlanceRun;
  /** Fingerprint of the input tabs that these figures were computed from. */
  readonly inputs: string;
}

export interface GlanceCount {
  /** null is unknown, which is not zero. */
  readonly value: number | null;
  readonly approximate: boolean;
}

export interface GlanceRate {
  readonly percent: number | null;
  /** `54%`, with as many digits as the settings ask for; empty where it is unknown. */
  readonly text: string;
}

export interface GlancePlan {
  readonly year: number;
  readonly planned: number;
  readonly rate: GlanceRate;
}

export interface GlanceMeetings {
  readonly cumulative: GlanceCount;
  readonly target: number | null;
  readonly rate: GlanceRate;
  /** 이행구분 as a person chose it, else as the figures suggest; null: neither. */
  readonly status: { readonly name: string; readonly chosen: boolean } | null;
  /** The plan of the last year that has ended, which 이행구분 is suggested by; null before the first. */
  readonly due:
    | (GlancePlan & { readonly standing: 'reached' | 'behind'; readonly difference: number })
    | null;
  /** The plan of the year that is running; null where there is none, or the year ends on the as-of date. */
  readonly running: GlancePlan | null;
  readonly years: readonly {
    readonly year: number;
    readonly planned: number | null;
    readonly held: GlanceCount;
    readonly cumulative: GlanceCount;
    readonly rate: GlanceRate;
  }[];
  readonly categories: readonly { readonly name: string; readonly held: GlanceCount }[];
  /** Categories of the year that are not among them. */
  readonly moreCategories: number;
}

export interface GlanceStatus {
  readonly status: StatusThen;
  readonly name: string;
  readonly count: number;
}

export interface GlanceSuggestions {
  readonly total: number;
  readonly statuses: readonly GlanceStatus[];
  /** By year and occasion, the latest first. */
  readonly sources: readonly {
    readonly name: string;
    readonly total: number;
    readonly statuses: readonly GlanceStatus[];
  }[];
  /** Older occasions that are not among them. */
  readonly moreSources: { readonly count: number; readonly total: number };
}

export interface GlanceBudgetLine {
  /** Whole won; null is unknown. */
  readonly planned: number | null;
  readonly executed: number | null;
  readonly balance: number | null;
  readonly rate: GlanceRate;
}

export interface GlanceBudget {
  readonly total: GlanceBudgetLine;
  readonly years: readonly (GlanceBudgetLine & {
    readonly year: number;
    readonly sources: readonly (GlanceBudgetLine & { readonly name: string })[];
  })[];
  readonly closedYears: (GlanceBudgetLine & { readonly from: number; readonly to: number }) | null;
}

export interface GlanceQuarter {
  readonly year: number;
  readonly quarter: number;
  /** Lines that were planned for it or held in it. */
  readonly lines: readonly {
    readonly name: string;
    readonly planned: boolean;
    readonly held: GlanceCount;
    /** `적기`, and what that means. */
    readonly standing: string;
    readonly meaning: string;
  }[];
}

export interface GlanceOutlook {
  /** The next target that is not met yet, then the end of the term and of the plan. */
  readonly needs: readonly {
    readonly name: string;
    readonly target: number;
    readonly missing: number;
    readonly quartersLeft: number;
    readonly perQuarter: number | null;
  }[];
  readonly projection: string;
}

export interface GlanceRun {
  /** In the spreadsheet's time zone: `2024-03-31 09:05:00`. */
  readonly when: string;
  readonly action: string;
  readonly how: RunStart;
  readonly seconds: number;
  readonly rowsRead: number;
  /** Rows that were flagged and are in no figure. */
  readonly rowsLeftOut: number;
}

/** What the figures themselves do not say. */
export interface GlanceContext {
  readonly run: Pick<GlanceRun, 'when' | 'action' | 'how' | 'seconds'>;
  readonly inputs: string;
}

export function glanceOf(
  report: Report,
  findings: readonly ListedFinding[],
  accounts: RowAccounts,
  { run, inputs }: GlanceContext,
): Glance {
  const { pledge, clock, meetings, suggestions, budget } = report;
  const rows = Object.values(accounts);
  return {
    version: GLANCE_VERSION,
    asOf: clock.asOf,
    pledge: {
      number: pledge.number === null ? null : shownBriefly(pledge.number),
      name: pledge.name === null ? null : shownBriefly(pledge.name),
      unit: unitOf(report),
    },
    meetings: meetings === null ? null : glanceMeetings(report, meetings),
    suggestions: suggestions === null ? null : glanceSuggestions(suggestions),
    budget: budget === null ? null : glanceBudget(budget),
    quarter: glanceQuarter(report),
    outlook: glanceOutlook(report),
    findings: glanceFindings(findings),
    lastRun: {
      ...run,
      rowsRead: rows.reduce((sum, { read }) => sum + read, 0),
      rowsLeftOut: rows.reduce((sum, { excluded }) => sum + excluded, 0),
    },
    inputs,
  };
}

function unitOf({ pledge }: Report): string {
  return shownBriefly(pledge.unit ?? '회');
}

function countOf({ value, approximate }: Figure): GlanceCount {
  return { value, approximate };
}

function rateText({ percent, digits }: Rate): GlanceRate {
  return { percent, text: percent === null ? '' : `${percent.toFixed(digits)}%` };
}

function glanceMeetings({ status, clock }: Report, meetings: MeetingReport): GlanceMeetings {
  const { asOf } = clock;
  const { chosen, suggested } = status;
  const named = chosen ?? suggested;
  const categories = meetings.categories.filter(
    ({ year, held }) => year === yearOf(asOf) && held.value !== null,
  );
  const running = meetings.years.find(({ year }) => year === yearOf(asOf) && lastDayOfYear(year) > asOf);
  return {
    cumulative: countOf(meetings.cumulative),
    target: meetings.target,
    rate: rateText(meetings.rate),
    status: named === null ? null : { name: implementationStatusName(named), chosen: chosen !== null },
    due: duePlan(meetings, asOf),
    running: running === undefined ? null : planOf(running),
    years: meetings.years.slice(-YEARS_SHOWN).map(({ year, planned, held, cumulative, rate }) => ({
      year,
      planned: planned.value,
      held: countOf(held),
      cumulative: countOf(cumulative),
      rate: rateText(rate),
    })),
    categories: categories.slice(0, CATEGORIES_SHOWN).map(({ category, held }) => ({
      name: shownBriefly(category.name),
      held: countOf(held),
    })),
    moreCategories: Math.max(0, categories.length - CATEGORIES_SHOWN),
  };
}

function planOf({ year, planned, plannedRate }: MeetingYear): GlancePlan | null {
  return planned.value === null ? null : { year, planned: planned.value, rate: rateText(plannedRate) };
}

function duePlan(meetings: MeetingReport, asOf: IsoDate): GlanceMeetings['due'] {
  const closed = meetings.years.filter(
    ({ year, planned }) => lastDayOfYear(year) <= asOf && planned.value !== null,
  );
  const last = closed[closed.length - 1];
  const plan = last === undefined ? null : planOf(last);
  if (plan === null) return null;
  const difference = (meetings.cumulative.value ?? 0) - plan.planned;
  return { ...plan, standing: difference >= 0 ? 'reached' : 'behind', difference };
}

function glanceSuggestions({ all, origins }: SuggestionReport): GlanceSuggestions {
  const latestFirst = [...origins].reverse();
  const more = latestFirst.slice(OCCASIONS_SHOWN);
  return {
    total: all.total.value ?? 0,
    statuses: statusesOf(all),
    sources: latestFirst.slice(0, OCCASIONS_SHOWN).map((row) => ({
      name: shownBriefly(originName(row)),
      total: row.total.value ?? 0,
      statuses: statusesOf(row),
    })),
    moreSources: {
      count: more.length,
      total: more.reduce((sum, { total }) => sum + (total.value ?? 0), 0),
    },
  };
}

/** Only the statuses that there are, in the official order. */
function statusesOf({ statuses, noStatus, unknownThen }: StatusBreakdown): readonly GlanceStatus[] {
  const all: readonly { readonly status: StatusThen; readonly name: string; readonly figure: Figure }[] = [
    ...HANDLING_STATUSES.map((status) => ({
      status,
      name: handlingStatusName(status),
      figure: statuses[status],
    })),
    { status: 'noStatus', name: NO_STATUS_NAME, figure: noStatus },
    { status: 'unknownThen', name: UNKNOWN_THEN_NAME, figure: unknownThen },
  ];
  return all.flatMap(({ status, name, figure: { value } }) =>
    value === null || value === 0 ? [] : [{ status, name, count: value }],
  );
}

function glanceBudget({ total, years, closedYears }: BudgetReport): GlanceBudget {
  return {
    total: budgetLine(total),
    years: years.slice(-YEARS_SHOWN).map((year) => ({
      year: year.year,
      ...budgetLine(year.total),
      sources: FUNDING_SOURCES.filter((source) => isKnown(year.sources[source])).map((source) => ({
        name: fundingSourceName(source),
        ...budgetLine(year.sources[source]),
      })),
    })),
    closedYears:
      closedYears === null
        ? null
        : { from: closedYears.from, to: closedYears.to, ...budgetLine(closedYears.line) },
  };
}

function isKnown({ planned, executed }: BudgetLine): boolean {
  return planned.value !== null || executed.value !== null;
}

function budgetLine({ planned, executed, balance, rate }: BudgetLine): GlanceBudgetLine {
  return { planned: planned.value, executed: executed.value, balance, rate: rateText(rate) };
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

function glanceOutlook(report: Report): GlanceOutlook | null {
  const { outlook } = report;
  if (outlook === null) return null;
  const next = outlook.needs.find(({ deadline, missing }) => deadline === 'yearTarget' && missing > 0);
  const others = outlook.needs.filter(
    ({ deadline, by, missing }) =>
      deadline !== 'yearTarget' &&
      missing > 0 &&
      !(deadline === 'planEnd' && by === next?.by && missing === next.missing),
  );
  return {
    needs: [...(next === undefined ? [] : [next]), ...others].map(needOf),
    projection: projectionText(outlook.projection, unitOf(report)),
  };
}

function needOf(need: Need): GlanceOutlook['needs'][number] {
  const { target, missing, quartersLeft, perQuarter } = need;
  return { name: deadlineName(need), target, missing, quartersLeft, perQuarter };
}
