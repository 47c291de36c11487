/** Builds the page around the grid, once. Only the first preview installs its heavy packages. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Failure } from '../../failure.ts';

export interface PreviewPage {
  readonly html: string;
  readonly script: Uint8Array;
  readonly style: Uint8Array;
}

const FOLDER = new URL('../page/', import.meta.url);
const MODULES = new URL('node_modules/', FOLDER);
/** Holds the hash of the lock file that the installed packages come from. Written last. */
const INSTALLED = new URL('.pledge-ledger-installed', MODULES);
const BUILT = new URL('.pledge-ledger-page/', MODULES);
const SOURCE = /\.(?:tsx?|css|html|json)$/;

export async function previewPage(say: (line: string) => void): Promise<PreviewPage> {
  await installPackages(say);
  const key = await keyOf();
  const folder = new URL(`${key}/`, BUILT);
  const script = new URL('page.js', folder);
  const style = new URL('page.css', folder);
  if (!existsSync(style)) {
    say('미리보기 화면을 만들고 있습니다…');
    await buildPage(folder);
  }
  return {
    html: await readFile(new URL('page.html', FOLDER), 'utf8'),
    script: await readFile(script),
    style: await readFile(style),
  };
}

/**
 * Installs the packages of the lock file unless they are installed.
 * @throws {Failure} where npm fails.
 */
export async function installPackages(say: (line: string) => void): Promise<void> {
  const lock = digestOf(await readFile(new URL('package-lock.json', FOLDER)));
  if (existsSync(INSTALLED) && (await readFile(INSTALLED, 'utf8')) === lock) return;
  say('처음 한 번, 미리보기에 쓰는 패키지를 설치합니다(약 170 MB, 1분쯤 걸립니다)…');
  const { code, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  if (code !== 0) {
    throw new Failure(
      `미리보기에 쓰는 패키지를 설치하지 못했습니다. 인터넷 연결을 확인하고 다시 실행해 주세요.\n${lastError(output)}`,
    );
  }
  await writeFile(INSTALLED, lock);
}

async function npm(given: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  // Under `npm run` this is npm's own script, which runs without a shell on every system.
  const script = process.env.npm_execpath;
  const [program, first] =
    script?.endsWith('.js') === true
      ? [process.execPath, [script]]
      : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const child = spawn(program, [...first, ...given], {
    cwd: fileURLToPath(FOLDER),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: program === 'npm.cmd',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      output += error.message;
      resolve(1);
    });
    child.on('close', (status) => resolve(status ?? 1));
  });
  return { code, output };
}

/** The line of npm's output that names the error: `npm error code ENOTFOUND`. */
function lastError(output: string): string {
  return /^npm (?:error|ERR!) code .*$/m.exec(output)?.[0] ?? output.trim().split('\n').at(-1) ?? '';
}

/** A hash of the page's source files: any change gives another one. */
async function keyOf(): Promise<string> {
  const names = (await readdir(FOLDER)).filter((name) => SOURCE.test(name)).sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(name).update(await readFile(new URL(name, FOLDER)));
  return hash.digest('hex').slice(0, 16);
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Builds into a temporary folder and renames it, so that an interrupted build leaves nothing that looks
 * complete.
 */
async function buildPage(folder: URL): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: {
      page: fileURLToPath(new URL('main.tsx', FOLDER)),
      style: fileURLToPath(new URL('style.css', FOLDER)),
    },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outdir: 'out',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'dataurl', '.svg': 'dataurl' },
    logLevel: 'error',
  });
  const part = (name: string) =>
    outputFiles.find(({ path }) => path.endsWith(name))?.contents ?? new Uint8Array();
  const temporary = new URL(`${folder.pathname.split('/').at(-2)}.${process.pid}/`, BUILT);
  await mkdir(temporary, { recursive: true });
  await writeFile(new URL('page.js', temporary), part('page.js'));
  // The page's style comes last, so that it overrides the grid's.
  await writeFile(new URL('page.css', temporary), Buffer.concat([part('page.css'), part('style.css')]));
  try {
    await rename(temporary, folder);
  } catch (cause) {
    // Another preview has built the page meanwhile.
    if (!existsSync(new URL('page.css', folder))) throw cause;
  }
}
