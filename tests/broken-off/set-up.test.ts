import { afterAll, describe, expect, it } from 'vitest';
import { createDocument, type DocumentState } from '../../src/local/host/host.ts';
import { everyBreakOff, hostStateOf, tallyOf, withFewRules } from '../support/broken-off.ts';
import { expectSame, lookOf } from '../support/look.ts';
import { NOW } from '../support/running.ts';
import { preparedDocument } from '../support/setting-up.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';
import { SETTING_UP } from './actions.ts';

/** A workbook in use: staff made one tab themselves, some tabs are missing, one is empty. */
function halfPrepared(): DocumentState {
  const document = preparedDocument(ledger({ 메모: '내 것 | =1+2 → 3', 향후계획: null }));
  Object.assign(sheetNamed(document, '향후계획'), { values: [], styles: [] });
  document.sheets = document.sheets.filter(({ name }) => name !== '연차목표' && name !== '점검');
  return document;
}

describe('시트 준비, broken off', () => {
  const tally: string[] = [];
  afterAll(() => {
    console.log(tally.join('\n'));
  });

  it.each([
    ...SETTING_UP.map((action) => ({
      where: 'in an empty spreadsheet',
      make: () => createDocument(),
      action,
    })),
    ...SETTING_UP.slice(0, 1).map((action) => ({
      where: 'beside tabs and rows of one’s own',
      make: halfPrepared,
      action,
    })),
  ])(
    '$action.functionName $where, at any point and in any way, leaves what the next one completes',
    ({ where, make, action }) => {
      const start = withFewRules(make());
      const clean = lookOf(withFewRules(preparedDocument(structuredClone(start))));
      const own = start.sheets.filter((sheet) => sheet.metadata.length === 0 && sheet.values.length > 0);
      const breakOffs = everyBreakOff(hostStateOf(start), action, () => NOW);
      for (const { how, number, call, state } of breakOffs.remainders) {
        const { document } = state();
        const at = `${how} call ${number}, ${call}`;
        for (const sheet of own) expectSame(sheetNamed(document, sheet.name), sheet, at);
        preparedDocument(document);
        expectSame(lookOf(withFewRules(document)), clean, at);
      }
      expect(breakOffs.points).toBeGreaterThan(breakOffs.remainders.length);
      tally.push(tallyOf(`${action.functionName} ${where}`, breakOffs));
    },
  );
});
