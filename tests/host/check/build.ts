/** The test build: the rules of the platform as a script of its own, to be run in the local host or in a real sheet. */
import { readdir, readFile } from 'node:fs/promises';
import { type Bundle, bundleScript, writeProject } from '../../../src/local/build.ts';

const ENTRY = new URL('../rules/main.ts', import.meta.url);

/** What the product shows of the sample, a file for each result tab. */
const GOLDENS = new URL('../../bundle/golden/2024-03-31/', import.meta.url);
/** Holds when things were run, and how long they took. */
const NOT_COMPARED = 'runLog.txt';

/** The script that runs the rules, with the goldens that it holds the product to. */
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

/** Builds it into a folder, with the manifest of the product: what its scopes allow is a rule of the platform too. */
export async function writeRules(folder: URL): Promise<void> {
  const { code } = await bundleRules();
  await writeProject(folder, { 'Code.js': code });
}
