/** 월별기록: one row a closed month, appended and never rewritten. A row that was changed since is told from one that was not. */
import { lastDayOfMonth } from '../../../domain/date.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { Severity } from '../../../domain/findings/severity.ts';
import { SEVERITIES } from '../../../domain/findings/severity.ts';
import { fingerprint } from '../../../domain/fingerprint.ts';
import { type MonthRow, standingMonths, type UndoneMonth } from '../../../domain/months/month-rows.ts';
import {
  MONTHLY_FIGURES,
  type MonthlyFigure,
  type MonthlyRecord,
} from '../../../domain/months/monthly-record.ts';
import {
  IMPLEMENTATION_STATUSES,
  type ImplementationStatus,
  ownWord,
  totalRecord,
} from '../../../domain/words.ts';
import { severityName } from '../../messages.ts';
import { implementationStatusName, statusThenName } from '../../names.ts';
import { COUNT_COLUMN, damaged, type OwnCells, type OwnColumn, PERCENT_COLUMN } from './own-table.ts';
import { type RecordRow, recordForm } from './record-form.ts';

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
const UNDONE = '마감 취소';
const BLANK = '';
/** A fingerprint of digits alone would be taken for a number. */
const FINGERPRINT = /^#([0-9a-f]{16})$/;

const STATUS_OF_NAME: ReadonlyMap<string, ImplementationStatus> = new Map(
  IMPLEMENTATION_STATUSES.map((status) => [implementationStatusName(status), status]),
);
const LATE_OF_NAME: ReadonlyMap<string, true> = new Map([[LATE, true]]);

export const MONTHLY_RECORDS = recordForm({
  tab: 'monthlyRecords',
  columns: COLUMNS,
  // A time that Sheets takes for a date is given back as its day alone.
  unsealed: ['writtenAt'],
  cellsOf: (row: ClosedRow | UndoneMonth) => (row.kind === 'closed' ? rowOf(row.record) : undoneRowOf(row)),
  read: (cells): MonthRow | null => {
    const row = cells.text('late') === UNDONE ? undoneIn(cells) : closedIn(cells);
    if (row === null) return null;
    const { seal } = row.kind === 'closed' ? rowOf(row.record) : undoneRowOf(row);
    return seal === cells.text('seal') ? row : { kind: 'spoilt', month: row.month };
  },
  remnant: (cells) => cells.month('month'),
});
export type ClosedRow = Extract<MonthRow, { readonly kind: 'closed' }>;

export function closedRow(record: MonthlyRecord): ClosedRow {
  return { kind: 'closed', month: record.month, record };
}

/** The closed months as their rows stand. What was changed or stands there twice is told, and not used. */
export function monthsIn(rows: readonly RecordRow<MonthRow>[]): {
  readonly records: readonly MonthlyRecord[];
  /** All months that are closed; null where a row does not say which month it is of, or the headings are gone. */
  readonly months: readonly string[] | null;
  readonly findings: readonly Finding[];
} {
  const { records, months, doubled } = standingMonths(
    rows.map(({ value, remnant }): MonthRow => value ?? { kind: 'spoilt', month: remnant }),
  );
  const findings = rows.flatMap(({ row, value }): readonly Finding[] => {
    if (value === null) return [];
    if (value.kind === 'spoilt') return [damaged('monthlyRecords', row, 'altered', 1, value.month)];
    return doubled.includes(value) ? [damaged('monthlyRecords', row, 'doubled', 1, value.month)] : [];
  });
  return { records, months, findings };
}

function rowOf(record: MonthlyRecord): Row {
  const { figures, findings } = record;
  return sealed({
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
  });
}

/** A row that takes the closing of a month back, and holds no figure. */
function undoneRowOf({ month, asOf, writtenAt }: UndoneMonth): Row {
  return sealed({
    month,
    asOf,
    writtenAt,
    late: UNDONE,
    ...totalRecord(MONTHLY_FIGURES, () => BLANK),
    chosenStatus: BLANK,
    suggestedStatus: BLANK,
    ...totalRecord(SEVERITIES, () => BLANK),
    rowCount: BLANK,
    fingerprint: BLANK,
    basedOn: BLANK,
    eventCount: BLANK,
    eventFingerprint: BLANK,
  });
}

/** When it was written is no part of the seal: a time that Sheets takes for a date is given back as its day alone. */
function sealed(cells: Omit<Row, 'seal'>): Row {
  return { ...cells, seal: `#${fingerprint(JSON.stringify({ ...cells, writtenAt: BLANK }))}` };
}

function undoneIn(cells: OwnCells<Key>): UndoneMonth | null {
  const month = cells.month('month');
  const asOf = cells.day('asOf');
  if (month === null || asOf === null || lastDayOfMonth(month) !== asOf) return null;
  return { kind: 'undone', month, asOf, writtenAt: cells.text('writtenAt') };
}

function closedIn(cells: OwnCells<Key>): ClosedRow | null {
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
  return closedRow({
    month,
    asOf,
    writtenAt: cells.text('writtenAt'),
    late,
    figures: {
      numbers: totalRecord(MONTHLY_FIGURES, (figure) => cells.number(figure)),
      chosenStatus: classIn(cells.text('chosenStatus')),
      suggestedStatus: classIn(cells.text('suggestedStatus')),
    },
    findings: totalRecord(SEVERITIES, (severity) => cells.number(severity) ?? 0),
    rowCount,
    fingerprint: rowsPrint,
    basedOn: cells.month('basedOn'),
    eventCount,
    eventFingerprint: eventsPrint,
  });
}

/** A class that is not built in is one of the office's own. */
function classIn(text: string): ImplementationStatus | null {
  return text === BLANK ? null : (STATUS_OF_NAME.get(text) ?? ownWord(text));
}

function statusText(status: ImplementationStatus | null): string {
  return status === null ? BLANK : implementationStatusName(status);
}

function statusColumn(status: Parameters<typeof statusThenName>[0]): OwnColumn {
  return { heading: statusThenName(status), width: 80, format: COUNT_COLUMN };
}
