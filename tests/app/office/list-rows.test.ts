/** Rows of 공약목록 that are no pledge, and cells of it that stand for several rows. */
import { describe, expect, it } from 'vitest';
import { rawTab } from '../../sheets/fixtures.ts';
import { BOOK, told } from './office-book.ts';

const HEADINGS =
  '연번 | 공약번호 | 공약명 | 분야 | 담당부서 | 집계 | 지표단위 | 기준값 | 최종목표 | 이행구분';
const ROWS = [
  '1 | 1-1 | 쉼터 | 복지 | 복지과 | 누적 | 개소 | 10 | 30 |',
  '2 | 1-2 | 만남 | 행정 | 자치과 | | | | 40 |',
];

describe('a unit of money in an office’s book', () => {
  const costs = (title: string, below = '') =>
    told({
      pledgeList: `${title}\n공약번호 | 공약명 | 총사업비 | 최종목표\n1-1 | 쉼터 | 10000 | 30\n1-2 | 만남 | | 40${below}`,
    });
  const isOfUnit = (finding: string) => /unit|total-cost/.test(finding);

  it.each([
    ['said above the list', '[단위: 천원]', '', []],
    ['said nowhere', '공약', '', ['budget-off-total-cost 1-1 예산계획 ', 'unit-not-named  공약목록 C2']],
    [
      'said twice',
      '(단위: 천원) 단위는 억원',
      '',
      ['several-units  공약목록 C2', 'budget-off-total-cost 1-1 예산계획 '],
    ],
    ['said below in a line of its own', '[단위: 천원]', '\n(단위: 원)', ['unit-below  공약목록 5:5']],
    ['said below', '[단위: 천원]', '\n※ 단위: 원', ['unit-below  공약목록 5:5']],
  ])('for the total cost, %s', (_, title, below, findings) => {
    expect(costs(title, below).findings.filter(isOfUnit)).toEqual(findings);
  });

  it('of the total cost is told where another stands above', () => {
    const pledgeList = '(단위: 천원)\n공약번호 | 공약명 | 총사업비(백만원)\n1-1 | 쉼터 | 10\n1-2 | 만남 | 30';
    expect(told({ pledgeList }).findings.filter(isOfUnit)).toEqual(['several-units  공약목록 C2']);
  });

  it.each([
    ['0.3', []],
    ['30', ['budget-off-total-cost 1-2 예산계획 ']],
  ])('is that of the headings right above the total cost, here %s억원', (cost, findings) => {
    const pledgeList = `공약번호 | 공약명 | 총사업비(백만원)\n1-1 | 쉼터 | 10\n공약번호 | 공약명 | 총사업비(억원)\n1-2 | 만남 | ${cost}`;
    expect(told({ pledgeList }).findings.filter(isOfUnit)).toEqual(findings);
  });

  it.each(['※ 단위: 천원', '(단위: 천원)'])('below a tab of money, as %s', (line) => {
    const { findings } = told({ executions: `${BOOK.executions}\n${line}` });
    expect(findings.filter(isOfUnit)).toEqual(['unit-below  예산집행 3:3']);
  });

  it.each(['2분기 (단위: 천원)', '(천원)', '※ 단위: 천원'])(
    'is told once where two pledges follow: %s',
    (line) => {
      const plans = `공약번호 | 재원 | 2025년(백만원)\n1-1 | 구 | 10\n1-2 | 구 | 30\n${line}\n1-1 | 시 | 1\n1-2 | 시 | 2`;
      const { findings } = told({ budgetPlans: plans });
      expect(findings.filter(isOfUnit)).toEqual(['unit-below  예산계획 4:4']);
    },
  );
});

describe('a row of the list without a number', () => {
  it.each([
    ['blank', '3 |  | 길', 'required-blank 공약목록 B4'],
    ['a dash', '3 | - | 길', 'not-a-pledge-number 공약목록 B4'],
    ['the word for none', '3 | 없음 | 길', 'not-a-pledge-number 공약목록 B4'],
    ['an error of a formula', '3 | #REF! | 길', 'error-value 공약목록 B4'],
    ['another error of a formula', '3 | #N/A | 길', 'error-value 공약목록 B4'],
  ])('is left out, and its number is asked for: %s', (_, row, error) => {
    const { result, errors } = told({ pledgeList: [HEADINGS, ...ROWS, row].join('\n') });
    expect(errors).toEqual([error]);
    expect(result.pledges.map(({ number }) => number)).toEqual(['1-1', '1-2']);
    expect(result.rows.공약목록).toMatchObject({ counted: 2, excluded: 1 });
  });
});

