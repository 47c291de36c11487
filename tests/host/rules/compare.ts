/** What is expected against what was found. */
import type { Rule, Seen } from './rule.ts';

/** What a rule expects and was not found. */
export interface Difference {
  /** Which part of it: a key of the table that it expects, or '' where there is no table. */
  readonly part: string;
  readonly expected: string;
  readonly found: string;
}

/**
 * Where a rule differs from what was found. A table is compared entry by entry.
 * @param language of whoever runs it, as Session.getActiveUserLocale gives it; messages are compared in English only.
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

/** Of a table that has no such entry. */
const NOTHING = '(nothing)';

function isTable(seen: Seen): seen is { readonly [name: string]: Seen } {
  return typeof seen === 'object' && seen !== null && !Array.isArray(seen);
}

function isRefusal(seen: Seen): boolean {
  return isTable(seen) && Object.keys(seen).join() === 'refused';
}

/** Entries of tables in the order of their names: two that say the same are one text. */
function text(seen: Seen): string {
  return JSON.stringify(seen, (_, value: Seen) =>
    isTable(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
