/** Builds the script and pushes it. */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '../failure.ts';
import { failureOf } from './faults.ts';
import { PRODUCT, type Project } from './project.ts';
import { clasp } from './run-clasp.ts';
import type { Connection } from './settings.ts';

/**
 * Builds the project's folder and pushes it. Everything that the script held before is replaced.
 * @param folder the checkout
 * @returns the pushed files, such as `dist/Code.js`; empty where all of them were up to date
 */
export async function pushScript(
  folder: string,
  { file, scriptId }: Pick<Connection, 'file' | 'scriptId'>,
  project: Project = PRODUCT,
): Promise<readonly string[]> {
  await project.build(new URL(`${project.folder}/`, pathToFileURL(`${folder}/`)));
  await refuseIgnored(folder, file, project);
  // Without --force and without a terminal, clasp skips a changed manifest and still exits with 0.
  const { code, stdout, stderr } = await clasp(folder, file, 'push', '--force', '--json');
  if (code !== 0) throw failureOf(stderr, scriptId);
  const files: unknown = JSON.parse(stdout);
  if (!Array.isArray(files)) throw new Error(`clasp push printed ${stdout}`);
  return files.map(String);
}

/**
 * Refuses to push where `.claspignore` excludes files: clasp would replace the whole script with the
 * remaining ones.
 */
async function refuseIgnored(folder: string, file: string, project: Project): Promise<void> {
  const { code, stdout, stderr } = await clasp(folder, file, 'show-file-status', '--json');
  if (code !== 0) throw failureOf(stderr, null);
  const status: unknown = JSON.parse(stdout);
  const pushed: unknown =
    typeof status === 'object' && status !== null && 'filesToPush' in status ? status.filesToPush : null;
  if (!Array.isArray(pushed)) throw new Error(`clasp show-file-status printed ${stdout}`);
  const names = new Set(pushed.map((path) => basename(String(path))));
  const missing = (await readdir(join(folder, project.folder))).filter((name) => !names.has(name));
  if (missing.length === 0) return;
  throw new Failure(
    `.claspignore 때문에 ${project.folder} 폴더의 ${missing.sort().join(', ')}이(가) 빠져서 올리지 않았습니다. .claspignore 파일을 지우거나 고친 뒤 다시 실행해 주세요.`,
  );
}
