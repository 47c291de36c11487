/**
 * Exact arithmetic on decimals with few digits after the point: 0.1 + 0.2 is 0.3. Numbers are scaled to whole
 * numbers, and only the result is scaled back. Exact for results of at most 15 digits in all.
 */

/** Digits after the point that a measured value may have. */
export const MOST_DECIMALS = 5;

/** The number of digits after the point: 2 for 12.25, 0 for 3. */
export function decimalsOf(number: number): number {
  if (Number.isInteger(number)) return 0;
  const text = String(number);
  // 1e-7 and the like: more digits than any value may have.
  if (text.includes('e')) return MOST_DECIMALS + 1;
  return text.length - text.indexOf('.') - 1;
}

/** The most digits after the point that any of them has; 0 for an empty list. */
export function mostDecimals(numbers: readonly number[]): number {
  let most = 0;
  for (let at = 0; at < numbers.length; at += 1) most = Math.max(most, decimalsOf(numbers[at] ?? 0));
  return most;
}

/** The sum of decimals, exactly. The loops are plain, because every amount of every row runs through them. */
export function exactSum(numbers: readonly number[]): number {
  const scale = 10 ** mostDecimals(numbers);
  let sum = 0;
  for (let at = 0; at < numbers.length; at += 1) sum += Math.round((numbers[at] ?? 0) * scale);
  return sum / scale;
}

/** Two decimals scaled to whole numbers by the same factor: 12.5 and 20 become 125 and 200. */
export function wholeSteps(first: number, second: number): readonly [number, number] {
  const scale = 10 ** Math.max(decimalsOf(first), decimalsOf(second));
  return [Math.round(first * scale), Math.round(second * scale)];
}
