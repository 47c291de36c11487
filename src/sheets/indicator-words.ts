/** Names of indicators in titles, and the form of their values. */
import { mostDecimals } from '../domain/decimal.ts';
import type { Figure } from '../domain/figure.ts';
import type { Indicator } from '../domain/indicators/indicator.ts';
import type { Progress } from '../domain/indicators/progress.ts';
import { unitOfIndicator } from './input/indicators/indicator-units.ts';
import { withCommas } from './numbers.ts';
import { withoutPersonalData } from './personal-data.ts';

/** Name of an indicator where several are listed. */
export function indicatorName({ name, kind }: Pick<Indicator, 'name' | 'kind'>): string {
  return withoutPersonalData(name ?? (kind === 'meetings' ? '소통' : '이름 없는 지표'));
}

/**
 * Prefix for the title of a table: `장애인돌봄: ` where the pledge has several indicators; empty where it has one.
 */
export function titleOfIndicator(indicator: Indicator, all: readonly unknown[]): string {
  return all.length > 1 ? `${indicatorName(indicator)}: ` : '';
}

/**
 * Decimal places for showing the values of an indicator: those asked for in 소수자리, or more where a value has
 * more. 12.5 with none asked for gets one, because 13 would be another value.
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

/** ` (km)` to append to a title; empty where the unit is unknown. */
export function unitInBrackets(indicator: Indicator): string {
  const unit = unitOfIndicator(indicator);
  return unit === '' ? '' : ` (${unit})`;
}
