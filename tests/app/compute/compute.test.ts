/** When there are figures, as of which day, and what is found besides. */
import { describe, expect, it } from 'vitest';
import { computeReport, EMPTY_CONTEXT, findingsOfContext } from '../../../src/app/compute/compute.ts';
import type { RawTabs } from '../../../src/sheets/raw.ts';
import { rawTab } from '../../sheets/fixtures.ts';
import { day } from '../../support/day.ts';

const SETTINGS = '항목 | 값\n공약번호 | "1-1"\n시작연도 | 2022\n종료연도 | 2026\n최종목표 | 10';
const TODAY = day('2024-05-02');

function tabs(pledge: string): RawTabs {
  return {
    pledge: rawTab('공약', pledge),
    targets: rawTab('연차목표', '연도 | 누적목표\n2026 | 10'),
    meetings: rawTab('소통기록', '일자 | 분류 | 횟수\n2024-01-10 | 차담회 | 3\n2024-04-20 | 차담회 | 2'),
    suggestions: rawTab('건의사항', '접수번호 | 접수일 | 출처'),
    budgetPlans: rawTab('예산계획', '연도 | 재원 | 금액(백만원)'),
    executions: rawTab('예산집행', '집행일 | 재원 | 금액(원)'),
  };
}

/** The day of the figures and the meetings until then. */
function computed(pledge: string, requested: string | null) {
  const { asOf, report, findings, accounts } = computeReport(
    tabs(pledge),
    requested === null ? null : day(requested),
    TODAY,
  );
  return {
    asOf: String(asOf),
    held: report === null ? null : (report.meetings?.value.value ?? 0),
    codes: findings.map(({ code }) => code),
    read: accounts.meetings?.read,
  };
}

describe('the figures of a book', () => {
  it.each<[string, string, string | null, string, number | null]>([
    ['are those of today', SETTINGS, null, '2024-05-02', 5],
    ['are those of its 기준일', `${SETTINGS}\n기준일 | 2024-03-31`, null, '2024-03-31', 3],
    [
      'are those of the day that is asked for',
      `${SETTINGS}\n기준일 | 2024-03-31`,
      '2024-04-30',
      '2024-04-30',
      5,
    ],
    ['are none where 기준일 cannot be read', `${SETTINGS}\n기준일 | 언젠가`, null, '2024-05-02', null],
    [
      'are those of the day asked for all the same',
      `${SETTINGS}\n기준일 | 언젠가`,
      '2024-03-31',
      '2024-03-31',
      3,
    ],
    ['are none without the headings of 공약', '이름 | 번호', '2024-03-31', '2024-03-31', null],
  ])('%s', (_, pledge, requested, asOf, held) => {
    const is = computed(pledge, requested);
    expect([is.asOf, is.held, is.read]).toEqual([asOf, held, 2]);
  });

  it.each<[string, string, readonly [counted: number, afterAsOf: number]]>([
    ['counts all where the plan never changed', '일자 | 항목 | 당초 | 변경', [2, 0]],
    [
      'leaves out one that a later change introduced',
      '일자 | 항목 | 당초 | 변경\n2024-04-10 | 누적목표 2025 | 없음 | 5',
      [1, 1],
    ],
    [
      'counts one that an earlier change introduced',
      '일자 | 항목 | 당초 | 변경\n2024-02-10 | 누적목표 2025 | 없음 | 5',
      [2, 0],
    ],
  ])('whose account of 연차목표 %s', (_, planChanges, [counted, afterAsOf]) => {
    const { accounts } = computeReport(
      {
        ...tabs(SETTINGS),
        targets: rawTab('연차목표', '연도 | 누적목표\n2025 | 5\n2026 | 10'),
        planChanges: rawTab('공약변경', planChanges),
      },
      day('2024-03-31'),
      TODAY,
    );
    expect(accounts.targets).toEqual({ read: 2, counted, afterAsOf, excluded: 0, skipped: 0 });
  });

  it('that are none say why', () => {
    expect(computed(`${SETTINGS}\n기준일 | 언젠가`, null).codes).toContain('not-a-date');
    expect(computed('이름 | 번호', null).codes).toContain('missing-heading');
  });
});

it('a tab of another with the name of a result is told first, then what a run has found, then what was read', () => {
  const [own, read] = [
    { problem: { code: 'no-pledge-number' } as const, place: null },
    { problem: { code: 'missing-tab' } as never, place: null },
  ];
  const found = findingsOfContext(
    { findings: [read] },
    { ...EMPTY_CONTEXT, foreign: new Set(['summary', 'audit'] as const), findings: [own] },
  );
  expect(found).toEqual([
    { problem: { code: 'output-tab-not-ours', tabName: '요약' }, place: null },
    { problem: { code: 'output-tab-not-ours', tabName: '점검' }, place: null },
    own,
    read,
  ]);
  expect(findingsOfContext({ findings: [] }, EMPTY_CONTEXT)).toEqual([]);
});
