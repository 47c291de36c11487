/**
 * Gives every property test the same random cases in each run, so that a run passes or fails for its code
 * alone. `npm run test:long`, which sets RUNS_TIMES, tries other cases each time.
 */
import fc from 'fast-check';

if (process.env.RUNS_TIMES === undefined) fc.configureGlobal({ seed: 20240331 });
