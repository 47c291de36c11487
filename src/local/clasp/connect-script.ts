/** Connects a checkout to an existing script. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { failureOf } from './faults.ts';
import { PRODUCT, type Project, SHARED_SETTINGS } from './project.ts';
import { clasp } from './run-clasp.ts';
import { connectionOf, writeLocalSettings } from './settings.ts';

const MANIFEST = 'appsscript.json';

/**
 * Connects a checkout to a script. First copies the script's files to a folder: the next push replaces them,
 * and Google keeps no history. The folder is a clasp project, so `clasp push --force` in it restores
 * everything.
 * @returns the folder of the copy, relative to the checkout; null: nothing to lose, or already connected
 */
export async function connectScript(
  folder: string,
  scriptId: string,
  project: Project = PRODUCT,
): Promise<string | null> {
  const connection = await connectionOf(folder, project);
  if (connection !== null && connection.scriptId !== scriptId) {
    throw new Failure(
      `이미 다른 스크립트에 연결되어 있습니다. 연결을 바꾸려면 ${connection.file} 파일에서 scriptId를 고쳐 주세요.`,
    );
  }
  if (connection !== null) return null;
  const copy = await backUpScript(folder, scriptId);
  await writeLocalSettings(folder, { scriptId }, project);
  return copy;
}

/**
 * Copies a script's files to a new folder. Returns its path relative to the checkout; null: the script is
 * still empty.
 */
export async function backUpScript(folder: string, scriptId: string): Promise<string | null> {
  const copy = await downloadScript(folder, scriptId);
  const kept = await readdir(join(folder, copy));
  if (kept.some((name) => name !== SHARED_SETTINGS && name !== MANIFEST)) return copy;
  await rm(join(folder, copy), { recursive: true });
  return null;
}

/** Downloads a script into a new folder. Returns its path relative to the checkout. */
export async function downloadScript(folder: string, scriptId: string): Promise<string> {
  const copy = join('out', `script-${scriptId.slice(0, 8)}-${stamp(new Date())}`);
  await mkdir(join(folder, copy), { recursive: true });
  await writeFile(join(folder, copy, SHARED_SETTINGS), JSON.stringify({ scriptId, rootDir: '.' }));
  const { code, stderr } = await clasp(folder, join(copy, SHARED_SETTINGS), 'pull');
  if (code === 0) return copy;
  await rm(join(folder, copy), { recursive: true });
  throw failureOf(stderr, scriptId);
}

/** `20240331T090507123`, in UTC. */
function stamp(now: Date): string {
  return now.toISOString().replace(/[-:.Z]/g, '');
}
