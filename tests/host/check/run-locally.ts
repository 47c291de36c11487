/** Runs the test build in the local host, through its menu actions. */
import { createDocument, createHost } from '../../../src/local/host/host.ts';
import { bundleRules } from './build.ts';

/** The report of a run, and how many calls it would make at Google. */
export async function localRun(): Promise<{ readonly agrees: boolean; readonly lines: readonly string[] }> {
  const { code } = await bundleRules();
  const host = createHost({ document: createDocument(), now: () => new Date(), code });
  const did = (name: string) => {
    const execution = host.execute(name);
    if (execution.error !== null) throw execution.error;
    return execution;
  };
  const { logs, calls } = did('checkHost');
  const ledger = did('checkLedger').logs;
  did('checkTrigger');
  for (const { id } of [...host.triggers]) host.fireTrigger(id);
  did('markFile');
  const marks = did('checkMarks').logs;
  const parts = host.document.sheets.find(({ name }) => name === 'Outcome')?.values ?? [];
  const seen = String(parts.find(([part]) => part === 'What a trigger sees')?.[1] ?? '');
  const cost = `${calls.transfers} calls that read or change something: about ${Math.ceil(calls.transfers / 10)} s at Google`;
  return {
    agrees:
      logs.length === 1 &&
      ledger.some((line) => line.endsWith(' 0 lines differ')) &&
      seen !== '' &&
      !seen.includes('DIFFERS'),
    lines: [...logs, cost, '', ...ledger, '', seen, '', ...marks],
  };
}
