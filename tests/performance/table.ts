/** The results as one table, with a column for each size. */
import stringWidth from 'string-width';
import { GOOGLE_COSTS, LONGEST_RUN_SECONDS } from '../../src/app/run/limits.ts';
import { ENGINE_TITLES, ENGINES, type EngineName } from './engines.ts';
import type { Goal, Results, SizeResults } from './results.ts';

type Line = readonly [title: string, cell: (size: SizeResults) => string];

const LINES: readonly (Line | null)[] = [
  ['rows in each log', ({ rows }) => whole(rows)],
  ['cells of all input tabs', ({ phases }) => whole(phases.cells)],
  ['findings', ({ phases }) => whole(phases.findings)],
  null,
  ['bare pass                            ms', ({ phases }) => shown(phases.barePass)],
  ['parse                                ms', ({ phases }) => shown(phases.parse)],
  ['calculate                            ms', ({ phases }) => shown(phases.calculate)],
  ['audit                                ms', ({ phases }) => shown(phases.audit)],
  ['plan                                 ms', ({ phases }) => shown(phases.plan)],
  ['parse + calculate + audit            ms', ({ phases }) => shown(phases.parseCalculateAudit)],
  ['  in bare passes                      ×', ({ timesBarePass }) => shown(timesBarePass)],
  [
    '  for a row of each log              µs',
    ({ phases, rows }) => shown((1000 * phases.parseCalculateAudit) / rows),
  ],
  null,
  ['whole run in the local host          ms', ({ host }) => shown(host.total)],
  ['  load the script                    ms', ({ host }) => shown(host.load)],
  ['  read                               ms', ({ host }) => shown(host.read)],
  ['  the script itself                  ms', ({ host }) => shown(host.compute)],
  ['  write                              ms', ({ host }) => shown(host.write)],
  ['service calls', ({ host }) => `${whole(host.calls)} (+${whole(host.handles)})`],
  ['peak memory                          MB', ({ host }) => whole(host.peakMegabytes)],
  ['model of the time at Google           s', ({ secondsAtGoogle }) => shown(secondsAtGoogle)],
  null,
  ...ENGINES.flatMap(engineLines),
];

function engineLines(engine: EngineName): readonly Line[] {
  const title = ENGINE_TITLES[engine];
  return [
    [`${title.padEnd(37)}ms`, (size) => calculation(size, engine)],
    ['  against parse + calculate + audit   ×', ({ timesFaster }) => optional(timesFaster[engine])],
    ['  loading                            ms', (size) => engineNumber(size, engine, 'load')],
    ['  peak memory                        MB', (size) => engineNumber(size, engine, 'peakMegabytes')],
  ];
}

export function benchTable(results: Results): string {
  const rows = LINES.map((line) =>
    line === null ? [] : [line[0], ...results.sizes.map((size) => line[1](size))],
  ).filter((row) => row.length === 0 || row.slice(1).some((cell) => cell !== ''));
  return [aligned(rows), '', goalTable(results.goals), '', ...notes(results)].join('\n');
}

function goalTable(goals: readonly Goal[]): string {
  const marks = { true: 'met', false: 'missed', null: 'not measured' };
  return aligned([
    ['goal', 'wanted', 'found', ''],
    ...goals.map(({ what, wanted, found, met }) => [what, wanted, found ?? '–', marks[`${met}`]]),
  ]);
}

function notes({ runs, sizes, loadAverage, cores, coldRecalc }: Results): readonly string[] {
  const { callMilliseconds, cellReadMilliseconds, cellWrittenMilliseconds, rowMilliseconds } = GOOGLE_COSTS;
  const engines = ENGINES.flatMap((engine) => {
    const seen = new Set(
      sizes.flatMap(({ rows, engines: outcomes }) => {
        const outcome = outcomes[engine];
        if (outcome === undefined) return [];
        if ('failed' in outcome) return [`${ENGINE_TITLES[engine]}, ${whole(rows)} rows: ${outcome.failed}.`];
        return [
          `${ENGINE_TITLES[engine]} ${outcome.run.version}, ${outcome.run.formulas} figures by SUMIFS.`,
        ];
      }),
    );
    return [...seen];
  });
  const [sampled] = sizes.flatMap(({ engines: outcomes }) =>
    Object.values(outcomes).flatMap((outcome) =>
      'run' in outcome && outcome.run.computed < outcome.run.formulas ? [outcome.run] : [],
    ),
  );
  return [
    `Milliseconds of processor time, medians of ${runs} runs or more once all is warm; each engine ran once.`,
    `The cold recalc is by the clock on the wall${coldRecalc.processorSeconds === null ? '' : `, ${shown(coldRecalc.processorSeconds)} s of it processor time`}.`,
    ...(isBusy(loadAverage)
      ? [
          `Other programs were busy (load ${shown(loadAverage)} on ${cores} cores), and the clock on the wall ran for them too.`,
        ]
      : []),
    'Service calls: those that read or change something, and (+) those that only hand out an object.',
    `Time at Google: ${callMilliseconds} ms a call, ${cellReadMilliseconds} ms a cell read, ${cellWrittenMilliseconds} ms a cell written, ${rowMilliseconds} ms a row, of ${LONGEST_RUN_SECONDS / 60} minutes; src/app/run/limits.ts has the costs.`,
    ...(sampled === undefined
      ? []
      : [
          `≈ ${sampled.computed} of ${sampled.formulas} figures were computed and the rest reckoned in proportion, which can be a fifth too much.`,
        ]),
    ...engines,
  ];
}

/** Whether the machine does more than the one program that we run at a time. */
function isBusy(loadAverage: number): boolean {
  return loadAverage > 2;
}

function calculation({ engines }: SizeResults, engine: EngineName): string {
  const outcome = engines[engine];
  if (outcome === undefined || 'failed' in outcome) return outcome === undefined ? '' : '–';
  const { calculate, computed, formulas } = outcome.run;
  return `${computed < formulas ? '≈ ' : ''}${shown(calculate)}`;
}

function engineNumber({ engines }: SizeResults, engine: EngineName, part: 'load' | 'peakMegabytes'): string {
  const outcome = engines[engine];
  return outcome === undefined || 'failed' in outcome ? '' : optional(outcome.run[part] ?? undefined);
}

function optional(value: number | undefined): string {
  return value === undefined ? '' : shown(value);
}

/** Three significant digits; from 100 on a whole number. */
function shown(value: number): string {
  return value >= 100 ? whole(value) : String(Number(value.toPrecision(3)));
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** The first column aligned to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const space = ' '.repeat((widths[column] ?? 0) - stringWidth(cell));
          return column === 0 ? `${cell}${space}` : `${space}${cell}`;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
