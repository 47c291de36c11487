/** Building the script and pushing it. */
import { pathToFileURL } from 'node:url';
import { failureOf } from './faults.ts';
import { PRODUCT, type Project } from './project.ts';
import { clasp } from './run-clasp.ts';
import type { Connection } from './settings.ts';

/**
 * Builds the project's folder and pushes it. Whatever the script held before is replaced.
 * @param folder the checkout
 * @returns the files that went up: `dist/Code.js`; none where all of them were there already.
 */
export async function pushScript(
  folder: string,
  { file, scriptId }: Pick<Connection, 'file' | 'scriptId'>,
  project: Project = PRODUCT,
): Promise<readonly string[]> {
  await project.build(new URL(`${project.folder}/`, pathToFileURL(`${folder}/`)));
  // Without --force clasp skips a changed manifest when it cannot ask, and ends with 0 all the same.
  const { code, stdout, stderr } = await clasp(folder, file, 'push', '--force', '--json');
  if (code !== 0) throw failureOf(stderr, scriptId);
  const files: unknown = JSON.parse(stdout);
  if (!Array.isArray(files)) throw new Error(`clasp push printed ${stdout}`);
  return files.map(String);
}
