/** The test build in the local host, by its menu's action. */
import { createDocument, createHost } from '../../../src/local/host/host.ts';
import { bundleRules } from './build.ts';

/** What the log of a run says, and how much the same run would ask of Google. */
export async function localRun(): Promise<{ readonly agrees: boolean; readonly lines: readonly string[] }> {
  const { code } = await bundleRules();
  const host = createHost({ document: createDocument(), now: () => new Date(), code });
  const { logs, error, calls } = host.execute('checkHost');
  if (error !== null) throw error;
  const cost = `${calls.transfers} calls that read or change something: about ${Math.ceil(calls.transfers / 10)} s at Google`;
  return { agrees: logs.length === 1, lines: [...logs, cost] };
}
