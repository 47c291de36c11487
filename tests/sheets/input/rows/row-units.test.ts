/** A column 단위 beside amounts, or a unit in the label of their row. */
import { describe, expect, it } from 'vitest';
import { bookOf, TERM } from '../../small-book.ts';

const spent = (table: string) => {
  const { report, found } = bookOf({
    pledge: TERM,
    budgetPlans: '연도 | 재원 | 금액(백만원)\n2024 | 구 | 10',
    executions: table,
  });
  return [report.budget?.total.executed.value ?? null, found.filter((text) => text.startsWith('예산집행'))];
};

describe('the unit of a row of money', () => {
  it.each<[string, string, number | null, readonly string[]]>([
    ['is that of its column', '3000 | 천원', 3_000_000, []],
    ['in brackets too', '3000 | (천원)', 3_000_000, []],
    ['is won where it is blank, which is said', '3000 |', 3000, ['예산집행 C1 unit-not-named']],
    ['is that of the cell where it names one', '3000원 | 천원', 3000, []],
    ['belongs to a text as to a number', '3,000 | 천원', 3_000_000, []],
    [
      'goes inside the brackets of a negative amount',
      '(3,000) | 천원',
      -3_000_000,
      ['예산집행 C2 negative-amount'],
    ],
    ['makes no amount of a blank cell', '| 천원', null, ['예산집행 C2 required-blank']],
    ['makes no amount of a dash', '- | 천원', null, ['예산집행 C2 dash-for-an-amount']],
    ['that is no money makes the amount none', '3000 | 명', null, ['예산집행 C2 not-an-amount']],
  ])('%s', (_case, cells, won, found) => {
    expect(spent(`집행일 | 재원 | 집행액 | 단위\n2024. 2. 1. | 구 | ${cells}`)).toEqual([won, found]);
  });

  it.each([
    ['구비(천원)', 3_000_000],
    ['구비', 3000],
  ])('is that of its label %s', (label, won) => {
    expect(spent(`집행일 | 재원 | 집행액\n2024. 2. 1. | ${label} | 3000`)[0]).toBe(won);
  });

  it('is that in the heading of its label, also where the headings stand once more', () => {
    const table =
      '집행일 | 재원(원) | 집행액\n2024. 2. 1. | 구 | 4000\n집행일 | 재원(천원) | 집행액\n2024. 3. 1. | 구 | 3000';
    expect(spent(table)[0]).toBe(3_004_000);
  });

  it.each<[string, string, string, readonly string[]]>([
    ['금액(천원)', '집행액', '집행액', ['예산집행 C3 unit-not-named']],
    ['금액(천원)', '집행액(천원)', '금액', ['예산집행 C5 unit-not-named']],
    ['금액(천원)', '집행액(원)', '금액', ['예산집행 C5 unit-not-named']],
    ['금액(원)', '집행액(천원)', '금액', ['예산집행 C5 unit-not-named']],
    ['금액(천원)', '집행액(원)', '금액(원)', []],
    ['금액(원)', '집행액(원)', '금액', []],
    ['금액', '금액(천원)', '금액', ['예산집행 C5 unit-not-named']],
    ['금액(원)', '금액', '금액', []],
  ])('is told where headings once more name none: %s, %s, %s', (first, second, third, found) => {
    const rows = [first, second, third].map(
      (heading, at) => `집행일 | 재원 | ${heading}\n2024. 2. ${at + 1}. | 구 | 400`,
    );
    const { found: all } = bookOf({ pledge: TERM, executions: rows.join('\n') });
    expect(all.filter((text) => text.endsWith('unit-not-named'))).toEqual(found);
  });

  it.each([
    ['beside it', '2025년 집행액 | | (단위: 천원)'],
    ['in it', '2025년 집행액 (단위: 천원)'],
    ['of one cell', '(단위: 천원)'],
  ])('is told where a title within the list says another, %s', (_, title) => {
    const table = `집행일 | 재원 | 금액(원)\n2024. 2. 1. | 구 | 400\n${title}\n2025. 3. 1. | 구 | 500`;
    expect(spent(table)).toEqual([400, ['예산집행 3:3 unit-below']]);
  });

  it('beside a title within the list leaves the days below to its year', () => {
    const table =
      '2024년 집행 | |\n집행일 | 재원 | 금액(원)\n2/1 | 구 | 400\n2025년 집행액 | | (단위: 원)\n1/5 | 구 | 500';
    const { report } = bookOf({ pledge: TERM, executions: table }, '2025-12-31');
    const years = report.budget?.years.filter(({ total }) => total.executed.value !== null) ?? [];
    expect(years.map(({ year, total }) => [year, total.executed.value])).toEqual([
      [2024, 400],
      [2025, 500],
    ]);
  });

  it.each([
    ['of a list', '연도 | 재원 | 금액(천원)\n2024 | 구 | 4\n연도 | 재원 | 금액\n2025 | 구 | 3', ['3:3']],
    [
      'of a list in the usual unit',
      '연도 | 재원 | 금액(백만원)\n2024 | 구 | 4\n연도 | 재원 | 금액\n2025 | 구 | 3',
      [],
    ],
    ['that name it', '연도 | 재원 | 금액(천원)\n2024 | 구 | 4\n연도 | 재원 | 금액(천원)\n2025 | 구 | 3', []],
    [
      'of a list in two units, the last one the usual',
      '연도 | 재원 | 금액(천원)\n2024 | 구 | 4\n연도 | 재원 | 금액(백만원)\n2025 | 구 | 3\n연도 | 재원 | 금액\n2026 | 구 | 3',
      ['5:5'],
    ],
    [
      'of years in two units, the last one the usual',
      '재원(천원) | 2024 | 2025\n구 | 4 | 3\n재원(백만원) | 2024 | 2025\n시 | 4 | 5\n재원 | 2024 | 2025\n국 | 4 | 5',
      ['5:5'],
    ],
    ['of the same years', '재원(천원) | 2024 | 2025\n구 | 4 | 3\n재원 | 2024 | 2025\n시 | 4 | 5', ['3:3']],
    ['of other years', '재원(천원) | 2024 | 2025\n구 | 4 | 3\n재원 | 2026\n구 | 5', ['B3']],
  ])('is told in a plan where headings once more name none: %s', (_, budgetPlans, cells) => {
    const { found } = bookOf({ pledge: TERM, budgetPlans });
    expect(found.filter((text) => text.includes('unit'))).toEqual(
      cells.map((cell) => `예산계획 ${cell} unit-not-named`),
    );
  });

  it.each([
    ['no amount stands below', '집행일 | 재원 | 집행액\n|'],
    ['only a 0 stands below', '집행일 | 재원 | 집행액\n2024. 3. 1. | 구 | 0'],
    ['the amounts below name theirs', '집행일 | 재원 | 집행액\n2024. 3. 1. | 구 | 5000천원'],
    ['a line above says it', '(단위: 천원)\n집행일 | 재원 | 집행액\n2024. 3. 1. | 구 | 50'],
    ['a title above says it', '2024년 3월 집행 (단위: 천원)\n집행일 | 재원 | 집행액\n2024. 3. 1. | 구 | 50'],
  ])('is not asked for where %s', (_, below) => {
    const spent = ['금액(천원)\n2024. 2. 1. | 구 | 4', '금액(원)\n2024. 2. 2. | 구 | 4'];
    for (const above of [spent.slice(0, 1), spent]) {
      const table = `${above.map((each) => `집행일 | 재원 | ${each}`).join('\n')}\n${below}`;
      const { codes } = bookOf({ pledge: TERM, executions: table });
      expect(codes.filter((code) => code.includes('unit'))).toEqual([]);
    }
  });

  it.each([
    ['금액(원)', '금액(천원)', 3_004_000],
    ['금액(원)', '금액(원)', 7000],
    ['금액(원)', '금액', 7000],
    ['금액', '금액(천원)', 3_004_000],
    ['금액(원)', '집행액(천원)', 3_004_000],
    ['금액(천원)', '금액(원)', 4_003_000],
  ])('is that of the headings right above it, %s and then %s', (first, second, won) => {
    expect(
      spent(
        `집행일 | 재원 | ${first}\n2024. 2. 1. | 구 | 4000\n집행일 | 재원 | ${second}\n2024. 3. 1. | 구 | 3000`,
      )[0],
    ).toBe(won);
  });
});
