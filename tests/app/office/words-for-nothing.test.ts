/**
 * Words in 공약목록 that say that there is nothing, and what is said of a cell that says nothing that can be
 * read.
 */
import { describe, expect, it } from 'vitest';
import { rawTab } from '../../sheets/fixtures.ts';
import { BOOK, told } from './office-book.ts';

const HEADINGS =
  '공약번호 | 공약명 | 분야 | 담당부서 | 시작연도 | 집계 | 지표단위 | 기준값 | 최종목표 | 이행구분 | 총사업비 | 추진구분 | 확인지표 | 이행률';
const listOf = (cells: Readonly<Record<string, string>>) => {
  const said: Readonly<Record<string, string>> = {
    공약번호: '1-1',
    공약명: '쉼터',
    분야: '복지',
    담당부서: '복지과',
    집계: '누적',
    지표단위: '개소',
    기준값: '10',
    최종목표: '30',
    ...cells,
  };
  const row = HEADINGS.split(' | ').map((heading) => said[heading] ?? '');
  return [HEADINGS, row.join(' | '), '1-2 | 만남 | 행정 | 자치과 | | | | | 40'].join('\n');
};

describe('a cell of the list', () => {
  it.each([
    ['이행구분', '미정'],
    ['이행구분', '미 정'],
    ['이행구분', '-'],
    ['분야', '미지정'],
    ['분야', '-'],
    ['담당부서', '미지정'],
    ['담당부서', '–'],
    ['추진구분', '-'],
    ['확인지표', '-'],
    ['집계', '-'],
    ['지표단위', '–'],
    ['이행률', '-'],
  ])('that says nothing is as a blank one: %s %s', (heading, typed) => {
    const { result, findings } = told({ pledgeList: listOf({ [heading]: typed }) });
    const blank = told({ pledgeList: listOf({ [heading]: '' }) });
    expect(findings).toEqual(blank.findings);
    expect(result).toEqual(blank.result);
  });

  it('is a class where the office has one of that name', () => {
    const { of, errors } = told({
      pledgeList: listOf({ 이행구분: '미정' }),
      classification: `${BOOK.classification}\n이행구분 | 미정`,
    });
    expect(errors).toEqual([]);
    expect(of('1-1')?.status.chosen).toBe('미정');
  });

  it('that says nothing is as a blank one beside another that cannot be read', () => {
    const indicatorsOf = (kind: string) =>
      told({ pledgeList: listOf({ 집계: kind, 시작연도: '이천' }) }).of('1-1')?.indicators;
    expect(indicatorsOf('-')?.length).toBe(1);
    expect(indicatorsOf('-')).toEqual(indicatorsOf(''));
  });

  it.each(['비예산', '비예산 사업', '예산비수반'])('is no money: %s', (typed) => {
    const { findings, book } = told({
      pledgeList: listOf({ 총사업비: typed }),
      budgetPlans: null,
      executions: null,
    });
    expect(findings.filter((finding) => finding.includes('공약목록'))).toEqual([]);
    expect(book.pledges[0]?.computed.report?.pledge.totalCostWon).toBe(0);
  });

  it('that says of no money what the plan has is told', () => {
    const { findings } = told({ pledgeList: listOf({ 총사업비: '비예산' }) });
    expect(findings.filter((finding) => finding.startsWith('budget-off'))).toHaveLength(1);
  });

  it.each([
    ['이행구분', '거의 다 함', 'unknown-name 공약목록 J2'],
    ['총사업비', '협의 중', 'not-an-amount 공약목록 K2'],
    ['최종목표', '연 40회', 'not-a-value 공약목록 I2'],
    ['기준값', '열', 'not-a-value 공약목록 H2'],
  ])('that cannot be read is left out, and the pledge is not: %s', (heading, typed, code) => {
    const { book, errors, of } = told({ pledgeList: listOf({ [heading]: typed }) });
    expect(errors).toEqual([code]);
    expect(of('1-1')).toBeDefined();
    const said = book.findings.find(({ tab, severity }) => tab === '공약목록' && severity === 'error');
    expect(said?.what).toContain('이 칸을 쓰지 않았습니다');
  });

  it('that has to be there is the row', () => {
    const { book } = told({ pledgeList: listOf({ 공약명: '' }) });
    const said = book.findings.find(({ code }) => code === 'required-blank');
    expect(said?.what).toContain('이 행을');
  });

  it('that is a number merged over two pledges is left out too', () => {
    const list = rawTab('공약목록', listOf({ 총사업비: '700' }));
    const merges = () => [{ row: 2, column: 11, rows: 2, columns: 1 }];
    const { book } = told({ pledgeList: { ...list, merges } });
    expect(book.findings.find(({ code }) => code === 'merged-number')?.what).toContain(
      '이 칸을 쓰지 않았습니다',
    );
  });
});
