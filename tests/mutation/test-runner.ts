/**
 * Our test runner for Stryker. Stryker's own runner for vitest restarts the environment for every mutant that
 * a table of cases touches while it is loaded. Nearly all of ours do, which would take several seconds for
 * each. This one bundles each test file once and runs it in its own process.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Load, loadOf } from './bundles.ts';

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
  | { readonly status: 'timeout'; readonly reason: string };

const FOLDERS = ['tests/domain', 'tests/sheets', 'tests/problems'];
/**
 * Tests to leave out. Each takes longer than all others together: one measures time, the other tries random
 * cells.
 */
const SLOW = [
  'finds the rows of 60 months among 30,000 in about one pass',
  'the layout of 실적보고 > holds for records of whatever cells',
];
const SUCCESS = 0;
const FAILED = 1;

export class BundledTestRunner {
  static readonly inject = [] as const;
  readonly #files = new Map<string, Load>();
  readonly #milliseconds = new Map<string, number>();
  /** For each source file, the test file that noticed its last mutant. It is likely to notice the next. */
  readonly #lastKiller = new Map<string, string>();
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
        // These run the built bundle or LibreOffice and take seconds.
        if (/support\/running|src\/local/.test(readFileSync(file, 'utf8'))) continue;
        this.#files.set(file, await loadOf(file));
      }
    }
  }

  async dryRun() {
    const perTest: Record<string, Hits> = {};
    const tests: object[] = [];
    for (const [file, load] of this.#files) {
      const started = performance.now();
      this.#instrumented.mutantCoverage = { static: {}, perTest: {} };
      this.#instrumented.currentTestId = undefined;
      const suite = load();
      // Tables of cases are made while the file loads. What that touches counts as covered by each of its
      // tests.
      const whileLoaded = { ...this.#instrumented.mutantCoverage.static };
      for (const [index, { name, run }] of suite.tests.entries()) {
        if (SLOW.includes(name)) continue;
        const id = `${file}#${index}`;
        const before = performance.now();
        this.#instrumented.currentTestId = id;
        const failure = await failureOf(run);
        this.#instrumented.currentTestId = undefined;
        perTest[id] = sumOf(whileLoaded, this.#instrumented.mutantCoverage.perTest[id] ?? {});
        tests.push({
          id,
          name: `${file}: ${name}`,
          fileName: resolve(file),
          timeSpentMs: Math.ceil(performance.now() - before),
          ...(failure === null ? { status: SUCCESS } : { status: FAILED, failureMessage: failure }),
        });
      }
      this.#milliseconds.set(file, performance.now() - started);
    }
    this.#instrumented.mutantCoverage = undefined;
    return { status: 'complete', tests, mutantCoverage: { static: {}, perTest } };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRun): Promise<MutantResult> {
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    const own = `${basename(activeMutant.fileName, '.ts')}.test.ts`;
    const files = [...this.#files].filter(
      ([file]) => wanted === null || [...wanted].some((id) => id.startsWith(`${file}#`)),
    );
    // Fast files first: most mutants are noticed within milliseconds.
    const cost = (file: string) => {
      if (basename(file) === own) return 0;
      return file === this.#lastKiller.get(activeMutant.fileName)
        ? 1
        : 2 + (this.#milliseconds.get(file) ?? 0);
    };
    files.sort(([one], [other]) => cost(one) - cost(other));

    this.#instrumented.activeMutant = activeMutant.id;
    this.#instrumented.hitCount = hitLimit === undefined ? undefined : 0;
    this.#instrumented.hitLimit = hitLimit;
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
          nrOfTests += 1;
          const failure = await failureOf(run);
          if (failure === null) continue;
          this.#lastKiller.set(activeMutant.fileName, file);
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

async function failureOf(run: () => unknown): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

function sumOf(one: Hits, other: Hits): Hits {
  const sum = { ...one };
  for (const [mutant, hits] of Object.entries(other)) sum[mutant] = (sum[mutant] ?? 0) + hits;
  return sum;
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'bundled', injectableClass: BundledTestRunner },
] as const;
