/**
 * Builds what is pushed to Google: `dist/Code.js`, `dist/Sidebar.html`, the licence notices of bundled
 * packages, and the manifest.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, transform } from 'esbuild';
import { noticesPage, packagesIn } from './notices.ts';

/** Language level of the bundle, which Google's V8 runtime supports. */
export const TARGET = 'es2020';
export const ECMA_VERSION = 2020;

const ROOT = new URL('../../', import.meta.url);
export const DIST = new URL('dist/', ROOT);
const ENTRY = new URL('src/main.ts', ROOT);
const SIDEBAR = new URL('src/sidebar/', ROOT);
const MANIFEST = 'appsscript.json';
/** Version in package.json. */
const VERSION = packageVersion();
/**
 * Placeholder for the edition in built texts. The edition is computed from these texts, so it is filled in
 * last.
 */
const EDITION_PLACE = '@edition@';
const DEFINED = { EDITION: JSON.stringify(EDITION_PLACE) };
/** The script's only global variable. It holds the functions that the entry exports. */
const GLOBAL_NAME = 'PledgeLedger';
/** Limits the script's permission to the current document. Google reads this from a comment in the script. */
const BANNER = `/** @OnlyCurrentDoc */\n${versionLine(EDITION_PLACE)}`;
/** Where the script runs: bound to one spreadsheet with a menu of its own, or published as an add-on. */
export type Target = 'spreadsheet' | 'add-on';
/**
 * Longest line of Code.js, in characters. Editors cannot show a line of 250,000 characters, and with one line
 * a stack trace would only ever say line 1.
 */
const LONGEST_LINE = 500;

export interface Bundle {
  /** Text of Code.js. */
  readonly code: string;
  /**
   * Package version and a fingerprint of everything that is pasted: `0.2.0-3f9c1a`. Any difference gives
   * another edition.
   */
  readonly edition: string;
  /** Names of the functions that the entry exports. */
  readonly functions: readonly string[];
  /** Names of the npm packages bundled in it. */
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
 * Bundles the script that Google runs. Menus, triggers and the sidebar find only functions declared at the
 * top level, so each export of the entry gets such a declaration.
 *
 * The script is minified, but what is declared at its top level keeps its name: the log shows the names of
 * functions, and they lead a reader to the source. Shortening them would save 95 KB and less than a
 * millisecond of loading.
 */
export function bundleScript(entry: URL = ENTRY, target: Target = 'spreadsheet'): Promise<Bundle> {
  const key = `${target} ${entry.href}`;
  const earlier = BUILT.get(key);
  if (earlier !== undefined) return earlier;
  const bundle = bundleWithEdition(entry, target);
  BUILT.set(key, bundle);
  return bundle;
}

async function bundleWithEdition(entry: URL, target: Target): Promise<Bundle> {
  const [bundle, { page }, manifest] = await Promise.all([
    newBundle(entry, target),
    pageWithoutEdition(),
    manifestOf(target),
  ]);
  const fingerprint = createHash('sha256').update([bundle.code, page, manifest].join('\0')).digest('hex');
  const edition = `${VERSION}-${fingerprint.slice(0, FINGERPRINT_LENGTH)}`;
  return { ...bundle, code: withEdition(bundle.code, edition), edition };
}

const FINGERPRINT_LENGTH = 6;

function withEdition(text: string, edition: string): string {
  return text.replaceAll(EDITION_PLACE, edition);
}

/** Each script is built once per process: its source does not change meanwhile. */
const BUILT = new Map<string, Promise<Bundle>>();

async function newBundle(entry: URL, target: Target): Promise<Omit<Bundle, 'edition'>> {
  const path = fileURLToPath(entry);
  const { metafile } = await build({ ...OPTIONS, entryPoints: [path], metafile: true });
  const functions = Object.values(metafile.outputs).flatMap((output) => output.exports);
  const exposed = `{ ${functions.join(', ')} }`;
  const bundled = await build({
    ...OPTIONS,
    bundle: true,
    minifySyntax: true,
    metafile: true,
    define: { ...DEFINED, IS_ADD_ON: String(target === 'add-on') },
    stdin: {
      contents: `import ${exposed} from ${JSON.stringify(path)}; ${GLOBAL_NAME} = ${exposed};`,
      resolveDir: fileURLToPath(ROOT),
    },
  });
  // The bundle is now a plain script, in which esbuild does not shorten top-level names: other scripts might
  // use them.
  const text = bundled.outputFiles.map((file) => file.text).join('\n');
  const { code } = await transform(text, {
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

/** The comment line that states the version of a script. */
function versionLine(version: string): string {
  return `// 공약장부 ${version}`;
}

/** The version stated in a script's text; null if there is none. */
export function versionOf(code: string): string | null {
  return /^\/\/ 공약장부 (\d\S*)$/m.exec(code)?.[1] ?? null;
}

function declaration(name: string): string {
  return `function ${name}(){return ${GLOBAL_NAME}.${name}.apply(this,arguments)}`;
}

/**
 * Builds the sidebar as one small file with its style and script inside. It is sent again at every opening.
 */
export async function bundlePage(target: Target = 'spreadsheet'): Promise<string> {
  const [{ page }, { edition }] = await Promise.all([pageWithoutEdition(), bundleScript(ENTRY, target)]);
  return withEdition(page, edition);
}

interface Page {
  readonly page: string;
  readonly packages: readonly string[];
}

/** Like the script, the page is built once per process. */
function pageWithoutEdition(): Promise<Page> {
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

/**
 * Refuses text that would close its own element, or hide its end. esbuild already writes `<\/script` for
 * `</script`.
 */
function inlined(text: string, element: 'script' | 'style'): string {
  if (!new RegExp(`</${element}|<!--`, 'i').test(text)) return text;
  throw new Error(`the ${element} of the sidebar would end its own element`);
}

/** All files of the product, as text. */
export async function productFiles(target: Target = 'spreadsheet') {
  const [bundle, page, { packages }] = await Promise.all([
    bundleScript(ENTRY, target),
    bundlePage(target),
    pageWithoutEdition(),
  ]);
  const all = [...new Set([...bundle.packages, ...packages])].sort();
  return {
    bundle,
    page,
    notices: await noticesPage(fileURLToPath(ROOT), all),
    manifest: await manifestOf(target),
  };
}

/** Builds the files to be pushed and writes them to a folder. */
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

/** Drops the permission to make triggers, which an add-on does not need. */
function withoutTriggers(text: string): string {
  const { oauthScopes, ...others }: { oauthScopes: readonly string[] } = JSON.parse(text);
  const scopes = oauthScopes.filter((scope) => !scope.endsWith('/script.scriptapp'));
  return `${JSON.stringify({ ...others, oauthScopes: scopes }, null, 2)}\n`;
}

/**
 * Replaces a folder with these files and our manifest. Nothing else may be in it: clasp pushes every file
 * there.
 */
export async function writeProject(folder: URL, files: Readonly<Record<string, string>>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, folder), text);
  await writeFile(new URL(MANIFEST, folder), await manifestOf('spreadsheet'));
}
