/** Compares two dates, or two states of one date: which figures changed, and which rows changed them. */
import type { IsoDate } from '../date.ts';
import { exactSum } from '../decimal.ts';
import { valueOrder } from '../indicators/indicator.ts';
import type { Records } from '../records.ts';
import type { Report } from '../report.ts';
import type { StatusChange } from '../suggestions/status-history.ts';
import { FACT_TABS, type FactTab } from '../tabs.ts';
import { HANDLING_STATUSES, type HandlingStatus, type ImplementationStatus } from '../words.ts';
import {
  differencesBetween,
  type FactDifference,
  factsAfter,
  type MonthEvent,
  type RowsBehind,
  shownFact,
} from './month-events.ts';
import { inStatusOrder, type MonthlyFigure, partsOf, tabOfFigure } from './monthly-figure.ts';
import {
  estimatesOf,
  type MonthlyFigures,
  monthlyFiguresOf,
  newIndicatorNames,
  numbersOf,
  targetFigure,
  valueFigure,
  withNewNames,
} from './monthly-figures.ts';
import type { MonthlyRecord } from './monthly-record.ts';
import { type FigureDifference, type OtherCause, otherCausesOf } from './other-causes.ts';
import { countedFacts, figuresMovedBy, lastFact, type RowFact } from './row-facts.ts';

/** One side of a comparison. */
export interface Snapshot {
  /** The closed month: `2024-03`; null for the figures computed now. */
  readonly month: string | null;
  readonly asOf: IsoDate;
  readonly figures: MonthlyFigures;
  readonly rows: RowsBehind;
  /** Tabs that could not be read. Nothing can be said about their rows. */
  readonly unread: readonly FactTab[];
}

export type RowDifferenceKind =
  /** Dated after the earlier of the two dates, as one expects of a new row. */
  | 'added'
  /** New, and yet dated on or before the earlier date: it was entered late, or its date was changed. */
  | 'backdated'
  | 'changed'
  | 'removed';

export interface RowDifference {
  readonly kind: RowDifferenceKind;
  readonly tab: FactTab;
  /** Row number now; for a removed row, the number it had. */
  readonly row: number;
  /** null: the row did not count then. */
  readonly before: RowFact | null;
  /** null: the row does not count any more. */
  readonly after: RowFact | null;
  /** The figures that it changed; empty where only something else in the row did, such as the people met. */
  readonly moved: readonly { readonly figure: MonthlyFigure; readonly by: number }[];
}

export interface Comparison {
  /** The earlier date. */
  readonly from: Pick<Snapshot, 'month' | 'asOf'>;
  readonly to: Pick<Snapshot, 'month' | 'asOf'>;
  /** The figures of each side that are estimates. */
  readonly estimates: {
    readonly before: ReadonlySet<MonthlyFigure>;
    readonly after: ReadonlySet<MonthlyFigure>;
  };
  /** All figures, also those that did not move. */
  readonly figures: readonly FigureDifference[];
  readonly chosenStatus: StatusPair;
  readonly suggestedStatus: StatusPair;
  /** In the order of tabs and rows; empty where the rows of a side are not known. */
  readonly rows: readonly RowDifference[];
  /** The month whose rows are lost, so that no rows are compared; null: rows are compared. */
  readonly rowsUnknownSince: string | null;
  /** Tabs that are missing on a side. Their rows are not compared. */
  readonly notCompared: readonly FactTab[];
  readonly otherCauses: readonly OtherCause[];
  /** Units of values and targets, for indicators other than meetings. */
  readonly units: ReadonlyMap<MonthlyFigure, string>;
}

interface StatusPair {
  readonly before: ImplementationStatus | null;
  readonly after: ImplementationStatus | null;
}

export function snapshotOfMonth(
  record: MonthlyRecord,
  records: readonly MonthlyRecord[],
  events: readonly MonthEvent[],
): Snapshot {
  const { month, asOf, figures } = record;
  const rows = factsAfter(month, records, events);
  return { month, asOf, figures, rows, unread: unreadBy(figures, rows) };
}

/** @param report calculated from the same records and history. */
export function snapshotNow(records: Records, report: Report, history: readonly StatusChange[]): Snapshot {
  const { asOf, today } = report.clock;
  return {
    month: null,
    asOf,
    figures: monthlyFiguresOf(report),
    rows: { status: 'known', facts: countedFacts(records, asOf, history, today) },
    unread: FACT_TABS.filter((tab) => isUnread(tab, records, report)),
  };
}

/**
 * Whether the figures of a tab cannot be computed. A tab that no indicator of the
 * pledge needs is never unread.
 */
function isUnread(tab: FactTab, { indicators, results, targets }: Records, report: Report): boolean {
  switch (tab) {
    case 'meetings':
      return report.meetings === null && indicators.some(({ kind }) => kind === 'meetings');
    case 'results':
      return (results === null || targets === null) && indicators.some(({ kind }) => kind !== 'meetings');
    case 'suggestions':
      return report.suggestions === null;
    case 'executions':
      return report.budget === null;
  }
}

