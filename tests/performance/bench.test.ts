import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { secondsAtGoogle } from '../../src/app/run/limits.ts';
import { findLibreOffice } from '../../src/local/print/libreoffice.ts';
import { median } from './measures.ts';
import { type Results, resultsOf } from './results.ts';
import { tabsWith } from './rows.ts';
import { benchTable } from './table.ts';

const BENCH = fileURLToPath(new URL('bench.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

async function bench(...given: readonly string[]): Promise<Results> {
  const command = ['--import', TSX, BENCH, '--json', '--runs', '1', ...given];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  return JSON.parse(stdout);
}

describe('npm run bench', () => {
  it('measures few rows in the same way as many', async () => {
    // The two engines that are packages would have to be installed first.
    const engines = findLibreOffice() === null ? 'none' : 'libreoffice';
    const checkout = fileURLToPath(new URL('../..', import.meta.url));
    const sizes = ['--sizes', '200,400', '--office', '400'];
    const results = await bench(...sizes, '--engines', engines, '--against', checkout);
    expect(results.sizes.map(({ rows }) => rows)).toEqual([200, 400]);
    for (const { phases, host, engines: asked, secondsAtGoogle: seconds } of results.sizes) {
      const { findings: _, ...durations } = phases;
      const numbers = Object.values({ ...durations, ...host, seconds });
      expect(numbers.filter((number) => !(number > 0))).toEqual([]);
      // The benchmark throws if figures differ from ours, so an outcome means that they agree.
      expect(Object.keys(asked)).toEqual(engines === 'none' ? [] : [engines]);
      for (const outcome of Object.values(asked)) expect(outcome).toHaveProperty('run.formulas', 641);
    }
    const [few, many] = results.sizes;
    expect(many?.host.calls).toBe(few?.host.calls);
    expect(many?.phases.cells).toBe((few?.phases.cells ?? 0) + 200 * 22);
    const goals = results.goals.map(({ what }) => what);
    expect(goals).toContain('service calls at every size');
    expect(results.goals.filter(({ found }) => found === null).length).toBe(engines === 'none' ? 2 : 1);
    expect(goals).toContain('an office of 2 pledges, 400 rows: service calls');
    expect(results.office?.host.calls).toBeLessThanOrEqual(60);
    const table = benchTable(results);
    for (const title of ['bare pass', 'parse', 'service calls', 'peak memory', 'cold recalc of the sample']) {
      expect(table).toContain(title);
    }
  });

  it('explains its usage for invalid options', async () => {
    await expect(bench('--sizes', 'many')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('npm run bench -- [--sizes'),
    });
  });
});

describe('the rows of the benchmark', () => {
  it('are the same every time', () => {
    expect(tabsWith(50)).toEqual(tabsWith(50));
  });
});

describe('the median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 2, 9], 3],
  ])('%j → %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});

describe('the model of the time at Google', () => {
  it('adds up calls, cells and rows, each at its cost', () => {
    const costs = {
      ...{ callMilliseconds: 100, cellReadMilliseconds: 1, cellWrittenMilliseconds: 10 },
      rowMilliseconds: 2,
    };
    const work = { calls: 36, cellsRead: 1000, cellsWritten: 50, rows: 100 };
    expect(secondsAtGoogle(work, costs)).toBe(3.6 + 1 + 0.5 + 0.2);
  });
});

describe('a goal', () => {
  const size = (rows: number, ms: number, calls: number) => ({
    rows,
    phases: {
      cells: 22 * rows,
      barePass: 1,
      parse: ms,
      calculate: 0,
      audit: 0,
      plan: 0,
      parseCalculateAudit: ms,
      findings: 0,
    },
    host: {
      load: 1,
      read: 1,
      compute: 1,
      write: 1,
      total: 4,
      calls,
      handles: 0,
      cellsRead: 0,
      cellsWritten: 0,
      peakMegabytes: 1,
    },
    engines: {},
  });
  const work = { calls: 100, cellsRead: 0, cellsWritten: 0, rows: 0 };
  const kinds = { first: work, unchanged: work, newNames: work, closing: work };
  const goals = (measures: Parameters<typeof resultsOf>[0]['measures']) =>
    resultsOf({
      ...{ runs: 1, measures, coldRecalc: { seconds: 0.9, processorSeconds: 0.8 }, bundleBytes: 400 * 1024 },
      ...{ loadAverage: 0, cores: 2, office: null, kinds },
      against: { rows: 100, phases: size(100, 2, 0).phases },
    }).goals;

  it('is met, missed, or was not measured', () => {
    expect(
      goals([size(10, 2, 36), size(100, 4, 37)]).map(({ what, found, met }) => [what, found, met]),
    ).toEqual([
      ['parse + calculate + audit for a row, 100 rows against 10', '0.2 ×', true],
      ['the same against the other checkout', '2 ×', false],
      ['service calls at every size', '37', true],
      ['their difference between sizes', '1', false],
      ['LibreOffice takes longer', null, null],
      ['HyperFormula takes longer', null, null],
      ['an office: processor time', null, null],
      ['an office: peak memory', null, null],
      ['an office: service calls', null, null],
      ['first run: service calls', '100', true],
      ['first run: time at Google, by our model', '5 s', true],
      ['unchanged run: service calls', '100', false],
      ['unchanged run: time at Google, by our model', '5 s', true],
      ['run after 300 new names: service calls', '100', false],
      ['run after 300 new names: time at Google, by our model', '5 s', true],
      ['closing: service calls', '100', true],
      ['closing: time at Google, by our model', '5 s', true],
      ['script', '400 KB', false],
      ['cold recalc of the sample', '0.9 s', true],
    ]);
  });
});
