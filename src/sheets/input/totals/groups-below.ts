/** Totals that name no time and stand above their group: the rows up to the next row of totals. */
import { exactSum } from '../../../domain/decimal.ts';
import type { Bucket } from './time-buckets.ts';
import { type TotalRow, type Verdict, verdictOf } from './totals-above.ts';

/** A total without a time, and the rows below it. */
interface Group<Row extends TotalRow> {
  readonly row: Row;
  /** How many rows of data stand above the first one below it. */
  readonly from: number;
  readonly below: BelowTotal[];
  /** How many of them stand above the first one that may be a total too; null: none is. */
  part: number | null;
}

/** A row below a total. */
interface BelowTotal {
  readonly amounts: readonly number[];
  readonly labels: readonly string[];
}

export interface GroupsBelow<Row extends TotalRow> {
  /** Begins the group of a total. Where its text may be a name, it is also a row of the group around it. */
  begin(row: Row, from: number): void;
  /** Adds a row of data to the groups that are open. */
  add(row: BelowTotal): void;
  end(): void;
  /** What each group makes of its total, with the place of its first row; none: it does not come to it. */
  verdicts(): readonly { readonly row: Row; readonly from: number; readonly verdict: Verdict }[];
}

export function groupsBelow<Row extends TotalRow>(): GroupsBelow<Row> {
  const groups: Group<Row>[] = [];
  /** At most two: that of a total, and within it that of a text which may be a name. */
  let open: readonly Group<Row>[] = [];
  return {
    begin: (row, from) => {
      const around = open.filter((each) => each.row.sense !== 'name' && row.sense === 'name');
      for (const each of around) {
        each.part ??= each.below.length;
        each.below.push(row);
      }
      const group: Group<Row> = { row, from, below: [], part: null };
      groups.push(group);
      open = [...around, group];
    },
    add: (row) => {
      for (const group of open) group.below.push(row);
    },
    end: () => {
      open = [];
    },
    verdicts: () =>
      groups.flatMap((group) => {
        const verdict = verdictOfGroup(group);
        return verdict === null ? [] : { row: group.row, from: group.from, verdict };
      }),
  };
}

/** Holds a total against its rows: all, or those above a text that may be a total of its own. */
function verdictOfGroup({ row, below, part }: Group<TotalRow>): Verdict | null {
  const [whole = null, first = null] = [below, below.slice(0, part ?? 0)].map((rows) =>
    rows.length > 1 && isAnyOf(row, rows) ? verdictOf(bucketOf(row, rows), row) : null,
  );
  return whole ?? first;
}

function bucketOf({ amounts }: TotalRow, rows: readonly BelowTotal[]): Bucket {
  const sums = amounts.map((_, at) => exactSum(rows.map((each) => each.amounts[at] ?? 0)));
  return { rows: rows.length, plain: rows.length, longest: 0, sums };
}

/** Whether a row has a label of the total, if its text may be a name: 나 | 총 2건 above two of 가. */
function isAnyOf({ sense, labels }: TotalRow, rows: readonly BelowTotal[]): boolean {
  return (
    sense !== 'name' ||
    labels.length === 0 ||
    rows.some((each) => each.labels.some((label) => labels.includes(label)))
  );
}
