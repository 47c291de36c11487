/**
 * Compares the frozen figures of closed months with the rows of today. Where they differ,
 * somebody edited the past.
 */
import type { IsoDate } from '../date.ts';
import { exactSum } from '../decimal.ts';
import type { Finding } from '../finding.ts';
import type { Records } from '../records.ts';
import type { StatusChange } from '../suggestions/status-history.ts';
import { inStatusOrder, type MonthlyFigure, partsOf } from './monthly-figure.ts';
import {
  type MonthlyFigures,
  type MonthlyIndicator,
  newIndicatorNames,
  numbersOf,
  valueFigure,
  withNewNames,
} from './monthly-figures.ts';
import type { MonthlyRecord } from './monthly-record.ts';
import { countedRowsAt, lastingFacts } from './row-facts.ts';

/**
 * A finding for every frozen figure that the rows contradict today. One pass over the rows recomputes all
 * months. Only figures from dated rows are compared: a target or a plan may be changed by decision, which
 * does not make a past month wrong. One edit of the past changes every month after it, so neighbouring months
 * with the same difference are one finding.
 */
export function changedPast(
  records: Records,
  history: readonly StatusChange[],
  monthlyRecords: readonly MonthlyRecord[],
  today: IsoDate,
): readonly Finding[] {
  if (monthlyRecords.length === 0) return [];
  const ascending = [...monthlyRecords]
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
    .map(({ month, asOf, figures }) => {
      const names = newIndicatorNames(figures.indicators ?? [], records.indicators);
      return { month, asOf, figures: withNewNames(figures, names) };
    });
  const now = countedRowsAt(
    lastingFacts(records, history, today),
    ascending.map(({ asOf }) => asOf),
  );
  const frozen = ascending.map(({ figures }) => numbersOf(figures));
  const compared = figuresOfRows([...frozen, ...now.map(({ figures }) => figures)], records).filter(
    (figure) => isComputed(figure, records),
  );
  return compared.flatMap((figure) => {
    const runs: { first: Difference; last: Difference }[] = [];
    ascending.forEach(({ month, figures }, index) => {
      const counted = now[index];
      if (counted === undefined || !isFrozen(figure, figures, records)) return;
      const difference = differenceOf(
        month,
        figure,
        frozen[index]?.get(figure) ?? null,
        valueNow(figure, counted.figures.get(figure) ?? null, figures),
      );
      const run = runs[runs.length - 1];
      if (run !== undefined && run.last.by === difference.by) run.last = difference;
      else runs.push({ first: difference, last: difference });
    });
    return runs
      .filter(({ first }) => first.by !== '')
      .map(
        ({ first, last }): Finding => ({
          problem: {
            code: 'past-month-changed',
            figure,
            month: first.month,
            lastMonth: last.month,
            frozen: first.frozen,
            now: first.now,
          },
          place: { tab: 'monthlyRecords', row: null, field: null },
        }),
      );
  });
}

/** The figures that come from rows, in the order in which findings list them. */
function figuresOfRows(
  sides: readonly ReadonlyMap<MonthlyFigure, number | null>[],
  { lists }: Records,
): readonly MonthlyFigure[] {
  const named = new Set(sides.flatMap((side) => [...side.keys()]));
  return [
    'heldMeetings',
    ...[...named].filter((figure) => isValueOfResults(figure)),
    'suggestions',
    ...inStatusOrder([...named], lists.statuses).filter((figure) => partsOf(figure).of === 'status'),
    'executedWon',
  ];
}

interface Difference {
  readonly month: string;
  readonly frozen: number | null;
  readonly now: number | null;
  /** The difference as text; empty where there is none. */
  readonly by: string;
}

function differenceOf(
  month: string,
  figure: MonthlyFigure,
  frozen: number | null,
  now: number | null,
): Difference {
  // Meetings that can be computed are a number. A frozen blank only means that the
  // month could not compute them.
  const isSame = frozen === now || (figure === 'heldMeetings' && frozen === null);
  const by = isSame ? '' : String(exactSum([now ?? 0, -(frozen ?? 0)]));
  return { month, frozen, now, by };
}

/**
 * The value that the rows give today. Without rows it is zero for meetings, the baseline for a cumulative
 * indicator, and unknown for anything else.
 */
function valueNow(figure: MonthlyFigure, value: number | null, figures: MonthlyFigures): number | null {
  if (figure === 'heldMeetings') return value ?? 0;
  const indicator = isValueOfResults(figure) ? indicatorOf(figure, figures) : undefined;
  // The baseline of that month: a new one is a decision, not an edit of a row.
  return indicator?.kind === 'cumulative' ? exactSum([indicator.baseline ?? 0, value ?? 0]) : value;
}

function isValueOfResults(figure: MonthlyFigure): boolean {
  const parts = partsOf(figure);
  return parts.of === 'indicator' && parts.part === 'value';
}

function indicatorOf(figure: MonthlyFigure, { indicators }: MonthlyFigures): MonthlyIndicator | undefined {
  return indicators?.find((indicator) => valueFigure(indicator) === figure);
}

/**
 * Whether a record says anything about a figure. A record of statuses that lacks one says
 * that no suggestion had it.
 */
function isFrozen(figure: MonthlyFigure, figures: MonthlyFigures, { indicators }: Records): boolean {
  switch (partsOf(figure).of) {
    case 'status':
      return figures.statuses !== null;
    case 'indicator': {
      // An indicator whose kind was changed is another figure.
      const kind = indicatorOf(figure, figures)?.kind;
      return indicators.some((indicator) => indicator.kind === kind && valueFigure(indicator) === figure);
    }
    case 'fundingSource':
    case 'all':
      return true;
  }
}

/**
 * Whether a figure can be computed today. Where its tabs are missing, another finding says so:
 * that is no edit of the past.
 */
function isComputed(
  figure: MonthlyFigure,
  { indicators, meetings, results, targets, suggestions, budgetPlans, executions }: Records,
): boolean {
  if (figure === 'heldMeetings')
    return meetings !== null && targets !== null && indicators.some(({ kind }) => kind === 'meetings');
  if (isValueOfResults(figure))
    return results !== null && targets !== null && indicators.some((each) => valueFigure(each) === figure);
  if (figure === 'executedWon') return executions !== null && budgetPlans !== null;
  return suggestions !== null;
}
