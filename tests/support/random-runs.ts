/** How many random cases a property test tries. */

const TIMES = Number(process.env.RUNS_TIMES ?? 1);

/** So many cases; in `npm run test:long` many times as many. */
export function randomRuns(usual: number): { readonly numRuns: number } {
  return { numRuns: usual * TIMES };
}
