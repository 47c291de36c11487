/**
 * A process that runs clasp on request. Each run loads clasp's entry file anew; what it imports stays loaded.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { ClaspRun } from '../../../src/local/clasp/run-clasp.ts';

export interface Asked {
  readonly folder: string;
  readonly given: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

const CLASP = pathToFileURL(createRequire(import.meta.url).resolve('@google/clasp')).href;

let runs = 0;

async function run({ folder, given, env }: Asked): Promise<ClaspRun> {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(folder);
  process.argv.splice(1, Number.POSITIVE_INFINITY, CLASP, ...given);
  process.exitCode = 0;
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    process[name].write = (text) => {
      said[name] += String(text);
      return true;
    };
  }
  runs += 1;
  await import(`${CLASP}?run=${runs}`);
  return { code: Number(process.exitCode), ...said };
}

process.on('message', async (asked: Asked) => {
  process.send?.(await run(asked));
});
