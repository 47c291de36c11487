/**
 * What a person reads at the menu, whole: every dialog with its answer (`>`), every message at the corner (`=`),
 * and every error. A new or changed sentence is read in `golden/said` as a clerk would read it.
 */
import { describe, expect, it } from 'vitest';
import { copyOf, createDocument, type DocumentState } from '../../src/local/host/host.ts';
import { hostOf, sampleDocument } from '../support/running.ts';
import { preparedDocument } from '../support/setting-up.ts';
import { LEDGER, ledger, refill, sheetNamed, workbook } from '../support/workbooks.ts';

/** What is typed into a dialog; null: it is cancelled. Without an answer left, a question is agreed to. */
type Typed = string | null;

/** One thing that a person does, on a day, with what they type. */
interface Act {
  readonly does: string;
  readonly typing?: readonly Typed[];
  readonly given?: readonly unknown[];
  readonly on?: string;
  /** The tab and the cell that are selected. */
  readonly at?: readonly [tab: string, cell: string];
  /** Done to the spreadsheet before. */
  readonly after?: (document: DocumentState) => void;
}

/** The conversation of one person at one spreadsheet, as a text. */
function said(document: DocumentState, acts: readonly Act[]): string {
  let now = new Date('2024-04-03T09:00:00+09:00');
  let left: Typed[] = [];
  const read = new Set<string>();
  /** A question that was asked before is not repeated. */
  const anew = (message: string) => {
    const known = [...read].find((one) => message.endsWith(one));
    read.add(message);
    return known === undefined ? message : message.replace(known, '(as before)');
  };
  const host = hostOf(document, {
    now: () => now,
    answer: () => {
      const text = left.shift();
      return text === null ? { button: 'CANCEL' } : { button: 'OK', text: text ?? '' };
    },
  });
  const lines = acts.flatMap(({ does, typing = [], given = [], on, at, after }) => {
    if (on !== undefined) now = new Date(`${on}T09:00:00+09:00`);
    after?.(document);
    if (at !== undefined) {
      document.activeSheetId = sheetNamed(document, at[0]).id;
      document.selection = at[1];
    }
    left = [...typing];
    const answers = [...typing];
    const { dialogs, toasts, error } = host.execute(does, given);
    return [
      `### ${[does, ...(at ?? []), ...given.map(String)].join(' ')}`,
      ...dialogs.flatMap(({ message }) => {
        const answer = answers.shift();
        return [anew(message), ...(answer === undefined ? [] : [`> ${answer ?? '취소'}`])];
      }),
      ...toasts.map(({ message }) => `= ${message}`),
      ...(error === null ? [] : [`! ${error.message}`]),
    ];
  });
  return lines.join('\n').replace(/^공약장부 \d.*$/m, '공약장부 판');
}

const OFFICE = {
  공약: '항목 | 값\n시작연도 | 2022\n종료연도 | 2026',
  공약목록: '공약번호 | 공약명 | 최종목표\n1-6 | 소통 | 200\n1-7 | 쉼터 | 40\n | 번호 없음 | 3',
  연차목표: '공약번호 | 연도 | 누적목표\n1-6 | 2024 | 90\n1-7 | 2024 | 20',
  예산계획: '공약번호 | 연도 | 재원 | 금액(백만원)\n1-6 | 2024 | 구 | 6',
  소통기록:
    '공약번호 | 일자 | 분류 | 횟수\n1-6 | 2024. 1. 9. | 시장방문 | 20\n1-7 | 2024. 2. 9. | 시장방문 | 4',
  건의사항: '접수번호 | 접수일 | 출처',
  예산집행: '집행일 | 재원 | 금액(원)\n2024. 1. 20. | 구 | 3000000',
};
const withoutDate = { 공약: LEDGER.공약.replace('기준일 | 2024. 3. 31.', '') };
const missingCategory = { 소통기록: '일자 | 딴것\n2024. 3. 5. | 시장방문' };
const drop = (tab: string) => (document: DocumentState) => {
  document.sheets = document.sheets.filter(({ name }) => name !== tab);
};
const type =
  (tab: string, row: number, column: number, value: string | number) => (document: DocumentState) => {
    (sheetNamed(document, tab).values[row - 1] ?? [])[column - 1] = value;
  };

