/** `npm run test:exhaustive`: what `npm test` leaves out, which are all break-offs but a sample. */
import { defineConfig, mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

const HOUR = 60 * 60 * 1000;

export default mergeConfig(
  { ...usual, test: { ...usual.test, include: [] } },
  defineConfig({
    test: {
      include: ['tests/broken-off/**/*.test.ts'],
      env: { BREAK_OFFS: 'exhaustive' },
      testTimeout: HOUR,
    },
  }),
);
