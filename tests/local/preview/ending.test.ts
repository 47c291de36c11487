/** How the preview ends, and how it starts without a workbook. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { workbenchOf } from '../../../src/local/run-workbook.ts';
import { CODE } from '../../support/bundle.ts';

function isThere(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch {
    return false;
  }
}

it('ends with the shell in which npm started it', async () => {
  const module = new URL('../../../src/local/commands/end-with-parent.ts', import.meta.url).pathname;
  const code = `import('${module}').then(({ endWithParent }) => { endWithParent(); setInterval(() => {}, 1000); console.log(process.pid); });`;
  const shell = spawn('sh', ['-c', `node --import tsx -e "$CODE"; true`], {
    env: { ...process.env, CODE: code },
  });
  const [line] = await once(shell.stdout, 'data');
  const child = Number(String(line));
  expect(isThere(child)).toBe(true);
  shell.kill('SIGTERM');
  await expect.poll(() => isThere(child), { timeout: 10_000 }).toBe(false);
});

it('starts with a blank spreadsheet on request', async () => {
  const { document } = await workbenchOf({ kind: 'empty' }, CODE);
  expect(document.sheets.map(({ values }) => values.flat())).toEqual([[]]);
});
