/** Faults that an audit of the whole product found, each tested by what a user would have seen. */
import { describe, expect, it } from 'vitest';
import { resultJson } from '../../src/local/commands/result-json.ts';
import { displayedText, hostOf, recalculate, recalculated } from '../support/running.ts';
import { ledger } from '../support/workbooks.ts';

const AS_OF = '2024-03-31';

describe('an optional tab', () => {
  it.each(['분류', '추진일정', '향후계획'])('makes no difference if %s exists and is empty', (tab) => {
    const absent = recalculated(ledger(), AS_OF);
    expect(recalculated(ledger({ [tab]: '' }), AS_OF)).toEqual(absent);
  });
});

describe('the result tabs in the JSON', () => {
  it('contain nothing of a tab that somebody else made', () => {
    const document = ledger({ 소통누적: '남의 것 | 999' });
    const { tabs } = resultJson(recalculated(document, AS_OF), document, null);
    expect(Object.keys(tabs)).not.toContain('소통누적');
    expect(JSON.stringify(tabs)).not.toContain('남의 것');
  });
});

describe('the message after a run', () => {
  it('names no target if there is none', () => {
    const document = ledger({ 연차목표: '연도 | 누적목표', 공약: '항목 | 값\n시작연도 | 2022' });
    const [toast] = hostOf(document).execute('recalculateAll', [AS_OF]).toasts;
    expect(toast?.message).toMatch(/^소통 \d+회 · /);
  });
});

describe('meetings without a line in the schedule', () => {
  it('are listed in 소통누적 as held beyond the plan', () => {
    const document = ledger({
      추진일정: '세부추진사항 | 2024.1\n시장방문 | ■',
      분류: '종류 | 이름 | 별칭 | 추진일정\n소통 | 시장방문 | | 시장방문\n소통 | 한마당 | |',
      소통기록:
        '일자 | 분류 | 횟수\n2024. 2. 1. | 시장방문 | 1\n2024. 2. 2. | 한마당 | 2\n2024. 3. 2. | 시장방문 | -',
    });
    recalculate(document, AS_OF);
    expect(displayedText(document, '소통누적')).toMatch(/한마당 \| 2024\.1 \| +\| 2 \| 추가/);
  });
});

describe('groups and sites', () => {
  it('are never added together in 실적보고', () => {
    const rows = ['10개 단체', '10개 단체', '10개 단체', '10개 단체', '2개소'];
    const document = ledger({
      소통기록: `일자 | 분류 | 단체수\n${rows.map((groups) => `2024. 2. 1. | 현장방문 | ${groups}`).join('\n')}`,
    });
    recalculate(document, AS_OF);
    const sheet = displayedText(document, '실적보고');
    expect(sheet).toContain('40개 단체');
    expect(sheet).toContain('2개소');
    expect(sheet).not.toContain('42');
  });
});

describe('a report for a date', () => {
  it('is not written if somebody else made the tab, and the message says so', () => {
    const document = ledger({ 실적보고: '남의 것' });
    const { toasts } = hostOf(document).execute('makeReport', [AS_OF]);
    expect(displayedText(document, '실적보고')).toBe('남의 것\n');
    expect(toasts[0]?.message).toContain("'실적보고' 탭은 공약장부가 만든 것이 아니어서");
  });
});