const CONVERSATIONS: Readonly<Record<string, readonly (() => string)[]>> = {
  'set-up': [
    () => said(createDocument(), [{ does: 'askForSetUp' }, { does: 'askForSetUp' }, { does: 'showAbout' }]),
    () =>
      said(preparedDocument(), [
        {
          does: 'setUpSheets',
          after: ({ documentProperties }) => void documentProperties.delete('pledge-ledger.layout'),
        },
      ]),
  ],
  'more-tabs': [
    () =>
      said(preparedDocument(), [
        { does: 'askForTabs', typing: ['4', ' ', '2'] },
        { does: 'askForTabs', typing: ['2'] },
        { does: 'askForTabs', typing: ['1'] },
        { does: 'askForTabs', typing: ['실적기록'] },
      ]),
    () => said(ledger(), [{ does: 'askForTabs', typing: ['여러 공약'] }]),
    () =>
      said(workbook(OFFICE), [
        { does: 'askForTabs', typing: ['3'] },
        { does: 'askForTabs', typing: ['3'] },
      ]),
    () =>
      said(workbook({ ...OFFICE, 공약목록: '공약번호 | 공약명\n1-6 | 소통' }), [
        { does: 'askForTabs', typing: ['3', null] },
        { does: 'askForTabs', typing: ['3'] },
      ]),
    () => said(ledger({ 공약: '항목 | 값\n공약명 | 소통' }), [{ does: 'askForTabs', typing: ['3'] }]),
  ],
  sample: [
    () =>
      said(createDocument(), [
        { does: 'askForSample' },
        { does: 'closeMonth' },
        { does: 'askForSample', typing: [null] },
        {
          does: 'askForSample',
          after: (document) => {
            sheetNamed(document, '소통기록').values.push(['2024. 3. 5.', '시장방문']);
            sheetNamed(document, '예산집행').values.push(['2024. 3. 5.', '구', 1000]);
          },
        },
        { does: 'fillSampleData' },
      ]),
    () =>
      said(copyOf(sampleDocument()), [
        { does: 'recalculateAll' },
        { does: 'askToRemoveSample' },
        { does: 'askToRemoveSample' },
      ]),
  ],
  closing: [
    () =>
      said(ledger(), [
        { does: 'askForClosing' },
        { does: 'askForClosing' },
        { does: 'askForUndo', typing: [null] },
        { does: 'askForUndo' },
        { does: 'askForUndo' },
        { does: 'closeMonthsByClock' },
      ]),
    () => said(preparedDocument(), [{ does: 'askForClosing' }, { does: 'closeMonth' }]),
    () => said(ledger(missingCategory), [{ does: 'askForClosing' }]),
    () =>
      said(ledger({ 소통기록: `${LEDGER.소통기록}\n2024. 3. 9. | 모르는 모임 |` }), [
        { does: 'askForClosing' },
      ]),
    () =>
      said(ledger({ 월별기록: '내 것 | 1', 월별내역: '내 것 | 1' }), [
        { does: 'askForClosing' },
        { does: 'askForUndo' },
      ]),
    () =>
      said(ledger(), [
        { does: 'closeMonth' },
        { does: 'askForUndo', after: type('월별기록', 2, 1, '지난달') },
        { does: 'askToContinueRecords' },
        { does: 'askForUndo' },
        { does: 'askForClosing', on: '2024-05-03' },
      ]),
  ],
  recalculating: [
    () => said(createDocument(), [{ does: 'recalculateAll' }]),
    () => said(preparedDocument(), [{ does: 'recalculateAll' }, { does: 'recalculateMeetings' }]),
    () =>
      said(ledger(), [
        { does: 'recalculateMeetings' },
        { does: 'recalculateSuggestions' },
        { does: 'recalculateBudget' },
        { does: 'askForReport', typing: ['어제', '2024. 2. 31.', '2024. 2', '24.2.29'] },
        { does: 'askForReport', typing: [''] },
        { does: 'recalculateAll', given: ['2024-13-01'] },
        { does: 'makeReport' },
        { does: 'recalculateAll', given: [7] },
        { does: 'recalculateAll', given: [{ triggerUid: '1' }] },
      ]),
    () =>
      said(
        ledger({
          공약: '항목 | 값\n공약번호 | 2-1\n시작연도 | 2022\n종료연도 | 2026\n확인지표 | 쉼터\n집계 | 누적\n지표단위 | 개소\n최종목표 | 30',
          지표: '지표 | 집계 | 단위 | 최종목표\n만족도 | 현재값 | 점 | 90\n벤치 | 누적 | 개 |\n | 자체평가 | |',
          연차목표: '지표 | 연도 | 누적목표',
          실적기록: '지표 | 일자 | 값\n쉼터 | 2024. 2. 1. | 26\n벤치 | 2024. 2. 3. | 1234',
          점검: '내 것 | 1',
        }),
        [{ does: 'recalculateAll' }],
      ),
    () =>
      said(ledger({ 공약: LEDGER.공약.replace('2024. 3. 31.', '삼월 말'), 소통기록: null }), [
        { does: 'recalculateAll' },
        { does: 'recalculateAll', given: ['2024-03-31'] },
      ]),
    () =>
      said(
        ledger({
          공약: '항목 | 값\n공약번호 | 2-1\n집계 | 누적',
          연차목표: null,
          예산계획: null,
          실적기록: '일자 | 값',
        }),
        [{ does: 'recalculateAll' }],
      ),
  ],
  records: [
    () =>
      said(ledger(), [
        { does: 'closeMonth', on: '2024-03-03' },
        { does: 'closeMonth', on: '2024-04-03' },
        {
          does: 'askToContinueRecords',
          typing: [null],
          after: (document) => {
            type('월별기록', 2, 2, '2024-02-28')(document);
            drop('처리이력')(document);
          },
        },
        { does: 'goOnWithRecords', given: ['월별기록: 없어진 행 9번'] },
        { does: 'askToContinueRecords' },
        { does: 'askToContinueRecords' },
      ]),
  ],
  comparing: [
    () => said(ledger(withoutDate), [{ does: 'askForComparison', typing: ['그때', ''] }]),
    () =>
      said(ledger(withoutDate), [
        { does: 'closeMonth', on: '2024-02-03' },
        { does: 'closeMonth', on: '2024-03-03' },
        { does: 'askForComparison', typing: ['2023-12', ''], on: '2024-03-03' },
        {
          does: 'askForComparison',
          typing: [''],
          after: (document) => refill(document, '소통기록', LEDGER.소통기록.replace('| 2 | 40', '| 2 | 41')),
        },
        {
          does: 'askForComparison',
          typing: ['1월'],
          after: (document) =>
            refill(
              document,
              '소통기록',
              `${LEDGER.소통기록}\n2024. 3. 1. | 모르는 모임 |\n2024. 2. 3. | 시장방문 |`,
            ),
        },
        { does: 'closeMonth', on: '2024-04-03' },
        { does: 'askForComparison', typing: ['2월 3월'] },
        {
          does: 'askForComparison',
          typing: ['3월'],
          after: (document) => refill(document, '공약', LEDGER.공약.replace('2024. 3. 31.', '삼월 말')),
        },
      ]),
    () =>
      said(workbook(OFFICE), [
        { does: 'closeMonth', on: '2024-02-03' },
        { does: 'closeMonth', on: '2024-03-03' },
        { does: 'askForComparison', typing: ['1월 2월'] },
        {
          does: 'askForComparison',
          typing: [''],
          on: '2024-03-03',
          after: (document) =>
            refill(document, '공약목록', '공약번호 | 공약명 | 최종목표\n1-7 | 쉼터 | 40\n1-6 | 소통 | 200'),
        },
        {
          does: 'askForComparison',
          typing: ['2월', null],
          after: (document) =>
            refill(document, '공약목록', '공약번호 | 공약명 | 최종목표\n3-1 | 쉼터 | 40\n3-2 | 숲 | 4'),
        },
        {
          does: 'askForComparison',
          typing: ['2월'],
          after: (document) => refill(document, '공약목록', '공약번호 | 공약명 | 최종목표'),
        },
        { does: 'recalculateAll' },
      ]),
  ],
  'monthly-run': [
    () =>
      said(ledger(), [
        { does: 'stopMonthlyRun' },
        { does: 'askForMonthlyRun', typing: ['끄기'] },
        { does: 'askForMonthlyRun', typing: ['', '3 7 9', '31일 7시 30분 총무팀', '3일 7시 총무팀'] },
        { does: 'askForMonthlyRun', typing: ['5일 9시'] },
        { does: 'askForMonthlyRun', typing: ['끄기'] },
      ]),
  ],
  'this-pledge': [
    () => said(ledger(), [{ does: 'lookAtSelectedPledge', at: ['소통기록', 'A2'] }]),
    () =>
      said(workbook(OFFICE), [
        { does: 'recalculateAll' },
        { does: 'lookAtSelectedPledge', at: ['소통기록', 'A2'] },
        { does: 'lookAtSelectedPledge', at: ['공약목록', 'B4'] },
        { does: 'lookAtSelectedPledge', at: ['공약목록', 'B9'] },
        { does: 'lookAtSelectedPledge', at: ['총괄', 'A1'] },
        { does: 'lookAtSelectedPledge', at: ['공약목록', 'B3'] },
        { does: 'lookAtPledge', given: ['1-8'] },
        { does: 'lookAtPledge', given: ['쉼터 공약'] },
        ...['총괄 A5', '총괄 B5', '총괄 H5', '요약 B5', '실행기록 D2', '소통기록 D2'].map((place): Act => {
          const [tab = '', cell = ''] = place.split(' ');
          return { does: 'showSelectedTrace', at: [tab, cell] };
        }),
      ]),
  ],
};

describe('what is said at the menu', () => {
  it.each(Object.entries(CONVERSATIONS))('about %s', async (name, conversations) => {
    const text = conversations.map((talk) => `${talk()}\n`).join('\n');
    await expect(text).toMatchFileSnapshot(`golden/said/${name}.txt`);
  });
});
