/**
 * Google's clasp, unmodified, run after run in one process: loading it takes three seconds of a processor, and what it then does mostly less
 * than a tenth of one. It stands in for `run-clasp.ts`, where each run is a process.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ClaspRun } from '../../../src/local/clasp/run-clasp.ts';
import type { Asked } from './clasp-program.ts';

const PROGRAM = fileURLToPath(new URL('clasp-program.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

let child: ChildProcess | null = null;

/** Runs clasp in a folder, with the environment as it is now; a process reads `NODE_EXTRA_CA_CERTS` only when it starts. */
export async function clasp(
  folder: string,
  settings: string,
  ...given: readonly string[]
): Promise<ClaspRun> {
  child ??= fork(PROGRAM, { execArgv: ['--import', TSX], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const asked: Asked = { folder, given: ['--project', join(folder, settings), ...given], env: process.env };
  child.send(asked);
  const settled = new AbortController();
  const ended = once(child, 'exit', settled).then(([code]) => {
    throw new Error(`clasp has ended its process with ${code}`);
  });
  try {
    const [ran] = await Promise.race([once(child, 'message', settled), ended]);
    return ran;
  } finally {
    ended.catch(() => undefined);
    settled.abort();
  }
}

export async function endClasp(): Promise<void> {
  if (child === null) return;
  child.disconnect();
  await once(child, 'exit');
  child = null;
}