const BUILT_IN_STATUSES = HANDLING_STATUSES.map((word) => ({ word }));

/**
 * The differences from the side with the earlier date to the other side. If the dates are equal, the
 * first side is the earlier.
 * @param statuses all statuses, in the order to show them.
 */
export function comparisonOf(
  one: Snapshot,
  other: Snapshot,
  statuses: readonly { readonly word: HandlingStatus }[] = BUILT_IN_STATUSES,
): Comparison {
  const [before, to] = one.asOf <= other.asOf ? [one, other] : [other, one];
  const from = withNamesOf(to, before);
  const notCompared = FACT_TABS.filter((tab) => from.unread.includes(tab) || to.unread.includes(tab));
  const unknown = [from.rows, to.rows].find((rows) => rows.status === 'unknown');
  const [was, is] = [numbersOf(from.figures), numbersOf(to.figures)];
  const values = valuesMoved(from, to);
  const rows =
    from.rows.status === 'known' && to.rows.status === 'known'
      ? differencesBetween(comparable(from.rows.facts, notCompared), comparable(to.rows.facts, notCompared))
          .filter((difference) => !isRenamedOnly(difference))
          .map((difference) => rowDifferenceOf(difference, from.asOf, values))
      : [];
  const byRows = sumsOfMoves(rows);
  const figures = figuresOf(was, is, statuses)
    .filter((figure) => isKnown(figure, from.figures) && isKnown(figure, to.figures))
    .map((figure): FigureDifference => {
      const tab = tabOfFigure(figure);
      const isCompared =
        tab !== null && unknown === undefined && !notCompared.includes(tab) && !values.has(figure);
      return {
        figure,
        before: was.get(figure) ?? null,
        after: is.get(figure) ?? null,
        byRows: isCompared ? (byRows.get(figure) ?? 0) : null,
      };
    });
  return {
    from: { month: from.month, asOf: from.asOf },
    to: { month: to.month, asOf: to.asOf },
    figures,
    chosenStatus: { before: from.figures.chosenStatus, after: to.figures.chosenStatus },
    suggestedStatus: { before: from.figures.suggestedStatus, after: to.figures.suggestedStatus },
    rows,
    rowsUnknownSince: unknown?.status === 'unknown' ? unknown.month : null,
    notCompared,
    otherCauses: otherCausesOf(from.figures, to.figures, figures, notCompared),
    units: unitsOf(from.figures, to.figures),
    estimates: { before: estimatesOf(from.figures), after: estimatesOf(to.figures) },
  };
}

/** A side, with the names that its indicators have on the other side. */
function withNamesOf(other: Snapshot, side: Snapshot): Snapshot {
  const names = newIndicatorNames(side.figures.indicators ?? [], other.figures.indicators ?? []);
  if (names.size === 0) return side;
  const renamed = (fact: RowFact): RowFact => {
    const name = fact.tab === 'results' ? names.get(fact.name) : undefined;
    return name === undefined ? fact : { ...fact, name };
  };
  const { rows } = side;
  return {
    ...side,
    figures: withNewNames(side.figures, names),
    rows: rows.status === 'known' ? { ...rows, facts: rows.facts.map(renamed) } : rows,
  };
}

/**
 * By how much a last value changed, and the row that changed it; null: no row did, or the rows are not known.
 */
interface ValueMove {
  readonly row: RowFact | null;
  readonly by: number;
}

/**
 * The changes of last values: a level of 80 % that is now 88 % was changed by the row that says 88. Where the
 * row of 88 is gone, that row changed it back.
 */
function valuesMoved(from: Snapshot, to: Snapshot): ReadonlyMap<MonthlyFigure, ValueMove> {
  const [was, is] = [from, to].map(({ figures }) => numbersOf(figures));
  const ofRows = [from, to].map(({ rows }) => (rows.status === 'known' ? rows.facts : []));
  const indicators = [from, to].flatMap((side) => side.figures.indicators ?? []);
  const orders = new Map(
    indicators.flatMap((indicator) => {
      const order = valueOrder(indicator);
      return order === null ? [] : ([[valueFigure(indicator), order]] as const);
    }),
  );
  return new Map(
    [...orders].map(([figure, order]) => {
      const [before = null, after = null] = ofRows.map((facts) =>
        lastFact(
          facts.filter((fact) => figuresMovedBy(fact).includes(figure)),
          order,
        ),
      );
      const by = exactSum([is?.get(figure) ?? 0, -(was?.get(figure) ?? 0)]);
      const isOther = before?.fingerprint !== after?.fingerprint;
      const isNew = after !== null && (before === null || order(after, before) > 0);
      return [figure, { row: isOther ? (isNew ? after : before) : null, by }];
    }),
  );
}

