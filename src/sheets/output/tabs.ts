/** Names of the output tabs. */
import { RECORD_TABS } from '../../domain/tabs.ts';

export const OUTPUT_TABS = {
  overview: '총괄',
  summary: '요약',
  meetings: '소통누적',
  suggestions: '건의현황',
  budget: '예산현황',
  report: '실적보고',
  audit: '점검',
  monthlyRecords: '월별기록',
  monthlyRows: '월별내역',
  statusHistory: '처리이력',
  runLog: '실행기록',
} as const;

export type OutputTab = keyof typeof OUTPUT_TABS;

/** The tabs that a complete run writes anew, in this order. An office's book has 총괄 before them. */
export const RESULT_TABS = [
  'summary',
  'meetings',
  'suggestions',
  'budget',
  'report',
  'audit',
] as const satisfies readonly OutputTab[];
export type ResultTab = (typeof RESULT_TABS)[number];

/** The record tabs and the run log: rows are only appended to them. Other output tabs are written anew. */
export const APPENDED_TABS = [...RECORD_TABS, 'runLog'] as const satisfies readonly OutputTab[];

/** Earlier versions moved the rows of ended years into this tab. It is no longer read. */
export const RETIRED_TAB = '보관';
