/** How a duration is measured, and what the jobs of the benchmark bring back. */
import { readFileSync } from 'node:fs';

/** The middle of several; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('no values to take the median of');
  return (lower + upper) / 2;
}

/**
 * Processor time that this process has taken so far, in ms. Unlike a clock on the wall it is the same whatever else the machine
 * does; where it does nothing else, the two go together.
 */
export function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The same of programs that this process has started and that have ended; null where the system does not say. */
export function processorMillisecondsOfChildren(): number | null {
  try {
    // proc(5): after the name in brackets come the fields from the third; 16 and 17 are these times, in hundredths of a second.
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return null;
  }
}

/** Processor time that an action takes, in ms, and what it gives. */
export function timed<Result>(action: () => Result): { readonly ms: number; readonly result: Result } {
  const before = processorMilliseconds();
  const result = action();
  return { ms: processorMilliseconds() - before, result };
}

/** Processor time: before that the engine still compiles, which few rows would pay for and many would not. */
const WARM_AFTER_MILLISECONDS = 1000;

/** Runs an action once at least, and until it is as fast as it becomes. */
export function warmUp(action: () => unknown): void {
  const before = processorMilliseconds();
  do action();
  while (processorMilliseconds() - before < WARM_AFTER_MILLISECONDS);
}

/** What is quick is measured for so long at least: the more often, the less it matters what else the machine does. */
const MEASURED_MILLISECONDS = 1000;

/** What an action gives each time, so many times or more. */
export function severalTimes<Result>(times: number, action: () => Result): readonly Result[] {
  const results: Result[] = [];
  const before = processorMilliseconds();
  while (results.length < times || processorMilliseconds() - before < MEASURED_MILLISECONDS) {
    results.push(action());
  }
  return results;
}

/** Collects garbage where the process lets us (`--expose-gc`), so that no run pays for the one before. */
export function collectGarbage(): void {
  globalThis.gc?.();
}

/**
 * The same of what is young alone. Collecting everything also throws compiled code away, and what ran warm before is cold again:
 * 1,000 rows then took three times as long.
 */
export function collectYoungGarbage(): void {
  globalThis.gc?.({ type: 'minor' });
}

/** The most memory that this process has held so far, in MB. */
export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** The steps between reading and writing, by direct calls: medians in ms. */
export interface Phases {
  /** Cells of all input tabs, headings and blank cells among them. */
  readonly cells: number;
  /** A loop that touches each cell once and looks at its type. */
  readonly barePass: number;
  readonly parse: number;
  readonly calculate: number;
  readonly audit: number;
  readonly plan: number;
  /** Of the sums of one run each, which is not the sum of the medians. */
  readonly parseCalculateAudit: number;
  readonly findings: number;
}

/** 전체 다시 계산 of the built bundle in the local host, its result tabs already made: medians in ms. */
export interface HostRun {
  /** Making the realm and loading the script, which every execution does anew. */
  readonly load: number;
  /** Inside the calls that read. */
  readonly read: number;
  /** Between the calls: the script itself, as cold as it is in every execution. */
  readonly compute: number;
  /** Inside the calls that write. */
  readonly write: number;
  readonly total: number;
  /** Service calls that read or change something. */
  readonly calls: number;
  /** Calls besides, that only hand out an object. */
  readonly handles: number;
  /** Input tabs, and what is kept from run to run. What a run appends is left out: next to nothing, once it has run. */
  readonly cellsRead: number;
  /** Values and formats each count. */
  readonly cellsWritten: number;
  readonly peakMegabytes: number;
}

/** Another engine with SUMIFS over the same rows. */
export interface EngineRun {
  readonly version: string;
  /** Filling it with the rows, or opening the file: not part of any ratio. */
  readonly load: number;
  /** Computing all formulas; where only some were computed, the time of these in proportion. */
  readonly calculate: number;
  readonly computed: number;
  readonly formulas: number;
  /** null where it is not a process of ours. */
  readonly peakMegabytes: number | null;
}
