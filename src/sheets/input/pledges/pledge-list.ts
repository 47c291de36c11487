/** 공약목록: the pledges of an office, one a row. Its settings are read as those of 공약 are. */
import type { Finding } from '../../../domain/finding.ts';
import type { PledgeKey } from '../../../domain/pledge-key.ts';
import { accepted, DASH } from '../../cells/parsed.ts';
import { NOT_SAID } from '../../names.ts';
import { isBlank, isDateCell, type RawCell, type RawTab, shownText } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import type { ReadContext } from '../columns.ts';
import type { Headings } from '../headings.ts';
import { withPercentsShown } from '../indicators/percent-cells.ts';
import { type ReadRow, type ReadRows, readRows } from '../rows/read-rows.ts';
import { listTotals } from './list-totals.ts';
import { pledgeListTab } from './pledge-list-tab.ts';
import { pledgeKeysOf, UNNUMBERED } from './pledge-numbers.ts';
import { type SameNames, sameNames } from './same-names.ts';
import { withTotalCostUnit } from './total-cost-unit.ts';

type Columns = (typeof pledgeListTab)['columns'];
/** The columns that hold a setting, as 공약 does under the same name. */
export type ListedSetting = Exclude<keyof Columns, 'field'>;

/** A pledge of 공약목록. */
export interface ListedPledge {
  readonly key: PledgeKey;
  /** Its number as a person wrote it. */
  readonly number: string;
  /** Row number in the list. */
  readonly row: number;
  /** null: blank, a dash or 미지정. */
  readonly field: string | null;
  /** The cells of its row. */
  readonly cells: Readonly<Record<ListedSetting, RawCell>>;
}

export interface ReadPledgeList {
  readonly pledges: readonly ListedPledge[];
  /** The office's name of a department, for any spelling of it. */
  readonly departmentOf: (typed: string) => string;
  readonly account: Pick<ReadRows<unknown>, 'read' | 'excluded' | 'skipped'>;
  readonly headings: Headings | null;
  readonly findings: readonly Finding[];
}

/** Reads 공약목록. A row that repeats a number is left out, and so is a row without a number. */
export function readPledgeList(raw: RawTab, context: ReadContext): ReadPledgeList {
  const {
    rows,
    findings: cellFindings,
    ...read
  } = readRows(pledgeListTab, withPercentsShown('pledgeList', raw), {
    ...context,
    pledges: { only: UNNUMBERED, of: () => accepted(UNNUMBERED) },
  });
  const cellsOf = (column: 'field' | 'department') =>
    rows.map(({ row, values }) => ({ row, cell: values[column] }));
  const fields = sameNames('field', cellsOf('field'));
  const departments = sameNames('department', cellsOf('department'));
  const costs = rows.map(({ values }) => values.totalCostWon);
  const withUnit = read.headings === null ? null : withTotalCostUnit(raw, read.headings, costs);
  const findings: Finding[] = [
    ...cellFindings,
    ...(withUnit?.findings ?? []),
    ...fields.findings,
    ...departments.findings,
    ...sharesAboveOne(rows.map(({ row, values }) => ({ row, cell: values.implementationPercent }))),
  ];
  const firstRows = new Map<PledgeKey, number>();
  const pledges = rows.flatMap((row): readonly ListedPledge[] => {
    const pledge = listedPledge(row, fields, departments);
    const firstRow = firstRows.get(pledge.key);
    if (firstRow === undefined) {
      firstRows.set(pledge.key, row.row);
      return [pledge];
    }
    findings.push({
      problem: { code: 'doubled-pledge-number', found: pledge.number, firstRow },
      place: { tab: 'pledgeList', row: row.row, field: 'number' },
    });
    return [];
  });
  const costOf = new Map(rows.map(({ row, values }) => [row, values.totalCostWon]));
  if (withUnit !== null) {
    const counted = pledges.map(({ row }) => ({ row, cost: costOf.get(row) ?? '' }));
    findings.push(...listTotals(withUnit.headings, read.totals ?? [], counted));
  }
  const excluded = read.excluded + rows.length - pledges.length;
  return {
    pledges,
    departmentOf: departments.nameOf,
    account: { read: read.read, excluded, skipped: read.skipped },
    headings: withUnit?.headings ?? null,
    findings,
  };
}

/**
 * Reports 1.2 in a column of shares such as 0.54 and 1: these are read as 54 % and 100 %, so that 1.2 is
 * probably 120 % and not the 1.2 % as which it is read.
 */
function sharesAboveOne(
  cells: readonly { readonly row: number; readonly cell: RawCell }[],
): readonly Finding[] {
  const values = cells.map(({ cell }) => Number(isBlank(cell) ? Number.NaN : shownText(cell)));
  if (!values.some((value) => value > 0 && value < 1)) return [];
  return cells.flatMap(({ row, cell }, at): readonly Finding[] => {
    const readAs = values[at] ?? 0;
    if (!(readAs > 1 && readAs < 2)) return [];
    const share = Number((readAs * 100).toPrecision(12));
    return [
      {
        problem: { code: 'share-for-percent', found: shownText(cell).trim(), share, readAs },
        place: { tab: 'pledgeList', row, field: 'implementationPercent' },
      },
    ];
  });
}

type ListRow = Omit<ListedPledge['cells'], 'name'> & {
  readonly name: string;
  readonly field: string | null;
};

function listedPledge(
  { row, values }: ReadRow<ListRow>,
  fields: SameNames,
  departments: SameNames,
): ListedPledge {
  const { field, ...cells } = values;
  const { department } = cells;
  const [key = UNNUMBERED] = pledgeKeysOf(values.number);
  const number = isDateCell(values.number) ? key : shownText(values.number).trim();
  return {
    key,
    number,
    row,
    field: field === null || isNobody(field) ? null : fields.nameOf(field),
    cells: {
      ...cells,
      department:
        typeof department !== 'string'
          ? department
          : isNobody(department)
            ? ''
            : departments.nameOf(department),
    },
  };
}

/** Whether a text means no field or department: a dash, or 미지정, which is what 총괄 calls it. */
function isNobody(typed: string): boolean {
  const text = compactReadText(typed);
  return text === NOT_SAID || DASH.test(text);
}
