/** What can still be known from a damaged history. */
import { describe, expect, it } from 'vitest';
import type { StatusChange } from '../../../src/domain/suggestions/status-history.ts';
import type { StatusThen } from '../../../src/domain/words.ts';
import { statusOn } from '../histories.ts';
import { date, period } from '../ledger.ts';

describe('a history that was damaged', () => {
  const change = (seenOn: string, from: StatusChange['from'], to: StatusChange['to'], day = '') => ({
    key: 'A-1',
    seenOn: date(seenOn),
    from,
    to,
    handledOn: day === '' ? null : period(day),
    signs: [],
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
