/** 예시 데이터로 채우기, also where it broke off before, and whose the records are that 예시 지우기 finds afterwards. */
import { describe, expect, it } from 'vitest';
import { fillSample, isSampleToBeRemoved, sampleLayouts } from '../../../src/app/fill-sample.ts';
import { recalculate } from '../../../src/app/recalculate.ts';
import { removeQuestion, removeSample } from '../../../src/app/remove-sample.ts';
import { LEDGER } from '../../support/workbooks.ts';
import { type MemoryBook, memoryBook } from '../memory-book.ts';

const HISTORY = '처리이력';
/** 소통기록 as 시트 준비 makes it, so that only its rows are written, after all other tabs. */
const PREPARED = { 소통기록: '일자 | 분류 | 내용 | 장소 | 횟수 | 단체수 | 참석인원 | 비고' };

/** The rows of 소통기록 in the sample, with its headings. */
const MEETINGS = sampleLayouts().find(({ tab }) => tab === 'meetings')?.block.length ?? 0;

const fill = ({ environment }: MemoryBook) => fillSample(environment);
const count = ({ environment }: MemoryBook) => recalculate(environment, 'all', null);

/** Fills the sample in and fails at a call. */
function breakOff(book: MemoryBook, at: MemoryBook['failAt']): void {
  book.failAt = at;
  expect(() => fill(book)).toThrow('failed');
  book.failAt = null;
}

/** Types in a ledger of one's own, computes it and takes it away again. Its records stay. */
function useAndEmpty(book: MemoryBook): void {
  for (const [tab, table] of Object.entries(LEDGER)) book.fill(tab, table);
  expect(count(book).status).toBe('done');
  for (const tab of Object.keys(LEDGER)) book.fill(tab, '');
}

describe('a spreadsheet whose tabs', () => {
  it.each<[string, Record<string, string>, (book: MemoryBook) => void, string, boolean]>([
    ['are all missing', {}, () => undefined, 'done', false],
    ['are as 시트 준비 makes them', PREPARED, () => undefined, 'done', false],
    ['hold something typed', { 소통기록: '내 것' }, () => undefined, '소통기록 탭에', false],
    ['hold the whole sample', {}, fill, '공약, 연차목표, 추진일정,', true],
    [
      'hold the sample but for one that is missing',
      {},
      (book) => {
        fill(book);
        book.tabs.delete('소통기록');
      },
      'done',
      false,
    ],
    [
      'hold the sample and, in one, something typed',
      {},
      (book) => {
        fill(book);
        book.fill('소통기록', '내 것');
      },
      '소통기록 탭에',
      true,
    ],
  ])('%s', (_, tabs, change, outcome, isToBeRemoved) => {
    const book = memoryBook(tabs);
    change(book);
    // The menu then has 예시 지우기 in place of 예시 데이터로 채우기.
    expect(isSampleToBeRemoved(book.environment)).toBe(isToBeRemoved);
    const before = structuredClone([...book.tabs]);
    const answer = fill(book);
    expect(answer.status === 'done' ? 'done' : answer.messages.join()).toContain(outcome);
    if (answer.status === 'done') expect(book.tabs.get('소통기록')).toHaveLength(MEETINGS);
    else expect([...book.tabs]).toEqual(before);
  });
});

describe('the records that are there when the sample is taken away', () => {
  it.each<[string, Record<string, string>, (book: MemoryBook) => void, boolean]>([
    [
      'came while it was there: they go',
      {},
      (book) => {
        fill(book);
        count(book);
      },
      true,
    ],
    [
      'came between a filling that broke off and the one that completed it: they go',
      PREPARED,
      (book) => {
        breakOff(book, 'writeInputRows');
        count(book);
        fill(book);
      },
      true,
    ],
    [
      'came while only a part was there, as the filling broke off: some tabs hold no sample, so they stay',
      PREPARED,
      (book) => {
        breakOff(book, 'writeInputRows');
        count(book);
        book.fill('소통기록', '내 것');
      },
      false,
    ],
    [
      'were there before it: they stay',
      {},
      (book) => {
        useAndEmpty(book);
        fill(book);
      },
      false,
    ],
    [
      'were there before it, and the filling broke off and was completed: they stay',
      PREPARED,
      (book) => {
        useAndEmpty(book);
        book.fill('소통기록', PREPARED.소통기록);
        breakOff(book, 'writeInputRows');
        fill(book);
      },
      false,
    ],
    [
      'are of somebody’s own, made after a filling that broke off before its first cell: they stay',
      {},
      (book) => {
        breakOff(book, 'fillInputTabs');
        useAndEmpty(book);
        fill(book);
      },
      false,
    ],
    [
      'are of somebody’s own, made after an earlier sample was taken away by hand: they stay',
      {},
      (book) => {
        fill(book);
        for (const tab of book.tabs.keys()) book.fill(tab, '');
        useAndEmpty(book);
        fill(book);
      },
      false,
    ],
  ])('%s', (_, tabs, change, isRemoved) => {
    const book = memoryBook(tabs);
    change(book);
    expect(book.rowsOf(HISTORY).length).toBeGreaterThan(0);
    const asked = removeQuestion(book.environment);
    if (asked.status !== 'asked') throw new Error(asked.messages.join(' '));
    expect(asked.question.includes('예시로 생긴')).toBe(isRemoved);
    expect(removeSample(book.environment, asked.about).status).toBe('done');
    expect(book.tabs.has(HISTORY)).toBe(!isRemoved);
  });
});
