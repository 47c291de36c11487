/** The unit of an indicator, in cells and in headings: nothing is converted by guess. */
import { describe, expect, it } from 'vitest';
import { namesAnotherUnit } from '../../../../src/sheets/input/indicators/indicator-units.ts';
import { bookOf, TERM } from '../../small-book.ts';

const settings = (unit: string, more = '') =>
  `${TERM}\n확인지표 | 가입\n집계 | 누적\n지표단위 | ${unit}${more === '' ? '\n최종목표 | 100' : more}`;

describe('a value with a unit', () => {
  it.each([
    { unit: '㎞', typed: '12.5km', value: 12.5 },
    { unit: 'KM', typed: '12.5 km', value: 12.5 },
    { unit: 'km', typed: '12.5㎞', value: 12.5 },
    { unit: '㎡', typed: '200m²', value: 200 },
    { unit: '㎡', typed: '200m2', value: 200 },
    { unit: 'm2', typed: '1,200㎡', value: 1200 },
    { unit: 'm³', typed: '200M3', value: 200 },
    { unit: 'km2', typed: '3㎢', value: 3 },
    { unit: '명', typed: '2,000명', value: 2000 },
    { unit: '%', typed: '88％', value: 88 },
  ])('$typed is $value where 지표단위 is $unit', ({ unit, typed, value }) => {
    const pledge = settings(unit).replace('누적', '현재값');
    const { report } = bookOf({ pledge, results: `일자 | 값\n2023. 5. 1. | "${typed}"` });
    expect(report.indicators[0]?.value.value).toBe(value);
  });

  it.each([
    ['확인지표 | 도로(km)', '12.5km', 'km'],
    ['확인지표 | 도로(단위: ㎞)', '12.5 km', '㎞'],
    ['확인지표 | 도로\n최종목표 | 20km', '12.5', 'km'],
    ['확인지표 | 도로\n기준값 | 20km', '12.5km', 'km'],
    ['확인지표 | 공정률(%)\n최종목표 | 100', '88%', '%'],
    ['확인지표 | 도로(국도)', '12.5', null],
    ['확인지표 | 도로(km)\n지표단위 | m', '12.5m', 'm'],
  ])('is known where no unit is typed: %s', (rows, typed, unit) => {
    const results = `일자 | 값\n2023. 5. 1. | "${typed}"`;
    const own = bookOf({ pledge: `${TERM}\n집계 | 현재값\n${rows}`, results });
    expect(own.report.indicators[0]?.indicator.unit).toBe(unit);
    expect(own.report.indicators[0]?.value.value).toBe(typed === '88%' ? 88 : 12.5);
    const [name = '', target = ''] = rows.split('\n').map((row) => row.split(' | ')[1] ?? '');
    if (rows.includes('기준값') || rows.includes('지표단위')) return;
    const other = bookOf({
      pledge: TERM,
      indicators: `지표 | 집계 | 단위 | 최종목표\n${name} | 현재값 | | ${target}`,
      results,
    });
    expect(other.report.indicators[0]?.indicator.unit).toBe(unit);
    expect(other.report.indicators[0]?.value.value).toBe(typed === '88%' ? 88 : 12.5);
  });

  it.each([
    { unit: '천명', typed: '2,000명', what: "'2,000명'의 단위가 이 지표의 단위('천명')와 달라" },
    { unit: '명', typed: '12천명', what: "'12천명'의 단위가 이 지표의 단위('명')와 달라" },
    { unit: '명', typed: '200m2', what: "'200m2'의 단위가 이 지표의 단위('명')와 달라" },
    { unit: '', typed: '2개소', what: "'2개소'의 단위가 이 지표의 단위(적지 않음)와 달라" },
  ])('$typed is told of where 지표단위 is "$unit"', ({ unit, typed, what }) => {
    const { report, findings } = bookOf({
      pledge: settings(unit),
      results: `일자 | 값\n2023. 5. 1. | "${typed}"`,
    });
    expect(report.indicators[0]?.value.value).not.toBeGreaterThan(0);
    expect(findings.map((finding) => finding.what)).toContain(`${what} 이 행을 집계하지 않았습니다.`);
  });
});

