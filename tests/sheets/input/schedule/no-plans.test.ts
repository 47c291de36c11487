/** What stands in a schedule and plans nothing. */
import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../../src/sheets/input/schedule/schedule.ts';
import { places, rawTab } from '../../fixtures.ts';

const read = (cell: string) =>
  readSchedule(rawTab('추진일정', `세부추진사항 | 2024.1 | 2024.2\n시장방문 | ${cell} | ■`));

describe('a quarter', () => {
  it.each(['미정', '보류', '취소', '연기', '미 정'])('of %s plans nothing, and says so', (cell) => {
    const { rows, findings } = read(cell);
    expect(rows[0]?.marks).toEqual([{ year: 2024, quarter: 2 }]);
    expect(rows[0]?.words).toEqual([{ year: 2024, quarter: 1, text: cell }]);
    expect(findings).toEqual([]);
  });

  it.each(['X', 'x', '×', '✕', 'Ｘ'])('of %s is no mark, whichever cross it is', (cell) => {
    const { rows, findings } = read(cell);
    expect(rows[0]?.marks).toEqual([{ year: 2024, quarter: 2 }]);
    expect(places(findings)).toEqual(['schedule 2 2024.1: not-a-mark']);
  });

  it.each(['설계', '보류 해제', 'O'])('of %s is a plan', (cell) => {
    expect(read(cell).rows[0]?.marks).toHaveLength(2);
  });
});

it.each(['합계', '계', '소 계', '총계'])('a row of %s is no line', (name) => {
  const { rows, skipped } = readSchedule(
    rawTab('추진일정', `세부추진사항 | 2024.1 | 2024.2\n시장방문 | ■ | ■\n${name} | 1 | 1`),
  );
  expect(rows.map((row) => row.name)).toEqual(['시장방문']);
  expect(skipped).toBe(1);
});

it.each(['설 계', '통계', '인수인계'])('a row of %s is one', (name) => {
  const { rows } = readSchedule(rawTab('추진일정', `세부추진사항 | 2024.1\n${name} | ■`));
  expect(rows.map((row) => row.name)).toEqual([name]);
});
