/** 예산계획, as a list (a row for each year and fund) or as it is published (a row for each fund, a column for each year). */
import type { Finding } from '../../../domain/finding.ts';
import type { BudgetPlan, BudgetTime } from '../../../domain/records.ts';
import type { FundingSource } from '../../../domain/words.ts';
import { outsideTerm } from '../../cells/budget-time.ts';
import { saysNothing } from '../../cells/money.ts';
import { accepted, type Parsed } from '../../cells/parsed.ts';
import { budgetTimeName } from '../../names.ts';
import type { RawCell, RawTab } from '../../raw.ts';
import { type Column, defineTab, moneyColumn, type ReadContext } from '../columns.ts';
import { headingKey } from '../headings.ts';
import { NO_BUDGET } from '../office-words.ts';
import { lastRowWithContent, type ReadRow, type ReadRows, readRowsAs } from '../rows/read-rows.ts';
import { isPlanTotal } from '../rows/total-words.ts';
import { headingKeys, readTables, type TableHeadings } from '../tables-below.ts';
import { budgetPlansTab } from '../tabs.ts';
import { yearHeading } from '../years/year-columns.ts';
import { type AsideRow, withoutAsideRows } from './aside-rows.ts';
import { mergedAcross, withoutRows } from './merged-across.ts';
import { type HeadedTime, type NamedTime, type WideLayout, wideTable } from './wide-tables.ts';

/** Every amount that is planned, each with the row it stands in. */
export function readBudgetPlans(tab: RawTab, context: ReadContext): ReadRows<BudgetPlan> {
  return readTables(tab, TABLES, (raw) => readTable(raw, context));
}

function readTable(raw: RawTab, context: ReadContext): ReadRows<BudgetPlan> {
  const table = wideTable(raw, {
    labels: [fundingSource.heading, ...WIDE_ALIASES],
    timeNames: [year.heading, ...year.aliases],
    others: [TOTAL.heading, ...TOTAL.aliases],
    timeOf: timeIn,
  });
  if (table === null) {
    return readRowsAs(budgetPlansTab, raw, context, ({ row, pledge, values }) => ({
      pledge,
      when: values.year,
      fundingSource: values.fundingSource,
      planned: wonAt(row, values.planned),
    }));
  }
  if (table.kind === 'both') return { ...NOTHING_READ, findings: [yearBesideYears(table)] };
  return readWide(table, context);
}

const { year, fundingSource, planned } = budgetPlansTab.columns;
/** What else stands above the funds, 구분 where no column needs to be told from another. */
const WIDE_ALIASES = [...fundingSource.aliases, '재원별', '구분'];
const TOTAL = {
  heading: '계',
  aliases: [...['합계', '소계', '총계', '총합', '총액', '총사업비', '총 계', '총합계'], ...planned.aliases],
};

/** The tables of the tab, by their headings. */
const TABLES: TableHeadings = {
  tab: 'budgetPlans',
  labels: headingKeys(fundingSource, { heading: '재원별', aliases: ['구분'] }, year),
  list: [year, fundingSource, planned].map((column) => headingKeys(column)),
  withoutLabel: true,
  timeOf: (cell) => timeIn(cell)?.heading ?? null,
};

const NOTHING_READ = {
  headings: null,
  rows: [],
  read: 0,
  excluded: 0,
  skipped: 0,
  subtotals: [],
} as const;

function yearBesideYears({ row, heading }: { readonly row: number; readonly heading: string }): Finding {
  return {
    problem: { code: 'year-beside-years', found: heading },
    place: { tab: 'budgetPlans', row, field: null },
  };
}

/** A heading that names a time: 2024, 24년, 2024년 예산, 2024(백만원), 기투자. */
function timeIn(cell: RawCell): HeadedTime<BudgetTime> | null {
  // All years up to one are not that year.
  if (typeof cell === 'string' && /까지/.test(cell)) return null;
  const year = yearHeading(cell);
  if (year !== null) return { time: year.year, heading: budgetTimeName(year.year), part: year.part };
  const outside = typeof cell === 'string' ? outsideTerm(headingKey(cell)) : null;
  return outside === null ? null : { time: outside, heading: budgetTimeName(outside), part: 'plan' };
}

/** What a cell of a wide table holds. */
type WideCell =
  | { readonly kind: 'fund'; readonly fund: FundingSource }
  /** null: blank, or a dash, which plans nothing. */
  | { readonly kind: 'won'; readonly won: number | null };

