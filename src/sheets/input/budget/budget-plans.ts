/**
 * Reads 예산계획: a list (one row per year and funding source) or a wide table (one row per funding source, one
 * column per year).
 */
import type { Finding } from '../../../domain/finding.ts';
import type { BudgetPlan, BudgetTime } from '../../../domain/records.ts';
import { type RawTab, shownText } from '../../raw.ts';
import { defineTab, type ReadContext } from '../columns.ts';
import { findHeadings, type Headings } from '../headings.ts';
import { NO_BUDGET } from '../no-budget.ts';
import { pledgeNumberIndex } from '../pledges/pledge-column.ts';
import { filledIndexes, type ReadRow, type ReadRows, readRowsAs } from '../rows/read-rows.ts';
import { headingKeys, readTables, type TableHeadings } from '../tables-below.ts';
import { budgetPlansTab } from '../tabs.ts';
import { readTotalsAlone } from '../totals/total-rows.ts';
import { isRemark } from '../years/target-rows.ts';
import { type MoneyColumns, type WithoutAside, withoutAsideRows } from './aside-rows.ts';
import { type NamedTime, rowOfFundingSourcesAcross, timeIn } from './headed-times.ts';
import { mergedAcross } from './merged-across.ts';
import { moneyLabel } from './money-labels.ts';
import { doubledRows, rowsDifferingBeside, WHAT_FOR } from './repeated-rows.ts';
import { type WideCell, wideFundingSourceColumn, wonColumn } from './wide-cells.ts';
import { totalHeading, type WideLayout, wideTable } from './wide-plans.ts';

/** Returns every planned amount with the row it comes from. */
export function readBudgetPlans(tab: RawTab, context: ReadContext): ReadRows<BudgetPlan> {
  const fundingSourceColumnOf = ({ cells }: Headings) => (cells.get('fundingSource')?.column ?? 0) - 1;
  return readTables(tab, BUDGET_TABLES, (raw) =>
    readTotalsAlone(raw, context, (each) => readTable(each, context), fundingSourceColumnOf),
  );
}

function readTable(raw: RawTab, context: ReadContext): ReadRows<BudgetPlan> {
  const across = rowOfFundingSourcesAcross(raw, TIME_NAMES, isFundingSourceOf(context));
  if (across !== null) return nothingRead(found(across, { code: 'funds-across' }));
  const table = wideTable(raw, {
    labels: [fundingSource.heading, ...WIDE_ALIASES],
    timeNames: TIME_NAMES,
    others: TOTALS,
    timeOf: timeIn,
  });
  if (table === null) return readList(raw, context);
  if (table.kind === 'both') {
    return nothingRead(found(table.row, { code: 'year-beside-years', found: table.heading }));
  }
  return readWide(table, context);
}

const { year, fundingSource, planned } = budgetPlansTab.columns;
const TIME_NAMES = [year.heading, ...year.aliases];
/**
 * Other headings of the funding source column in a wide table. 구분 is the least specific, so it comes last.
 */
const WIDE_ALIASES = [...fundingSource.aliases, '재원별', '사업비구분', '구분'];
const TOTALS = [
  ...['계', '합계', '소계', '총계', '총합', '총액', '총사업비', '총 계', '총합계'],
  ...planned.aliases,
];

/** The headings by which the tables within the tab are recognised. */
export const BUDGET_TABLES: TableHeadings = {
  tab: 'budgetPlans',
  unit: '백만원',
  labels: headingKeys(fundingSource, { heading: '재원별', aliases: WIDE_ALIASES }, year),
  list: [year, fundingSource, planned].map((column) => headingKeys(column)),
  withoutLabel: true,
  timeOf: (cell) => timeIn(cell)?.heading ?? null,
};

function nothingRead(...findings: readonly Finding[]): ReadRows<BudgetPlan> {
  return { headings: null, rows: [], read: 0, excluded: 0, skipped: 0, subtotals: [], findings };
}

function found(row: number, problem: Finding['problem']): Finding {
  return { problem, place: { tab: 'budgetPlans', row, field: null } };
}

function isFundingSourceOf({ fundingSources }: ReadContext): (label: string) => boolean {
  return (label) => fundingSources.lists(label);
}

