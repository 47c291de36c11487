/** The overview (총괄) as plain data. */
import type { Overview, StatusCounts } from '../../domain/overview.ts';
import type { OfficeLists } from '../../domain/words.ts';
import { NO_IMPLEMENTATION_STATUS_NAME } from '../../sheets/names.ts';
import { publishedText } from '../../sheets/personal-data.ts';

type Counts = Readonly<Record<string, number>>;

export interface OverviewResult {
  readonly pledges: number;
  readonly statuses: Counts;
  readonly meanRatePercent: number | null;
  readonly completedPercent: number | null;
  readonly yearTarget: { readonly reached: number; readonly of: number };
  readonly fields: readonly {
    readonly field: string | null;
    readonly pledges: number;
    readonly statuses: Counts;
    readonly plannedWon: number | null;
    readonly executedWon: number | null;
  }[];
  readonly departments: readonly {
    readonly department: string | null;
    readonly pledges: number;
    readonly statuses: Counts;
  }[];
}

export function overviewResult(overview: Overview, lists: OfficeLists): OverviewResult {
  const { pledges, statuses, meanRatePercent, completedPercent, yearTarget, fields, departments } = overview;
  return {
    pledges,
    statuses: named(statuses, lists),
    meanRatePercent,
    completedPercent,
    yearTarget,
    fields: fields.map(({ field, planned, executed, ...rest }) => ({
      field: publishedText(field),
      pledges: rest.pledges,
      statuses: named(rest.statuses, lists),
      plannedWon: planned.value,
      executedWon: executed.value,
    })),
    departments: departments.map(({ department, ...rest }) => ({
      department: publishedText(department),
      pledges: rest.pledges,
      statuses: named(rest.statuses, lists),
    })),
  };
}

/**
 * The counts by name of implementation status, without those that no pledge has, in the office's order.
 * Pledges without one come last.
 */
function named(counts: StatusCounts, lists: OfficeLists): Counts {
  const known = lists.implementationStatuses.flatMap(({ word, name }): readonly [string, number][] => {
    const count = counts.get(word);
    return count === undefined ? [] : [[name, count]];
  });
  const none = counts.get(null);
  return Object.fromEntries(none === undefined ? known : [...known, [NO_IMPLEMENTATION_STATUS_NAME, none]]);
}
