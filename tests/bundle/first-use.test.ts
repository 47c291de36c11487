/** What a new user meets: nothing there, nothing typed, rows left out, a wrong answer. */
import { describe, expect, it } from 'vitest';
import type { CloseAnswer } from '../../src/app/months/close-last-month.ts';
import type { SidebarState } from '../../src/app/sidebar.ts';
import { createDocument, type DocumentState } from '../../src/local/host/host.ts';
import { deleteLines } from '../../src/local/workbook/insert-delete-lines.ts';
import {
  displayed,
  hostOf,
  recalculate,
  recalculated,
  sampleDocument,
  stopMessages,
} from '../support/running.ts';
import { preparedDocument } from '../support/setting-up.ts';
import { hasSheet, LEDGER, ledger, sheetNamed, workbook } from '../support/workbooks.ts';

function executed(document: DocumentState, name: string, text: readonly string[] = []) {
  let asked = 0;
  const host = hostOf(document, { answer: () => ({ button: 'OK', text: text[asked++] ?? '' }) });
  const { error, result, dialogs, toasts } = host.execute(name);
  if (error !== null) throw error;
  return { result, toasts, said: dialogs.map(({ message }) => message), host };
}

describe('전체 다시 계산', () => {
  it.each([
    ['an empty spreadsheet', createDocument],
    ['a spreadsheet of something else', () => workbook({ 메모: '할 일 | 우유' })],
  ])('of %s says in one line what to do first', (_, make) => {
    const document = make();
    const messages = stopMessages(recalculate(document));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('설정 → 시트 준비를 누르면 만들어 드립니다');
    expect(hasSheet(document, '점검')).toBe(false);
  });

  it('of a spreadsheet with other tab names says which tabs these may be', () => {
    const document = workbook({ '소통 기록지': LEDGER.소통기록 });
    expect(stopMessages(recalculate(document)).join(' ')).toContain("'소통 기록지'");
  });

  it.each([
    {
      case: 'nothing',
      types: {},
      next: '공약',
      says: '아직 적은 것이 없습니다. 공약 탭의 값 열에 공약명과 최종목표부터 적어 주세요.',
    },
    {
      case: 'the settings alone',
      types: { 공약: [2, 2, '마을 이음'] },
      next: '연차목표',
      says: '아직 적은 목표가 없습니다. 연차목표 탭에 연도마다 누적목표를 적어 주세요.',
    },
    {
      case: 'settings and targets',
      types: { 공약: [2, 2, '마을 이음'], 연차목표: [2, 2, 30] },
      next: '소통기록',
      says: '아직 적은 기록이 없습니다. 소통기록 탭에 있었던 일을 한 줄에 하나씩 적어 주세요.',
    },
  ] as const)('with $case typed says the one next step', ({ types, next, says }) => {
    const document = preparedDocument();
    for (const [tab, [row, column, text]] of Object.entries(types)) {
      const { values } = sheetNamed(document, tab);
      const cells = [...(values[row - 1] ?? [])];
      if (tab === '연차목표') cells[0] = 2024;
      cells[column - 1] = text;
      values[row - 1] = cells;
    }
    const { toasts, host } = executed(document, 'recalculateAll');
    expect(toasts.at(-1)?.message).toBe(says);
    const listed = displayed(document, '점검').filter(([kind]) => kind === '알림');
    expect(listed.map(([, tab, , , what, remedy]) => [tab, `${what} ${remedy}`])).toEqual([[next, says]]);
    // This type describes what the bundle's function returns.
    const state = host.execute('sidebarState').result as SidebarState;
    expect(state.glance?.next).toEqual({ tab: next, text: says });
  });
});

/** A ledger with two rows that cannot be read and one unknown name. */
const FAULTY = {
  소통기록: `${LEDGER.소통기록}\n모름 | 시장방문 | | |\n2024. 2월 30일 | 시장방문 | | |`,
  건의사항: `${LEDGER.건의사항}\n3 | 2024. 1. 9. | 동 연두방문 | | | 보는중 | |`,
};
const LEFT_OUT = '집계에서 뺀 행 3행(소통기록 2행, 건의사항 1행), 오류 3건';

