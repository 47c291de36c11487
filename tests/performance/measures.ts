/** Measures durations, and defines what the jobs of the benchmark return. */
import { readFileSync } from 'node:fs';

/** The median. For an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('no values to take the median of');
  return (lower + upper) / 2;
}

/**
 * Processor time that this process has used so far, in ms. Unlike wall-clock time it does not depend on what
 * else the machine does; on an idle machine both agree.
 */
export function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The same for ended child processes; null if the system does not report it. */
export function processorMillisecondsOfChildren(): number | null {
  try {
    // proc(5): the fields after the name in brackets start with the third. Fields 16 and 17 are these times,
    // in hundredths of a second.
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return null;
  }
}

/** The result of an action, and the processor time it took, in ms. */
export function timed<Result>(action: () => Result): { readonly ms: number; readonly result: Result } {
  const before = processorMilliseconds();
  const result = action();
  return { ms: processorMilliseconds() - before, result };
}

/**
 * Processor time for warming up. Before that the engine still compiles, which would count for few rows but
 * hardly for many.
 */
const WARM_AFTER_MILLISECONDS = 1000;

/** Runs an action at least once, and until it is fully compiled. */
export function warmUp(action: () => unknown): void {
  const before = processorMilliseconds();
  do action();
  while (processorMilliseconds() - before < WARM_AFTER_MILLISECONDS);
}

/**
 * Quick actions are repeated for at least this long. With more repetitions, other load on the machine matters
 * less.
 */
const MEASURED_MILLISECONDS = 1000;

/** The results of at least this many runs of an action. */
export function severalTimes<Result>(times: number, action: () => Result): readonly Result[] {
  const results: Result[] = [];
  const before = processorMilliseconds();
  while (results.length < times || processorMilliseconds() - before < MEASURED_MILLISECONDS) {
    results.push(action());
  }
  return results;
}

/** Collects garbage if the process allows it (`--expose-gc`), so that no run pays for the previous one. */
export function collectGarbage(): void {
  globalThis.gc?.();
}

/**
 * Collects only young garbage. A full collection also discards compiled code: 1,000 rows then took three
 * times as long.
 */
export function collectYoungGarbage(): void {
  globalThis.gc?.({ type: 'minor' });
}

/** The peak memory of this process, in MB. */
export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** The steps between reading and writing, called directly. Medians in ms. */
export interface Phases {
  /** Cells of all input tabs, including headings and blank cells. */
  readonly cells: number;
  /** A loop that visits each cell once and checks its type. */
  readonly barePass: number;
  readonly parse: number;
  readonly calculate: number;
  readonly audit: number;
  readonly plan: number;
  /** Median of the sums of each run, which is not the sum of the medians. */
  readonly parseCalculateAudit: number;
  readonly findings: number;
}

/** 전체 다시 계산 of the built bundle in the local host, with existing result tabs. Medians in ms. */
export interface HostRun {
  /** Creating the realm and loading the script, which every execution does. */
  readonly load: number;
  /** Time inside the calls that read. */
  readonly read: number;
  /** Time between the calls: the script itself, not warmed up, as in every execution. */
  readonly compute: number;
  /** Time inside the calls that write. */
  readonly write: number;
  readonly total: number;
  /** Service calls that read or change something. */
  readonly calls: number;
  /** Other calls, which only return an object. */
  readonly handles: number;
  /**
   * Input tabs, and what is stored between runs. Rows that a run appends are left out, as there are hardly
   * any after the first run.
   */
  readonly cellsRead: number;
  /** Values and formats count separately. */
  readonly cellsWritten: number;
  readonly peakMegabytes: number;
}

/** Another engine that computes SUMIFS over the same rows. */
export interface EngineRun {
  readonly version: string;
  /** Filling in the rows, or opening the file. Not part of any ratio. */
  readonly load: number;
  /** Computing all formulas. If only some were computed, their time is extrapolated. */
  readonly calculate: number;
  readonly computed: number;
  readonly formulas: number;
  /** null if the engine is not a process of ours. */
  readonly peakMegabytes: number | null;
}
