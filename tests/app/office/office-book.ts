/** A book of two pledges, in which a test changes tabs. */
import { computeBook } from '../../../src/app/compute/compute-book.ts';
import { runResultOf } from '../../../src/app/result/run-result.ts';
import type { InputTab } from '../../../src/domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../../src/sheets/input/tabs.ts';
import type { RawTab } from '../../../src/sheets/raw.ts';
import { rawTab } from '../../sheets/fixtures.ts';
import { day } from '../../support/day.ts';

export const BOOK = {
  pledge: '항목 | 값\n기준일 | 2024. 12. 31.\n시작연도 | 2022\n종료연도 | 2026',
  pledgeList:
    '공약번호 | 공약명 | 분야 | 담당부서 | 집계 | 지표단위 | 기준값 | 최종목표 | 이행률\n1-1 | 쉼터 | 복지 | 복지과 | 누적 | 개소 | 10 | 30 |\n1-2 | 만남 | 행정 | 자치과 | | | | 40 |',
  targets: '공약번호 | 연도 | 누적목표\n1-1 | 2024 | 20\n1-2 | 2024 | 20',
  meetings: '공약번호 | 일자 | 분류 | 횟수\n1-2 | 2024. 3. 5. | 간담회 | 12',
  classification: '종류 | 이름\n소통 | 간담회\n소통 | 방문',
  results: '공약번호 | 일자 | 값\n1-1 | 2024. 3. 5. | 7\n1-1 | 2024. 9. 5. | 4',
  suggestions:
    '공약번호 | 접수번호 | 접수일 | 출처\n1-1 | 1 | 2024. 3. 5. | 누리집\n1-2 | 1 | 2024. 3. 6. | 누리집',
  budgetPlans: '공약번호 | 연도 | 재원 | 금액(백만원)\n1-1 | 2024 | 구 | 10\n1-2 | 2024 | 구 | 30',
  executions: '공약번호 | 집행일 | 재원 | 금액(원)\n1-1 | 2024. 5. 1. | 구 | 4000000',
} satisfies Partial<Record<InputTab, string>>;

export type Changes = Partial<Record<InputTab, string | RawTab | null>>;

/**
 * What is computed and said of the book, its tabs changed: by another text, another tab, or null for none.
 */
export function told(changes: Changes = {}, pledge: string | null = null) {
  const tabs = Object.fromEntries(
    Object.entries({ ...BOOK, ...changes }).flatMap(([tab, content]) => {
      // The keys are those of input tabs.
      const name = INPUT_TAB_NAMES[tab as InputTab];
      if (content === null) return [];
      return [[tab, typeof content === 'string' ? rawTab(name, content) : content]];
    }),
  );
  const book = computeBook(tabs, { requestedAsOf: null, today: day('2025-01-04'), pledge });
  const result = runResultOf(book, book.findings);
  return {
    book,
    result,
    of: (number: string) => result.pledges.find((each) => each.number === number),
    findings: result.findings.map(({ code, pledge: of = '', tab, cell }) => `${code} ${of} ${tab} ${cell}`),
    errors: result.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, tab, cell }) => `${code} ${tab} ${cell}`),
  };
}
