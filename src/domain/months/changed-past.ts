/** Holds the frozen figures of closed months against the rows of today. Where they differ, somebody has edited the past. */
import type { IsoDate } from '../date.ts';
import type { Finding } from '../finding.ts';
import type { Records } from '../records.ts';
import type { StatusChange } from '../suggestions/status-history.ts';
import { inStatusOrder, type MonthlyFigure, partsOf } from './monthly-figure.ts';
import { numbersOf } from './monthly-figures.ts';
import type { MonthlyRecord } from './monthly-record.ts';
import { countedRowsAt, lastingFacts } from './row-facts.ts';

/**
 * A finding for every frozen figure that the rows contradict today. One pass over the rows recomputes all months. Only sums
 * of dated rows are compared: a target or a plan may be changed by decision, which does not make a past month wrong. One
 * edit of the past moves every month after it, so neighbouring months with the same difference are one finding.
 */
export function changedPast(
  records: Records,
  history: readonly StatusChange[],
  monthlyRecords: readonly MonthlyRecord[],
  today: IsoDate,
): readonly Finding[] {
  if (monthlyRecords.length === 0) return [];
  const ascending = [...monthlyRecords].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
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
    ascending.forEach(({ month, figures: { statuses } }, index) => {
      const counted = now[index];
      if (counted === undefined || (statuses === null && partsOf(figure).of === 'status')) return;
      const difference = differenceOf(
        month,
        figure,
        frozen[index]?.get(figure) ?? null,
        valueNow(figure, counted.figures.get(figure) ?? null),
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

/** Those of the figures that are sums of rows, in the order in which they are told. */
function figuresOfRows(
  sides: readonly ReadonlyMap<MonthlyFigure, number | null>[],
  { lists }: Records,
): readonly MonthlyFigure[] {
  const named = new Set(sides.flatMap((side) => [...side.keys()]));
  return [
    'heldMeetings',
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
  // Where meetings can be computed they are a number. A frozen blank only means that the month could not compute them.
  const isSame = frozen === now || (figure === 'heldMeetings' && frozen === null);
  const by = isSame ? '' : String((now ?? 0) - (frozen ?? 0));
  return { month, frozen, now, by };
}

/** A log of meetings without rows is zero meetings; everything else without rows is unknown. */
function valueNow(figure: MonthlyFigure, value: number | null): number | null {
  return figure === 'heldMeetings' ? (value ?? 0) : value;
}

/** Without its tabs a figure is not computed at all. Another finding says so; it is no edit of the past. */
function isComputed(
  figure: MonthlyFigure,
  { meetings, targets, suggestions, budgetPlans, executions }: Records,
): boolean {
  if (figure === 'heldMeetings') return meetings !== null && targets !== null;
  if (figure === 'executedWon') return executions !== null && budgetPlans !== null;
  return suggestions !== null;
}
