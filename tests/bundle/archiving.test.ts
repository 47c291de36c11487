/** 지난 연도 보관하기 in the real bundle: what a person is asked and told, what then counts, and what may go wrong. */
import { describe, expect, it } from 'vitest';
import type { ArchiveAnswer } from '../../src/app/archive-years.ts';
import type { CloseAnswer } from '../../src/app/close-last-month.ts';
import type { RunResult } from '../../src/app/run-result.ts';
import type { TraceAnswer } from '../../src/app/trace.ts';
import { copyOf, type DocumentState, type HostState } from '../../src/local/host/host.ts';
import { personalDataIn } from '../../src/sheets/personal-data.ts';
import { everyBreakOff, hostStateOf } from '../support/broken-off.ts';
import { displayed, hostOf, lastRun, RESULT_TABS, runAnswer, sampleDocument } from '../support/running.ts';
import { hasSheet, LEDGER, ledger, sheetNamed } from '../support/workbooks.ts';

const ARCHIVE = '보관';
const CLOSING = new Date('2024-01-05T01:00:00Z');
const NOW = new Date('2024-04-03T01:00:00Z');
const LATER = new Date('2024-05-03T01:00:00Z');

function answered<Answer>(
  document: DocumentState,
  name: string,
  args: readonly unknown[],
  now: Date,
): Answer {
  const { result, error } = hostOf(document, { now: () => now }).execute(name, args);
  if (error !== null) throw error;
  // The bundle is built from the function whose answer this type is.
  return result as Answer;
}

const closed = (document: DocumentState, now: Date) => answered<CloseAnswer>(document, 'closeMonth', [], now);
const archived = (document: DocumentState, year = '2023', now = NOW) =>
  answered<ArchiveAnswer>(document, 'archiveUpTo', [year], now);

function recalculated(document: DocumentState, asOf = '2024-03-31'): RunResult {
  const answer = runAnswer(hostOf(document, { now: () => NOW }).execute('recalculateAll', [asOf]));
  if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
  return answer.result;
}

/** The sample, its December closed. */
function closedSample(): DocumentState {
  const document = sampleDocument();
  closed(document, CLOSING);
  return document;
}

function archivedSample(): DocumentState {
  const document = closedSample();
  archived(document);
  return document;
}

const figuresOf = ({ meetings, suggestions, budget }: RunResult) => ({ meetings, suggestions, budget });
const codes = ({ findings }: RunResult) => findings.map(({ code }) => code);
const told = ({ findings }: RunResult, code: string) =>
  findings
    .filter((finding) => finding.code === code)
    .map(({ tab, cell, message }) => `${tab} ${cell}: ${message}`);

/** Deletes rows of a tab, by their numbers, as a person does: the rows below move up. */
function deleteRows(document: DocumentState, tab: string, from: number, to: number): void {
  const sheet = sheetNamed(document, tab);
  expect(sheet.formulas.size).toBe(0);
  sheet.values.splice(from - 1, to - from + 1);
  sheet.styles.splice(from - 1, to - from + 1);
}

/** The rows that 점검 says may be deleted, the lower ones first. */
function deleteArchived(document: DocumentState): void {
  deleteRows(document, '소통기록', 2, 23);
  for (const row of [10, 7, 3]) deleteRows(document, '건의사항', row, row);
  deleteRows(document, '예산집행', 2, 3);
}

