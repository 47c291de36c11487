/** 처리이력 of an office: keys with their pledge in front, beside those from when the book kept one. */
import { expect, it } from 'vitest';
import { historiesOf, historyOfOne, withPledge } from '../../../src/app/compute/pledge-history.ts';
import type { PledgeKey } from '../../../src/domain/pledge-key.ts';
import type { StatusChange } from '../../../src/domain/suggestions/status-history.ts';
import { day } from '../../support/day.ts';

const change = (key: string): StatusChange => ({
  ...{ key, seenOn: day('2024-01-10'), from: null, to: 'completed', handledOn: null, signs: [] },
});
const CHANGES = [
  '2024-015',
  'A',
  '[긴급] 3',
  '[2024] 15',
  '[] 7',
  '접수 [1-6] 9',
  '두 줄\n번호',
  '#0123456789abcdef',
].map(change);

it('each pledge gets back the changes that were written under its number', () => {
  const written = [...withPledge(CHANGES, '1-6'), ...withPledge(CHANGES, '1-7')];
  expect([...historiesOf(written, '1-7')]).toEqual([
    ['1-6', CHANGES],
    ['1-7', CHANGES],
  ]);
});

it.each(['1-6', '2024', '[가]-1', 'a]1'])('a pledge may be numbered %s', (pledge) => {
  expect([...historiesOf(withPledge(CHANGES, pledge), null)]).toEqual([[pledge, CHANGES]]);
});

it('the pledge of a book that kept one gets back its changes, also those that seem to name a pledge', () => {
  const written = withPledge(CHANGES, null);
  expect(historyOfOne(written)).toEqual(CHANGES);
  expect([...historiesOf([...written, ...withPledge(CHANGES, '2024')], '1-6')]).toEqual([
    ['1-6', CHANGES],
    ['2024', CHANGES],
  ]);
});

it('what earlier versions wrote without a prefix is read as it stands while the book keeps one pledge', () => {
  const written = ['2024-015', '[2024] 15', '접수 [] 7'].map(change);
  expect(historyOfOne(written)).toEqual(written);
});

it.each<PledgeKey | null>(['1-6', null])(
  'changes without a pledge are those of the one that the book kept: %j',
  (former) => {
    const own = ['2024-015', 'A', '접수 [1-8] 9'].map(change);
    expect([...historiesOf([...own, ...withPledge(own, '1-7')], former)]).toEqual([
      [former, own],
      ['1-7', own],
    ]);
  },
);
