/** 월별기록: one row a closed month, appended and never rewritten. A row that was changed since is told from one that was not. */
import { lastDayOfMonth } from '../../../domain/date.ts';
import type { Finding, Severity } from '../../../domain/finding.ts';
import { SEVERITIES } from '../../../domain/finding.ts';
import { fingerprint } from '../../../domain/fingerprint.ts';
import {
  MONTHLY_FIGURES,
  type MonthlyFigure,
  type MonthlyRecord,
} from '../../../domain/months/monthly-record.ts';
import { IMPLEMENTATION_STATUSES, type ImplementationStatus, totalRecord } from '../../../domain/words.ts';
import { severityName } from '../../messages.ts';
import { implementationStatusName, statusThenName } from '../../names.ts';
import type { RawTab } from '../../raw.ts';
import {
  type AppendedTable,
  appendedTable,
  COUNT_COLUMN,
  damaged,
  type OwnCells,
  type OwnColumn,
  ownRows,
  PERCENT_COLUMN,
} from './own-table.ts';

const FIGURE_COLUMNS: Readonly<Record<MonthlyFigure, OwnColumn>> = {
  heldMeetings: { heading: '누적 소통', width: 80, format: COUNT_COLUMN },
  finalTarget: { heading: '최종목표', width: 80, format: COUNT_COLUMN },
  implementationPercent: { heading: '이행률(%)', width: 80, format: PERCENT_COLUMN },
  suggestions: { heading: '건의 합계', width: 80, format: COUNT_COLUMN },
  completed: statusColumn('completed'),
  inProgress: statusColumn('inProgress'),
  midLongTerm: statusColumn('midLongTerm'),
  underReview: statusColumn('underReview'),
  planned: statusColumn('planned'),
  notFeasible: statusColumn('notFeasible'),
  transferred: statusColumn('transferred'),
  noStatus: statusColumn('noStatus'),
  unknownThen: { heading: '기준일 당시 미상', width: 120, format: COUNT_COLUMN },
  plannedWon: { heading: '예산 계획액(원)', width: 120, format: COUNT_COLUMN },
  executedWon: { heading: '예산 집행액(원)', width: 120, format: COUNT_COLUMN },
  executionPercent: { heading: '예산 집행률(%)', width: 110, format: PERCENT_COLUMN },
};
const FINDING_COLUMNS: Readonly<Record<Severity, OwnColumn>> = totalRecord(SEVERITIES, (severity) => ({
  heading: severityName(severity),
  width: 60,
  format: COUNT_COLUMN,
}));
const COLUMNS = {
  month: { heading: '월', width: 80 },
  asOf: { heading: '기준일', width: 100 },
  writtenAt: { heading: '적은 때', width: 150 },
  late: { heading: '구분', width: 90 },
  ...FIGURE_COLUMNS,
  chosenStatus: { heading: '이행구분(선택)', width: 110 },
  suggestedStatus: { heading: '이행구분(제안)', width: 110 },
  ...FINDING_COLUMNS,
  rowCount: { heading: '집계한 행', width: 80, format: COUNT_COLUMN },
  fingerprint: { heading: '행 지문', width: 150 },
  basedOn: { heading: '내역의 앞 달', width: 90 },
  eventCount: { heading: '내역 행', width: 80, format: COUNT_COLUMN },
  eventFingerprint: { heading: '내역 지문', width: 150 },
  seal: { heading: '이 행의 지문', width: 150 },
};
type Key = keyof typeof COLUMNS;
type Row = Readonly<Record<Key, string | number>>;

const LATE = '나중에 적음';
const BLANK = '';
/** A fingerprint of digits alone would be taken for a number. */
const FINGERPRINT = /^#([0-9a-f]{16})$/;

const STATUS_OF_NAME: ReadonlyMap<string, ImplementationStatus> = new Map(
  IMPLEMENTATION_STATUSES.map((status) => [implementationStatusName(status), status]),
);
const LATE_OF_NAME: ReadonlyMap<string, true> = new Map([[LATE, true]]);

export function monthlyRecordsTable(records: readonly MonthlyRecord[]): AppendedTable {
  return appendedTable(COLUMNS, records.map(rowOf));
}

