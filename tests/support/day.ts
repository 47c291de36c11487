import { type IsoDate, isoDateFrom } from '../../src/domain/date.ts';

/** Parses `2024-03-05`. */
export function day(text: string): IsoDate {
  const date = isoDateFrom(text);
  if (date === null) throw new Error(`${text} is no day`);
  return date;
}
