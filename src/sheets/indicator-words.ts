/** How an indicator is named in titles, and how its values are written. */
import { mostDecimals } from '../domain/decimal.ts';
import type { Figure } from '../domain/figure.ts';
import type { Indicator } from '../domain/indicators/indicator.ts';
import type { Progress } from '../domain/indicators/progress.ts';
import { unitOfIndicator } from './input/indicators/indicator-units.ts';
import { withCommas } from './numbers.ts';
import { withoutPersonalData } from './personal-data.ts';

/** What an indicator is called beside others. */
export function indicatorName({ name, kind }: Pick<Indicator, 'name' | 'kind'>): string {
  return withoutPersonalData(name ?? (kind === 'meetings' ? '소통' : '이름 없는 지표'));
}

/** `장애인돌봄: ` before the title of a table, where the pledge has several indicators; empty where it has one, which needs none. */
export function titleOfIndicator(indicator: Indicator, all: readonly unknown[]): string {
  return all.length > 1 ? `${indicatorName(indicator)}: ` : '';
}

/**
 * The digits after the point that its values are shown with: those that are asked for, and never fewer than they have. Of 12.5 with no
 * digit asked for it is one, since 13 is another value.
 */
export function digitsShown({ indicator, targetFigure, value, years }: Progress): number {
  if (indicator.kind === 'meetings') return 0;
  const figures: readonly Figure[] = [
    targetFigure,
    value,
    ...years.flatMap((year) => [year.planned, year.achieved, year.value]),
  ];
  return Math.max(indicator.digits ?? 0, mostDecimals(figures.flatMap((figure) => figure.value ?? [])));
}

/** `108회`, `12.5km` */
export function measureText(value: number, { indicator }: Pick<Progress, 'indicator'>): string {
  const sign = value < 0 ? '△' : '';
  return `${sign}${withCommas(Math.abs(value))}${unitOfIndicator(indicator)}`;
}

/** ` (km)` behind a title; empty where nobody says a unit. */
export function unitInBrackets(indicator: Indicator): string {
  const unit = unitOfIndicator(indicator);
  return unit === '' ? '' : ` (${unit})`;
}
