/** 공약변경: the plan as it was in force on a date, from the tabs to the figures. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeReport, EMPTY_CONTEXT } from '../../../../src/app/compute/compute.ts';
import type { InputTab } from '../../../../src/domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../../../src/sheets/input/tabs.ts';
import { officialSheet } from '../../../../src/sheets/output/official/sheet.ts';
import type { RawTabs } from '../../../../src/sheets/raw.ts';
import { day } from '../../../support/day.ts';
import { rawTab } from '../../fixtures.ts';

const TODAY = day('2021-06-30');

/** A plan of jobs of one city: 400 by 2022 at first, 301 since 2020-02-20. */
const CITY: Partial<Record<InputTab, string>> = {
  pledge: `항목 | 값
공약번호 | 1-2
공약명 | 청년 일자리 창출
담당부서 | 지역경제과
시작연도 | 2018
종료연도 | 2022
총사업비(백만원) | 900
확인지표 | 일자리 창출
최종목표 | 301
지표단위 | 명
이행구분 | 정상추진`,
  targets: '연도 | 누적목표\n2018 | 50\n2019 | 120\n2020 | 200\n2021 | 260\n2022 | 301',
  meetings: '일자 | 분류 | 내용 | 횟수\n2018년 | | 채용 | 60\n2019년 | | 채용 | 90',
  suggestions: '접수번호 | 접수일 | 출처',
  budgetPlans: '연도 | 재원 | 금액(백만원)',
  executions: '집행일 | 재원 | 금액(원)',
};
const HEADINGS = '일자 | 항목 | 당초 | 변경 | 사유 | 절차';

function bookOf(changes: readonly string[], asOf: string, given: Partial<Record<InputTab, string>> = {}) {
  const tables = {
    ...CITY,
    ...(changes.length === 0 ? {} : { planChanges: [HEADINGS, ...changes].join('\n') }),
  };
  const tabs: RawTabs = Object.fromEntries(
    Object.entries({ ...tables, ...given }).map(([tab, table]) => [
      tab,
      rawTab(INPUT_TAB_NAMES[tab as InputTab], table),
    ]),
  );
  const { report, findings, accounts } = computeReport(tabs, day(asOf), TODAY, EMPTY_CONTEXT);
  if (report === null) throw new Error('no report');
  const [indicator] = report.indicators;
  if (indicator === undefined) throw new Error('no indicator');
  return {
    report,
    accounts,
    rate: indicator.rate.percent,
    target: indicator.target,
    targetSources: indicator.targetFigure.sources,
    planned: Object.fromEntries(indicator.years.map(({ year, planned }) => [year, planned.value])),
    found: findings.filter(({ tab }) => tab === '공약변경').map(({ code, cell }) => `${cell} ${code}`),
    findings,
  };
}

const DECIDED = '2020. 2. 20. | 최종목표 | 400명 | 301 | 경기 침체 | 시민평가단 승인';

describe('a target that was changed', () => {
  it.each([
    // 150 of 400 is 37.5 %, 150 of 301 is 49.8 %.
    ['2019-12-31', 400, 37],
    ['2020-02-19', 400, 37],
    ['2020-02-20', 301, 49],
    ['2021-06-30', 301, 49],
  ])('is as of %s still or already %i, and the rate %i %%', (asOf, target, rate) => {
    expect(bookOf([DECIDED], asOf)).toMatchObject({ target, rate, found: [] });
  });

  it('leads to the row of 공약변경 as long as that says it, and to 공약 from then on', () => {
    expect(bookOf([DECIDED], '2020-02-19').targetSources).toMatchObject([{ tab: 'planChanges', row: 2 }]);
    expect(bookOf([DECIDED], '2020-02-20').targetSources).toMatchObject([{ tab: 'pledge', row: 9 }]);
  });

  it('is followed by what hangs on it', () => {
    const { report } = bookOf([DECIDED], '2020-02-19');
    expect(report.indicators[0]?.years[1]).toMatchObject({
      plannedRate: { percent: 30 },
      rate: { percent: 37 },
    });
  });
});

