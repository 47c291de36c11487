/** Figures that rows make one by one, so that a moved figure leads to the rows that moved it. */
import { HANDLING_STATUSES } from '../words.ts';

/** The figures that are nothing but sums over rows. */
export const ROW_FIGURES = [
  'heldMeetings',
  'suggestions',
  ...HANDLING_STATUSES,
  'noStatus',
  'unknownThen',
  'executedWon',
] as const;
/** A status stands for the suggestions that have it. */
export type RowFigure = (typeof ROW_FIGURES)[number];
