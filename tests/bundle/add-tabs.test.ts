/** 탭 더하기: adds tabs that only some pledges need. */
import { describe, expect, it } from 'vitest';
import { createDocument, type DialogAnswer, type DocumentState } from '../../src/local/host/host.ts';
import { displayed, hostOf, recalculate, rowsByHeading } from '../support/running.ts';
import { preparedDocument } from '../support/setting-up.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';

const names = ({ sheets }: DocumentState) => sheets.map(({ name }) => name);
const add = (document: DocumentState, which: unknown) => {
  const { result, error, toasts } = hostOf(document).execute('addMoreTabs', [which]);
  if (error !== null) throw error;
  return { result, toasts };
};

describe('탭 더하기', () => {
  it.each([
    ['2', ['공약변경']],
    ['２번', ['공약변경']],
    ['공약변경', ['공약변경']],
    [' 공약 변경 탭', ['공약변경']],
    ['1', ['지표', '실적기록']],
    ['실적기록·지표', ['지표', '실적기록']],
    ['지표', ['지표', '실적기록']],
  ])('given %j adds %j behind the other input tabs', (typed, made) => {
    const document = preparedDocument();
    const before = names(document);
    const { toasts } = add(document, typed);
    expect(names(document).filter((name) => !before.includes(name))).toEqual(made);
    expect(
      names(document)
        .slice(0, 10 + made.length)
        .slice(10),
    ).toEqual(made);
    expect(toasts).toHaveLength(1);
    for (const name of made) {
      const sheet = sheetNamed(document, name);
      expect(sheet.tabColor).toBe('#3d7ab8');
      expect(sheet.frozenRows).toBe(1);
      displayed(document, name)[0]?.forEach((heading, column) => {
        expect(sheet.notes.get(`1,${column + 1}`), heading).toMatch(/니다/);
      });
    }
  });

  it('gives 공약변경 its headings and marks the required ones', () => {
    const document = preparedDocument();
    add(document, '2');
    expect(displayed(document, '공약변경')).toEqual([['일자', '항목', '당초', '변경', '사유', '절차']]);
  });

  it.each([['4'], [''], ['월별기록'], [null], [7], [{ triggerUid: '1' }]])(
    'given %j adds nothing, and says what may be typed',
    (which) => {
      const document = preparedDocument();
      const before = structuredClone(document);
      const host = hostOf(document);
      const { result, error, toasts } = host.execute('addMoreTabs', [which]);
      const told = error?.message ?? toasts.map(({ message }) => message).join(' ');
      expect(told).toContain('실적기록·지표, 공약변경, 여러 공약');
      expect(error !== null || (result as { status: string }).status === 'stopped').toBe(true);
      expect(names(document)).toEqual(names(before));
    },
  );

  it('changes nothing when repeated', () => {
    const document = preparedDocument();
    add(document, '2');
    const before = structuredClone(document.sheets);
    expect(add(document, '2').result).toMatchObject({ status: 'done', made: [] });
    expect(document.sheets).toEqual(before);
  });

  it('leaves a tab with content alone, and adds the other tab', () => {
    const document = preparedDocument(ledger({ 지표: '내 것 | 1' }));
    const own = structuredClone(sheetNamed(document, '지표'));
    expect(add(document, '1').result).toMatchObject({ status: 'done', made: ['실적기록'] });
    expect(sheetNamed(document, '지표')).toEqual(own);
  });

  it('does not change any figure', () => {
    const document = preparedDocument(ledger());
    recalculate(document);
    const before = displayed(document, '요약');
    add(document, '1');
    add(document, '2');
    recalculate(document);
    expect(displayed(document, '요약')).toEqual(before);
  });

  it('stops while somebody else is at work', () => {
    const host = hostOf(preparedDocument());
    host.holdLock();
    expect(host.execute('addMoreTabs', ['2']).result).toMatchObject({ status: 'stopped' });
  });
});