describe('anything that was changed', () => {
  it.each<{ row: string; read: (book: ReturnType<typeof bookOf>) => unknown; is: unknown; now: unknown }>([
    {
      row: '2020. 2. 20. | 누적목표 2020 | 250 | 200',
      read: ({ planned }) => planned[2020],
      is: 250,
      now: 200,
    },
    {
      row: '2020. 2. 20. | 2020년 누적목표 | - | 200명',
      read: ({ planned }) => planned[2020],
      is: null,
      now: 200,
    },
    {
      row: '2020. 2. 20. | 총사업비 | 12억 | 900백만원',
      read: ({ report }) => report.pledge.totalCostWon,
      is: 1_200_000_000,
      now: 900_000_000,
    },
    {
      row: '2020. 2. 20. | 총사업비(천원) | 1,200,000 | 900,000',
      read: ({ report }) => report.pledge.totalCostWon,
      is: 1_200_000_000,
      now: 900_000_000,
    },
    {
      row: '2020. 2. 20. | 이행구분 | 일부추진 | 정상추진',
      read: ({ report }) => report.status.chosen,
      is: 'partial',
      now: 'onTrack',
    },
    {
      row: '2020. 2. 20. | 공약명 | 청년 창업 지원 | 청년 일자리 창출',
      read: ({ report }) => report.pledge.name,
      is: '청년 창업 지원',
      now: '청년 일자리 창출',
    },
    {
      row: '2020. 2. 20. | 담당 부서 | 기획실 | 지역경제과',
      read: ({ report }) => report.pledge.department,
      is: '기획실',
      now: '지역경제과',
    },
    {
      row: '2020. 2. 20. | 종료연도 | 2021 | 2022년',
      read: ({ report }) => report.pledge.endYear,
      is: 2021,
      now: 2022,
    },
  ])('($row) was $is before that day, and $now from then on', ({ row, read, is, now }) => {
    expect(read(bookOf([row], '2020-02-19'))).toBe(is);
    expect(read(bookOf([row], '2020-02-20'))).toBe(now);
    expect(bookOf([row], '2020-02-20').found).toEqual([]);
  });

  it.each(['-', '없음', '미정', '미지정', '신규', '해당 없음'])(
    'was nothing before, typed as %s',
    (typed) => {
      const row = `2020. 2. 20. | 담당부서 | ${typed} | 지역경제과`;
      expect(bookOf([row], '2020-02-19').report.pledge.department).toBeNull();
      expect(bookOf([row], '2020-02-20').report.pledge.department).toBe('지역경제과');
    },
  );

  it('and is a rate that somebody states is printed for each date as it was stated then', () => {
    const given = {
      pledge: '항목 | 값\n시작연도 | 2018\n종료연도 | 2022\n이행률 | 70%\n집계 | 누적',
      targets: '연도 | 누적목표',
      results: '일자 | 값',
    };
    const rows = ['2020. 1. 10. | 이행률 | 30% | 55%', '2020. 7. 10. | 이행률 | 55% | 70%'];
    const rateOf = (asOf: string) => bookOf(rows, asOf, given).report.rate;
    expect(rateOf('2020-01-09')).toEqual({ percent: 30, from: 'stated' });
    expect(rateOf('2020-01-10')).toEqual({ percent: 55, from: 'stated' });
    expect(rateOf('2020-07-10')).toEqual({ percent: 70, from: 'stated' });
    expect(bookOf(rows, '2020-01-09', given).findings.map(({ code }) => code)).not.toContain(
      'stated-rate-undated',
    );
    // The rate of July 2020 is in force today, and is what the tab says.
    expect(bookOf(rows, '2020-07-10', given).found).toEqual([]);
    const pledge = given.pledge.replace('70%', '75%');
    expect(bookOf(rows, '2020-07-10', { ...given, pledge }).found).toEqual(['D3 plan-change-off-today']);
  });
});

describe('a class that was changed, beside another that is chosen today', () => {
  it.each([
    ['일부추진 | 완료', '정상추진', ''],
    ['일부추진 | 완료', '계속사업', '종류 | 이름\n이행구분 | 계속사업'],
  ])('(%s) is told by its name: %s', (change, chosen, classification) => {
    const { findings } = bookOf([`2020. 2. 20. | 이행구분 | ${change}`], '2021-06-30', {
      pledge: (CITY.pledge ?? '').replace('정상추진', chosen),
      ...(classification === '' ? {} : { classification }),
    });
    expect(findings.find(({ code }) => code === 'plan-change-off-today')?.what).toBe(
      `'이행구분'의 마지막 변경은 '완료'인데, 지금 적는 탭에는 '${chosen}'입니다.`,
    );
  });
});

