/**
 * Our test runner for Stryker. Stryker's own runner for vitest restarts the environment for every mutant that
 * a table of cases touches while it is loaded. Nearly all of ours do, which would take several seconds for
 * each. This one bundles each test file once and runs it in its own process.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { SLOW_FILES } from '../vitest.config.ts';
import { type Load, loadOf } from './bundles.ts';
import { isInSample, trialOfEnvironment } from './sample.ts';

/** The global state that Stryker's instrumented code reads and writes. */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: Coverage | undefined;
}

type Hits = Record<string, number>;

interface Coverage {
  readonly static: Hits;
  readonly perTest: Record<string, Hits>;
}

interface MutantRun {
  readonly activeMutant: { readonly id: string; readonly fileName: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
}

type MutantResult =
  | { readonly status: 'survived'; readonly nrOfTests: number }
  | {
      readonly status: 'killed';
      readonly nrOfTests: number;
      readonly killedBy: readonly string[];
      readonly failureMessage: string;
    }
  | { readonly status: 'timeout'; readonly reason: string }
  | { readonly status: 'error'; readonly errorMessage: string };

/**
 * Tests to leave out, by words of their names. Each takes longer than most files: they measure time,
 * or try random cells.
 */
const SLOW = [
  'finds the rows of 60 months among 30,000 in about one pass',
  'takes time in proportion to',
  '월별내역 > of ten thousand rows',
  'what happened between two states of the meetings > can be very many rows changed at once',
  'the layout of 실적보고 > holds for records of whatever cells',
  'a cell of 총괄 > is the same in every number whichever pledge is shown',
  'needs at most three more calls for 10,000 changed suggestions',
  'has the looks of a report that was written first',
  'can be repeated after it was broken off at any write',
  'stays below 60 KB, in properties below 9 KB',
];
/** Files to leave out: they are about what the local host does, and take longer than those of the use cases. */
const SLOW_IN_SCRIPT =
  /(arguments|charts|hands-on-records|kept|long-work|office-size|restored-backup|signs|time-zones|transfers)\.test/;
/**
 * After so many milliseconds of processor time a change counts as not noticed, though a test that was not run
 * might notice it.
 */
const LONGEST = 20_000;
const { sample: SAMPLE, folders: FOLDERS } = trialOfEnvironment();
/** These tests run the built script. */
const IN_SCRIPT = join('tests', 'bundle');
const SUCCESS = 0;
const FAILED = 1;

export class BundledTestRunner {
  static readonly inject = [] as const;
  readonly #files = new Map<string, Load>();
  readonly #milliseconds = new Map<string, number>();
  /** For each source file, the test file that noticed its last mutant. It is likely to notice the next. */
  readonly #lastKiller = new Map<string, string>();
  /** How many mutants each test file has noticed. */
  readonly #noticed = new Map<string, number>();
  readonly #instrumented: Instrumented = {};

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    Reflect.set(globalThis, '__stryker__', this.#instrumented);
    for (const folder of FOLDERS) {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
        if (!name.endsWith('.test.ts')) continue;
        const file = join(folder, name);
        if (isLeftOut(file)) continue;
        this.#files.set(file, await loadOf(file));
      }
    }
  }