describe('집계 and 기준값', () => {
  const settings = (document: DocumentState) =>
    displayed(document, '공약').map(([item, value]) => [item, value]);

  it('are added below the rows of 공약, each once, with what to type', () => {
    const document = preparedDocument();
    const before = displayed(document, '공약');
    const { toasts } = add(document, '1');
    expect(toasts[0]?.message).toContain('공약 탭 끝에 집계, 기준값을 적을 줄을 더했습니다.');
    const after = displayed(document, '공약');
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toEqual([
      ['집계', '', expect.stringContaining('누적')],
      ['기준값', '', expect.stringContaining('예: 55')],
    ]);
    expect(add(document, '1').toasts[0]?.message).toContain('바꾼 것이 없습니다.');
    expect(displayed(document, '공약')).toEqual(after);
  });

  it('are not added if they exist under another name', () => {
    const document = preparedDocument(ledger({ 공약: '항목 | 값\n집계방식 | 누적\n공약번호 | 1-6' }));
    add(document, '1');
    expect(settings(document).slice(1)).toEqual([
      ['집계방식', '누적'],
      ['공약번호', '1-6'],
      ['기준값', ''],
    ]);
  });

  it('are not added with 공약변경', () => {
    const document = preparedDocument();
    const before = displayed(document, '공약');
    add(document, '2');
    expect(displayed(document, '공약')).toEqual(before);
  });
});

describe('a length in km, from its settings to its closed month', () => {
  const document = ledger({
    공약: '항목 | 값\n공약번호 | 2-1\n공약명 | 자전거길\n시작연도 | 2022\n종료연도 | 2026\n확인지표 | 자전거길 연장\n최종목표 | 20\n지표단위 | km\n집계 | 누적',
    연차목표: '연도 | 누적목표\n2023 | 12.5\n2026 | 20',
    실적기록: '일자 | 값\n2023. 5. 1. | 12.5\n2024. 2. 1. | 0.25',
    소통기록: '일자 | 분류',
    건의사항: '접수번호 | 접수일 | 출처',
  });
  const host = hostOf(document, { now: () => new Date('2024-04-03T09:00:00+09:00') });
  const { error } = host.execute('closeMonth');

  it('is closed, and its details show every decimal', () => {
    expect(error).toBe(null);
    expect(rowsByHeading(document, '월별내역')).toMatchObject([
      { 탭: '실적기록', '횟수·건수·금액(원)': '12.5' },
      { 탭: '실적기록', '횟수·건수·금액(원)': '0.25' },
      { 탭: '예산집행', '횟수·건수·금액(원)': '3,900,000' },
    ]);
    expect(rowsByHeading(document, '월별기록')).toMatchObject([{ '이행률(%)': '63' }]);
  });
});

describe('탭 더하기 from the menu', () => {
  const asked = (answers: readonly DialogAnswer[]) => {
    const document = preparedDocument(createDocument());
    const before = names(document);
    let turn = 0;
    const host = hostOf(document, { answer: () => answers[turn++] ?? { button: 'CANCEL' } });
    const { error, dialogs } = host.execute('askForTabs');
    if (error !== null) throw error;
    return { dialogs, made: names(document).filter((name) => !before.includes(name)) };
  };

  it('asks one question, which lists the choices', () => {
    const { dialogs, made } = asked([{ button: 'OK', text: '2' }]);
    expect(dialogs).toHaveLength(1);
    expect(dialogs[0]?.message).toMatch(/1\. 실적기록·지표: .*\n2\. 공약변경: /);
    expect(made).toEqual(['공약변경']);
  });

  it('asks again after an unknown answer, and adds nothing when cancelled', () => {
    const { dialogs, made } = asked([{ button: 'OK', text: '아무거나' }, { button: 'CANCEL' }]);
    expect(dialogs).toHaveLength(2);
    expect(dialogs[1]?.message).toContain("'아무거나'에 맞는 탭이 없습니다.");
    expect(made).toEqual([]);
  });
});
