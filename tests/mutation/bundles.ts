/** Bundles each test file with all its imports as one script that can be run repeatedly. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm, { Script } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import { bundleScript } from '../../src/local/build.ts';
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

/** The script as it is pushed, which tests run in the local host. It is built once, from the changed source. */
const SCRIPT = 'built script';
const BUILT_ONCE: Plugin = {
  name: 'built once',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]tests[\\/]support[\\/]bundle\.ts$/ }, () => ({
      contents: `export { CODE, EDITION, FUNCTIONS } from ${JSON.stringify(SCRIPT)};`,
    }));
  },
};

async function builtScript(): Promise<object> {
  const { code, edition, functions } = await bundleScript(pathToFileURL(resolve('src/main.ts')));
  return { CODE: code, EDITION: edition, FUNCTIONS: functions };
}

let script: Promise<object> | null = null;

/** Each execution has a global environment of its own. This one shares the state that changed code reads. */
const SHARING_VM = {
  ...vm,
  createContext(...[context = {}, options]: Parameters<typeof vm.createContext>) {
    const value: unknown = Reflect.get(globalThis, '__stryker__');
    // The local host deletes whatever the platform does not have, but not this.
    return vm.createContext(Object.defineProperty(context, '__stryker__', { value }), options);
  },
};

export async function loadOf(file: string): Promise<Load> {
  script ??= builtScript();
  const modules: Readonly<Record<string, unknown>> = {
    'fast-check': fc,
    'node:vm': { ...SHARING_VM, default: SHARING_VM, __esModule: true },
    [SCRIPT]: await script,
  };
  const url = pathToFileURL(resolve(file));
  const { outputFiles } = await build({
    entryPoints: [resolve(file)],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // The local host names services by their classes.
    keepNames: true,
    external: ['vitest', 'fast-check', 'esbuild', SCRIPT],
    plugins: [BUILT_ONCE, OWN_ADDRESS],
    tsconfigRaw: '{}',
    logLevel: 'error',
  });
  const [output] = outputFiles;
  const loaded = new Script(`(function (require, module, exports) {${output?.text}\n})`, {
    filename: basename(file),
  });
  return () => {
    const suite = suiteOf(new URL('.', url));
    const given = (name: string) => (name === 'vitest' ? suite.vitest : (modules[name] ?? require(name)));
    const module = { exports: {} };
    loaded.runInThisContext()(given, module, module.exports);
    return suite;
  };
}
