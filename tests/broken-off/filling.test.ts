import { afterAll, describe, expect, it } from 'vitest';
import { createDocument, type DocumentState } from '../../src/local/host/host.ts';
import { everyBreakOff, hostStateOf, type Remainder, tallyOf, withFewRules } from '../support/broken-off.ts';
import { expectSame, lookOf } from '../support/look.ts';
import { hostOf, NOW, recalculate, recordTabsOf } from '../support/running.ts';
import { preparedDocument } from '../support/setting-up.ts';
import { FILLING } from './actions.ts';

const fill = (document: DocumentState) => hostOf(document).execute('fillSampleData');

/** Whether a recalculation would note how suggestions stand: those records are the sample's. */
const holdsSuggestions = ({ state }: Remainder) =>
  state().document.sheets.some(({ name, values }) => name === '건의사항' && values.length > 1);

describe('예시 데이터로 채우기 that is broken off', () => {
  const tally: string[] = [];
  afterAll(() => {
    console.log(tally.join('\n'));
  });

  it.each([
    ...FILLING.map((action) => ({ where: 'in an empty spreadsheet', make: () => createDocument(), action })),
    ...FILLING.slice(0, 1).map((action) => ({
      where: 'after 시트 준비',
      make: () => preparedDocument(),
      action,
    })),
  ])(
    '$action.functionName $where, at any point and in any way, leaves what the next one completes',
    ({ where, make, action }) => {
      const filled = make();
      fill(filled);
      const clean = lookOf(withFewRules(filled));
      const breakOffs = everyBreakOff(hostStateOf(withFewRules(make())), action, () => NOW);
      for (const { how, number, call, state } of breakOffs.remainders) {
        const { document } = state();
        fill(document);
        // Ignores the active tab: it is wherever the person left off.
        expectSame(lookOf(withFewRules(document)).sheets, clean.sheets, `${how} call ${number}, ${call}`);
      }
      for (const { how, number, call, state } of breakOffs.remainders.filter(holdsSuggestions)) {
        const { document } = state();
        recalculate(document);
        fill(document);
        hostOf(document).execute('askToRemoveSample');
        expect(recordTabsOf(document), `${how} call ${number}, ${call}`).toEqual([]);
      }
      expect(breakOffs.points).toBeGreaterThan(breakOffs.remainders.length);
      tally.push(tallyOf(`${action.functionName} ${where}`, breakOffs));
    },
  );
});
