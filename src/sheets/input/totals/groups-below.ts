/** Totals that name no time and stand above their group: the rows up to the next row of totals. */
import { exactSum } from '../../../domain/decimal.ts';
import type { TotalRow } from './totals-above.ts';

/** A total without a time, and the rows below it. */
interface Group<Row extends TotalRow> {
  readonly row: Row;
  /** How many rows of data stand above the first one below it. */
  readonly from: number;
  readonly below: (readonly number[])[];
  isOver: boolean;
}

export interface GroupsBelow<Row extends TotalRow> {
  /** Begins the group of a total. */
  begin(row: Row, from: number): void;
  /** Adds a row of data to the last group, unless that is over. */
  add(amounts: readonly number[]): void;
  end(): void;
  /** The totals that their groups come to, each with the place of its first row. */
  totals(): readonly { readonly row: Row; readonly from: number }[];
}

export function groupsBelow<Row extends TotalRow>(): GroupsBelow<Row> {
  const groups: Group<Row>[] = [];
  const last = () => groups[groups.length - 1];
  return {
    begin: (row, from) => {
      groups.push({ row, from, below: [], isOver: false });
    },
    add: (amounts) => {
      const group = last();
      if (group?.isOver === false) group.below.push(amounts);
    },
    end: () => {
      const group = last();
      if (group !== undefined) group.isOver = true;
    },
    totals: () => groups.filter(isSum),
  };
}

function isSum({ row: { typed, amounts }, below }: Group<TotalRow>): boolean {
  return (
    below.length > 1 && typed.every((at) => amounts[at] === exactSum(below.map((each) => each[at] ?? 0)))
  );
}