it.each([
  ['값(천명)', '명', true],
  ['값(천)', '명', true],
  ['값(단위: 천명)', '명', true],
  ['값(개소)', '명', true],
  ['값(병상)', '병상', false],
  ['값(십병상)', '병상', true],
  ['값(단위: 병상)', '명', true],
  ['값(명)', '명', false],
  ['값(명, 누적)', '명', false],
  ['값(KM)', '㎞', false],
  ['값(누적)', '명', false],
  ['값(단위)', '명', false],
  ['값', '명', false],
])('%s over values of %s names another unit: %s', (heading, unit, is) => {
  expect(namesAnotherUnit(heading, { unit, kind: 'cumulative' })).toBe(is);
});

describe('a unit in a heading', () => {
  it.each([
    {
      case: 'of 실적기록',
      tabs: { pledge: settings('명'), results: '일자 | 값(천명)\n2023. 5. 1. | 50\n2023. 6. 1. | 7명' },
      found: ['실적기록 B2 unit-of-another-indicator'],
      is: { value: 7, target: 100 },
    },
    {
      case: 'above 실적기록',
      tabs: { pledge: settings('명'), results: '(단위: 천명) |\n일자 | 값\n2023. 5. 1. | 50' },
      found: ['실적기록 B3 unit-of-another-indicator'],
      is: { value: 0, target: 100 },
    },
    {
      case: 'above 실적기록, without a colon',
      tabs: { pledge: settings('명'), results: '( 단위 천명 ) |\n일자 | 값\n2023. 5. 1. | 50' },
      found: ['실적기록 B3 unit-of-another-indicator'],
      is: { value: 0, target: 100 },
    },
    {
      case: 'of another column of 실적기록',
      tabs: {
        pledge: settings('명'),
        results: '일자 | 값 | 내용(단위: 천명)\n2023. 5. 1. | 50 | 가',
      },
      found: [],
      is: { value: 50, target: 100 },
    },
    {
      case: 'of 연차목표',
      tabs: { pledge: settings('명'), targets: '연도 | 누적목표(천명)\n2024 | 50' },
      found: ['연차목표 B2 unit-of-another-indicator'],
      is: { value: null, target: 100 },
    },
    {
      case: 'of 연차목표, with the own one in the cell',
      tabs: { pledge: settings('명'), targets: '연도 | 누적목표(천명)\n2026 | 50명' },
      found: [],
      is: { value: null, target: 100 },
    },
    {
      case: 'above the years of 연차목표',
      tabs: { pledge: settings('명'), targets: '누적목표(천명) | |\n2024 | 2025 | 2026\n5 | 7 | 9' },
      found: ['연차목표 A3 unit-of-another-indicator'],
      is: { value: null, target: 100 },
    },
    {
      case: 'at the beginning of a row of years',
      tabs: { pledge: settings('명'), targets: '구분 | 2025 | 2026\n누적목표(천명) | 7 | 9' },
      found: ['연차목표 B2 unit-of-another-indicator'],
      is: { value: null, target: 100 },
    },
    {
      case: 'of 최종목표',
      tabs: { pledge: settings('명', '\n최종목표(천명) | 50') },
      found: ['공약 B8 unit-of-another-indicator'],
      is: { value: null, target: null },
    },
    {
      case: 'of 기준값',
      tabs: { pledge: settings('명', '\n기준값(천명) | 50') },
      found: ['공약 B8 unit-of-another-indicator'],
      is: { value: null, target: null },
    },
    {
      case: 'that is the own one',
      tabs: {
        pledge: settings('천명', '\n최종목표(천명) | 50'),
        results: '일자 | 값(단위: 천명)\n2023. 5. 1. | 50',
      },
      found: [],
      is: { value: 50, target: 50 },
    },
    {
      case: 'of 공약변경',
      tabs: {
        pledge: settings('명'),
        planChanges: '일자 | 항목 | 당초 | 변경\n2024. 6. 1. | 최종목표(천명) | 80 | 100',
      },
      found: ['공약변경 C2 unit-of-another-indicator'],
      is: { value: null, target: 100 },
    },
    {
      case: 'over what meetings are counted in',
      tabs: { pledge: `${TERM}\n최종목표(명) | 50`, targets: '연도 | 누적목표(회)\n2026 | 50' },
      found: [],
      is: { value: 0, target: 50 },
    },
  ])('$case', ({ tabs, found, is }) => {
    const book = bookOf(tabs);
    expect(book.found.filter((text) => text.includes('unit-of'))).toEqual(found);
    const [indicator] = book.report.indicators;
    expect({ value: indicator?.value.value ?? null, target: indicator?.target ?? null }).toEqual(is);
  });

  it('of 지표 is held against the unit of each row', () => {
    const { report, findings } = bookOf({
      pledge: TERM,
      indicators: '지표 | 집계 | 단위 | 최종목표(천명)\n가입 | 누적 | 명 | 50\n이용 | 누적 | 천명 | 60',
    });
    expect(report.indicators.map(({ indicator }) => indicator.name)).toEqual(['이용']);
    expect(findings.map(({ what }) => what)).toContain(
      "'최종목표(천명)'의 단위가 이 지표의 단위('명')와 달라 이 행을 집계하지 않았습니다.",
    );
  });

  it('is told of once, with the cells below it', () => {
    const results = '일자 | 값(천명)\n2023. 5. 1. | 50\n2023. 6. 1. | 60\n2023. 7. 1. | 7명';
    const { findings } = bookOf({ pledge: settings('명'), results });
    expect(findings.filter(({ code }) => code === 'unit-of-another-indicator')).toMatchObject([
      { what: "'값(천명)'의 단위가 이 지표의 단위('명')와 달라 2행(B2, B3)을 집계하지 않았습니다." },
    ]);
  });
});

