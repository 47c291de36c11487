/** Which year a day without one is of, below a title and rows that have a year. */
import { describe, expect, it } from 'vitest';
import { readRows } from '../../../../src/sheets/input/rows/read-rows.ts';
import { executionsTab, meetingsTab, suggestionsTab } from '../../../../src/sheets/input/tabs.ts';
import { dateCell, rawTab, readContext } from '../../fixtures.ts';

const REFUSED = '-';

/** The days below a title of 2024, as they were read: a line for a row. */
function daysOf(lines: readonly string[], title = '2024년 소통'): readonly string[] {
  const raw = rawTab('소통기록', `${title}\n일자 | 분류\n${lines.map((line) => `${line} | 가`).join('\n')}`);
  const { rows } = readRows(meetingsTab, raw, readContext());
  return lines.map((_, index) => rows.find(({ row }) => row === index + 3)?.values.date.last ?? REFUSED);
}

describe('a day without a year is', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["of the title's year", ['3/5', '4/2'], ['2024-03-05', '2024-04-02']],
    [
      'refused below a row of the next year, where it may be of that year',
      ['11/5', '2025. 1. 7.', '2/3', '3/8'],
      ['2024-11-05', '2025-01-07', REFUSED, REFUSED],
    ],
    ['refused below a year in short', ["'25. 1. 7.", '2/3'], ['2025-01-07', REFUSED]],
    [
      'refused below a day of the next year in short, as a span',
      ['25. 1. 7.', '2/3~4'],
      ['2025-01-07', REFUSED],
    ],
    ['refused below the next year as a whole', ['2025년 중', '2/3'], [REFUSED, '2024-02-03']],
    ['refused below a month of the next year', ['2025. 1월', '2/3'], ['2025-01-31', REFUSED]],
    [
      "of the title's year below days that end in the next one",
      ['12/5', '2024. 12. 30. ~ 2025. 1. 2.', '12/31'],
      ['2024-12-05', '2025-01-02', '2024-12-31'],
    ],
    [
      'refused where the newest stands first, and the year only where it changes',
      ['3/5', '1/7', '2023. 12. 28.', '11/5'],
      ['2024-03-05', '2024-01-07', '2023-12-28', REFUSED],
    ],
    [
      "of the title's year below a further row of that year",
      ['2025. 1. 7.', '2/3', '2024. 3. 4.', '3/5'],
      ['2025-01-07', REFUSED, '2024-03-04', '2024-03-05'],
    ],
    [
      "of the title's year below what was carried over, before which it would come",
      ['2023. 12. 31.', '1/5', '2/3'],
      ['2023-12-31', '2024-01-05', '2024-02-03'],
    ],
    ['refused below what may be of the year before', ['2023. 11. 3.', '12/2'], ['2023-11-03', REFUSED]],
  ])('%s', (_, lines, days) => {
    expect(daysOf(lines)).toEqual(days);
  });

  it('read in the year of the next title', () => {
    expect(daysOf(['2025. 1. 7.', '2/3']).at(1)).toBe(REFUSED);
    const { rows } = readRows(
      meetingsTab,
      rawTab('소통기록', '2024년 소통\n일자 | 분류\n2025. 1. 7. | 가\n2025년\n2/3 | 가'),
      readContext(),
    );
    expect(rows.map(({ values }) => values.date.last)).toEqual(['2025-01-07', '2025-02-03']);
  });

  it('refused below real dates too', () => {
    const raw = rawTab('소통기록', '2024년 소통\n일자 | 분류\n | 가\n2/3 | 가');
    const rows = raw.rows.map((cells, index) => (index === 2 ? [dateCell('2025-01-07'), '가'] : cells));
    expect(readRows(meetingsTab, { ...raw, rows }, readContext()).rows).toHaveLength(1);
  });

  it.each([
    ['where the title names no year', '소통 기록', ['2024-03-05', REFUSED]],
    ['where the title names two', '2024~2025년 소통', ['2024-03-05', REFUSED]],
  ])('refused %s, and the finding says only that', (_, title, days) => {
    expect(daysOf(['2024. 3. 5.', '4/2'], title)).toEqual(days);
  });

  it('refused in logs of suggestions and of money too, by the day of the row', () => {
    const suggestions = rawTab(
      '건의사항',
      '2024년 건의\n접수일 | 출처 | 처리상태 | 처리일\n2024. 11. 5. | 가 | 완료 | 2025. 1. 7.\n12/3 | 가 | 추진중 |\n2025. 1. 8. | 가 | 추진중 |\n2/3 | 가 | 추진중 |',
    );
    expect(readRows(suggestionsTab, suggestions, readContext()).rows.map(({ row }) => row)).toEqual([
      3, 4, 5,
    ]);
    const executions = rawTab(
      '예산집행',
      '2024년 집행\n집행일 | 재원 | 금액(원)\n2025. 1. 7. | 구비 | 1\n2/3 | 구비 | 2',
    );
    expect(readRows(executionsTab, executions, readContext()).rows.map(({ row }) => row)).toEqual([3]);
  });
});
