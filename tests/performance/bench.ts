/** `npm run bench`: how long 전체 다시 계산 takes, how it compares, and whether the goals are met. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { build } from 'esbuild';
import { bundleScript, TARGET } from '../../src/local/build.ts';
import { refuseLostOptions } from '../../src/local/commands/lost-options.ts';
import { Failure } from '../../src/local/failure.ts';
import { ENGINES, type EngineName, isEngine, missingReason } from './engines.ts';
import type { KindsOfRuns } from './jobs/kinds-of-runs.ts';
import {
  type EngineRun,
  type HostRun,
  median,
  type Phases,
  processorMillisecondsOfChildren,
} from './measures.ts';
import { type Bench, type EngineOutcome, ROWS_OF_KINDS, resultsOf, type SizeMeasures } from './results.ts';
import { benchTable } from './table.ts';

const USAGE = `npm run bench -- [--sizes 1000,10000,100000] [--runs 5] [--engines ${ENGINES.join(',')}|none] [--limit SECONDS] [--office ROWS|0] [--against FOLDER] [--json]`;
const OPTIONS = {
  sizes: { type: 'string', default: '1000,10000,100000' },
  runs: { type: 'string', default: '5' },
  engines: { type: 'string', default: ENGINES.join(',') },
  /** Seconds until an engine is given up for a size. */
  limit: { type: 'string', default: '180' },
  /** Total number of rows in an office's book, 200 for each pledge; 0: do not measure it. */
  office: { type: 'string', default: '60000' },
  /** Another checkout of this project, for example an older commit, whose steps are measured too. */
  against: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PHASES_JOB = 'tests/performance/jobs/phases-job.ts';
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const JOB = ['--import', TSX, fileURLToPath(new URL('job.ts', import.meta.url))];
/**
 * Engines with formulas over 100,000 rows need gigabytes. With a single thread for garbage collection, its
 * processor time is not counted several times.
 */
const NODE_OPTIONS = ['--expose-gc', '--single-threaded-gc', '--max-old-space-size=8192'];
const MOST_COLD_RUNS = 3;

try {
  const given = process.argv.slice(2);
  refuseLostOptions(OPTIONS, { command: 'npm run bench', given, environment: process.env });
} catch (cause) {
  if (!(cause instanceof Failure)) throw cause;
  console.error(cause.message);
  process.exit(2);
}
const { values } = parseArgs({ options: OPTIONS });
const sizes = values.sizes.split(',').map(Number);
const runs = Number(values.runs);
const limit = Number(values.limit);
const officeRows = Number(values.office);
const wanted = values.engines === 'none' ? [] : values.engines.split(',');
if (
  ![...sizes, runs, limit].every((value) => Number.isInteger(value) && value > 0) ||
  !wanted.every(isEngine) ||
  !(Number.isInteger(officeRows / 200) && officeRows >= 0)
) {
  console.error(USAGE);
  process.exit(2);
}

const temporary = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const bench = resultsOf(await measured(wanted.filter(isEngine)));
  console.log(values.json ? JSON.stringify(bench, null, 2) : benchTable(bench));
} finally {
  rmSync(temporary, { recursive: true });
}

