/**
 * A cell of money with a percent format is no amount: 12 typed there is kept as 0.12, and 12 that was typed
 * before is shown as 1200 %.
 */
import { describe, expect, it } from 'vitest';
import { bookOf, TERM } from '../../small-book.ts';

describe('a row of a rate below executions', () => {
  it.each([
    ['with its word in the first column', '집행률 | | 40%', []],
    ['with its word among the funding sources', ' | 집행률 | "40%"', []],
    ['with an amount', '집행률 | | 40', ['A4 not-a-date', 'B4 required-blank']],
    ['with a day', '2024. 2. 1. | 집행률 | 40%', ['B4 not-one-fund', 'C4 percent-for-an-amount']],
  ])('%s', (_, row, told) => {
    const executions = `집행일 | 재원 | 금액(원)\n2024. 2. 1. | 구 | 4\n합계 | | 4\n${row}`;
    const { found } = bookOf({ pledge: TERM, executions });
    expect(found.filter((text) => /^예산집행 .4/.test(text))).toEqual(told.map((text) => `예산집행 ${text}`));
  });
});

describe('money that is shown as a percentage', () => {
  it.each([
    [
      'of a list of plans',
      { budgetPlans: '연도 | 재원 | 금액(백만원)\n2024 | 구 | 12%\n2025 | 구 | 3' },
      '예산계획 C2',
      3,
    ],
    ['of a wide plan', { budgetPlans: '재원 | 2024 | 2025\n구 | 12% | 3' }, '예산계획 B2', 3],
    [
      'of a plan, chosen after typing',
      { budgetPlans: '재원 | 2024 | 2025\n구 | 1200% | 3' },
      '예산계획 B2',
      3,
    ],
    [
      'below a unit in the row',
      { budgetPlans: '재원 | 2024 | 2025\n구(천원) | 12% | 3000' },
      '예산계획 B2',
      3,
    ],
    [
      'of an execution',
      { executions: '집행일 | 재원 | 금액(원)\n2024. 2. 1. | 구 | 12%' },
      '예산집행 C2',
      null,
    ],
    ['of the total cost', { pledge: `${TERM}\n총사업비 | 12%` }, '공약 B5', null],
  ])('%s is an error at its cell', (_, tabs, cell, millions) => {
    const { report, found } = bookOf({ pledge: TERM, ...tabs });
    expect(found).toContain(`${cell} percent-for-an-amount`);
    expect(report.budget?.total.planned.value ?? null).toBe(millions === null ? null : millions * 1_000_000);
  });

  it.each([
    ['a zero', '재원 | 2024 | 2025\n구 | 12 | 0%'],
    ['a zero with digits behind the point', '재원 | 2024 | 2025\n구 | 12 | 0.00%'],
    ['a rate beside amounts', '재원 | 2024 | 집행률\n구 | 12 | 45%'],
    ['a row of rates', '구분 | 2024\n투자계획 | \n구 | 12\n집행률 | 45%'],
  ])('%s is no error', (_, budgetPlans) => {
    const { report, codes } = bookOf({ pledge: TERM, budgetPlans });
    expect(codes).not.toContain('percent-for-an-amount');
    expect(report.budget?.total.planned.value).toBe(12_000_000);
  });
});
