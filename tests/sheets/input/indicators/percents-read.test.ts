/**
 * Percentages as they are typed in a spreadsheet: `80%` leaves 0.8 in the cell, and a format that shows it as
 * 80 %.
 */
import { describe, expect, it } from 'vitest';
import { readPledgeList } from '../../../../src/sheets/input/pledges/pledge-list.ts';
import { readContext } from '../../fixtures.ts';
import { bookOf, sheetTab, TERM } from '../../small-book.ts';

describe('a target of percentages that was changed', () => {
  const book = (asOf: string, before: string, after: string) =>
    bookOf(
      {
        pledge: `${TERM}\n확인지표 | 공정률\n집계 | 현재값\n지표단위 | %\n최종목표 | 100`,
        results: '일자 | 값\n2023. 5. 1. | 40%',
        planChanges: `일자 | 항목 | 당초 | 변경\n2024. 6. 1. | 최종목표 | ${before} | ${after}`,
      },
      asOf,
    );

  it.each([
    { asOf: '2024-03-31', target: 80, rate: 50 },
    { asOf: '2024-06-30', target: 100, rate: 40 },
  ])('is as of $asOf $target, and the rate $rate %', ({ asOf, target, rate }) => {
    for (const [before, after] of [
      ['80%', '100%'],
      ['"80%"', '"100%"'],
      ['80', '100'],
    ] as const) {
      const { report, codes } = book(asOf, before, after);
      expect(report.indicators[0]).toMatchObject({ target, rate: { percent: rate } });
      expect(codes).not.toContain('plan-change-off-today');
    }
  });
});

describe('a rate that somebody states', () => {
  const NO_INDICATOR = '집계 | 누적';

  it.each([
    { typed: '54%', rate: 54 },
    { typed: '130%', rate: 130 },
    { typed: '0.5%', rate: 0.5 },
    { typed: '1%', rate: 1 },
    { typed: '100%', rate: 100 },
    { typed: '"130%"', rate: 130 },
    { typed: '0.54', rate: 54 },
    { typed: '130', rate: 130 },
  ])('as $typed is $rate %', ({ typed, rate }) => {
    const { report } = bookOf({ pledge: `${TERM}\n${NO_INDICATOR}\n이행률 | ${typed}\n집행률 | ${typed}` });
    expect(report.rate).toEqual({ percent: rate, from: 'stated' });
    expect(report.pledge.stated.map(({ value }) => value)).toEqual([rate, rate]);
  });

  it.each([
    { typed: '1', told: 1 },
    { typed: '1.0', told: 1 },
    { typed: '1%', told: 0 },
    { typed: '100%', told: 0 },
    { typed: '0.54', told: 1 },
  ])('as $typed is told of $told times, for both', ({ typed, told }) => {
    const { codes } = bookOf({ pledge: `${TERM}\n${NO_INDICATOR}\n이행률 | ${typed}\n집행률 | ${typed}` });
    expect(codes.filter((code) => code === 'share-for-percent')).toHaveLength(told);
  });

  it('and changed is of each date what was stated then', () => {
    const { report } = bookOf({
      pledge: `${TERM}\n${NO_INDICATOR}\n이행률 | 130%`,
      planChanges: '일자 | 항목 | 당초 | 변경\n2024. 6. 1. | 이행률 | 1% | 130%',
    });
    expect(report.rate).toEqual({ percent: 1, from: 'stated' });
  });
});

describe('a result below 1 in a column of percentages', () => {
  it.each<[string, string, string, readonly number[], readonly string[]]>([
    ['of a level is read as typed, and told', '현재값', '80', [0.5, 1, 40], ['C2']],
    ['of a level is told without larger values too', '현재값', '80', [0.5, 1, 0], ['C2']],
    ['of a level whose target is as small is none', '현재값', '1', [0.5, 1, 0.7], []],
    ['of a level without a target is told beside larger ones', '현재값', '', [0.5, 40, 1], ['C2']],
    ['of a level without a target or larger values is none', '현재값', '', [0.5, 1, 0.7], []],
    ['that is nought or more than 1 is none', '현재값', '80', [0, 1, 1.5], []],
  ])('%s', (_, kind, target, values, cells) => {
    const { report, findings } = bookOf({
      pledge: `${TERM}\n확인지표 | 공정률\n집계 | ${kind}\n지표단위 | %\n최종목표 | ${target}`,
      results: [
        '지표 | 일자 | 값',
        ...values.map((value, index) => `| 2023. ${index + 1}. 1. | ${value}`),
      ].join('\n'),
    });
    expect(findings.filter(({ code }) => code === 'share-for-percent').map(({ cell }) => cell)).toEqual(
      cells,
    );
    expect(report.indicators[0]?.value.value).toBe(values.at(-1));
  });

  it.each<[string, readonly number[], number, readonly string[]]>([
    ['are shares where none is larger', [0.3, 0.7, 1], 100, ['C2', 'C3', 'C4']],
    ['are shares each by itself where one is larger', [0.3, 45, 1], 1, ['C2']],
    ['are shares each by itself where the last is one', [45, 1, 0.7], 70, ['C4']],
    ['are none where all are whole', [30, 45, 60], 60, []],
  ])('those that somebody states %s', (_, values, last, cells) => {
    const { report, findings } = bookOf({
      pledge: `${TERM}\n확인지표 | 진척\n집계 | 자체평가`,
      results: [
        '지표 | 일자 | 값',
        ...values.map((value, index) => `| 2023. ${index + 1}. 1. | ${value}`),
      ].join('\n'),
    });
    expect(findings.filter(({ code }) => code === 'share-for-percent')).toHaveLength(
      cells.length > 0 ? 1 : 0,
    );
    expect(report.indicators[0]?.value.value).toBe(last);
    const told = findings.find(({ code }) => code === 'share-for-percent');
    for (const cell of cells) expect(`${told?.cell} ${told?.what}`).toContain(cell);
  });
});

