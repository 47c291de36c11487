/**
 * Published pledges that no meetings measure: sites on top of a base, two indicators, a rate of progress,
 * kilometres, a rate that the office states itself. Their figures are those that were published; what is
 * worked out by hand says so.
 */

import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/app/result/run-result.ts';
import { runResultOf } from '../../src/app/result/run-result.ts';
import { officialSheet } from '../../src/sheets/output/official/sheet.ts';
import { toldOf } from '../problems/running.ts';
import { workbookText } from '../problems/workbook-text.ts';
import { resultOfOne } from '../support/one-pledge.ts';

type Pledge = RunResult['pledges'][number];

function pledgeOf(asOf: string, sections: string): Pledge {
  const told = toldOf(workbookText(`as of ${asOf}, today ${asOf}\nA published pledge.\n\n${sections}`));
  const [pledge] = runResultOf(resultOfOne(told.report, told.findings, told.accounts), told.findings).pledges;
  if (pledge === undefined) throw new Error('no pledge');
  return pledge;
}

const settings = (rows: string) => `[공약]\n항목 | 값\n공약번호 | 1\n${rows}\n`;
const NO_MEETINGS = '[소통기록]\n일자 | 분류 | 횟수\n';

const SITES = `${settings('시작연도 | 2014\n종료연도 | 2018\n확인지표 | 보행전용거리\n집계 | 누적\n지표단위 | 개소\n기준값 | 55\n최종목표 | 113\n추진구분 | 계속')}
[연차목표]
연도 | 누적목표
2014 | 65
2015 | 75개소
2016 | 85
2017 | 95
2018 | 113
[실적기록]
일자 | 값
2014 | 12
2015. 3월 | 2개소
2015. 6월 | 3
2015. 9월 | 14
2015. 12월 | 4
2016. 6월 | 2
2016. 9월 | 14
2016. 12월 | 6
${NO_MEETINGS}`;

const CARERS = `${settings('시작연도 | 2015\n종료연도 | 2018\n확인지표 | 어르신돌봄\n집계 | 누적\n지표단위 | 명\n최종목표 | 3500')}
[지표]
지표 | 집계 | 단위 | 최종목표
장애인돌봄 | 누적 | 명 | 3350
[연차목표]
지표 | 연도 | 누적목표
어르신돌봄 | 2015 | 1000
어르신돌봄 | 2016 | 2000
장애인돌봄 | 2016 | 2000
[실적기록]
지표 | 일자 | 값
어르신돌봄 | 2015. 9월 | 514명
어르신돌봄 | 2016. 6월 | 182
어르신돌봄 | 2016. 9월 | 271
어르신돌봄 | 2016. 12월 | 609
장애인돌봄 | 2015. 9월 | 914
장애인돌봄 | 2016. 6월 | 165
장애인돌봄 | 2016. 9월 | 139
장애인돌봄 | 2016. 12월 | 857
${NO_MEETINGS}`;

const railway = (
  last: string,
) => `${settings('시작연도 | 2014\n종료연도 | 2018\n확인지표 | 공정률\n집계 | 현재값\n지표단위 | %\n최종목표 | 100')}
[연차목표]
연도 | 누적목표
2015 | 80
2016 | 90
2017 | 100
[실적기록]
일자 | 값
2016. 12. 31. | ${last}
2015. 12. 31. | 80
2016. 6. 30. | 88%
${NO_MEETINGS}`;

const KILOMETRES = `${settings('시작연도 | 2022\n종료연도 | 2026\n확인지표 | 자전거도로\n집계 | 누적\n지표단위 | km\n최종목표 | 12.5')}
[연차목표]
연도 | 누적목표
2022 | 2.5
2023 | 5
[실적기록]
일자 | 값
2022. 9. 1. | 2.5
2023. 9. 1. | 1.8km
${NO_MEETINGS}`;

const STATED = `${settings('시작연도 | 2018\n종료연도 | 2022\n총사업비(백만원) | 50500\n이행률 | 70%\n이행구분 | 정상추진')}
[연차목표]
연도 | 누적목표
${NO_MEETINGS}`;

