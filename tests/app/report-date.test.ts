import { describe, expect, it } from 'vitest';
import { reportDate, reportQuestion } from '../../src/app/report-date.ts';
import { day } from '../support/workbooks.ts';

const TODAY = day('2024-04-02');

describe('the date of a report', () => {
  it.each([
    ['', '2024-03-31'],
    ['  ', '2024-03-31'],
    ['2023. 12. 31.', '2023-12-31'],
    ['2023.12.31', '2023-12-31'],
    ['2023-12-31', '2023-12-31'],
    ['2023/12/31', '2023-12-31'],
    ['20231231', '2023-12-31'],
    ["'23. 12. 31.", '2023-12-31'],
    ['2023년 12월 31일', '2023-12-31'],
    [' ２０２３．１２．３１． ', '2023-12-31'],
    ['2024. 2. 29.', '2024-02-29'],
  ])('%j is %s', (typed, expected) => {
    expect(reportDate(typed, TODAY)).toEqual({ ok: true, date: expected });
  });

  it.each([
    '2023-13-01',
    '내일',
    '2023. 2. 29.',
    '2024',
    '2024. 3월',
    '3/5',
    '45382',
    '상반기',
    '-',
    '2023. 12. 31. ~',
  ])('%j is refused in a sentence that shows how', (typed) => {
    expect(reportDate(typed, TODAY)).toEqual({
      ok: false,
      message: `'${typed}'은(는) 날짜로 읽을 수 없습니다. 2024. 3. 31.처럼 연·월·일을 적어 주세요.`,
    });
  });

  it.each([
    ['2024-01-01', '2023. 12. 31.'],
    ['2024-03-01', '2024. 2. 29.'],
    ['2023-03-31', '2023. 2. 28.'],
  ])('on %s the question offers %s', (today, offered) => {
    expect(reportQuestion(day(today))).toContain(`비워 두면 지난달 말일(${offered})입니다.`);
  });
});
