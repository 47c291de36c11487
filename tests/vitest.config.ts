/** `npm test`: all but the slow files, and of the break-offs a sample. `npm run test:exhaustive` runs the rest. */
import { configDefaults, defineConfig } from 'vitest/config';

/** Files that start browsers, LibreOffice or runs again and again, or take very large workbooks: together they take longer than all the others. */
export const SLOW_FILES = [
  'tests/browser/payloads.test.ts',
  'tests/browser/first-hour.test.ts',
  'tests/browser/preview.test.ts',
  'tests/browser/reach.test.ts',
  'tests/browser/states.test.ts',
  'tests/broken-off/messy-close-by-clock.test.ts',
  'tests/broken-off/messy-close-month.test.ts',
  'tests/broken-off/messy-first-run.test.ts',
  'tests/broken-off/messy-recalculate-all.test.ts',
  'tests/broken-off/messy-recalculate-parts.test.ts',
  'tests/bundle/capacity.test.ts',
  'tests/bundle/hands-on-tabs.test.ts',
  'tests/bundle/trace-of-every-number.test.ts',
  'tests/local/clasp/clasp.test.ts',
  'tests/local/xlsx/libreoffice.test.ts',
  'tests/local/xlsx/limits.test.ts',
  'tests/performance/bench.test.ts',
  'tests/properties/hostile-text.test.ts',
  'tests/properties/summed-years.test.ts',
  // It changes the matchers of its process, and the slow files have one each.
  'tests/mutation/mutation.test.ts',
];

/** Bounds a test that never ends. No test is slow enough to meet it, on however busy a machine. */
const A_HANG = 600_000;

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...SLOW_FILES],
    setupFiles: ['./tests/support/fixed-seed.ts'],
    reporters: ['./tests/support/progress.ts'],
    // Files of a worker share what they import, the built script above all, and each leaves nothing behind.
    isolate: false,
    // Worker threads ignore TZ; the platform's dates hang on it.
    pool: 'forks',
    // Some files take minutes: every core works.
    maxWorkers: '100%',
    env: { TZ: 'Asia/Seoul' },
    expect: { poll: { timeout: A_HANG / 2 } },
    testTimeout: A_HANG,
    hookTimeout: A_HANG,
  },
});
