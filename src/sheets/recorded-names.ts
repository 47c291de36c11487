/**
 * How the tabs that remember name statuses, funds and classes. A built-in one always has its own name there, whatever an office
 * calls it today, so that it is read as the same ever after.
 */
import {
  FUNDING_SOURCES,
  HANDLING_STATUSES,
  IMPLEMENTATION_STATUSES,
  type ImplementationStatus,
  type StatusThen,
} from '../domain/words.ts';
import { fundingSourceName, implementationStatusName, statusThenName } from './names.ts';

/** A word and its name, both ways. What has no entry is its own name. */
interface Names {
  nameOf(word: string): string;
  wordOf(name: string): string;
}

export const RECORDED_STATUSES: Names = namesOf<StatusThen>(
  [...HANDLING_STATUSES, 'noStatus', 'unknownThen'],
  statusThenName,
);
export const RECORDED_FUNDS: Names = namesOf(FUNDING_SOURCES, fundingSourceName);

export const RECORDED_CLASSES: ReadonlyMap<string, ImplementationStatus> = new Map(
  IMPLEMENTATION_STATUSES.map((status) => [implementationStatusName(status), status]),
);

function namesOf<Word extends string>(words: readonly Word[], nameOf: (word: Word) => string): Names {
  const names = new Map<string, string>(words.map((word) => [word, nameOf(word)]));
  const byName = new Map([...names].map(([word, name]) => [name, word]));
  return {
    nameOf: (word) => names.get(word) ?? word,
    wordOf: (name) => byName.get(name) ?? name,
  };
}
