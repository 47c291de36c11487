/**
 * The functions that Google Sheets may call, and no others. The argument `given` may be anything, for example
 * the event of a trigger.
 */
import { aboutText } from './app/about.ts';
import { type AddNameAnswer, addName } from './app/add-name.ts';
import {
  type AddTabsAnswer,
  addTabs,
  addTabsQuestion,
  isOfficeAsked,
  noSuchTabs,
  officeQuestion,
  tabsNamed,
} from './app/add-tabs.ts';
import { type FillAnswer, fillSample, isSampleToBeRemoved, SAMPLE_QUESTION } from './app/fill-sample.ts';
import { answerTo, callerOf, numberIn, textIn, triggerIdIn } from './app/given.ts';
import { lookAtPledge as lookAtPledgeOf, pledgeOfSelection, SUMMARY } from './app/look-at-pledge.ts';
import {
  type CloseAnswer,
  closeLastMonth,
  closeMonthsByTrigger,
  closeQuestion,
} from './app/months/close-last-month.ts';
import { type CompareAnswer, compareMonths } from './app/months/compare-months.ts';
import { continueQuestion, continueRecords } from './app/months/continue-records.ts';
import { monthlyOrderIn, monthlyQuestion, notAnOrder } from './app/months/monthly-order.ts';
import {
  type MonthlyRunAnswer,
  type MonthlyRunState,
  monthlyRunState,
  monthlyRunText,
  turnOffMonthlyRun,
  turnOnMonthlyRun,
} from './app/months/monthly-run.ts';
import { COMPARE_QUESTION } from './app/months/months-asked.ts';
import type { RecordAnswer } from './app/months/record-action.ts';
import { undoClosing, undoQuestion } from './app/months/undo-closing.ts';
import { pledgeGlance as glanceOfPledge, type SidebarPledge } from './app/pledge-glance.ts';
import { recalculateAsked } from './app/recalculate.ts';
import { removeQuestion, removeSample } from './app/remove-sample.ts';
import { reportDate, reportQuestion } from './app/report-date.ts';
import type { RunAnswer } from './app/run/run-answer.ts';
import { type SetUpAnswer, setUp, setUpQuestion } from './app/set-up.ts';
import {
  type Freshness,
  fillForSidebar,
  sidebarFreshness as freshnessForSidebar,
  type JumpAnswer,
  lookAtPledgeForSidebar,
  recalculateForSidebar,
  reportForSidebar,
  type SidebarAnswer,
  type SidebarState,
  type SidebarTrace,
  setUpForSidebar,
  sidebarState as stateOfSidebar,
  traceForSidebar,
} from './app/sidebar.ts';
import { type TraceAnswer, trace } from './app/trace/trace.ts';
import {
  askToConfirm,
  askUntilRead,
  selectedCell,
  showTrace,
  tell,
  tellMonthlyRun,
} from './google/dialogs.ts';
import { boundEnvironment } from './google/environment.ts';
import { addMenu } from './google/menu.ts';
import { keptProgress } from './google/progress.ts';
import { boundPreparation } from './google/set-up.ts';
import { goTo, openSidebar } from './google/sidebar.ts';

/** Builds the menu when the spreadsheet is opened. */
export function onOpen(): void {
  addMenu();
}

/** Builds the menu when the add-on has just been installed. */
export function onInstall(): void {
  onOpen();
}

/**
 * 전체 다시 계산.
 * @param given the as-of date as `yyyy-mm-dd`; without it, the date in the settings, or today.
 * @param pledge for an office's book: number of the pledge that the detail tabs show.
 */
export function recalculateAll(given?: unknown, pledge?: unknown): RunAnswer {
  return recalculateAsked(boundEnvironment(), 'all', given, pledge);
}

/** 소통 누적 다시 계산. */
export function recalculateMeetings(given?: unknown): RunAnswer {
  return recalculateAsked(boundEnvironment(), 'meetings', given);
}

