/** Names of the monthly figures, and their values as written in a sentence. */

import type { IndicatorKind } from '../domain/indicators/indicator.ts';
import { type FigureOfAll, type MonthlyFigure, partsOf } from '../domain/months/monthly-figure.ts';
import { listedName, type OfficeLists } from '../domain/words.ts';
import { percentText, withCommas, won } from './numbers.ts';
import { RECORDED_FUNDING_SOURCES, RECORDED_STATUSES } from './recorded-names.ts';

/** Unit of a figure. `measured` means the unit of the indicator, which the caller has to supply. */
type Unit = 'measured' | 'suggestions' | 'won' | 'percent';

interface FigureNaming {
  readonly name: string;
  readonly unit: Unit;
}

const NAMINGS: Readonly<Record<FigureOfAll, FigureNaming>> = {
  heldMeetings: { name: '누적 소통', unit: 'measured' },
  finalTarget: { name: '최종목표', unit: 'measured' },
  implementationPercent: { name: '이행률', unit: 'percent' },
  suggestions: { name: '건의 합계', unit: 'suggestions' },
  plannedWon: { name: '예산 계획액', unit: 'won' },
  executedWon: { name: '예산 집행액', unit: 'won' },
  executionPercent: { name: '예산 집행률', unit: 'percent' },
};

/** Name for an indicator without one. */
export function namelessIndicator(kind: IndicatorKind): string {
  return kind === 'meetings' ? NAMINGS.heldMeetings.name : '실적';
}

type Lists = OfficeLists | null;

function namingOf(figure: MonthlyFigure, lists: Lists): FigureNaming {
  const parts = partsOf(figure);
  switch (parts.of) {
    case 'all':
      return NAMINGS[parts.figure];
    case 'status':
      return {
        name: `건의 ${listedName(lists?.statuses ?? [], parts.name) ?? RECORDED_STATUSES.nameOf(parts.name)}`,
        unit: 'suggestions',
      };
    case 'fundingSource':
      return {
        name: `예산 ${parts.part === 'planned' ? '계획액' : '집행액'}(${listedName(lists?.fundingSources ?? [], parts.name) ?? RECORDED_FUNDING_SOURCES.nameOf(parts.name)})`,
        unit: 'won',
      };
    case 'indicator': {
      const name = parts.name === '' ? namelessIndicator('cumulative') : parts.name;
      if (parts.part === 'value') return { name, unit: 'measured' };
      return parts.part === 'target'
        ? { name: `${name} 최종목표`, unit: 'measured' }
        : { name: `${name} 이행률`, unit: 'percent' };
    }
  }
}

/** @param lists the office's words for statuses and funding sources; null: their recorded names are used. */
export function monthlyFigureName(figure: MonthlyFigure, lists: Lists = null): string {
  return namingOf(figure, lists).name;
}

export function isPercentFigure(figure: MonthlyFigure): boolean {
  return namingOf(figure, null).unit === 'percent';
}

/** The value, with a missing number of suggestions as 0: no row has that status. Other nulls stay unknown. */
export function knownValue(figure: MonthlyFigure, value: number | null): number | null {
  return value === null && namingOf(figure, null).unit === 'suggestions' ? 0 : value;
}

/**
 * A value with its unit: `108회`, `5,700,000원`, `21.1%`; 빈칸 where it is unknown.
 * @param unit the unit of the indicator.
 */
export function monthlyFigureText(figure: MonthlyFigure, value: number | null, unit: string): string {
  const known = knownValue(figure, value);
  if (known === null) return '빈칸';
  switch (namingOf(figure, null).unit) {
    case 'measured':
      return `${withCommas(known)}${unit}`;
    case 'suggestions':
      return `${withCommas(known)}건`;
    case 'won':
      return won(known);
    case 'percent':
      return percentText(known);
  }
}
