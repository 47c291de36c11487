/**
 * Functions that Google may call check their arguments. For example, a trigger that somebody made on Google's
 * own page passes its event.
 */
import { describe, expect, it } from 'vitest';
import type { ExecutionKind } from '../../src/local/host/host.ts';
import { FUNCTIONS } from '../support/bundle.ts';
import { displayed, hostOf, lastRun } from '../support/running.ts';
import { hasSheet, ledger } from '../support/workbooks.ts';

/** The event of a time trigger, as far as anybody reads it. */
const EVENT = { triggerUid: '7', year: 2024, month: 4, timezone: 'UTC' };

/** Our Korean messages, or the platform's refusal where there is no user to ask. */
const TOLD = /[가-힣]|^Cannot call SpreadsheetApp\.getUi\(\) from this context/;

describe.each(FUNCTIONS)('%s', (name) => {
  it.each<readonly [string, ExecutionKind, readonly unknown[]]>([
    ['nothing', 'menu', []],
    ['the event of a trigger', 'trigger', [EVENT]],
    ['an empty object', 'menu', [{}, {}, {}]],
    ['lists', 'client', [[], [null], [['a']]]],
    ['numbers', 'client', [7, -1, 3.5]],
    ['texts', 'client', ['총무팀', '7', '']],
    ['true', 'client', [true, false, true]],
    ['a long text', 'client', ['가'.repeat(50_000), '나'.repeat(50_000), '다'.repeat(50_000)]],
  ])('given %s does its work or says why not', (_, kind, given) => {
    const host = hostOf(ledger());
    const { error } = host.execute(name, given, kind);
    expect(error === null || TOLD.test(error.message) ? null : error).toBeNull();
  });
});

describe('a trigger that somebody has made on Google’s own page', () => {
  it('for 전체 다시 계산 computes, and 실행기록 says who started it', () => {
    const document = ledger();
    const { error } = hostOf(document).execute('recalculateAll', [EVENT], 'trigger');
    expect(error).toBeNull();
    expect(displayed(document, '요약')[1]?.[0]).toBe('기준일 2024. 3. 31.');
    expect(lastRun(document)).toMatchObject({ 무엇을: '전체 다시 계산', 실행: '자동' });
  });

  it.each(['recalculateAll', 'recalculateBudget', 'closeMonth', 'recalculateFromSidebar'])(
    'for %s fails with a message if nothing can be computed',
    (name) => {
      const document = ledger({ 공약: null, 소통기록: null, 건의사항: null, 예산집행: null, 예산계획: null });
      expect(hostOf(document).execute(name, [EVENT], 'trigger').error?.message).toMatch(/[가-힣]/);
    },
  );

  it.each(['recalculateAll', 'closeMonth', 'setUpSheets', 'fillSampleData', 'closeMonthsByClock'])(
    'for %s fails with a message while somebody else is at work',
    (name) => {
      const host = hostOf(ledger());
      host.holdLock();
      expect(host.execute(name, [EVENT], 'trigger').error?.message).toMatch(/[가-힣]/);
    },
  );

  it('for closing a month says what to do instead, and closes nothing', () => {
    const document = ledger();
    const { error } = hostOf(document).execute('closeMonthsByClock', [EVENT], 'trigger');
    expect(error?.message).toBe(
      '매월 자동 계산이 켜져 있지 않은데 예약이 실행되었습니다. 마감하지 않고 그 예약을 지웠습니다. 계속 쓰려면 공약장부 메뉴의 설정에서 매월 자동 계산을 눌러 다시 켜 주세요.',
    );
    expect(hasSheet(document, '월별기록')).toBe(false);
  });

  it.each([[], [{}], ['7']])(
    'for closing by trigger without an event (%j) says that no trigger fired',
    (...given) => {
      const { error } = hostOf(ledger()).execute('closeMonthsByClock', given);
      expect(error?.message).toContain('지난달 마감하기를 눌러 주세요.');
    },
  );
});
