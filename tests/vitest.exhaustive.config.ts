/**
 * `npm run test:exhaustive`: runs what `npm test` leaves out. These are the slow files, nearly all break-offs
 * instead of a sample, and more random changes to tabs.
 */
import { configDefaults, defineConfig } from 'vitest/config';
import usual, { SLOW_FILES } from './vitest.config.ts';

export default defineConfig({
  test: {
    ...usual.test,
    include: ['tests/broken-off/**/*.test.ts', 'tests/properties/hands-on-tabs.test.ts', ...SLOW_FILES],
    exclude: configDefaults.exclude,
    // Isolates each file, because these start browsers, servers and processes.
    isolate: true,
    env: { ...usual.test?.env, BREAK_OFFS: 'exhaustive' },
    testTimeout: 3_600_000,
  },
});
