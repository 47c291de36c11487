/** The commands and their options. Each command is loaded on demand: most need little of the others. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Failure } from '../failure.ts';
import { bookOf } from '../samples/samples.ts';
import { UnreadableWorkbook, UnwritableWorkbook } from '../xlsx/package/failures.ts';
import { refuseLostOptions } from './lost-options.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<Given extends Options> = ReturnType<
  typeof parseArgs<{ options: Given; allowPositionals: true }>
>['values'];

/** A command: how it is typed, and how it runs with the words after its name. */
interface Command {
  readonly usage: string;
  readonly run: (given: readonly string[]) => Promise<void>;
}

const PREVIEW_USAGE = 'npm run preview [-- FILE.xlsx | --empty | --sample facility|office] [--port 포트]';

/** Option of the commands that work on a file or a sample. */
const SAMPLE = { sample: { type: 'string' } } as const;

const COMMANDS: Readonly<Record<string, Command>> = {
  start: command(
    'npm start [-- FILE.xlsx | --sample facility|office] [--all]',
    { ...SAMPLE, all: { type: 'boolean' } },
    async (file, { sample, all = false }) => {
      const { start } = await whileBuilding(() => import('./start.ts'));
      return start({ book: bookOf(file, sample), all });
    },
  ),
  recalc: command(
    "npm run recalc -- [IN.xlsx | --sample facility|office] [--as-of YYYY-MM-DD] [--pledge 공약번호] [--out OUT.xlsx] [--json] [--all] [--trace '탭!칸']",
    {
      ...SAMPLE,
      'as-of': { type: 'string' },
      pledge: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
      all: { type: 'boolean' },
      trace: { type: 'string' },
    },
    async (
      file,
      { sample, 'as-of': asOf = null, pledge = null, out = null, json = false, all = false, trace = null },
    ) => {
      const { recalc } = await whileBuilding(() => import('./recalc.ts'));
      return recalc({ book: bookOf(file, sample), asOf, pledge, out, json, all, trace });
    },
  ),
  report: command(
    'npm run report -- [IN.xlsx | --sample facility|office] [--as-of YYYY-MM-DD] [--pledge 공약번호 | --all] [--out report.xlsx|report.pdf]',
    {
      ...SAMPLE,
      'as-of': { type: 'string' },
      pledge: { type: 'string' },
      all: { type: 'boolean' },
      out: { type: 'string' },
    },
    async (file, { sample, 'as-of': asOf = null, pledge = null, all = false, out = null }) => {
      const { report } = await whileBuilding(() => import('./report.ts'));
      return report({ book: bookOf(file, sample), asOf, pledge, all, out });
    },
  ),
  preview: command(
    PREVIEW_USAGE,
    { ...SAMPLE, empty: { type: 'boolean' }, port: { type: 'string' } },
    async (file, { sample, empty = false, port }) => {
      if (empty && (file !== null || sample !== undefined)) {
        throw new Failure('--empty는 빈 스프레드시트로 시작합니다. 파일이나 --sample과 함께 쓸 수 없습니다.');
      }
      const { preview } = await whileBuilding(() => import('./preview.ts'));
      return preview({
        book: empty ? { kind: 'empty' } : bookOf(file, sample),
        port: port === undefined ? null : portIn(port),
      });
    },
  ),
  build: commandWithoutFile('npm run build', {}, async () => {
    const { build } = await import('./build.ts');
    return build();
  }),
  create: commandWithoutFile(
    'npm run create [-- --title 제목]',
    { title: { type: 'string' } },
    async ({ title }) => {
      const { create } = await import('./create.ts');
      return create(title);
    },
  ),
  push: commandWithoutFile(
    'npm run push [-- --id 스크립트ID | --all 목록파일]',
    // `--script` is the old name of `--id`. Without `--`, npm takes it for an option of its own and runs
    // nothing of ours.
    { id: { type: 'string' }, script: { type: 'string' }, all: { type: 'string' } },
    async ({ script, id = script, all }) => {
      const { push, pushAll } = await import('./push.ts');
      if (all === undefined) return push(id ?? null);
      if (id !== undefined) throw new Failure('--id와 --all은 함께 쓸 수 없습니다. 하나만 적어 주세요.');
      return pushAll(all);
    },
  ),
  pack: commandWithoutFile(
    'npm run pack [-- --add-on]',
    { 'add-on': { type: 'boolean' } },
    async ({ 'add-on': addOn = false }) => {
      const { pack } = await import('./pack.ts');
      return pack(addOn);
    },
  ),
  open: commandWithoutFile('npm run open', {}, async () => {
    const { open } = await import('./open.ts');
    return open();
  }),
};

