import { describe, expect, it } from 'vitest';
import { statedFiguresHold, subtotalsHold } from '../../../src/domain/audits/written.ts';
import type { StatedFigureKind } from '../../../src/domain/records.ts';
import { pledge } from '../ledger.ts';
import { PLEDGE_1_6 } from '../pledge-1-6.ts';
import { findingsOf } from './said.ts';

function statedOf(kind: StatedFigureKind, value: number, asOf = '2024-03-31') {
  const given = { ...PLEDGE_1_6, pledge: { ...PLEDGE_1_6.pledge, stated: [{ kind, value, row: 9 }] } };
  return findingsOf(statedFiguresHold, given, asOf).map(({ problem, place }) => ({ ...problem, ...place }));
}

describe('a figure of pledge 1-6 that somebody typed', () => {
  it.each([
    { kind: 'cumulativeMeetings', stated: 91, computed: 108, reachedIn: 2023 },
    { kind: 'cumulativeMeetings', stated: 39, computed: 108, reachedIn: 2022 },
    { kind: 'cumulativeMeetings', stated: 107, computed: 108, reachedIn: null },
    { kind: 'implementationPercent', stated: 45, computed: 54, reachedIn: null },
    // 39 meetings had been held by the end of 2022, but this figure is a percentage.
    { kind: 'implementationPercent', stated: 39, computed: 54, reachedIn: null },
    { kind: 'suggestionCount', stated: 605, computed: 606, reachedIn: null },
    { kind: 'executedWon', stated: 5_700_001, computed: 5_700_000, reachedIn: null },
    { kind: 'executionPercent', stated: 21, computed: 21.1, reachedIn: null },
  ] as const)('$kind $stated is really $computed', ({ kind, stated, computed, reachedIn }) => {
    expect(statedOf(kind, stated)).toEqual([
      {
        code: 'stated-figure-differs',
        figure: kind,
        stated,
        computed,
        reachedIn,
        tab: 'pledge',
        row: 9,
        field: 'value',
      },
    ]);
  });

  it.each([
    { kind: 'cumulativeMeetings', stated: 108 },
    { kind: 'implementationPercent', stated: 54 },
    { kind: 'suggestionCount', stated: 606 },
    { kind: 'executedWon', stated: 5_700_000 },
    { kind: 'executionPercent', stated: 21.1 },
  ] as const)('$kind $stated is right', ({ kind, stated }) => {
    expect(statedOf(kind, stated)).toEqual([]);
  });

  it('that was right at the end of 2023 gives no finding as of then', () => {
    expect(statedOf('cumulativeMeetings', 91, '2023-12-31')).toEqual([]);
  });

  it('is not compared with something that cannot be computed', () => {
    const given = {
      pledge: pledge({ stated: [{ kind: 'executedWon', value: 5, row: 9 }] }),
      executions: null,
    };
    expect(findingsOf(statedFiguresHold, given)).toEqual([]);
  });
});

describe('a row of totals', () => {
  const total = { tab: 'meetings', row: 7, field: 'times', label: 'total' } as const;

  it.each([
    { case: 'of all rows', written: 9, sumOfAll: 9, sumOfGroup: 4, says: [] },
    { case: 'of its group', written: 4, sumOfAll: 9, sumOfGroup: 4, says: [] },
    { case: 'of neither', written: 5, sumOfAll: 9, sumOfGroup: 4, says: [{ computed: 9, ofGroup: 4 }] },
    {
      case: 'of the only group',
      written: 5,
      sumOfAll: 9,
      sumOfGroup: 9,
      says: [{ computed: 9, ofGroup: null }],
    },
    { case: 'of nothing', written: 0, sumOfAll: 0, sumOfGroup: 0, says: [] },
  ])('$case', ({ written, sumOfAll, sumOfGroup, says }) => {
    const subtotals = [{ ...total, written, sumOfAll, sumOfGroup }];
    expect(findingsOf(subtotalsHold, { subtotals }).map(({ problem }) => problem)).toMatchObject(says);
  });
});
