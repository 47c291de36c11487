/** Random records, histories and edits for properties. */
import fc from 'fast-check';
import { type IsoDate, isoDateFromSerial, type Period, serialOf } from '../../src/domain/date.ts';
import type { Execution, Meeting, Records, Suggestion } from '../../src/domain/records.ts';
import type { StatusChange } from '../../src/domain/suggestions/status-history.ts';
import { FUNDING_SOURCES, HANDLING_STATUSES } from '../../src/domain/words.ts';
import { budgetPlans, category, date, NO_TEXT, period, records, source, targets } from './ledger.ts';

const FIRST = serialOf(date('2023-10-01'));

/** A day within nine months, so that month ends fall between. */
export const anyDay = fc.integer({ min: 0, max: 270 }).map((days) => {
  const day = isoDateFromSerial(FIRST + days);
  if (day === null) throw new Error('no day');
  return day;
});
export const MONTH_ENDS: readonly IsoDate[] = [
  '2023-10-31',
  '2023-11-30',
  '2023-12-31',
  '2024-01-31',
  '2024-02-29',
  '2024-03-31',
  '2024-04-30',
  '2024-05-31',
  '2024-06-30',
].map(date);

const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  { weight: 6, arbitrary: anyDay.map(period) },
  { weight: 1, arbitrary: fc.constantFrom('2023-11', '2024-02', '2023', '2024').map(period) },
);
const CATEGORIES = [category('tea'), category('visit'), category('carried over', 'openingBalance')] as const;
const amount = fc.integer({ min: 0, max: 5 });

const anyMeeting = fc.record({
  date: anyPeriod,
  category: fc.constantFrom(...CATEGORIES),
  held: amount,
  attendees: fc.option(amount),
});
const anySuggestion = fc.record({
  number: fc.option(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F')),
  date: anyPeriod,
  occasion: fc.constantFrom('letters', null),
  received: amount,
  status: fc.constantFrom(...HANDLING_STATUSES, null),
  handledOn: fc.option(anyPeriod),
});
const anyExecution = fc.record({
  date: anyPeriod,
  fundingSource: fc.constantFrom(...FUNDING_SOURCES),
  executed: fc.integer({ min: -3, max: 9 }),
});

export const anyRecords: fc.Arbitrary<Records> = fc
  .record({
    meetings: fc.array(anyMeeting, { maxLength: 8 }),
    suggestions: fc.array(anySuggestion, { maxLength: 8 }),
    executions: fc.array(anyExecution, { maxLength: 6 }),
  })
  .map(({ meetings, suggestions, executions }) =>
    records({
      targets: targets('2023 | 20\n2024 | 50'),
      budgetPlans: budgetPlans('2023 | district | 9\n2024 | city | 8'),
      categories: CATEGORIES,
      meetings: meetings.map(
        ({ held, attendees, ...rest }, index): Meeting => ({
          ...rest,
          ...NO_TEXT,
          held: source('meetings', index + 2, String(held)),
          groups: null,
          attendees: attendees === null ? null : source('meetings', index + 2, String(attendees)),
        }),
      ),
      suggestions: suggestions.map(
        ({ received, ...rest }, index): Suggestion => ({
          ...rest,
          pledge: '',
          key: rest.number ?? `#${rest.date.first} ${rest.occasion} ${received}`,
          signs: () => [rest.occasion === null ? '#a' : '#b'],
          dong: null,
          department: null,
          received: source('suggestions', index + 2, String(received)),
        }),
      ),
      executions: executions.map(
        ({ executed, ...rest }, index): Execution => ({
          ...rest,
          pledge: '',
          executed: source('executions', index + 2, String(executed)),
        }),
      ),
    }),
  );

/** A history as our runs leave it, or after somebody has typed into it. */
export const anyHistory: fc.Arbitrary<readonly StatusChange[]> = fc.array(
  fc.record({
    key: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
    seenOn: anyDay,
    from: fc.constantFrom(
      ...HANDLING_STATUSES,
      'noStatus' as const,
      'gone' as const,
      'several' as const,
      null,
    ),
    to: fc.constantFrom(...HANDLING_STATUSES, 'noStatus' as const, 'gone' as const, 'several' as const),
    handledOn: fc.option(anyPeriod),
    signs: fc.subarray(['#a', '#b']),
  }),
  { maxLength: 12 },
);
