/** 이 숫자의 근거 보기 on 총괄: what it says is of the row's own pledge, whichever pledge the detail tabs show. */
import { describe, expect, it } from 'vitest';
import { recalculate } from '../../../src/app/recalculate.ts';
import { traceForSidebar } from '../../../src/app/sidebar.ts';
import { type TraceAnswer, trace } from '../../../src/app/trace/trace.ts';
import { columnLetters } from '../../../src/sheets/addresses.ts';
import type { RawCell, RawTab } from '../../../src/sheets/raw.ts';
import { rawTab } from '../../sheets/fixtures.ts';
import { type World, worldOf } from './trace-world.ts';

const OFFICE = {
  공약: '항목 | 값\n기준일 | 2024. 3. 31.\n시작연도 | 2022\n종료연도 | 2026',
  공약목록: `공약번호 | 공약명 | 분야 | 담당부서 | 확인지표 | 집계 | 지표단위 | 기준값 | 최종목표 | 이행률
1-1 | 만남 | 행정 | 자치과 | | | | | 113 |
2-1 | 쉼터 | 복지 | 복지과 | 쉼터 | 누적 | 개소 | 55 | 113 |
3-1 | 민원 | 행정 | 민원과 | 민원 | 현재값 | 건 | 50 | 30 |
3-2 | 만족도 | 복지 | 복지과 | 만족도 | 현재값 | % | | 90 |
4-1 | 조례 | 행정 | 자치과 | 조례 | 자체평가 | | | |
4-2 | 길 | 도시 | 도로과 | 길 | 누적 | km | | 20 |
5-1 | 공원 | 도시 | 공원과 | | | | | | 70`,
  지표: '공약번호 | 지표 | 집계 | 단위 | 최종목표\n4-2 | 나무 | 누적 | 그루 | 3',
  연차목표: '공약번호 | 연도 | 누적목표\n2-1 | 2024 | 90',
  소통기록: '공약번호 | 일자 | 분류 | 횟수 | 내용\n1-1 | 2024. 3. 5. | 간담회 | 93 | 첫 만남',
  실적기록: `일자 | 값 | 지표 | 내용 | 공약번호
2024. 2. 1. | 38 | | 쉼터 열기 | 2-1
2024. 2. 1. | 42 | | | 3-1
2024. 2. 1. | 86.5% | | | 3-2
2024. 2. 1. | 52% | | | 4-1
2024. 2. 1. | 12.5 | 길 | | 4-2
2024. 2. 1. | 1 | 나무 | | 4-2`,
  건의사항: '공약번호 | 접수번호 | 접수일 | 출처',
  예산계획: '연도 | 재원 | 금액(백만원) | 공약번호\n2024 | 구 | 10 | 1-1\n2024 | 구 | 30 | 2-1',
  예산집행:
    '집행일 | 재원 | 금액(원) | 적요 | 공약번호\n2024. 3. 1. | 구 | 3600000 | 다과 | 1-1\n2024. 2. 1. | 구 | 6000000 | 의자 | 2-1',
};

/** As Sheets keeps `52%`: 0.52, in a format that shows it as a percentage. */
function withShares(tab: RawTab): RawTab {
  const share = (cell: RawCell) => (cell === '52%' ? 0.52 : cell);
  const rows = tab.rows.map((row) => row.map(share));
  const formats = tab.rows.map((row) => row.map((cell) => (cell === '52%' ? '0%' : '@')));
  return { ...tab, rows, formats: () => formats };
}

function computedWorld(): World {
  const world = worldOf(Object.entries(OFFICE).map(([name, text]) => withShares(rawTab(name, text))));
  recalculate(world.environment, 'all', null);
  return world;
}

const world = computedWorld();
const rows = world.results.get('총괄') ?? [];
/** The cell under a heading in the first row, below a title, that starts with a text. */
function cellAt(title: string, row: string, heading: string): string {
  // The link to the list, at the top, begins like its title.
  const from = rows.findLastIndex(([first]) => String(first).startsWith(title));
  const headings = rows.findIndex((cells, index) => index > from && cells.includes(heading));
  const found = rows.findIndex(([first], index) => index > headings && String(first).startsWith(row));
  const column = rows[headings]?.indexOf(heading) ?? -1;
  if (from < 0 || found < 0 || column < 0) throw new Error(`nothing is at ${title}: ${row}, ${heading}`);
  return `${columnLetters(column + 1)}${found + 1}`;
}

/** `공약 2-1 · 82% = … · 분자 93개소: 실적기록 2 (38)` */
function told(answer: TraceAnswer): string {
  if (answer.status === 'stopped') return answer.messages.join(' ');
  return [
    ...(answer.pledge === undefined ? [] : [`공약 ${answer.pledge}`]),
    ...(answer.equation === null ? [] : [answer.equation]),
    ...answer.parts.map(
      ({ label, sum, unit, rows: behind }) =>
        `${label} ${sum}${unit}:${behind.map(({ tab, row, value }) => ` ${tab} ${row} (${value})`).join('')}`,
    ),
  ].join(' · ');
}

const LIST = '공약별';