/** 건의사항 현황 다시 계산. */
export function recalculateSuggestions(given?: unknown): RunAnswer {
  return recalculateAsked(boundEnvironment(), 'suggestions', given);
}

/** 예산 집행 다시 계산. */
export function recalculateBudget(given?: unknown): RunAnswer {
  return recalculateAsked(boundEnvironment(), 'budget', given);
}

/** 기준일을 정해 보고서 만들기: asks for the date, then writes 실적보고 for it. */
export function askForReport(): void {
  const today = boundEnvironment().clock.today();
  let why = '';
  const date = askUntilRead(
    reportQuestion(today),
    (typed) => {
      const read = reportDate(typed, today);
      if (read.ok) return read.date;
      why = read.message;
      return null;
    },
    () => why,
  );
  if (date !== null) makeReport(date);
}

/**
 * Writes 실적보고.
 * @param given the as-of date as `yyyy-mm-dd`
 * @param pledge for an office's book: number of the pledge
 */
export function makeReport(given: unknown, pledge?: unknown): RunAnswer {
  return recalculateAsked(boundEnvironment(), 'report', given ?? '', pledge);
}

/** 이 공약 보기, for the selected row of 총괄 or 공약목록. */
export function lookAtSelectedPledge(): void {
  const environment = boundEnvironment();
  const { tabName, cell } = selectedCell();
  const selected = pledgeOfSelection(environment, tabName, cell);
  if (selected.status === 'stopped') {
    tell(selected.messages.join(' '));
    // A book that no longer has a 공약목록 loses the entry.
    addMenu();
  } else if (lookAtPledgeOf(environment, selected.number, 'menu').status === 'done') goTo(SUMMARY, '');
}

/** 이 숫자의 근거 보기, for the selected cell. */
export function showSelectedTrace(): void {
  const { tabName, cell } = selectedCell();
  showTrace(traceCell(tabName, cell));
}

/**
 * Returns the rows behind a cell of a result tab.
 * @param cell in A1 notation
 * @param pledge for an office's book: number of the pledge that the tab was written for
 */
export function traceCell(tabName: unknown, cell: unknown, pledge?: unknown): TraceAnswer {
  return trace(boundEnvironment(), textIn(tabName), textIn(cell), typeof pledge === 'string' ? pledge : null);
}

/** Asks for confirmation, then runs 시트 준비. */
export function askForSetUp(): void {
  if (askToConfirm(setUpQuestion(boundEnvironment().clock))) setUpSheets();
}

/** 시트 준비. */
export function setUpSheets(given?: unknown): SetUpAnswer {
  return answerTo(given, setUp(boundEnvironment(), boundPreparation()));
}

/** 탭 더하기: asks which tabs to add, then adds them. */
export function askForTabs(): void {
  const typed = askUntilRead(
    addTabsQuestion(),
    (text) => (tabsNamed(text) === null ? null : text),
    noSuchTabs,
  );
  if (typed === null) return;
  const question = isOfficeAsked(typed) ? officeQuestion(boundEnvironment()) : null;
  if (question !== null && !askToConfirm(question)) return;
  addMoreTabs(typed);
  // An office's book has one more menu entry.
  if (isOfficeAsked(typed)) addMenu();
}

/** 탭 더하기. @param which the number or name of the tabs to add */
export function addMoreTabs(which: unknown): AddTabsAnswer {
  return answerTo(which, addTabs(boundEnvironment(), textIn(which), boundPreparation()));
}

/** Asks for confirmation, then runs 지난달 마감하기. A closed month is not changed later. */
export function askForClosing(): void {
  const asked = closeQuestion(boundEnvironment());
  if (asked.status === 'stopped') tell(asked.messages.join(' '));
  else if (askToConfirm(asked.question)) closeMonth();
}

