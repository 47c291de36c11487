/**
 * The tabs whose rows are guarded as a set: each row is written with its running number and the seal of the row before it, and read
 * back with what tells whether it is as it was written. Rows of earlier versions have neither, and are read as they are.
 */
import type { Finding } from '../../../domain/finding.ts';
import { fingerprint } from '../../../domain/fingerprint.ts';
import { EMPTY_GUARD, linkedAfter, type RecordEnd, type SetRow } from '../../../domain/record-set.ts';
import type { RecordTab } from '../../../domain/tabs.ts';
import type { RawTab } from '../../raw.ts';
import {
  type AppendedTable,
  appendedTable,
  COUNT_COLUMN,
  damaged,
  type OwnCells,
  type OwnColumn,
  ownTable,
} from './own-table.ts';

/** A row as it stands in its tab. */
export interface RecordRow<Value> extends SetRow {
  /** Row number in the tab. */
  readonly row: number;
  /** null: it cannot be read. */
  readonly value: Value | null;
  /** What a row that cannot be read still tells. */
  readonly remnant: string | null;
}

/** How the rows of one tab are written and read. */
export interface RecordForm<Written, Read = Written> {
  readonly tab: RecordTab;
  /** @param after where the rows that stand there end. */
  table(values: readonly Written[], after?: RecordEnd): AppendedTable & { readonly end: RecordEnd };
  /** In the order in which they were written, those without a number first. */
  rowsIn(raw: RawTab): {
    readonly rows: readonly RecordRow<Read>[];
    readonly findings: readonly Finding[];
    /** Headings that are gone, with their columns or without. Those of the links are among them where only one of the two is. */
    readonly headingsGone: readonly string[];
    /** Neither heading of the links is there: they are gone, or an earlier version wrote the tab. */
    readonly isUnlinked: boolean;
  };
}

const LINK_COLUMNS = {
  number: { heading: '번호', width: 60, format: COUNT_COLUMN },
  before: { heading: '앞 행의 지문', width: 150 },
};
export const LINK_HEADINGS = Object.values(LINK_COLUMNS).map(({ heading }) => heading);
/** A fingerprint of digits alone would be taken for a number. */
const SEAL = /^#([0-9a-f]{16})$/;

/**
 * @param form `unsealed`: columns that a spreadsheet may give back otherwise than they were written; `later`: columns at the end that tabs
 * of earlier versions do not have.
 */
export function recordForm<Key extends string, Written, Read>(form: {
  readonly tab: RecordTab;
  readonly columns: Readonly<Record<Key, OwnColumn>>;
  readonly unsealed?: readonly NoInfer<Key>[];
  readonly later?: readonly NoInfer<Key>[];
  cellsOf(value: Written): Readonly<Record<Key, string | number>>;
  read(cells: OwnCells<Key>): Read | null;
  /** What of a row that cannot be read is asked for. */
  remnant?(cells: OwnCells<Key>): string | null;
}): RecordForm<Written, Read> {
  const { tab, columns, unsealed = [], later = [] } = form;
  // The keys of a record of columns are its columns.
  const keys = Object.keys(columns) as Key[];
  const needed = keys.filter((key) => !later.includes(key)).map((key) => columns[key]);
  const sealed = keys.filter((key) => !unsealed.includes(key));
  // Made of what the cells say, not of what they mean: a later version may read them otherwise, and have more of them at the end.
  const contentOf = (said: (key: Key) => string | number) =>
    fingerprint(
      sealed
        .map((key) => lastingText(said(key)))
        .join('\n')
        .trimEnd(),
    );

  return {
    tab,
    table: (values, after = EMPTY_GUARD.end) => {
      const cells = values.map(form.cellsOf);
      const { links, end } = linkedAfter(
        after,
        cells.map((row) => contentOf((key) => row[key])),
      );
      const own = appendedTable(columns, cells);
      const chain = appendedTable(
        LINK_COLUMNS,
        links.map(({ number, before }) => ({ number, before: `#${before}` })),
      );
      return {
        headings: [...own.headings, ...chain.headings],
        rows: own.rows.map((row, index) => [...row, ...(chain.rows[index] ?? [])]),
        formats: [...own.formats, ...chain.formats],
        columnWidths: [...own.columnWidths, ...chain.columnWidths],
        end,
      };
    },
    rowsIn: (raw) => {
      const table = ownTable(raw, needed);
      const [ownCells, chainCells] = [table.reader(columns), table.reader(LINK_COLUMNS)];
      const rows = table.rows.map(({ row, cells: raws }): RecordRow<Read> => {
        const [cells, chain] = [ownCells(raws), chainCells(raws)];
        const found = table.missing.length === 0 ? form.read(cells) : null;
        const number = chain.number('number');
        const value = cells.isSpoilt() || chain.isSpoilt() ? null : found;
        return {
          row,
          value,
          number,
          before: SEAL.exec(chain.text('before'))?.[1] ?? null,
          content: contentOf(cells.text),
          remnant: value === null ? (form.remnant?.(cells) ?? null) : null,
        };
      });
      const unreadable = rows.filter(({ value }) => value === null);
      const [first] = unreadable;
      const chainGone = LINK_HEADINGS.filter((heading) => !table.has(heading));
      const isUnlinked = chainGone.length === LINK_HEADINGS.length;
      return {
        rows: rows.sort((a, b) => (a.number ?? 0) - (b.number ?? 0) || a.row - b.row),
        findings: first === undefined ? [] : [damaged(tab, first.row, 'unreadable', unreadable.length, null)],
        headingsGone: isUnlinked ? table.missing : [...table.missing, ...chainGone],
        isUnlinked,
      };
    },
  };
}

/**
 * A cell as far as a spreadsheet is sure to give it back: spaces and the sign that marks a text may be lost, and a month may have
 * become its first day.
 */
function lastingText(cell: string | number): string {
  return String(cell)
    .replace(/^'|\s/g, '')
    .replace(/^(\d{4}-\d{2})-01$/, '$1');
}
