/** Turns a wide table into rows of the long form: one row for each filled cell below a year. */
import type { Finding } from '../../../domain/finding.ts';
import { type Indicator, isSum } from '../../../domain/indicators/indicator.ts';
import { isBlank, type RawCell, type RawTab, rowsAbove, shownText } from '../../raw.ts';
import { textKey } from '../../text-key.ts';
import type { ReadContext, TabDefinition } from '../columns.ts';
import { headingKey } from '../headings.ts';
import { PLEDGE_NAME_HEADING, pledgeNameIndex } from '../pledges/listed-names.ts';
import { PLEDGE_NUMBER_HEADING, pledgeNumberIndex } from '../pledges/pledge-column.ts';
import type { Columns } from '../rows/cell-reader.ts';
import { lastRowWithContent } from '../rows/read-rows.ts';
import { isFilled, isNote } from '../rows/row-kind.ts';
import { isTotalWord } from '../totals/total-words.ts';
import { acrossColumns } from './merged-years.ts';
import { type RowRole, roleOf, roleOfRow, rolesAside, roleUnder } from './target-rows.ts';
import { fieldOf, type Layout, type WideForm } from './wide-layout.ts';
import { addsUpYears, amountIn, areCumulative, isNumber, isWords } from './yearly-rows.ts';

export interface LongForm {
  readonly long: RawTab;
  /** The source cell of each row of the long form: row number from 1, column index. */
  readonly places: readonly { readonly row: number; readonly column: number }[];
  readonly rowsWithValues: ReadonlySet<number>;
  /** Cells with words where a value belongs. */
  readonly words: readonly { readonly row: number; readonly column: number; readonly found: string }[];
  /** Findings for numbers that are merged over several periods or rows. */
  readonly across: readonly Finding[];
  readonly yearly: readonly YearlyRow[];
}

/** A row that plans what each year adds, not what is reached by its end. */
export interface YearlyRow {
  /** Row number, from 1. */
  readonly row: number;
  readonly label: string;
  /** True if its plan has no row that can be counted: no figure includes it then. */
  readonly isAlone: boolean;
}

