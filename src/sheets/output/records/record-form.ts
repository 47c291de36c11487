/**
 * The tabs whose rows are guarded as a set: each row is written with its running number and the seal of the row before it, and read
 * back with what tells whether it is as it was written. Rows of earlier versions have neither, and are read as they are.
 */
import type { Finding } from '../../../domain/finding.ts';
import { fingerprint } from '../../../domain/fingerprint.ts';
import { EMPTY_GUARD, linkedAfter, type RecordEnd, type SetRow } from '../../../domain/record-set.ts';
import type { RecordTab } from '../../../domain/tabs.ts';
import type { RawCell, RawTab } from '../../raw.ts';
import {
  type AppendedTable,
  appendedTable,
  COUNT_COLUMN,
  damaged,
  type OwnCells,
  type OwnColumn,
  type OwnTable,
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

/** How one layout of a tab is read. */
interface LayoutOf<Key extends string, Read> {
  readonly columns: Readonly<Record<Key, OwnColumn>>;
  /** Columns that a spreadsheet may give back otherwise than they were written. */
  readonly unsealed?: readonly NoInfer<Key>[];
  /** Columns at the end that tabs of earlier versions do not have. */
  readonly later?: readonly NoInfer<Key>[];
  read(cells: OwnCells<Key>): Read | null;
  /** What of a row that cannot be read is asked for. */
  remnant?(cells: OwnCells<Key>): string | null;
}

/** The same, whatever its columns. */
interface RowLayout<Read> {
  /** Columns without which no row can be read. */
  readonly needed: readonly OwnColumn[];
  reader(table: OwnTable): (cells: readonly RawCell[]) => {
    readonly value: Read | null;
    readonly content: string;
    remnant(): string | null;
  };
}

export function rowLayout<Key extends string, Read>(layout: LayoutOf<Key, Read>): RowLayout<Read> {
  const { columns, later = [] } = layout;
  // The keys of a record of columns are its columns.
  const keys = Object.keys(columns) as Key[];
  const needed = keys.filter((key) => !later.includes(key)).map((key) => columns[key]);
  return {
    needed,
    reader: (table) => {
      const cellsOf = table.reader(columns);
      const isReadable = needed.every(({ heading }) => table.has(heading));
      return (raws) => {
        const cells = cellsOf(raws);
        const found = isReadable ? layout.read(cells) : null;
        return {
          value: cells.isSpoilt() ? null : found,
          content: contentOf(layout, cells.text),
          remnant: () => layout.remnant?.(cells) ?? null,
        };
      };
    },
  };
}

/** What is sealed of a row. */
function contentOf<Key extends string>(
  { columns, unsealed = [] }: Pick<LayoutOf<Key, unknown>, 'columns' | 'unsealed'>,
  said: (key: Key) => string | number,
): string {
  // The keys of a record of columns are its columns.
  const sealed = (Object.keys(columns) as Key[]).filter((key) => !unsealed.includes(key));
  return fingerprint(sealedText(sealed.map(said)));
}

/** Made of what the cells say, not of what they mean: a later version may read them otherwise, and have more of them at the end. */
export function sealedText(cells: readonly (string | number)[]): string {
  return cells.map(lastingText).join('\n').trimEnd();
}

/**
 * @param form `layout`: the one that is written; `version`: the column that says so, and what it says; `earlier`: the one of rows that say
 * nothing there; `unwritten`: columns at the end that are read where they are, and not made.
 */
export function recordForm<Key extends string, Written, Read>(form: {
  readonly tab: RecordTab;
  readonly layout: LayoutOf<Key, Read>;
  readonly version?: { readonly column: OwnColumn; readonly text: string };
  readonly earlier?: RowLayout<Read>;
  readonly unwritten?: readonly NoInfer<Key>[];
  cellsOf(value: Written): Readonly<Record<Key, string | number>>;
}): RecordForm<Written, Read> {
  const { tab, layout, version, earlier, unwritten = [] } = form;
  const written = rowLayout(layout);
  const layouts = earlier === undefined ? [written] : [written, earlier];

  return {
    tab,
    table: (values, after = EMPTY_GUARD.end) => {
      const cells = values.map(form.cellsOf);
      const { links, end } = linkedAfter(
        after,
        cells.map((row) => contentOf(layout, (key) => row[key])),
      );
      const own = appendedTable(layout.columns, cells, unwritten);
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
      const table = ownTable(
        raw,
        layouts.map(({ needed }) => needed),
      );
      const readAs = { written: written.reader(table), earlier: earlier?.reader(table) };
      const versionOf = version === undefined ? null : table.reader({ version: version.column });
      const chainCells = table.reader(LINK_COLUMNS);
      const rows = table.rows.map(({ row, cells }): RecordRow<Read> => {
        const chain = chainCells(cells);
        const said = versionOf?.(cells).text('version') ?? '';
        const read = said === '' && readAs.earlier !== undefined ? readAs.earlier : readAs.written;
        const { value: found, content, remnant } = read(cells);
        const number = chain.number('number');
        // A row of a version to come says more than can be read here.
        const isOfNoLayout = version !== undefined && said !== '' && said !== version.text;
        const value = chain.isSpoilt() || isOfNoLayout ? null : found;
        return {
          row,
          value,
          number,
          before: SEAL.exec(chain.text('before'))?.[1] ?? null,
          content,
          remnant: value === null ? remnant() : null,
        };
      });
      const unreadable = rows.filter(({ value }) => value === null);
      const [first] = unreadable;
      const chainGone = LINK_HEADINGS.filter((heading) => !table.has(heading));
      const isUnlinked = chainGone.length === LINK_HEADINGS.length;
      const gone = headingsGone(table, layouts);
      return {
        rows: rows.sort((a, b) => (a.number ?? 0) - (b.number ?? 0) || a.row - b.row),
        findings: first === undefined ? [] : [damaged(tab, first.row, 'unreadable', unreadable.length, null)],
        headingsGone: isUnlinked ? gone : [...gone, ...chainGone],
        isUnlinked,
      };
    },
  };
}

/** The headings that are gone. A tab has those of a layout where it has any that no other layout has; without one, those that all of them have. */
function headingsGone(
  table: OwnTable,
  layouts: readonly Pick<RowLayout<unknown>, 'needed'>[],
): readonly string[] {
  const headings = layouts.map(({ needed }) => needed.map(({ heading }) => heading));
  const isOwn = (heading: string, index: number) =>
    headings.every((others, other) => other === index || !others.includes(heading));
  const present = headings.filter((names, index) =>
    names.some((heading) => isOwn(heading, index) && table.has(heading)),
  );
  const [first = [], ...others] = headings;
  const asked =
    present.length > 0
      ? present.flat()
      : first.filter((heading) => others.every((names) => names.includes(heading)));
  return [...new Set(asked)].filter((heading) => !table.has(heading));
}

/**
 * A cell as far as a spreadsheet is sure to give it back: spaces and the sign that marks a text may be lost, and a month may have
 * become its first day.
 */
function lastingText(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  // Nearly no cell has either, and there may be a hundred thousand rows: to look is quicker than to replace.
  const text = MAY_BE_LOST.test(cell) ? cell.replace(/^'|\s/g, '') : cell;
  return text.endsWith('-01') ? text.replace(/^(\d{4}-\d{2})-01$/, '$1') : text;
}

const MAY_BE_LOST = /^'|\s/;
