/**
 * The licence notices of bundled packages. Licences demand that every copy carries them, so they are pushed
 * too.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Names of the packages that contribute code to these bundles, sorted. */
export function packagesIn(bundles: readonly Pick<Metafile, 'outputs'>[]): readonly string[] {
  const inputs = bundles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  );
  return [...new Set(inputs.flatMap((path) => PACKAGE.exec(path)?.[1] ?? []))].sort();
}

/** A page with the full licence text of each package. A package without a licence must not be bundled. */
export async function noticesPage(root: string, packages: readonly string[]): Promise<string> {
  const texts = await Promise.all(packages.map((name) => noticeOf(root, name)));
  const text = texts.join('\n\n').replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<!DOCTYPE html>\n<meta charset="utf-8">\n<title>Notices</title>\n<pre>\n${text}</pre>\n`;
}

async function noticeOf(root: string, name: string): Promise<string> {
  const folder = join(root, 'node_modules', name);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (file === undefined) throw new Error(`the package ${name} has no licence, so it cannot be bundled`);
  return `${name}\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
}