describe('a count of rows left out and errors', () => {
  it('is shown before a month is closed, and after it', () => {
    const document = ledger(FAULTY);
    const { said, toasts } = executed(document, 'askForClosing');
    expect(said[0]).toMatch(/^집계에서 뺀 행 3행\(소통기록 2행, 건의사항 1행\), 오류 3건이 있습니다\./);
    expect(toasts.at(-1)?.message).toContain(
      `월별기록에 2024년 3월을 적었습니다. ${LEFT_OUT}이 있습니다(점검 탭 참고).`,
    );
  });

  it('is part of the status of the monthly run', () => {
    const document = ledger(FAULTY);
    const { host } = executed(document, 'askForMonthlyRun', ['3일 7시 총무팀']);
    host.fireTrigger(host.triggers[0]?.id ?? '');
    expect(executed(document, 'askForMonthlyRun', ['3일 7시 총무팀']).said[0]).toContain(LEFT_OUT);
  });

  it('is shown at the top of 요약 and on the first page of 실적보고', () => {
    const document = ledger(FAULTY);
    recalculated(document);
    expect(displayed(document, '요약')[1]?.[0]).toBe(`기준일 2024. 3. 31. · ${LEFT_OUT}(점검 탭 참고)`);
    const lines = displayed(document, '실적보고')
      .slice(0, 8)
      .map(([first]) => first);
    expect(lines).toContainEqual(expect.stringContaining(`※ ${LEFT_OUT}이 있습니다. 점검 탭을 참고하세요.`));
  });

  it.each<[string, (document: DocumentState) => void]>([
    ['a record that is gone', (document) => deleteLines(sheetNamed(document, '월별기록'), 'rows', 2, 1)],
    [
      'a column of records that is gone',
      (document) => deleteLines(sheetNamed(document, '월별기록'), 'columns', 1, 1),
    ],
    ["a tab of somebody else's", (document) => sheetNamed(document, '건의현황').metadata.splice(0)],
  ])('leaves out %s: 요약 reports it, and 실적보고 is as before', (_, act) => {
    const document = ledger();
    executed(document, 'closeMonth');
    recalculated(document);
    const before = displayed(document, '실적보고');
    act(document);
    recalculated(document);
    expect(displayed(document, '요약')[1]?.[0]).toContain('오류 1건(점검 탭 참고)');
    expect(displayed(document, '실적보고')).toEqual(before);
  });

  it('is given for both sides of a comparison', () => {
    const document = ledger(FAULTY);
    executed(document, 'closeMonth');
    const [said = ''] = executed(document, 'askForComparison').said.slice(-1);
    expect(said).toContain(`※ 2024년 3월 기록은 ${LEFT_OUT}이 있는 채로 마감한 것입니다.`);
    expect(said).toContain(`※ 지금은 ${LEFT_OUT}이 있습니다(점검 탭 참고).`);
  });

  it.each(['sample', 'ledger'])('is not shown if every row counts: %s', (name) => {
    const document = name === 'sample' ? sampleDocument() : ledger();
    const { said } = executed(document, 'askForClosing');
    expect(said[0]).toMatch(/^2024\. 3\. 31\. 기준으로/);
    expect(displayed(document, '요약')[1]?.[0]).toBe('기준일 2024. 3. 31.');
  });
});

describe('closing', () => {
  it('says the as-of date that the result tabs have now', () => {
    const { toasts } = executed(ledger(), 'closeMonth');
    expect(toasts.at(-1)?.message).toContain('결과 탭은 모두 2024. 3. 31. 기준입니다.');
  });

  it.each(['askForClosing', 'closeMonth'])('is refused by %s if nobody has typed anything', (name) => {
    const document = preparedDocument();
    const { result, said } = executed(document, name);
    // This type describes what the bundle's function returns.
    const told =
      name === 'closeMonth' ? (result as Extract<CloseAnswer, { status: 'stopped' }>).messages : said;
    expect(told[0]).toContain('아직 적은 것이 없어 마감하지 않았습니다');
    expect(hasSheet(document, '월별기록')).toBe(false);
  });
});

describe('매월 자동 계산', () => {
  it('asks again if an answer cannot be read, and says what is wrong', () => {
    const document = ledger();
    const { said, host } = executed(document, 'askForMonthlyRun', ['매일', '40일 7시', '5일 9시 총무팀']);
    expect(said[0]).toMatch(/^매월 자동 계산: 꺼짐/);
    expect(said[1]).toMatch(/^적으신 것: 매일\n· '매일'은 때로 .*\n· 날짜가 없습니다.*\n· 시각이 없습니다/);
    expect(said[1]).toContain('매월 자동 계산: 꺼짐');
    expect(said[2]).toMatch(/^적으신 것: 40일 7시\n· 40일은 쓸 수 없습니다.*\n· 누가 켰는지가 없습니다/);
    expect(said[3]).toContain('다음 실행은 2024. 4. 5. 9시~10시');
    expect(said).toHaveLength(4);
    expect(host.triggers).toHaveLength(1);
  });

  it('shows its status, changes the time without asking again who it is, and turns off', () => {
    const document = ledger();
    const typed = ['5일 9시 총무팀', '6일 9시', '끄기'];
    let asked = 0;
    const host = hostOf(document, {
      answer: ({ kind }) => ({ button: 'OK', text: kind === 'prompt' ? (typed[asked++] ?? '') : '' }),
    });
    const said = () => host.execute('askForMonthlyRun').dialogs.map(({ message }) => message);
    said();
    const changed = said();
    expect(changed[0]).toContain('켜짐 (매월 5일 9시~10시)');
    expect(changed[0]).toContain("누가 켰는지를 빼면 지금처럼 '총무팀'입니다.");
    expect(changed[1]).toContain('2024. 4. 6.');
    expect(changed).toHaveLength(2);
    expect(said().at(-1)).toBe('매월 자동 계산을 껐습니다.');
    expect(host.triggers).toEqual([]);
  });
});
