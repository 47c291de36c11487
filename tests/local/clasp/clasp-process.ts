/**
 * Runs Google's unmodified clasp many times in one process. Loading it takes three seconds of processor time;
 * what it then does mostly takes less than 0.1 s. Stands in for `run-clasp.ts`, which starts a process for
 * each run.
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

/**
 * Runs clasp in a folder with the current environment. `NODE_EXTRA_CA_CERTS` is read only when the process
 * starts.
 */
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