describe('a row of totals in the list', () => {
  it.each([
    ['where the number stands', ' | 합계 | 2건'],
    ['where the number stands, spaced', ' | 합 계 | 2건 | | | | | | 70'],
    ['of a field, where the number stands', ' | 복지 소계 | 2건'],
    ['of a field', ' | 2건 | | 복지 소계'],
    ['in the field', ' | 2건 | | 소계'],
    ['beside a name', ' | 2건 | 복지 소계'],
    ['without a number', ' | | 소계 | 2건'],
    ['without a number, of a field', ' | | 복지 소계 | 2건'],
    ['in the department', ' | | | | 합계'],
    ['in a column that nobody knows', '합계 | 2건 | 공약'],
    ['as a number of pledges', '계 | 2 | 공약'],
    ['in brackets', ' | <합계> | 2'],
    ['in full width', ' | ［소　계］ | 2'],
  ])('is no pledge: %s', (_, row) => {
    const { result, findings } = told({ pledgeList: [HEADINGS, ...ROWS, row].join('\n') });
    expect(findings).toEqual(told({ pledgeList: [HEADINGS, ...ROWS].join('\n') }).findings);
    expect(result.overview).toMatchObject({ pledges: 2, meanRatePercent: 50 });
    expect(result.rows.공약목록).toMatchObject({ read: 3, counted: 2, excluded: 0, skipped: 1 });
  });

  it.each([
    ['that ends like the word', '3 | 1-3 | 동네 통계 | 행정 | 자치과'],
    ['of a savings club', '3 | 1-3 | 이웃 두레 계 | 행정 | 자치과'],
    ['of a department of sections', '3 | 1-3 | 민원 | 행정 | 총무과 서무 계'],
    ['that counts a running total', '3 | 1-3 | 민원 | 행정 | 자치과 | 누계 | 건 | | 5'],
    ['whose indicator is a total', '3 | 1-3 | 민원 | 합계출산 | 자치과 | 누적 | 계 | | 5'],
  ])('is not a pledge %s', (_, row) => {
    const { result } = told({ pledgeList: [HEADINGS, ...ROWS, row].join('\n') });
    expect(result.pledges.map(({ number }) => number)).toEqual(['1-1', '1-2', '1-3']);
  });
});

describe('a merged cell of the list', () => {
  /** The list with a column merged over its two pledges. */
  const merged = (column: number, text: string) => {
    const list = rawTab(
      '공약목록',
      '공약번호 | 공약명 | 분야 | 담당부서 | 이행구분 | 사업주체 | 종료연도 | 집계 | 총사업비(백만원) | 최종목표\n1-1 | 쉼터\n1-2 | 만남',
    );
    const rows = list.rows.map((row, at) =>
      row.map((cell, index) => (at === 1 && index === column - 1 ? text : cell)),
    );
    return { ...list, rows, merges: () => [{ row: 2, column, rows: 2, columns: 1 }] };
  };

  it.each([
    ['분야', 3, '복지', 'C3'],
    ['담당부서', 4, '복지과', 'D3'],
    ['이행구분', 5, '완료', 'E3'],
    ['사업주체', 6, '자체', 'F3'],
    ['집계', 8, '누적', 'H3'],
  ])('stands for every pledge beside it: %s', (_, column, text, cell) => {
    const { book, findings } = told({ pledgeList: merged(column, text) });
    expect(findings).toContain(`merged-label  공약목록 ${cell}`);
    const said = book.pledges.map(({ listed, computed: { report } }) => [
      listed?.field,
      report?.pledge.department,
      report?.pledge.chosenStatus,
      report?.pledge.executingBody,
      report?.indicators[0]?.indicator.kind,
    ]);
    expect(said[0]).toEqual(said[1]);
  });

  it.each([
    ['총사업비', 9, '700', 'I3'],
    ['최종목표', 10, '30', 'J3'],
  ])('says of no pledge what its share is, and leaves it in the list: %s', (_, column, text, cell) => {
    const { result, findings } = told({ pledgeList: merged(column, text) });
    expect(findings).toContain(`merged-number  공약목록 ${cell}`);
    expect(result.pledges.map(({ number }) => number)).toEqual(['1-1', '1-2']);
  });

  it('is none where a cell is only blank', () => {
    const [headings, first] = BOOK.pledgeList.split('\n');
    const { result, findings } = told({ pledgeList: `${headings}\n${first}\n1-2 | 만남 | | | | | | 40 |` });
    expect(findings.filter((finding) => finding.startsWith('merged'))).toEqual([]);
    expect(result.pledges.map(({ field, department }) => [field, department])).toEqual([
      ['복지', '복지과'],
      [null, null],
    ]);
  });
});
