/** The test build: the rules of the platform as a script of its own, to be run in the local host or in a real sheet. */
import { type Bundle, bundleScript, writeProject } from '../../../src/local/build.ts';

const ENTRY = new URL('../rules/main.ts', import.meta.url);

/** The script that runs the rules. */
export function bundleRules(): Promise<Bundle> {
  return bundleScript(ENTRY);
}

/** Builds it into a folder, with the manifest of the product: what its scopes allow is a rule of the platform too. */
export async function writeRules(folder: URL): Promise<void> {
  const { code } = await bundleRules();
  await writeProject(folder, { 'Code.js': code });
}
