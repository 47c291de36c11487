/** Builds what is pushed to Google: `dist/Code.js` and the manifest. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

/** The language level of the platform's V8 runtime that the bundle keeps to. */
export const TARGET = 'es2020';
export const ECMA_VERSION = 2020;

const ROOT = new URL('../../', import.meta.url);
export const DIST = new URL('dist/', ROOT);
const ENTRY = fileURLToPath(new URL('src/main.ts', ROOT));
const GLOBAL_NAME = 'PledgeLedger';
/** Asks Google for the current document only; the platform reads it from a comment of the script. */
const BANNER = '/** @OnlyCurrentDoc */';

export interface Bundle {
  /** Text of Code.js. */
  readonly code: string;
  /** The functions that it exposes, as `main.ts` exports them. */
  readonly functions: readonly string[];
}

/**
 * The script that Google runs. Menus, triggers and the sidebar find only functions that are declared at the top level, so each
 * export of `main.ts` gets a declaration that calls it.
 */
export async function bundleScript(): Promise<Bundle> {
  const options = {
    entryPoints: [ENTRY],
    bundle: true,
    write: false as const,
    target: TARGET,
    charset: 'utf8' as const,
    logLevel: 'error' as const,
    absWorkingDir: fileURLToPath(ROOT),
  } satisfies BuildOptions;
  const { metafile } = await build({ ...options, format: 'esm', metafile: true });
  const functions = Object.values(metafile.outputs).flatMap((output) => output.exports);
  const { outputFiles } = await build({
    ...options,
    format: 'iife',
    globalName: GLOBAL_NAME,
    banner: { js: BANNER },
    footer: { js: functions.map(declaration).join('\n') },
  });
  return { code: outputFiles.map(({ text }) => text).join('\n'), functions };
}

function declaration(name: string): string {
  return `function ${name}() { return ${GLOBAL_NAME}.${name}.apply(this, arguments); }`;
}

/** Writes the folder, and nothing else into it: clasp pushes whatever stands there. */
export async function writeDist(folder: URL = DIST): Promise<Bundle> {
  const bundle = await bundleScript();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('Code.js', folder), bundle.code);
  await writeFile(new URL('appsscript.json', folder), await readFile(new URL('appsscript.json', ROOT)));
  return bundle;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { code, functions } = await writeDist();
  console.log(`dist/Code.js ${(Buffer.byteLength(code) / 1024).toFixed(1)} KB: ${functions.join(', ')}`);
}
