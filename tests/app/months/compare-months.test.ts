/** Which two sides 지난달과 비교 compares, and in which order. */
import { expect, it } from 'vitest';
import { closeLastMonth } from '../../../src/app/months/close-last-month.ts';
import { compareMonths } from '../../../src/app/months/compare-months.ts';
import { LEDGER } from '../../support/workbooks.ts';
import { memoryBook } from '../memory-book.ts';

/** February and March 2024 are closed. Since then nothing has changed. */
const book = memoryBook(LEDGER);
for (const today of ['2024-03-03', '2024-04-03']) {
  book.setToday(today);
  closeLastMonth(book.environment, 'menu');
}

it.each([
  ['2024-02 2024-03', '2024-02', '2024년 2월 기록(2024. 2. 29. 기준) → 2024년 3월 기록(2024. 3. 31. 기준)'],
  ['2024-03 2024-02', '2024-02', '2024년 2월 기록(2024. 2. 29. 기준) → 2024년 3월 기록(2024. 3. 31. 기준)'],
  ['2024-02', '2024-02', '2024년 2월 기록(2024. 2. 29. 기준) → 지금(2024. 3. 31. 기준)'],
  ['', '2024-02', '지금은 마지막으로 적힌 2024년 3월과 같습니다.'],
])('"%s": from %s on', (typed, month, first) => {
  const answer = compareMonths(book.environment, typed);
  if (answer.status !== 'done') throw new Error(answer.messages.join(' '));
  expect(answer.month).toBe(month);
  expect(answer.lines[0]).toContain(first);
  expect(answer.rows.map(({ tab, row }) => `${tab} ${row}`)).toEqual(['소통기록 4']);
});
