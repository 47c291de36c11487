/**
 * 월별기록: one row for each closed month and pledge, appended and never rewritten. Its seal shows whether a row
 * was changed later. The column 판 holds the version of the layout. Rows of the first layout have none, and
 * are read as they were written; a tab that has some keeps their columns and gets the new ones to the right.
 */
import type { Finding } from '../../../domain/finding.ts';
import {
  closedMonths,
  type MonthRow,
  ONE_PLEDGE,
  type PledgeKeyOf,
  type UndoneMonth,
} from '../../../domain/months/month-rows.ts';
import type { MonthlyRecord } from '../../../domain/months/monthly-record.ts';
import { type ImplementationStatus, totalRecord } from '../../../domain/words.ts';
import { implementationStatusName } from '../../names.ts';
import { withoutPersonalData } from '../../personal-data.ts';
import {
  COLUMNS_OF_ROWS,
  COLUMNS_OF_TOTALS,
  closingIn,
  FINDING_COLUMNS,
  IMPLEMENTATION_COLUMN,
  LATE,
  MONTH_COLUMNS,
  STATUS_COLUMNS,
  statusesIn,
  UNDONE,
  undoneIn,
} from './closing-cells.ts';
import { fingerprintText } from './fingerprint-text.ts';
import {
  FUNDING_SOURCES_CELL,
  INDICATORS_CELL,
  leftOutIn,
  STATUSES_CELL,
  textOfLeftOut,
} from './month-cells.ts';
import { FIRST_LAYOUT } from './monthly-layout-1.ts';
import { COUNT_COLUMN, damaged, type OwnCells } from './own-table.ts';
import { contentOf, type RecordRow, recordForm } from './record-form.ts';

const LIST_COLUMNS = {
  indicators: { heading: '지표', width: 260 },
  statuses: { heading: '처리상황', width: 260 },
  fundingSources: { heading: '재원', width: 260 },
};
const COLUMNS = {
  pledge: { heading: '공약번호', width: 80 },
  ...MONTH_COLUMNS,
  ...STATUS_COLUMNS,
  implementationPercent: IMPLEMENTATION_COLUMN,
  indicators: LIST_COLUMNS.indicators,
  suggestions: COLUMNS_OF_TOTALS.suggestions,
  statuses: LIST_COLUMNS.statuses,
  plannedWon: COLUMNS_OF_TOTALS.plannedWon,
  executedWon: COLUMNS_OF_TOTALS.executedWon,
  executionPercent: COLUMNS_OF_TOTALS.executionPercent,
  fundingSources: LIST_COLUMNS.fundingSources,
  ...FINDING_COLUMNS,
  leftOut: { heading: '빠진 행', width: 150 },
  ...COLUMNS_OF_ROWS,
  layout: { heading: '판', width: 40, format: COUNT_COLUMN },
};
type Key = keyof typeof COLUMNS;
type Row = Readonly<Record<Key, string | number>>;

const LAYOUT = 2;
const BLANK = '';
/** Sheets may give back only the day of a time of writing. */
const UNSEALED: readonly Key[] = ['writtenAt'];

export const MONTHLY_RECORDS = recordForm({
  tab: 'monthlyRecords',
  layout: {
    columns: COLUMNS,
    unsealed: UNSEALED,
    read: (cells): MonthRow | null => {
      const row = cells.text('late') === UNDONE ? undoneIn(cells, cells.text('pledge')) : closedIn(cells);
      if (row === null) return null;
      return sealOf(cells.text) === cells.text('seal') ? row : { kind: 'spoilt', month: row.month };
    },
    readableMonth: (cells) => cells.month('month'),
  },
  version: { column: COLUMNS.layout, text: String(LAYOUT) },
  earlier: FIRST_LAYOUT,
  cellsOf: (row: ClosedRow | UndoneMonth) => (row.kind === 'closed' ? rowOf(row.record) : undoneRowOf(row)),
});
export type ClosedRow = Extract<MonthRow, { readonly kind: 'closed' }>;

export function closedRow(record: MonthlyRecord): ClosedRow {
  return { kind: 'closed', month: record.month, record };
}

/**
 * The closed months. Rows that were altered, or that close a month twice, become findings and are not used.
 */
