/**
 * The result tabs of an office's book, and what the sidebar and the command line get of it. To update the files
 * of `office-tabs/` after changing a tab: `npx vitest run --config tests/vitest.config.ts tests/app/office -u`.
 * Then read the difference as a clerk would.
 */
import { describe, expect, it } from 'vitest';
import { plannedGrids } from '../../../src/app/run/plan-writes.ts';
import { OUTPUT_TABS } from '../../../src/sheets/output/tabs.ts';
import { gridText } from '../../sheets/output/grid-text.ts';
import { BOOK, type Changes, told } from './office-book.ts';

/** Six pledges of two fields: some without a field, a target or a rate, one given up, one that somebody states. */
const OFFICE: Changes = {
  pledgeList: `공약번호 | 공약명 | 분야 | 담당부서 | 집계 | 지표단위 | 기준값 | 최종목표 | 이행률 | 이행구분
1-1 | 쉼터 | 복지 | 복지과 | 누적 | 개소 | 10 | 30 | |
1-2 | 만남 | 행정 | 자치과 | | | | 40 | |
1-3 | 경로당 | 복지 | 복지과 | 현재값 | % | | 80 | |
2-1 | 조례 | 행정 | | 자체평가 | | | | 70% | 일부추진
2-2 | 공항 | | 교통과 | 누적 | 건 | | 4 | | 폐기
2-3 | 누리집 | 행정 | 자치과 | 누적 | 건 | | | |`,
  targets: `공약번호 | 연도 | 누적목표
1-1 | 2023 | 12
1-1 | 2024 | 20
1-2 | 2023 | 15
1-2 | 2024 | 20
1-3 | 2024 | 80`,
  results: `공약번호 | 일자 | 값
1-1 | 2024. 3. 5. | 7
1-1 | 2024. 9. 5. | 4
1-3 | 2023. 9. 5. | 60
1-3 | 2024. 9. 5. | 88
1-9 | 2024. 9. 5. | 1`,
  suggestions: `공약번호 | 접수번호 | 접수일 | 출처 | 동 | 소관부서 | 처리상황 | 처리일
1-1 | 1 | 2024. 3. 5. | 누리집 | 송도1동 | 복지과 | 완료 | 2024. 4. 1.
1-1 | 2 | 2024. 5. 5. | 방문 | | 공원과 | 추진중 |
1-2 | 1 | 2024. 3. 6. | 누리집 | | | |`,
  budgetPlans: `공약번호 | 연도 | 재원 | 금액(백만원)
1-1 | 2023 | 국 | 20
1-1 | 2024 | 구 | 10
1-2 | 2024 | 구 | 30
2-2 | 2024 | 시 | 5`,
  executions: `공약번호 | 집행일 | 재원 | 금액(원)
1-1 | 2024. 5. 1. | 구 | 4000000
1-1 | 2023. 5. 1. | 국 | 20000000
1-3 | 2024. 5. 1. | 시 | 1234567`,
};

describe('the book of an office', () => {
  const { book, result } = told(OFFICE, '1-1');

  it.each(plannedGrids('all', book, book.findings, new Set()))('shows $tab', async ({ tab, grid }) => {
    await expect(`[${OUTPUT_TABS[tab]}]\n${gridText(grid)}`).toMatchFileSnapshot(
      `office-tabs/${tab}.expected.txt`,
    );
  });

  it('is the same to the command line', async () => {
    await expect(`${JSON.stringify(result, null, 1)}\n`).toMatchFileSnapshot(
      'office-tabs/result.expected.txt',
    );
  });
});

describe('a pledge of the list', () => {
  const listed = `공약번호 | 공약명 | 총사업비(백만원) | 최종목표 | 이행구분
1-1 | 쉼터 | 900 | 30 | 보류
1-3 | 길 | | |`;

  it.each([
    ['1-1', 'summary', '공약목록 탭에 적은 것'],
    ['1-1', 'report', '※ 총사업비는 공약목록 탭에 적은 것이고'],
    ['1-3', 'summary', '공약목록 탭에 최종목표를 적어 주세요.'],
  ])('%s is told in %s where it is described: %s', (number, tab, said) => {
    const { book } = told({ pledgeList: listed }, number);
    const planned = plannedGrids('all', book, book.findings, new Set()).find((each) => each.tab === tab);
    const text = planned === undefined ? '' : gridText(planned.grid);
    expect(text).toContain(said);
    expect(text).not.toContain('공약 탭');
  });
});

/** Two pledges in the middle of a year. Nobody has typed any money, and nothing was measured yet. */
const BEGUN: Changes = {
  pledge: '항목 | 값\n기준일 | 2024. 5. 31.\n시작연도 | 2022\n종료연도 | 2026',
  pledgeList:
    '공약번호 | 공약명 | 분야 | 담당부서 | 집계 | 지표단위 | 최종목표\n1-1 | 쉼터 | 복지 | 복지과 | 현재값 | % | 80\n1-2 | 만남 | | 자치과 | 현재값 | % |',
  targets: '공약번호 | 연도 | 누적목표\n1-1 | 2024 | 20',
  meetings: '공약번호 | 일자 | 분류 | 횟수',
  results: '공약번호 | 일자 | 값',
  suggestions: '공약번호 | 접수번호 | 접수일 | 출처',
  budgetPlans: '공약번호 | 연도 | 재원 | 금액(백만원)',
  executions: '공약번호 | 집행일 | 재원 | 금액(원)',
};

it.each<[string, Changes]>([
  ['without rates and money', BEGUN],
  [
    'with meetings alone, a rate of every pledge, and a year under way',
    { ...BEGUN, pledgeList: BOOK.pledgeList, meetings: BOOK.meetings, results: BOOK.results },
  ],
])('총괄 of an office %s', async (name, changes) => {
  const { book } = told(changes);
  const [overview] = plannedGrids('all', book, book.findings, new Set());
  if (overview?.tab !== 'overview') throw new Error('no 총괄');
  await expect(gridText(overview.grid)).toMatchFileSnapshot(
    `office-tabs/${name.replaceAll(/[ ,]+/g, '-')}.expected.txt`,
  );
});

it.each([
  ['복지', '복지과', '행정', '자치과', '분야 2개 · 부서 2개'],
  ['복지', '복지과', '복지', '', '분야 1개 · 부서 1개'],
  ['', '복지과', '', '자치과', '부서 2개'],
  ['복지', '', '', '', '분야 1개'],
  ['', '', '', '', ''],
])('총괄 counts the fields and departments that are written: %s %s, %s %s', (...cells) => {
  const [field, department, other, otherDepartment, note] = cells;
  const { book } = told({
    pledgeList: `공약번호 | 공약명 | 분야 | 담당부서\n1-1 | 쉼터 | ${field} | ${department}\n1-2 | 만남 | ${other} | ${otherDepartment}`,
  });
  const [overview] = plannedGrids('all', book, book.findings, new Set());
  expect(overview?.grid.rows[5]?.[0]).toMatchObject({ value: note });
});
