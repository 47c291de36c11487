/** The answers to the sidebar's calls. Each is small plain data, because it is sent to a browser. */

import { lastDayOfPreviousMonth } from '../domain/date.ts';
import { INPUT_TABS } from '../domain/tabs.ts';
import { INPUT_TAB_NAMES, OPTIONAL_TABS } from '../sheets/input/tabs.ts';
import { shownBriefly } from '../sheets/personal-data.ts';
import { textKey } from '../sheets/text-key.ts';
import { VERSION } from './about.ts';
import type { StoppedAnswer } from './answers.ts';
import { type FillAnswer, fillSample } from './fill-sample.ts';
import { GLANCE_VERSION, type Glance } from './glance/glance.ts';
import { lookAtPledge } from './look-at-pledge.ts';
import { type MonthlyRunState, monthlyRunState } from './months/monthly-run.ts';
import type { Environment, Workbook } from './ports.ts';
import { recalculate } from './recalculate.ts';
import { inputFingerprint } from './run/input-fingerprint.ts';
import type { RunAnswer } from './run/run-answer.ts';
import { brokenRuns, RUN_LOG_LAYOUT } from './run/run-log.ts';
import { type Preparation, type SetUpAnswer, setUp } from './set-up.ts';
import { type TraceAnswer, type TracedFigure, trace } from './trace/trace.ts';
import { textsBeside } from './trace/traced-rows.ts';
import { foreignTabsAmong, rawTabs } from './workbook-tabs.ts';

export interface SidebarState {
  /** The edition of the script, which the page compares with its own. */
  readonly edition: string;
  /** null: nothing was computed yet, or another version of the script kept the figures. */
  readonly glance: Glance | null;
  /** Whether all input tabs are missing. */
  readonly sheetIsEmpty: boolean;
  /** Names of required input tabs that are missing. */
  readonly inputTabsMissing: readonly string[];
  /** `yyyy-mm-dd`, in the spreadsheet's time zone. */
  readonly today: string;
  readonly lastMonthEnd: string;
  readonly monthly: MonthlyRunState;
  /** Whether a run broke off while writing, so that some result tabs are older than others. */
  readonly unfinished: boolean;
}

/** Whether the figures that the sidebar shows are out of date. */
export interface Freshness {
  /** Another run has finished since the shown one: from the menu, by the trigger, or by somebody else. */
  readonly isOld: boolean;
  /**
   * Whether the input tabs have changed since the last run; true before the first run; null: they were not
   * read.
   */
  readonly inputsChanged: boolean | null;
  /** Number of cells read to find out. */
  readonly cells: number;
}

/** The result of an action, and the state after it. */
export interface SidebarAnswer {
  readonly status: 'done' | 'stopped';
  /** If stopped, why and what to do; if done, what could not be computed. */
  readonly messages: readonly string[];
  readonly state: SidebarState;
}

export type SidebarTrace =
  | {
      readonly status: 'done';
      readonly tab: string;
      readonly cell: string;
      /**
       * Number of the pledge that the tab or the row of 총괄 shows; absent for figures of all pledges and in
       * a book of one pledge.
       */
      readonly pledge?: string;
      readonly equation: string | null;
      readonly parts: readonly SidebarTracedFigure[];
    }
  | StoppedAnswer;

export interface SidebarTracedFigure {
  readonly label: string;
  readonly sum: number | null;
  readonly unit: string;
  readonly rows: readonly {
    readonly tab: string;
    readonly row: number;
    /** The first non-blank columns of the row. */
    readonly text: string;
    readonly value: number;
    readonly approximate: boolean;
  }[];
  /** Number of rows that are left out of `rows`. */
  readonly more: number;
}

/** The result of going to a cell. */
export type JumpAnswer = { readonly status: 'done' } | StoppedAnswer;

/** Most rows of a trace in the sidebar, texts of a row, and characters of a text. */
const ROWS_SHOWN = 100;
const COLUMNS_SHOWN = 4;
const LONGEST_CELL = 60;

