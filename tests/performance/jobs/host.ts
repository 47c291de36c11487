/** The whole of 전체 다시 계산: the bundle that is pushed, in the local host. */
import type { RunAnswer } from '../../../src/app/run.ts';
import { bundleScript } from '../../../src/local/build.ts';
import type { CallHook } from '../../../src/local/host/ends.ts';
import { createHost, type Host } from '../../../src/local/host/host.ts';
import { OUTPUT_TABS } from '../../../src/sheets/output/tabs.ts';
import { collectGarbage, type HostRun, median, peakMegabytes } from '../measures.ts';
import { AS_OF, documentWith, NOW, tabsWith } from '../rows.ts';

export async function hostRun(rows: number, runs: number): Promise<HostRun> {
  const { code } = await bundleScript();
  const tabs = tabsWith(rows);
  const marks = { first: 0, lastRead: 0, firstWrite: 0 };
  const onCall: CallHook = (number, name, phase) => {
    const now = performance.now();
    if (phase === 'before' && number === 1) Object.assign(marks, { first: now, lastRead: 0, firstWrite: 0 });
    if (phase === 'after' && name === 'Range.getValues') marks.lastRead = now;
    if (phase === 'before' && marks.firstWrite === 0 && WRITES.has(name)) marks.firstWrite = now;
  };
  const host = createHost({ document: documentWith(tabs), code, now: () => NOW, onCall });
  // The first run makes the result tabs, which is done once in the life of a spreadsheet.
  recalculate(host);

  const passes = Array.from({ length: runs }, () => {
    collectGarbage();
    const before = performance.now();
    const calls = recalculate(host);
    const after = performance.now();
    return {
      load: marks.first - before,
      read: marks.lastRead - marks.first,
      compute: marks.firstWrite - marks.lastRead,
      write: after - marks.firstWrite,
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
    cellsRead: Object.values(tabs).reduce((sum, tab) => sum + sizeOf(tab.rows), 0),
    cellsWritten: VALUES_AND_FORMATS * cellsOf(host, Object.values(OUTPUT_TABS)),
    peakMegabytes: peakMegabytes(),
  };
}

/** What a recalculation changes first, whichever result tab comes first. */
const WRITES: ReadonlySet<string> = new Set([
  'Range.setNumberFormats',
  'Range.setValues',
  'Range.breakApart',
]);
const VALUES_AND_FORMATS = 2;

function recalculate(host: Host) {
  const { error, result, calls } = host.execute('recalculateAll', [AS_OF]);
  if (error !== null) throw error;
  // The bundle that was just run is built from the function whose answer this type is.
  const answer = result as RunAnswer;
  if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
  return calls;
}

function cellsOf({ document }: Host, names: readonly string[]): number {
  const sheets = document.sheets.filter(({ name }) => names.includes(name));
  return sheets.reduce((sum, { values }) => sum + sizeOf(values), 0);
}

/** Rows × columns of the smallest block that holds all cells. */
function sizeOf(rows: readonly (readonly unknown[])[]): number {
  let columns = 0;
  for (const row of rows) columns = Math.max(columns, row.length);
  return rows.length * columns;
}
