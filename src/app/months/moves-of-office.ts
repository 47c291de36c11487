/** Which pledges of an office moved between two closed months, or between one and now. */
import { lastDayOfMonth } from '../../domain/date.ts';
import type { MonthlyRecord } from '../../domain/months/monthly-record.ts';
import type { ImplementationStatus } from '../../domain/words.ts';
import { className } from '../../sheets/names.ts';
import { officeMoveLines, type PledgeThen } from '../../sheets/output/results/office-moves.ts';
import type { Book } from '../run/compute-book.ts';

/**
 * Sentences about the pledges whose rate or status changed from the earlier to the later side.
 * @param second the later month; undefined: now.
 */
export function movesOfOffice(
  book: Book,
  records: readonly MonthlyRecord[],
  first: string,
  second: string | undefined,
): readonly string[] {
  const one = pledgesInMonth(book, records, first);
  if (second !== undefined) return officeMoveLines(one, pledgesInMonth(book, records, second));
  const now = pledgesNow(book);
  const isNowEarlier = book.asOf < (lastDayOfMonth(first) ?? book.asOf);
  return isNowEarlier ? officeMoveLines(now, one) : officeMoveLines(one, now);
}

function pledgesInMonth(
  { pledges, lists }: Book,
  records: readonly MonthlyRecord[],
  month: string,
): readonly PledgeThen[] {
  const names = new Map(pledges.map(({ listed, now }) => [listed?.number, now.report?.pledge.name ?? null]));
  return records.flatMap(({ month: of, pledge, figures }): readonly PledgeThen[] =>
    of !== month || pledge === null
      ? []
      : [
          {
            number: pledge,
            name: names.get(pledge) ?? null,
            rate: figures.implementationPercent,
            status: statusName(lists, figures.chosenStatus ?? figures.suggestedStatus),
          },
        ],
  );
}

function pledgesNow({ pledges, lists }: Book): readonly PledgeThen[] {
  return pledges.flatMap(({ listed, now: { report } }): readonly PledgeThen[] =>
    listed === null || report === null
      ? []
      : [
          {
            number: listed.number,
            name: report.pledge.name,
            rate: report.rate.percent,
            status: statusName(lists, report.status.chosen ?? report.status.suggested),
          },
        ],
  );
}

function statusName(lists: Book['lists'], status: ImplementationStatus | null): string | null {
  return status === null ? null : className(lists, status);
}