/** 지난달 마감하기: writes last month, and any missed months before it, into 월별기록. */
export function closeMonth(given?: unknown): CloseAnswer {
  return answerTo(given, closeLastMonth(boundEnvironment(), callerOf(given)));
}

/** Asks for confirmation, then runs 마감 취소 for the last closed month. */
export function askForUndo(): void {
  const asked = undoQuestion(boundEnvironment());
  if (asked.status === 'stopped') tell(asked.messages.join(' '));
  else if (askToConfirm(asked.question)) undoLastClosing(asked.about);
}

/** 마감 취소. @param month `2024-03`; must be the last closed month. */
export function undoLastClosing(month: unknown): RecordAnswer {
  return answerTo(month, undoClosing(boundEnvironment(), textIn(month)));
}

/** Asks for confirmation, then runs 이 기록으로 이어가기. */
export function askToContinueRecords(): void {
  const asked = continueQuestion(boundEnvironment());
  if (asked.status === 'stopped') tell(asked.messages.join(' '));
  else if (askToConfirm(asked.question)) goOnWithRecords(asked.about);
}

/**
 * 이 기록으로 이어가기: accepts missing and altered rows as they are, so that they are no longer reported.
 * @param agreed the description of these rows that the person was shown
 */
export function goOnWithRecords(agreed: unknown): RecordAnswer {
  return answerTo(agreed, continueRecords(boundEnvironment(), textIn(agreed)));
}

/** 지난달과 비교: asks for the months and shows what changed. */
export function askForComparison(): void {
  let why = '';
  const answer = askUntilRead(
    COMPARE_QUESTION,
    (typed) => {
      const compared = compareWithMonth(typed);
      if (compared.status === 'done' || compared.asksAgain !== true) return compared;
      why = compared.messages.join(' ');
      return null;
    },
    () => why,
  );
  if (answer !== null) tell(answer.status === 'done' ? answer.lines.join('\n') : answer.messages.join(' '));
}

/**
 * Returns what changed since a closed month.
 * @param months `2024-03`, or two months; blank: compares the last closed month with now
 */
export function compareWithMonth(months: unknown): CompareAnswer {
  return compareMonths(boundEnvironment(), textIn(months));
}

/** Called by the monthly trigger. */
export function closeMonthsByClock(given: unknown): void {
  closeMonthsByTrigger(boundEnvironment(), triggerIdIn(given));
}

/** 매월 자동 계산: shows its state, and turns it on or off or changes its time. */
export function askForMonthlyRun(): void {
  const state = monthlyRun();
  if (!state.canBeChanged) {
    tell(monthlyRunText(state));
    return;
  }
  const order = askUntilRead(
    monthlyQuestion(state),
    (typed) => monthlyOrderIn(typed, state),
    (typed) => notAnOrder(typed, state),
  );
  if (order === null) return;
  if (order === 'off') tellMonthlyRun(stopMonthlyRun());
  else tellMonthlyRun(setMonthlyRun(order.schedule.day, order.schedule.hour, order.owner));
}

/**
 * Turns the monthly run on, or changes its time.
 * @param day 1–28
 * @param hour 0–23
 * @param owner who turns it on, in their own words
 */
export function setMonthlyRun(day: unknown, hour: unknown, owner: unknown): MonthlyRunAnswer {
  const schedule = { day: numberIn(day), hour: numberIn(hour) };
  return answerTo(day, turnOnMonthlyRun(boundEnvironment(), schedule, textIn(owner)));
}

/** Turns the monthly run off. */
export function stopMonthlyRun(given?: unknown): MonthlyRunAnswer {
  return answerTo(given, turnOffMonthlyRun(boundEnvironment()));
}

/** Returns the state of the monthly run. */
export function monthlyRun(): MonthlyRunState {
  return monthlyRunState(boundEnvironment());
}

/** Asks for confirmation, then fills in the sample. If the sample is there already, offers 예시 지우기 instead. */
export function askForSample(): void {
  if (isSampleToBeRemoved(boundEnvironment())) askToRemoveSample();
  else if (askToConfirm(SAMPLE_QUESTION)) fillSampleData();
}

