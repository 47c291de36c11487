/**
 * Builds the rules of the platform as a script of its own, which runs in the local host or in a real sheet.
 */
import { readdir, readFile } from 'node:fs/promises';
import { type Bundle, bundleScript, writeProject } from '../../../src/local/build.ts';

const ENTRY = new URL('../rules/main.ts', import.meta.url);

/** Displayed text of the sample's result tabs, one file for each tab. */
const GOLDENS = new URL('../../bundle/golden/2024-03-31/', import.meta.url);
/** The run log, which contains times and durations. */
const NOT_COMPARED = 'runLog.txt';

/** The script that runs the rules, including the goldens to compare with. */
export async function bundleRules(): Promise<Bundle> {
  const { code, ...bundle } = await bundleScript(ENTRY);
  const files = (await readdir(GOLDENS)).filter((file) => file !== NOT_COMPARED);
  const goldens = await Promise.all(
    files.map(async (file) => [file.replace('.txt', ''), await readFile(new URL(file, GOLDENS), 'utf8')]),
  );
  return {
    code: `${code}var HOST_CHECK_GOLDENS=${JSON.stringify(Object.fromEntries(goldens))};\n`,
    ...bundle,
  };
}

/** Builds the script into a folder, with the manifest of the product, because rules depend on its scopes. */
export async function writeRules(folder: URL): Promise<void> {
  const { code } = await bundleRules();
  await writeProject(folder, { 'Code.js': code });
}
