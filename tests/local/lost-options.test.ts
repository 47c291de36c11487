/** Options that npm took for itself, because `--` was forgotten or PowerShell dropped it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
// Imported before the test changes the working directory. esbuild starts in the directory where it was
// loaded, and the temporary one gets deleted.
import 'esbuild';
import { endedHere } from '../support/command-line.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lost-'));
  return () => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  };
});

describe('without -- before the options', () => {
  it.each([
    // What was typed, the arguments that npm leaves, what it puts into the environment, and what was meant.
    ['npm run pack --add-on', ['pack'], { add_on: 'true' }, 'npm run pack -- --add-on'],
    ['npm run push --all 목록.txt', ['push', '목록.txt'], { all: 'true' }, 'npm run push -- --all 목록.txt'],
    ['npm run push --id 1AbC', ['push', '1AbC'], { id: 'true' }, 'npm run push -- --id 1AbC'],
    ['npm run push --id=1AbC', ['push'], { id: '1AbC' }, 'npm run push -- --id 1AbC'],
    [
      'npm run create --title "1-6 주민자치"',
      ['create', '1-6 주민자치'],
      { title: 'true' },
      'npm run create -- --title "1-6 주민자치"',
    ],
    ['npm start --all', ['start'], { all: 'true' }, 'npm start -- --all'],
    ['npm run recalc --json', ['recalc'], { json: 'true' }, 'npm run recalc -- --json'],
    [
      'npm run recalc --json 장부.xlsx',
      ['recalc', '장부.xlsx'],
      { json: 'true' },
      'npm run recalc -- 장부.xlsx --json',
    ],
    [
      'npm run recalc --as-of 2024-03-31 장부.xlsx',
      ['recalc', '2024-03-31', '장부.xlsx'],
      { as_of: 'true' },
      'npm run recalc -- 장부.xlsx --as-of 2024-03-31',
    ],
    [
      'npm run report --as-of 2024-03-31 --out a.pdf',
      ['report', '2024-03-31', 'a.pdf'],
      { as_of: 'true', out: 'true' },
      'npm run report -- --as-of 값 --out 값',
    ],
    [
      'npm run preview --sample facility',
      ['preview', 'facility'],
      { sample: 'true' },
      'npm run preview -- --sample facility',
    ],
  ])('%s: nothing is done, and the right command is shown', async (_, given, environment, meant) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(`npm_config_${name}`, value);
    const { code, stdout, stderr } = await endedHere(folder, given);
    expect({ code, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({
      code: 2,
      stdout: '',
      lines: 1,
    });
    expect(stderr.trimEnd().endsWith(`: ${meant}`)).toBe(true);
    expect(stderr).toContain('명령 프롬프트');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('an option that also reached the command is not lost', async () => {
    vi.stubEnv('npm_config_all', 'true');
    const { code, stderr } = await endedHere(folder, ['push', '--all', '없음.txt']);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('찾을 수 없습니다') });
  });

  it('options of npm itself are ignored', async () => {
    vi.stubEnv('npm_config_json', 'true');
    expect((await endedHere(folder, ['push'])).stderr).toContain('연결되어 있지 않습니다');
  });

  it('a year such as ’24 is not taken for a quotation', async () => {
    const { stderr } = await endedHere(folder, ['push', "'24", '공약']);
    expect(stderr).not.toContain('큰따옴표');
  });

  it('single quotation marks, which cmd passes on, are named', async () => {
    expect(await endedHere(folder, ['create', '--title', "'1-6", "주민자치'"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('큰따옴표(")로 묶어 주세요'),
    });
  });
});