/**
 * The months that have a row, in whatever state it is: a month whose row was changed or can no longer be read is closed all the same.
 * null where a row does not even say which month it is of, or the headings are gone.
 */
export function monthsClosedIn(raw: RawTab): readonly string[] | null {
  const { values, findings } = ownRows('monthlyRecords', raw, COLUMNS, (cells) => cells.month('month'));
  return findings.length > 0 ? null : values.map(({ value }) => value);
}

/** The closed months as they stand in their tab. What was changed, cannot be read, or stands there twice is told, and not used. */
export function monthlyRecordsIn(raw: RawTab): {
  readonly records: readonly MonthlyRecord[];
  readonly findings: readonly Finding[];
} {
  const { values, findings } = ownRows('monthlyRecords', raw, COLUMNS, sealedRecord);
  const records = new Map<string, MonthlyRecord>();
  const problems: Finding[] = [...findings];
  for (const { row, value } of values) {
    const { record, seal } = value;
    if (rowOf(record).seal !== seal)
      problems.push(damaged('monthlyRecords', row, 'altered', 1, record.month));
    else if (records.has(record.month)) {
      problems.push(damaged('monthlyRecords', row, 'doubled', 1, record.month));
    } else records.set(record.month, record);
  }
  return { records: [...records.values()], findings: problems };
}

function rowOf(record: MonthlyRecord): Row {
  const { figures, findings } = record;
  const unsealed = {
    month: record.month,
    asOf: record.asOf,
    writtenAt: record.writtenAt,
    late: record.late ? LATE : BLANK,
    ...totalRecord(MONTHLY_FIGURES, (figure) => figures.numbers[figure] ?? BLANK),
    chosenStatus: statusText(figures.chosenStatus),
    suggestedStatus: statusText(figures.suggestedStatus),
    ...findings,
    rowCount: record.rowCount,
    fingerprint: `#${record.fingerprint}`,
    basedOn: record.basedOn ?? BLANK,
    eventCount: record.eventCount,
    eventFingerprint: `#${record.eventFingerprint}`,
  };
  // When it was written is no part of the seal: a time that Sheets takes for a date is given back as its day alone.
  return { ...unsealed, seal: `#${fingerprint(JSON.stringify({ ...unsealed, writtenAt: BLANK }))}` };
}

function sealedRecord(
  cells: OwnCells<Key>,
): { readonly record: MonthlyRecord; readonly seal: string } | null {
  const month = cells.month('month');
  const asOf = cells.day('asOf');
  const rowCount = cells.number('rowCount');
  const eventCount = cells.number('eventCount');
  const rowsPrint = FINGERPRINT.exec(cells.text('fingerprint'))?.[1];
  const eventsPrint = FINGERPRINT.exec(cells.text('eventFingerprint'))?.[1];
  const late = cells.choice('late', LATE_OF_NAME) ?? false;
  if (month === null || asOf === null || lastDayOfMonth(month) !== asOf) return null;
  if (rowCount === null || eventCount === null || rowsPrint === undefined || eventsPrint === undefined)
    return null;
  return {
    record: {
      month,
      asOf,
      writtenAt: cells.text('writtenAt'),
      late,
      figures: {
        numbers: totalRecord(MONTHLY_FIGURES, (figure) => cells.number(figure)),
        chosenStatus: cells.choice('chosenStatus', STATUS_OF_NAME),
        suggestedStatus: cells.choice('suggestedStatus', STATUS_OF_NAME),
      },
      findings: totalRecord(SEVERITIES, (severity) => cells.number(severity) ?? 0),
      rowCount,
      fingerprint: rowsPrint,
      basedOn: cells.month('basedOn'),
      eventCount,
      eventFingerprint: eventsPrint,
    },
    seal: cells.text('seal'),
  };
}

function statusText(status: ImplementationStatus | null): string {
  return status === null ? BLANK : implementationStatusName(status);
}

function statusColumn(status: Parameters<typeof statusThenName>[0]): OwnColumn {
  return { heading: statusThenName(status), width: 80, format: COUNT_COLUMN };
}
