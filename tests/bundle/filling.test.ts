import { describe, expect, it } from 'vitest';
import { createDocument, type DocumentState } from '../../src/local/host/host.ts';
import { SAMPLE } from '../../src/sheets/sample.ts';
import { everyBreakOff, hostStateOf } from '../support/broken-off.ts';
import { displayed, fillAnswer, hostOf, NOW, recalculated, sampleDocument } from '../support/running.ts';
import { hasSheet, sheetNamed, workbook } from '../support/workbooks.ts';

const TABS = [
  '공약',
  '연차목표',
  '추진일정',
  '분류',
  '소통기록',
  '건의사항',
  '예산계획',
  '예산집행',
  '향후계획',
];

const fill = (document: DocumentState) => hostOf(document).execute('fillSampleData');

describe('예시 데이터로 채우기', () => {
  it('makes every input tab in a new spreadsheet, below its own, and leaves the shown tab shown', () => {
    const document = createDocument();
    expect(fillAnswer(fill(document))).toEqual({ status: 'done', tabs: TABS });
    expect(document.sheets.map(({ name }) => name)).toEqual(['시트1', ...TABS]);
    expect(document.activeSheetId).toBe(0);
    expect(recalculated(document).meetings?.cumulative).toBe(108);
  });

  it('writes texts as texts and numbers as numbers', () => {
    const document = sampleDocument();
    for (const { headings, rows } of SAMPLE) {
      const tab = sheetNamed(
        document,
        TABS.find((name) => sheetNamed(document, name).values[0]?.join() === headings.join()) ?? '',
      );
      const held = tab.values.map((row) => headings.map((_, column) => row[column] ?? ''));
      expect(held, tab.name).toEqual([headings, ...rows]);
      expect(tab.formulas.size).toBe(0);
    }
    expect(displayed(document, '예산집행')[1]).toEqual(['2022', '구', '1,800,000', '2022년 집행액의 합계']);
  });

  it.each(TABS)('refuses where %s holds something, in one sentence that names it', (tab) => {
    const document = workbook({ 메모: '내 것', [tab]: '0' });
    const before = structuredClone(document);
    const execution = fill(document);
    const sentence = `${tab} 탭에 이미 내용이 있어 예시를 넣지 않았습니다. 예시는 빈 스프레드시트에서 만들어 주세요.`;
    expect(fillAnswer(execution)).toEqual({ status: 'stopped', messages: [sentence] });
    expect(execution.toasts.map(({ message }) => message)).toEqual([sentence]);
    expect(document).toEqual(before);
  });

  it('fills input tabs that are empty where they stand, and leaves every other tab alone', () => {
    const document = workbook({
      메모: '내 것 | =1+2 → 3 | [2024-03-05]',
      소통기록: '',
      요약: '남의 요약',
      공약: '',
    });
    const before = structuredClone(document);
    expect(fillAnswer(fill(document)).status).toBe('done');
    expect(document.sheets.slice(0, 4).map(({ name }) => name)).toEqual(['메모', '소통기록', '요약', '공약']);
    for (const tab of ['메모', '요약']) expect(sheetNamed(document, tab)).toEqual(sheetNamed(before, tab));
    expect(displayed(document, '소통기록')).toEqual(displayed(sampleDocument(), '소통기록'));
  });

  it('refuses to fill a second time', () => {
    const document = sampleDocument();
    const before = structuredClone(document);
    expect(fillAnswer(fill(document)).status).toBe('stopped');
    expect(document).toEqual(before);
  });

  it('makes no result tab', () => {
    expect(['요약', '점검', '실행기록'].filter((tab) => hasSheet(sampleDocument(), tab))).toEqual([]);
  });
});

describe('예시 데이터로 채우기 that is broken off', () => {
  it('anywhere, in any way, leaves what the next one completes', { timeout: 300_000 }, () => {
    const clean = sampleDocument();
    const shown = (document: DocumentState) =>
      TABS.map((tab) => (hasSheet(document, tab) ? displayed(document, tab) : []));
    const { points, remainders } = everyBreakOff(
      hostStateOf(createDocument()),
      { functionName: 'fillSampleData' },
      () => NOW,
    );
    for (const { how, number, call, state } of remainders) {
      const { document } = state();
      fill(document);
      expect(shown(document), `${how} call ${number}, ${call}`).toEqual(shown(clean));
    }
    expect(points).toBeGreaterThan(remainders.length);
    console.log(`fillSampleData: broken off at ${points} points, ${remainders.length} different states left`);
  });
});