describe('지난 연도 보관하기', () => {
  it('asks for the year and for a copy first, and says which rows may be deleted', () => {
    const document = closedSample();
    const host = hostOf(document, { now: () => NOW, answer: () => ({ button: 'OK', text: ' 2023년 ' }) });
    const { dialogs, error } = host.execute('askForArchive');
    expect(error).toBeNull();
    expect(dialogs.map(({ message }) => message)).toEqual([
      '몇 년까지의 행을 보관할까요? 2024처럼 12월까지 마감한 해를 적어 주세요.\n' +
        '소통기록·건의사항·예산집행에서 그해까지의 행을 보관 탭의 몇 줄로 접습니다. 행은 지우지 않습니다. 그 뒤에 점검 탭이 알려 주는 행을 지워도 숫자는 그대로입니다. 그해 안의 날짜로 다시 만드는 보고서는 사본에서 계산해야 하고, 그해의 행은 더 적거나 고칠 수 없습니다.\n' +
        '그러므로 빠진 것이 없는지 보고, 먼저 파일 > 사본 만들기로 모든 행을 사본에 남겨 주세요.',
      '2023년까지의 27행을 보관 탭의 13줄로 접었습니다. 사본을 만들어 두었으면 소통기록 2~23행(모두 22행), 건의사항 10행, 7행, 3행(모두 3행), 예산집행 2~3행(모두 2행)은 지워도 숫자가 같습니다. 행을 지우면 그 아래 행의 번호가 당겨지므로 적힌 차례대로 지워 주세요.',
    ]);
    expect(lastRun(document)).toMatchObject({
      무엇을: '지난 연도 보관하기',
      기준일: '2023-12-31',
      결과: expect.stringMatching(/^마침, 2023년까지의 27행을/),
    });
    expect(
      displayed(document, ARCHIVE).map((row) => [row[2], row[3], row[4], row[9], row[14]].join(' | ')),
    ).toEqual([
      '무엇 | 날짜 | 분류·출처·재원·접수번호 | 횟수·건수·금액(원) | 원래 행',
      '소통기록 | 2022 | 이월 | 39 | 1',
      '소통기록 | 2023 | 시장방문 | 1 | 1',
      '소통기록 | 2023 | 시장방문 | 0 | 1',
      '소통기록 | 2023 | 동 연두방문 | 15 | 15',
      '소통기록 | 2023 | 구청장 차담회 | 21 | 1',
      '소통기록 | 2023 | 현장방문 | 1 | 1',
      '소통기록 | 2023 | 공감소통 정책간담회 | 13 | 1',
      '소통기록 | 2023 | 소통 한마당 | 1 | 1',
      '건의사항 | 2023 | 동 연두방문 | 96 | 1',
      '건의사항 | 2023 | 동 연두방문 | 19 | 1',
      '건의사항 | 2023 | 인천시장 연두방문 | 1 | 1',
      '예산집행 | 2022 | 구 | 1,800,000 | 1',
      '예산집행 | 2023 | 구 | 3,900,000 | 1',
      ...Array.from({ length: 8 }, () =>
        expect.stringMatching(/^이월 건의 \| {2}\| #[0-9a-f]{16} \| {2}\| $/),
      ),
      '차례: 출처 | 2022 | 초도방문 |  | ',
      '차례: 출처 | 2023 | 동 연두방문 |  | ',
      '차례: 출처 | 2023 | 인천시장 연두방문 |  | ',
      '차례: 출처 | 2023 | 인천시장 방문 |  | ',
      '확인 |  |  |  | 25',
    ]);
  });

  it('does nothing where somebody cancels', () => {
    const document = closedSample();
    const before = structuredClone(document.sheets);
    hostOf(document, { answer: () => ({ button: 'CANCEL', text: '2023' }) }).execute('askForArchive');
    expect(document.sheets).toEqual(before);
  });

  it('leaves every figure as it was, whether the rows stand or are deleted', () => {
    const document = closedSample();
    const before = recalculated(document);
    const shown = shownResults(document);
    archived(document);
    const standing = recalculated(document);
    expect(figuresOf(standing)).toEqual(figuresOf(before));
    expect(standing.rows.소통기록).toEqual({
      read: 41,
      counted: 19,
      afterAsOf: 0,
      excluded: 0,
      skipped: 0,
      archived: { lastYear: 2023, lines: 8, rows: 22, standing: 22, others: 0 },
    });
    deleteArchived(document);
    const deleted = recalculated(document);
    expect(figuresOf(deleted)).toEqual(figuresOf(before));
    expect(shownResults(document)).toEqual(shown);
    expect(told(deleted, 'archived-years')).toEqual([
      expect.stringMatching(
        /^보관 : 2023년까지의 숫자는 보관 탭의 13줄로 셉니다\. 원래 27행을 접은 것으로, 2024-04-03 10:00:00에 마지막으로 보관했습니다\. 그때 끝나지 않은 건의는 접지 않았으므로 건의사항 탭의 행으로 셉니다\. 따로 할 일은 없습니다\./,
      ),
    ]);
    expect(codes(deleted)).not.toContain('past-month-changed');
  });

  it('keeps the way to the rows behind a figure: the line, and of how many rows it was made', () => {
    const document = archivedSample();
    recalculated(document);
    const sheet = displayed(document, '소통누적');
    const row = sheet.findIndex(([year]) => year === '2023') + 1;
    const trace = answered<TraceAnswer>(document, 'traceCell', ['소통누적', `D${row}`], NOW);
    if (trace.status === 'stopped') throw new Error(trace.messages.join(' '));
    expect(trace.parts[0]?.sum).toBe(52);
    expect(trace.parts[0]?.rows[2]).toEqual({
      tab: ARCHIVE,
      row: 5,
      value: 15,
      approximate: false,
      columns: expect.objectContaining({
        '보관한 때': '2024-04-03 10:00:00',
        무엇: '소통기록',
        분류·출처·재원·접수번호: '동 연두방문',
        '원래 행': '15',
      }),
    });
  });

  it('of a suggestion or an amount names its unit all the same', () => {
    const document = archivedSample();
    recalculated(document);
    const sheet = displayed(document, '예산현황');
    const row = sheet.findIndex(([year]) => year === '2023') + 1;
    const column = (sheet[row - 1] ?? []).indexOf('3,900,000');
    const cell = `${String.fromCharCode(65 + column)}${row}`;
    const trace = answered<TraceAnswer>(document, 'traceCell', ['예산현황', cell], NOW);
    expect(trace).toMatchObject({ parts: [{ sum: 3_900_000, unit: '원', rows: [{ tab: ARCHIVE }] }] });
  });
});

describe('a month that is closed afterwards', () => {
  it('starts its details anew, and can be compared with the next one row by row', () => {
    const document = archivedSample();
    deleteArchived(document);
    closed(document, NOW);
    closed(document, LATER);
    const lines = (months: string) => {
      const answer = answered<{ lines: readonly string[] }>(document, 'compareWithMonth', [months], LATER);
      return answer.lines;
    };
    expect(lines('2024-03 2024-04')).toContain('움직인 행이 없습니다.');
    expect(lines('2023-12 2024-03')).toContain(
      '그 사이에 지난 연도를 보관 탭으로 접어, 어느 행이 숫자를 움직였는지는 비교할 수 없습니다. 위의 숫자는 그대로 맞습니다.',
    );
    const result = recalculated(document, '2024-04-30');
    expect(codes(result)).not.toContain('damaged-record');
    expect(codes(result)).not.toContain('past-month-changed');
  });

  it('says so where the archive no longer adds up to it', () => {
    const document = archivedSample();
    deleteArchived(document);
    sheetNamed(document, ARCHIVE).values.splice(1);
    expect(told(recalculated(document), 'past-month-changed')).toEqual([
      expect.stringContaining('2023년 12월 기록의 누적 소통은 91인데, 지금 그 날짜로 다시 계산하면 0입니다.'),
      expect.stringContaining('2023년 12월 기록의 건의 합계'),
      expect.stringContaining('완료'),
      expect.stringContaining('추진불가'),
      expect.stringContaining('이송'),
      expect.stringContaining('집행액'),
    ]);
  });
});

describe('what is not one of the archived rows', () => {
  it('is no part of any figure where it is dated in their years, and is an error', () => {
    const document = archivedSample();
    const before = figuresOf(recalculated(document));
    sheetNamed(document, '소통기록').values.push(['2023. 5. 1.', '시장방문', '', '', 1]);
    const after = recalculated(document);
    expect(figuresOf(after)).toEqual(before);
    expect(told(after, 'row-of-archived-year')).toEqual([
      expect.stringMatching(
        /^소통기록 A\d+: 보관한 해\(2023년까지\)의 날짜인데 보관할 때와 다른 행이 1행 있어 집계하지 않았습니다\. 보관 탭의 줄에 이미 들어 있는지 알 수 없기 때문입니다\. 여기가 그 첫 행입니다\. 보관한 행을 일부만 지웠으면/,
      ),
    ]);
    expect(after.rows.소통기록).toMatchObject({ counted: 19, excluded: 1 });
  });

  it('is the rest of rows that were deleted in part', () => {
    const document = archivedSample();
    const before = figuresOf(recalculated(document));
    // One of the fifteen visits that stand in one line.
    deleteRows(document, '소통기록', 6, 6);
    const after = recalculated(document);
    expect(figuresOf(after)).toEqual(before);
    expect(told(after, 'row-of-archived-year')).toEqual([expect.stringContaining('다른 행이 14행')]);
  });

  it.each([
    {
      what: 'comes to its end',
      change: { 처리상황: '완료', 처리일: '2024. 2. 1.' },
      total: 606,
      completed: 119,
      rows: 0,
    },
    {
      what: 'gets a department, so that it is known by another key',
      change: { 소관부서: '교통과' },
      total: 606,
      completed: 96,
      rows: 0,
    },
    // Whoever reads only this row cannot tell it from one that was at its end, and archived.
    {
      what: 'gets a department and comes to its end on an unknown day',
      change: { 소관부서: '교통과', 처리상황: '완료' },
      total: 583,
      completed: 96,
      rows: 1,
    },
    {
      what: 'gets a department and comes to its end on a later day',
      change: { 소관부서: '교통과', 처리상황: '완료', 처리일: '2024. 2. 1.' },
      total: 606,
      completed: 119,
      rows: 0,
    },
  ])('a suggestion that was open then and $what', ({ change, total, completed, rows }) => {
    const document = archivedSample();
    deleteArchived(document);
    const { values } = sheetNamed(document, '건의사항');
    const [headings = []] = values;
    const cells = values.find((row) => row[headings.indexOf('처리상황')] === '추진중') ?? [];
    for (const [heading, text] of Object.entries(change)) cells[headings.indexOf(heading)] = text;
    const after = recalculated(document);
    expect(after.suggestions?.total).toBe(total);
    const statuses = after.suggestions?.sources.map((source) => source.statuses.완료 ?? 0) ?? [];
    expect(statuses.reduce((sum, count) => sum + count, 0)).toBe(completed);
    expect(told(after, 'row-of-archived-year')).toHaveLength(rows);
  });
});

describe('an archive', () => {
  it.each([
    {
      what: 'altered by hand',
      change: (rows: unknown[][]) => {
        const line = rows[4];
        if (line !== undefined) line[9] = 16;
      },
      says: '2023년까지를 보관한 줄이 적힌 뒤에 바뀌어 이 보관은 세지 않았습니다.',
    },
    {
      what: 'without its last line',
      change: (rows: unknown[][]) => void rows.pop(),
      says: "2023년까지를 보관한 줄에 '확인' 줄이 없어 이 보관은 세지 않았습니다.",
    },
  ])('$what counts nothing: the rows that still stand do', ({ change, says }) => {
    const document = closedSample();
    const before = figuresOf(recalculated(document));
    archived(document);
    change(sheetNamed(document, ARCHIVE).values);
    const after = recalculated(document);
    expect(figuresOf(after)).toEqual(before);
    expect(told(after, 'damaged-archive')).toEqual([expect.stringContaining(says)]);
  });

  it('whose lines are deleted is none, and the years can be archived again', () => {
    const document = archivedSample();
    sheetNamed(document, ARCHIVE).values.splice(1);
    expect(archived(document)).toMatchObject({ status: 'done', lastYear: 2023, lines: 13, rows: 27 });
  });

  it('takes a fingerprint that looks like a telephone number for none', () => {
    const document = closedLedger(row('건의사항', '| 2023. 3. 1. | 동 연두방문 | 제8080동 | | 추진중 | |'));
    expect(archived(document).status).toBe('done');
    const carried = displayed(document, ARCHIVE).find(([, , kind]) => kind === '이월 건의')?.[4] ?? '';
    expect(personalDataIn(carried)).toBe('mobile-number');
    expect(codes(recalculated(document))).not.toContain('damaged-archive');
  });

  it('of more years is added to the first', () => {
    const document = archivedSample();
    for (let month = 2; month <= 13; month += 1) closed(document, new Date(Date.UTC(2024, month - 1, 5)));
    const later = new Date('2025-02-03T01:00:00Z');
    const before = figuresOf(recalculated(document, '2024-12-31'));
    expect(archived(document, '2024', later)).toMatchObject({ status: 'done', lastYear: 2024 });
    const after = recalculated(document, '2024-12-31');
    expect(figuresOf(after)).toEqual(before);
    expect(told(after, 'row-of-archived-year')).toEqual([]);
  });
});

describe('an as-of date before the end of the archived years', () => {
  it('is an error that names the way out', () => {
    expect(told(recalculated(archivedSample(), '2023-06-30'), 'as-of-before-archive')).toEqual([
      '보관 : 기준일 2023. 6. 30. 당시의 건의사항을 모두 셀 수는 없습니다. 보관한 해(2023년까지)의 건의는 해 단위로만 남아 있어 그해가 끝나야 세고, 그 사이의 처리상황은 알 수 없습니다. 이 날짜의 보고서는 보관할 때 만든 사본에서 계산해 주세요. 달마다의 숫자는 월별기록에도 있습니다.',
    ]);
  });
});

/** A ledger whose December is closed. */
function closedLedger(changes: Readonly<Record<string, string | null>> = {}): DocumentState {
  const document = ledger(changes);
  closed(document, CLOSING);
  return document;
}

const row = (tab: keyof typeof LEDGER, cells: string) => ({ [tab]: `${LEDGER[tab]}\n${cells}` });

describe('nothing is archived', () => {
  it.each([
    {
      why: 'no year',
      typed: '작년',
      made: closedSample,
      says: "'작년'에서 해를 읽을 수 없습니다. 2024처럼 적어 주세요.",
    },
    {
      why: 'a year that has not ended',
      typed: '2024',
      made: closedSample,
      says: '2024년 12월이 월별기록에 없습니다. 12월까지 마감한 해만 보관할 수 있습니다.',
    },
    { why: 'archived already', typed: '2023', made: archivedSample, says: '2023년까지는 이미 보관했습니다.' },
    {
      why: 'a row that could not be read',
      typed: '2023',
      made: () => closedLedger(row('소통기록', '작년 봄 | 시장방문 | | 1 |')),
      says: '소통기록 탭에 집계하지 못한 행이 있습니다. 점검 탭의 오류를 모두 고친 뒤 다시 해 주세요. 보관한 뒤에는 그해의 행을 새로 셀 수 없기 때문입니다.',
    },
    {
      why: 'a receipt number that a later row bears too',
      typed: '2023',
      made: () => closedLedger(row('건의사항', '1 | 2024. 2. 1. | 동 연두방문 | | | | |')),
      says: "접수번호 '1'이 건의사항 탭에 두 번 있습니다. 한쪽을 고친 뒤 다시 해 주세요.",
    },
    {
      why: 'personal data in what would be written',
      typed: '2023',
      made: () =>
        closedLedger(
          row('건의사항', '9 | 2023. 3. 1. | 동 연두방문 | 010-1234-5678 | | 완료 | 2023. 4. 1. |'),
        ),
      says: '분류·출처·동·부서나 내용 칸에 개인정보로 보이는 글이 있어 보관 탭에 옮겨 적지 않았습니다. 점검 탭을 보고 고친 뒤 다시 해 주세요.',
    },
    {
      why: 'no rows of those years',
      typed: '2023',
      made: () => {
        const document = closedLedger();
        for (const tab of ['소통기록', '건의사항', '예산집행'] as const)
          sheetNamed(document, tab).values.splice(1);
        return document;
      },
      says: '2023년까지의 행이 없습니다.',
    },
    {
      why: 'a tab of that name that is somebody else’s',
      typed: '2023',
      made: () => closedLedger({ 보관: '메모\n지난 자료' }),
      says: '보관 탭이 공약장부가 만든 것이 아니어서 보관할 수 없습니다. 그 탭의 이름을 바꾼 뒤 다시 해 주세요.',
    },
    {
      why: 'a tab is missing',
      typed: '2023',
      made: () => {
        const document = closedLedger();
        const index = document.sheets.findIndex(({ name }) => name === '예산집행');
        document.sheets.splice(index, 1);
        return document;
      },
      says: "빠진 탭이나 제목이 있어 보관할 수 없습니다. '예산집행' 탭이 없어 이 탭이 필요한 결과를 만들지 못했습니다.",
    },
    {
      why: 'a frozen month that was altered',
      typed: '2023',
      made: () => {
        const document = closedLedger();
        const record = sheetNamed(document, '월별기록').values[1];
        if (record !== undefined) record[4] = 999;
        return document;
      },
      says: '처리이력·월별기록·보관 탭에 읽을 수 없거나 바뀐 줄이 있습니다. 전체 다시 계산을 누르고 점검 탭을 보아 되돌린 뒤 다시 해 주세요.',
    },
  ])('$why', ({ typed, made, says }) => {
    const document = made();
    const before = structuredClone(document.sheets);
    expect(archived(document, typed)).toEqual({ status: 'stopped', messages: [says] });
    expect(document.sheets.filter(({ name }) => name !== '실행기록')).toEqual(
      before.filter(({ name }) => name !== '실행기록'),
    );
  });

  it('somebody else is computing', () => {
    const document = closedSample();
    const host = hostOf(document, { now: () => NOW });
    const release = host.holdLock('document');
    expect(host.execute('archiveUpTo', ['2023']).result).toMatchObject({ status: 'stopped' });
    release();
    expect(hasSheet(document, ARCHIVE)).toBe(false);
  });
});

describe('broken off at any call, in any way', () => {
  it('everything is as it was, or archived', {
    timeout: 300_000,
  }, () => {
    const document = closedSample();
    recalculated(document);
    const start: HostState = hostStateOf(document);
    const before = shownResults(document);
    const inputs = inputsOf(document);
    const records = recordsOf(document);
    const figures = figuresOf(recalculated(copyOf(document)));
    const { points, remainders } = everyBreakOff(
      start,
      { functionName: 'archiveUpTo', args: ['2023'] },
      () => NOW,
    );
    for (const { how, number, call, state } of remainders) {
      const where = `${how} call ${number}, ${call}`;
      const left = state().document;
      expect(shownResults(left), where).toEqual(before);
      expect(inputsOf(left), where).toEqual(inputs);
      expect(recordsOf(left), where).toEqual(records);
      const isArchived = hasSheet(left, ARCHIVE) && displayed(left, ARCHIVE).some((row) => row[2] === '확인');
      expect(archived(left, '2023', LATER).status, where).toBe(isArchived ? 'stopped' : 'done');
      expect(figuresOf(recalculated(left)), where).toEqual(figures);
    }
    console.log(`archiveUpTo: broken off at ${points} points, ${remainders.length} different states left`);
    expect(points).toBeGreaterThan(100);
  });
});

/** Where a suggestion stands that has been open for long: rows above it may have been deleted. */
const ROW_OF_OPEN = /^(.* \| \d{4}(?:년|\. \d+월) \| .* \| \d+ \| \d*) \| \d+( \| )*$/;

/** What the result tabs show, but for what they tell of single rows, and 점검, which tells of the archive. */
function shownResults(document: DocumentState): readonly string[] {
  const tabs = RESULT_TABS.filter((name) => name !== '점검' && name !== '요약' && hasSheet(document, name));
  return tabs.flatMap((name) =>
    displayed(document, name)
      .map((row) => row.join(' | '))
      .filter((line) => !line.includes('행 가운데'))
      .map((line) => `${name}: ${line.replace(ROW_OF_OPEN, '$1')}`),
  );
}

const inputsOf = ({ sheets }: DocumentState) =>
  sheets.filter(({ name, metadata }) => metadata.length === 0 && name in LEDGER);

const recordsOf = (document: DocumentState) =>
  ['월별기록', '월별내역', '처리이력'].map((name) => displayed(document, name));
