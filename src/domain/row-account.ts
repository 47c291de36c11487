import type { InputTab } from './tabs.ts';

/** What an archive holds of a tab. */
export interface RowsArchived {
  /** The archived years go up to this one. */
  readonly lastYear: number;
  /** The lines that count for them, and the rows that these were made of. */
  readonly lines: number;
  readonly rows: number;
  /** Rows that still stand in the tab: those that the lines were made of, */
  readonly standing: number;
  /** and others of these years, which are an error. */
  readonly others: number;
}

/**
 * Where every data row of a tab went. Nothing is dropped in silence:
 * read = counted + afterAsOf + excluded + skipped + those that stand in the archive.
 */
export interface RowAccount {
  readonly read: number;
  readonly counted: number;
  /** Dated after the as-of date. */
  readonly afterAsOf: number;
  /** Flagged: listed as a problem, in no figure. */
  readonly excluded: number;
  /** Blank rows, notes, subtotals, repeated headings. */
  readonly skipped: number;
  /** Only where years have been archived. `others` are among those excluded. */
  readonly archived?: RowsArchived;
}

export type RowAccounts = Readonly<Partial<Record<InputTab, RowAccount>>>;