/** Reads a list: one row per year and funding source. */
function readList(raw: RawTab, context: ReadContext): ReadRows<BudgetPlan> {
  const { headings, findings } = findHeadings(budgetPlansTab, raw);
  if (headings === null) return nothingRead(...findings);
  const columnOf = (field: string) => (headings.cells.get(field)?.column ?? 0) - 1;
  const fundingSource = columnOf('fundingSource');
  const pledge = pledgeNumberIndex(headings) ?? -1;
  const read = new Set([...headings.cells.values()].map(({ column }) => column - 1).concat(pledge));
  const columns: MoneyColumns = {
    isList: true,
    heading: headings.row - 1,
    fundingSource,
    labels: headings.texts.flatMap((text, column) =>
      column === fundingSource || !(read.has(column) || isRemark(text) || WHAT_FOR.test(text))
        ? [column]
        : [],
    ),
    scopes: [columnOf('year'), pledge],
  };
  const apart = withoutAsideRows(raw, columns, isFundingSourceOf(context));
  const result = readRowsAs(
    budgetPlansTab,
    apart.raw,
    context,
    ({ row, pledge: of, values }): readonly BudgetPlan[] => [
      {
        pledge: of,
        when: values.year,
        fundingSource: values.fundingSource,
        planned: wonAt(row, values.planned),
      },
    ],
  );
  return whole(result, { raw, columns, apart, context, results: [] }, []);
}

type WideRow = ReadRow<Readonly<Record<string, WideCell>>>;

function readWide(table: WideLayout<BudgetTime>, context: ReadContext): ReadRows<BudgetPlan> {
  const { times, columns } = table;
  const fieldOf = ({ heading }: NamedTime<BudgetTime>) => `planned ${heading}`;
  const definition = defineTab('budgetPlans', budgetPlansTab.name, {
    fundingSource: wideFundingSourceColumn(WIDE_ALIASES),
    ...Object.fromEntries(
      Array.from({ length: Math.max(table.totals, 1) }, (_, index) => [
        totalField(index),
        // The first total has all the names, so that 점검 can suggest it for an unknown column if the table has
        // no total.
        wonColumn({ heading: totalHeading(index), aliases: index === 0 ? TOTALS : [] }, 'total'),
      ]),
    ),
    ...Object.fromEntries(times.map((time) => [fieldOf(time), wonColumn({ heading: time.heading }, 'time')])),
  });
  const apart = withoutAsideRows(table.raw, columns, isFundingSourceOf(context));
  const across = mergedAcross(apart.raw, table);
  const wrongTotals: Finding[] = [];
  const unread = new Set(across.rows);
  const result = readRowsAs(definition, across.raw, context, (read: WideRow) => {
    const plans = plansOf(read, times, fieldOf);
    if (Object.values(read.values).some((cell) => cell.kind === 'won' && cell.isUnread)) unread.add(read.row);
    // A row with an unread cell or column cannot sum to its total, so its total is not checked.
    if (!unread.has(read.row) && table.notRead.length === 0) {
      wrongTotals.push(...wrongTotal(read, plans, table.totals));
    }
    return { row: read.row, plans };
  });
  const lost = result.rows.filter(({ row, plans }) => plans.length === 0 && unread.has(row)).length;
  const rows = result.rows.map(({ plans }) => plans);
  const counted = { ...result, rows, excluded: result.excluded + lost };
  return whole(counted, { raw: table.raw, columns, apart, context, results: table.results }, [
    ...timesOutside(result, times, fieldOf, context),
    ...wrongTotals,
    ...across.findings(fieldOf),
    ...table.doubled.map((heading) => found(columns.heading + 1, { code: 'doubled-heading', heading })),
    ...(table.notRead.length === 0
      ? []
      : [found(columns.heading + 1, { code: 'year-not-told', columns: table.notRead })]),
  ]);
}

interface ReadTable {
  /** The tab before rows were set aside. */
  readonly raw: RawTab;
  readonly columns: MoneyColumns;
  readonly apart: WithoutAside;
  readonly context: ReadContext;
  /** Headings of filled columns that hold no planned amounts. */
  readonly results: readonly string[];
}

