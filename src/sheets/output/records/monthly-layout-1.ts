/** The first layout of 월별기록: a column for each status of suggestions. Nothing is written in it any more; what was is read and sealed as ever. */
import { lastDayOfMonth } from '../../../domain/date.ts';
import { SEVERITIES, type Severity } from '../../../domain/findings/severity.ts';
import { fingerprint } from '../../../domain/fingerprint.ts';
import type { MonthRow, UndoneMonth } from '../../../domain/months/month-rows.ts';
import type { MonthlyRecord } from '../../../domain/months/monthly-record.ts';
import { totalRecord } from '../../../domain/words.ts';
import { severityName } from '../../messages.ts';
import { implementationStatusName } from '../../names.ts';
import { RECORDED_STATUSES, recordedClass } from '../../recorded-names.ts';
import { COUNT_COLUMN, type OwnCells, type OwnColumn, PERCENT_COLUMN } from './own-table.ts';
import { rowLayout } from './record-form.ts';

export const MONTH_COLUMNS = {
  month: { heading: '월', width: 80 },
  asOf: { heading: '기준일', width: 100 },
  writtenAt: { heading: '적은 때', width: 150 },
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

/** The statuses that had a column, in the order of these. */
const STATUSES = [
  'completed',
  'inProgress',
  'midLongTerm',
  'underReview',
  'planned',
  'notFeasible',
  'transferred',
  'noStatus',
  'unknownThen',
] as const;
const FIGURES = [
  'heldMeetings',
  'finalTarget',
  'implementationPercent',
  'suggestions',
  ...STATUSES,
  'plannedWon',
  'executedWon',
  'executionPercent',
] as const;
const COLUMNS = {
  ...MONTH_COLUMNS,
  heldMeetings: { heading: '누적 소통', width: 80, format: COUNT_COLUMN },
  finalTarget: { heading: '최종목표', width: 80, format: COUNT_COLUMN },
  implementationPercent: IMPLEMENTATION_COLUMN,
  suggestions: COLUMNS_OF_TOTALS.suggestions,
  ...totalRecord(STATUSES, (status) => ({
    heading: RECORDED_STATUSES.nameOf(status),
    width: 80,
    format: COUNT_COLUMN,
  })),
  plannedWon: COLUMNS_OF_TOTALS.plannedWon,
  executedWon: COLUMNS_OF_TOTALS.executedWon,
  executionPercent: COLUMNS_OF_TOTALS.executionPercent,
  ...STATUS_COLUMNS,
  ...FINDING_COLUMNS,
  ...COLUMNS_OF_ROWS,
};
type Key = keyof typeof COLUMNS;
type Sealed = Readonly<Record<Exclude<Key, 'seal'>, string | number>>;

export const LATE = '나중에 적음';
export const UNDONE = '마감 취소';
const BLANK = '';
/** A fingerprint of digits alone would be taken for a number. */
const FINGERPRINT = /^#([0-9a-f]{16})$/;

export const LATE_OF_NAME: ReadonlyMap<string, true> = new Map([[LATE, true]]);

export const FIRST_LAYOUT = rowLayout({
  columns: COLUMNS,
  // A time that Sheets takes for a date is given back as its day alone.
  unsealed: ['writtenAt'],
  read: (cells): MonthRow | null => {
    if (cells.text('late') === UNDONE) {
      const row = undoneIn(cells);
      return row === null ? null : unlessSpoilt(row, sealedUndone(row), cells);
    }
    const found = closedIn(cells);
    return found === null ? null : unlessSpoilt(found.row, found.sealed, cells);
  },
  remnant: (cells) => cells.month('month'),
});

function unlessSpoilt(row: MonthRow, sealed: Sealed, cells: OwnCells<Key>): MonthRow {
  // When it was written is no part of the seal.
  const seal = `#${fingerprint(JSON.stringify({ ...sealed, writtenAt: BLANK }))}`;
  return seal === cells.text('seal') ? row : { kind: 'spoilt', month: row.month };
}

/** Of this layout or a later one. */
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

/** The cells of the row as they were sealed: their order counts. */
function sealedUndone({ month, asOf, writtenAt }: UndoneMonth): Sealed {
  return {
    month,
    asOf,
    writtenAt,
    late: UNDONE,
    ...totalRecord(FIGURES, () => BLANK),
    chosenStatus: BLANK,
    suggestedStatus: BLANK,
    ...totalRecord(SEVERITIES, () => BLANK),
    rowCount: BLANK,
    fingerprint: BLANK,
    basedOn: BLANK,
    eventCount: BLANK,
    eventFingerprint: BLANK,
  };
}

function closedIn(
  cells: OwnCells<Key>,
): { readonly row: Extract<MonthRow, { kind: 'closed' }>; readonly sealed: Sealed } | null {
  const month = cells.month('month');
  const asOf = cells.day('asOf');
  const rowCount = cells.number('rowCount');
  const eventCount = cells.number('eventCount');
  const rowsPrint = FINGERPRINT.exec(cells.text('fingerprint'))?.[1];
  const eventsPrint = FINGERPRINT.exec(cells.text('eventFingerprint'))?.[1];
  const late = cells.choice('late', LATE_OF_NAME) ?? false;
  const chosenStatus = recordedClass(cells.text('chosenStatus'));
  const suggestedStatus = recordedClass(cells.text('suggestedStatus'));
  const basedOn = cells.month('basedOn');
  if (month === null || asOf === null || lastDayOfMonth(month) !== asOf) return null;
  if (rowCount === null || eventCount === null || rowsPrint === undefined || eventsPrint === undefined)
    return null;
  const numbers = totalRecord(FIGURES, (figure) => cells.number(figure));
  const findings = totalRecord(SEVERITIES, (severity) => cells.number(severity) ?? 0);
  const record: MonthlyRecord = {
    pledge: null,
    month,
    asOf,
    writtenAt: cells.text('writtenAt'),
    late,
    figures: {
      implementationPercent: numbers.implementationPercent,
      indicators: [
        {
          kind: 'meetings',
          name: null,
          unit: null,
          baseline: null,
          value: numbers.heldMeetings,
          approximate: false,
          target: numbers.finalTarget,
          ratePercent: numbers.implementationPercent,
        },
      ],
      suggestions: numbers.suggestions,
      statuses: STATUSES.flatMap((name) => {
        const count = numbers[name];
        return count === null ? [] : [{ name, count, approximate: false }];
      }),
      plannedWon: numbers.plannedWon,
      executedWon: numbers.executedWon,
      executionPercent: numbers.executionPercent,
      funds: null,
      chosenStatus,
      suggestedStatus,
    },
    findings,
    leftOut: null,
    rowCount,
    fingerprint: rowsPrint,
    basedOn,
    eventCount,
    eventFingerprint: eventsPrint,
  };
  return {
    row: { kind: 'closed', month, record },
    sealed: {
      month,
      asOf,
      writtenAt: BLANK,
      late: late ? LATE : BLANK,
      ...totalRecord(FIGURES, (figure) => numbers[figure] ?? BLANK),
      chosenStatus: chosenStatus === null ? BLANK : implementationStatusName(chosenStatus),
      suggestedStatus: suggestedStatus === null ? BLANK : implementationStatusName(suggestedStatus),
      ...findings,
      rowCount,
      fingerprint: `#${rowsPrint}`,
      basedOn: basedOn ?? BLANK,
      eventCount,
      eventFingerprint: `#${eventsPrint}`,
    },
  };
}