describe('a column of rates in 공약목록', () => {
  it.each([
    { typed: ['0.54', '1', '0.8', '1.2'], asks: ['4 1.2 120'] },
    { typed: ['0.54', '120%'], asks: [] },
    { typed: ['1.2', '54'], asks: [] },
    { typed: ['0.54', '54', '2'], asks: [] },
  ])('of $typed asks about $asks', ({ typed, asks }) => {
    const rows = typed.map((rate, index) => `1-${index + 1} | 사업 ${index} | ${rate}`);
    const raw = sheetTab('공약목록', `공약번호 | 공약명 | 이행률\n${rows.join('\n')}`);
    const told = readPledgeList(raw, readContext()).findings.map(({ problem, place }) =>
      problem.code === 'share-for-percent'
        ? `${(place?.row ?? 0) - 1} ${problem.found} ${problem.share}`
        : '',
    );
    expect(told).toEqual(asks);
  });
});

describe('a value between 0 and 1 of an indicator of percentages', () => {
  const valuesOf = (kind: string, target: string, values: readonly string[]) => {
    const { report, codes } = bookOf({
      pledge: `${TERM}\n확인지표 | 추진\n집계 | ${kind}\n지표단위 | %\n최종목표 | ${target}`,
      results: ['일자 | 값', ...values.map((value, index) => `2023. ${index + 1}. 1. | ${value}`)].join('\n'),
    });
    const told = codes.filter((code) => code === 'share-for-percent');
    return { value: report.indicators[0]?.value.value, told };
  };
  const SHARE = 'share-for-percent';

  it.each([
    { values: ['0.7'], is: { value: 70, told: [SHARE] } },
    { values: ['0.57'], is: { value: 57, told: [SHARE] } },
    { values: ['0.3', '0.7', '1'], is: { value: 100, told: [SHARE] } },
    { values: ['50', '0.7'], is: { value: 70, told: [SHARE] } },
    { values: ['50', '1'], is: { value: 1, told: [] } },
    { values: ['1'], is: { value: 1, told: [] } },
    { values: ['0'], is: { value: 0, told: [] } },
    { values: ['70'], is: { value: 70, told: [] } },
    { values: ['70%'], is: { value: 70, told: [] } },
    { values: ['0.7%'], is: { value: 0.7, told: [] } },
  ])('is read as a share by 자체평가: $values', ({ values, is }) => {
    const { value, told } = valuesOf('자체평가', '', values);
    expect({ value, told: [...new Set(told)].toSorted() }).toEqual(is);
  });

  it.each([
    { target: '100', values: ['0.88'], is: { value: 0.88, told: [SHARE] } },
    { target: '100', values: ['80', '0.88'], is: { value: 0.88, told: [SHARE] } },
    { target: '0.9', values: ['0.88'], is: { value: 0.88, told: [] } },
    { target: '', values: ['80', '0.88'], is: { value: 0.88, told: [SHARE] } },
    { target: '', values: ['0.5', '0.88'], is: { value: 0.88, told: [] } },
    { target: '100', values: ['0.88%'], is: { value: 0.88, told: [] } },
    { target: '100', values: ['88%'], is: { value: 88, told: [] } },
    { target: '100', values: ['1'], is: { value: 1, told: [] } },
    { target: '1', values: ['35'], is: { value: 35, told: [SHARE] } },
    { target: '0.9', values: ['0.5', '35'], is: { value: 35, told: [SHARE] } },
    { target: '1%', values: ['35'], is: { value: 35, told: [] } },
    { target: '"1%"', values: ['35'], is: { value: 35, told: [] } },
    { target: '1', values: ['0.5', '0.88'], is: { value: 0.88, told: [] } },
    { target: '1\n기준값 | 5', values: ['3.5'], is: { value: 3.5, told: [] } },
  ])('stays as it is of 현재값, of $target: $values', ({ target, values, is }) => {
    expect(valuesOf('현재값', target, values)).toEqual(is);
  });
});

describe('a percent cell of an indicator in another unit, or in none', () => {
  it.each([
    { unit: '', target: '100%', value: '40', told: [] },
    { unit: '명', target: '100', value: '40%', told: ['실적기록 B2 unit-of-another-indicator'] },
    { unit: 'km', target: '100', value: '0.4', told: [] },
  ])('is told of: $target, $value of "$unit"', ({ unit, target, value, told }) => {
    const { found } = bookOf({
      pledge: `${TERM}\n확인지표 | 가입\n집계 | 현재값\n지표단위 | ${unit}\n최종목표 | ${target}`,
      results: `일자 | 값\n2023. 5. 1. | ${value}`,
    });
    expect(found.filter((text) => text.endsWith('unit-of-another-indicator'))).toEqual(told);
  });
});