export function longForm(
  { tab, columns }: TabDefinition<Columns>,
  raw: RawTab,
  layout: Layout,
  form: WideForm,
  context: ReadContext,
): LongForm {
  const { index, last, periods, fields, labels, texts } = layout;
  const number = pledgeNumberIndex({ texts });
  const name = number === null ? null : pledgeNameIndex(texts);
  const kept = [...fields.values(), ...[number, name].filter((column) => column !== null)];
  const headings = [
    ...[...fields.keys()].map((field) => columns[field]?.heading ?? field),
    ...(number === null ? [] : [PLEDGE_NUMBER_HEADING]),
    ...(name === null ? [] : [PLEDGE_NAME_HEADING]),
    columns[form.yearField]?.heading ?? '',
    columns[form.valueField]?.heading ?? '',
  ];
  const titles = rowsAbove(raw, index).map((row) => row.slice(0, headings.length));
  const rows: RawCell[][] = [];
  const places = [...titles, headings].map(() => ({ row: index + 1, column: 0 }));
  const rowsWithValues = new Set<number>();
  const words: { row: number; column: number; found: string }[] = [];
  const merged = acrossColumns(raw, last + 1, [...periods.keys()]);
  const across: Finding[] = [];
  const yearly: YearlyRow[] = [];
  const topRowOf = topRows(raw);
  const topOf = (at: number, column: number): RawCell => {
    const top = topRowOf(at, column);
    return raw.rows[top === null ? at : top - 1]?.[column] ?? '';
  };
  const candidates: CandidateRow[] = [];
  const indicatorAt = [...fields.keys()].indexOf('indicator');
  const totals = texts.flatMap((text, column) =>
    !periods.has(column) && (isTotalWord(text) || /목표|총|[~∼～]/.test(text)) ? [column] : [],
  );
  let rowLabels: readonly RawCell[] = [];
  const end = lastRowWithContent(raw);
  for (let at = last + 1; at < end; at += 1) {
    const cells = raw.rows[at] ?? [];
    const first = cells.find((cell) => !isBlank(cell));
    if (first === undefined) continue;
    if (isNote(first)) {
      if ([...periods.keys()].some((column) => amountIn(cells[column] ?? '') !== null)) {
        rowsWithValues.add(at + 1);
        across.push({ problem: { code: 'note-with-values' }, place: { tab, row: at + 1, field: null } });
      }
      continue;
    }
    rowLabels = labelsWithAbove(
      labels.map((column) => cells[column] ?? ''),
      rowLabels,
    );
    const isOfPlan = [...periods.keys()].some((column) => isFilled(topOf(at, column)));
    if (!isOfPlan || kept.some((column) => isOfNone(cells[column] ?? '', context))) continue;
    const named = [...labels, ...kept];
    if (named.some((column) => isSameHeading(cells[column] ?? '', texts[column] ?? ''))) continue;
    const own = kept.map((column) => topOf(at, column));
    // Rows of a plan are adjacent, so a blank cell takes the name of the plan from above.
    const above = candidates[candidates.length - 1]?.plan ?? [];
    const plan = own.map((cell, column) => (isBlank(cell) ? (above[column] ?? cell) : cell));
    const amounts = [...periods.keys()].flatMap((column) => amountIn(cells[column] ?? '') ?? []);
    const name = indicatorAt < 0 ? '' : shownText(plan[indicatorAt] ?? '');
    const match = name === '' ? null : context.indicators.match(name);
    const indicator = match === null ? context.unnamed : match.kind === 'known' ? match.value : null;
    const isSummed =
      (indicator === null || isSum(indicator)) &&
      totals.some((column) => addsUpYears(amountIn(cells[column] ?? ''), amounts));
    const role = roleUnder(layout.over, roleOfRow(rowLabels));
    candidates.push({
      at,
      own,
      plan,
      amounts,
      indicator,
      role: isSummed && !ASIDE.has(role) ? 'yearly' : role,
    });
  }
  const asideOf = asideOfPlans(candidates);
  /** Whether a 변경 row of the same plan replaces this cell of a 당초 row. */
  const isChanged = ({ role, plan }: CandidateRow, column: number) =>
    role === 'before' &&
    candidates.some(
      (other) =>
        other.role === 'changed' &&
        planKey(other.plan) === planKey(plan) &&
        isFilled(raw.rows[other.at]?.[column] ?? ''),
    );
  for (const candidate of candidates) {
    const { at, own } = candidate;
    const cells = raw.rows[at] ?? [];
    const { role, aside, roles } = asideOf(candidate);
    if (aside.has(role)) {
      const texts = labels.map((column) => shownText(cells[column] ?? '').trim());
      const name = shownText(candidate.plan[indicatorAt] ?? '');
      // Takes the label that names a role, else the indicator. In `도로 | 개소 | 연간목표` 개소 is only the unit.
      const label = [texts.find((text) => TELLING_ROLES.has(roleOf(text))), name, ...texts].find(
        (text) => text !== undefined && text !== '',
      );
      const isAlone = ![...roles].some((each) => !aside.has(each));
      if (!ASIDE.has(role)) yearly.push({ row: at + 1, label: label ?? '', isAlone });
      if (isAlone && role === 'yearly') rowsWithValues.add(at + 1);
      continue;
    }
    for (const [column, period] of periods) {
      const cell = cells[column] ?? '';
      const firstRow = topRowOf(at, column);
      if (firstRow !== null && isNumber(topOf(at, column))) {
        rowsWithValues.add(at + 1);
        across.push({
          problem: { code: 'merged-number', firstRow },
          place: { tab, row: at + 1, field: fieldOf(layout, column) },
        });
      }
      if (!isFilled(cell) || isChanged(candidate, column)) continue;
      const block = merged.find(({ row, columns: covered }) => row === at + 1 && covered.includes(column));
      if (block !== undefined && isNumber(cell)) {
        rowsWithValues.add(at + 1);
        const headings = block.columns.map((each) => fieldOf(layout, each));
        across.push({
          problem: { code: 'merged-across', found: shownText(cell).trim(), columns: headings },
          place: { tab, row: at + 1, field: fieldOf(layout, column) },
        });
        continue;
      }
      if (isWords(cell)) {
        words.push({ row: at + 1, column, found: shownText(cell).trim() });
        continue;
      }
      rowsWithValues.add(at + 1);
      places.push({ row: at + 1, column });
      rows.push([...own, period, cell]);
    }
  }
  const width = headings.length;
  const filledUp = titles.map((row) => [...row, ...Array<RawCell>(width - row.length).fill('')]);
  // `own` is dropped: it lists rows of the tab, and all rows of the long form are read.
  const { own: _, ...whole } = raw;
  const long: RawTab = { ...whole, rows: [...filledUp, headings, ...rows], merges: () => [] };
  return { long, places, rowsWithValues, words, across, yearly };
}

