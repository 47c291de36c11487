/** 탭 더하기 → 여러 공약: turns a filled book of one pledge into an office's, without changing existing cells. */
import { describe, expect, it } from 'vitest';
import { ExecutionEnded } from '../../src/local/host/ends.ts';
import { copyOf, createDocument, type DialogAnswer, type DocumentState } from '../../src/local/host/host.ts';
import { displayed, hostOf, recalculated, rowsByHeading, sampleDocument } from '../support/running.ts';
import { preparedDocument } from '../support/setting-up.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';

const NUMBERED = ['연차목표', '추진일정', '소통기록', '건의사항', '예산계획', '예산집행', '향후계획'];
const LEFT = ['공약', '분류'];

function made(document: DocumentState) {
  const { result, error, toasts, calls } = hostOf(document).execute('addMoreTabs', ['여러 공약']);
  if (error !== null) throw error;
  return { result, said: toasts.map(({ message }) => message).join(' '), transfers: calls.transfers };
}

/** A tab as displayed, without blank rows below and blank cells at the right. */
function shown(document: DocumentState, tab: string): string[][] {
  const rows = displayed(document, tab).map((row) =>
    row.slice(0, row.findLastIndex((text) => text !== '') + 1),
  );
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}

describe('the filled sample', () => {
  const document = sampleDocument();
  const before = new Map([...NUMBERED, ...LEFT].map((tab) => [tab, shown(document, tab)]));
  const alone = recalculated(document);
  const { result, transfers } = made(document);

  it('gets a 공약목록 with its pledge, in few calls', () => {
    expect(result).toMatchObject({ status: 'done', made: ['공약목록'] });
    expect(rowsByHeading(document, '공약목록').filter((row) => row.공약명 !== '')).toMatchObject([
      { 공약번호: '1-6', 시작연도: '2022', 종료연도: '2026', 최종목표: '200' },
    ]);
    expect(transfers).toBeLessThanOrEqual(120);
  });

  it.each(NUMBERED)('has its number in each row of %s, in a last column, and nothing else changed', (tab) => {
    const rows = before.get(tab) ?? [];
    const width = Math.max(...rows.map((row) => row.length));
    const after = shown(document, tab);
    expect(after.map((row) => row.slice(0, width))).toEqual(
      rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]),
    );
    const numbers = after.map((row) => row.slice(width));
    expect(numbers).toEqual(rows.map((_, index) => [index === 0 ? '공약번호' : '1-6']));
  });

  it.each(LEFT)('has %s as it was', (tab) => {
    expect(shown(document, tab)).toEqual(before.get(tab));
  });

  it('has the same figures as before', () => {
    const { pledges, overview, rows } = recalculated(document);
    const [{ findings: _, ...one } = { findings: null }] = alone.pledges;
    const [{ findings: __, ...other } = { findings: null }] = pledges;
    expect(other).toEqual(one);
    expect(overview).toMatchObject({ pledges: 1, meanRatePercent: 54 });
    const { 공약목록: list, ...others } = rows;
    expect(list).toMatchObject({ read: 1, counted: 1 });
    for (const [tab, account] of Object.entries(others)) {
      if (tab !== '공약') expect(account, tab).toEqual(alone.rows[tab]);
    }
  });

  it('is not changed if the action is repeated', () => {
    const inputs = () =>
      structuredClone([...NUMBERED, ...LEFT, '공약목록'].map((tab) => sheetNamed(document, tab)));
    const once = inputs();
    expect(made(document).result).toMatchObject({ status: 'done', made: [] });
    expect(inputs()).toEqual(once);
  });
});

describe('여러 공약', () => {
  it('is refused if rows exist and the pledge has no number, and nothing is written', () => {
    const document = preparedDocument(
      ledger({ 공약: '항목 | 값\n공약명 | 소통\n시작연도 | 2022\n최종목표 | 200' }),
    );
    const before = structuredClone(document.sheets);
    const { result, said } = made(document);
    expect(result).toMatchObject({ status: 'stopped' });
    expect(said).toContain('공약 탭의 공약번호가 비어 있어');
    expect(document.sheets).toEqual(before);
  });

  it('needs no number in a book without rows', () => {
    const document = preparedDocument();
    expect(made(document).result).toMatchObject({ status: 'done', made: ['공약목록'] });
    expect(displayed(document, '소통기록')[0]).toContain('공약번호');
  });

  it.each<[string, DialogAnswer[], boolean]>([
    ['agreed to', [{ button: 'OK', text: '3' }, { button: 'OK' }], true],
    ['not agreed to', [{ button: 'OK', text: '3' }, { button: 'CANCEL' }], false],
  ])('asks first, and is %s', (_, answers, isMade) => {
    const document = preparedDocument(createDocument());
    let turn = 0;
    const host = hostOf(document, { answer: () => answers[turn++] ?? { button: 'CANCEL' } });
    const { dialogs } = host.execute('askForTabs');
    expect(dialogs[1]?.message).toContain('공약번호 열을 만들어');
    expect(document.sheets.some(({ name }) => name === '공약목록')).toBe(isMade);
  });

  it('can be repeated after it was broken off at any write', () => {
    const prepared = preparedDocument(ledger());
    let points = 0;
    for (let isOver = false; !isOver; ) {
      const document = copyOf(prepared);
      let left = points;
      const host = hostOf(document, {
        onCall: (_, name, phase) => {
          if (phase !== 'after' || !/set(?:NumberFormat|Value)s?$/.test(name)) return;
          left -= 1;
          if (left < 0) throw new ExecutionEnded('kept');
        },
      });
      isOver = host.execute('addMoreTabs', ['3']).error === null;
      points += 1;
      expect(made(document).result).toMatchObject({ status: 'done' });
      const { pledges, findings } = recalculated(document, '2024-03-31');
      expect(
        pledges.map(({ number, ratePercent }) => [number, ratePercent]),
        `at ${points}`,
      ).toEqual([['1-6', 3]]);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
    expect(points).toBeGreaterThan(8);
  });
});
