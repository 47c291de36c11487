/** What the figures of a month are called, and how their values are written in a sentence. */
import type { MonthlyFigure } from '../domain/months/monthly-record.ts';
import { HANDLING_STATUSES, totalRecord } from '../domain/words.ts';
import { statusThenName } from './names.ts';
import { percentText, withCommas, won } from './numbers.ts';

/** How a figure is read: meetings in the unit of the pledge, which no sentence about a month knows. */
type Unit = 'meetings' | 'suggestions' | 'won' | 'percent';

interface FigureNaming {
  readonly name: string;
  readonly unit: Unit;
}

const NAMINGS: Readonly<Record<MonthlyFigure, FigureNaming>> = {
  heldMeetings: { name: '누적 소통', unit: 'meetings' },
  finalTarget: { name: '최종목표', unit: 'meetings' },
  implementationPercent: { name: '이행률', unit: 'percent' },
  suggestions: { name: '건의 합계', unit: 'suggestions' },
  ...totalRecord(
    [...HANDLING_STATUSES, 'noStatus', 'unknownThen'],
    (status): FigureNaming => ({
      name: `건의 ${statusThenName(status)}`,
      unit: 'suggestions',
    }),
  ),
  plannedWon: { name: '예산 계획액', unit: 'won' },
  executedWon: { name: '예산 집행액', unit: 'won' },
  executionPercent: { name: '예산 집행률', unit: 'percent' },
};

export function monthlyFigureName(figure: MonthlyFigure): string {
  return NAMINGS[figure].name;
}

/**
 * A value with its unit: `108회`, `5,700,000원`, `21.1%`; a blank is said to be one.
 * @param unit what the pledge counts its meetings in.
 */
export function monthlyFigureText(figure: MonthlyFigure, value: number | null, unit: string): string {
  const { unit: kind } = NAMINGS[figure];
  // No row names a suggestion of that status: there is none.
  if (value === null) return kind === 'suggestions' ? '0건' : '빈칸';
  switch (kind) {
    case 'meetings':
      return `${withCommas(value)}${unit}`;
    case 'suggestions':
      return `${withCommas(value)}건`;
    case 'won':
      return won(value);
    case 'percent':
      return percentText(value);
  }
}
