/** The measurements, their ratios, and the goals. */
import { secondsAtGoogle } from '../../src/app/run/limits.ts';
import type { EngineName } from './engines.ts';
import type { KindsOfRuns } from './jobs/kinds-of-runs.ts';
import type { EngineRun, HostRun, Phases } from './measures.ts';

export type EngineOutcome = { readonly run: EngineRun } | { readonly failed: string };

/** Measurements of one size. */
export interface SizeMeasures {
  /** Number of rows in each of the three logs. */
  readonly rows: number;
  readonly phases: Phases;
  readonly host: HostRun;
  readonly engines: Readonly<Partial<Record<EngineName, EngineOutcome>>>;
}

export interface Bench {
  readonly runs: number;
  readonly measures: readonly SizeMeasures[];
  /** The book of an office; null: not measured. */
  readonly office: { readonly pledges: number; readonly rows: number; readonly host: HostRun } | null;
  /** Kinds of runs in a book of {@link ROWS_OF_KINDS} rows. */
  readonly kinds: KindsOfRuns;
  /** The same steps in another checkout, measured in the same run; null: none was named. */
  readonly against: { readonly rows: number; readonly phases: Phases } | null;
  /** Wall-clock time, and how much of it is processor time; null if the system does not report it. */
  readonly coldRecalc: { readonly seconds: number; readonly processorSeconds: number | null };
  readonly bundleBytes: number;
  /**
   * Average number of programs running or waiting in the last minutes; 0 if the system does not report it.
   */
  readonly loadAverage: number;
  readonly cores: number;
}

export interface SizeResults extends SizeMeasures {
  /** (parse + calculate + audit) / bare pass. */
  readonly timesBarePass: number;
  /** How many times longer an engine calculates than we parse, calculate and audit. */
  readonly timesFaster: Readonly<Partial<Record<EngineName, number>>>;
  readonly secondsAtGoogle: number;
}

export interface Goal {
  readonly what: string;
  readonly wanted: string;
  /** null: not measured. */
  readonly found: string | null;
  readonly met: boolean | null;
}

export interface Results extends Omit<Bench, 'measures'> {
  readonly sizes: readonly SizeResults[];
  readonly goals: readonly Goal[];
}

const LOGS = 3;
/** Rows in each log of the book in which kinds of runs are compared: 5,000 in all. */
export const ROWS_OF_KINDS = 1667;

export function resultsOf({ measures, ...bench }: Bench): Results {
  const sizes = measures.map((size) => ({
    ...size,
    timesBarePass: size.phases.parseCalculateAudit / size.phases.barePass,
    timesFaster: timesFaster(size),
    secondsAtGoogle: secondsAtGoogle({ ...size.host, rows: LOGS * size.rows }),
  }));
  return { ...bench, sizes, goals: goalsOf(sizes, bench) };
}

function timesFaster({ engines, phases }: SizeMeasures): SizeResults['timesFaster'] {
  const times: Partial<Record<EngineName, number>> = {};
  for (const engine of ['hyperformula', 'ironcalc', 'libreoffice'] as const) {
    const outcome = engines[engine];
    if (outcome !== undefined && 'run' in outcome) {
      times[engine] = outcome.run.calculate / phases.parseCalculateAudit;
    }
  }
  return times;
}

/** Goals, compared with the largest size. */
function goalsOf(
  sizes: readonly SizeResults[],
  { bundleBytes, coldRecalc, office, kinds, against }: Omit<Bench, 'measures'>,
): readonly Goal[] {
  const [first] = sizes;
  const last = sizes.at(-1);
  if (first === undefined || last === undefined) return [];
  const perRow = ({ rows, phases }: SizeResults) => phases.parseCalculateAudit / rows;
  const calls = sizes.map(({ host }) => host.calls);
  const same = sizes.find(({ rows }) => rows === against?.rows);
  const ratio =
    against === null || same === undefined
      ? null
      : same.phases.parseCalculateAudit / against.phases.parseCalculateAudit;
  return [
    atMost(
      `parse + calculate + audit for a row, ${last.rows} rows against ${first.rows}`,
      1.5,
      sizes.length < 2 ? null : perRow(last) / perRow(first),
      '×',
    ),
    atMost('the same against the other checkout', 1, ratio, '×'),
    atMost('service calls at every size', 60, Math.max(...calls), ''),
    atMost('their difference between sizes', 0, Math.max(...calls) - Math.min(...calls), ''),
    atLeast('LibreOffice takes longer', 25, last.timesFaster.libreoffice ?? null, '×'),
    atLeast('HyperFormula takes longer', 600, last.timesFaster.hyperformula ?? null, '×'),
    ...officeGoals(office),
    ...KIND_TITLES.flatMap(([kind, title, most]) => [
      atMost(`${title}: service calls`, most, kinds[kind].calls, ''),
      atMost(`${title}: time at Google, by our model`, 20, secondsAtGoogle(kinds[kind]), 's'),
    ]),
    atMost('script', 330, bundleBytes / 1024, 'KB'),
    atMost('cold recalc of the sample', 1, coldRecalc.seconds, 's'),
  ];
}

const KIND_TITLES: readonly (readonly [kind: keyof KindsOfRuns, title: string, mostCalls: number])[] = [
  ['first', 'first run', 160],
  ['unchanged', 'unchanged run', 60],
  ['newNames', 'run after 300 new names', 60],
  ['closing', 'closing', 170],
];

/** Goals for 전체 다시 계산 of an office's book. */
function officeGoals(office: Bench['office']): readonly Goal[] {
  const of = office === null ? 'an office' : `an office of ${office.pledges} pledges, ${office.rows} rows`;
  const host = office?.host ?? null;
  return [
    atMost(`${of}: processor time`, 3, host === null ? null : host.total / 1000, 's'),
    atMost(`${of}: peak memory`, 500, host?.peakMegabytes ?? null, 'MB'),
    atMost(`${of}: service calls`, 60, host?.calls ?? null, ''),
  ];
}

function atMost(what: string, most: number, found: number | null, unit: string): Goal {
  return goal(what, `≤ ${most} ${unit}`, found, unit, found === null ? null : found <= most);
}

function atLeast(what: string, least: number, found: number | null, unit: string): Goal {
  return goal(what, `≥ ${least} ${unit}`, found, unit, found === null ? null : found >= least);
}

function goal(what: string, wanted: string, found: number | null, unit: string, met: boolean | null): Goal {
  return {
    what,
    wanted: wanted.trim(),
    found: found === null ? null : `${Number(found.toPrecision(3))} ${unit}`.trim(),
    met,
  };
}
