import { expect, it } from 'vitest';
import { OUTPUT_TABS } from '../../src/sheets/output/tabs.ts';
import { everyBreakOff, hostStateOf, tallyOf } from '../support/broken-off.ts';
import { NOW, RESULT_TABS, RUN_LOG, recalculated } from '../support/running.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';

it('the next run completes record tabs, wherever the run that created them broke off', () => {
  const document = ledger();
  recalculated(document);
  const records: readonly string[] = [OUTPUT_TABS.statusHistory, RUN_LOG];
  // The next run also creates a result tab, where the leftovers allow it.
  document.sheets = document.sheets.filter(
    ({ name }) => !records.includes(name) && name !== OUTPUT_TABS.suggestions,
  );
  const breakOffs = everyBreakOff(hostStateOf(document), { functionName: 'recalculateMeetings' }, () => NOW);
  expect(breakOffs.points).toBeGreaterThan(100);
  for (const remainder of breakOffs.remainders) {
    const where = `${remainder.how} call ${remainder.number}, ${remainder.call}`;
    const { document: left } = remainder.state();
    recalculated(left);
    const ours = left.sheets.filter(({ metadata }) => metadata.length > 0).map(({ name }) => name);
    expect([...ours].sort(), where).toEqual([...RESULT_TABS, ...records].sort());
    const columns = records.map((tab) => sheetNamed(left, tab).maxColumns);
    // A tab that was broken off after it got its name keeps all its columns.
    expect([8, 26], where).toContain(columns[0]);
    expect([17, 26], where).toContain(columns[1]);
  }
  console.log(tallyOf('recalculateMeetings that makes its records', breakOffs));
});
