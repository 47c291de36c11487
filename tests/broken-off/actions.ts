/** All functions that Google Sheets may call, grouped by what they do. Each of them is broken off. */
import type { Action } from '../support/broken-off.ts';

/** All menu entries that write result tabs. */
export const RECALCULATIONS: readonly Action[] = [
  { functionName: 'recalculateAll' },
  { functionName: 'recalculateMeetings' },
  { functionName: 'recalculateSuggestions' },
  { functionName: 'recalculateBudget' },
  { functionName: 'askForReport' },
];

/** Creates all output tabs where there are none. */
export const FIRST_RUN: Action = { functionName: 'recalculateAll' };

/** The same action on the messy workbook, where it does the same as on the sample. */
export const onMessy = (action: Action): Action => ({ ...action, isTriedElsewhere: true });

/** Recalculations started from the sidebar, and the report for a given date. */
export const ASKED_RECALCULATIONS: readonly Action[] = [
  { functionName: 'recalculateFromSidebar', args: [null], kind: 'client', leadsTo: 'recalculateAll' },
  { functionName: 'makeReportFromSidebar', args: ['2024-03-31'], kind: 'client', leadsTo: 'askForReport' },
  { functionName: 'makeReport', args: ['2024-03-31'], leadsTo: 'askForReport' },
];

/** Closes a month: started by a person, and by the monthly trigger. */
export const CLOSINGS: readonly Action[] = [
  { functionName: 'closeMonth' },
  { functionName: 'closeMonthsByClock', args: [{ triggerUid: '1' }], kind: 'trigger' },
];

export const ASKED_CLOSING: Action = { functionName: 'askForClosing', leadsTo: 'closeMonth' };

/** Undoing the last closing, and continuing with broken records. */
export const ON_RECORDS: readonly Action[] = [
  { functionName: 'undoLastClosing', args: ['2024-01'] },
  { functionName: 'askForUndo', leadsTo: 'undoLastClosing' },
  { functionName: 'goOnWithRecords', args: ['월별기록: 없어진 행 1번'] },
  { functionName: 'askToContinueRecords', leadsTo: 'goOnWithRecords' },
];

export const SETTING_UP: readonly Action[] = [
  { functionName: 'setUpSheets' },
  { functionName: 'askForSetUp', leadsTo: 'setUpSheets' },
  { functionName: 'setUpFromSidebar', kind: 'client', leadsTo: 'setUpSheets' },
];

export const ADDING_TABS: readonly Action[] = [
  { functionName: 'addMoreTabs', args: ['1'] },
  { functionName: 'askForTabs', typed: ['1'], leadsTo: 'addMoreTabs' },
];

export const FILLING: readonly Action[] = [
  { functionName: 'fillSampleData' },
  { functionName: 'askForSample', leadsTo: 'fillSampleData' },
  { functionName: 'fillSampleFromSidebar', kind: 'client', leadsTo: 'fillSampleData' },
];

export const REMOVING: readonly Action[] = [{ functionName: 'askToRemoveSample' }];

export const ADDING_NAMES: readonly Action[] = [
  { functionName: 'addNameFromSidebar', args: ['소통', '체육대회', null], kind: 'client' },
];

export const TURNING_ON: readonly Action[] = [
  { functionName: 'setMonthlyRun', args: [5, 9, '총무팀'], kind: 'client' },
  { functionName: 'askForMonthlyRun', typed: ['5일 9시 총무팀'] },
];

export const TURNING_OFF: readonly Action[] = [
  { functionName: 'stopMonthlyRun', kind: 'client' },
  { functionName: 'askForMonthlyRun', typed: ['끄기'] },
];

/** Actions that only show something. */
export const READING: readonly Action[] = [
  { functionName: 'onOpen', kind: 'open' },
  { functionName: 'onInstall', kind: 'open' },
  { functionName: 'showSidebar' },
  { functionName: 'sidebarState', kind: 'client' },
  { functionName: 'sidebarFreshness', args: ['', true], kind: 'client' },
  { functionName: 'runProgress', kind: 'client' },
  { functionName: 'showSelectedTrace' },
  { functionName: 'traceSelected', kind: 'client' },
  { functionName: 'lookAtSelectedPledge' },
  { functionName: 'pledgeGlance', args: ['1-6'], kind: 'client' },
  { functionName: 'lookAtPledge', args: ['1-6'], kind: 'client' },
  { functionName: 'traceCell', args: ['요약', 'B6'] },
  { functionName: 'jumpTo', args: ['소통기록', 'B2'], kind: 'client' },
  { functionName: 'askForComparison' },
  { functionName: 'compareWithMonth', args: ['2024-01'] },
  { functionName: 'monthlyRun', kind: 'client' },
  { functionName: 'showAbout' },
];

/** Calls no service, so nothing can break it off. */
export const CALLING_NOTHING = 'ping';