/** The state of the book, without reading any input tab. */
export function sidebarState(environment: Environment): SidebarState {
  const { workbook, clock, glances } = environment;
  const present = new Set(workbook.tabNames().map(textKey));
  const missing = INPUT_TABS.filter((tab) => !present.has(textKey(INPUT_TAB_NAMES[tab])));
  const today = clock.today();
  return {
    edition: VERSION,
    glance: glanceIn(glances.kept()),
    sheetIsEmpty: missing.length === INPUT_TABS.length,
    inputTabsMissing: missing.filter((tab) => !OPTIONAL_TABS.has(tab)).map((tab) => INPUT_TAB_NAMES[tab]),
    today,
    lastMonthEnd: lastDayOfPreviousMonth(today),
    monthly: monthlyRunState(environment),
    unfinished: hasBrokenRun(workbook),
  };
}

function hasBrokenRun(workbook: Workbook): boolean {
  const isForeign = foreignTabsAmong(workbook, ['runLog']).size > 0;
  return !isForeign && brokenRuns(workbook.log(RUN_LOG_LAYOUT)).length > 0;
}

/** Parses the kept glance; null if another version kept it, because its shape may differ. */
export function glanceIn(kept: string | null): Glance | null {
  const glance: unknown = JSON.parse(kept ?? 'null');
  return isGlance(glance) ? glance : null;
}

function isGlance(value: unknown): value is Glance {
  return (
    typeof value === 'object' && value !== null && 'version' in value && value.version === GLANCE_VERSION
  );
}

/**
 * Checks whether the shown figures are out of date. The check for a newer run reads no tab.
 * @param shown id of the run that the sidebar shows; blank: none.
 * @param withInputs whether to read and compare the input tabs too.
 */
export function sidebarFreshness(
  { workbook, glances }: Pick<Environment, 'workbook' | 'glances'>,
  shown: string,
  withInputs: boolean,
): Freshness {
  const kept = glanceIn(glances.kept());
  const isOld = kept !== null && kept.lastRun.id !== shown;
  if (!withInputs) return { isOld, inputsChanged: null, cells: 0 };
  const tabs = rawTabs(workbook);
  const cells = Object.values(tabs).reduce(
    (total, { rows }) => total + rows.length * (rows[0]?.length ?? 0),
    0,
  );
  return { isOld, inputsChanged: kept?.inputs !== inputFingerprint(tabs), cells };
}

/**
 * 다시 계산.
 * @param asOf `yyyy-mm-dd`; null: the date in the settings, or today.
 */
export function recalculateForSidebar(environment: Environment, asOf: unknown): SidebarAnswer {
  return answered(environment, recalculate(environment, 'all', asOf ?? null, 'sidebar'));
}

/** 이 공약을 결과 탭에 보기. */
export function lookAtPledgeForSidebar(environment: Environment, number: string): SidebarAnswer {
  return answered(environment, lookAtPledge(environment, number, 'sidebar'));
}

/** 보고서 만들기. */
export function reportForSidebar(environment: Environment, asOf: unknown): SidebarAnswer {
  return answered(environment, recalculate(environment, 'report', asOf ?? '', 'sidebar'));
}

/** 예시 데이터로 채우기. */
export function fillForSidebar(environment: Environment): SidebarAnswer {
  return answered(environment, fillSample(environment));
}

/** 시트 준비. */
export function setUpForSidebar(environment: Environment, preparation: Preparation): SidebarAnswer {
  return answered(environment, setUp(environment, preparation));
}

function answered(environment: Environment, answer: RunAnswer | FillAnswer | SetUpAnswer): SidebarAnswer {
  const state = sidebarState(environment);
  if (answer.status === 'stopped') return { status: 'stopped', messages: answer.messages, state };
  return {
    status: 'done',
    messages: 'missing' in answer ? [...answer.missing, ...answer.refused] : [],
    state,
  };
}

/** 근거 보기: the rows behind a cell of a result tab. */
export function traceForSidebar(environment: Environment, tabName: string, cell: string): SidebarTrace {
  const answer: TraceAnswer = trace(environment, tabName, cell);
  if (answer.status === 'stopped') return answer;
  return { ...answer, parts: answer.parts.map(briefFigure) };
}

function briefFigure({ label, sum, unit, rows }: TracedFigure): SidebarTracedFigure {
  return {
    label,
    sum,
    unit,
    rows: rows.slice(0, ROWS_SHOWN).map((traced) => ({
      tab: traced.tab,
      row: traced.row,
      text: textsBeside(traced)
        .slice(0, COLUMNS_SHOWN)
        .map((text) => shownBriefly(text, LONGEST_CELL))
        .join(' · '),
      value: traced.value,
      approximate: traced.approximate,
    })),
    more: Math.max(0, rows.length - ROWS_SHOWN),
  };
}
