/**
 * A person who unticked the permission for triggers when Google asked. For them nothing fails but the monthly
 * run itself.
 */
import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '../support/bundle.ts';
import { hostOf, rowsByHeading } from '../support/running.ts';
import { computedIn, stateOf } from '../support/sidebar.ts';
import { ledger } from '../support/workbooks.ts';

const WITHHELD = { withheld: ['script.scriptapp'] } as const;
const MONTHLY = ['setMonthlyRun', 'stopMonthlyRun'];

describe('without the permission for triggers', () => {
  it('the sidebar opens, and 다시 계산 reports no failure', () => {
    const host = hostOf(ledger(), WITHHELD);
    const { error, shown } = host.execute('showSidebar');
    expect([error, shown.length]).toEqual([null, 1]);
    expect(computedIn(host)).toMatchObject({ status: 'done', messages: [] });
    expect(stateOf(host).monthly).toMatchObject({ on: false, warnings: [] });
  });

  it.each(FUNCTIONS.filter((name) => name !== 'closeMonthsByClock'))('%s ends without an error', (name) => {
    const { error } = hostOf(ledger(), WITHHELD).execute(
      name,
      [3, 7, '총무팀'].slice(0, name === 'setMonthlyRun' ? 3 : 0),
    );
    expect(error).toBeNull();
  });

  it.each(MONTHLY)('%s says which permission it lacks and how to give it', (name) => {
    const { result } = hostOf(ledger(), WITHHELD).execute(name, [3, 7, '총무팀'], 'client');
    expect(result).toEqual({
      status: 'stopped',
      messages: [expect.stringContaining('권한을 묻는 창에서 모든 항목에 표시했는지 확인해 주세요')],
    });
  });

  it('a monthly run that was turned on earlier still closes the month', () => {
    const document = ledger();
    const granted = hostOf(document);
    granted.execute('setMonthlyRun', [3, 7, '총무팀'], 'client');
    const host = hostOf(document, { ...WITHHELD, triggers: [...granted.triggers] });
    expect(host.fireTrigger(host.triggers[0]?.id ?? '').error).toBeNull();
    expect(rowsByHeading(document, '월별기록')).toMatchObject([{ 월: '2024-03' }]);
    expect(stateOf(host).monthly.warnings).toEqual([
      expect.stringContaining('예약(트리거)을 보여 주지 않아'),
    ]);
  });
});