/** Combines the plans of all rows with all findings. Rows set aside count as skipped. */
function whole(
  result: ReadRows<readonly BudgetPlan[]>,
  { raw, columns, apart, context, results }: ReadTable,
  more: readonly Finding[],
): ReadRows<BudgetPlan> {
  const { headings, excluded } = result;
  const rows = result.rows.flat();
  const read = headings === null ? 0 : filledIndexes(raw, headings.row).length;
  const labelAt = (row: number) => shownText(raw.rows[row - 1]?.[columns.fundingSource] ?? '');
  const labelOf = (row: number) => moneyLabel(labelAt(row), isFundingSourceOf(context));
  const compared = result.rows.flatMap((plans) => {
    const [first] = plans;
    const amounts = plans.filter((plan) => plan.planned.amount !== 0);
    if (first === undefined || amounts.length === 0) return [];
    const { pledge, fundingSource } = first;
    const won = amounts.reduce((sum, plan) => sum + plan.planned.amount, 0);
    const values = [fundingSource, amounts.map((plan) => [plan.when, plan.planned.amount])];
    return [{ row: first.planned.row, pledge, when: String(first.when), won, values }];
  });
  const isAside = apart.aside.length + results.length > 0;
  return {
    ...result,
    rows,
    read,
    skipped: read - excluded - result.rows.filter((plans) => plans.length > 0).length,
    findings: [
      ...result.findings,
      ...more,
      ...(isAside
        ? [
            found(columns.heading + 1, {
              code: 'results-in-plan',
              rows: apart.aside,
              columns: results,
              ...(apart.counted.length === 0 ? {} : { counted: apart.counted }),
            }),
          ]
        : []),
      ...(headings === null
        ? []
        : [
            ...doubledRows('budgetPlans', compared, raw, headings),
            ...rowsDifferingBeside(rows, raw, headings, columns.fundingSource, (row) =>
              labelOf(row).kind === null ? '' : labelAt(row),
            ),
          ]),
    ],
  };
}

function plansOf(
  { row, pledge, values }: WideRow,
  times: readonly NamedTime<BudgetTime>[],
  fieldOf: (time: NamedTime<BudgetTime>) => string,
): readonly BudgetPlan[] {
  const label = values.fundingSource;
  if (label?.kind !== 'fundingSource') return [];
  const { fundingSource } = label;
  const plans = times.flatMap((time): readonly BudgetPlan[] => {
    const field = fieldOf(time);
    const cell = values[field];
    const won = cell?.kind === 'won' ? cell.won : null;
    return won === null
      ? []
      : [{ pledge, when: time.time, fundingSource: fundingSource, planned: { ...wonAt(row, won), field } }];
  });
  const [first] = times;
  // 비예산 needs no amount, but its row is still part of the plan.
  return plans.length === 0 && fundingSource === NO_BUDGET && first !== undefined
    ? [{ pledge, when: first.time, fundingSource: fundingSource, planned: wonAt(row, 0) }]
    : plans;
}

const totalField = (index: number) => (index === 0 ? 'total' : `total ${index + 1}`);

/** Reports the row's first total if none of its totals equals the sum of its years. */
function wrongTotal(
  { row, values }: WideRow,
  plans: readonly BudgetPlan[],
  totals: number,
): readonly Finding[] {
  const sum = plans.reduce((won, plan) => won + plan.planned.amount, 0);
  const written = Array.from({ length: totals }, (_, index) => {
    const cell = values[totalField(index)];
    return { field: totalField(index), won: cell?.kind === 'won' ? cell.won : null };
  });
  const first = written.find(({ won }) => won !== null);
  if (first === undefined || first.won === null || written.some(({ won }) => won === sum)) return [];
  return [
    {
      problem: { code: 'row-total-differs', writtenWon: first.won, sumWon: sum },
      place: { tab: 'budgetPlans', row, field: first.field },
    },
  ];
}

/** Reports each year column outside the pledge's term, once. Its amounts count as 기투자 or 임기후. */
function timesOutside(
  { headings }: ReadRows<unknown>,
  times: readonly NamedTime<BudgetTime>[],
  fieldOf: (time: NamedTime<BudgetTime>) => string,
  { startYear, endYear }: ReadContext,
): readonly Finding[] {
  if (headings === null) return [];
  return times.flatMap((named): readonly Finding[] => {
    const { time } = named;
    if (typeof time !== 'number') return [];
    const isOutside = (startYear !== null && time < startYear) || (endYear !== null && time > endYear);
    if (!isOutside) return [];
    return [
      {
        problem: { code: 'year-outside-term', found: String(time), from: startYear, to: endYear },
        place: { tab: 'budgetPlans', row: headings.row, field: fieldOf(named) },
      },
    ];
  });
}

function wonAt(row: number, amount: number): BudgetPlan['planned'] {
  return { tab: 'budgetPlans', row, amount, approximate: false };
}
