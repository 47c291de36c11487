/** The figures of a whole office at two dates, as told when two months are compared. */
import { describe, expect, it } from 'vitest';
import {
  officeFigureLines,
  type PledgeFiguresThen,
} from '../../../../src/sheets/output/results/office-figures.ts';

const CLASSES = [
  { word: 'completed', name: '완료', ended: true },
  { word: 'onTrack', name: '정상추진', ended: false },
] as const;
const WHOLE = { mode: 'truncate', digits: 0 } as const;

/** `76 일부추진 3000 1000`: rate, class, plan and execution; `-` is not known. */
function pledges(...texts: readonly string[]): readonly PledgeFiguresThen[] {
  return texts.map((text, index) => {
    const [rate = '-', status = '-', planned = '-', executed = '-'] = text.split(' ');
    const number = (cell: string) => (cell === '-' ? null : Number(cell));
    return {
      number: `1-${index + 1}`,
      name: null,
      rate: number(rate),
      status: status === '-' ? null : status,
      plannedWon: number(planned),
      executedWon: number(executed),
    };
  });
}

function lines(
  before: readonly string[],
  after: readonly string[],
  precision = WHOLE as { mode: 'truncate' | 'round'; digits: number },
) {
  return officeFigureLines(
    { before: pledges(...before), after: pledges(...after) },
    { implementationStatuses: CLASSES },
    precision,
  );
}

it('of an office where nothing moved are said to be the same', () => {
  const same = ['76 정상추진 3000 1000', '50 - - -'];
  expect(lines(same, same)).toEqual([
    '평균 이행률: 63% (그대로)',
    '이행구분: 공약 수가 그대로입니다.',
    '투자계획: 3,000원 (그대로)',
    '집행액: 1,000원 (그대로)',
  ]);
});

describe('the mean rate', () => {
  it.each<[string, readonly string[], readonly string[], string]>([
    ['grew', ['50', '60'], ['60', '70'], '55% → 65% (+10%p)'],
    ['fell', ['50', '60'], ['40', '60'], '55% → 50% (-5%p)'],
    ['counts each rate at most as 100 %', ['50', '150'], ['50', '300'], '75% (그대로)'],
    ['leaves out what has no rate', ['50', '-'], ['60', '-'], '50% → 60% (+10%p)'],
    ['was not known', ['-'], ['60'], '없음 → 60%'],
    ['is not known any more', ['60'], ['-'], '60% → 없음'],
    ['is not known', ['-'], ['-'], '없음 (그대로)'],
    ['is cut off', ['50', '51'], ['51', '51'], '50% → 51% (+1%p)'],
  ])('%s', (_case, before, after, is) => {
    expect(lines(before, after)[0]).toBe(`평균 이행률: ${is}`);
  });

  it('has the decimals of the office, and so have its points', () => {
    expect(lines(['50', '51'], ['51', '51'], { mode: 'truncate', digits: 1 })[0]).toBe(
      '평균 이행률: 50.5% → 51.0% (+0.5%p)',
    );
  });
});

it('the classes that moved are told in the order of the office, then those of no class', () => {
  const before = ['1 -', '2 정상추진', '3 정상추진', '4 보류'];
  const after = ['1 정상추진', '2 완료', '3 완료', '4 보류'];
  expect(lines(before, after)[1]).toBe('이행구분: 완료 0건 → 2건, 정상추진 2건 → 1건, 미정 1건 → 0건');
});

describe('the money', () => {
  it.each<[string, readonly string[], readonly string[], string, string]>([
    [
      'grew',
      ['1 - 3000 10', '1 - 500 5'],
      ['1 - 4000 20', '1 - 500 5'],
      '3,500원 → 4,500원 (+1,000원)',
      '15원 → 25원 (+10원)',
    ],
    ['fell', ['1 - 3000 10'], ['1 - 1000 0'], '3,000원 → 1,000원 (-2,000원)', '10원 → 0원 (-10원)'],
    [
      'of some is not known',
      ['1 - 3000 -', '1 - - 5'],
      ['1 - 3000 -', '1 - - 6'],
      '3,000원 (그대로)',
      '5원 → 6원 (+1원)',
    ],
    ['was not known', ['1'], ['1 - 3000 10'], '없음 → 3,000원', '없음 → 10원'],
    ['is not known any more', ['1 - 3000 10'], ['1'], '3,000원 → 없음', '10원 → 없음'],
  ])('%s', (_case, before, after, planned, executed) => {
    expect(lines(before, after).slice(2)).toEqual([`투자계획: ${planned}`, `집행액: ${executed}`]);
  });
});
