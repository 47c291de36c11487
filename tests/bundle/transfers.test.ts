/**
 * How many calls that read or change something a run takes, counted as the host prints them. Each is a round
 * trip on the platform. The limits hold whatever changed between two runs, and however much.
 */
import { describe, expect, it } from 'vitest';
import { createDocument, type DocumentState, type Execution } from '../../src/local/host/host.ts';
import { hostOf, recalculated, sampleDocument } from '../support/running.ts';
import { preparedDocument, setUp } from '../support/setting-up.ts';
import { sheetNamed } from '../support/workbooks.ts';

/** Said where a limit is passed. */
const CALLS = 'calls that read or change something; a new tab may raise the limit by its own';

function transfersOf({ error, calls }: Execution): number {
  if (error !== null) throw error;
  return calls.transfers;
}

const recalculation = (document: DocumentState) => transfersOf(hostOf(document).execute('recalculateAll'));
const closing = (document: DocumentState, now: string) =>
  transfersOf(hostOf(document, { now: () => new Date(now) }).execute('closeMonth'));

function addRows(
  document: DocumentState,
  tab: string,
  rows: readonly (readonly (string | number)[])[],
): void {
  const sheet = sheetNamed(document, tab);
  sheet.values.push(...rows.map((row) => [...row]));
  sheet.maxRows = Math.max(sheet.maxRows, sheet.values.length);
}

function setting(document: DocumentState, item: string, value: string): void {
  const row = sheetNamed(document, '공약').values.find(([name]) => name === item);
  if (row === undefined) throw new Error(`no setting ${item}`);
  row[1] = value;
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
/** Suggestions whose occasions, 동 and departments nothing else names. */
const suggestions = (count: number) =>
  numbers(count).map((index) => [
    `A-${index}`,
    '2024. 3. 5.',
    `초도방문 ${index} ${'긴 이름'.repeat(index % 7)}`,
    `동${index}`,
    '의견',
    `부서${index}`,
    '완료',
    '2024. 3. 6.',
    1,
    '',
  ]);
const meetings = (count: number, category: (index: number) => string) =>
  numbers(count).map((index) => ['2024. 3. 5.', category(index), '내용', '', 1, '', '', '']);

describe('전체 다시 계산', () => {
  it.each<{ after: string; change: (document: DocumentState) => void }>([
    { after: 'nothing', change: () => undefined },
    ...[20, 300, 2000].flatMap((count) => [
      {
        after: `${count} new names of suggestions`,
        change: (document: DocumentState) => addRows(document, '건의사항', suggestions(count)),
      },
      {
        after: `${count} new names of meetings`,
        change: (document: DocumentState) =>
          addRows(
            document,
            '소통기록',
            meetings(count, (index) => `새 모임 ${index}`),
          ),
      },
    ]),
    {
      after: '5,000 new rows',
      change: (document) =>
        addRows(
          document,
          '소통기록',
          meetings(5000, () => '시장방문'),
        ),
    },
  ])('after $after takes at most 60', ({ change }) => {
    const document = sampleDocument();
    recalculated(document);
    change(document);
    expect(recalculation(document), CALLS).toBeLessThanOrEqual(60);
  });

  it('takes at most 150 as the first run on a prepared workbook', () => {
    expect(recalculation(preparedDocument(sampleDocument())), CALLS).toBeLessThanOrEqual(150);
  });

  // 실적보고 is rewritten from the first row that differs. That never takes more than the first run.
  it.each<{ what: string; change: (document: DocumentState) => void }>([
    { what: 'a year less in the term', change: (document) => setting(document, '종료연도', '2025') },
    { what: 'three years more in the term', change: (document) => setting(document, '종료연도', '2029') },
    ...['연차목표', '추진일정', '건의사항', '소통기록', '분류'].map((tab) => ({
      what: `an emptied ${tab}`,
      change: (document: DocumentState) => void sheetNamed(document, tab).values.splice(1),
    })),
  ])('after $what takes at most 150', ({ change }) => {
    const document = sampleDocument();
    recalculated(document);
    change(document);
    expect(recalculation(document), CALLS).toBeLessThanOrEqual(150);
  });
});

describe('시트 준비', () => {
  it('takes at most 345, and the first run then takes a third less', () => {
    expect(transfersOf(setUp(createDocument())), CALLS).toBeLessThanOrEqual(345);
  });

  it('takes at most 20 if everything is there', () => {
    expect(transfersOf(setUp(preparedDocument())), CALLS).toBeLessThanOrEqual(20);
  });
});

describe('a closing', () => {
  it('takes at most 100, both the first and the second time', () => {
    const document = sampleDocument();
    recalculated(document);
    expect(closing(document, '2024-04-02T01:00:00Z'), CALLS).toBeLessThanOrEqual(100);
    expect(closing(document, '2024-05-02T01:00:00Z'), CALLS).toBeLessThanOrEqual(100);
  });
});
