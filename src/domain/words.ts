/**
 * The vocabularies of the domain, such as handling statuses and funding sources. Each lists its built-in
 * words in the order of official tables. An office may add its own ({@link OfficeLists}).
 */

/**
 * A word that the office added, identified by its name. The prefix keeps it apart from the built-in codes.
 */
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

/** The built-in handling statuses (처리상황) of a suggestion. */
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

/** The status in a row of 건의사항. A blank cell is `noStatus`. */
export type StatusSeen = HandlingStatus | 'noStatus';

/** The status at a date: a listed one, `noStatus`, or `unknownThen` where it can no longer be determined. */
export type StatusThen = StatusSeen | 'unknownThen';

/** The built-in statuses that end the handling of a suggestion. */
export const ENDED_STATUSES = [
  'completed',
  'notFeasible',
  'transferred',
] as const satisfies readonly HandlingStatus[];

/** The built-in implementation statuses (이행구분): how far a pledge as a whole has come. */
export const IMPLEMENTATION_STATUSES = [
  'completed',
  'continuedAfterCompletion',
  'onTrack',
  'partial',
  'onHold',
  'abandoned',
] as const;
export type BuiltInImplementationStatus = (typeof IMPLEMENTATION_STATUSES)[number];
export type ImplementationStatus = BuiltInImplementationStatus | OwnWord;

/** The built-in implementation statuses that count as completed. */
export const COMPLETED_IMPLEMENTATION_STATUSES = [
  'completed',
  'continuedAfterCompletion',
] as const satisfies readonly ImplementationStatus[];

/** The built-in funding sources (재원): the state, the metropolitan city, the district, anybody else. */
export const FUNDING_SOURCES = ['national', 'city', 'district', 'other'] as const;
export type BuiltInFundingSource = (typeof FUNDING_SOURCES)[number];
export type FundingSource = BuiltInFundingSource | OwnWord;

/** A word as this office names it. */
export interface ListedWord<Word> {
  readonly word: Word;
  readonly name: string;
  /** Present where a row of 분류 names the word. */
  readonly isNamed?: true;
}

/** A word that also says whether it is an end: of handling a suggestion, or of carrying out a pledge. */
export interface EndingWord<Word> extends ListedWord<Word> {
  readonly ended: boolean;
}

/** Every word that this office uses, in the order of its tables. The built-in words are always among them. */
export interface OfficeLists {
  readonly fundingSources: readonly ListedWord<FundingSource>[];
  readonly statuses: readonly EndingWord<HandlingStatus>[];
  /** Implementation statuses (이행구분). One with `ended` counts as completed. */
  readonly implementationStatuses: readonly EndingWord<ImplementationStatus>[];
}

/** What a list calls a word; undefined where it does not hold it. */
export function listedName<Word extends string>(
  list: readonly ListedWord<Word>[],
  word: string,
): string | undefined {
  return list.find((listed) => listed.word === word)?.name;
}

/** The words of a list that have an entry, each with its entry, in the order of the list. */
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
