/** Rows that name no indicator, and what such a row can mean. */
import { describe, expect, it } from 'vitest';
import { bookOf, TERM } from '../../small-book.ts';

const LISTED = '지표 | 집계 | 최종목표\n가입 | 누적 | 80';
const TWO = `${LISTED}\n이용 | 누적 | 90`;
const CHANGE = '일자 | 항목 | 당초 | 변경\n2024. 6. 1. | 최종목표 | 50 | 80';

describe('a change of 최종목표 that names no indicator', () => {
  it.each([
    { case: 'is of the only one', pledge: TERM, indicators: LISTED, targets: [50] },
    {
      case: 'is of that of the settings',
      pledge: `${TERM}\n확인지표 | 방문\n집계 | 누적\n최종목표 | 80`,
      indicators: LISTED,
      targets: [50, 80],
    },
  ])('$case', ({ pledge, indicators, targets }) => {
    const { report, codes } = bookOf({ pledge, indicators, planChanges: CHANGE });
    expect(report.indicators.map(({ target }) => target)).toEqual(targets);
    expect(codes).not.toContain('indicator-not-named');
  });

  it('is told of where 지표 lists several, and changes none', () => {
    const { report, findings, accounts } = bookOf({ pledge: TERM, indicators: TWO, planChanges: CHANGE });
    expect(report.indicators.map(({ target }) => target)).toEqual([80, 90]);
    expect(accounts.planChanges).toMatchObject({ read: 1, excluded: 1 });
    expect(findings.find(({ code }) => code === 'indicator-not-named')).toMatchObject({
      tab: '공약변경',
      remedy: '지표 칸에 가입, 이용 가운데 하나를 적어 주세요.',
    });
  });

  it('may be about what belongs to no indicator', () => {
    const { codes } = bookOf({
      pledge: TERM,
      indicators: TWO,
      planChanges: '일자 | 항목 | 당초 | 변경\n2024. 6. 1. | 종료연도 | 2025 | 2026',
    });
    expect(codes).not.toContain('indicator-not-named');
  });
});

describe('a target that names no indicator', () => {
  it('is told of once for all the years of its row', () => {
    const { report, findings, accounts } = bookOf({
      pledge: TERM,
      indicators: TWO,
      targets: '지표 | 2022 | 2023 | 2024\n | 1 | 2 | 3\n가입 | 10 | 20 | 30',
    });
    expect(report.indicators.map(({ years }) => years[0]?.planned.value)).toEqual([10, null]);
    expect(findings.filter(({ code }) => code === 'indicator-not-named').map(({ cell }) => cell)).toEqual([
      'A2',
    ]);
    expect(accounts.targets).toMatchObject({ read: 2, excluded: 1 });
  });
});

describe('a result that names no indicator', () => {
  const results = '일자 | 값\n2023. 5. 1. | 40';

  it('is told of 확인지표 where the one of 공약 has no name', () => {
    const { report, findings } = bookOf({
      pledge: `${TERM}\n집계 | 누적\n최종목표 | 100`,
      indicators: LISTED,
      results,
    });
    expect(report.indicators.map(({ value }) => value.value ?? 0)).toEqual([0, 0]);
    expect(findings.find(({ code }) => code === 'indicator-not-named')?.remedy).toBe(
      '공약 탭의 지표이면 공약 탭의 확인지표에 이름을 적고 지표 칸에도 그 이름을 적어 주세요. 지표 탭의 지표이면 지표 칸에 가입을 적어 주세요.',
    );
  });

  it('is never of another one where that of 공약 cannot be read', () => {
    const { report, codes } = bookOf({
      pledge: `${TERM}\n확인지표 | 방문\n집계 | 누적합`,
      indicators: LISTED,
      results,
    });
    expect(report.indicators.map(({ value }) => value.value ?? 0)).toEqual([0]);
    expect(codes).toContain('indicator-not-named');
  });
});

describe('an indicator without rows beside one that has some', () => {
  const LIST = '지표 | 집계 | 단위 | 최종목표';
  const RESULTS = '지표 | 일자 | 값\n정자 | 2024. 3. 5. | 1';

  it.each<[string, string, string, boolean]>([
    [
      'of the settings may be the same under another name',
      `${TERM}\n확인지표 | 쉼터\n집계 | 누적\n최종목표 | 9`,
      `${LIST}\n정자 | 누적 | 개소 | 5`,
      true,
    ],
    [
      'of 지표 is another, as somebody listed both',
      TERM,
      `${LIST}\n쉼터 | 누적 | 개소 | 9\n정자 | 누적 | 개소 | 5`,
      false,
    ],
  ])('%s', (_case, pledge, indicators, isTold) => {
    const { codes } = bookOf({ pledge, indicators, results: RESULTS, targets: '지표 | 연도 | 누적목표' });
    expect(codes.includes('indicator-without-rows')).toBe(isTold);
  });
});
