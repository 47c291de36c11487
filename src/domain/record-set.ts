/**
 * Tells whether rows of a record tab were deleted, altered or replaced. Each row carries a running
 * number and the seal of the row before it. A {@link Guard}, kept where nobody types, holds the
 * last number and its seal.
 */
import { addedFingerprints, fingerprint } from './fingerprint.ts';

/** Far more rows than a tab can hold in a lifetime. */
const MOST_ROWS = 2_000_000;

/**
 * The running number that a cell says; null: no such number was ever given. If somebody typed a date there
 * (20240331), millions of rows before it would otherwise count as missing.
 */
export function runningNumber(typed: number | null): number | null {
  return typed !== null && Number.isInteger(typed) && typed >= 1 && typed <= MOST_ROWS ? typed : null;
}

/** A row as read from its tab. */
export interface SetRow {
  /** Running number; null: an earlier version wrote the row without one. */
  readonly number: number | null;
  /** Seal of the row before it; null where `number` is null. */
  readonly before: string | null;
  /** Fingerprint of everything else in the row. */
  readonly content: string;
}

/** The last row, from which the next one continues. */
export interface RecordEnd {
  /** Running number of the last row; 0 where there is none. */
  readonly number: number;
  readonly seal: string;
}

/** What is kept about a record tab, in a place where nobody types. */
export interface Guard {
  /**
   * Rows accepted as they were: those of earlier versions, and those that a person chose to continue with.
   * They have no order. `through` is the highest number among them.
   */
  readonly base: { readonly rows: number; readonly through: number; readonly seal: string };
  readonly end: RecordEnd;
}

/** The result of checking rows against their guard. */
export interface RecordCheck {
  /** The guard to keep from now on. It still expects rows that are known to be missing. */
  readonly guard: Guard;
  /** null: all rows are there, as they were written. */
  readonly breach: Breach | null;
  /**
   * Number of valid rows that the guard does not know: the run that wrote them stopped before updating it.
   */
  readonly takenOver: number;
  /** True where there are rows but no guard. */
  readonly isAdopted: boolean;
  /** Rows that were altered, or that the add-on did not write. */
  readonly invalidRows: ReadonlySet<SetRow>;
}

/** What is wrong with a set of rows. Numbers are running numbers. */
export interface Breach {
  readonly missing: readonly number[];
  readonly altered: readonly number[];
  /** Number of rows that reuse the running number of another row. */
  readonly foreign: number;
  /** Number of missing base rows; below zero where there are more than there were. */
  readonly baseMissing: number;
  readonly baseAltered: boolean;
  /** Running number of the last row known to have been written. */
  readonly last: number;
}

const NO_ROWS: readonly SetRow[] = [];

export const EMPTY_GUARD: Guard = acceptingGuard(NO_ROWS, 0);

/**
 * A guard that accepts the rows as they are.
 * @param through the highest number that was ever given.
 */
export function acceptingGuard(rows: readonly SetRow[], through: number): Guard {
  const highest = rows.reduce(
    (most, { number }) => Math.max(most, number ?? 0),
    Math.max(through, rows.length),
  );
  const base = { rows: rows.length, through: highest, seal: sumOf(rows) };
  return { base, end: { number: highest, seal: base.seal } };
}

/** The running number of each new row with the seal of the row before it, and the new end. */
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
 * Checks rows against their guard, in whatever order somebody sorted them.
 * @param kept null: no guard is known. The rows are then checked by their seals alone, beginning with those
 * without a number, so a change of the last row goes unnoticed.
 */
export function checkRecords(rows: readonly SetRow[], kept: Guard | null): RecordCheck {
  const { base, end } =
    kept ??
    acceptingGuard(
      rows.filter(({ number }) => number === null),
      0,
    );
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
  const invalidRows = new Set<SetRow>();
  let foreign = 0;
  let last: { readonly number: number; readonly seal: string | null; readonly row: SetRow | null } = {
    number: base.through,
    seal: base.seal,
    row: null,
  };
  const highest = [...chain.keys()].reduce((most, number) => Math.max(most, number), end.number);
  const blame = (number: number, row: SetRow | null) => {
    altered.add(number);
    if (row !== null) invalidRows.add(row);
  };
  for (let number = base.through + 1; number <= highest; number += 1) {
    const [row, ...others] = linkingFirst(chain.get(number) ?? [], last.seal);
    foreign += others.length;
    for (const other of others) invalidRows.add(other);
    if (row === undefined) {
      missing.push(number);
      last = { number, seal: null, row: null };
    } else {
      // A row that does not carry the seal of the row before it shows that the row before was altered. The
      // first row after the base was altered itself, since the base was not.
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
  const nextEnd = last.seal === null ? end : { number: highest, seal: last.seal };
  return {
    guard: { base, end: nextEnd },
    breach: isWhole
      ? null
      : { missing, altered: [...altered], foreign, baseMissing, baseAltered, last: highest },
    takenOver: isWhole && kept !== null ? highest - end.number : 0,
    isAdopted: kept === null && rows.length > 0,
    invalidRows,
  };
}

/** Orders rows of one number: the one that carries the seal of the row before comes first. */
function linkingFirst(rows: readonly SetRow[], seal: string | null): readonly SetRow[] {
  const index = Math.max(
    rows.findIndex(({ before }) => before === seal),
    0,
  );
  return [...rows.slice(index, index + 1), ...rows.slice(0, index), ...rows.slice(index + 1)];
}

function sumOf(rows: readonly SetRow[]): string {
  return addedFingerprints(rows.map(sealOf));
}

function sealOf({ number, before, content }: SetRow): string {
  return fingerprint(`${number ?? ''} ${before ?? ''} ${content}`);
}
