/**
 * `npm run test:long`: runs the property tests with many more random workbooks, other ones each time
 * (`RUNS_TIMES=5` sets how many times as many), and the break-offs at every point of every action.
 */
import { configDefaults, defineConfig } from 'vitest/config';
import usual from './vitest.config.ts';

const DAY = 24 * 60 * 60 * 1000;

export default defineConfig({
  test: {
    ...usual.test,
    include: ['tests/properties/**/*.test.ts', 'tests/broken-off/**/*.test.ts'],
    // The slow files too.
    exclude: configDefaults.exclude,
    env: { ...usual.test?.env, RUNS_TIMES: process.env.RUNS_TIMES ?? '2500', BREAK_OFFS: 'all' },
    testTimeout: DAY,
  },
});
