/**
 * The first hour of a clerk of another district: from an empty spreadsheet to a report handed in, a closed
 * month, and the next one. Every finding must come from something the clerk typed, and clicks, questions and
 * words must stay within the counts below.
 */
import { expect, it } from 'vitest';
import { createDocument, type DocumentState } from '../../src/local/host/host.ts';
import { displayed, rowsByHeading } from '../support/running.ts';
import { describeInChromium } from './chromium.ts';
import { Clerk, type Cost } from './first-hour-clerk.ts';
import { openPreview, pageOrNull } from './opening-preview.ts';

/**
 * The most clicks, questions and words in each step. If a count is raised, the reason is written beside it.
 */
const COSTS: readonly (readonly [step: string, clicks: number, questions: number, words: number])[] = [
  ['an empty spreadsheet', 2, 0, 30],
  ['set up', 4, 1, 40],
  ['headings alone', 2, 0, 15],
  ['settings, targets and plan', 5, 0, 15],
  ['rows as clerks type them', 7, 0, 170],
  // Adds one name and corrects one date.
  ['mended', 4, 0, 130],
  ['the report', 4, 1, 40],
  ['the closing', 3, 1, 60],
  // Undoes the closing, adds a meeting, and closes the month again.
  ['a correction', 7, 2, 90],
  ['the next month', 8, 3, 125],
];

/** What 점검 lists after typing the rows and after the corrections: only what the clerk has typed. */
const ALARMS = [
  [
    '오류 소통기록 B3 읍면 순방',
    '오류 소통기록 A8 2.2',
    '알림 건의사항 G6',
    '알림 예산계획 C2',
    '알림 소통기록 A2 2023',
  ],
  ['알림 건의사항 G6', '알림 예산계획 C2', '알림 소통기록 A2 2023'],
];

const SETTINGS: Readonly<Record<string, string>> = {
  공약번호: '3-2',
  공약명: '마을을 잇는 군정',
  담당부서: '주민지원과',
  시작연도: '2023',
  종료연도: '2026',
  최종목표: '60',
};
const TARGETS = ['2023 | 5', '2024 | 20', '2025 | 40', '2026 | 60'];
const NAMES = [
  '소통 | 마을 모임',
  '소통 | 군민과의 대화',
  '소통 | 이장단 회의',
  '출처 | 읍면 순방',
  '출처 | 군민과의 대화',
];
const MEETINGS = [
  '2023 | 이월 | 지난해 실적 | | 6',
  '2024.1.9 | 읍면 순방 | 신년 인사 | 동산면사무소',
  '2024.01.11 | 군민과의 대화 | | 군청 대회의실 | | | 약 80명',
  '2024-01-23 | 이장단 회의 | | 서천면 | 1 | | 24명',
  '2024.2.6 | 마을 모임 | 빈집 활용 | 솔내마을',
  '2024. 2. 15. | 마을모임 | 쉼터 | 들머리마을 | | | 15',
  '2.20 | 이장단 회의',
  '2024.3.5 | 군민과의 대화 | | | 2 | | 1,200명',
  '2024. 3. 12 | 마을 모임 | | 갈밭마을',
  '2024/3/20 | 이장단회의 | | | | | 30',
];
const SUGGESTIONS = [
  '1 | 2024.1.9 | 읍면 순방 | | 마을 안길 포장 | 건설과 | 완료 | 2024.2.1',
  '2 | 2024.1.9 | 읍면 순방 | | 가로등 | 건설과 | 추진중',
  '3 | 2024.1.11 | 군민과의 대화 | | 버스 시간 | 교통과 | 검토중',
  '4 | 2024.3.5 | 군민과의 대화 | | 쉼터 | 주민지원과 | 추진 중',
  '5 | 2024.3.5 | 군민과의 대화 | | 배수로 | 건설과',
  '6 | 2024. 3. 12 | 군민과의 대화 | | 보건진료소 | 보건소 | 중장기',
];
const PLANS = ['2023 | 국비 | 2', '2024 | 자체 | 12', '2025 | 자체 | 12', '2026 | 자체 | 12'];
const SPENT = ['2024.2.6 | 자체 | 1,250,000 | 마을 모임 운영', '2024. 3. 20 | 자체 | 2백만원 | 이장단 회의'];
const NEXT_MONTH = ['2024.4.9 | 마을 모임 | | 솔내마을', '2024.4.17 | 군민과의 대화'];