  async dryRun() {
    const perTest: Record<string, Hits> = {};
    const tests: object[] = [];
    for (const [file, load] of this.#files) {
      const started = processorTime();
      this.#instrumented.mutantCoverage = { static: {}, perTest: {} };
      this.#instrumented.currentTestId = undefined;
      const suite = load();
      // Tables of cases are made while the file loads. What that touches counts as covered by each of its
      // tests.
      const shared = inSample(this.#instrumented.mutantCoverage.static);
      for (const [index, { name, run }] of suite.tests.entries()) {
        if (SLOW.some((slow) => name.includes(slow))) continue;
        const id = `${file}#${index}`;
        const before = performance.now();
        this.#instrumented.currentTestId = id;
        const failure = await failureOf(run);
        this.#instrumented.currentTestId = undefined;
        perTest[id] = inSample(this.#instrumented.mutantCoverage.perTest[id] ?? {});
        tests.push({
          id,
          name: `${file}: ${name}`,
          fileName: resolve(file),
          timeSpentMs: Math.ceil(performance.now() - before),
          ...(failure === null ? { status: SUCCESS } : { status: FAILED, failureMessage: failure }),
        });
      }
      const ofFile = suite.tests.map((_test, index) => `${file}#${index}`).filter((id) => id in perTest);
      // One test fills a spreadsheet, and the next ones begin with a copy of it.
      if (file.startsWith(IN_SCRIPT)) for (const id of ofFile) addTo(shared, perTest[id]);
      for (const id of ofFile) perTest[id] = sumOf(shared, perTest[id] ?? {});
      this.#milliseconds.set(file, processorTime() - started);
    }
    this.#instrumented.mutantCoverage = undefined;
    return { status: 'complete', tests, mutantCoverage: { static: {}, perTest } };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRun): Promise<MutantResult> {
    if (!isInSample(activeMutant.id, SAMPLE)) return { status: 'error', errorMessage: 'not in the sample' };
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    const wantedFiles = wanted && new Set([...wanted].map((id) => id.replace(/#\d+$/, '')));
    const own = `${basename(activeMutant.fileName, '.ts')}.test.ts`;
    const files = [...this.#files].filter(([file]) => wantedFiles === null || wantedFiles.has(file));
    // Fast files first, and those that noticed many: most mutants are noticed within milliseconds.
    const cost = (file: string) => {
      if (basename(file) === own) return 0;
      if (file === this.#lastKiller.get(activeMutant.fileName)) return 1;
      return 2 + (this.#milliseconds.get(file) ?? 0) / (1 + (this.#noticed.get(file) ?? 0));
    };
    files.sort(([one], [other]) => cost(one) - cost(other));

    this.#instrumented.activeMutant = activeMutant.id;
    this.#instrumented.hitCount = hitLimit === undefined ? undefined : 0;
    this.#instrumented.hitLimit = hitLimit;
    const end = processorTime() + LONGEST;
    let nrOfTests = 0;
    const resultOf = (id: string, failureMessage: string): MutantResult =>
      hitLimit !== undefined && (this.#instrumented.hitCount ?? 0) > hitLimit
        ? { status: 'timeout', reason: `ran more than ${hitLimit} times` }
        : { status: 'killed', nrOfTests, killedBy: [id], failureMessage };
    try {
      for (const [file, load] of files) {
        let suite: ReturnType<Load>;
        try {
          suite = load();
        } catch (cause) {
          return resultOf(`${file}#0`, `${file} cannot be loaded: ${cause}`);
        }
        for (const [index, { run }] of suite.tests.entries()) {
          const id = `${file}#${index}`;
          if (wanted !== null && !wanted.has(id)) continue;
          if (processorTime() > end) return { status: 'survived', nrOfTests };
          nrOfTests += 1;
          const failure = await failureOf(run);
          if (failure === null) continue;
          this.#lastKiller.set(activeMutant.fileName, file);
          this.#noticed.set(file, (this.#noticed.get(file) ?? 0) + 1);
          return resultOf(id, failure);
        }
      }
      return { status: 'survived', nrOfTests };
    } finally {
      this.#instrumented.activeMutant = undefined;
      this.#instrumented.hitCount = undefined;
    }
  }
}

function isLeftOut(file: string): boolean {
  if (SLOW_FILES.includes(file) || (file.startsWith(IN_SCRIPT) && SLOW_IN_SCRIPT.test(file))) return true;
  const text = readFileSync(file, 'utf8');
  // What we cannot run: a module that waits, and tests that build another script.
  if (/= await |writeDist/.test(text)) return true;
  // These run LibreOffice, or the script in a folder of quick tests.
  return !file.startsWith(IN_SCRIPT) && /support\/running|src\/local/.test(text);
}

async function failureOf(run: () => unknown): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** Milliseconds of work, however busy the machine is with others. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The hits of the changes that are tried. Those of all changes of an area would fill the memory. */
function inSample(hits: Hits): Hits {
  return Object.fromEntries(Object.entries(hits).filter(([id]) => isInSample(id, SAMPLE)));
}

function sumOf(one: Hits, other: Hits): Hits {
  const sum = { ...one };
  addTo(sum, other);
  return sum;
}

function addTo(sum: Hits, other: Hits | undefined): void {
  for (const [mutant, hits] of Object.entries(other ?? {})) sum[mutant] = (sum[mutant] ?? 0) + hits;
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'bundled', injectableClass: BundledTestRunner },
] as const;
