import { afterAll, describe, expect, it } from 'vitest';
import type { DocumentState } from '../../src/local/host/host.ts';
import type { SheetState } from '../../src/local/workbook/document.ts';
import { everyBreakOff, hostStateOf, tallyOf, withFewRules } from '../support/broken-off.ts';
import { expectSame, lookOf } from '../support/look.ts';
import { hostOf, NOW } from '../support/running.ts';
import { preparedDocument } from '../support/setting-up.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';
import { ADDING_TABS } from './actions.ts';

/** A workbook in use, whose staff made one of the two tabs themselves. */
function inUse(): DocumentState {
  return preparedDocument(ledger({ 메모: '내 것 | =1+2 → 3', 지표: '지표 | 집계\n공정률 | 현재값' }));
}

function added(document: DocumentState): DocumentState {
  expect(hostOf(document).execute('addMoreTabs', ['1']).result).toMatchObject({ status: 'done' });
  return document;
}

/** A tab cut to the rows it had before: settings may have been added below. */
function inRowsOf({ values, styles }: SheetState, sheet: SheetState): SheetState {
  return {
    ...sheet,
    values: sheet.values.slice(0, values.length),
    styles: sheet.styles.slice(0, styles.length),
  };
}

/** Ignores the active tab, which is only where the person is looking. */
const lookOfTabs = (document: DocumentState) => ({ ...lookOf(withFewRules(document)), shown: '' });

describe('탭 더하기, broken off', () => {
  const tally: string[] = [];
  afterAll(() => {
    console.log(tally.join('\n'));
  });

  it.each(ADDING_TABS)(
    '$functionName, at any point and in any way, leaves what the next one completes',
    (action) => {
      const start = withFewRules(inUse());
      const clean = lookOfTabs(added(structuredClone(start)));
      const own = start.sheets.filter((sheet) => sheet.metadata.length === 0 && sheet.values.length > 0);
      const breakOffs = everyBreakOff(hostStateOf(start), action, () => NOW);
      for (const { how, number, call, state } of breakOffs.remainders) {
        const { document } = state();
        const at = `${how} call ${number}, ${call}`;
        for (const sheet of own) expectSame(inRowsOf(sheet, sheetNamed(document, sheet.name)), sheet, at);
        expectSame(lookOfTabs(added(document)), clean, at);
      }
      expect(breakOffs.points).toBeGreaterThan(breakOffs.remainders.length);
      tally.push(tallyOf(action.functionName, breakOffs));
    },
  );
});
