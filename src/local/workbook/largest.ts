/** The largest of any number of numbers. `Math.max` fails beyond about 100,000 arguments. */

/** @param atLeast the smallest possible result, also for an empty list */
export function largest(numbers: Iterable<number>, atLeast = 0): number {
  let most = atLeast;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}
