/** 탭 더하기 → 여러 공약: turns a filled book of one pledge into an office's, without changing existing cells. */
import { describe, expect, it } from 'vitest';
import { ExecutionEnded } from '../../src/local/host/ends.ts';
import { copyOf, createDocument, type DialogAnswer, type DocumentState } from '../../src/local/host/host.ts';
import { displayed, hostOf, recalculated, rowsByHeading, sampleDocument } from '../support/running.ts';
import { preparedDocument } from '../support/setting-up.ts';
import { ledger, sheetNamed, workbook } from '../support/workbooks.ts';

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

/** The column of 공약번호 in a tab: the look and note of its heading, and the formats of the cells below. */
function columnOf(document: DocumentState, tab: string) {
  const { styles, notes, maxRows } = sheetNamed(document, tab);
  const column = (displayed(document, tab)[0] ?? []).indexOf('공약번호');
  const style = styles[0]?.[column];
  return {
    look: { bold: style?.bold, alignment: style?.horizontalAlignment, background: style?.background },
    note: notes.get(`1,${column + 1}`) ?? '',
    formats: Array.from({ length: maxRows - 1 }, (_, at) => styles[at + 1]?.[column]?.numberFormat),
  };
}

/** The book with one more tab, typed by somebody. */
function ledgerWith(document: DocumentState, name: string, text: string): DocumentState {
  const [sheet] = workbook({ [name]: text }).sheets;
  if (sheet === undefined) throw new Error('no tab was made');
  document.sheets.push({ ...sheet, id: 1 + Math.max(...document.sheets.map(({ id }) => id)) });
  return document;
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

describe('the column that is made', () => {
  const document = preparedDocument(ledger());
  made(document);

  it.each(['소통기록', '예산계획'])(
    'in %s looks like the other headings, has a note, and is plain text',
    (tab) => {
      const { look, note, formats } = columnOf(document, tab);
      expect(look).toMatchObject({ bold: true, alignment: 'center', background: '#c9dcef' });
      expect(note).toContain('공약목록 탭의 공약번호를 적습니다');
      expect(new Set(formats)).toEqual(new Set(['@']));
    },
  );

  it('in 공약목록 is plain text, so that 1-9 is no day', () => {
    expect(new Set(columnOf(document, '공약목록').formats)).toEqual(new Set(['@']));
  });
});

describe('a tab that is added to an office’s book', () => {
  const added = (first: string) => {
    const document = preparedDocument(ledger());
    for (const which of ['여러 공약', first]) {
      expect(hostOf(document).execute('addMoreTabs', [which]).result).toMatchObject({ status: 'done' });
    }
    return document;
  };

  it.each([
    ['실적기록·지표', ['실적기록', '지표']],
    ['공약변경', ['공약변경']],
  ])('has the column: %s', (which, tabs) => {
    const document = added(which);
    for (const tab of tabs) {
      expect(displayed(document, tab)[0], tab).toContain('공약번호');
      expect(columnOf(document, tab)).toMatchObject({ look: { background: '#c9dcef' } });
    }
  });

  it('has it where 시트 준비 makes it again', () => {
    const document = added('공약변경');
    document.sheets = document.sheets.filter(({ name }) => name !== '향후계획');
    expect(hostOf(document).execute('setUpSheets').error).toBeNull();
    expect(displayed(document, '향후계획')[0]).toContain('공약번호');
  });
});

describe('여러 공약, chosen again', () => {
  /** A book of three pledges, with a tab that lacks the column. */
  const office = (pledges: number, results = '일자 | 값\n2024. 2. 1. | 3') => {
    const document = preparedDocument(ledger());
    const host = hostOf(document);
    host.execute('addMoreTabs', ['공약변경']);
    host.execute('addMoreTabs', ['여러 공약']);
    const list = sheetNamed(document, '공약목록').values;
    for (let at = 2; at <= pledges; at += 1) list.push([`2-${at}`, `공약 ${at}`]);
    document.sheets = document.sheets.filter(({ name }) => name !== '실적기록');
    return ledgerWith(document, '실적기록', results);
  };

  it('completes the tabs that lack the column, asked first, and says what it did', () => {
    const document = office(3);
    let turn = 0;
    const answers: DialogAnswer[] = [{ button: 'OK', text: '3' }, { button: 'OK' }];
    const host = hostOf(document, { answer: () => answers[turn++] ?? { button: 'CANCEL' } });
    const { dialogs, toasts, error } = host.execute('askForTabs');
    expect(error).toBeNull();
    expect(dialogs[1]?.message).toBe(
      '실적기록 탭에 공약번호 열이 없습니다. 맨 오른쪽에 그 열을 만듭니다. 적혀 있는 것은 바꾸지 않습니다. 계속할까요?',
    );
    expect(toasts.map(({ message }) => message)).toEqual([
      '실적기록 탭 맨 오른쪽에 공약번호 열을 만들었습니다. 행마다 그 공약의 번호를 적어 주세요. 번호가 없는 행은 점검에 오류로 나오고 세지 않습니다.',
    ]);
    expect(shown(document, '실적기록')).toEqual([
      ['일자', '값', '공약번호'],
      ['2024. 2. 1.', '3'],
    ]);
    // A third time there is nothing to ask.
    expect(made(document).said).toContain('바꾼 것이 없습니다');
  });

  it('writes the number of the only pledge', () => {
    const document = office(1);
    expect(made(document).said).toContain('지금까지의 행에는 공약 1-6의 번호를 적었습니다');
    expect(shown(document, '실적기록')).toEqual([
      ['일자', '값', '공약번호'],
      ['2024. 2. 1.', '3', '1-6'],
    ]);
  });

  it('writes it beside a remark that begins with ※, and not beside a note', () => {
    const document = office(1, '비고 | 일자 | 값\n※ 잠정 | 2024. 2. 1. | 3\n※ 2024년은 3월까지 | |');
    made(document);
    expect(shown(document, '실적기록')).toEqual([
      ['비고', '일자', '값', '공약번호'],
      ['※ 잠정', '2024. 2. 1.', '3', '1-6'],
      ['※ 2024년은 3월까지'],
    ]);
  });

  it('does nothing where somebody says no', () => {
    const document = office(3);
    const before = structuredClone(document.sheets);
    let turn = 0;
    const host = hostOf(document, {
      answer: () => (turn++ === 0 ? { button: 'OK', text: '3' } : { button: 'CANCEL' }),
    });
    host.execute('askForTabs');
    expect(document.sheets).toEqual(before);
  });
});

describe('사용법', () => {
  const guide = (document: DocumentState) => displayed(document, '사용법').map((row) => row.join(' ').trim());
  it('speaks of 공약목록, 총괄, 실적기록 and 공약번호 once the book is an office’s, and of one pledge again after', () => {
    const document = preparedDocument(ledger());
    const before = guide(document);
    made(document);
    const after = guide(document);
    expect(after.join('\n')).not.toContain('공약 탭에 공약의 이름과 최종목표를');
    for (const word of ['공약목록', '총괄', '실적기록', '공약번호', '이 공약 보기']) {
      expect(after.join('\n'), word).toContain(word);
      expect(before.join('\n'), word).not.toContain(word);
    }
    document.sheets = document.sheets.filter(({ name }) => name !== '공약목록');
    expect(hostOf(document).execute('setUpSheets').error).toBeNull();
    expect(guide(document).slice(0, before.length)).toEqual(before);
    expect(guide(document).slice(before.length).join('')).toBe('');
  });

  it('is written by 시트 준비 where the book became an office’s by hand, and not again', () => {
    const document = preparedDocument(ledger());
    ledgerWith(document, '공약목록', '공약번호 | 공약명\n1-6 | 소통');
    expect(hostOf(document).execute('setUpSheets').error).toBeNull();
    expect(guide(document).join('\n')).toContain('여러 공약을 담은 장부');
    const { calls } = hostOf(document).execute('setUpSheets');
    expect(Object.keys(calls.byName).filter((name) => /setValues?$/.test(name))).toEqual([]);
  });

  it('keeps what a person changed', () => {
    const document = preparedDocument(ledger());
    const sheet = sheetNamed(document, '사용법');
    const row = sheet.values.findIndex((cells) => String(cells[1]).startsWith('소통기록·건의사항'));
    const cells = sheet.values[row];
    if (cells === undefined) throw new Error('the step is not there');
    cells[1] = '우리 과는 매주 금요일에 적습니다.';
    made(document);
    const after = guide(document);
    expect(after[row]).toBe('3 우리 과는 매주 금요일에 적습니다.');
    expect(after.join('\n')).toContain('여러 공약을 담은 장부');
    // 시트 준비 keeps it too, where the book is of one pledge again.
    document.sheets = document.sheets.filter(({ name }) => name !== '공약목록');
    expect(hostOf(document).execute('setUpSheets').error).toBeNull();
    expect(guide(document)[row]).toBe('3 우리 과는 매주 금요일에 적습니다.');
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
          if (left < 0) throw new ExecutionEnded('applied');
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
