/** On Windows, git may be set to write other line ends. A checkout must still be identical to the byte. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const RULES = fileURLToPath(new URL('../.gitattributes', import.meta.url));
const TEXTS = ['a.ts', 'b.txt', 'c.md', 'd.json', 'run'];

let folder: string;
const git = (...given: readonly string[]) => execFileSync('git', ['-C', folder, ...given], { stdio: 'pipe' });
const names = (config: readonly string[]) => config.flatMap((each) => ['-c', each]);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'line-ends-'));
  git('init', '--quiet');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a checkout has the line ends with which the files were written', () => {
  const windows = names(['core.autocrlf=true', 'core.eol=crlf']);
  const somebody = names(['user.name=test', 'user.email=test@localhost']);
  copyFileSync(RULES, join(folder, '.gitattributes'));
  for (const name of TEXTS) writeFileSync(join(folder, name), '가\n나\n');
  git(...windows, 'add', '--all');
  git(...windows, ...somebody, 'commit', '--quiet', '--message', 'texts');
  for (const name of TEXTS) rmSync(join(folder, name));
  git(...windows, 'checkout', '--', '.');
  const read = TEXTS.map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(read).toEqual(TEXTS.map(() => '가\n나\n'));
});
