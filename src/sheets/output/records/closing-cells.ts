/** Columns of 월별기록 that every layout has: the month, its statuses, its findings, and the rows behind it. */
import { lastDayOfMonth } from '../../../domain/date.ts';
import { SEVERITIES, type Severity } from '../../../domain/findings/severity.ts';
import type { UndoneMonth } from '../../../domain/months/month-rows.ts';
import type { MonthlyRecord } from '../../../domain/months/monthly-record.ts';
import { type ImplementationStatus, totalRecord } from '../../../domain/words.ts';
import { severityName } from '../../messages.ts';
import { recordedImplementationStatus } from '../../recorded-names.ts';
import { fingerprintIn } from './fingerprint-text.ts';
import { COUNT_COLUMN, type OwnCells, type OwnColumn, PERCENT_COLUMN } from './own-table.ts';

export const MONTH_COLUMNS = {
  month: { heading: '월', width: 80 },
  asOf: { heading: '기준일', width: 100 },
  writtenAt: { heading: '적은 때', width: 130 },
  late: { heading: '구분', width: 90 },
};
export const IMPLEMENTATION_COLUMN: OwnColumn = { heading: '이행률(%)', width: 80, format: PERCENT_COLUMN };
export const COLUMNS_OF_TOTALS = {
  suggestions: { heading: '건의 합계', width: 80, format: COUNT_COLUMN },
  plannedWon: { heading: '예산 계획액(원)', width: 120, format: COUNT_COLUMN },
  executedWon: { heading: '예산 집행액(원)', width: 120, format: COUNT_COLUMN },
  executionPercent: { heading: '예산 집행률(%)', width: 110, format: PERCENT_COLUMN },
};
export const STATUS_COLUMNS = {
  chosenStatus: { heading: '이행구분(선택)', width: 110 },
  suggestedStatus: { heading: '이행구분(제안)', width: 110 },
};
export const FINDING_COLUMNS: Readonly<Record<Severity, OwnColumn>> = totalRecord(SEVERITIES, (severity) => ({
  heading: severityName(severity),
  width: 60,
  format: COUNT_COLUMN,
}));
export const COLUMNS_OF_ROWS = {
  rowCount: { heading: '집계한 행', width: 80, format: COUNT_COLUMN },
  fingerprint: { heading: '행 지문', width: 150 },
  basedOn: { heading: '내역의 앞 달', width: 90 },
  eventCount: { heading: '내역 행', width: 80, format: COUNT_COLUMN },
  eventFingerprint: { heading: '내역 지문', width: 150 },
  seal: { heading: '이 행의 지문', width: 150 },
};

export const LATE = '나중에 적음';
export const UNDONE = '마감 취소';
const BLANK = '';
const LATE_OF_NAME: ReadonlyMap<string, true> = new Map([[LATE, true]]);

type ClosingKey =
  | keyof typeof MONTH_COLUMNS
  | keyof typeof FINDING_COLUMNS
  | Exclude<keyof typeof COLUMNS_OF_ROWS, 'seal'>;

/** Reads the cells that every closed month has; null where one of them cannot be read. */
export function closingIn(
  cells: OwnCells<ClosingKey>,
): Omit<MonthlyRecord, 'pledge' | 'figures' | 'leftOut'> | null {
  const month = cells.month('month');
  const asOf = cells.day('asOf');
  const rowCount = cells.number('rowCount');
  const eventCount = cells.number('eventCount');
  const fingerprint = fingerprintIn(cells.text('fingerprint'));
  const eventFingerprint = fingerprintIn(cells.text('eventFingerprint'));
  const late = cells.choice('late', LATE_OF_NAME) ?? false;
  const basedOn = cells.month('basedOn');
  if (month === null || asOf === null || lastDayOfMonth(month) !== asOf) return null;
  if (rowCount === null || eventCount === null) return null;
  if (fingerprint === null || eventFingerprint === null) return null;
  return {
    month,
    asOf,
    writtenAt: cells.text('writtenAt'),
    late,
    findings: totalRecord(SEVERITIES, (severity) => cells.number(severity) ?? 0),
    rowCount,
    fingerprint,
    basedOn,
    eventCount,
    eventFingerprint,
  };
}

export function statusesIn(cells: OwnCells<keyof typeof STATUS_COLUMNS>): {
  readonly chosenStatus: ImplementationStatus | null;
  readonly suggestedStatus: ImplementationStatus | null;
} {
  return {
    chosenStatus: recordedImplementationStatus(cells.text('chosenStatus')),
    suggestedStatus: recordedImplementationStatus(cells.text('suggestedStatus')),
  };
}

/** Reads a row that undoes a closing; null where its month cannot be read. */
export function undoneIn(
  cells: OwnCells<'month' | 'asOf' | 'writtenAt'>,
  pledge = BLANK,
): UndoneMonth | null {
  const month = cells.month('month');
  const asOf = cells.day('asOf');
  if (month === null || asOf === null || lastDayOfMonth(month) !== asOf) return null;
  return {
    kind: 'undone',
    pledge: pledge === BLANK ? null : pledge,
    month,
    asOf,
    writtenAt: cells.text('writtenAt'),
  };
}
