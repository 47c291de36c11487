import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeDist } from '../../src/local/build.ts';
import { noticesPage, packagesIn } from '../../src/local/notices.ts';

const ROOT = new URL('../../', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

describe('the packages that are bundled', () => {
  const output = (bytesInOutput: number) => ({ bytesInOutput });
  const bundle = (inputs: Readonly<Record<string, number>>) => ({
    outputs: {
      out: {
        bytes: 0,
        imports: [],
        exports: [],
        inputs: Object.fromEntries(Object.entries(inputs).map(([path, bytes]) => [path, output(bytes)])),
      },
    },
  });

  it.each([
    ['nothing of others', { 'src/main.ts': 10 }, []],
    ['a package, once', { 'node_modules/a/x.js': 1, 'node_modules/a/y.js': 2 }, ['a']],
    ['a package of a scope', { 'node_modules/@s/b/x.js': 1 }, ['@s/b']],
    ['one of which nothing was taken', { 'node_modules/c/x.js': 0 }, []],
  ])('are %s', (_, inputs, packages) => {
    expect(packagesIn([bundle(inputs)])).toEqual(packages);
  });

  it('are pushed with the notice of each, word for word', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pledge-ledger-notices-'));
    try {
      await writeDist(pathToFileURL(`${folder}/`));
      const page = readFileSync(join(folder, 'Notices.html'), 'utf8');
      for (const file of ['preact/LICENSE', 'fastest-levenshtein/LICENSE.md']) {
        const notice = textOf(`node_modules/${file}`).trim();
        expect(notice).toContain('Permission is hereby granted');
        expect(page.replace(/&lt;/g, '<').replace(/&amp;/g, '&')).toContain(notice);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('must have a licence', async () => {
    await expect(noticesPage(join(import.meta.dirname, 'nowhere'), ['a'])).rejects.toThrow();
  });

  it('are licensed, while our own package is not yet', () => {
    expect(JSON.parse(textOf('package.json'))).toMatchObject({ license: 'UNLICENSED', private: true });
  });
});
