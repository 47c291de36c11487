import { describe, expect, it } from 'vitest';
import { comparisonOf, snapshotNow, snapshotOfMonth } from '../../../../src/domain/months/comparison.ts';
import { closedMonth } from '../../../../src/domain/months/monthly-record.ts';
import { countedFacts } from '../../../../src/domain/months/row-facts.ts';
import type { Records } from '../../../../src/domain/records.ts';
import { calculate } from '../../../../src/domain/report.ts';
import { comparisonLines } from '../../../../src/sheets/output/results/comparison-text.ts';
import {
  BUILT_IN_LISTS,
  budgetPlans,
  category,
  date,
  executions,
  indicator,
  meetings,
  pledge,
  records,
  results,
  suggestions,
  targets,
} from '../../../domain/ledger.ts';

const TODAY = date('2024-04-02');
const TEA = category('차담회');
const FEBRUARY = date('2024-02-29');
const MARCH = date('2024-03-31');

function ledger(given: Partial<Records> = {}): Records {
  return records({
    targets: targets('2023 | 2\n2024 | 10'),
    budgetPlans: budgetPlans('2024 | city | 1000000'),
    meetings: meetings([TEA], '2024-01-10 | 차담회 | 1\n2024-02 | 차담회 | 2'),
    suggestions: suggestions('2024-01-05 | 초도방문 | 3 | inProgress | | | | 24-001'),
    executions: executions('2024-01-20 | city | 400000'),
    ...given,
  });
}

function lines(given: Partial<Records>, { mostRows = 30, damaged = false, asOf = MARCH } = {}) {
  const state = ledger();
  const { record, events } = closedMonth(
    { month: '2024-02', writtenAt: '', late: false },
    { report: calculate(state, { asOf: FEBRUARY, today: TODAY }), findings: [], accounts: {} },
    countedFacts(state, FEBRUARY, [], TODAY),
    null,
  );
  const before = snapshotOfMonth(record, [record], damaged ? events.slice(1) : events);
  const after = ledger(given);
  const now = snapshotNow(after, calculate(after, { asOf, today: TODAY }), []);
  return comparisonLines(comparisonOf(before, now), { unit: '회', lists: null, mostRows });
}

const TITLE = '2024년 2월 기록(2024. 2. 29. 기준) → 지금(2024. 3. 31. 기준)';

