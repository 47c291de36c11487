/** Builds what is pushed to Google: `dist/Code.js`, `dist/Sidebar.html`, the notices of what is bundled, and the manifest. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, transform } from 'esbuild';
import { noticesPage, packagesIn } from './notices.ts';
import { withShortConstants } from './short-constants.ts';

/** The language level of the platform's V8 runtime that the bundle keeps to. */
export const TARGET = 'es2020';
export const ECMA_VERSION = 2020;

const ROOT = new URL('../../', import.meta.url);
export const DIST = new URL('dist/', ROOT);
const ENTRY = new URL('src/main.ts', ROOT);
const SIDEBAR = new URL('src/sidebar/', ROOT);
const MANIFEST = 'appsscript.json';
/** Of the package. */
const VERSION = packageVersion();
/** Stands in what is built until its edition is known, which is reckoned from the rest. */
const EDITION_PLACE = '@edition@';
const DEFINED = { EDITION: JSON.stringify(EDITION_PLACE) };
/** What the script keeps in its one global variable. */
const GLOBAL_NAME = 'PledgeLedger';
/** Asks Google for the current document only; the platform reads it from a comment of the script. */
const BANNER = `/** @OnlyCurrentDoc */\n${versionLine(EDITION_PLACE)}`;
/** Where the script stands: bound to a spreadsheet, with a menu of its own, or published as an add-on. */
export type Target = 'spreadsheet' | 'add-on';
/** An editor shows no line of a quarter of a million letters, and a stack should say more than line 1. */
const LONGEST_LINE = 500;

export interface Bundle {
  /** Text of Code.js. */
  readonly code: string;
  /** The version of the package and a fingerprint of all that is pasted: `0.2.0-3f9c1a`. Two that differ anywhere have two. */
  readonly edition: string;
  /** The functions that it exposes, as its entry exports them. */
  readonly functions: readonly string[];
  /** The packages of others that stand in it. */
  readonly packages: readonly string[];
}

const OPTIONS = {
  write: false,
  format: 'esm',
  target: TARGET,
  charset: 'utf8',
  logLevel: 'error',
  absWorkingDir: fileURLToPath(ROOT),
} as const satisfies BuildOptions;

/**
 * The script that Google runs. Menus, triggers and the sidebar find only functions that are declared at the top level, so each
 * export of the entry gets a declaration that calls it.
 *
 * It is made small, but functions keep their names: by them whoever reads the log finds the place in the source, and whoever
 * answers for the script finds their way in it. Shortening these too would save 40 KB and 0.1 ms of loading.
 */
export function bundleScript(entry: URL = ENTRY, target: Target = 'spreadsheet'): Promise<Bundle> {
  const key = `${target} ${entry.href}`;
  const earlier = BUILT.get(key);
  if (earlier !== undefined) return earlier;
  const bundle = markedBundle(entry, target);
  BUILT.set(key, bundle);
  return bundle;
}

async function markedBundle(entry: URL, target: Target): Promise<Bundle> {
  const [bundle, { page }, manifest] = await Promise.all([
    newBundle(entry, target),
    unmarkedPage(),
    manifestOf(target),
  ]);
  const print = createHash('sha256').update([bundle.code, page, manifest].join('\0')).digest('hex');
  const edition = `${VERSION}-${print.slice(0, LETTERS_OF_PRINT)}`;
  return { ...bundle, code: marked(bundle.code, edition), edition };
}

const LETTERS_OF_PRINT = 6;

function marked(text: string, edition: string): string {
  return text.replaceAll(EDITION_PLACE, edition);
}

/** A script is built once in a process: its source does not change meanwhile. */
const BUILT = new Map<string, Promise<Bundle>>();

async function newBundle(entry: URL, target: Target): Promise<Omit<Bundle, 'edition'>> {
  const path = fileURLToPath(entry);
  const { metafile } = await build({ ...OPTIONS, entryPoints: [path], metafile: true });
  const functions = Object.values(metafile.outputs).flatMap((output) => output.exports);
  const exposed = `{ ${functions.join(', ')} }`;
  const bundled = await build({
    ...OPTIONS,
    bundle: true,
    metafile: true,
    define: { ...DEFINED, IS_ADD_ON: String(target === 'add-on') },
    stdin: {
      contents: `import ${exposed} from ${JSON.stringify(path)}; ${GLOBAL_NAME} = ${exposed};`,
      resolveDir: fileURLToPath(ROOT),
    },
  });
  // Of a script, which is what this has become, esbuild leaves alone the names at the top level: others might use them.
  const text = bundled.outputFiles.map((file) => file.text).join('\n');
  const { code } = await transform(withShortConstants(text), {
    minify: true,
    lineLimit: LONGEST_LINE,
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
  });
  const script = `var ${GLOBAL_NAME}=(()=>{var ${GLOBAL_NAME};\n${code}return ${GLOBAL_NAME}})();`;
  return {
    code: [BANNER, '"use strict";', script, ...functions.map(declaration), ''].join('\n'),
    functions,
    packages: packagesIn([bundled.metafile]),
  };
}

