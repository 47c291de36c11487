/**
 * The rows of a record tab, guarded as a set. Each row carries a running number and the seal of the row before it, and what people
 * do not type (a {@link Guard}) keeps where they end: a row that is gone, altered or replaced is told from one that is not.
 */
import { addedFingerprints, fingerprint } from './fingerprint.ts';

/** A row as it stands in its tab. */
export interface SetRow {
  /** null: an earlier version wrote it, and gave no numbers. */
  readonly number: number | null;
  /** The seal of the row before it; null with the number. */
  readonly before: string | null;
  /** A fingerprint of everything else in it. */
  readonly content: string;
}

/** Where the next row goes on. */
export interface RecordEnd {
  /** Of the last row; 0 where there is none. */
  readonly number: number;
  readonly seal: string;
}

/** What is kept of a record tab where nobody types. */
export interface Guard {
  /** Rows that are taken as they stood: those of earlier versions, and those that a person went on with. They are in no order. */
  readonly base: { readonly rows: number; readonly through: number; readonly seal: string };
  readonly end: RecordEnd;
}

/** How the rows stand to their guard. */
export interface Standing {
  /** What is to be kept of them. Of a broken set, what is known to be missing stays so. */
  readonly guard: Guard;
  /** null: all rows are there, as they were written. */
  readonly breach: Breach | null;
  /** Valid rows that the guard does not know: the run that wrote them broke off before it could say so. */
  readonly takenOver: number;
  /** No guard was kept, and there are rows. */
  readonly isAdopted: boolean;
  /** Rows that are not as they were written. */
  readonly untrue: ReadonlySet<SetRow>;
}

/** What is wrong with a set of rows. Numbers are running numbers. */
export interface Breach {
  readonly missing: readonly number[];
  readonly altered: readonly number[];
  /** Rows that nobody has written here: of a number that another row has. */
  readonly foreign: number;
  /** By how many the rows without a chain are fewer (or, below zero, more) than they were. */
  readonly baseMissing: number;
  readonly baseAltered: boolean;
  /** The number of the last row that is known to have been written. */
  readonly last: number;
}

const NO_ROWS: readonly SetRow[] = [];

export const EMPTY_GUARD: Guard = acceptedRows(NO_ROWS, 0);

/** Rows as they stand, taken as they are. @param through the highest number that was ever given. */
export function acceptedRows(rows: readonly SetRow[], through: number): Guard {
  const highest = rows.reduce(
    (most, { number }) => Math.max(most, number ?? 0),
    Math.max(through, rows.length),
  );
  const base = { rows: rows.length, through: highest, seal: sumOf(rows) };
  return { base, end: { number: highest, seal: base.seal } };
}

/** The number of each new row and the seal of the row before it, and where they end. */
export function linkedAfter(
  end: RecordEnd,
  contents: readonly string[],
): {
  readonly links: readonly { readonly number: number; readonly before: string }[];
  readonly end: RecordEnd;
} {
  let last = end;
  const links = contents.map((content) => {
    const link = { number: last.number + 1, before: last.seal };
    last = { number: link.number, seal: sealOf({ ...link, content }) };
    return link;
  });
  return { links, end: last };
}

/**
 * How the rows stand, in whatever order somebody has sorted them.
 * @param kept null: nothing is known of them. The chain then speaks for itself, but for its last row.
 */
export function standingOf(rows: readonly SetRow[], kept: Guard | null): Standing {
  const { base, end } = kept ?? guardBySelf(rows);
  const based = rows.filter(({ number }) => number === null || number <= base.through);
  const baseAltered = based.length === base.rows && sumOf(based) !== base.seal;
  const baseMissing = base.rows - based.length;
  const chain = new Map<number, SetRow[]>();
  for (const row of rows) {
    if (row.number === null || row.number <= base.through) continue;
    const same = chain.get(row.number);
    if (same === undefined) chain.set(row.number, [row]);
    else same.push(row);
  }
  const missing: number[] = [];
  const altered = new Set<number>();
  const untrue = new Set<SetRow>();
  let foreign = 0;
  let last: { readonly number: number; readonly seal: string | null; readonly row: SetRow | null } = {
    number: base.through,
    seal: base.seal,
    row: null,
  };
  const highest = [...chain.keys()].reduce((most, number) => Math.max(most, number), end.number);
  const blame = (number: number, row: SetRow | null) => {
    altered.add(number);
    if (row !== null) untrue.add(row);
  };
  for (let number = base.through + 1; number <= highest; number += 1) {
    const [row, ...others] = linkingFirst(chain.get(number) ?? [], last.seal);
    foreign += others.length;
    for (const other of others) untrue.add(other);
    if (row === undefined) {
      missing.push(number);
      last = { number, seal: null, row: null };
    } else {
      // A row whose seal the next one does not bear was changed since. Before the chain nothing was: there the next one was.
      if (last.seal !== null && row.before !== last.seal) {
        if (last.row === null) blame(number, row);
        else blame(last.number, last.row);
      }
      last = { number, seal: sealOf(row), row };
    }
    if (number === end.number && last.seal !== null && last.seal !== end.seal) {
      blame(number, last.row);
      last = { number, seal: end.seal, row: null };
    }
  }
  const isWhole = missing.length + altered.size + foreign + Math.abs(baseMissing) === 0 && !baseAltered;
  const goesOnAt = last.seal === null ? end : { number: highest, seal: last.seal };
  return {
    guard: { base, end: goesOnAt },
    breach: isWhole
      ? null
      : { missing, altered: [...altered], foreign, baseMissing, baseAltered, last: highest },
    takenOver: isWhole && kept !== null ? highest - end.number : 0,
    isAdopted: kept === null && rows.length > 0,
    untrue,
  };
}

/** Of rows with one number, the one that bears the seal of the row before comes first. */
function linkingFirst(rows: readonly SetRow[], seal: string | null): readonly SetRow[] {
  const index = Math.max(
    rows.findIndex(({ before }) => before === seal),
    0,
  );
  return [...rows.slice(index, index + 1), ...rows.slice(0, index), ...rows.slice(index + 1)];
}

/** A guard made of nothing but the rows: those without a number come before the chain, which ends at its highest number. */
function guardBySelf(rows: readonly SetRow[]): Guard {
  const unnumbered = acceptedRows(
    rows.filter(({ number }) => number === null),
    0,
  );
  const last = rows.reduce<SetRow | null>(
    (most, row) => ((row.number ?? 0) > (most?.number ?? 0) ? row : most),
    null,
  );
  return last?.number == null
    ? unnumbered
    : { ...unnumbered, end: { number: last.number, seal: sealOf(last) } };
}

function sumOf(rows: readonly SetRow[]): string {
  return addedFingerprints(rows.map(sealOf));
}

function sealOf({ number, before, content }: SetRow): string {
  return fingerprint(`${number ?? ''} ${before ?? ''} ${content}`);
}
