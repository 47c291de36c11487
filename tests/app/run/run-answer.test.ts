/** How 실행기록 calls the end of a run, and whose pledge a number is. */
import { describe, expect, it } from 'vitest';
import {
  isOfPledge,
  noSuchPledge,
  outcomeOf,
  ROWS_NOT_KEPT,
  type RunAnswer,
} from '../../../src/app/run/run-answer.ts';
import { told } from '../office/office-book.ts';

type Done = Extract<RunAnswer, { readonly status: 'done' }>;

const done = (given: Partial<Done> = {}): Done => ({
  status: 'done',
  result: told().result,
  missing: [],
  refused: [],
  closed: [],
  closedWithoutRows: false,
  ...given,
});

describe('the end of a run', () => {
  it.each<[string, RunAnswer, string, string]>([
    ['of all that was asked for', done(), '', '마침'],
    ['with a month', done({ closed: ['2024-03'] }), '', '마침, 월별기록에 2024년 3월 적음'],
    [
      'with several months',
      done({ closed: ['2024-02', '2024-03'] }),
      '',
      '마침, 월별기록에 2024년 2월, 2024년 3월 적음',
    ],
    [
      'with a month without its rows',
      done({ closed: ['2024-03'], closedWithoutRows: true }),
      '',
      `마침, 월별기록에 2024년 3월 적음 (${ROWS_NOT_KEPT})`,
    ],
    ['without a tab', done({ missing: ['탭이 없습니다.'] }), '', '일부만 계산함: 탭이 없습니다.'],
    [
      'that was refused something',
      done({ missing: ['탭이 없습니다.'], refused: ['보호된 탭입니다.'], closed: ['2024-03'] }),
      '',
      '일부만 계산함: 탭이 없습니다. 보호된 탭입니다.',
    ],
    [
      'that computed nothing',
      { status: 'stopped', messages: ['날짜가 아닙니다.', '고쳐 주세요.'] },
      '',
      '계산하지 못함: 날짜가 아닙니다. 고쳐 주세요.',
    ],
    [
      'after one that broke off',
      done(),
      '월별기록 1행',
      '마침 (끊긴 실행이 적어 둔 월별기록 1행을 이어받음)',
    ],
  ])('%s', (_, answer, takenOver, outcome) => {
    expect(outcomeOf(answer, takenOver)).toBe(outcome);
  });
});

describe('a number is that of a pledge', () => {
  const ofOne = (number: string) =>
    told({ pledgeList: null, pledge: `항목 | 값\n공약번호 | "${number}"` }).book;

  it.each([
    ['1-6', '1-6', true],
    ['1-6', '1.6', true],
    ['1-6', '1-7', false],
    ['', '1-6', false],
  ])('of the book "%s": %s %s', (own, asked, isOwn) => {
    const book = ofOne(own);
    expect(isOfPledge(book, asked)).toBe(isOwn);
    expect(noSuchPledge(asked, book)).toContain('이 장부의 공약번호는');
  });

  it.each([
    ['1-2', true, "가장 비슷한 번호는 '1-2'입니다."],
    ['1-3', false, '가장 비슷한 번호는'],
    ['총무과의 공약', false, '공약목록 탭에서 번호를 확인해 주세요.'],
  ])('of an office: %s %s', (asked, isOwn, said) => {
    const { book } = told({}, asked);
    expect(isOfPledge(book, asked)).toBe(isOwn);
    expect(noSuchPledge(asked, book)).toContain(said);
  });
});
