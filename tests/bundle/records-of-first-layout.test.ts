/**
 * A book whose months were closed by the version that had a column for each handling status, opened with the
 * current version.
 */
import { describe, expect, it } from 'vitest';
import type { CloseAnswer } from '../../src/app/months/close-last-month.ts';
import type { CompareAnswer } from '../../src/app/months/compare-months.ts';
import type { DocumentState } from '../../src/local/host/host.ts';
import { GUARD_OF_FIRST_LAYOUT, RECORDS_OF_FIRST_LAYOUT } from '../support/records-of-first-layout.ts';
import { hostOf, recalculated, rowsByHeading } from '../support/running.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';

const GUARD = 'pledge-ledger.records';

function called(document: DocumentState, functionName: string, args: readonly unknown[], day: string) {
  const host = hostOf(document, { now: () => new Date(`${day}T01:00:00Z`) });
  const { result, error } = host.execute(functionName, args, 'client');
  if (error !== null) throw error;
  return result;
}

// These types describe what the bundle's functions return.
const closed = (document: DocumentState, day: string) =>
  called(document, 'closeMonth', [], day) as CloseAnswer;
const compared = (document: DocumentState, months: string) =>
  called(document, 'compareWithMonth', [months], '2024-04-04') as CompareAnswer;

function office(): DocumentState {
  const document = ledger();
  closed(document, '2024-02-03');
  for (const [tab, rows] of Object.entries(RECORDS_OF_FIRST_LAYOUT)) {
    const sheet = sheetNamed(document, tab);
    sheet.values = rows.map((row) => [...row]);
    sheet.styles = rows.map((row) => row.map(() => ({ numberFormat: '@' })));
    sheet.maxColumns = Math.max(...rows.map((row) => row.length));
    // That version gave the tab another layout.
    const [mark] = sheet.metadata;
    if (mark !== undefined) mark.value = mark.value?.replace(/[0-9a-f]{16}/, 'older') ?? null;
  }
  document.documentProperties.set(GUARD, GUARD_OF_FIRST_LAYOUT.replace('local-document', document.id));
  return document;
}

/** The cells that records of the first layout occupy. */
function oldCells(document: DocumentState) {
  return Object.entries(RECORDS_OF_FIRST_LAYOUT).map(([tab, rows]) =>
    rows.map((row, index) =>
      row.map((_, column) => sheetNamed(document, tab).values[index]?.[column] ?? null),
    ),
  );
}

function recordFindings(document: DocumentState): readonly string[] {
  return recalculated(document)
    .findings.filter(({ code }) => code.startsWith('records-') || code === 'damaged-record')
    .map(({ message }) => message);
}

const FIRST = Object.values(RECORDS_OF_FIRST_LAYOUT);

describe('records of the first layout', () => {
  it('stay as they were written, without findings', () => {
    const document = office();
    expect(recordFindings(document)).toEqual([]);
    expect(oldCells(document)).toEqual(FIRST);
  });

  it('stay unchanged when the next month is closed below them; new columns come at the right', () => {
    const document = office();
    expect(closed(document, '2024-04-03')).toMatchObject({ status: 'done', months: ['2024-03'] });
    expect(oldCells(document)).toEqual(FIRST);
    const last = rowsByHeading(document, '월별기록').at(-1);
    expect(last).toMatchObject({
      공약번호: '1-6',
      월: '2024-03',
      '누적 소통': '',
      완료: '',
      '이행률(%)': '3',
      지표: '누적 소통=6/200(3%)[소통]',
      처리상황: '완료=2; 추진중=1',
      재원: '시=계획 4,000,000; 구=계획 6,000,000 집행 3,900,000',
      '내역의 앞 달': '2024-02',
      '내역 행': '1',
      판: '2',
      번호: '5',
    });
    expect(recordFindings(document)).toEqual([]);
  });

  it('are compared with new ones, and with each other', () => {
    const document = office();
    closed(document, '2024-04-03');
    const answer = compared(document, '2024-02 2024-03');
    expect(answer.status === 'done' ? answer.lines : answer.messages).toEqual([
      '2024년 2월 기록(2024. 2. 29. 기준) → 2024년 3월 기록(2024. 3. 31. 기준)',
      '',
      '누적 소통: 5회 → 6회 (+1회)',
      '이행률: 2% → 3% (+1%p)',
      '',
      '그사이의 날짜로 늘어난 행 1행',
      '· 소통기록 4행: 2024. 3. 5. 시장방문 1회 [누적 소통 +1회]',
    ]);
    const same = compared(document, '2024-01 2024-02');
    expect(same.status === 'done' ? same.lines.slice(1) : same.messages).toEqual([
      '',
      '달라진 숫자가 없습니다.',
      '',
      '움직인 행이 없습니다.',
    ]);
  });

  it('are guarded: an altered one is named by its number, and 이 기록으로 이어가기 accepts it', () => {
    const document = office();
    closed(document, '2024-04-03');
    const { values } = sheetNamed(document, '월별기록');
    (values[1] ?? [])[4] = 99;
    expect(recordFindings(document)).toEqual([
      expect.stringContaining('바뀐 행 1번. 마지막으로 적은 행은 5번입니다.'),
      expect.stringContaining('2024년 1월 기록이 적힌 뒤에 바뀌어'),
    ]);
    expect(closed(document, '2024-05-03')).toMatchObject({ status: 'stopped' });
    hostOf(document).execute('askToContinueRecords');
    expect(closed(document, '2024-05-03')).toMatchObject({ months: ['2024-04'] });
    expect(recordFindings(document)).toEqual([expect.stringContaining('2024년 1월 기록이 적힌 뒤에 바뀌어')]);
  });

  it('are undone by a row of the new layout, in which the month is closed again', () => {
    const document = office();
    expect(called(document, 'undoLastClosing', ['2024-02'], '2024-03-20')).toMatchObject({ status: 'done' });
    expect(closed(document, '2024-03-21')).toMatchObject({ months: ['2024-02'] });
    expect(rowsByHeading(document, '월별기록').map(({ 월, 구분, 판 }) => `${월} ${구분} ${판}`)).toEqual([
      '2024-01  ',
      '2024-02  ',
      '2024-02 마감 취소 ',
      '2024-02  ',
      '2024-02 마감 취소 2',
      '2024-02  2',
    ]);
    expect(oldCells(document)).toEqual(FIRST);
    expect(recordFindings(document)).toEqual([]);
  });

  it('are adopted with one notice if the document properties do not know them', () => {
    const document = office();
    document.documentProperties.delete(GUARD);
    expect(recordFindings(document)).toEqual([expect.stringContaining('지금 있는 그대로 이어받았습니다')]);
    closed(document, '2024-04-03');
    expect(recordFindings(document)).toEqual([]);
  });

  it.each([
    ['a heading of the first layout', '완료'],
    ['a heading of the new one', '처리상황'],
    ['a heading that both have', '행 지문'],
    ['the heading that tells them apart', '판'],
  ])('without %s are reported as broken, with the name of that heading', (_, heading) => {
    const document = office();
    closed(document, '2024-04-03');
    const [headings = []] = sheetNamed(document, '월별기록').values;
    headings[headings.indexOf(heading)] = null;
    expect(recordFindings(document).join('\n')).toContain(`제목이 없어진 열 '${heading}'`);
  });
});
