/** Heights of rows and widths of columns in few runs of equal ones: a spreadsheet takes one call for each run. */

/**
 * Makes neighbours as large as the larger one, those first that grow little: 20 20 34 20 in two runs are 20 20 34 34.
 * @param most runs, at least one.
 */
export function inFewRuns(sizes: readonly number[], most: number): readonly number[] {
  let runs = runsOf(sizes);
  // In each pass twice as much may be added, so that thousands of runs take a dozen passes.
  for (let least = 1; runs.length > Math.max(1, most); least *= 2) {
    runs = joined(runs, least, Math.max(1, most));
  }
  return runs.flatMap(({ size, lines }) => Array.from({ length: lines }, () => size));
}

/** Lines of one size beside one another. */
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
 * Joins neighbours from the first to the last, as long as there are too many.
 * @param grown the most pixels that the lines of two neighbours may grow by together.
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

/** How many pixels are added where two runs become as large as the larger one. */
function growthOf(one: Run, other: Run): number {
  const size = Math.max(one.size, other.size);
  return (size - one.size) * one.lines + (size - other.size) * other.lines;
}
