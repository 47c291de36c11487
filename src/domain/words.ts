/** The closed sets of the field, each in the order in which official tables show them. */

/** What became of a suggestion. */
export const HANDLING_STATUSES = [
  'completed',
  'inProgress',
  'midLongTerm',
  'underReview',
  'planned',
  'notFeasible',
  'transferred',
] as const;
export type HandlingStatus = (typeof HANDLING_STATUSES)[number];

/** What a row of the log says of its status; a blank cell is none yet. */
export type StatusSeen = HandlingStatus | 'noStatus';

/** A status at a date: one of the seven, none yet, or not to be known any more. */
export const STATUSES_THEN = [...HANDLING_STATUSES, 'noStatus', 'unknownThen'] as const;
export type StatusThen = (typeof STATUSES_THEN)[number];

/** Statuses after which nothing more is awaited. */
export const ENDED_STATUSES = [
  'completed',
  'notFeasible',
  'transferred',
] as const satisfies readonly HandlingStatus[];

/** How far the pledge as a whole has come. */
export const IMPLEMENTATION_STATUSES = [
  'completed',
  'continuedAfterCompletion',
  'onTrack',
  'partial',
  'onHold',
  'abandoned',
] as const;
export type ImplementationStatus = (typeof IMPLEMENTATION_STATUSES)[number];

/** Who pays: the state, the metropolitan city, the district, anybody else. */
export const FUNDING_SOURCES = ['national', 'city', 'district', 'other'] as const;
export type FundingSource = (typeof FUNDING_SOURCES)[number];

/** A record with an entry for each member of a closed set, so that none can be forgotten. */
export function totalRecord<Key extends string, Value>(
  keys: readonly Key[],
  valueFor: (key: Key) => Value,
): Record<Key, Value> {
  const record: Partial<Record<Key, Value>> = {};
  for (const key of keys) record[key] = valueFor(key);
  // Every key of the closed set has just been given its value.
  return record as Record<Key, Value>;
}
