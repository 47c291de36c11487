/** Looks up a typed name among the known names. */
import { distance } from 'fastest-levenshtein';
import { textKey } from './text-key.ts';

export interface KnownName<Value> {
  readonly value: Value;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Known misspellings, accepted as the name with a notice. */
  readonly misspellings?: readonly string[];
}

export type NameMatch<Value> =
  | { readonly kind: 'known'; readonly value: Value }
  | { readonly kind: 'misspelt'; readonly value: Value; readonly name: string }
  | { readonly kind: 'unknown'; readonly nearest: string | null };

export interface NameTable<Value> {
  match(text: string): NameMatch<Value>;
  /** True if the text is a listed name, and not one that an open table accepts as typed. */
  lists(text: string): boolean;
  /** The known names, in order. */
  readonly names: readonly string[];
}

/**
 * Builds a table of known names. Where two claim the same key, a name wins over an alias, an alias over a
 * misspelling, and the earlier over the later.
 */
export function nameTable<Value>(known: readonly KnownName<Value>[]): NameTable<Value> {
  const matches = new Map<string, NameMatch<Value>>();
  for (const { value, name } of known) addIfNew(matches, name, { kind: 'known', value });
  for (const { value, aliases = [] } of known) {
    for (const alias of aliases) addIfNew(matches, alias, { kind: 'known', value });
  }
  for (const { value, name, misspellings = [] } of known) {
    for (const spelling of misspellings) addIfNew(matches, spelling, { kind: 'misspelt', value, name });
  }
  const names = known.map(({ name }) => name);
  const owners = new Map(known.flatMap(({ name, aliases = [] }) => aliases.map((alias) => [alias, name])));
  const spellings = [...names, ...owners.keys()];
  /** The most similar spelling. An alias comes with the name it is listed under: `중장기추진(별칭 중장기 검토)`. */
  const nearest = (text: string): string | null => {
    const spelling = nearestName(text, spellings);
    const owner = spelling === null || names.includes(spelling) ? undefined : owners.get(spelling);
    return owner === undefined ? spelling : `${owner}(별칭 ${spelling})`;
  };
  return {
    names,
    lists: (text) => matches.has(textKey(text)),
    match: (text) => matches.get(textKey(text)) ?? { kind: 'unknown', nearest: nearest(text) },
  };
}

/**
 * Builds a table that accepts any name: each new key becomes a name, shown as it was first typed. Only
 * spellings with the same key are merged.
 */
export function openNameTable<Value>(
  known: readonly KnownName<Value>[],
  newValueOf: (name: string) => Value,
): NameTable<Value> {
  const table = nameTable(known);
  const added = new Map<string, NameMatch<Value>>();
  return {
    names: table.names,
    lists: (text) => table.lists(text),
    match: (text) => {
      const match = table.match(text);
      if (match.kind !== 'unknown') return match;
      const key = textKey(text);
      const earlier = added.get(key);
      if (earlier !== undefined) return earlier;
      const fresh: NameMatch<Value> = { kind: 'known', value: newValueOf(text.trim()) };
      added.set(key, fresh);
      return fresh;
    },
  };
}

/** The same table without suggestions, for names that look alike but differ in meaning: 군비 and 국비. */
export function withoutSuggestions<Value>(table: NameTable<Value>): NameTable<Value> {
  return {
    ...table,
    match: (text) => {
      const match = table.match(text);
      return match.kind === 'unknown' ? { ...match, nearest: null } : match;
    },
  };
}

/** Longer than any name. Comparing two texts takes time in proportion to the product of their lengths. */
const LONGEST_NAME = 200;

/** The known name most similar to the text, or null if none is similar enough to suggest. */
export function nearestName(text: string, names: readonly string[]): string | null {
  const key = textKey(text);
  if (key.length > LONGEST_NAME) return null;
  const typed = key.normalize('NFD');
  let nearest: string | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const nameKey = textKey(name);
    if (nameKey.length > LONGEST_NAME) continue;
    const candidate = nameKey.normalize('NFD');
    const steps = distance(typed, candidate);
    // At least half of the jamo must agree: 시장반문 suggests 시장방문, 체육대회 suggests nothing.
    if (steps < smallest && steps * 2 <= Math.max(typed.length, candidate.length)) {
      smallest = steps;
      nearest = name;
    }
  }
  return nearest;
}

function addIfNew<Value>(
  matches: Map<string, NameMatch<Value>>,
  spelling: string,
  match: NameMatch<Value>,
): void {
  const key = textKey(spelling);
  if (key !== '' && !matches.has(key)) matches.set(key, match);
}
