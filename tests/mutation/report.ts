/** The parts of Stryker's report that we use. */
import { ALL, type Sample } from './sample.ts';

interface Mutant {
  readonly id: string;
  readonly status: string;
  readonly replacement?: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

/** Line and column are counted from one. */
interface Position {
  readonly line: number;
  readonly column: number;
}

interface File {
  readonly source: string;
  readonly mutants: readonly Mutant[];
}

export interface ChangedFile extends File {
  readonly path: string;
}

/** A change that no test can notice, because the program behaves the same with it, or that none has to. */
export interface Explained {
  readonly path: string;
  readonly original: string;
  readonly replacement: string;
  readonly why: string;
}

export interface Unnoticed {
  readonly path: string;
  readonly line: number;
  readonly original: string;
  readonly replacement: string;
  /** Why no test has to notice it; null: no reason is known. */
  readonly why: string | null;
}

export interface Score {
  readonly percent: number;
  /** How far the percentage of all changes may be from that of the tried ones, 19 times of 20. */
  readonly margin: number;
  readonly text: string;
}

export function isReport(value: unknown): value is { readonly files: Readonly<Record<string, File>> } {
  return typeof value === 'object' && value !== null && 'files' in value;
}

/** The share of noticed changes. An explained one counts as not noticed. */
export function scoreOf(files: readonly ChangedFile[], { oneIn }: Sample = ALL): Score {
  const tried = files.flatMap(({ mutants }) => mutants).filter(({ status }) => status !== 'Ignored');
  const noticed = tried.filter(isNoticed).length;
  const share = tried.length === 0 ? 1 : noticed / tried.length;
  const percent = 100 * share;
  // By Agresti and Coull, which also holds near 100 %. The more of all changes were tried, the smaller it is.
  const count = tried.length + 4;
  const likely = (noticed + 2) / count;
  const margin = 196 * Math.sqrt(((likely * (1 - likely)) / count) * (1 - 1 / oneIn));
  const within = oneIn === 1 ? '' : ` ± ${margin.toFixed(1)}`;
  return {
    percent,
    margin,
    text: `${percent.toFixed(1).padStart(5)}${within} %  ${noticed} of ${tried.length}`,
  };
}

export function unnoticedIn(
  files: readonly ChangedFile[],
  explained: readonly Explained[],
): readonly Unnoticed[] {
  return files.flatMap(({ path, source, mutants }) =>
    mutants
      .filter((mutant) => mutant.status !== 'Ignored' && !isNoticed(mutant))
      .map(({ location, replacement: text }) => {
        const original = textBetween(source, location.start, location.end);
        const replacement = oneLine(text ?? '');
        const known = explained.find(
          (one) => one.path === path && one.original === original && one.replacement === replacement,
        );
        return { path, line: location.start.line, original, replacement, why: known?.why ?? null };
      }),
  );
}

/** Explanations of code that no longer exists. Checks only the files changed in this run. */
export function goneFrom(
  files: readonly ChangedFile[],
  explained: readonly Explained[],
): readonly Explained[] {
  return explained.filter(({ path, original }) => {
    const file = files.find((one) => one.path === path);
    return file !== undefined && !oneLine(file.source).includes(original);
  });
}

/** A change that makes a test hang counts as noticed. */
function isNoticed({ status }: Mutant): boolean {
  return status === 'Killed' || status === 'Timeout';
}

function textBetween(source: string, start: Position, end: Position): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return oneLine(
    lines
      .map((line, index) => (index === last ? line.slice(0, end.column - 1) : line))
      .map((line, index) => (index === 0 ? line.slice(start.column - 1) : line))
      .join('\n'),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
