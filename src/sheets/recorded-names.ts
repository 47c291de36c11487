/**
 * Names of statuses and funding sources in the record tabs. A built-in one is recorded under its built-in
 * name, whatever the office calls it today, so that old rows are always read alike. One of the office's own
 * is recorded under the name it had then.
 */
import {
  FUNDING_SOURCES,
  type FundingSource,
  HANDLING_STATUSES,
  IMPLEMENTATION_STATUSES,
  type ImplementationStatus,
  isOwnWord,
  nameOfOwnWord,
  type OwnWord,
  ownWord,
  type StatusThen,
} from '../domain/words.ts';
import { defaultStatusNameAtDate, fundingSourceName, implementationStatusName } from './names.ts';

/** Converts between a word and its recorded name. */
interface Names<Word> {
  nameOf(word: string): string;
  /** A name that is not built in is taken as one of the office's own. */
  wordOf(name: string): Word | OwnWord;
}

export const RECORDED_STATUSES = namesOf<StatusThen>(
  [...HANDLING_STATUSES, 'noStatus', 'unknownThen'],
  defaultStatusNameAtDate,
);
export const RECORDED_FUNDING_SOURCES = namesOf<FundingSource>(FUNDING_SOURCES, fundingSourceName);
const RECORDED_IMPLEMENTATION_STATUSES = namesOf<ImplementationStatus>(
  IMPLEMENTATION_STATUSES,
  implementationStatusName,
);

/** The implementation status that a record names; null where the cell is blank. */
export function recordedImplementationStatus(name: string): ImplementationStatus | null {
  return name === '' ? null : RECORDED_IMPLEMENTATION_STATUSES.wordOf(name);
}

function namesOf<Word extends string>(words: readonly Word[], nameOf: (word: Word) => string): Names<Word> {
  const names = new Map<string, string>(words.map((word) => [word, nameOf(word)]));
  const byName = new Map(words.map((word) => [nameOf(word), word]));
  return {
    nameOf: (word) => (isOwnWord(word) ? nameOfOwnWord(word) : (names.get(word) ?? word)),
    wordOf: (name) => byName.get(name) ?? ownWord(name),
  };
}
