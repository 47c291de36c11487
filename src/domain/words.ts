/**
 * The words of the field. Each set has its built-in members, in the order in which official tables show them, and takes what the office
 * adds to them ({@link OfficeLists}).
 */

/** A member that the office has added, known by its own name. The prefix keeps it apart from the built-in codes. */
export type OwnWord = `own:${string}`;
const OWN = 'own:';

export function ownWord(name: string): OwnWord {
  return `${OWN}${name}`;
}

export function isOwnWord(word: string): word is OwnWord {
  return word.startsWith(OWN);
}

export function nameOfOwnWord(word: OwnWord): string {
  return word.slice(OWN.length);
}

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
export type BuiltInStatus = (typeof HANDLING_STATUSES)[number];
export type HandlingStatus = BuiltInStatus | OwnWord;

/** What a row of the log says of its status; a blank cell is none yet. */
export type StatusSeen = HandlingStatus | 'noStatus';

/** A status at a date: one of the list, none yet, or not to be known any more. */
export type StatusThen = StatusSeen | 'unknownThen';

/** The built-in statuses after which nothing more is awaited. */
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
export type BuiltInClass = (typeof IMPLEMENTATION_STATUSES)[number];
export type ImplementationStatus = BuiltInClass | OwnWord;

/** The built-in classes of a pledge that is carried out. */
export const COMPLETED_CLASSES = [
  'completed',
  'continuedAfterCompletion',
] as const satisfies readonly ImplementationStatus[];

/** Who pays: the state, the metropolitan city, the district, anybody else. */
export const FUNDING_SOURCES = ['national', 'city', 'district', 'other'] as const;
export type BuiltInFund = (typeof FUNDING_SOURCES)[number];
export type FundingSource = BuiltInFund | OwnWord;

/** A word as this office names it. */
export interface ListedWord<Word> {
  readonly word: Word;
  readonly name: string;
  /** A row of the office's list names it. */
  readonly isNamed?: true;
}

/** A word that says as well whether something has come to its end. */
export interface EndingWord<Word> extends ListedWord<Word> {
  readonly ended: boolean;
}

/** Every word that this office uses, in the order in which its tables show them. The built-in ones are always among them. */
export interface OfficeLists {
  readonly fundingSources: readonly ListedWord<FundingSource>[];
  readonly statuses: readonly EndingWord<HandlingStatus>[];
  /** One that is ended counts as completed. */
  readonly classes: readonly EndingWord<ImplementationStatus>[];
}

/** Each word of a list that has an entry, in the order of the list, with its entry. */
export function listedEntries<Word extends string, Entry>(
  list: readonly ListedWord<Word>[],
  entries: Readonly<Partial<Record<Word, Entry>>>,
): readonly (ListedWord<Word> & { readonly entry: Entry })[] {
  return list.flatMap((listed) => {
    const entry: Entry | undefined = entries[listed.word];
    return entry === undefined ? [] : [{ ...listed, entry }];
  });
}

/** A record with an entry for each of the keys, so that none can be forgotten. */
export function totalRecord<Key extends string, Value>(
  keys: readonly Key[],
  valueFor: (key: Key) => Value,
): Record<Key, Value> {
  const record: Partial<Record<Key, Value>> = {};
  for (const key of keys) record[key] = valueFor(key);
  // Every key has just been given its value.
  return record as Record<Key, Value>;
}
