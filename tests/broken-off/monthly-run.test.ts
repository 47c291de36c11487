import { afterAll, describe, expect, it } from 'vitest';
import type { HostState } from '../../src/local/host/host.ts';
import { OUTPUT_TABS } from '../../src/sheets/output/tabs.ts';
import { everyBreakOff, hostStateOf, tallyOf } from '../support/broken-off.ts';
import { displayed, hostOf, NOW } from '../support/running.ts';
import { hasSheet, ledger } from '../support/workbooks.ts';
import { TURNING_OFF, TURNING_ON } from './actions.ts';

function turnedOn(): HostState {
  const host = hostOf(ledger());
  host.execute('setMonthlyRun', [3, 7, '총무팀'], 'client');
  return { document: host.document, triggers: [...host.triggers], caches: new Map() };
}

describe('매월 자동 계산, broken off while it is turned on, changed or turned off', () => {
  const tally: string[] = [];
  afterAll(() => {
    console.log(tally.join('\n'));
  });

  it.each([
    ...TURNING_ON.map((action) => ({ how: 'turned on', start: hostStateOf(ledger()), action })),
    ...TURNING_ON.slice(0, 1).map((action) => ({ how: 'changed', start: turnedOn(), action })),
    ...TURNING_OFF.map((action) => ({ how: 'turned off', start: turnedOn(), action })),
  ])(
    '$how by $action.functionName: the next change leaves one trigger, and firing triggers close each month once',
    ({ how: title, start, action }) => {
      const breakOffs = everyBreakOff(start, action, () => NOW);
      for (const { how, number, call, state } of breakOffs.remainders) {
        const where = `${how} call ${number}, ${call}`;
        const left = state();
        const fired = hostOf(left.document, { triggers: left.triggers });
        // The first trigger to fire may remove the other.
        for (const { id } of [...fired.triggers]) {
          if (fired.triggers.some((trigger) => trigger.id === id)) fired.fireTrigger(id);
        }
        expect(fired.triggers.length, where).toBeLessThanOrEqual(1);
        if (hasSheet(fired.document, OUTPUT_TABS.monthlyRecords)) {
          const [, ...months] = displayed(fired.document, OUTPUT_TABS.monthlyRecords);
          expect(months, where).toHaveLength(1);
        }

        const again = state();
        const host = hostOf(again.document, { triggers: again.triggers });
        expect(host.execute('setMonthlyRun', [7, 8, '총무팀'], 'client').error, where).toBeNull();
        expect(
          host.triggers.map(({ schedule }) => schedule.onMonthDay),
          where,
        ).toEqual([7]);
      }
      expect(breakOffs.points).toBeGreaterThan(breakOffs.remainders.length);
      tally.push(tallyOf(`${action.functionName}, ${title}`, breakOffs));
    },
  );
});
