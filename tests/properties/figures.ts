/** Every figure of a report under a unique name, so that two reports can be compared. */
import { type BudgetLine, budgetSpans } from '../../src/domain/budget.ts';
import { type Figure, sourcesOf } from '../../src/domain/figure.ts';
import type { Report } from '../../src/domain/report.ts';
import type { StatusBreakdown } from '../../src/domain/suggestions/suggestions.ts';
import { FUNDING_SOURCES, HANDLING_STATUSES } from '../../src/domain/words.ts';
import { textKey } from '../../src/sheets/text-key.ts';

/** Names are compared by key, because row order decides which of two spellings of a 동 is shown. */
export function figuresOf({ meetings, suggestions, budget }: Report): ReadonlyMap<string, Figure> {
  const figures: [string, Figure][] = [];
  const add = (name: string, figure: Figure) => figures.push([name, figure]);
  const addStatuses = (name: string, breakdown: StatusBreakdown) => {
    add(`${name} total`, breakdown.total);
    for (const status of HANDLING_STATUSES) add(`${name} ${status}`, breakdown.statuses[status]);
    add(`${name} no status`, breakdown.noStatus);
    add(`${name} unknown then`, breakdown.unknownThen);
  };
  const addLine = (name: string, { planned, executed }: BudgetLine) => {
    add(`${name} planned`, planned);
    add(`${name} executed`, executed);
  };

  if (meetings !== null) {
    add('meetings', meetings.value);
    for (const { year, planned, achieved, value } of meetings.years) {
      add(`meetings ${year} planned`, planned);
      add(`meetings ${year} held`, achieved);
      add(`meetings ${year} cumulative`, value);
    }
    for (const { year, category, held, groups, attendees } of meetings.categories) {
      const name = `meetings ${year} ${category.kind} ${textKey(category.name)}`;
      add(`${name} held`, held);
      add(`${name} groups`, groups);
      add(`${name} attendees`, attendees);
    }
  }
  if (suggestions !== null) {
    addStatuses('suggestions', suggestions.all);
    for (const row of suggestions.occasions)
      addStatuses(`occasion ${row.year} ${textKey(row.occasion ?? '?')}`, row);
    for (const row of suggestions.dongs) addStatuses(`dong ${textKey(row.name ?? '?')}`, row);
    for (const row of suggestions.departments) addStatuses(`department ${textKey(row.name ?? '?')}`, row);
  }
  if (budget !== null) {
    const parts = [{ year: 'all', ...budget }, ...budget.years];
    for (const { year, total, bySource } of parts) {
      addLine(`budget ${year}`, total);
      for (const source of FUNDING_SOURCES) addLine(`budget ${year} ${source}`, bySource[source]);
    }
  }
  return new Map(figures);
}

/**
 * Values of all known figures. Unknown ones are left out, as a report without rows for a 동 does not name it.
 */
export function valuesOf(report: Report): Readonly<Record<string, number>> {
  const values = [...figuresOf(report)].flatMap(([name, { value }]): [string, number][] =>
    value === null ? [] : [[name, value]],
  );
  return Object.fromEntries(values.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Lists figures that are not the sum of their rows. */
export function figuresOffTheirRows(report: Report): readonly string[] {
  return [...figuresOf(report)].flatMap(([name, figure]) => {
    const sum = sourcesOf(figure).reduce((total, { amount }) => total + amount, 0);
    return sum === (figure.value ?? 0) ? [] : [`${name}: ${figure.value} is ${sum}`];
  });
}

/** Lists totals that are not the sum of their parts. */
export function totalsOffTheirParts({ meetings, suggestions, budget }: Report): readonly string[] {
  const off: string[] = [];
  const hold = (name: string, whole: Figure, parts: readonly Figure[]) => {
    const sum = parts.reduce((total, { value }) => total + (value ?? 0), 0);
    if (sum !== (whole.value ?? 0)) off.push(`${name}: ${whole.value} is ${sum}`);
  };
  const holdStatuses = (name: string, { total, statuses, noStatus, unknownThen }: StatusBreakdown) =>
    hold(name, total, [...Object.values(statuses), noStatus, unknownThen]);

  if (meetings !== null) {
    const ofYear = (year: number) => meetings.categories.filter((row) => row.year === year);
    hold(
      'years',
      meetings.value,
      meetings.years.map(({ achieved }) => achieved),
    );
    for (const { year, achieved: held } of meetings.years) {
      hold(
        `categories of ${year}`,
        held,
        ofYear(year).map((row) => row.held),
      );
    }
  }
  if (suggestions !== null) {
    const { all, occasions, dongs, departments } = suggestions;
    holdStatuses('suggestions', all);
    for (const rows of [occasions, dongs, departments]) {
      hold(
        'breakdown',
        all.total,
        rows.map(({ total }) => total),
      );
      for (const status of HANDLING_STATUSES) {
        hold(
          status,
          all.statuses[status],
          rows.map(({ statuses }) => statuses[status]),
        );
      }
      for (const row of rows) holdStatuses('row', row);
    }
  }
  if (budget !== null) {
    for (const part of ['planned', 'executed'] as const) {
      hold(
        part,
        budget.total[part],
        budgetSpans(budget).map(({ total }) => total[part]),
      );
      hold(
        part,
        budget.total[part],
        Object.values(budget.bySource).map((line) => line[part]),
      );
      for (const { when, total, bySource } of budgetSpans(budget)) {
        hold(
          `${part} of ${when}`,
          total[part],
          Object.values(bySource).map((line) => line[part]),
        );
      }
    }
  }
  return off;
}
