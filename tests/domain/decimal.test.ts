import { describe, expect, it } from 'vitest';
import { decimalsOf, exactSum, MOST_DECIMALS, mostDecimals, wholeSteps } from '../../src/domain/decimal.ts';

describe('the digits after the point', () => {
  it.each([
    [3, 0],
    [-3, 0],
    [0.5, 1],
    [12.25, 2],
    [-12.25, 2],
    [0.00001, 5],
  ])('of %d are %i', (number, digits) => {
    expect(decimalsOf(number)).toBe(digits);
  });

  it.each([1e-7, 1.5e-9])('of %d are more than a value may have', (number) => {
    expect(decimalsOf(number)).toBeGreaterThan(MOST_DECIMALS);
  });

  it.each<[readonly number[], number]>([
    [[], 0],
    [[1, 2], 0],
    [[1.5, 2.25, 3], 2],
  ])('of %j are at most %i', (numbers, digits) => {
    expect(mostDecimals(numbers)).toBe(digits);
  });
});

describe('a sum of decimals is exact', () => {
  it.each<[readonly number[], number]>([
    [[], 0],
    [[1, 2, 3], 6],
    [[0.1, 0.2], 0.3],
    [[0.1, 0.2, -0.3], 0],
    [[1.005, 2], 3.005],
    [[12.5, 0.00001], 12.50001],
  ])('%j is %d', (numbers, sum) => {
    expect(exactSum(numbers)).toBe(sum);
  });
});

it.each([
  [12.5, 20, 125, 200],
  [20, 12.5, 200, 125],
  [0.1, 0.25, 10, 25],
  [3, 4, 3, 4],
  [1.005, 1, 1005, 1000],
])('%d and %d in whole steps are %i and %i', (first, second, one, other) => {
  expect(wholeSteps(first, second)).toEqual([one, other]);
});