describe('a cell of 총괄', () => {
  it.each([
    [
      LIST,
      '1-1',
      '이행률',
      '공약 1-1 · 82% = 93회 ÷ 113회 · 분자 93회: 소통기록 2 (93) · 분모 113회: 공약목록 2 (113)',
    ],
    [
      LIST,
      '2-1',
      '이행률',
      '공약 2-1 · 82% = 93개소 ÷ 113개소 · 분자 93개소: 공약목록 3 (55) 실적기록 2 (38) · 분모 113개소: 공약목록 3 (113)',
    ],
    [
      LIST,
      '3-1',
      '이행률',
      '공약 3-1 · 40% = (50건 − 42건) ÷ (50건 − 30건) · 분자 42건: 실적기록 3 (42) · 분모 30건: 공약목록 4 (30) · 기준값 50건: 공약목록 4 (50)',
    ],
    [
      LIST,
      '3-2',
      '이행률',
      '공약 3-2 · 96% = 86.5% ÷ 90% · 분자 86.5%: 실적기록 4 (86.5) · 분모 90%: 공약목록 5 (90)',
    ],
    [LIST, '4-1', '이행률', '공약 4-1 · 52% = 52% ÷ 100% · 분자 52%: 실적기록 5 (52) · 분모 100%:'],
    [
      LIST,
      '4-2',
      '이행률',
      '공약 4-2 · 47%: 62%, 33%의 평균. 100%가 넘으면 100%로 보고, 자르기 전의 비율로 계산합니다. · 길 분자 12.5km: 실적기록 6 (12.5) · 길 분모 20km: 공약목록 7 (20) · 나무 분자 1그루: 실적기록 7 (1) · 나무 분모 3그루: 지표 2 (3)',
    ],
    [LIST, '5-1', '이행률', '공약 5-1 · 합 70%: 공약목록 8 (70)'],
    [LIST, '1-1', '이번 분기 기록', '공약 1-1 · 합 2행: 소통기록 2 (1) 예산집행 2 (1)'],
    [LIST, '2-1', '집행액', '공약 2-1 · 합 6000000원: 예산집행 3 (6000000)'],
    [
      LIST,
      '2-1',
      '집행률',
      '공약 2-1 · 20.0% = 6,000,000원 ÷ 30,000,000원 · 분자 6000000원: 예산집행 3 (6000000) · 분모 30000000원: 예산계획 3 (30000000)',
    ],
    ['분야별 이행구분', '복지', '계', '합 2건: 공약목록 3 (1) 공약목록 5 (1)'],
    ['재원별', '구', '집행액', '합 9600000원: 예산집행 2 (3600000) 예산집행 3 (6000000)'],
    [
      '분야별 재원',
      '복지',
      '집행률',
      '20.0% = 6,000,000원 ÷ 30,000,000원 · 분자 6000000원: 예산집행 3 (6000000) · 분모 30000000원: 예산계획 3 (30000000)',
    ],
  ])('%s: %s, %s', (title, row, heading, expected) => {
    const cell = cellAt(title, row, heading);
    for (const shown of [null, '3-2', '4-2']) {
      expect(told(trace(world.environment, '총괄', cell, shown)), `shown: ${shown}`).toBe(expected);
    }
  });

  it.each([
    ['완료', /^0% = 0건 ÷ 7건 · 분자 0건: · 분모 7건: 공약목록 2/],
    ['올해 목표 달성', /^합 1건: 공약목록 3 \(1\)$/],
    ['평균 이행률', /^67% = 469% ÷ 7: .* · 평균낸 이행률 469%: 공약목록 2 \(82\)/],
  ])('the key figure %s', (name, expected) => {
    const at = rows.findIndex((cells) => cells.includes('평균 이행률'));
    const cell = `${columnLetters((rows[at]?.indexOf(name) ?? -1) + 1)}${at + 2}`;
    expect(told(trace(world.environment, '총괄', cell))).toMatch(expected);
  });

  it('is the same in every number whichever pledge is shown', () => {
    rows.forEach((cells, row) => {
      cells.forEach((value, column) => {
        if (typeof value !== 'number') return;
        const cell = `${columnLetters(column + 1)}${row + 1}`;
        const all = ['1-1', '3-2'].map((shown) => told(trace(world.environment, '총괄', cell, shown)));
        expect(new Set(all).size, cell).toBe(1);
      });
    });
  });

  it('names the pledge of each row first, and does not say the amount again', () => {
    const cell = cellAt('재원별', '구', '집행액');
    const answer = traceForSidebar(world.environment, '총괄', cell);
    expect(answer.status === 'done' && answer.parts[0]?.rows.map(({ text }) => text)).toEqual([
      '1-1 · 2024. 3. 1. · 구 · 다과',
      '2-1 · 2024. 2. 1. · 구 · 의자',
    ]);
    // A share is said as the percentage that its cell shows.
    const share = trace(world.environment, '총괄', cellAt(LIST, '4-1', '이행률'));
    expect(share.status === 'done' && share.parts[0]?.rows[0]?.columns).toMatchObject({ 값: '52%' });
  });
});
