/**
 * Runs the repository's commands: in this process, which is quick, or in a process of their own, as npm does.
 */
import { execFile, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { vi } from 'vitest';
import { runCommand } from '../../src/local/commands/run-command.ts';

const CLI = fileURLToPath(new URL('../../src/local/cli.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export interface Ended {
  /** Exit code; -1 if the process did not end by itself. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process with the given working directory, and captures what it prints. */
export async function endedHere(folder: string, given: readonly string[]): Promise<Ended> {
  const before = process.cwd();
  let stdout = '';
  let stderr = '';
  const log = vi.spyOn(console, 'log').mockImplementation((...values) => {
    stdout += `${format(...values)}\n`;
  });
  const error = vi.spyOn(console, 'error').mockImplementation((...values) => {
    stderr += `${format(...values)}\n`;
  });
  process.chdir(folder);
  try {
    const code = await runCommand(given);
    return { code, stdout, stderr };
  } finally {
    process.chdir(before);
    log.mockRestore();
    error.mockRestore();
  }
}

/** Runs a command in a process of its own and waits for its end. */
export function ended(folder: string, given: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: folder, maxBuffer: 1e8 };
    execFile(process.execPath, ['--import', TSX, CLI, ...given], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      resolve({ code: typeof code === 'number' ? code : -1, stdout, stderr });
    });
  });
}

/** Runs a command in a process of its own whose standard output nobody reads. */
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