describe('the rows of 연차목표', () => {
  it('are accounted for where an earlier plan stands in their place', () => {
    const { accounts } = bookOf(['2020. 2. 20. | 누적목표 2020 | 250 | 200'], '2019-12-31');
    expect(accounts.targets).toEqual({ read: 5, counted: 4, afterAsOf: 1, excluded: 0, skipped: 0 });
    expect(accounts.planChanges).toMatchObject({ read: 1, counted: 1 });
  });
});

describe('a final target of then beside a yearly plan of today', () => {
  const remedyOf = (asOf: string, given: Partial<Record<InputTab, string>> = {}) =>
    bookOf([DECIDED], asOf, given).findings.find(({ code }) => code === 'plan-ends-off-target')?.remedy;

  it('is mended by the change of the yearly plan that is missing, and not by an edit of the plan of today', () => {
    expect(remedyOf('2020-02-19')).toContain("공약변경 탭에 '누적목표 2022'의 행을 더해 주세요.");
    expect(remedyOf('2020-02-20')).toBeUndefined();
  });

  it('is a fault of today where the plan of today is another', () => {
    const targets = '연도 | 누적목표\n2018 | 50\n2022 | 300';
    expect(remedyOf('2020-02-20', { targets })).toContain('공약 탭의 최종목표와 연차목표 가운데 틀린 쪽');
  });
});

describe('several changes of one thing', () => {
  const CHAIN = [
    '2019. 1. 5. | 최종목표 | 500 | 450',
    '2019. 6. 1. | 최종목표 | 450 | 400',
    '2020. 2. 20. | 최종목표 | 400 | 301',
  ];

  it.each([
    ['2018-12-31', 500],
    ['2019-01-05', 450],
    ['2019-12-31', 400],
    ['2020-12-31', 301],
  ])('say as of %s %i', (asOf, target) => {
    expect(bookOf(CHAIN, asOf)).toMatchObject({ target, found: [] });
    expect(bookOf(CHAIN.toReversed(), asOf)).toMatchObject({ target, found: [] });
  });

  it('of one day are in the order of their rows', () => {
    const rows = ['2020. 2. 20. | 최종목표 | 400 | 350', '2020. 2. 20. | 최종목표 | 350 | 301'];
    expect(bookOf(rows, '2020-02-19')).toMatchObject({ target: 400, found: [] });
    expect(bookOf(rows, '2020-02-20')).toMatchObject({ target: 301, found: [] });
  });

  it.each([
    {
      case: 'one that does not begin where the last has ended',
      rows: ['2019. 1. 5. | 최종목표 | 500 | 450', '2020. 2. 20. | 최종목표 | 400 | 301'],
      found: ['C3 plan-change-off-last'],
    },
    {
      case: 'a last one that is not in force today',
      rows: ['2020. 2. 20. | 최종목표 | 400 | 300'],
      found: ['D2 plan-change-off-today'],
    },
    {
      case: 'a year that has no target today',
      rows: ['2020. 2. 20. | 누적목표 2023 | - | 320'],
      found: ['D2 plan-change-off-today'],
    },
    {
      case: 'one that is still to come, and has touched nothing yet',
      rows: ['2020. 2. 20. | 최종목표 | 400 | 301', '2030. 1. 10. | 최종목표 | 301 | 250'],
      found: [],
    },
    {
      case: 'one that is still to come, and begins with another value than that of today',
      rows: ['2030. 1. 10. | 최종목표 | 310 | 250'],
      found: ['C2 plan-change-off-today'],
    },
  ])('are looked through: $case', ({ rows, found }) => {
    expect(bookOf(rows, '2021-06-30').found).toEqual(found);
  });
});

describe('a row that cannot be read', () => {
  it.each([
    ['2020. 2. 20. | 목표치의 조정 | 400 | 301', 'B2 unknown-plan-item'],
    ['2020. 2. 20. | 최종목표 | 많음 | 301', 'C2 not-a-count'],
    ['2020. 2. 20. | 최종목표 | 400 | ', 'D2 required-blank'],
    ['작년 봄 | 최종목표 | 400 | 301', 'A2 not-a-date'],
    ['2020. 2. 20. | 총사업비 | - | 많이', 'D2 not-an-amount'],
    ['2020. 2. 20. | 이행구분 | 잘됨 | 정상추진', 'C2 unknown-name'],
  ])('(%s) changes nothing, and is listed', (row, found) => {
    const { target, accounts, ...book } = bookOf([row], '2019-12-31');
    expect(target).toBe(301);
    expect(book.found).toContain(found);
    expect(accounts.planChanges).toMatchObject({ read: 1, excluded: 1 });
  });
});

