/**
 * `npm test`: runs all but the slow files, and a sample of the break-offs. `npm run test:exhaustive` runs the
 * rest.
 */
import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Files that start browsers or LibreOffice, run many executions, or use very large workbooks. Together they
 * take longer than all others.
 */
export const SLOW_FILES = [
  'tests/browser/payloads.test.ts',
  'tests/browser/first-hour.test.ts',
  'tests/browser/preview.test.ts',
  'tests/browser/reach.test.ts',
  'tests/browser/states.test.ts',
  'tests/broken-off/filling.test.ts',
  'tests/broken-off/messy-close-by-clock.test.ts',
  'tests/broken-off/messy-close-month.test.ts',
  'tests/broken-off/messy-first-run.test.ts',
  'tests/broken-off/messy-recalculate-all.test.ts',
  'tests/broken-off/messy-recalculate-parts.test.ts',
  'tests/broken-off/sample-closing.test.ts',
  'tests/broken-off/sample-first-run.test.ts',
  'tests/broken-off/sample-recalculate.test.ts',
  'tests/broken-off/set-up.test.ts',
  'tests/bundle/capacity.test.ts',
  'tests/bundle/hands-on-tabs.test.ts',
  'tests/bundle/trace-of-every-number.test.ts',
  'tests/local/clasp/clasp.test.ts',
  'tests/local/xlsx/libreoffice.test.ts',
  'tests/local/xlsx/limits.test.ts',
  'tests/performance/bench.test.ts',
  'tests/properties/hostile-text.test.ts',
  'tests/properties/summed-years.test.ts',
  'tests/properties/trace.test.ts',
  // This file changes the matchers of its process. Each slow file has a process of its own.
  'tests/mutation/mutation.test.ts',
];

/** Milliseconds until a hanging test is ended. No test is this slow, even on a busy machine. */
const A_HANG = 600_000;

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...SLOW_FILES],
    setupFiles: ['./tests/support/fixed-seed.ts'],
    reporters: ['./tests/support/progress.ts'],
    // Files of a worker share their imports, above all the built script. So each must leave nothing behind.
    isolate: false,
    // Worker threads ignore TZ, which the platform's dates depend on.
    pool: 'forks',
    // Uses every core, as some files take minutes.
    maxWorkers: '100%',
    // Every core has its worker, so threads that help one worker collect its garbage would only delay another.
    // With room for new objects, most are garbage before they are first looked at. Saves a fifth of the time.
    execArgv: ['--single-threaded-gc', '--min-semi-space-size=64', '--max-semi-space-size=128'],
    env: { TZ: 'Asia/Seoul' },
    expect: { poll: { timeout: A_HANG / 2 } },
    testTimeout: A_HANG,
    hookTimeout: A_HANG,
  },
});
