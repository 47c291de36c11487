/**
 * Record tabs, whose rows are guarded as a set. Each row is written with a running number and the seal of the
 * row before it, so that it can later be checked whether rows are gone or altered. Rows of earlier versions
 * have neither, and are read as they are.
 */
import type { Finding } from '../../../domain/finding.ts';
import { fingerprint } from '../../../domain/fingerprint.ts';
import {
  EMPTY_GUARD,
  linkedAfter,
  type RecordEnd,
  runningNumber,
  type SetRow,
} from '../../../domain/record-set.ts';
import type { RecordTab } from '../../../domain/tabs.ts';
import type { RawCell, RawTab } from '../../raw.ts';
import { fingerprintIn, fingerprintText } from './fingerprint-text.ts';
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

/** A row of a record tab. */
export interface RecordRow<Value> extends SetRow {
  /** Row number in the tab. */
  readonly row: number;
  /** null: unreadable. */
  readonly value: Value | null;
  /** The month of an unreadable row of 월별기록; null where that cannot be read either, and in other tabs. */
  readonly readableMonth: string | null;
}

/** How to write and read the rows of one tab. */
export interface RecordForm<Written, Read = Written> {
  readonly tab: RecordTab;
  /** @param after number and seal of the last existing row. */
  table(values: readonly Written[], after?: RecordEnd): AppendedTable & { readonly end: RecordEnd };
  /** In the order in which they were written, rows without a number first. */
  rowsIn(raw: RawTab): {
    readonly rows: readonly RecordRow<Read>[];
    readonly findings: readonly Finding[];
    /** Missing headings. Those of the links are included only where one of the two is missing. */
    readonly headingsGone: readonly string[];
    /** True if both headings of the links are missing: deleted, or never written by an earlier version. */
    readonly isUnlinked: boolean;
  };
}

const LINK_COLUMNS = {
  number: { heading: '번호', width: 60, format: COUNT_COLUMN },
  before: { heading: '앞 행의 지문', width: 150 },
};
export const LINK_HEADINGS = Object.values(LINK_COLUMNS).map(({ heading }) => heading);

/** How to read one layout of a tab. */
interface LayoutOf<Key extends string, Read> {
  readonly columns: Readonly<Record<Key, OwnColumn>>;
  /** Columns that are not sealed, because a spreadsheet may return something other than was written. */
  readonly unsealed?: readonly NoInfer<Key>[];
  /** Columns at the end that tabs of earlier versions lack. */
  readonly later?: readonly NoInfer<Key>[];
  read(cells: OwnCells<Key>): Read | null;
  /** Reads the month of an unreadable row. */
  readableMonth?(cells: OwnCells<Key>): string | null;
}

/** A layout, independent of its column keys. */
interface RowLayout<Read> {
  /** Columns without which no row can be read. */
  readonly needed: readonly OwnColumn[];
  reader(table: OwnTable): (cells: readonly RawCell[]) => {
    readonly value: Read | null;
    readonly content: string;
    readableMonth(): string | null;
  };
}

export function rowLayout<Key extends string, Read>(layout: LayoutOf<Key, Read>): RowLayout<Read> {
  const { columns, later = [] } = layout;
  // A cast, because `Object.keys` returns plain strings.
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
          value: cells.isUnreadable() ? null : found,
          content: contentOf(layout, cells.text),
          readableMonth: () => layout.readableMonth?.(cells) ?? null,
        };
      };
    },
  };
}

/** Fingerprint of the sealed cells of a row. */
export function contentOf<Key extends string>(
  { columns, unsealed = [] }: Pick<LayoutOf<Key, unknown>, 'columns' | 'unsealed'>,
  cellText: (key: Key) => string | number,
): string {
  // A cast, because `Object.keys` returns plain strings.
  const sealed = (Object.keys(columns) as Key[]).filter((key) => !unsealed.includes(key));
  return fingerprint(sealedText(sealed.map(cellText)));
}

/**
 * The text that is sealed. It holds the cells as written, not their meaning, and drops blank cells at the
 * end: a later version may read cells differently and add columns.
 */
function sealedText(cells: readonly (string | number)[]): string {
  return cells.map(lastingText).join('\n').trimEnd();
}

/**
 * @param form `layout`: the layout that is written. `version`: the column and text that identify it.
 * `earlier`: the layout of rows without a version. `unwritten`: columns that are read where present, but not
 * made.
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
        links.map(({ number, before }) => ({ number, before: fingerprintText(before) })),
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
        const versionText = versionOf?.(cells).text('version') ?? '';
        const read = versionText === '' && readAs.earlier !== undefined ? readAs.earlier : readAs.written;
        const { value: found, content, readableMonth } = read(cells);
        const number = runningNumber(chain.number('number'));
        // A row of a later version may say more than can be read here.
        const isOfNoLayout = version !== undefined && versionText !== '' && versionText !== version.text;
        const value = chain.isUnreadable() || isOfNoLayout ? null : found;
        return {
          row,
          value,
          number,
          before: fingerprintIn(chain.text('before')),
          content,
          readableMonth: value === null ? readableMonth() : null,
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

/**
 * The needed headings that are missing. Where the tab has a heading that only one layout has, all headings of
 * that layout are needed; where it has no such heading, those that all layouts share.
 */
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
 * The part of a cell that a spreadsheet is sure to return. Spaces and a leading apostrophe may be lost, and a
 * month may have become its first day.
 */
function lastingText(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  // A quick test first: there may be a hundred thousand rows, and nearly no cell needs replacing.
  const text = MAY_BE_LOST.test(cell) ? cell.replace(/^'|\s/g, '') : cell;
  return text.endsWith('-01') ? text.replace(/^(\d{4}-\d{2})-01$/, '$1') : text;
}

const MAY_BE_LOST = /^'|\s/;
