/**
 * `npm run test:long`: runs the property tests with many more random workbooks, other ones each time
 * (`RUNS_TIMES=5` sets how many times as many), and the break-offs at every point of every action.
 */
import { configDefaults, defineConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** How many times as many as usual. Enough for 300,000 books of one pledge and 20,000 offices. */
const TIMES = process.env.RUNS_TIMES ?? '170';
const DAY = 24 * 60 * 60 * 1000;

export default defineConfig({
  test: {
    ...usual.test,
    include: ['tests/properties/**/*.test.ts', 'tests/broken-off/**/*.test.ts'],
    // The slow files too.
    exclude: configDefaults.exclude,
    env: { ...usual.test?.env, RUNS_TIMES: TIMES, BREAK_OFFS: 'all' },
    testTimeout: DAY,
  },
});