function packageVersion(): string {
  const { version }: { version: string } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
  return version;
}

/** The line by which a script says which version it is. */
function versionLine(version: string): string {
  return `// 공약장부 ${version}`;
}

/** The version of a script, by the text of it; null where it says none. */
export function versionOf(code: string): string | null {
  return /^\/\/ 공약장부 (\d\S*)$/m.exec(code)?.[1] ?? null;
}

function declaration(name: string): string {
  return `function ${name}(){return ${GLOBAL_NAME}.${name}.apply(this,arguments)}`;
}

/** The sidebar as one file without a network: its style and its script stand inside. Small, because it is sent on every opening. */
export async function bundlePage(target: Target = 'spreadsheet'): Promise<string> {
  const [{ page }, { edition }] = await Promise.all([unmarkedPage(), bundleScript(ENTRY, target)]);
  return marked(page, edition);
}

interface Page {
  readonly page: string;
  readonly packages: readonly string[];
}

/** The page is built once in a process, as a script is. */
function unmarkedPage(): Promise<Page> {
  builtPage ??= newPage();
  return builtPage;
}

let builtPage: Promise<Page> | null = null;

async function newPage(): Promise<Page> {
  const { outputFiles, metafile } = await build({
    ...OPTIONS,
    metafile: true,
    entryPoints: [fileURLToPath(new URL('main.tsx', SIDEBAR))],
    bundle: true,
    minify: true,
    format: 'iife',
    define: DEFINED,
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const script = outputFiles.map(({ text }) => text.trim()).join('');
  const style = await transform(await readFile(new URL('style.css', SIDEBAR), 'utf8'), {
    loader: 'css',
    minify: true,
  });
  const frame = await readFile(new URL('page.html', SIDEBAR), 'utf8');
  const page = frame
    .replace(/\n\s*/g, '\n')
    .replace('/* STYLE */', () => inlined(style.code.trim(), 'style'))
    .replace('/* SCRIPT */', () => inlined(script, 'script'));
  return { page, packages: packagesIn([metafile]) };
}

/** esbuild writes `<\/script` for `</script`; whatever would still end the element, or hide its end, is refused. */
function inlined(text: string, element: 'script' | 'style'): string {
  if (!new RegExp(`</${element}|<!--`, 'i').test(text)) return text;
  throw new Error(`the ${element} of the sidebar would end its own element`);
}

/** All that a script is made of. */
export async function productFiles(target: Target = 'spreadsheet') {
  const [bundle, page, { packages }] = await Promise.all([
    bundleScript(ENTRY, target),
    bundlePage(target),
    unmarkedPage(),
  ]);
  const all = [...new Set([...bundle.packages, ...packages])].sort();
  return {
    bundle,
    page,
    notices: await noticesPage(fileURLToPath(ROOT), all),
    manifest: await manifestOf(target),
  };
}

/** Builds what is pushed into a folder. */
export async function writeDist(
  folder: URL = DIST,
  target: Target = 'spreadsheet',
): Promise<Bundle & { readonly page: string }> {
  const { bundle, page, notices } = await productFiles(target);
  await writeProject(folder, { 'Code.js': bundle.code, 'Sidebar.html': page, 'Notices.html': notices });
  return { ...bundle, page };
}

async function manifestOf(target: Target): Promise<string> {
  const text = await readFile(new URL(MANIFEST, ROOT), 'utf8');
  return target === 'add-on' ? withoutTriggers(text) : text;
}

/** An add-on makes no triggers, so it asks for no permission to. */
function withoutTriggers(text: string): string {
  const { oauthScopes, ...others }: { oauthScopes: readonly string[] } = JSON.parse(text);
  const scopes = oauthScopes.filter((scope) => !scope.endsWith('/script.scriptapp'));
  return `${JSON.stringify({ ...others, oauthScopes: scopes }, null, 2)}\n`;
}

/** Writes files and our manifest into a folder, and nothing else into it: clasp pushes whatever stands there. */
export async function writeProject(folder: URL, files: Readonly<Record<string, string>>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, folder), text);
  await writeFile(new URL(MANIFEST, folder), await manifestOf('spreadsheet'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { code, edition, functions, page } = await writeDist();
  console.log(`공약장부 ${edition}`);
  console.log(`dist/Code.js ${kilobytes(code)}: ${functions.join(', ')}`);
  console.log(`dist/Sidebar.html ${kilobytes(page)}`);
}

function kilobytes(text: string): string {
  return `${(Buffer.byteLength(text) / 1024).toFixed(1)} KB`;
}
