/**
 * The first layout of 월별기록, with a column for each handling status. It is no longer written, but its rows are
 * still read and their seals checked.
 */
import { SEVERITIES } from '../../../domain/findings/severity.ts';
import { fingerprint } from '../../../domain/fingerprint.ts';
import type { MonthRow, UndoneMonth } from '../../../domain/months/month-rows.ts';
import type { MonthlyRecord } from '../../../domain/months/monthly-record.ts';
import { totalRecord } from '../../../domain/words.ts';
import { implementationStatusName } from '../../names.ts';
import { RECORDED_STATUSES } from '../../recorded-names.ts';
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
import { COUNT_COLUMN, type OwnCells } from './own-table.ts';
import { rowLayout } from './record-form.ts';

/** The statuses that had a column, in that order. */
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

const BLANK = '';

export const FIRST_LAYOUT = rowLayout({
  columns: COLUMNS,
  // Sheets may turn a time into a date and give back only the day.
  unsealed: ['writtenAt'],
  read: (cells): MonthRow | null => {
    if (cells.text('late') === UNDONE) {
      const row = undoneIn(cells);
      return row === null ? null : unlessSpoilt(row, sealedUndone(row), cells);
    }
    const found = closedIn(cells);
    return found === null ? null : unlessSpoilt(found.row, found.sealed, cells);
  },
  readableMonth: (cells) => cells.month('month'),
});

function unlessSpoilt(row: MonthRow, sealed: Sealed, cells: OwnCells<Key>): MonthRow {
  // The time of writing is not sealed.
  const seal = fingerprintText(fingerprint(JSON.stringify({ ...sealed, writtenAt: BLANK })));
  return seal === cells.text('seal') ? row : { kind: 'spoilt', month: row.month };
}

/** The cells as they were sealed. Their order matters. */
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
  const closing = closingIn(cells);
  if (closing === null) return null;
  const { month, asOf, late, rowCount, eventCount, basedOn, findings } = closing;
  const { chosenStatus, suggestedStatus } = statusesIn(cells);
  const numbers = totalRecord(FIGURES, (figure) => cells.number(figure));
  const record: MonthlyRecord = {
    ...closing,
    pledge: null,
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
      fundingSources: null,
      chosenStatus,
      suggestedStatus,
    },
    leftOut: null,
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
      fingerprint: fingerprintText(closing.fingerprint),
      basedOn: basedOn ?? BLANK,
      eventCount,
      eventFingerprint: fingerprintText(closing.eventFingerprint),
    },
  };
}
