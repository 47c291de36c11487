/**
 * Reduces row heights or column widths to few runs of equal size: each run takes one call to a spreadsheet.
 */

/**
 * Raises sizes to that of a larger neighbour, smallest growth first: 20 20 34 20 in two runs is 20 20 34 34.
 * @param most the largest number of runs, at least one.
 */
export function inFewRuns(sizes: readonly number[], most: number): readonly number[] {
  let runs = runsOf(sizes);
  // Each pass allows twice the growth, so that thousands of runs take a dozen passes.
  for (let least = 1; runs.length > Math.max(1, most); least *= 2) {
    runs = joined(runs, least, Math.max(1, most));
  }
  return runs.flatMap(({ size, lines }) => Array.from({ length: lines }, () => size));
}

/** Neighbouring lines of the same size. */
interface Run {
  readonly size: number;
  readonly lines: number;
}

function runsOf(sizes: readonly number[]): readonly Run[] {
  const runs: { size: number; lines: number }[] = [];
  for (const size of sizes) {
    const last = runs[runs.length - 1];
    if (last?.size === size) last.lines += 1;
    else runs.push({ size, lines: 1 });
  }
  return runs;
}

/**
 * Joins neighbouring runs, from first to last, while there are too many.
 * @param grown the most pixels by which the lines of two joined runs may grow in all.
 */
function joined(runs: readonly Run[], grown: number, most: number): readonly Run[] {
  const kept: Run[] = [];
  runs.forEach((run, index) => {
    const last = kept[kept.length - 1];
    const count = kept.length + runs.length - index;
    if (last !== undefined && (run.size === last.size || (count > most && growthOf(last, run) <= grown))) {
      kept.pop();
      kept.push({ size: Math.max(last.size, run.size), lines: last.lines + run.lines });
    } else kept.push(run);
  });
  return kept;
}

/** Pixels added in all when two runs get the size of the larger one. */
function growthOf(one: Run, other: Run): number {
  const size = Math.max(one.size, other.size);
  return (size - one.size) * one.lines + (size - other.size) * other.lines;
}
