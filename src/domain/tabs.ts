/** The input tabs, by the names the rules use for them. What each is called in the spreadsheet is said in `sheets/`. */

/** Tabs that log what happened or was planned, a row each. */
export const LOG_TABS = [
  'targets',
  'meetings',
  'results',
  'suggestions',
  'budgetPlans',
  'executions',
] as const;
export type LogTab = (typeof LOG_TABS)[number];

export const INPUT_TABS = [
  'pledge',
  'pledgeList',
  'indicators',
  'targets',
  'schedule',
  'classification',
  'meetings',
  'results',
  'suggestions',
  'budgetPlans',
  'executions',
  'futurePlans',
  'planChanges',
] as const;
export type InputTab = (typeof INPUT_TABS)[number];

/** The logs whose rows count from their date on. */
export const FACT_TABS = [
  'meetings',
  'results',
  'suggestions',
  'executions',
] as const satisfies readonly LogTab[];
export type FactTab = (typeof FACT_TABS)[number];

/** The add-on's own tabs that are appended to, never rewritten, and read again. */
export const RECORD_TABS = ['monthlyRecords', 'monthlyRows', 'statusHistory'] as const;
export type RecordTab = (typeof RECORD_TABS)[number];
