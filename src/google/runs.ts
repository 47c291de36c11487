/** Runs of equal values: neighbouring columns or rows that one call can set. */

export interface Run<Value> {
  readonly value: Value;
  /** Position of the first, from 1. */
  readonly first: number;
  readonly count: number;
}

export function runsOf<Value>(values: readonly Value[]): readonly Run<Value>[] {
  const runs: { value: Value; first: number; count: number }[] = [];
  values.forEach((value, index) => {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.value === value) last.count += 1;
    else runs.push({ value, first: index + 1, count: 1 });
  });
  return runs;
}