const GRID_PAGE = await pageOrNull();
if (GRID_PAGE === null) {
  it('needs the packages of the preview', ({ skip }) =>
    skip('the packages of the preview cannot be installed here: the first hour is not tried'));
} else {
  describeInChromium('the first hour', (browser) => {
    it('leads from an empty spreadsheet to two closed months', async () => {
      const opened = await openPreview(browser(), GRID_PAGE, createDocument());
      const { document, mishaps, close } = opened;
      const told: string[] = [];
      const alarms: (readonly string[])[] = [];
      const clerk = new Clerk(opened);
      const costs: [string, Cost][] = [];
      const ends = async (step: string) => {
        costs.push([step, clerk.cost()]);
        await clerk.takesPicture(step.replaceAll(' ', '-'));
      };
      await clerk.comesAt('2024-04-02T10:00');

      await clerk.chooses('전체 다시 계산');
      told.push(await clerk.isTold(' '));
      await ends('an empty spreadsheet');

      await clerk.chooses('설정', '시트 준비');
      await clerk.answers();
      told.push(await clerk.isTold(' '));
      await ends('set up');

      await clerk.chooses('전체 다시 계산');
      told.push(await clerk.isTold(' '));
      await ends('headings alone');

      await clerk.opens('공약');
      await clerk.puts(
        '공약',
        Object.entries(SETTINGS).map(([name, text]) => [rowOf(document, '공약', name), 2, text]),
      );
      await clerk.types('연차목표', cells(TARGETS));
      await clerk.types('예산계획', cells(PLANS));
      await clerk.chooses('전체 다시 계산');
      told.push(await clerk.isTold(' '));
      await ends('settings, targets and plan');

      await clerk.types('분류', cells(NAMES));
      await clerk.types('소통기록', cells(MEETINGS));
      await clerk.types('건의사항', cells(SUGGESTIONS));
      await clerk.types('예산집행', cells(SPENT));
      await clerk.chooses('전체 다시 계산');
      told.push(await clerk.isTold(' '));
      alarms.push(await clerk.reads점검());
      await ends('rows as clerks type them');

      await clerk.types('분류', cells(['소통 | 읍면 순방']));
      await clerk.puts('소통기록', [
        [2 + MEETINGS.findIndex((row) => row.startsWith('2.20')), 1, '2024.2.20'],
      ]);
      await clerk.chooses('전체 다시 계산');
      told.push(await clerk.isTold(' '));
      alarms.push(await clerk.reads점검());
      await ends('mended');

      await clerk.chooses('기준일을 정해 보고서 만들기');
      await clerk.answers('2024.3.31');
      told.push(await clerk.isTold(' '));
      await clerk.opens('실적보고');
      await ends('the report');

      await clerk.chooses('지난달 마감하기');
      told.push(await clerk.answers());
      told.push(await clerk.isTold(' '));
      await ends('the closing');

      await clerk.chooses('마감 취소');
      told.push(await clerk.answers());
      told.push(await clerk.isTold(' '));
      await clerk.types('소통기록', cells(['2024.3.27 | 마을 모임 | | 솔내마을']));
      await clerk.chooses('지난달 마감하기');
      told.push(await clerk.answers());
      told.push(await clerk.isTold(' '));
      await ends('a correction');

      await clerk.comesAt('2024-05-02T10:00');
      await clerk.types('소통기록', cells(NEXT_MONTH));
      await clerk.chooses('지난달 마감하기');
      told.push(await clerk.answers());
      told.push(await clerk.isTold(' '));
      await clerk.chooses('지난달과 비교');
      await clerk.answers('2024-03 2024-04');
      told.push(await clerk.answers());
      await ends('the next month');
      expect(alarms).toEqual(ALARMS);
      expect(costs.map(([step]) => step)).toEqual(COSTS.map(([step]) => step));
      costs.forEach(([step, { clicks, questions, words }], index) => {
        const [, mostClicks = 0, mostQuestions = 0, mostWords = 0] = COSTS[index] ?? [];
        expect(clicks, `clicks: ${step}`).toBeLessThanOrEqual(mostClicks);
        expect(questions, `questions: ${step}`).toBeLessThanOrEqual(mostQuestions);
        expect(words, `words read: ${step}`).toBeLessThanOrEqual(mostWords);
      });
      expect(
        rowsByHeading(document, '월별기록').map(
          (row) => `${row.월} ${row.구분} ${/=(\d+)/.exec(row.지표 ?? '')?.[1] ?? ''}`,
        ),
      ).toEqual(['2024-03  16', '2024-03 마감 취소 ', '2024-03  17', '2024-04  19']);
      expect(told.at(-1)).toContain('누적 소통: 17회 → 19회 (+2회)');
      expect(told.filter((text) => text.includes('집계에서 뺀'))).toEqual([]);
      expect(mishaps).toEqual([]);
      await close();
    });
  });
}

function cells(lines: readonly string[]): readonly (readonly string[])[] {
  return lines.map((line) => line.split('|').map((text) => text.trim()));
}

/** The row whose first cell is this text. */
function rowOf(document: DocumentState, tab: string, text: string): number {
  return displayed(document, tab).findIndex(([first]) => first === text) + 1;
}
