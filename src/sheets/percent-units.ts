/** Units of percentages, and the unit of a difference of two of them. Small, since the sidebar has it too. */

export const PERCENT_UNITS: ReadonlySet<string> = new Set(['%', '퍼센트', '프로', '%p']);

/** The unit of a difference of two values: that of 90 % and 86.5 % is 3.5 %p. */
export function unitOfDifference(unit: string): string {
  return /^(?:[%％]p?|퍼센트|프로)$/i.test(unit) ? '%p' : unit;
}
