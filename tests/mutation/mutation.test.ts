/** Tests the check of the tests. */
import { describe, expect, it } from 'vitest';
import { type ChangedFile, type Explained, goneFrom, scoreOf, unnoticedIn } from './report.ts';
import { asked, isInSample } from './sample.ts';
import { suiteOf } from './suite.ts';

const SOURCE = 'export const isOver = (day: number, end: number) =>\n  day > end;\n';

const change = (status: string, replacement: string) => ({
  id: '0',
  status,
  replacement,
  location: { start: { line: 2, column: 3 }, end: { line: 2, column: 12 } },
});
const file = (...mutants: ChangedFile['mutants']): ChangedFile => ({
  path: 'src/over.ts',
  source: SOURCE,
  mutants,
});

describe('the score', () => {
  it.each([
    ['all noticed', ['Killed', 'Killed'], 100],
    ['one never ends: noticed', ['Killed', 'Timeout'], 100],
    ['one not noticed', ['Killed', 'Survived'], 50],
    ['one that no test runs', ['Killed', 'Killed', 'Killed', 'NoCoverage'], 75],
    ['one left out', ['Killed', 'Ignored'], 100],
    ['none made', [], 100],
  ])('%s', (_case, statuses, percent) => {
    expect(scoreOf([file(...statuses.map((status) => change(status, 'true')))]).percent).toBe(percent);
  });
});

describe('a sample', () => {
  it.each([
    ['everything, if nothing is said', [], { oneIn: 1, from: 0 }, []],
    ['of everything', ['--one-in', '10'], { oneIn: 10, from: 0 }, []],
    ['of a folder', ['--one-in', '10', 'src/app'], { oneIn: 10, from: 0 }, ['src/app']],
    ['another one', ['src/app', '--from', '3', '--one-in', '10'], { oneIn: 10, from: 3 }, ['src/app']],
  ])('%s', (_case, args, sample, paths) => {
    expect(asked(args)).toEqual({ sample, paths });
  });

  it.each([
    [['--one-in', 'ten']],
    [['--one-in']],
    [['--one-in', '0']],
    [['--from', '1']],
    [['--one-in', '10', '--from', '10']],
    [['--one-in=10']],
  ])('is not guessed from %j', (args) => {
    expect(() => asked(args)).toThrow();
  });

  it('and the others of its kind have each change once', () => {
    const samples = [0, 1, 2].map((from) =>
      ['6', '7', '8', '9'].filter((id) => isInSample(id, { oneIn: 3, from })),
    );
    expect(samples).toEqual([['6', '9'], ['7'], ['8']]);
  });

  it.each([
    ['half of 100 noticed, one in very many tried', 50, 1_000_000, 9.6],
    ['half of 400 noticed, one in very many tried', 200, 1_000_000, 4.9],
    ['half of 100 noticed, every second tried', 50, 2, 6.8],
    ['half of 100 noticed, all tried', 50, 1, 0],
    ['all of 100 noticed, every tenth tried', 100, 10, 2.5],
  ])('says how far all may be from it: %s', (_case, noticed, oneIn, margin) => {
    const made = noticed === 200 ? 400 : 100;
    const statuses = Array.from({ length: made }, (_, index) => (index < noticed ? 'Killed' : 'Survived'));
    const score = scoreOf([file(...statuses.map((status) => change(status, 'true')))], { oneIn, from: 0 });
    expect(score.margin).toBeCloseTo(margin, 1);
  });
});

describe('a change that no test noticed', () => {
  const files = [file(change('Survived', 'day >= end'), change('Killed', 'day <= end'))];
  const why = 'a day is never its own end';
  const explained: Explained = {
    path: 'src/over.ts',
    original: 'day > end',
    replacement: 'day >= end',
    why,
  };

  it('is shown with its line, before and after', () => {
    expect(unnoticedIn(files, [])).toEqual([
      { path: 'src/over.ts', line: 2, original: 'day > end', replacement: 'day >= end', why: null },
    ]);
  });

  it.each([
    ['is shown with its reason where it is explained', explained, why],
    ['has none where another change is explained', { ...explained, replacement: 'true' }, null],
    ['has none where it is explained for another file', { ...explained, path: 'src/end.ts' }, null],
  ])('%s', (_case, known, reason) => {
    expect(unnoticedIn(files, [known])).toMatchObject([{ why: reason }]);
  });
});

describe('an explanation', () => {
  const explained: Explained = { path: 'src/over.ts', original: 'day > end', replacement: 'true', why: '' };

  it.each([
    ['whose line is there is not gone', explained, 0],
    ['whose line is written otherwise is gone', { ...explained, original: 'date > end' }, 1],
    ['of a file that was not changed this time is not asked for', { ...explained, path: 'src/end.ts' }, 0],
  ])('%s', (_case, known, count) => {
    expect(goneFrom([file(change('Killed', 'true'))], [known])).toHaveLength(count);
  });
});

describe('a test file that is run without vitest', () => {
  const { tests, vitest } = suiteOf(new URL('../problems/', import.meta.url));
  const given = Object(vitest);
  given.describe('sums', () => {
    given.it.each([
      [1, 1, 2],
      [1, 1, 3],
    ])('%i + %i', (one: number, other: number, sum: number) => given.expect(one + other).toBe(sum));
    given.it('a text', { timeout: 1 }, () =>
      given.expect('eleven').toEqual(given.expect.stringMatching(/^ten/)),
    );
    given.it('a golden', () =>
      given.expect('eleven').toMatchInlineSnapshot(`
      "eleven"
    `),
    );
    given.it('another golden', () => given.expect('eleven').toMatchInlineSnapshot(`"ten"`));
    given.it('a file', () => given.expect('other').toMatchFileSnapshot('not-a-date.expected.txt'));
  });

  it('has every case as a separate test', () => {
    expect(tests.map(({ name }) => name)).toEqual([
      'sums > %i + %i [1]',
      'sums > %i + %i [2]',
      'sums > a text',
      'sums > a golden',
      'sums > another golden',
      'sums > a file',
    ]);
  });

  it('fails where vitest would fail', async () => {
    const outcomes = await Promise.allSettled(tests.map(async ({ run }) => run()));
    expect(outcomes.map(({ status }) => status === 'rejected')).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
    ]);
  });
});

it('a test that is run without vitest runs once what has to run before it', async () => {
  const { tests, vitest } = suiteOf(new URL('./', import.meta.url));
  const given = Object(vitest);
  const ran: string[] = [];
  given.describe('prepared', () => {
    given.beforeAll(async () => ran.push('before'));
    given.it('one', () => ran.push('one'));
    given.it('two', () => ran.push('two'));
  });
  given.it('three', () => ran.push('three'));
  await tests[2]?.run();
  await tests[1]?.run();
  await tests[0]?.run();
  expect(ran).toEqual(['three', 'before', 'two', 'one']);
});
