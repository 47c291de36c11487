/** The frozen record of a month: the figures reported when it was closed. A record is never changed. */
import type { IsoDate } from '../date.ts';
import { SEVERITIES, type Severity } from '../findings/severity.ts';
import type { Report } from '../report.ts';
import type { RowAccounts } from '../row-account.ts';
import { INPUT_TABS, type InputTab } from '../tabs.ts';
import { totalRecord } from '../words.ts';
import {
  type Basis,
  type ClosedRows,
  eventFingerprintOf,
  eventsBetween,
  type MonthEvent,
} from './month-events.ts';
import { type MonthlyFigures, monthlyFiguresOf } from './monthly-figures.ts';
import { fingerprintOf, type RowFact } from './row-facts.ts';

/** Number of rows of a tab that are in no figure. */
export interface LeftOut {
  readonly tab: InputTab;
  readonly rows: number;
}

export interface MonthlyRecord extends ClosedRows {
  /** The pledge's number at the time; null: it had none. */
  readonly pledge: string | null;
  /** The last day of the month. */
  readonly asOf: IsoDate;
  /** Date and time in the spreadsheet's time zone: `2024-04-01 03:12:45`. */
  readonly writtenAt: string;
  /** True where the month had been missed and was closed later. */
  readonly late: boolean;
  readonly figures: MonthlyFigures;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Rows in no figure; null: the record has an earlier layout, which did not say. */
  readonly leftOut: readonly LeftOut[] | null;
}

/**
 * What is written when a month is closed. The events are written first and count only
 * once the record is written.
 */
export interface ClosedMonth {
  readonly record: MonthlyRecord;
  readonly events: readonly MonthEvent[];
}

interface AboutClosing extends Pick<MonthlyRecord, 'month' | 'writtenAt' | 'late'> {
  /** The pledge that the events of the month name; null in a book of one pledge. */
  readonly eventPledge?: string | null;
}

/** The results for the as-of date of a month that is being closed. */
export interface ClosedState {
  readonly report: Report;
  readonly findings: readonly { readonly severity: Severity }[];
  readonly accounts: RowAccounts;
}

/**
 * The record of a month, and the events that lead to its rows.
 * @param facts the rows that count as of the report's date.
 * @param basis the last closed month and its rows. null: there is none, or its rows are lost, so
 * the events add every row.
 */
export function closedMonth(
  { month, writtenAt, late, eventPledge = null }: AboutClosing,
  { report, findings, accounts }: ClosedState,
  facts: readonly RowFact[],
  basis: Basis | null,
): ClosedMonth {
  const events = eventsBetween(basis?.facts ?? [], facts, month, eventPledge);
  return {
    record: {
      pledge: report.pledge.number,
      month,
      asOf: report.clock.asOf,
      writtenAt,
      late,
      figures: monthlyFiguresOf(report),
      findings: totalRecord(
        SEVERITIES,
        (severity) => findings.filter((finding) => finding.severity === severity).length,
      ),
      leftOut: INPUT_TABS.flatMap((tab): readonly LeftOut[] => {
        const rows = accounts[tab]?.excluded ?? 0;
        return rows === 0 ? [] : [{ tab, rows }];
      }),
      basedOn: basis?.month ?? null,
      rowCount: facts.length,
      fingerprint: fingerprintOf(facts),
      eventCount: events.length,
      eventFingerprint: eventFingerprintOf(events),
    },
    events,
  };
}

/**
 * The same month without its rows, where there are too many to keep. Its figures stay, but it cannot be
 * compared row by row, and the events of the next month add every row again.
 */
export function withoutRows({ record }: ClosedMonth): ClosedMonth {
  return {
    record: { ...record, basedOn: null, eventCount: 0, eventFingerprint: eventFingerprintOf([]) },
    events: [],
  };
}
