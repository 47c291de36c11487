/** The command line: `start` does the main job and shows it, `recalc` is the same for scripts. */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { bundleScript, writeDist } from './build.ts';
import { Failure } from './failure.ts';
import { resultJson } from './result-json.ts';
import {
  fileWorkbench,
  preparedCalls,
  recalculated,
  sampleWorkbench,
  type Workbench,
} from './run-workbook.ts';
import { summaryText } from './summary-text.ts';
import { UnreadableWorkbook, UnwritableWorkbook } from './xlsx/index.ts';

/** The date as of which the reference gives the figures of the sample. */
const SAMPLE_AS_OF = '2024-03-31';
const OUT = 'out';

const COMMANDS = {
  start: { usage: 'npm start [-- FILE.xlsx]', options: {} },
  recalc: {
    usage: 'npm run recalc -- [IN.xlsx] [--as-of YYYY-MM-DD] [--out OUT.xlsx] [--json]',
    options: { 'as-of': { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean' } },
  },
} as const;

const EXIT_CANNOT = 2;
/** What can go wrong with what a person gave us; anything else is our own bug and keeps its stack. */
const EXPECTED = [Failure, UnreadableWorkbook, UnwritableWorkbook];

/** Builds, recalculates, prints the summary and writes the workbook to `out/`. */
async function start(file: string | undefined): Promise<void> {
  const { code } = await writeDist();
  const workbench = file === undefined ? sampleWorkbench(code) : await fileWorkbench(file, code);
  const asOf = file === undefined ? SAMPLE_AS_OF : null;
  const { result } = recalculated(workbench, asOf);
  const path = `${OUT}/${file === undefined ? 'pledge-ledger-sample.xlsx' : basename(file)}`;
  await save(workbench, path);
  console.log(summaryText(result, workbench.document, preparedCalls(workbench, code, asOf)));
  console.log(`\n${path} 파일에 썼습니다.`);
}

interface RecalcOptions {
  readonly file: string | undefined;
  readonly asOf: string | undefined;
  readonly out: string | undefined;
  readonly json: boolean;
}

async function recalc({ file, asOf, out, json }: RecalcOptions): Promise<void> {
  const { code } = await bundleScript();
  const workbench = file === undefined ? sampleWorkbench(code) : await fileWorkbench(file, code);
  const { result } = recalculated(workbench, asOf ?? null);
  if (out !== undefined) await save(workbench, out);
  if (json) console.log(JSON.stringify(resultJson(result, workbench.document), null, 2));
  else console.log(summaryText(result, workbench.document, preparedCalls(workbench, code, asOf ?? null)));
}

async function save(workbench: Workbench, path: string): Promise<void> {
  const bytes = await workbench.save();
  try {
    await mkdir(dirname(resolve(path)), { recursive: true });
    await writeFile(path, bytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(`'${path}'에 쓸 수 없습니다: ${reason}`);
  }
}

async function main([command, ...rest]: readonly string[]): Promise<void> {
  if (command === 'start') {
    const { positionals } = understood(COMMANDS.start, rest);
    return start(onlyFile(positionals));
  }
  if (command === 'recalc') {
    const { positionals, values } = understood(COMMANDS.recalc, rest);
    const { 'as-of': asOf, out, json = false } = values;
    return recalc({ file: onlyFile(positionals), asOf, out, json });
  }
  const usages = Object.values(COMMANDS).map(({ usage }) => `  ${usage}`);
  throw new Failure(['쓰는 법:', ...usages].join('\n'));
}

function onlyFile(files: readonly string[]): string | undefined {
  if (files.length > 1) throw new Failure(`파일은 하나만 적어 주세요(${files.join(', ')}).`);
  return files[0];
}

function understood<Options extends NonNullable<ParseArgsConfig['options']>>(
  { usage, options }: { readonly usage: string; readonly options: Options },
  given: readonly string[],
) {
  try {
    return parseArgs({ args: [...given], allowPositionals: true, options });
  } catch (cause) {
    if (!(cause instanceof TypeError && 'code' in cause)) throw cause;
    // Node names the option first, in quotation marks: Unknown option '--asof'. To specify …
    const option = /'(-[^\s',]+)/.exec(cause.message)?.[1] ?? given.join(' ');
    const what =
      cause.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? `'${option}' 옵션은 없습니다.`
        : `'${option}' 옵션의 값이 빠졌거나 맞지 않습니다.`;
    throw new Failure(`${what} ${usage} 처럼 적어 주세요.`);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!EXPECTED.some((kind) => error instanceof kind) || !(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = EXIT_CANNOT;
}