/** 예시 데이터로 채우기. */
export function fillSampleData(given?: unknown): FillAnswer {
  return answerTo(given, fillSample(boundEnvironment()));
}

/** Shows what 예시 지우기 would delete, asks for confirmation, then deletes it. */
export function askToRemoveSample(): void {
  const asked = removeQuestion(boundEnvironment());
  if (asked.status === 'stopped') tell(asked.messages.join(' '));
  else if (askToConfirm(asked.question)) removeSample(boundEnvironment(), asked.about);
}

/** 공약장부 정보. */
export function showAbout(): void {
  tell(aboutText());
}

/** 사이드바 열기. */
export function showSidebar(): void {
  openSidebar(stateOfSidebar(boundEnvironment()));
}

/** For the sidebar: tests whether calls reach the script. Reads nothing. */
export function ping(): true {
  return true;
}

/** For the sidebar: the results of the last run and the state of the book. */
export function sidebarState(): SidebarState {
  return stateOfSidebar(boundEnvironment());
}

/**
 * For the sidebar: whether the figures that it shows are still up to date.
 * @param shown id of the run whose figures it shows
 * @param withInputs whether to compare the input tabs too
 */
export function sidebarFreshness(shown: unknown, withInputs: unknown): Freshness {
  return freshnessForSidebar(boundEnvironment(), textIn(shown), withInputs === true);
}

/**
 * For the sidebar: 다시 계산.
 * @param given `yyyy-mm-dd`; null: the date in the settings, or today
 */
export function recalculateFromSidebar(given: unknown): SidebarAnswer {
  return answerTo(given, recalculateForSidebar(boundEnvironment(), given));
}

/**
 * For the sidebar: makes the detail tabs of an office's book show another pledge from now on.
 * @param number the 공약번호
 */
export function lookAtPledge(number: unknown): SidebarAnswer {
  return answerTo(number, lookAtPledgeForSidebar(boundEnvironment(), textIn(number)));
}

/**
 * For the sidebar: computes the figures of one pledge of an office's book. Writes nothing.
 * @param number the 공약번호
 */
export function pledgeGlance(number: unknown): SidebarPledge {
  return glanceOfPledge(boundEnvironment(), textIn(number));
}

/** For the sidebar: 보고서 만들기. @param given `yyyy-mm-dd` */
export function makeReportFromSidebar(given: unknown): SidebarAnswer {
  return answerTo(given, reportForSidebar(boundEnvironment(), given));
}

/** For the sidebar: 예시 데이터로 채우기. */
export function fillSampleFromSidebar(given?: unknown): SidebarAnswer {
  return answerTo(given, fillForSidebar(boundEnvironment()));
}

/** For the sidebar: 시트 준비. */
export function setUpFromSidebar(given?: unknown): SidebarAnswer {
  return answerTo(given, setUpForSidebar(boundEnvironment(), boundPreparation()));
}

/**
 * For the sidebar: 분류에 더하기.
 * @param asked the kind, the name, the name that it is an alias of, and whether a handling status means
 * finished
 */
export function addNameFromSidebar(...asked: readonly unknown[]): AddNameAnswer {
  return addName(boundEnvironment(), ...asked);
}

/** For the sidebar: the rows behind the selected cell. */
export function traceSelected(): SidebarTrace {
  const { tabName, cell } = selectedCell();
  return traceForSidebar(boundEnvironment(), tabName, cell);
}

/** For the sidebar: what a running run is doing; null: nothing to report. */
export function runProgress(): string | null {
  return keptProgress();
}

/** For the sidebar: goes to a cell (`B12`), a row (`12:12`) or, with an empty text, a tab. */
export function jumpTo(tabName: unknown, cell: unknown): JumpAnswer {
  return goTo(textIn(tabName), textIn(cell));
}