/**
 * Whether a cell for the indicator or pledge names none, such as 계, 실적 and 비고. The name of a known indicator
 * does not count as such.
 */
function isOfNone(cell: RawCell, { indicators }: ReadContext): boolean {
  return roleOf(cell) === 'skipped' && !indicators.lists(shownText(cell));
}

/**
 * Fills blank labels from the row above if the last label is filled: ` | 누적` below `실적 | 당해` is `실적 | 누적`.
 * Words for totals are not carried down.
 */
function labelsWithAbove(labels: readonly RawCell[], above: readonly RawCell[]): readonly RawCell[] {
  if (isBlank(labels[labels.length - 1] ?? '')) return labels;
  return labels.map((cell, at) => {
    const before = above[at] ?? '';
    return isBlank(cell) && !isTotalWord(shownText(before)) ? before : cell;
  });
}

/** A row that may belong to a plan. */
interface CandidateRow {
  /** Index of the row. */
  readonly at: number;
  /** Its cells for indicator and pledge. */
  readonly own: readonly RawCell[];
  /** The same cells with blank ones filled from above. Rows of one plan share them. */
  readonly plan: readonly RawCell[];
  readonly role: RowRole;
  /** Its numbers in the period columns. */
  readonly amounts: readonly number[];
  /** null: not known. */
  readonly indicator: Indicator | null;
}

const TELLING_ROLES: ReadonlySet<RowRole> = new Set(['cumulative', 'yearly', 'ofYears', 'plan']);

/** Roles of rows that are never a plan. */
const ASIDE: ReadonlySet<RowRole> = new Set(['skipped', 'percent']);

/** Whether a cell repeats the heading of its column. */
function isSameHeading(label: RawCell, heading: string): boolean {
  return typeof label === 'string' && !isBlank(label) && headingKey(label) === headingKey(heading);
}

/** Key of a plan: the same for all its rows. */
function planKey(plan: readonly RawCell[]): string {
  return plan.map((cell) => textKey(shownText(cell))).join('\n');
}

/**
 * Returns a function that gives, for a row, its role, all roles in its plan, and which of these are set
 * aside.
 */
function asideOfPlans(rows: readonly CandidateRow[]): (row: CandidateRow) => {
  readonly role: RowRole;
  readonly roles: ReadonlySet<RowRole>;
  readonly aside: ReadonlySet<RowRole>;
} {
  const rolesOf = new Map<string, Set<RowRole>>();
  for (const { plan, role } of rows) {
    const roles = rolesOf.get(planKey(plan)) ?? new Set<RowRole>();
    rolesOf.set(planKey(plan), roles.add(role));
  }
  return ({ plan, role, amounts, indicator }) => {
    const roles = rolesOf.get(planKey(plan)) ?? new Set<RowRole>();
    const aside = rolesAside(roles);
    const mayBeYearly =
      role === 'ofYears' &&
      !roles.has('yearly') &&
      !aside.has(role) &&
      indicator !== null &&
      isSum(indicator) &&
      !areCumulative(amounts, indicator);
    return mayBeYearly
      ? { role: 'yearly', roles: new Set(['yearly']), aside: new Set(['yearly']) }
      : { role, roles, aside };
  };
}

/**
 * Returns a function that finds the top row (from 1) of the merged block that a blank cell is a lower part
 * of; null for any other cell.
 */
function topRows(raw: RawTab): (rowIndex: number, column: number) => number | null {
  let tops: ReadonlyMap<string, number> | null = null;
  return (rowIndex, column) => {
    const cell = raw.rows[rowIndex]?.[column] ?? '';
    if (!isBlank(cell) || raw.merges === undefined) return null;
    tops ??= new Map(
      raw
        .merges()
        .flatMap(({ row, column: at, rows }) =>
          Array.from({ length: rows - 1 }, (_, below) => [`${row + below + 1},${at}`, row] as const),
        ),
    );
    return tops.get(`${rowIndex + 1},${column + 1}`) ?? null;
  };
}
