/** The counts of a pledge’s suggestions as plain data: no status is lost, and none is made up. */
import { expect, it } from 'vitest';
import { told } from '../office/office-book.ts';

const SUGGESTIONS = '공약번호 | 접수번호 | 접수일 | 출처 | 처리상황 | 처리일 | 건수';

it.each<[string, string, Readonly<Record<string, number>>, number]>([
  ['none', '', {}, 0],
  ['without a status', '1-1 | 1 | 2024. 3. 5. | 누리집 | | | 2', {}, 2],
  [
    'handled before the as-of date',
    '1-1 | 1 | 2024. 3. 5. | 누리집 | 완료 | 2024. 4. 1. | 2',
    { 완료: 2 },
    0,
  ],
  [
    'handled after it, so that nobody knows their status then',
    '1-1 | 1 | 2024. 3. 5. | 누리집 | 완료 | 2025. 1. 2. | 2\n1-1 | 2 | 2024. 3. 6. | 누리집 | 추진중 | | 3',
    { 추진중: 3, '기준일 당시 미상': 2 },
    0,
  ],
])('suggestions: %s', (_, rows, statuses, noStatus) => {
  const { of } = told({ suggestions: `${SUGGESTIONS}\n${rows}` });
  const total = Object.values(statuses).reduce((sum, count) => sum + count, noStatus);
  expect(of('1-1')?.suggestions).toEqual({ total, statuses, noStatus });
});
