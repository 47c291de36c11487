/** Long work reports its progress, and stops by itself before the platform would end it. */
import { describe, expect, it } from 'vitest';
import { displayed, hostOf, lastRun, RESULT_TABS, recalculated, runAnswer } from '../support/running.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';

/** A clock that advances by this many seconds at each reading. */
function slowClock(seconds: number): () => Date {
  let looks = 0;
  return () => {
    looks += 1;
    return new Date(Date.UTC(2024, 3, 2, 1) + looks * seconds * 1000);
  };
}

describe('a run that takes long', () => {
  it('reports each step, in a toast and to the sidebar', () => {
    const host = hostOf(ledger(), { now: slowClock(2) });
    const { toasts, error } = host.execute('recalculateAll');
    expect(error).toBeNull();
    const steps = toasts.map(({ message }) => message).filter((message) => message.endsWith('중입니다…'));
    expect(steps.length).toBeGreaterThan(2);
    expect(steps.at(0)).toMatch(/탭 읽기 중입니다…$/);
    expect(host.execute('runProgress', [], 'client').result).toBe(steps.at(-1));
  });

  it('reports no steps if it is quick', () => {
    const host = hostOf(ledger());
    expect(host.execute('recalculateAll').toasts).toHaveLength(1);
    expect(host.execute('runProgress', [], 'client').result).toBeNull();
  });

  it('stops by itself after four and a half minutes: no result is changed, and it says how far it got and what to do', () => {
    const document = ledger();
    recalculated(document);
    const before = RESULT_TABS.map((tab) => structuredClone(sheetNamed(document, tab)));
    const host = hostOf(document, { now: slowClock(40) });
    const answer = runAnswer(host.execute('recalculateAll'));
    expect(answer).toEqual({
      status: 'stopped',
      messages: [
        expect.stringMatching(
          /^계산을 시작한 지 \d+분 \d+초가 지나 '.*' 앞에서 멈췄습니다\..*파일 > 사본 만들기/,
        ),
      ],
    });
    expect(RESULT_TABS.map((tab) => sheetNamed(document, tab))).toEqual(before);
    expect(displayed(document, '요약')[0]?.[0]).toBe('요약');
    expect(lastRun(document)).toMatchObject({
      결과: expect.stringMatching(/^계산하지 못함: 계산을 시작한 지/),
    });
    host.holdLock()();
  });
});