describe('수정사항 of the official sheet', () => {
  const printedOf = (changes: readonly string[], asOf: string, text = '') => {
    const given = { pledge: `${CITY.pledge}${text === '' ? '' : `\n수정사항 | ${text}`}` };
    const { report } = bookOf(changes, asOf, given);
    const rows = officialSheet(report, {}, []).rows.map((row) =>
      row.map(({ value }) => value).filter((value) => value !== ''),
    );
    const first = rows.findIndex(([label]) => label === '수정사항');
    return rows.slice(first, rows.findIndex(([label]) => label === '추진 실적') - 1);
  };

  it('is the table of the changes that count, and the text of the setting above it', () => {
    expect(printedOf([DECIDED], '2020-12-31', '한 번 바꾸었음')).toEqual([
      ['수정사항', '한 번 바꾸었음'],
      ['일자', '항목', '당초', '변경', '사유', '절차'],
      ['2020. 2. 20.', '최종목표', '400명', '301명', '경기 침체', '시민평가단 승인'],
    ]);
    expect(printedOf([DECIDED], '2020-12-31').map(([first]) => first)).toEqual(['수정사항', '2020. 2. 20.']);
  });

  it('is the text alone where nothing had been changed by the date', () => {
    expect(printedOf([DECIDED], '2019-12-31', '없음')).toEqual([['수정사항', '없음']]);
    expect(printedOf([], '2020-12-31')).toEqual([['수정사항']]);
  });
});

describe('any changes whatever', () => {
  const aDay = fc
    .tuple(
      fc.constantFrom(2018, 2019, 2020),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, date]) => `${year}. ${month}. ${date}.`);
  const aRow = fc
    .tuple(
      aDay,
      fc.constantFrom(
        '최종목표',
        '누적목표 2019',
        '누적목표 2020',
        '이행구분',
        '총사업비',
        '공약명',
        '모르는 것',
      ),
      fc.constantFrom('400', '350', '-', '정상추진', '보류', '12억'),
      fc.constantFrom('301', '120', '정상추진', '-', '가나다'),
    )
    .map((cells) => cells.join(' | '));

  it('never stop a run', () => {
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 5 }), (rows) => {
        const { accounts } = bookOf(rows, '2020-06-30');
        const { read = 0, counted = 0, excluded = 0 } = accounts.planChanges ?? {};
        expect(counted + excluded).toBe(read);
      }),
    );
  });

  it('dated later, with the tabs changed as they say, never move a figure before them', () => {
    fc.assert(
      fc.property(
        fc.array(aRow, { maxLength: 3 }),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 900 }),
        (rows, target, planned) => {
          const before = bookOf(rows, '2020-12-31');
          const changed = {
            pledge: (CITY.pledge ?? '').replace('최종목표 | 301', `최종목표 | ${target}`),
            targets: (CITY.targets ?? '').replace('2021 | 260', `2021 | ${planned}`),
          };
          const added = [
            `2021. 1. 1. | 최종목표 | 301 | ${target}`,
            `2021. 1. 1. | 누적목표 2021 | 260 | ${planned}`,
          ];
          const after = bookOf([...rows, ...added], '2020-12-31', changed);
          expect([after.target, after.rate, after.planned]).toEqual([
            before.target,
            before.rate,
            before.planned,
          ]);
        },
      ),
    );
  });

  it('say the same in any order of their rows, where each has a day of its own', () => {
    fc.assert(
      fc.property(fc.uniqueArray(aRow, { maxLength: 5, selector: (row) => row.split('|')[0] }), (rows) => {
        const [one, other] = [bookOf(rows, '2019-06-30'), bookOf(rows.toReversed(), '2019-06-30')];
        expect([one.target, one.rate, one.planned]).toEqual([other.target, other.rate, other.planned]);
        expect(one.found.length).toBe(other.found.length);
      }),
    );
  });
});
