import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFewRuns } from '../../../../src/sheets/output/grid/few-runs.ts';

/** Number of calls needed to set these sizes. */
const runsOf = (sizes: readonly number[]) =>
  sizes.filter((size, index) => index === 0 || size !== sizes[index - 1]).length;

describe('sizes in few runs', () => {
  it.each([
    { sizes: [], most: 3, made: [] },
    { sizes: [20, 34, 20], most: 3, made: [20, 34, 20] },
    { sizes: [20, 20, 34, 20], most: 2, made: [20, 20, 34, 34] },
    { sizes: [20, 20, 34, 20], most: 1, made: [34, 34, 34, 34] },
    { sizes: [100, 90, 300, 90], most: 3, made: [100, 100, 300, 90] },
    { sizes: [20, 34], most: 0, made: [34, 34] },
  ])('$sizes in $most: $made', ({ sizes, most, made }) => {
    expect(inFewRuns(sizes, most)).toEqual(made);
  });

  it('are never smaller than before, nor in more runs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(21, 37, 53, 69), { maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        (sizes, most) => {
          const made = inFewRuns(sizes, most);
          expect(made.length).toBe(sizes.length);
          expect(made.every((size, index) => size >= (sizes[index] ?? 0))).toBe(true);
          expect(runsOf(made)).toBeLessThanOrEqual(Math.max(most, 0));
          if (runsOf(sizes) <= most) expect(made).toEqual(sizes);
        },
      ),
      { numRuns: 500 },
    );
  });
});
