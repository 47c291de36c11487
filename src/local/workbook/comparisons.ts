/** Comparison operators of formulas, COUNTIFS criteria and conditional formats. */
export type Comparison = (left: number, right: number) => boolean;

export const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '=': (left, right) => left === right,
  '<>': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};