describe('a value that says it is all there is by now', () => {
  const read = (kind: string, typed: string) =>
    bookOf({
      pledge: `${TERM}\n확인지표 | 쉼터\n집계 | ${kind}\n지표단위 | 개소\n최종목표 | 100`,
      results: `일자 | 값\n2023. 5. 1. | 3\n2023. 6. 1. | "${typed}"`,
    });

  it.each([
    '누적 5개소',
    '총 5개소',
    '누계 5',
    '누계: 5개소',
    '총계 5',
    '합계 5',
    '계 5',
    '현재 5개소',
    '누적 약 5개소',
    '누적실적 5',
    '5개소 누적',
    '5(누계)',
  ])('is never added to others: %s', (typed) => {
    const { report, found } = read('누적', typed);
    expect(report.indicators[0]?.value.value).toBe(3);
    expect(found).toContain('실적기록 B3 sum-for-a-part');
  });

  it.each(['누적 5개소', '총 5개소', '누계: 5', '현재 5개소', '5개소(누계)'])(
    'is its number of 현재값: %s',
    (typed) => {
      const { report, codes } = read('현재값', typed);
      expect(report.indicators[0]?.value.value).toBe(5);
      expect(codes).not.toContain('sum-for-a-part');
    },
  );

  it.each(['누계(5)', '5개소(신설)', '누적 3→5', '누적'])(
    'is no number where it cannot be read: %s',
    (typed) => {
      expect(read('현재값', typed).report.indicators[0]?.value.value).toBe(3);
    },
  );

  it.each(['약 5개소', '5개소', '△5', '(5)'])('is not meant by %s', (typed) => {
    expect(read('누적', typed).codes).not.toContain('sum-for-a-part');
  });
});

it.each([
  ['50%', 'unit-of-another-kind'],
  ['1.5', 'fractional-count'],
  ['-3', 'negative-count'],
  ['50회', null],
  ['50명', null],
])('a target of 소통 beside other indicators is a number of meetings: %s', (typed, code) => {
  const { codes } = bookOf({
    pledge: `${TERM}\n확인지표 | 소통\n집계 | 소통\n최종목표 | 100`,
    indicators: '지표 | 집계 | 단위 | 최종목표\n가입 | 누적 | 명 | 90',
    targets: `지표 | 연도 | 누적목표\n소통 | 2024 | "${typed}"`,
  });
  expect(codes.filter((each) => /unit|count/.test(each))).toEqual(code === null ? [] : [code]);
});
