import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    // Worker threads ignore TZ; the platform's dates hang on it.
    pool: 'forks',
    // Some files take minutes: every core works.
    maxWorkers: '100%',
    env: { TZ: 'Asia/Seoul' },
    // A run of the whole bundle is quick alone, and not on a machine that does much else.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
