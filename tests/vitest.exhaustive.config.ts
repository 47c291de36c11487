/** `npm run test:exhaustive`: what `npm test` leaves out, which are all break-offs but a sample. */
import { defineConfig, mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

export default mergeConfig(
  usual,
  defineConfig({
    test: { dir: 'tests/broken-off', env: { BREAK_OFFS: 'exhaustive' }, testTimeout: 3_600_000 },
  }),
);
