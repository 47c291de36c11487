/** `npm start`: recalculates and shows the result to a person. */
import { basename, extname, join, resolve } from 'node:path';
import { writeDist } from '../build.ts';
import { type Book, FIRST_SAMPLE, type Sample } from '../samples/samples.ts';
import { recalcWith } from './recalc.ts';

const OUT = 'out';

export interface StartOptions {
  readonly book: Book;
  /** Prints the result tabs too. */
  readonly all: boolean;
}

/** Builds, recalculates, prints the summary and writes the workbook to `out/`. */
export async function start({ book, all }: StartOptions): Promise<void> {
  const [asOf, out, command] =
    book.kind === 'sample'
      ? [book.sample.asOf, samplePath(book.sample), startOf(book.sample)]
      : [null, pathBeside(book.path), 'npm start -- FILE.xlsx --all'];
  await recalcWith(writeDist, { book, asOf, out, all, pledge: null, json: false, trace: null }, command);
}

function samplePath(sample: Sample): string {
  const ending = sample === FIRST_SAMPLE ? '' : `-${sample.name}`;
  return join(OUT, `pledge-ledger-sample${ending}.xlsx`);
}

function startOf(sample: Sample): string {
  return sample === FIRST_SAMPLE ? 'npm start -- --all' : `npm start -- --sample ${sample.name} --all`;
}

/**
 * The same file name in `out/`. Where that is the input file itself, ` (계산)` is added so that it is not
 * overwritten.
 */
function pathBeside(file: string): string {
  const path = join(OUT, basename(file));
  const extension = extname(file);
  return resolve(path) === resolve(file)
    ? join(OUT, `${basename(file, extension)} (계산)${extension}`)
    : path;
}
