/**
 * The names of all figures that a closed month can hold. Statuses, funding sources and indicators
 * are open lists, so a figure of one of them carries its name: `status completed`,
 * `executed by city`, `value of benches`.
 */
import type { FactTab } from '../tabs.ts';

export type MonthlyFigure =
  | 'heldMeetings'
  | 'finalTarget'
  | 'implementationPercent'
  | 'suggestions'
  | 'plannedWon'
  | 'executedWon'
  | 'executionPercent'
  | IndicatorFigure
  | `status ${string}`
  | FundFigure;

/**
 * A figure of an indicator other than meetings. `rate of` is for any indicator of a pledge that has several.
 */
type IndicatorFigure = `value of ${string}` | `target of ${string}` | `rate of ${string}`;
type FundFigure = `planned by ${string}` | `executed by ${string}`;

/** The parts of a figure's name. */
export type FigureParts =
  | { readonly of: 'indicator'; readonly part: 'value' | 'target' | 'rate'; readonly name: string }
  | { readonly of: 'status'; readonly name: string }
  | { readonly of: 'fundingSource'; readonly part: 'planned' | 'executed'; readonly name: string }
  | { readonly of: 'all'; readonly figure: FigureOfAll };

export type FigureOfAll = Exclude<MonthlyFigure, IndicatorFigure | FundFigure | `status ${string}`>;

/** The prefixes of figures that carry a name, each with what it means. */
const PREFIXES = [
  { prefix: 'value of ', parts: (name) => ({ of: 'indicator', part: 'value', name }) },
  { prefix: 'target of ', parts: (name) => ({ of: 'indicator', part: 'target', name }) },
  { prefix: 'rate of ', parts: (name) => ({ of: 'indicator', part: 'rate', name }) },
  { prefix: 'status ', parts: (name) => ({ of: 'status', name }) },
  { prefix: 'planned by ', parts: (name) => ({ of: 'fundingSource', part: 'planned', name }) },
  { prefix: 'executed by ', parts: (name) => ({ of: 'fundingSource', part: 'executed', name }) },
] as const satisfies readonly { prefix: string; parts: (name: string) => FigureParts }[];

export function partsOf(figure: MonthlyFigure): FigureParts {
  for (const { prefix, parts } of PREFIXES) {
    if (figure.startsWith(prefix)) return parts(figure.slice(prefix.length));
  }
  // Every figure that carries a name has one of the prefixes.
  return { of: 'all', figure: figure as FigureOfAll };
}

/** The tab whose rows a figure comes from; null: it comes from no rows, or not from them alone. */
export function tabOfFigure(figure: MonthlyFigure): FactTab | null {
  const parts = partsOf(figure);
  switch (parts.of) {
    case 'indicator':
      return parts.part === 'value' ? 'results' : null;
    case 'status':
      return 'suggestions';
    case 'fundingSource':
      return null;
    case 'all':
      return TABS_OF_FIGURES[parts.figure] ?? null;
  }
}

const TABS_OF_FIGURES: Partial<Record<FigureOfAll, FactTab>> = {
  heldMeetings: 'meetings',
  suggestions: 'suggestions',
  executedWon: 'executions',
};

/**
 * Sorts the statuses among the figures: listed ones in the order of the list, then others, then `noStatus`
 * and `unknownThen`. Other figures keep their place.
 */
export function inStatusOrder(
  figures: readonly MonthlyFigure[],
  listed: readonly { readonly word: string }[],
): readonly MonthlyFigure[] {
  const words = listed.map(({ word }) => word);
  const rankOf = (name: string) => {
    const place = words.indexOf(name);
    if (place >= 0) return place;
    return words.length + NO_STATUSES.indexOf(name) + 1;
  };
  const statuses = figures.flatMap((figure) => {
    const parts = partsOf(figure);
    return parts.of === 'status' ? [{ figure, rank: rankOf(parts.name) }] : [];
  });
  statuses.sort((a, b) => a.rank - b.rank);
  let next = 0;
  return figures.map((figure) => {
    if (partsOf(figure).of !== 'status') return figure;
    next += 1;
    return statuses[next - 1]?.figure ?? figure;
  });
}

const NO_STATUSES = ['noStatus', 'unknownThen'];