/** Loads a command that runs the script. The script is built meanwhile, since esbuild is another process. */
async function whileBuilding<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  const { bundleScript } = await import('../build.ts');
  const [loaded] = await Promise.all([load(), bundleScript()]);
  return loaded;
}

const EXIT_CANNOT = 2;
/** Errors about what a person gave us. Anything else is our own bug and keeps its stack. */
const EXPECTED = [Failure, UnreadableWorkbook, UnwritableWorkbook];

function command<Given extends Options>(
  usage: string,
  options: Given,
  run: (file: string | null, values: Values<Given>) => Promise<void>,
): Command {
  return {
    usage,
    run: async (given) => {
      refuseLostOptions(options, { command: nameIn(usage), given, environment: process.env });
      const { positionals, values } = understood(usage, options, given);
      const [file = null, ...more] = positionals;
      if (more.length > 0) throw new Failure(`파일은 하나만 적어 주세요(${positionals.join(', ')}).`);
      await run(file, values);
    },
  };
}

function commandWithoutFile<Given extends Options>(
  usage: string,
  options: Given,
  run: (values: Values<Given>) => Promise<void>,
): Command {
  return command(usage, options, async (file, values) => {
    if (file !== null) throw new Failure(`'${file}'은(는) 쓸 수 없습니다. ${usage}처럼 적어 주세요.`);
    await run(values);
  });
}

/** The command alone: `npm run push` from `npm run push [-- --id …]`. */
function nameIn(usage: string): string {
  return usage.split(/ \[?-- /)[0] ?? usage;
}

function portIn(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Failure(`'${text}'은(는) 포트 번호가 아닙니다. ${PREVIEW_USAGE}처럼 적어 주세요.`);
}

function understood<Given extends Options>(usage: string, options: Given, given: readonly string[]) {
  try {
    return parseArgs({ args: [...given], allowPositionals: true, options });
  } catch (cause) {
    if (!(cause instanceof TypeError && 'code' in cause)) throw cause;
    // Node's message names the option first, quoted: Unknown option '--asof'. To specify …
    const option = /'(-[^\s',]+)/.exec(cause.message)?.[1] ?? given.join(' ');
    const what =
      cause.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? `'${option}' 옵션은 없습니다.`
        : `'${option}' 옵션의 값이 빠졌거나 맞지 않습니다.`;
    throw new Failure(`${what} ${usage}처럼 적어 주세요.`);
  }
}

/**
 * Runs a command and returns the exit code: 0, or 2 after one clear line on standard error.
 * @throws our own bugs, with their stack.
 */
export async function runCommand([name = '', ...given]: readonly string[]): Promise<number> {
  try {
    const asked = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (asked === undefined) {
      throw new Failure(['쓰는 법:', ...Object.values(COMMANDS).map(({ usage }) => `  ${usage}`)].join('\n'));
    }
    await asked.run(given);
    return 0;
  } catch (error) {
    if (!EXPECTED.some((kind) => error instanceof kind) || !(error instanceof Error)) throw error;
    console.error(error.message);
    return EXIT_CANNOT;
  }
}
