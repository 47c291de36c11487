/** How many random cases a property test tries. */

const TIMES = Number(process.env.RUNS_TIMES ?? 1);

/** So many cases, each time the same; in `npm run test:long` many times as many, each time others. */
export function randomRuns(usual: number): { readonly numRuns: number; readonly seed?: number } {
  return TIMES === 1 ? { numRuns: usual, seed: 20240331 } : { numRuns: usual * TIMES };
}
