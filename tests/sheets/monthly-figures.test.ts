/** What the figures of a month are called in a sentence, and how their values are written. */
import { describe, expect, it } from 'vitest';
import type { MonthlyFigure } from '../../src/domain/months/monthly-figure.ts';
import { ownWord } from '../../src/domain/words.ts';
import {
  isPercentFigure,
  knownValue,
  monthlyFigureName,
  monthlyFigureText,
  namelessIndicator,
} from '../../src/sheets/monthly-figures.ts';
import { BUILT_IN_LISTS } from '../domain/ledger.ts';

describe('a monthly figure', () => {
  it.each<[MonthlyFigure, string, string, string]>([
    ['heldMeetings', '누적 소통', '1,234회', '빈칸'],
    ['finalTarget', '최종목표', '1,234회', '빈칸'],
    ['implementationPercent', '이행률', '1234%', '빈칸'],
    ['suggestions', '건의 합계', '1,234건', '0건'],
    ['status completed', '건의 완료', '1,234건', '0건'],
    ['status noStatus', '건의 상태 없음', '1,234건', '0건'],
    ['plannedWon', '예산 계획액', '1,234원', '빈칸'],
    ['executedWon', '예산 집행액', '1,234원', '빈칸'],
    ['executionPercent', '예산 집행률', '1234%', '빈칸'],
    ['planned by city', '예산 계획액(시)', '1,234원', '빈칸'],
    ['executed by national', '예산 집행액(국)', '1,234원', '빈칸'],
    ['value of 쉼터', '쉼터', '1,234회', '빈칸'],
    ['value of ', '실적', '1,234회', '빈칸'],
    ['target of 쉼터', '쉼터 최종목표', '1,234회', '빈칸'],
    ['rate of 쉼터', '쉼터 이행률', '1234%', '빈칸'],
    ['rate of ', '실적 이행률', '1234%', '빈칸'],
  ])('%s is called %s, is written %s, and %s if there is none', (figure, name, text, none) => {
    expect(monthlyFigureName(figure)).toBe(name);
    expect(monthlyFigureText(figure, 1234, '회')).toBe(text);
    expect(monthlyFigureText(figure, null, '회')).toBe(none);
    expect(isPercentFigure(figure)).toBe(text.endsWith('%'));
    expect(knownValue(figure, null)).toBe(none === '0건' ? 0 : null);
    expect(knownValue(figure, 7)).toBe(7);
  });

  it('is called as the office calls its statuses and funding sources', () => {
    const own = ownWord('면비');
    const lists = {
      ...BUILT_IN_LISTS,
      statuses: [{ word: 'completed', name: '종결', ended: true }] as const,
      fundingSources: [
        { word: 'city', name: '시비' },
        { word: own, name: '면비' },
      ] as const,
    };
    expect(monthlyFigureName('status completed', lists)).toBe('건의 종결');
    expect(monthlyFigureName('status planned', lists)).toBe('건의 추진예정');
    expect(monthlyFigureName('planned by city', lists)).toBe('예산 계획액(시비)');
    expect(monthlyFigureName(`executed by ${own}`, lists)).toBe('예산 집행액(면비)');
    expect(monthlyFigureName('executed by national', lists)).toBe('예산 집행액(국)');
  });
});

it('an indicator without a name is called by what it counts', () => {
  expect(namelessIndicator('meetings')).toBe('누적 소통');
  expect(namelessIndicator('cumulative')).toBe('실적');
});
