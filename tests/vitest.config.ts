/** `npm test`: everything, and of the break-offs a sample. */
import { defineConfig } from 'vitest/config';

/** Bounds a test that never ends. No test is slow enough to meet it, on however busy a machine. */
const A_HANG = 600_000;

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    reporters: ['./tests/support/progress.ts'],
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
