/** Contents: exactly the functions that Google Sheets may call. What they are `given` may be anything, the event of a trigger too. */
import { aboutText } from './app/about.ts';
import { type AddNameAnswer, addName } from './app/add-name.ts';
import {
  type AddTabsAnswer,
  addTabs,
  addTabsQuestion,
  isOfficeAsked,
  noSuchTabs,
  tabsNamed,
} from './app/add-tabs.ts';
import { type FillAnswer, fillSample, isSampleToBeRemoved, SAMPLE_QUESTION } from './app/fill-sample.ts';
import { answerTo, callerOf, numberIn, textIn, triggerIdIn } from './app/given.ts';
import { lookAtPledge as lookAtPledgeOf, pledgeOfSelection, SUMMARY } from './app/look-at-pledge.ts';
import { OFFICE_QUESTION } from './app/make-office.ts';
import {
  type CloseAnswer,
  closeLastMonth,
  closeMonthsByTrigger,
  closeQuestion,
} from './app/months/close-last-month.ts';
import { COMPARE_QUESTION, type CompareAnswer, compareMonths } from './app/months/compare-months.ts';
import { continueQuestion, continueRecords } from './app/months/continue-records.ts';
import { canBeChanged, monthlyOrderIn, monthlyQuestion, notAnOrder } from './app/months/monthly-order.ts';
import {
  type MonthlyRunAnswer,
  type MonthlyRunState,
  monthlyRunState,
  monthlyRunText,
  turnOffMonthlyRun,
  turnOnMonthlyRun,
} from './app/months/monthly-run.ts';
import type { RecordAnswer } from './app/months/record-action.ts';
import { undoClosing, undoQuestion } from './app/months/undo-closing.ts';
import { pledgeGlance as glanceOfPledge, type SidebarPledge } from './app/pledge-glance.ts';
import { recalculateAsked } from './app/recalculate.ts';
import { removeQuestion, removeSample } from './app/remove-sample.ts';
import { reportDate, reportQuestion } from './app/report-date.ts';
import type { RunAnswer } from './app/run/run.ts';
import { type SetUpAnswer, setUp, setUpQuestion } from './app/set-up.ts';
import {
  filledForSidebar,
  type JumpAnswer,
  sidebarLook as lookForSidebar,
  pledgeLookedAtFromSidebar,
  preparedForSidebar,
  recalculateForSidebar,
  reportForSidebar,
  type SidebarAnswer,
  type SidebarLook,
  type SidebarState,
  type SidebarTrace,
  sidebarState as stateOfSidebar,
  tracedForSidebar,
} from './app/sidebar.ts';
import { type TraceAnswer, trace } from './app/trace.ts';
import {
  askedUntilRead,
  isConfirmed,
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
 * @param given `yyyy-mm-dd`; without it the date of the settings, or today.
 * @param pledge the number of a pledge of an office's book, which the detail tabs are then of.
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
  const date = askedUntilRead(
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

/** Writes 실적보고. @param given `yyyy-mm-dd` @param pledge the number of a pledge of an office's book */
export function makeReport(given: unknown, pledge?: unknown): RunAnswer {
  return recalculateAsked(boundEnvironment(), 'report', given ?? '', pledge);
}

/** 이 공약 보기, for the selected row of 총괄 or 공약목록. */
export function lookAtSelectedPledge(): void {
  const environment = boundEnvironment();
  const { tabName, cell } = selectedCell();
  const selected = pledgeOfSelection(environment, tabName, cell);
  if (selected.status === 'stopped') tell(selected.messages.join(' '));
  else if (lookAtPledgeOf(environment, selected.number, 'menu').status === 'done') goTo(SUMMARY, '');
}

/** 이 숫자의 근거 보기, for the selected cell. */
export function showSelectedTrace(): void {
  const { tabName, cell } = selectedCell();
  showTrace(traceCell(tabName, cell));
}

/** The rows behind a cell of a result tab. @param cell in A1 notation @param pledge of an office's book, of which the tab was written */
export function traceCell(tabName: unknown, cell: unknown, pledge?: unknown): TraceAnswer {
  return trace(boundEnvironment(), textIn(tabName), textIn(cell), typeof pledge === 'string' ? pledge : null);
}

/** 시트 준비, once a person has agreed. */
export function askForSetUp(): void {
  if (isConfirmed(setUpQuestion(boundEnvironment().clock))) setUpSheets();
}

/** 시트 준비. */
export function setUpSheets(given?: unknown): SetUpAnswer {
  return answerTo(given, setUp(boundEnvironment(), boundPreparation()));
}

/** 탭 더하기: asks which tabs, then makes them. */
export function askForTabs(): void {
  const typed = askedUntilRead(
    addTabsQuestion(),
    (text) => (tabsNamed(text) === null ? null : text),
    noSuchTabs,
  );
  if (typed === null || (isOfficeAsked(typed) && !isConfirmed(OFFICE_QUESTION))) return;
  addMoreTabs(typed);
  // A book that has become an office's has an entry more.
  if (isOfficeAsked(typed)) addMenu();
}

/** 탭 더하기. @param which the number or the name of what is to be added */
export function addMoreTabs(which: unknown): AddTabsAnswer {
  return answerTo(which, addTabs(boundEnvironment(), textIn(which)));
}

/** 지난달 마감하기, once a person has agreed: what is put on record stays there. */
export function askForClosing(): void {
  const asked = closeQuestion(boundEnvironment());
  if (asked.status === 'stopped') tell(asked.messages.join(' '));
  else if (isConfirmed(asked.question)) closeMonth();
}

/** 지난달 마감하기: last month, and those missed before it, into 월별기록. */
export function closeMonth(given?: unknown): CloseAnswer {
  return answerTo(given, closeLastMonth(boundEnvironment(), callerOf(given)));
}

/** 마감 취소, once a person has agreed: the last closed month alone. */
export function askForUndo(): void {
  const asked = undoQuestion(boundEnvironment());
  if (asked.status === 'stopped') tell(asked.messages.join(' '));
  else if (isConfirmed(asked.question)) undoLastClosing(asked.about);
}

/** 마감 취소. @param month `2024-03`, which must be the last that is closed. */
export function undoLastClosing(month: unknown): RecordAnswer {
  return answerTo(month, undoClosing(boundEnvironment(), textIn(month)));
}

/** 이 기록으로 이어가기, once a person has agreed. */
export function askToContinueRecords(): void {
  const asked = continueQuestion(boundEnvironment());
  if (asked.status === 'stopped') tell(asked.messages.join(' '));
  else if (isConfirmed(asked.question)) goOnWithRecords(asked.about);
}

/** 이 기록으로 이어가기: what is gone or altered is asked for no more. @param agreed what a person was shown of it. */
export function goOnWithRecords(agreed: unknown): RecordAnswer {
  return answerTo(agreed, continueRecords(boundEnvironment(), textIn(agreed)));
}

/** 지난달과 비교: asks for the months and shows what changed. */
export function askForComparison(): void {
  let why = '';
  const answer = askedUntilRead(
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

/** What changed since a closed month. @param months `2024-03`, or two of them; blank: since the last */
export function compareWithMonth(months: unknown): CompareAnswer {
  return compareMonths(boundEnvironment(), textIn(months));
}

/** Called by the monthly trigger. */
export function closeMonthsByClock(given: unknown): void {
  closeMonthsByTrigger(boundEnvironment(), triggerIdIn(given));
}

/** 매월 자동 계산: how it stands, and turning it on, off or to another time. */
export function askForMonthlyRun(): void {
  const state = monthlyRun();
  if (!canBeChanged(state)) {
    tell(monthlyRunText(state));
    return;
  }
  const order = askedUntilRead(
    monthlyQuestion(state),
    (typed) => monthlyOrderIn(typed, state),
    (typed) => notAnOrder(typed, state),
  );
  if (order === null) return;
  if (order === 'off') tellMonthlyRun(stopMonthlyRun());
  else tellMonthlyRun(setMonthlyRun(order.schedule.day, order.schedule.hour, order.owner));
}

/** Turns the monthly run on, or changes its time. @param day 1–28 @param hour 0–23 @param owner who it is, in their words */
export function setMonthlyRun(day: unknown, hour: unknown, owner: unknown): MonthlyRunAnswer {
  const schedule = { day: numberIn(day), hour: numberIn(hour) };
  return answerTo(day, turnOnMonthlyRun(boundEnvironment(), schedule, textIn(owner)));
}

/** Turns the monthly run off. */
export function stopMonthlyRun(given?: unknown): MonthlyRunAnswer {
  return answerTo(given, turnOffMonthlyRun(boundEnvironment()));
}

/** How the monthly run stands. */
export function monthlyRun(): MonthlyRunState {
  return monthlyRunState(boundEnvironment());
}

/** 예시 데이터로 채우기, once a person has agreed; where the sample stands already, 예시 지우기. */
export function askForSample(): void {
  if (isSampleToBeRemoved(boundEnvironment())) askToRemoveSample();
  else if (isConfirmed(SAMPLE_QUESTION)) fillSampleData();
}

/** 예시 데이터로 채우기. */
export function fillSampleData(given?: unknown): FillAnswer {
  return answerTo(given, fillSample(boundEnvironment()));
}

/** 예시 지우기, once a person has agreed to what is taken away. */
export function askToRemoveSample(): void {
  const asked = removeQuestion(boundEnvironment());
  if (asked.status === 'stopped') tell(asked.messages.join(' '));
  else if (isConfirmed(asked.question)) removeSample(boundEnvironment(), asked.about);
}

/** 공약장부 정보. */
export function showAbout(): void {
  tell(aboutText());
}

/** 사이드바 열기. */
export function showSidebar(): void {
  openSidebar(stateOfSidebar(boundEnvironment()));
}

/** For the sidebar: whether calls arrive at all. Nothing of the spreadsheet is asked for. */
export function ping(): true {
  return true;
}

/** For the sidebar: the last results and how things stand. */
export function sidebarState(): SidebarState {
  return stateOfSidebar(boundEnvironment());
}

/** For the sidebar: whether what it shows is still so. @param shown the run it shows @param withInputs whether the input tabs are read too */
export function sidebarLook(shown: unknown, withInputs: unknown): SidebarLook {
  return lookForSidebar(boundEnvironment(), textIn(shown), withInputs === true);
}

/** For the sidebar: 다시 계산. @param given `yyyy-mm-dd`, or null for the date of the settings, or today. */
export function recalculateFromSidebar(given: unknown): SidebarAnswer {
  return answerTo(given, recalculateForSidebar(boundEnvironment(), given));
}

/** For the sidebar: the detail tabs are of another pledge of an office's book from now on. @param number of the pledge */
export function lookAtPledge(number: unknown): SidebarAnswer {
  return answerTo(number, pledgeLookedAtFromSidebar(boundEnvironment(), textIn(number)));
}

/** For the sidebar: a pledge of an office's book at a glance, computed without writing anything. @param number of the pledge */
export function pledgeGlance(number: unknown): SidebarPledge {
  return glanceOfPledge(boundEnvironment(), textIn(number));
}

/** For the sidebar: 보고서 만들기. @param given `yyyy-mm-dd` */
export function makeReportFromSidebar(given: unknown): SidebarAnswer {
  return answerTo(given, reportForSidebar(boundEnvironment(), given));
}

/** For the sidebar: 예시 데이터로 채우기. */
export function fillSampleFromSidebar(given?: unknown): SidebarAnswer {
  return answerTo(given, filledForSidebar(boundEnvironment()));
}

/** For the sidebar: 시트 준비. */
export function setUpFromSidebar(given?: unknown): SidebarAnswer {
  return answerTo(given, preparedForSidebar(boundEnvironment(), boundPreparation()));
}

/** For the sidebar: 분류에 더하기, with the kind, the name, what it is an alias of, and whether a status is an end. */
export function addNameFromSidebar(...asked: readonly unknown[]): AddNameAnswer {
  return addName(boundEnvironment(), ...asked);
}

/** For the sidebar: the rows behind the selected cell. */
export function traceSelected(): SidebarTrace {
  const { tabName, cell } = selectedCell();
  return tracedForSidebar(boundEnvironment(), tabName, cell);
}

/** For the sidebar: what a long run is doing; null where none has anything to tell. */
export function runProgress(): string | null {
  return keptProgress();
}

/** For the sidebar: shows a cell (`B12`), a row (`12:12`) or, with an empty text, a tab. */
export function jumpTo(tabName: unknown, cell: unknown): JumpAnswer {
  return goTo(textIn(tabName), textIn(cell));
}
