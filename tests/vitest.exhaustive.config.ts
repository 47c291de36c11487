/** `npm run test:exhaustive`: what `npm test` leaves out, which are the slow files, all break-offs but a sample, and more of what people do to tabs. */
import { configDefaults, defineConfig } from 'vitest/config';
import usual, { SLOW_FILES } from './vitest.config.ts';

export default defineConfig({
  test: {
    ...usual.test,
    include: ['tests/broken-off/**/*.test.ts', 'tests/properties/hands-on-tabs.test.ts', ...SLOW_FILES],
    exclude: configDefaults.exclude,
    // Browsers, servers and processes are started here: a file has none of another's.
    isolate: true,
    env: { ...usual.test?.env, BREAK_OFFS: 'exhaustive' },
    testTimeout: 3_600_000,
  },
});
