import { describe, expect, it } from 'vitest';
import type { GlanceLine } from '../../src/app/glance/glance.ts';
import { countsText, linesByDepartment, linesFound, needsLook } from '../../src/sidebar/office-lines.ts';

const line = (
  number: string,
  name: string | null,
  department: string | null,
  more: Partial<GlanceLine> = {},
) => ({
  ...{ number, name, department, status: 0, rate: { percent: 50, text: '50%' }, progress: '1회 / 2회' },
  ...{ reached: true, errors: 0, warnings: 0, ...more },
});

const LINES: readonly GlanceLine[] = [
  line('1-1', '돌봄 쉼터', '복지과'),
  line('1-10', 'CCTV 설치', '안전과', { reached: false }),
  line('2-1', null, null, { errors: 2 }),
  line('2-2', '어르신 교실', '복지과', { reached: false, errors: 1 }),
  line('2-3', '작은 도서관', '문화과', { reached: null, warnings: 4 }),
];

describe('the pledges that a person looks for', () => {
  it.each([
    ['', ['1-1', '1-10', '2-1', '2-2', '2-3']],
    ['  ', ['1-1', '1-10', '2-1', '2-2', '2-3']],
    ['1-1', ['1-1', '1-10']],
    ['쉼터', ['1-1']],
    ['복지과', ['1-1', '2-2']],
    ['복지 어르신', ['2-2']],
    [' 어르신  2- ', ['2-2']],
    ['cctv', ['1-10']],
    ['ＣＣＴＶ', ['1-10']],
    ['어르신'.normalize('NFD'), ['2-2']],
    ['없는 것', []],
  ])('%j', (typed, numbers) => {
    expect(linesFound(LINES, typed).map(({ number }) => number)).toEqual(numbers);
  });
});

it('whoever is behind or has errors should be looked at, by department, those of none last', () => {
  const departments = linesByDepartment(LINES.filter(needsLook));
  expect(
    departments.map(({ department, lines, behind, errors }) => [
      ...[department, lines.map(({ number }) => number), behind, errors],
    ]),
  ).toEqual([
    ['안전과', ['1-10'], 1, 0],
    ['복지과', ['2-2'], 1, 1],
    [null, ['2-1'], 0, 2],
  ]);
});

it.each([
  [{ '못 미침': 2, 오류: 1 }, '못 미침 2건 · 오류 1건'],
  [{ '못 미침': 0, 오류: 1 }, '오류 1건'],
  [{ '못 미침': 0, 오류: 0 }, ''],
])('%j', (counts, text) => {
  expect(countsText(counts)).toBe(text);
});
