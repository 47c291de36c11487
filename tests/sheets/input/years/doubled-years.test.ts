/** Two columns of one year in a plan with a column a year. */
import { describe, expect, it } from 'vitest';
import { bookOf, TERM } from '../../small-book.ts';

describe('of two columns of one year', () => {
  it.each<[string, number | null, string]>([
    ['2024(당초) | 2024(변경)', 6, '2024(변경)'],
    ['2024(변경) | 2024(당초)', 5, '2024(변경)'],
    ['2024년(당초) | 2024년(변경)', 6, '2024년(변경)'],
    ['2024(기존) | 2024(변경 후)', 6, '2024(변경 후)'],
    ['2024 | 2024(변경)', 5, '2024'],
    ['2024 | 2024', 5, '2024'],
  ])('%s: %s is the plan, of %s', (headings, planned, read) => {
    const { report, findings } = bookOf({
      pledge: `${TERM}\n집계 | 누적\n지표단위 | 개소\n최종목표 | 30`,
      targets: `구분 | ${headings} | 2026\n목표 | 5 | 6 | 30`,
      results: '일자 | 값\n2024. 1. 2. | 3',
    });
    const [progress] = report.indicators;
    expect(progress?.years.find(({ year }) => year === 2024)?.planned.value).toBe(planned);
    const told = findings.find(({ code }) => code === 'doubled-heading')?.what ?? '';
    expect(told).toContain(told.includes('두 번') ? '왼쪽 열만' : `'${read}' 열만`);
  });

  it('the one before the change is the plan where the changed one is blank', () => {
    const { report } = bookOf({
      pledge: `${TERM}\n집계 | 누적\n지표단위 | 개소\n최종목표 | 30`,
      targets: '구분 | 2024(당초) | 2024(변경) | 2026\n목표 | 5 | | 30',
      results: '일자 | 값\n2024. 1. 2. | 3',
    });
    expect(report.indicators[0]?.years.find(({ year }) => year === 2024)?.planned.value).toBe(5);
  });
});
