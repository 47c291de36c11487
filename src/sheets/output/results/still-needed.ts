/** What is still needed towards a target, as cells that know both of its sides. */

import { yearOf } from '../../../domain/date.ts';
import type { Figure } from '../../../domain/figure.ts';
import { figureOf } from '../../../domain/figure.ts';
import type { MeetingReport } from '../../../domain/meetings.ts';
import type { Need } from '../../../domain/schedule/outlook.ts';
import { type GridCell, numberCell, type Role } from '../grid/grid.ts';

/** The target with the row that states it. */
export function targetOfNeed({ deadline, by }: Need, meetings: MeetingReport): Figure {
  return deadline === 'yearTarget' ? targetOfYear(yearOf(by), meetings) : meetings.targetFigure;
}

/** What was to be held by the end of the year, with the row that states it; unknown where none does. */
export function targetOfYear(year: number, { years }: MeetingReport): Figure {
  return years.find((one) => one.year === year)?.planned ?? figureOf([]);
}

/** Target less what was held; 0 where more was held than that. */
export function missingCell(need: Need, meetings: MeetingReport, role: Role = 'plain'): GridCell {
  return {
    ...numberCell(need.missing, role),
    basis: { kind: 'difference', minuend: targetOfNeed(need, meetings), subtrahend: meetings.cumulative },
  };
}
