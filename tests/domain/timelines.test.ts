/** How a suggestion came to its end, and what a damaged history still tells. */
import { describe, expect, it } from 'vitest';
import {
  type Ended,
  endedBy,
  ownTimeline,
  type StatusChange,
  statusTimelines,
  timelineIn,
} from '../../src/domain/status-history.ts';
import type { StatusThen } from '../../src/domain/words.ts';
import { historyOf, row, statusOn, TODAY } from './histories.ts';
import { date, period } from './ledger.ts';

/** `completed 2024-02-20`, `completed -` for as long as anybody knows. */
function shownEnd(ended: Ended | null): string | null {
  return ended === null ? null : `${ended.status} ${ended.since?.first ?? '-'}`;
}

describe('how a timeline came to its end', () => {
  it.each([
    ['completed 2023-06-01', '2023-12-31', 'completed 2023-06-01'],
    ['completed 2023-12-31', '2023-12-31', 'completed 2023-12-31'],
    ['completed 2024-01-01', '2023-12-31', null],
    ['completed 2023', '2023-12-30', null],
    ['completed', '2023-12-31', 'completed -'],
    ['transferred', '2023-12-31', 'transferred -'],
    ['inProgress', '2023-12-31', null],
    ['', '2023-12-31', null],
  ])('by its row alone, %s, on %s: %s', (state, day, ended) => {
    expect(shownEnd(endedBy(ownTimeline(row(state)), date(day)))).toBe(ended);
  });

  it.each([
    ['2024-02-19', null],
    ['2024-02-20', 'completed 2024-02-20'],
  ])('by a history of two statuses, on %s: %s', (day, ended) => {
    const now = row('completed');
    const timelines = statusTimelines([now], historyOf(['01-10: inProgress', '02-20: completed']), TODAY);
    expect(shownEnd(endedBy(timelineIn(timelines, now), date(day)))).toBe(ended);
  });

  it('of nothing is none', () => {
    expect(endedBy([], TODAY)).toBeNull();
  });
});

describe('a history that was damaged', () => {
  const change = (seenOn: string, from: StatusChange['from'], to: StatusChange['to'], day = '') => ({
    key: 'A-1',
    seenOn: date(seenOn),
    from,
    to,
    handledOn: day === '' ? null : period(day),
  });
  const BEGUN = change('2024-01-10', null, 'inProgress');

  it.each<[string, readonly StatusChange[], string, StatusThen]>([
    [
      'a change that stands there twice is one',
      [BEGUN, { ...BEGUN, seenOn: date('2024-01-11') }],
      '2024-01-05',
      'inProgress',
    ],
    [
      'the change to a status is missing: before its day nobody knows',
      [BEGUN, change('2024-03-10', 'completed', 'completed', '2024-02-15')],
      '2024-02-14',
      'unknownThen',
    ],
    [
      'the change to a status is missing: from its day it was so',
      [BEGUN, change('2024-03-10', 'completed', 'completed', '2024-02-15')],
      '2024-02-20',
      'completed',
    ],
    [
      'a status that begins anew was not there before it was seen',
      [BEGUN, change('2024-02-20', null, 'completed')],
      '2024-02-01',
      'unknownThen',
    ],
  ])('%s', (_case, history, asOf, is) => {
    const last = history.at(-1);
    const handled = last?.handledOn === null ? '' : (last?.handledOn.first ?? '');
    expect(statusOn(asOf, [`12-01: ${last?.to} ${handled}`], history)).toBe(is);
  });
});
