/** The largest of any number of numbers: `Math.max` takes them as arguments, of which a call has room for some 100,000. */

/** @param atLeast what it is where there are none. */
export function largest(numbers: Iterable<number>, atLeast = 0): number {
  let most = atLeast;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}