/**
 * The tabs that a closed month could not compute, because a tab or heading was missing. Meetings
 * without rows are zero, so a blank number of meetings was not computed. Neither was a blank
 * executed amount that has rows.
 */
function unreadBy({ indicators, executedWon }: MonthlyFigures, rows: RowsBehind): readonly FactTab[] {
  const hasExecutions = rows.status === 'known' && rows.facts.some(({ tab }) => tab === 'executions');
  const unread: FactTab[] = [];
  // Every pledge has an indicator: where none was computed, its plan was missing.
  const isWithoutPlan = indicators?.length === 0;
  if (isWithoutPlan || indicators?.some(({ kind, value }) => kind === 'meetings' && value === null))
    unread.push('meetings');
  if (isWithoutPlan) unread.push('results');
  if (executedWon === null && hasExecutions) unread.push('executions');
  return unread;
}

function comparable(facts: readonly RowFact[], notCompared: readonly FactTab[]): readonly RowFact[] {
  return notCompared.length === 0 ? facts : facts.filter(({ tab }) => !notCompared.includes(tab));
}

/** Whether only the name of a status or funding source differs, because the office renamed it in between. */
function isRenamedOnly({ before, after }: FactDifference): boolean {
  if (before === null || after === null || before.isRenamed !== true) return false;
  const parts = ({ tab, date, name, status, amount, suggestionKey }: RowFact) =>
    JSON.stringify([tab, date, name, status, amount, suggestionKey]);
  return parts(before) === parts(after);
}

function rowDifferenceOf(
  difference: FactDifference,
  earlier: IsoDate,
  values: ReadonlyMap<MonthlyFigure, ValueMove>,
): RowDifference {
  const { before, after } = difference;
  const { tab, row } = shownFact(difference);
  return {
    kind: kindOf(difference, earlier),
    tab,
    row,
    before,
    after,
    moved: movesOf(before, after, values),
  };
}

function kindOf({ before, after }: FactDifference, earlier: IsoDate): RowDifferenceKind {
  if (after === null) return 'removed';
  if (before !== null) return 'changed';
  return after.date.last > earlier ? 'added' : 'backdated';
}

function movesOf(
  before: RowFact | null,
  after: RowFact | null,
  values: ReadonlyMap<MonthlyFigure, ValueMove>,
): RowDifference['moved'] {
  const moves = new Map<MonthlyFigure, number>();
  const add = (fact: RowFact | null, sign: 1 | -1) => {
    if (fact === null) return;
    for (const figure of figuresMovedBy(fact)) {
      const value = values.get(figure);
      if (value === undefined) moves.set(figure, exactSum([moves.get(figure) ?? 0, sign * fact.amount]));
      else if (value.row === fact) moves.set(figure, value.by);
    }
  };
  add(before, -1);
  add(after, 1);
  return [...moves].filter(([, by]) => by !== 0).map(([figure, by]) => ({ figure, by }));
}

function sumsOfMoves(rows: readonly RowDifference[]): ReadonlyMap<MonthlyFigure, number> {
  const sums = new Map<MonthlyFigure, number>();
  for (const { moved } of rows) {
    for (const { figure, by } of moved) sums.set(figure, exactSum([sums.get(figure) ?? 0, by]));
  }
  return sums;
}

/** The figures of either side, each once, in an order that fits both. Statuses are in their own order. */
function figuresOf(
  was: ReadonlyMap<MonthlyFigure, unknown>,
  is: ReadonlyMap<MonthlyFigure, unknown>,
  statuses: readonly { readonly word: HandlingStatus }[],
): readonly MonthlyFigure[] {
  const figures: MonthlyFigure[] = [];
  const rest = [...is.keys()];
  for (const figure of was.keys()) {
    // Nothing is taken where it is not among the rest.
    figures.push(...rest.splice(0, rest.indexOf(figure)));
    if (rest[0] === figure) rest.shift();
    figures.push(figure);
  }
  // Where the two orders contradict each other, a figure comes up twice.
  return inStatusOrder([...new Set([...figures, ...rest])], statuses);
}

/**
 * Whether a side says anything about a figure. Where the whole list is missing, a missing name is not zero.
 */
function isKnown(figure: MonthlyFigure, { indicators, statuses, fundingSources }: MonthlyFigures): boolean {
  switch (partsOf(figure).of) {
    case 'status':
      return statuses !== null;
    case 'fundingSource':
      return fundingSources !== null;
    case 'indicator':
      return indicators !== null;
    case 'all':
      return true;
  }
}

/** The units of both sides. Where an indicator's unit changed, the later one. */
function unitsOf(...sides: readonly MonthlyFigures[]): Comparison['units'] {
  const units = new Map<MonthlyFigure, string>();
  for (const indicator of sides.flatMap(({ indicators }) => indicators ?? [])) {
    if (indicator.kind === 'meetings' || indicator.unit === null) continue;
    units.set(valueFigure(indicator), indicator.unit);
    units.set(targetFigure(indicator), indicator.unit);
  }
  return units;
}
