/** Bundles each test file with all its imports as one script that can be run repeatedly. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import { type Suite, suiteOf } from './suite.ts';

/** Loads the file anew, without any state of an earlier run. */
export type Load = () => Suite;

const require = createRequire(import.meta.url);
// The same cases in each run. Failures are not shrunk: only whether there is one matters.
fc.configureGlobal({ seed: 20240331, endOnFailure: true });

/**
 * Keeps `import.meta.url` of each module. In one bundled script it would be lost, but modules read files
 * beside them.
 */
const OWN_ADDRESS: Plugin = {
  name: 'own address',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]tests[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return {
        contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
        loader: 'ts',
      };
    });
  },
};

export async function loadOf(file: string): Promise<Load> {
  const url = pathToFileURL(resolve(file));
  const { outputFiles } = await build({
    entryPoints: [resolve(file)],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vitest', 'fast-check'],
    plugins: [OWN_ADDRESS],
    tsconfigRaw: '{}',
    logLevel: 'error',
  });
  const [output] = outputFiles;
  const script = new Script(`(function (require, module, exports) {${output?.text}\n})`, {
    filename: basename(file),
  });
  return () => {
    const suite = suiteOf(new URL('.', url));
    const given = (name: string) =>
      name === 'vitest' ? suite.vitest : name === 'fast-check' ? fc : require(name);
    const module = { exports: {} };
    script.runInThisContext()(given, module, module.exports);
    return suite;
  };
}
