/** Compares what a rule expects with what was found. */
import type { Rule, Seen } from './rule.ts';

/** An expectation of a rule that was not met. */
export interface Difference {
  /** Part of the expectation: a key of its table, or '' if it is no table. */
  readonly part: string;
  readonly expected: string;
  readonly found: string;
}

/**
 * Differences between what a rule expects and what was found. Tables are compared entry by entry.
 * @param language the user's language, from Session.getActiveUserLocale; messages are compared only in
 * English
 */
export function differencesOf({ expected }: Rule, found: Seen, language: string): Difference[] {
  return differences(expected, found, language.startsWith('en'), '');
}

function differences(expected: Seen, found: Seen, inEnglish: boolean, part: string): Difference[] {
  if (isRefusal(expected) && isRefusal(found) && !inEnglish) return [];
  if (!isTable(expected) || !isTable(found)) {
    const [wanted, seen] = [text(expected), text(found)];
    return wanted === seen ? [] : [{ part, expected: wanted, found: seen }];
  }
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  return [...names].flatMap((name) => {
    const inside = part === '' ? name : `${part} › ${name}`;
    return differences(expected[name] ?? NOTHING, found[name] ?? NOTHING, inEnglish, inside);
  });
}

/** Stands for an entry that a table does not have. */
const NOTHING = '(nothing)';

function isTable(seen: Seen): seen is { readonly [name: string]: Seen } {
  return typeof seen === 'object' && seen !== null && !Array.isArray(seen);
}

function isRefusal(seen: Seen): boolean {
  return isTable(seen) && Object.keys(seen).join() === 'refused';
}

/** Sorts the entries of tables by name, so that equal tables have equal texts. */
function text(seen: Seen): string {
  return JSON.stringify(seen, (_, value: Seen) =>
    isTable(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