async function measured(engines: readonly EngineName[]): Promise<Bench> {
  const missing = new Map<EngineName, string>();
  for (const engine of engines) {
    const reason = await missingReason(engine);
    if (reason !== null) missing.set(engine, reason);
  }
  const phasesJob = await bundledPhasesJob(ROOT);
  const measures: SizeMeasures[] = [];
  for (const rows of sizes) {
    said(`${rows.toLocaleString('en')} rows: phases`);
    const phases = await run<Phases>([phasesJob], rows);
    said(`${rows.toLocaleString('en')} rows: local host`);
    const host = await run<HostRun>([...JOB, 'host'], rows);
    const outcomes: Partial<Record<EngineName, EngineOutcome>> = {};
    for (const engine of engines) {
      const reason = missing.get(engine);
      if (reason === undefined) said(`${rows.toLocaleString('en')} rows: ${engine}`);
      outcomes[engine] = reason === undefined ? await outcomeOf(engine, rows) : { failed: reason };
    }
    measures.push({ rows, phases, host, engines: outcomes });
  }
  const office = officeRows === 0 ? null : await officeMeasured();
  const against = values.against === undefined ? null : await otherCheckout(values.against);
  said('kinds of runs');
  const kinds = await run<KindsOfRuns>([...JOB, 'kinds'], ROWS_OF_KINDS);
  said('a cold recalc of the sample');
  return {
    runs,
    measures,
    office,
    kinds,
    against,
    coldRecalc: await coldRecalc(),
    bundleBytes: await bundleBytes(),
    loadAverage: loadavg()[1] ?? 0,
    cores: cpus().length,
  };
}

/** Measures the book of an office in the local host. */
async function officeMeasured(): Promise<Bench['office']> {
  const pledges = officeRows / 200;
  said(`an office of ${pledges} pledges, ${officeRows.toLocaleString('en')} rows`);
  return { pledges, rows: officeRows, host: await run<HostRun>([...JOB, 'office'], officeRows) };
}

async function outcomeOf(engine: EngineName, rows: number): Promise<EngineOutcome> {
  try {
    return { run: await run<EngineRun>([...JOB, engine], rows, limit * 1000) };
  } catch (cause) {
    if (cause instanceof Error && 'killed' in cause && cause.killed === true) {
      return { failed: `not finished after ${limit} s` };
    }
    throw cause;
  }
}

/** Measures the steps of another checkout at the largest size. */
async function otherCheckout(folder: string): Promise<Bench['against']> {
  const rows = Math.max(...sizes);
  said(`${rows.toLocaleString('en')} rows: phases in the other checkout`);
  return { rows, phases: await run<Phases>([await bundledPhasesJob(resolve(folder))], rows) };
}

/** Bundles the steps as for Google. tsx would name each function again whenever it is created. */
async function bundledPhasesJob(checkout: string): Promise<string> {
  const outfile = join(mkdtempSync(join(temporary, 'phases-')), 'job.mjs');
  await build({
    entryPoints: [join(checkout, PHASES_JOB)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: TARGET,
    logLevel: 'error',
    outfile,
  });
  return outfile;
}

/** Runs a job and parses what it prints. `Result` is what the job's function returns. */
async function run<Result>(job: readonly string[], rows: number, timeout = 0): Promise<Result> {
  const command = [...NODE_OPTIONS, ...job, String(rows), String(runs)];
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    timeout,
    killSignal: 'SIGKILL',
    // The local host uses the process's time zone as the script's.
    env: { ...process.env, TZ: 'Asia/Seoul' },
  });
  return JSON.parse(stdout);
}

/** Measures `npm run --silent recalc` from start to end, as a calling script waits for it. */
async function coldRecalc(): Promise<Bench['coldRecalc']> {
  const processorBefore = processorMillisecondsOfChildren();
  const seconds: number[] = [];
  for (let run = 0; run < Math.min(runs, MOST_COLD_RUNS); run += 1) {
    const before = performance.now();
    await promisify(execFile)('npm', ['run', '--silent', 'recalc', '--', '--json'], {
      cwd: ROOT,
      maxBuffer: 1e8,
    });
    seconds.push((performance.now() - before) / 1000);
  }
  const processorAfter = processorMillisecondsOfChildren();
  return {
    seconds: median(seconds),
    processorSeconds:
      processorBefore === null || processorAfter === null
        ? null
        : (processorAfter - processorBefore) / 1000 / seconds.length,
  };
}

async function bundleBytes(): Promise<number> {
  return Buffer.byteLength((await bundleScript()).code);
}

/** Reports progress on standard error. Standard output holds only the result. */
function said(what: string): void {
  console.error(`measuring: ${what} …`);
}
