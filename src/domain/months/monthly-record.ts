/**
 * The frozen record of a month: the figures reported when it was closed. A record is never changed. Where its rows give other
 * figures today, somebody has edited the past, and a finding says so.
 */
import type { IsoDate } from '../date.ts';
import type { Finding } from '../finding.ts';
import { SEVERITIES, type Severity } from '../findings/severity.ts';
import type { Records } from '../records.ts';
import type { Report } from '../report.ts';
import type { StatusChange } from '../suggestions/status-history.ts';
import { type ImplementationStatus, totalRecord } from '../words.ts';
import {
  type Basis,
  type ClosedRows,
  eventFingerprintOf,
  eventsBetween,
  type MonthEvent,
} from './month-events.ts';
import { countedRowsAt, fingerprintOf, lastingFacts, type RowFact } from './row-facts.ts';
import { ROW_FIGURES, type RowFigure } from './row-figures.ts';

/** The figures of a month that are numbers, in the order in which they are shown. */
export const MONTHLY_FIGURES = [
  'heldMeetings',
  'finalTarget',
  'implementationPercent',
  'suggestions',
  'completed',
  'inProgress',
  'midLongTerm',
  'underReview',
  'planned',
  'notFeasible',
  'transferred',
  'noStatus',
  'unknownThen',
  'plannedWon',
  'executedWon',
  'executionPercent',
] as const;
/** A status stands for the suggestions that have it. */
export type MonthlyFigure = (typeof MONTHLY_FIGURES)[number];

/** The key figures of a date. null is not known: it stays blank, and is never zero. */
export interface MonthlyFigures {
  readonly numbers: Readonly<Record<MonthlyFigure, number | null>>;
  readonly chosenStatus: ImplementationStatus | null;
  readonly suggestedStatus: ImplementationStatus | null;
}

export interface MonthlyRecord extends ClosedRows {
  /** The last day of the month. */
  readonly asOf: IsoDate;
  /** Date and time in the spreadsheet's time zone: `2024-04-01 03:12:45`. */
  readonly writtenAt: string;
  /** True where the month had been missed and was closed later. */
  readonly late: boolean;
  readonly figures: MonthlyFigures;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** What is written when a month is closed. The events are written first: they count only once the record stands. */
export interface ClosedMonth {
  readonly record: MonthlyRecord;
  readonly events: readonly MonthEvent[];
}

export function monthlyFiguresOf({ meetings, suggestions, budget, status }: Report): MonthlyFigures {
  const all = suggestions?.all;
  return {
    numbers: {
      heldMeetings: meetings?.value.value ?? null,
      finalTarget: meetings?.target ?? null,
      implementationPercent: meetings?.rate.percent ?? null,
      suggestions: all?.total.value ?? null,
      completed: all?.statuses.completed.value ?? null,
      inProgress: all?.statuses.inProgress.value ?? null,
      midLongTerm: all?.statuses.midLongTerm.value ?? null,
      underReview: all?.statuses.underReview.value ?? null,
      planned: all?.statuses.planned.value ?? null,
      notFeasible: all?.statuses.notFeasible.value ?? null,
      transferred: all?.statuses.transferred.value ?? null,
      noStatus: all?.noStatus.value ?? null,
      unknownThen: all?.unknownThen.value ?? null,
      plannedWon: budget?.total.planned.value ?? null,
      executedWon: budget?.total.executed.value ?? null,
      executionPercent: budget?.total.rate.percent ?? null,
    },
    chosenStatus: status.chosen,
    suggestedStatus: status.suggested,
  };
}

/**
 * The record of a month, and the events that lead to its rows.
 * @param facts the rows that count as of the report's date.
 * @param basis the last closed month and its rows. null: there is none, or its rows are lost; the events then add every row.
 */
export function closedMonth(
  { month, writtenAt, late }: Pick<MonthlyRecord, 'month' | 'writtenAt' | 'late'>,
  report: Report,
  findings: readonly { readonly severity: Severity }[],
  facts: readonly RowFact[],
  basis: Basis | null,
): ClosedMonth {
  const events = eventsBetween(basis?.facts ?? [], facts, month);
  return {
    record: {
      month,
      asOf: report.clock.asOf,
      writtenAt,
      late,
      figures: monthlyFiguresOf(report),
      findings: totalRecord(
        SEVERITIES,
        (severity) => findings.filter((finding) => finding.severity === severity).length,
      ),
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
 * The same month without its rows, where these are too many to be kept. Its figures stay, but it cannot be compared row by
 * row, and the events of the next month add every row again.
 */
export function withoutRows({ record }: ClosedMonth): ClosedMonth {
  return {
    record: { ...record, basedOn: null, eventCount: 0, eventFingerprint: eventFingerprintOf([]) },
    events: [],
  };
}

/**
 * A finding for every frozen figure that the rows contradict today. One pass over the rows recomputes all months. Only sums
 * of dated rows are compared: a target or a plan may be changed by decision, which does not make a past month wrong. One
 * edit of the past moves every month after it, so neighbouring months with the same difference are one finding.
 */
export function changedPast(
  records: Records,
  history: readonly StatusChange[],
  monthlyRecords: readonly MonthlyRecord[],
  today: IsoDate,
): readonly Finding[] {
  if (monthlyRecords.length === 0) return [];
  const ascending = [...monthlyRecords].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
  const now = countedRowsAt(
    lastingFacts(records, history, today),
    ascending.map(({ asOf }) => asOf),
  );
  const compared = ROW_FIGURES.filter((figure) => isComputed(figure, records));
  return compared.flatMap((figure) => {
    const runs: { first: Difference; last: Difference }[] = [];
    ascending.forEach((record, index) => {
      const counted = now[index];
      if (counted === undefined) return;
      const difference = differenceOf(record, figure, valueNow(figure, counted.figures[figure]));
      const run = runs[runs.length - 1];
      if (run !== undefined && run.last.by === difference.by) run.last = difference;
      else runs.push({ first: difference, last: difference });
    });
    return runs
      .filter(({ first }) => first.by !== '')
      .map(
        ({ first, last }): Finding => ({
          problem: {
            code: 'past-month-changed',
            figure,
            month: first.month,
            lastMonth: last.month,
            frozen: first.frozen,
            now: first.now,
          },
          place: { tab: 'monthlyRecords', row: null, field: null },
        }),
      );
  });
}

interface Difference {
  readonly month: string;
  readonly frozen: number | null;
  readonly now: number | null;
  /** The difference as text; empty where there is none. */
  readonly by: string;
}

function differenceOf({ month, figures }: MonthlyRecord, figure: RowFigure, now: number | null): Difference {
  const frozen = figures.numbers[figure];
  // Where meetings can be computed they are a number. A frozen blank only means that the month could not compute them.
  const isSame = frozen === now || (figure === 'heldMeetings' && frozen === null);
  const by = isSame ? '' : String((now ?? 0) - (frozen ?? 0));
  return { month, frozen, now, by };
}

/** A log of meetings without rows is zero meetings; everything else without rows is unknown. */
function valueNow(figure: RowFigure, value: number | null): number | null {
  return figure === 'heldMeetings' ? (value ?? 0) : value;
}

/** Without its tabs a figure is not computed at all. Another finding says so; it is no edit of the past. */
function isComputed(figure: RowFigure, { meetings, targets, suggestions, budgetPlans, executions }: Records) {
  if (figure === 'heldMeetings') return meetings !== null && targets !== null;
  if (figure === 'executedWon') return executions !== null && budgetPlans !== null;
  return suggestions !== null;
}
