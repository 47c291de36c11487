/** `npm start`: the main job, shown to a person. */
import { basename, extname, join, resolve } from 'node:path';
import { writeDist } from '../build.ts';
import { recalcWith } from './recalc.ts';

/** The date as of which the reference gives the figures of the sample. */
const SAMPLE_AS_OF = '2024-03-31';
const OUT = 'out';

export interface StartOptions {
  /** null: the sample. */
  readonly file: string | null;
  /** Prints the result tabs too. */
  readonly all: boolean;
}

/** Builds, recalculates, prints the summary and writes the workbook to `out/`. */
export async function start({ file, all }: StartOptions): Promise<void> {
  const [asOf, out, command] =
    file === null
      ? [SAMPLE_AS_OF, join(OUT, 'pledge-ledger-sample.xlsx'), 'npm start -- --all']
      : [null, pathBeside(file), 'npm start -- FILE.xlsx --all'];
  await recalcWith(writeDist, { file, asOf, out, all, json: false, trace: null }, command);
}

/** Of the same name in `out/`; another where that is the file itself, which stays as it is. */
function pathBeside(file: string): string {
  const path = join(OUT, basename(file));
  const extension = extname(file);
  return resolve(path) === resolve(file)
    ? join(OUT, `${basename(file, extension)} (계산)${extension}`)
    : path;
}
