/** The commands of the repository, as npm runs them. */
import { execFile, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const CLI = fileURLToPath(new URL('../../src/local/cli.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export interface Ended {
  /** -1: it did not end by itself. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in a folder, until it ends. */
export function ended(folder: string, given: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: folder, maxBuffer: 1e8 };
    execFile(process.execPath, ['--import', TSX, CLI, ...given], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      resolve({ code: typeof code === 'number' ? code : -1, stdout, stderr });
    });
  });
}

/** Runs a command whose standard output nobody reads, until it ends. */
export function endedUnread(folder: string, given: readonly string[]): Promise<Omit<Ended, 'stdout'>> {
  return new Promise((resolve, reject) => {
    const command = spawn(process.execPath, ['--import', TSX, CLI, ...given], { cwd: folder });
    let stderr = '';
    command.stdout.destroy();
    command.stderr.on('data', (text) => {
      stderr += text;
    });
    command.on('error', reject);
    command.on('close', (code) => resolve({ code: code ?? -1, stderr }));
  });
}
