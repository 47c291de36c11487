/** The rows that totals are held against, as amounts. */
import type { InputTab } from '../../../domain/tabs.ts';

/** What a row of a tab adds, or what a row of totals says that the rows come to, by field. */
export interface SummedRow {
  readonly row: number;
  /** The text that makes it a row of totals; null: it is none. */
  readonly total: string | null;
  readonly amounts: Readonly<Record<string, number>>;
  /** Of a total: the worth of the last digit of each amount ({@link Subtotal.step}). */
  readonly steps?: Readonly<Record<string, number>>;
}

/** Collects the rows that the totals of a tab of all pledges are held against, while each pledge is read. */
export interface SummedRows {
  readonly tabs: ReadonlySet<InputTab>;
  add(tab: InputTab, row: SummedRow): void;
}
