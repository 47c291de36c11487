/** The column of 공약번호 may stand anywhere in a tab. */
import { describe, expect, it } from 'vitest';
import type { InputTab } from '../../../src/domain/tabs.ts';
import { BOOK, told } from './office-book.ts';

const SCHEDULE = '공약번호 | 세부추진사항 | 2024.1 | 2024.2\n1-1 | 쉼터 열기 | ■ |\n1-2 | 만남 | | ■';
const WIDE_TARGETS = '공약번호 | 2023 | 2024 | 2025\n1-1 | 15 | 20 | 25\n1-2 | 10 | 20 | 30';
const WIDE_PLANS = '공약번호 | 재원 | 2022 | 2023 | 2024\n1-1 | 구 | 1 | 2 | 7\n1-2 | 구 | 10 | | 20';

/** The table with its first column moved behind as many others. */
function moved(table: string, behind: number): string {
  return table
    .split('\n')
    .map((line) => {
      const [first = '', ...others] = line.split('|').map((cell) => cell.trim());
      return [...others.slice(0, behind), first, ...others.slice(behind)].join(' | ');
    })
    .join('\n');
}

describe('a tab with its column of 공약번호 elsewhere', () => {
  it.each<[InputTab, string]>([
    ['targets', BOOK.targets],
    ['targets', WIDE_TARGETS],
    ['schedule', SCHEDULE],
    ['meetings', BOOK.meetings],
    ['results', BOOK.results],
    ['suggestions', BOOK.suggestions],
    ['budgetPlans', BOOK.budgetPlans],
    ['budgetPlans', WIDE_PLANS],
    ['executions', BOOK.executions],
  ])('gives the same figures and findings: %s %j', (tab, table) => {
    const columns = (table.split('\n')[0] ?? '').split('|').length - 1;
    const first = told({ [tab]: table });
    for (let behind = 1; behind <= columns; behind += 1) {
      const other = told({ [tab]: moved(table, behind) });
      expect([behind, other.result.pledges]).toEqual([behind, first.result.pledges]);
      const codes = (findings: readonly string[]) =>
        findings.map((finding) => finding.split(' ')[0]).toSorted();
      expect([behind, codes(other.findings)]).toEqual([behind, codes(first.findings)]);
    }
  });
});

describe('a number of pledges over two rows of headings', () => {
  it.each([
    '공약번호 | 추진실적 | |\n | 일자 | 값 | 내용\n1-1 | 2024. 3. 5. | 7 |\n1-1 | 2024. 9. 5. | 4 |',
    '추진실적 | | | 공약번호\n일자 | 값 | 내용 |\n2024. 3. 5. | 7 | | 1-1\n2024. 9. 5. | 4 | | 1-1',
  ])('is read and no unknown column (%#)', (results) => {
    const { of, findings } = told({ results });
    expect(of('1-1')?.indicators[0]?.value).toBe(21);
    expect(findings.filter((finding) => finding.includes('실적기록'))).toEqual([]);
  });
});
