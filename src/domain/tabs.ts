/** The tabs, by their names in code. `sheets/` has their names in the spreadsheet. */

/** Tabs with a row for each thing that happened or was planned. */
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

/** The add-on's own tabs whose rows are only appended, and read again by later runs. */
export const RECORD_TABS = ['monthlyRecords', 'monthlyRows', 'statusHistory'] as const;
export type RecordTab = (typeof RECORD_TABS)[number];
