/** Measures all of 전체 다시 계산: the bundle that is pushed, in the local host. */

import { tabsOfScope } from '../../../src/app/run/plan-writes.ts';
import type { RunAnswer } from '../../../src/app/run/run-answer.ts';
import { RECORD_TABS } from '../../../src/domain/tabs.ts';
import { bundleScript } from '../../../src/local/build.ts';
import type { CallHook } from '../../../src/local/host/ends.ts';
import { createHost, type Host } from '../../../src/local/host/host.ts';
import { INPUT_TAB_NAMES } from '../../../src/sheets/input/tabs.ts';
import { OUTPUT_TABS, type OutputTab } from '../../../src/sheets/output/tabs.ts';
import type { RawTabs } from '../../../src/sheets/raw.ts';
import { collectGarbage, type HostRun, median, peakMegabytes, processorMilliseconds } from '../measures.ts';
import { officeTabsWith } from '../office-rows.ts';
import { AS_OF, documentWith, NOW, tabsWith } from '../rows.ts';

export async function hostRun(rows: number, runs: number): Promise<HostRun> {
  return measured(tabsWith(rows), runs);
}

/** Measures the book of an office with 200 rows for each pledge. */
export async function officeRun(rows: number, runs: number): Promise<HostRun> {
  return measured(officeTabsWith(rows / 200, rows), runs);
}

async function measured(tabs: RawTabs, runs: number): Promise<HostRun> {
  const { code } = await bundleScript();
  const spent = { untilFirstCall: 0, reading: 0, writing: 0 };
  let called = 0;
  const onCall: CallHook = (number, name, phase) => {
    const now = processorMilliseconds();
    if (phase === 'before') {
      if (number === 1) Object.assign(spent, { untilFirstCall: now, reading: 0, writing: 0 });
      called = now;
    } else spent[READING.test(name) ? 'reading' : 'writing'] += now - called;
  };
  const host = createHost({ document: documentWith(tabs), code, now: () => NOW, onCall });
  // The first run creates the result tabs, which happens only once in a spreadsheet.
  recalculate(host);

  const passes = Array.from({ length: runs }, () => {
    collectGarbage();
    const before = processorMilliseconds();
    const calls = recalculate(host);
    const after = processorMilliseconds();
    const load = spent.untilFirstCall - before;
    return {
      load,
      read: spent.reading,
      compute: after - before - load - spent.reading - spent.writing,
      write: spent.writing,
      total: after - before,
      calls: calls.transfers,
      handles: calls.handles,
    };
  });
  const middle = (of: (pass: (typeof passes)[number]) => number) => median(passes.map(of));
  return {
    load: middle(({ load }) => load),
    read: middle(({ read }) => read),
    compute: middle(({ compute }) => compute),
    write: middle(({ write }) => write),
    total: middle(({ total }) => total),
    calls: middle(({ calls }) => calls),
    handles: middle(({ handles }) => handles),
    cellsRead: cellsOf(host, [...Object.values(INPUT_TAB_NAMES), ...namesOf(RECORD_TABS)]),
    cellsWritten: cellsWrittenIn(host),
    peakMegabytes: peakMegabytes(),
  };
}

/**
 * Names of reading calls such as `Range.getValues`. All other calls change something, or prepare a change.
 */
const READING = /\.(?:get|find)/;
const VALUES_AND_FORMATS = 2;

function recalculate(host: Host) {
  const { error, result, calls } = host.execute('recalculateAll', [AS_OF]);
  if (error !== null) throw error;
  // This type describes what the bundle's function returns.
  const answer = result as RunAnswer;
  if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
  return calls;
}

function namesOf(tabs: readonly OutputTab[]): readonly string[] {
  return tabs.map((tab) => OUTPUT_TABS[tab]);
}

/** Cells of all result tabs, their values and their formats. A run that finds them unchanged writes fewer. */
export function cellsWrittenIn(host: Host): number {
  return VALUES_AND_FORMATS * cellsOf(host, namesOf(tabsOfScope('all', false)));
}

export function cellsOf({ document }: Host, names: readonly string[]): number {
  const sheets = document.sheets.filter(({ name }) => names.includes(name));
  return sheets.reduce((sum, { values }) => sum + sizeOf(values), 0);
}

/** Rows × columns of the smallest block that holds all cells. */
function sizeOf(rows: readonly (readonly unknown[])[]): number {
  let columns = 0;
  for (const row of rows) columns = Math.max(columns, row.length);
  return rows.length * columns;
}