describe('a published pledge', () => {
  it.each([
    [
      '57 sites on top of 55, towards 113',
      SITES,
      '2016-12-31',
      ['보행전용거리 112개소 99'],
      99,
      'indicators',
    ],
    // By hand: 1576 of 3500 and 2075 of 3350; the mean of the exact shares is 53.4.
    [
      'two kinds of carers',
      CARERS,
      '2016-12-31',
      ['어르신돌봄 1576명 45', '장애인돌봄 2075명 61'],
      53,
      'indicators',
    ],
    [
      'a rate of progress, whatever the order of its rows',
      railway('92'),
      '2016-12-31',
      ['공정률 92% 92'],
      92,
      'indicators',
    ],
    [
      'a rate of progress with a decimal',
      railway('91.5%'),
      '2016-12-31',
      ['공정률 91.5% 91'],
      91,
      'indicators',
    ],
    // By hand: 4.3 of 12.5 is 34.4.
    ['kilometres', KILOMETRES, '2023-12-31', ['자전거도로 4.3km 34'], 34, 'indicators'],
    ['a rate that the office states', STATED, '2021-12-31', ['null 0회 null'], 70, 'stated'],
  ])('%s', (_, sections, asOf, indicators, percent, from) => {
    const pledge = pledgeOf(asOf, sections);
    expect(
      pledge.indicators.map(({ name, value, unit, ratePercent }) => `${name} ${value}${unit} ${ratePercent}`),
    ).toEqual(indicators);
    expect([pledge.ratePercent, pledge.rateFrom]).toEqual([percent, from]);
  });

  it('of sites shows what each year added, and never the base in it', () => {
    const [sites] = pledgeOf('2016-12-31', SITES).indicators;
    const term = sites?.years.filter(({ year }) => year <= 2018);
    expect(term?.map(({ achieved, value }) => [achieved, value])).toEqual([
      [12, 67],
      [23, 90],
      [22, 112],
      [null, null],
      [null, null],
    ]);
    expect(sites?.baseline).toBe(55);
  });

  it('of a rate of progress is never suggested as completed for the sum of its values', () => {
    expect(pledgeOf('2016-12-31', railway('92')).status.suggested).toBe('정상추진');
    expect(pledgeOf('2016-12-31', railway('89')).status.suggested).toBe('일부추진');
    expect(pledgeOf('2016-12-31', railway('100')).status.suggested).toBe('완료');
  });

  it('that no meetings measure has no figures of meetings, and keeps its class', () => {
    const told = toldOf(workbookText(`as of 2016-12-31, today 2016-12-31\nA level.\n\n${railway('92')}`));
    expect(
      runResultOf(resultOfOne(told.report, told.findings, told.accounts), told.findings).meetings,
    ).toEqual({
      cumulative: null,
      target: null,
      ratePercent: null,
      status: { chosen: null, suggested: '정상추진' },
      years: [],
      categories: [],
    });
  });
});

describe('an indicator that is to fall', () => {
  const falling = (
    value: string,
  ) => `${settings('시작연도 | 2022\n종료연도 | 2025\n확인지표 | 사고\n집계 | 현재값\n지표단위 | 건\n기준값 | 50\n최종목표 | 30')}
[연차목표]
연도 | 누적목표
2022 | 45
2023 | 40
2025 | 30
[실적기록]
일자 | 값
2023. 12. 31. | ${value}
${NO_MEETINGS}`;

  // By hand, of the 20 that it is to fall by.
  it.each([
    ['42', 40, '일부추진'],
    ['40', 50, '정상추진'],
    ['30건', 100, '완료'],
    ['28', 110, '완료'],
    ['55', 0, '일부추진'],
  ])('from 50 to %s is %s %% of the way to 30', (value, percent, suggested) => {
    const pledge = pledgeOf('2023-12-31', falling(value));
    expect([pledge.ratePercent, pledge.status.suggested]).toEqual([percent, suggested]);
  });
});

it('tells its results year by year, also where the suggestions cannot be read', () => {
  const told = toldOf(
    workbookText(
      `as of 2023-12-31, today 2023-12-31\nA published pledge.\n\n${KILOMETRES}\n[건의사항]\n접수번호 | 비고\n1 |`,
    ),
  );
  const printed = officialSheet(told.report, told.accounts, told.findings).rows.flatMap((row) =>
    row.map(({ value }) => value),
  );
  expect(printed).toEqual(expect.arrayContaining(['실적', 2.5, 1.8]));
});
