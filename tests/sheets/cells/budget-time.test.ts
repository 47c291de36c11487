import { describe, expect, it } from 'vitest';
import { parseBudgetTime } from '../../../src/sheets/cells/budget-time.ts';
import { outcome } from '../fixtures.ts';

describe('the time of planned money', () => {
  it.each([
    ...['기투자', '기투자액', '기 투자', '기집행', '기집행액', '기투입', '임기 전', '임기 이전', '이전'].map(
      (name) => [name, 'beforeTerm'] as const,
    ),
    ...['임기후', '임기 이후', '임기후 계획', '임기후 투자', '이후', '향후', '향후투자', '향후투자액'].map(
      (name) => [name, 'afterTerm'] as const,
    ),
    ...['향후투자계획', '향후계획', '향후계획액', '향후소요', '향후소요액', '향후 예산'].map(
      (name) => [name, 'afterTerm'] as const,
    ),
    ['2024년', '2024'],
    ["'24", '2024'],
    ['언제', 'flag not-a-year'],
  ] as const)('%s is %s', (typed, means) => {
    expect(outcome(parseBudgetTime(typed))).toBe(means);
  });
});