function readWide(table: WideLayout<BudgetTime>, context: ReadContext): ReadRows<BudgetPlan> {
  const { times } = table;
  const fieldOf = ({ heading }: NamedTime<BudgetTime>) => `planned ${heading}`;
  const definition = defineTab('budgetPlans', budgetPlansTab.name, {
    fundingSource: fundColumn(),
    total: wonColumn(TOTAL, null),
    ...Object.fromEntries(
      times.map((time, index) => [
        fieldOf(time),
        wonColumn({ heading: time.heading }, index === 0 ? UNIT : null),
      ]),
    ),
  });
  const isFund = (label: string) => context.fundingSources.lists(label);
  const { raw, aside } = withoutAsideRows(table.raw, table.heading + 1, table.label, table.labels, isFund);
  const across = mergedAcross(raw, table);
  const wrongTotals: Finding[] = [];
  let emptyRows = 0;
  const result = readRowsAs(definition, withoutRows(raw, across.rows), context, (read) => {
    const plans = plansOf(read, times, fieldOf);
    if (plans.length === 0) emptyRows += 1;
    wrongTotals.push(...wrongTotal(read, plans));
    return plans;
  });
  // The rows that were taken out beforehand are there all the same.
  const read = result.headings === null ? 0 : lastRowWithContent(table.raw) - result.headings.row;
  const excluded = result.excluded + across.rows.size;
  return {
    ...result,
    rows: result.rows.flat(),
    read,
    excluded,
    skipped: read - excluded - (result.rows.length - emptyRows),
    findings: [
      ...result.findings,
      ...timesOutside(result, times, fieldOf, context),
      ...wrongTotals,
      ...across.findings(fieldOf),
      ...notCounted(table, aside),
    ],
  };
}

/** What of the table is no plan, or not understood: each told once. */
function notCounted({ heading, results, notRead }: WideLayout<BudgetTime>, rows: readonly AsideRow[]) {
  const at = (problem: Finding['problem']): Finding => ({
    problem,
    place: { tab: 'budgetPlans', row: heading + 1, field: null },
  });
  return [
    ...(rows.length + results.length === 0 ? [] : [at({ code: 'results-in-plan', rows, columns: results })]),
    ...(notRead.length === 0 ? [] : [at({ code: 'year-not-told', columns: notRead })]),
  ];
}

const UNIT = '백만원';

type WideRow = ReadRow<Readonly<Record<string, WideCell>>>;

function plansOf(
  { row, pledge, values }: WideRow,
  times: readonly NamedTime<BudgetTime>[],
  fieldOf: (time: NamedTime<BudgetTime>) => string,
): readonly BudgetPlan[] {
  const label = values.fundingSource;
  if (label?.kind !== 'fund') return [];
  const { fund } = label;
  const fields = new Map(times.map((time) => [fieldOf(time), time.time]));
  const plans = [...fields].flatMap(([field, when]): readonly BudgetPlan[] => {
    const cell = values[field];
    const won = cell?.kind === 'won' ? cell.won : null;
    return won === null
      ? []
      : [{ pledge, when, fundingSource: fund, planned: { ...wonAt(row, won), field } }];
  });
  const [first] = times;
  // 비예산 needs no amount, and is a row of the plan all the same.
  return plans.length === 0 && fund === NO_BUDGET && first !== undefined
    ? [{ pledge, when: first.time, fundingSource: fund, planned: wonAt(row, 0) }]
    : plans;
}

function wrongTotal({ row, values }: WideRow, plans: readonly BudgetPlan[]): readonly Finding[] {
  const total = values.total;
  const written = total?.kind === 'won' ? total.won : null;
  const sum = plans.reduce((won, { planned }) => won + planned.amount, 0);
  return written === null || written === sum
    ? []
    : [
        {
          problem: { code: 'row-total-differs', writtenWon: written, sumWon: sum },
          place: { tab: 'budgetPlans', row, field: 'total' },
        },
      ];
}

/** Columns of years that the pledge does not have: they count before or after its term, and are told of once each. */
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

function fundColumn(): Column<WideCell> {
  const column = budgetPlansTab.columns.fundingSource;
  return {
    heading: column.heading,
    aliases: WIDE_ALIASES,
    required: true,
    counts: true,
    blank: null,
    merged: 'same',
    namesTotals: true,
    isTotal: isPlanTotal,
    repeats: true,
    lists: (text, context) => context.fundingSources.lists(text),
    parse: (cell, context, unit) =>
      mapped(column.parse(cell, context, unit), (fund): WideCell => ({ kind: 'fund', fund })),
  };
}

/** @param unit the unit where nothing says one, of the column that tells of it for the whole table. */
function wonColumn(
  naming: { readonly heading: string; readonly aliases?: readonly string[] },
  unit: string | null,
): Column<WideCell> {
  const { summed: _, defaultUnit: __, blank: ___, meantBeside: ____, ...column } = moneyColumn(naming, UNIT);
  return {
    ...column,
    ...(unit === null ? {} : { defaultUnit: unit }),
    blank: { value: NO_AMOUNT },
    summed: (cell) => (cell.kind === 'won' ? cell.won : null),
    parse: (cell, context, headingUnit) =>
      saysNothing(cell)
        ? accepted(NO_AMOUNT)
        : mapped(column.parse(cell, context, headingUnit), (won): WideCell => ({ kind: 'won', won })),
  };
}

const NO_AMOUNT: WideCell = { kind: 'won', won: null };

function mapped<From, To>(parsed: Parsed<From>, to: (value: From) => To): Parsed<To> {
  return parsed.ok ? { ...parsed, value: to(parsed.value) } : parsed;
}

function wonAt(row: number, amount: number): BudgetPlan['planned'] {
  return { tab: 'budgetPlans', row, amount, approximate: false };
}