describe('지난달과 비교', () => {
  it('says how an indicator was measured then and is now, where that is not the same', () => {
    const measured = (kind: 'cumulative' | 'level', unit: string | null, value: string) => {
      const works = indicator({ kind, name: '공사', unit, target: 100 });
      return ledger({ indicators: [works], targets: [], results: results(works, value) });
    };
    const [was, is] = [
      measured('cumulative', null, '2024-02-10 | 80'),
      measured('level', '%', '2024-02-10 | 85'),
    ];
    const snapshot = (state: Records) =>
      snapshotNow(state, calculate(state, { asOf: FEBRUARY, today: TODAY }), []);
    const told = comparisonLines(comparisonOf(snapshot(was), snapshot(is)), {
      unit: '',
      lists: null,
      mostRows: 9,
    });
    expect(told).toContain(
      '※ 공사: 집계와 단위가 앞에서는 누적(단위 없음), 뒤에서는 현재값(%)입니다. 두 값을 그대로 견줄 수 없습니다.',
    );
  });

  it('says no difference of a figure that was not known, or is not known now', () => {
    const told = lines({ targets: null, budgetPlans: null });
    expect(told).toContain('이행률: 30% → 빈칸');
    expect(told).toContain('예산 계획액: 1,000,000원 → 빈칸');
  });

  it('names the figures, and every row with what it changed', () => {
    expect(
      lines({
        meetings: meetings(
          [TEA],
          '2024-02 | 차담회 | 5\n2024-03-02 | 차담회 | 1\n2024-02-20 | 차담회 | 1 | | 20',
        ),
        suggestions: suggestions('2024-01-05 | 초도방문 | 3 | completed | 2024-03-02 | | | 24-001'),
        executions: executions('2024-01-20 | city | 400000\n2024-03-05 | district | -50000'),
      }),
    ).toEqual([
      TITLE,
      '',
      '누적 소통: 3회 → 7회 (+4회)',
      '이행률: 30% → 70% (+40%p)',
      '건의 완료: 0건 → 3건 (+3건)',
      '건의 추진중: 3건 → 0건 (-3건)',
      '예산 집행액: 400,000원 → 350,000원 (-50,000원)',
      '예산 집행률: 40% → 35% (-5%p)',
      '',
      '그사이의 날짜로 늘어난 행 2행',
      '· 소통기록 3행: 2024. 3. 2. 차담회 1회 [누적 소통 +1회]',
      '· 예산집행 3행: 2024. 3. 5. 구 △50,000원 [예산 집행액 -50,000원]',
      '지난 날짜로 늦게 들어온 행 1행',
      '· 소통기록 4행: 2024. 2. 20. 차담회 1회 [누적 소통 +1회]',
      '바뀐 행 2행',
      '· 소통기록 2행: 2024. 2월 차담회 2회 → 2024. 2월 차담회 5회 [누적 소통 +3회]',
      '· 건의사항 2행: 2024. 1. 5. (24-001) 초도방문 추진중 3건 → 2024. 1. 5. (24-001) 초도방문 완료 3건 [건의 추진중 -3건, 건의 완료 +3건]',
      '없어진 행 1행',
      '· 소통기록 2행: 2024. 1. 10. 차담회 1회 [누적 소통 -1회]',
    ]);
  });

  it('says if nothing changed', () => {
    expect(lines({})).toEqual([TITLE, '', '달라진 숫자가 없습니다.', '', '움직인 행이 없습니다.']);
  });

  it('names a suggestion without a number by its date, occasion and status, and no kind of rows that there is none of', () => {
    const one = '2024-01-05 | 초도방문 | 3 | inProgress | | | | 24-001';
    expect(lines({ suggestions: suggestions(`${one}\n2024-03-05 | 초도방문 | 2 | completed`) })).toEqual([
      TITLE,
      '',
      '건의 합계: 3건 → 5건 (+2건)',
      '건의 완료: 0건 → 2건 (+2건)',
      '',
      '그사이의 날짜로 늘어난 행 1행',
      '· 건의사항 3행: 2024. 3. 5. 초도방문 완료 2건 [건의 합계 +2건, 건의 완료 +2건]',
    ]);
  });

  it('names the suggested implementation status if it changed', () => {
    const held = { meetings: meetings([TEA], '2024-01-10 | 차담회 | 1\n2024-02 | 차담회 | 9') };
    expect(lines(held)).toContain('이행구분(제안): 정상추진 → 완료');
  });

  it.each([
    { held: 5, by: '+2회는' },
    { held: 1, by: '-2회는' },
  ])('says what no row explains: $by', ({ held, by }) => {
    const state = ledger();
    const from = snapshotNow(state, calculate(state, { asOf: MARCH, today: TODAY }), []);
    const indicators = (from.figures.indicators ?? []).map((indicator) => ({ ...indicator, value: held }));
    const to = { ...from, figures: { ...from.figures, indicators } };
    expect(comparisonLines(comparisonOf(from, to), { unit: '회', lists: null, mostRows: 5 })).toContain(
      `※ 누적 소통의 차이 가운데 ${by} 행으로 설명되지 않습니다. 탭이나 제목이 빠지지 않았는지 점검 탭을 봐 주세요.`,
    );
  });

  it('says 약 for an estimate, also for one in a closed month', () => {
    const state = ledger();
    const now = snapshotNow(state, calculate(state, { asOf: MARCH, today: TODAY }), []);
    const estimated = (value: number) => ({
      ...now,
      figures: {
        ...now.figures,
        indicators: (now.figures.indicators ?? []).map((each) => ({ ...each, value, approximate: true })),
      },
    });
    const text = (from: typeof now, to: typeof now) =>
      comparisonLines(comparisonOf(from, to), { unit: '회', lists: null, mostRows: 5 });
    expect(text(estimated(13), estimated(15))).toContain('누적 소통: 약 13회 → 약 15회 (+2회)');
    expect(text(estimated(13), now)).toContain('누적 소통: 약 13회 → 3회 (-10회)');
  });

  it('lists a changed row even if no figure changed', () => {
    const table = '2024-01-10 | 차담회 | 1 | | 30\n2024-02 | 차담회 | 2';
    expect(lines({ meetings: meetings([TEA], table) })).toContain(
      '· 소통기록 2행: 2024. 1. 10. 차담회 1회 (다른 칸이 바뀜) [숫자는 그대로]',
    );
  });

  it.each([
    {
      given: { targets: targets('2023 | 2\n2024 | 20') },
      says: '최종목표: 10회 → 20회 (+10회)',
    },
    {
      given: { budgetPlans: budgetPlans('2024 | city | 5') },
      says: '예산 계획액: 1,000,000원 → 5원 (-999,995원)',
    },
    {
      given: { suggestions: suggestions('2024-01-05 | 초도방문 | 5 | inProgress | | | | 24-001') },
      says: '건의 합계: 3건 → 5건 (+2건)',
    },
    {
      given: { targets: targets('2023 | 2\n2024 | 20') },
      says: '※ 최종목표가 바뀌었습니다. 이행률은 행만이 아니라 목표 때문에도 달라질 수 있습니다.',
    },
    {
      given: { budgetPlans: budgetPlans('2024 | city | 5') },
      says: '※ 예산 계획액이 바뀌었습니다. 예산 집행률은 행만이 아니라 계획 때문에도 달라질 수 있습니다.',
    },
    {
      given: {
        budgetPlans: budgetPlans('2024 | city | 1000000'),
        pledge: pledge({ chosenStatus: 'onHold' }),
      },
      says: '이행구분(선택): 빈칸 → 보류',
    },
    { given: { suggestions: null }, says: '건의사항 탭은 한쪽에서 계산할 수 없어 행을 비교하지 않았습니다.' },
  ])('says $says', ({ given, says }) => {
    expect(lines(given)).toContain(says);
  });

  it('says that somebody stated the rate', () => {
    const [from, to] = [70, 100].map((value) => {
      const stated = [{ kind: 'implementationPercent' as const, value, row: 9 }];
      const state = ledger({ targets: [], pledge: pledge({ stated }) });
      return snapshotNow(state, calculate(state, { asOf: MARCH, today: TODAY }), []);
    });
    if (from === undefined || to === undefined) throw new Error('two sides');
    expect(
      comparisonLines(comparisonOf(from, to), { unit: '회', lists: null, mostRows: 5 }).slice(2),
    ).toEqual([
      '이행률: 70% → 100% (+30%p)',
      '※ 이행률에는 행에서 계산하지 않고 사람이 적은 값(자체평가)이 있습니다.',
      '',
      '움직인 행이 없습니다.',
    ]);
  });

  it('says that a rate changed only because of the settings', () => {
    const given = { pledge: pledge({ executionRatePrecision: { mode: 'truncate', digits: 0 } }) };
    const third = { executions: executions('2024-01-20 | city | 333333') };
    const state = ledger(third);
    const from = snapshotNow(state, calculate(state, { asOf: MARCH, today: TODAY }), []);
    const other = ledger({ ...third, ...given });
    const to = snapshotNow(other, calculate(other, { asOf: MARCH, today: TODAY }), []);
    expect(comparisonLines(comparisonOf(from, to), { unit: '회', lists: null, mostRows: 5 })).toEqual([
      '지금(2024. 3. 31. 기준) → 지금(2024. 3. 31. 기준)',
      '',
      '예산 집행률: 33.3% → 33% (-0.3%p)',
      '※ 예산 집행률은 행이 아니라 공약 탭의 비율 설정이 바뀌어 달라졌습니다.',
      '',
      '움직인 행이 없습니다.',
    ]);
  });

  it('uses the words of the office, tells the sources of money where several moved, and no year twice', () => {
    const names: Readonly<Record<string, string>> = {
      completed: '처리끝',
      inProgress: '하는 중',
      city: '도비',
      district: '군비',
      onHold: '멈춤',
    };
    const named = <Word extends { readonly word: string; readonly name: string }>(words: readonly Word[]) =>
      words.map((each) => ({ ...each, name: names[each.word] ?? each.name }));
    const lists = {
      statuses: named(BUILT_IN_LISTS.statuses),
      fundingSources: named(BUILT_IN_LISTS.fundingSources),
      implementationStatuses: named(BUILT_IN_LISTS.implementationStatuses),
    };
    const was = ledger({
      suggestions: suggestions(
        '2023 | 초도방문 | 3 | inProgress | | | | 23-1\n2024-01-05 | 방문 | 1 | completed',
      ),
    });
    const is = ledger({
      pledge: pledge({ chosenStatus: 'onHold' }),
      suggestions: suggestions(
        '2023 | 초도방문 | 3 | completed | 2024-03-02 | | | 23-1\n2024-01-05 | 방문 | 1 |',
      ),
      budgetPlans: budgetPlans('2024 | city | 1500000\n2024 | district | 7'),
      executions: executions('2024-01-20 | city | 500000'),
      meetings: meetings([TEA], '2024-01-10 | 차담회 | 1\n2024-02 | 차담회 | 2\n2023 | 차담회 | 4'),
    });
    const [from, to] = [was, is].map((state) =>
      snapshotNow(state, calculate(state, { asOf: MARCH, today: TODAY }), []),
    );
    if (from === undefined || to === undefined) throw new Error('two sides');
    const told = comparisonLines(comparisonOf(from, to), { unit: '회', lists, mostRows: 9 });
    expect(told.join('\n')).toMatchInlineSnapshot(`
      "지금(2024. 3. 31. 기준) → 지금(2024. 3. 31. 기준)

      누적 소통: 3회 → 7회 (+4회)
      이행률: 30% → 70% (+40%p)
      건의 처리끝: 1건 → 3건 (+2건)
      건의 하는 중: 3건 → 0건 (-3건)
      건의 상태 없음: 0건 → 1건 (+1건)
      예산 계획액: 1,000,000원 → 1,500,007원 (+500,007원)
      예산 계획액(도비): 1,000,000원 → 1,500,000원 (+500,000원)
      예산 계획액(군비): 빈칸 → 7원
      예산 집행액: 400,000원 → 500,000원 (+100,000원)
      예산 집행률: 40% → 33.3% (-6.7%p)
      이행구분(선택): 빈칸 → 멈춤
      ※ 예산 계획액이 바뀌었습니다. 예산 집행률은 행만이 아니라 계획 때문에도 달라질 수 있습니다.

      지난 날짜로 늦게 들어온 행 1행
      · 소통기록 4행: 2023년 차담회 4회 [누적 소통 +4회]
      바뀐 행 3행
      · 건의사항 2행: 2023년 (23-1) 초도방문 하는 중 3건 → 2023년 (23-1) 초도방문 처리끝 3건 [건의 하는 중 -3건, 건의 처리끝 +3건]
      · 건의사항 3행: 2024. 1. 5. 방문 처리끝 1건 → 2024. 1. 5. 방문 상태 없음 1건 [건의 처리끝 -1건, 건의 상태 없음 +1건]
      · 예산집행 2행: 2024. 1. 20. 시 400,000원 → 2024. 1. 20. 시 500,000원 [예산 집행액 +100,000원]"
    `);
  });

  it('says that the rows of the month are no longer known', () => {
    expect(lines({}, { damaged: true }).at(-1)).toBe(
      '2024년 2월의 내역이 바뀌었거나 없어 어느 행이 숫자를 움직였는지는 알 수 없습니다. 위의 숫자는 기록된 그대로입니다.',
    );
  });

  it('counts the rows that it does not list', () => {
    const many = Array.from({ length: 9 }, () => '2024-03-02 | city | 1000').join('\n');
    const said = lines({ executions: executions(many) }, { mostRows: 4 });
    expect(said.filter((line) => line.startsWith('· 예산집행'))).toHaveLength(4);
    expect(said).toContain('그사이의 날짜로 늘어난 행 8행');
    expect(said).toContain('· 이 밖에 4행이 더 있습니다.');
  });

  it('repeats no personal data', () => {
    const given = { suggestions: suggestions('2024-03-05 | 010-1234-5678 | 3 | completed | | | | 24-001') };
    expect(lines(given).join('\n')).not.toContain('1234');
  });
});

