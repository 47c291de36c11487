/** Runs Google's clasp, unmodified, as a separate process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const CLASP = createRequire(import.meta.url).resolve('@google/clasp');

export interface ClaspRun {
  /** clasp exits with 0 after some failures too, so check what it should have printed or written. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs clasp in a folder. It asks nothing, because it has no terminal.
 * @param settings path of the settings file, relative to the folder
 */
export async function clasp(
  folder: string,
  settings: string,
  ...given: readonly string[]
): Promise<ClaspRun> {
  const child = spawn(process.execPath, [CLASP, '--project', join(folder, settings), ...given], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exitCode(child)]);
  return { code, stdout, stderr };
}

function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
