/** The command line: what was typed, read and handed to its command. Each command is loaded when it is asked for: most need little of the others. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Failure } from './failure.ts';
import { UnreadableWorkbook, UnwritableWorkbook } from './xlsx/package/failures.ts';

const COMMANDS = {
  start: { usage: 'npm start [-- FILE.xlsx]', options: {} },
  recalc: {
    usage: "npm run recalc -- [IN.xlsx] [--as-of YYYY-MM-DD] [--out OUT.xlsx] [--json] [--trace '탭!칸']",
    options: {
      'as-of': { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
      trace: { type: 'string' },
    },
  },
  report: {
    usage: 'npm run report -- [IN.xlsx] [--as-of YYYY-MM-DD] [--out report.xlsx|report.pdf]',
    options: { 'as-of': { type: 'string' }, out: { type: 'string' } },
  },
  preview: {
    usage: 'npm run preview [-- FILE.xlsx] [--port 포트]',
    options: { port: { type: 'string' } },
  },
  create: { usage: 'npm run create [-- --title 제목]', options: { title: { type: 'string' } } },
  push: { usage: 'npm run push [-- --script 스크립트ID]', options: { script: { type: 'string' } } },
  open: { usage: 'npm run open', options: {} },
} as const;

const EXIT_CANNOT = 2;
/** What can go wrong with what a person gave us; anything else is our own bug and keeps its stack. */
const EXPECTED = [Failure, UnreadableWorkbook, UnwritableWorkbook];

async function main([command, ...rest]: readonly string[]): Promise<void> {
  switch (command) {
    case 'start': {
      const { positionals } = understood(COMMANDS.start, rest);
      const { start } = await import('./commands/start.ts');
      return start(onlyFile(positionals));
    }
    case 'recalc': {
      const { positionals, values } = understood(COMMANDS.recalc, rest);
      const { 'as-of': asOf = null, out, json = false, trace } = values;
      const { recalc } = await import('./commands/recalc.ts');
      return recalc({ file: onlyFile(positionals), asOf, out, json, trace });
    }
    case 'report': {
      const { positionals, values } = understood(COMMANDS.report, rest);
      const { 'as-of': asOf = null, out } = values;
      const { report } = await import('./commands/report.ts');
      return report({ file: onlyFile(positionals), asOf, out });
    }
    case 'preview': {
      const { positionals, values } = understood(COMMANDS.preview, rest);
      const { preview } = await import('./commands/preview.ts');
      return preview({ file: onlyFile(positionals), port: portIn(values.port) });
    }
    case 'create': {
      const { positionals, values } = understood(COMMANDS.create, rest);
      refuseFiles(positionals, COMMANDS.create.usage);
      const { create } = await import('./commands/create.ts');
      return create(values.title);
    }
    case 'push': {
      const { positionals, values } = understood(COMMANDS.push, rest);
      refuseFiles(positionals, COMMANDS.push.usage);
      const { push } = await import('./commands/push.ts');
      return push(values.script);
    }
    case 'open': {
      const { positionals } = understood(COMMANDS.open, rest);
      refuseFiles(positionals, COMMANDS.open.usage);
      const { open } = await import('./commands/open.ts');
      return open();
    }
    default: {
      const usages = Object.values(COMMANDS).map(({ usage }) => `  ${usage}`);
      throw new Failure(['쓰는 법:', ...usages].join('\n'));
    }
  }
}

function onlyFile(files: readonly string[]): string | undefined {
  if (files.length > 1) throw new Failure(`파일은 하나만 적어 주세요(${files.join(', ')}).`);
  return files[0];
}

function portIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(`'${text}'은(는) 포트 번호가 아닙니다. ${COMMANDS.preview.usage}처럼 적어 주세요.`);
  }
  return port;
}

function refuseFiles([first]: readonly string[], usage: string): void {
  if (first !== undefined) throw new Failure(`'${first}'은(는) 쓸 수 없습니다. ${usage}처럼 적어 주세요.`);
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
    throw new Failure(`${what} ${usage}처럼 적어 주세요.`);
  }
}

/** Whoever reads what is printed may have had enough of it: `npm run recalc | head`. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!EXPECTED.some((kind) => error instanceof kind) || !(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = EXIT_CANNOT;
}
