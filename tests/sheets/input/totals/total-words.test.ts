/** Which texts are totals, of what sort, and of how many rows. A text that only looks like one is data. */
import { describe, expect, it } from 'vitest';
import {
  countOfPledges,
  countOfTotal,
  isMoneyTotal,
  isNamedSum,
  isNamedTotal,
  isPartTotal,
  isPlanTotal,
  isTotalWord,
  mayBeTotal,
  nameOfTotal,
} from '../../../../src/sheets/input/totals/total-words.ts';

/** The sorts of totals that a text is. */
function sortsOf(text: string): string {
  return [
    ...(isTotalWord(text) ? ['word'] : []),
    ...(isNamedTotal(text) ? ['named'] : []),
    ...(isNamedSum(text) ? ['sum'] : []),
    ...(isPartTotal(text) ? ['part'] : []),
    ...(isPlanTotal(text) ? ['plan'] : []),
    ...(!isTotalWord(text) && isMoneyTotal(text) ? ['money'] : []),
  ].join(', ');
}

describe('a total', () => {
  it.each([
    // A word alone, in any spelling, marks and remarks.
    ...['계', '합계', '합 계', '총합계', '누계', '총계', '총합', '계:', '계 :'].map((text) => [text, 'word']),
    ...[
      '합계(건)',
      '합계 (2023년까지)',
      '합계(건):',
      '<합계>',
      '[ 총계 ]',
      '【합계】',
      '(계)',
      '〈누 계〉',
    ].map((text) => [text, 'word']),
    ['\u200b합계\ufeff', 'word'],
    ['소계', 'word, part'],
    ['소 계', 'word, part'],
    ['<소계>', 'word, part'],
    // A word behind a name or a time.
    ['복지 소계', 'named, sum, part'],
    ['복지 소 계', 'named, sum, part'],
    ['복지 합계', 'named, sum'],
    ['복지 <합계>', 'named, sum'],
    ['연간 총합', 'named, sum'],
    ['시장방문 계', 'named'],
    ['2023년 계', 'named'],
    ['2023년도계', 'named'],
    ['3월 합계', 'named, sum'],
    ['3월합계', 'named'],
    ['1분기계', 'named'],
    ['월계', 'named'],
    ['분기 계', 'named'],
    // The money of a plan.
    ['총사업비', 'plan'],
    ['투자계획', 'plan'],
    ['소요예산(백만원)', 'plan'],
    ['연차별 투자 계획', 'plan'],
    ['예산액', 'plan'],
    ['예산안', 'plan'],
    ['투자액', 'plan'],
    ['투자비', 'plan'],
    ['소요액', 'plan'],
    ['계획', 'plan'],
    ['계획액', 'plan'],
    ['총액', 'plan'],
    ['총금액', 'plan'],
    ['총비용', 'plan'],
    // Words among funding sources.
    ...[
      'TOTAL',
      'Grand Total',
      'sum',
      'Σ',
      '∑',
      '전체',
      '총전체',
      '전체 예산',
      '전체사업비',
      '전체액',
      '총',
    ].map((text) => [text, 'money']),
    ['전체 계', 'named, money'],
  ])('%s is one: %s', (text, sorts) => {
    expect(sortsOf(text)).toBe(sorts);
  });

  it.each([
    ...['', '설계', '설 계', '통계', '회계', '단계', '실시설계', '계획서', '계약', '합계를 적음', '재합계'],
    ...['소계획', '월계동', '분기계획', '9월계획', '1단계', '토탈 케어', 'totals', 'subtotal', '전체회의'],
    ...['총무', '총액표', '부분 총액', '총사업비 확보', '체육관', '(합계', '합계>'],
  ])('is not in %o', (text) => {
    expect(sortsOf(text)).toBe('');
  });

  it.each([
    ['1-1 소계', '1-1'],
    ['시장방문 합 계', '시장방문'],
    ['2023년계', '2023년'],
    ['복지 <소계>', '복지'],
    ['복지 소계(건)', '복지'],
    ['월계', '월'],
    ['소계', null],
    ['합 계', null],
    ['설계', null],
    ['복지', null],
  ])('%s is of %s', (text, name) => {
    expect(nameOfTotal(text)).toBe(name);
  });

  it.each([
    ['합계 3건', 3],
    ['합계3건', 3],
    ['총 공약 3건', 3],
    ['총 사업 12개', 12],
    ['총 3개 공약', 3],
    ['계 3개사업', 3],
    ['전체 5개소', 5],
    ['총 7곳', 7],
    ['총 7명', 7],
    ['총 7번', 7],
    ['총 7차례', 7],
    ['계: 3회', 3],
    ['계, 3회', 3],
    ['총계 (3건)', 3],
    ['총계 ( 3 건 )', 3],
    ['합계 1,203건', 1203],
    ['합계 3건(완료 1건)', 3],
    ['합계 3건 (완료 1건).', 3],
    ['　합계　３건　', 3],
    ['3건', null],
    ['합계', null],
    ['합계 건', null],
    ['합계 3', null],
    ['합계 3원', null],
    ['합계 ,3건', 3],
    ['총 3건의 건의', null],
    ['우리 총 3건', null],
    ['합계 3건(완료(1)건)', null],
  ])('%s is of %s rows', (text, count) => {
    expect(countOfTotal(text)).toBe(count);
  });

  it.each([
    ['5건', 5],
    ['총5개', 5],
    ['총 5개 공약', 5],
    ['1234개 사업', 1234],
    ['합계 3건', 3],
    ['12345건', null],
    ['5', null],
    ['5건 남음', null],
    ['약 5건', null],
    ['5명', null],
  ])('in a list of pledges %s says %s', (text, count) => {
    expect(countOfPledges(text)).toBe(count);
  });

  it.each([
    ['합계', true],
    ['총 3건', true],
    ['소계', true],
    ['전체', true],
    ...['계', '합', '총', '체'].flatMap((word): [string, boolean][] => [
      [word, true],
      [word.normalize('NFD'), true],
    ]),
    ['간담회', false],
    ['2024. 3. 5.', false],
    ['', false],
  ])('may be in %s: %s', (text, may) => {
    expect(mayBeTotal(text)).toBe(may);
  });
});
