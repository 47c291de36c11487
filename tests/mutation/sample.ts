/** Which changes a run tries, and by which tests. All of an area take hours, one in fifty takes minutes. */

/** Every so-many-th change, beginning with this one. Another beginning is another sample. */
export interface Sample {
  readonly oneIn: number;
  readonly from: number;
}

export const ALL: Sample = { oneIn: 1, from: 0 };

/** Stryker numbers the changes of all files in a row. */
export function isInSample(id: string, { oneIn, from }: Sample): boolean {
  return Number(id) % oneIn === from;
}

/** What a run of Stryker has to know besides its own settings. */
export interface Trial {
  readonly sample: Sample;
  /** The folders whose tests are run. */
  readonly folders: readonly string[];
}

/** Reads `--one-in 10 --from 3` among the arguments. What is left are paths. */
export function asked(args: readonly string[]): {
  readonly sample: Sample;
  readonly paths: readonly string[];
} {
  const paths: string[] = [];
  const numbers = { '--one-in': ALL.oneIn, '--from': ALL.from };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--one-in' || arg === '--from') numbers[arg] = Number(rest.shift());
    else if (arg.startsWith('-')) throw new Error(`unknown option ${arg}`);
    else paths.push(arg);
  }
  const sample = { oneIn: numbers['--one-in'], from: numbers['--from'] };
  if (!(Number.isInteger(sample.oneIn) && sample.oneIn > 0))
    throw new Error('--one-in needs a number above 0');
  if (!(Number.isInteger(sample.from) && sample.from >= 0 && sample.from < sample.oneIn)) {
    throw new Error('--from needs a number below that of --one-in');
  }
  return { sample, paths };
}

const VARIABLE = 'MUTATION_TRIAL';

/** Hands the trial to the processes that Stryker starts. */
export function environmentOf(trial: Trial): Readonly<Record<string, string>> {
  return { [VARIABLE]: JSON.stringify(trial) };
}

export function trialOfEnvironment(): Trial {
  // Written by the function above.
  return JSON.parse(process.env[VARIABLE] ?? '') as Trial;
}