describe('지난달과 비교 of a pledge measured by results', () => {
  const PATH = indicator({ kind: 'cumulative', name: '걷는 길', unit: 'km', baseline: 3.5, target: 20 });
  const WORKS = indicator({ kind: 'level', name: '공정률', unit: '%', target: 100 });
  const book = (path: typeof PATH, paths: string, levels: string) =>
    records({
      indicators: [path, WORKS],
      targets: targets('2026 | 20', path),
      results: [...results(path, paths), ...results(WORKS, levels)],
    });

  it('names each indicator, in its own unit, and the row that a level comes from', () => {
    const state = book(PATH, '2024-01-03 | 0.1\n2024-01-04 | 0.2', '2024-01-10 | 80');
    const { record, events } = closedMonth(
      { month: '2024-02', writtenAt: '', late: false },
      { report: calculate(state, { asOf: FEBRUARY, today: TODAY }), findings: [], accounts: {} },
      countedFacts(state, FEBRUARY, [], TODAY),
      null,
    );
    const after = book(
      { ...PATH, baseline: 4 },
      '2024-01-03 | 0.1\n2024-01-04 | 0.2\n2024-03-02 | 1.25',
      '2024-01-10 | 80\n2024-03-10 | 88',
    );
    const now = snapshotNow(after, calculate(after, { asOf: MARCH, today: TODAY }), []);
    const comparison = comparisonOf(snapshotOfMonth(record, [record], events), now);
    expect(comparisonLines(comparison, { unit: '회', mostRows: 30, lists: null })).toEqual([
      TITLE,
      '',
      '걷는 길: 3.8km → 5.55km (+1.75km)',
      '공정률: 80% → 88% (+8%p)',
      '이행률: 49% → 57% (+8%p)',
      '걷는 길 이행률: 19% → 27% (+8%p)',
      '공정률 이행률: 80% → 88% (+8%p)',
      '※ 걷는 길의 차이에는 기준값이 바뀐 +0.5km도 들어 있습니다.',
      '',
      '그사이의 날짜로 늘어난 행 2행',
      '· 실적기록 3행: 2024. 3. 10. 공정률 88% [공정률 +8%p]',
      '· 실적기록 4행: 2024. 3. 2. 걷는 길 1.25km [걷는 길 +1.25km]',
    ]);
  });
});
