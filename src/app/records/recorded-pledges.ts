/**
 * Which pledge of an office's book the record of a closed month is about. A record keeps the number that its
 * pledge had then, or none. Months that were closed while the book kept one pledge belong to the pledge that
 * the book was turned into, whatever its number was then.
 */
import { groupBy } from '../../domain/grouping.ts';
import type { MonthEvent } from '../../domain/months/month-events.ts';
import type { MonthlyRecord } from '../../domain/months/monthly-record.ts';
import { NOTHING_KNOWN } from '../../sheets/input/nothing-known.ts';
import { listedNumbers } from '../../sheets/input/pledges/listed-numbers.ts';
import { type ListedPledge, readPledgeList } from '../../sheets/input/pledges/pledge-list.ts';
import { bookSettings } from '../../sheets/input/pledges/pledge-settings.ts';
import type { RawTabs } from '../../sheets/raw.ts';
import { type RecordBooks, valuesAsWritten } from './record-books.ts';

/**
 * The number that a pledge has in 공약목록 today, by the month and the number of its record. Where nobody can
 * tell, the number as it was recorded.
 */
export type NumberToday = (month: string, recorded: string | null) => string | null;

/** In a book of one pledge, every record is about that one. */
export const AS_RECORDED: NumberToday = (_, recorded) => recorded;

export function numberToday(
  tabs: RawTabs,
  { months, rows }: Pick<RecordBooks, 'months' | 'rows'>,
): NumberToday {
  if (tabs.pledgeList === undefined) return AS_RECORDED;
  const { pledges } = readPledgeList(tabs.pledgeList, NOTHING_KNOWN);
  const numberOf = new Map(pledges.map(({ key, number }) => [key, number]));
  const { keyOf } = listedNumbers(pledges);
  const listed = (number: string) => numberOf.get(keyOf(number) ?? '') ?? null;
  const former = formerPledge(pledges, bookSettings(tabs.pledge).formerNumber, listed);
  const isOfFormer = recordsOfOnePledge(
    (months?.rows ?? []).flatMap(({ value }) => (value?.kind === 'closed' ? [value.record] : [])),
    valuesAsWritten(rows),
  );
  return (month, recorded) => {
    if (former !== null && isOfFormer(month, recorded)) return former;
    return recorded === null ? null : (listed(recorded) ?? recorded);
  };
}

/**
 * The pledge that the book was turned into: the one whose number 공약 still has. Without a number there, the
 * only one of the list.
 */
function formerPledge(
  pledges: readonly Pick<ListedPledge, 'number'>[],
  formerNumber: string | null,
  listed: (number: string) => string | null,
): string | null {
  if (formerNumber !== null) return listed(formerNumber);
  const [only, second] = pledges;
  return only === undefined || second !== undefined ? null : only.number;
}

/**
 * Tells whether a record was written while the book kept one pledge. Such a record names no pledge, or the
 * rows behind its month name none. Where the month has no rows, its number is one that such months have, and
 * that no month has had since the book keeps several.
 */
function recordsOfOnePledge(
  records: readonly Pick<MonthlyRecord, 'month' | 'pledge'>[],
  events: readonly MonthEvent[],
): (month: string, recorded: string | null) => boolean {
  const numbered = new Set(events.flatMap(({ month, pledge }) => (pledge === null ? [] : [month])));
  const unnumbered = new Set(events.flatMap(({ month, pledge }) => (pledge === null ? [month] : [])));
  const isOfOne = (month: string) => unnumbered.has(month) && !numbered.has(month);
  const early = new Set<string | null>();
  const late = new Set<string | null>();
  for (const [month, own] of groupBy(records, (record) => record.month)) {
    const pledges = new Set(own.map(({ pledge }) => pledge));
    const isLate = numbered.has(month) || pledges.size > 1;
    for (const pledge of pledges) {
      if (isOfOne(month)) early.add(pledge);
      else if (isLate) late.add(pledge);
    }
  }
  return (month, recorded) =>
    recorded === null || isOfOne(month) || (early.has(recorded) && !late.has(recorded));
}
