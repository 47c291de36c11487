/** What moved in an office between two closed months, or between one and now: its figures and its pledges. */

import { lastDayOfMonth } from '../../domain/date.ts';
import { statusInForce } from '../../domain/implementation-status.ts';
import type { MonthlyRecord } from '../../domain/months/monthly-record.ts';
import type { RatePrecision } from '../../domain/rate.ts';
import type { ImplementationStatus, OfficeLists } from '../../domain/words.ts';
import { officeStatusName } from '../../sheets/names.ts';
import {
  type OfficeSides,
  officeFigureLines,
  type PledgeFiguresThen,
} from '../../sheets/output/results/office-figures.ts';
import { officeMoveLines } from '../../sheets/output/results/office-moves.ts';
import type { Book } from '../compute/compute-book.ts';

/** Sentences about the figures of the office, then about the pledges whose rate or status changed. */
export function movesOfOffice(
  sides: OfficeSides,
  lists: Pick<OfficeLists, 'implementationStatuses'>,
  precision: RatePrecision,
): readonly string[] {
  return [...officeFigureLines(sides, lists, precision), ...officeMoveLines(sides.before, sides.after)];
}

/**
 * The pledges on the earlier and the later side.
 * @param second the later month; undefined: now.
 */
export function sidesOfOffice(
  book: Book,
  records: readonly MonthlyRecord[],
  first: string,
  second: string | undefined,
): OfficeSides {
  const one = pledgesInMonth(book, records, first);
  if (second !== undefined) return { before: one, after: pledgesInMonth(book, records, second) };
  const now = pledgesNow(book);
  const isNowEarlier = book.asOf < (lastDayOfMonth(first) ?? book.asOf);
  return isNowEarlier ? { before: now, after: one } : { before: one, after: now };
}

function pledgesInMonth(
  { pledges, lists }: Book,
  records: readonly MonthlyRecord[],
  month: string,
): readonly PledgeFiguresThen[] {
  const names = new Map(
    pledges.map(({ listed, computed }) => [listed?.number, computed.report?.pledge.name ?? null]),
  );
  return records.flatMap(({ month: of, pledge, figures }): readonly PledgeFiguresThen[] =>
    of !== month || pledge === null
      ? []
      : [
          {
            number: pledge,
            name: names.get(pledge) ?? null,
            rate: figures.implementationPercent,
            status: statusName(lists, figures.chosenStatus ?? figures.suggestedStatus),
            plannedWon: figures.plannedWon,
            executedWon: figures.executedWon,
          },
        ],
  );
}

function pledgesNow({ pledges, lists }: Book): readonly PledgeFiguresThen[] {
  return pledges.flatMap(({ listed, computed: { report } }): readonly PledgeFiguresThen[] =>
    listed === null || report === null
      ? []
      : [
          {
            number: listed.number,
            name: report.pledge.name,
            rate: report.rate.percent,
            status: statusName(lists, statusInForce(report.status)),
            plannedWon: report.budget?.total.planned.value ?? null,
            executedWon: report.budget?.total.executed.value ?? null,
          },
        ],
  );
}

function statusName(lists: Book['lists'], status: ImplementationStatus | null): string | null {
  return status === null ? null : officeStatusName(lists, status);
}