export function monthsIn(
  rows: readonly RecordRow<MonthRow>[],
  keyOf: PledgeKeyOf = ONE_PLEDGE,
): {
  readonly records: readonly MonthlyRecord[];
  /** All closed months; null where a row's month is unreadable or the headings are gone. */
  readonly months: readonly string[] | null;
  /** Months whose closing was undone, and that are not closed again. */
  readonly reopened: readonly string[];
  readonly findings: readonly Finding[];
} {
  const { records, months, reopened, doubled } = closedMonths(
    rows.map(({ value, readableMonth }): MonthRow => value ?? { kind: 'spoilt', month: readableMonth }),
    keyOf,
  );
  const findings = rows.flatMap(({ row, value }): readonly Finding[] => {
    if (value === null) return [];
    if (value.kind === 'spoilt') return [damaged('monthlyRecords', row, 'altered', 1, value.month)];
    return doubled.includes(value) ? [damaged('monthlyRecords', row, 'doubled', 1, value.month)] : [];
  });
  return { records, months, reopened, findings };
}

function rowOf(record: MonthlyRecord): Row {
  const { figures, findings } = record;
  return sealed({
    pledge: withoutPersonalData(record.pledge ?? BLANK),
    month: record.month,
    asOf: record.asOf,
    writtenAt: record.writtenAt,
    late: record.late ? LATE : BLANK,
    chosenStatus: statusText(figures.chosenStatus),
    suggestedStatus: statusText(figures.suggestedStatus),
    implementationPercent: figures.implementationPercent ?? BLANK,
    indicators: INDICATORS_CELL.textOf(figures.indicators ?? []),
    suggestions: figures.suggestions ?? BLANK,
    statuses: STATUSES_CELL.textOf(figures.statuses ?? []),
    plannedWon: figures.plannedWon ?? BLANK,
    executedWon: figures.executedWon ?? BLANK,
    executionPercent: figures.executionPercent ?? BLANK,
    fundingSources: FUNDING_SOURCES_CELL.textOf(figures.fundingSources ?? []),
    ...findings,
    leftOut: textOfLeftOut(record.leftOut ?? []),
    rowCount: record.rowCount,
    fingerprint: fingerprintText(record.fingerprint),
    basedOn: record.basedOn ?? BLANK,
    eventCount: record.eventCount,
    eventFingerprint: fingerprintText(record.eventFingerprint),
    layout: LAYOUT,
  });
}

/** A row that undoes the closing of a month and holds no figures. */
function undoneRowOf({ pledge, month, asOf, writtenAt }: UndoneMonth): Row {
  const blank = totalRecord(Object.keys(COLUMNS) as Key[], () => BLANK);
  return sealed({
    ...blank,
    pledge: withoutPersonalData(pledge ?? BLANK),
    month,
    asOf,
    writtenAt,
    late: UNDONE,
    layout: LAYOUT,
  });
}

function sealed(cells: Omit<Row, 'seal'>): Row {
  const row = { ...cells, seal: BLANK };
  return { ...row, seal: sealOf((key) => row[key]) };
}

/** The seal that a row must have: a fingerprint of its cells without the unsealed ones and the seal. */
function sealOf(cellText: (key: Key) => string | number): string {
  return fingerprintText(contentOf({ columns: COLUMNS, unsealed: [...UNSEALED, 'seal'] }, cellText));
}

function closedIn(cells: OwnCells<Key>): ClosedRow | null {
  const closing = closingIn(cells);
  const indicators = INDICATORS_CELL.read(cells.text('indicators'));
  const statuses = STATUSES_CELL.read(cells.text('statuses'));
  const fundingSources = FUNDING_SOURCES_CELL.read(cells.text('fundingSources'));
  const leftOut = leftOutIn(cells.text('leftOut'));
  if (closing === null || leftOut === undefined) return null;
  if (indicators === undefined || statuses === undefined || fundingSources === undefined) return null;
  return closedRow({
    ...closing,
    pledge: cells.text('pledge') === BLANK ? null : cells.text('pledge'),
    figures: {
      implementationPercent: cells.number('implementationPercent'),
      indicators,
      suggestions: cells.number('suggestions'),
      statuses,
      plannedWon: cells.number('plannedWon'),
      executedWon: cells.number('executedWon'),
      executionPercent: cells.number('executionPercent'),
      fundingSources,
      ...statusesIn(cells),
    },
    leftOut,
  });
}

function statusText(status: ImplementationStatus | null): string {
  return status === null ? BLANK : implementationStatusName(status);
}
