/** The engines to compare the product with. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findLibreOffice } from '../../src/local/print/libreoffice.ts';

export const ENGINES = ['hyperformula', 'ironcalc', 'libreoffice'] as const;
export type EngineName = (typeof ENGINES)[number];

export const ENGINE_TITLES: Record<EngineName, string> = {
  hyperformula: 'HyperFormula',
  ironcalc: 'IronCalc',
  libreoffice: 'LibreOffice',
};

const FOLDER = fileURLToPath(new URL('engines/', import.meta.url));
const LONGEST_INSTALLATION = 300_000;

export function isEngine(name: string): name is EngineName {
  return ENGINES.some((engine) => engine === name);
}

/**
 * Why an engine cannot be used; null if it can. Installs the two that are packages when they are first
 * needed.
 */
export async function missingReason(engine: EngineName): Promise<string | null> {
  if (engine === 'libreoffice') return findLibreOffice() === null ? 'not installed on this machine' : null;
  if (existsSync(`${FOLDER}node_modules/.package-lock.json`)) return null;
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    await promisify(execFile)(npm, ['ci', '--no-audit', '--no-fund'], {
      cwd: FOLDER,
      timeout: LONGEST_INSTALLATION,
      shell: process.platform === 'win32',
    });
    return null;
  } catch (cause) {
    return `npm ci in tests/performance/engines failed: ${cause instanceof Error ? cause.message.split('\n')[0] : cause}`;
  }
}
