/** Lists of words. Rows of 분류 add words to a built-in list, or rename words in it. */
import {
  type EndingWord,
  type FundingSource,
  isOwnWord,
  type ListedWord,
  type OwnWord,
  ownWord,
} from '../../domain/words.ts';
import { keptByText } from '../kept.ts';
import {
  type KnownName,
  type NameTable,
  nameTable,
  openNameTable,
  withoutSuggestions,
} from '../name-table.ts';
import { fundingSourceNames } from '../names.ts';
import { withoutPersonalData } from '../personal-data.ts';
import type { RawCell, RawTab } from '../raw.ts';
import { compactReadText, textKey } from '../text-key.ts';
import { isNoBudget, NO_BUDGET_NAME } from './no-budget.ts';

/** A row of 분류 that names a word of such a list. */
export interface ListedRow {
  readonly row: number;
  readonly name: string;
  readonly aliases: readonly string[];
  /** null: 처리 is blank. */
  readonly ended: boolean | null;
}

export interface WordList<Word> {
  readonly table: NameTable<Word>;
  readonly list: readonly EndingWord<Word>[];
  /** Each row with the word that it names. */
  readonly rows: readonly (KnownName<Word> & Pick<ListedRow, 'row' | 'aliases' | 'ended'>)[];
}

/**
 * Merges the built-in words with those of the rows.
 *
 * A row with a new name adds a word: 장기검토. A row whose name is an alias of a built-in word renames it: 처리완료
 * renames 완료. So does a row with the name of a built-in word among its aliases: 향후추진 with the alias 추진예정. A
 * built-in word that has a row under its own name keeps its name. 국가 with the alias 국비, another name of 국,
 * also renames 국, unless a row names 국비 itself.
 *
 * Words are in the order of the rows. A built-in word without a row follows its predecessor in the built-in
 * list: 국비 · 도비 · 군비 · 기타 become 국비 · 시 · 구 · 도비 · 군비 · 기타. Where rows only give aliases to some built-in
 * words, the built-in order stays.
 */
export function wordListOf<Word extends string>(
  builtIn: readonly KnownName<Word>[],
  ended: readonly Word[],
  rows: readonly ListedRow[],
): WordList<Word | OwnWord> {
  const builtInNames = nameTable(builtIn);
  const ownNames = new Map(builtIn.map(({ value, name }) => [textKey(name), value]));
  const keepsName = new Set(rows.flatMap(({ name }) => ownNames.get(textKey(name)) ?? []));
  /** Built-in words that a row names, by any of their names. */
  const isNamed = new Set(rows.flatMap(({ name }) => knownIn(builtInNames, name) ?? []));
  const renamed = new Map<Word | OwnWord, string>();
  const added = new Map<string, OwnWord>();
  const endsNow = new Set<Word | OwnWord>(ended);

  const builtInOf = ({ name, aliases }: ListedRow): Word | undefined => {
    const match = builtInNames.match(name);
    if (match.kind !== 'unknown') return match.value;
    const byName = aliases
      .map((alias) => ownNames.get(textKey(alias)))
      .find((word) => word !== undefined && !keepsName.has(word));
    if (byName !== undefined) return byName;
    return aliases
      .map((alias) => knownIn(builtInNames, alias))
      .find((word) => word !== undefined && !isNamed.has(word));
  };
  const wordOf = (row: ListedRow): Word | OwnWord => {
    const key = textKey(row.name);
    const word = added.get(key) ?? builtInOf(row);
    if (word === undefined) {
      const own = ownWord(withoutPersonalData(row.name));
      added.set(key, own);
      return own;
    }
    const isMisspelt = builtInNames.match(row.name).kind === 'misspelt';
    if (!isOwnWord(word) && !keepsName.has(word) && !renamed.has(word) && !isMisspelt) {
      renamed.set(word, withoutPersonalData(row.name));
    }
    return word;
  };
  const listed = rows.map(({ row, name, aliases, ended: isEnd }) => {
    const value = wordOf({ row, name, aliases, ended: isEnd });
    if (isEnd === true) endsNow.add(value);
    return { value, name, aliases, row, ended: isEnd };
  });

  const words = [...new Set(listed.map(({ value }) => value))];
  const builtInWords = builtIn.map(({ value }) => value);
  const namesAll = builtInWords.every((word) => words.includes(word));
  const inOrder = namesAll || words.some(isOwnWord) ? completed(words, builtInWords) : builtInWords;
  const nameOf = new Map<Word | OwnWord, string>([
    ...[...listed].reverse().map(({ value, name }) => [value, withoutPersonalData(name)] as const),
    ...builtIn.map(({ value, name }) => [value, name] as const),
    ...renamed,
  ]);
  const list = inOrder.map((word) => ({
    word,
    name: nameOf.get(word) ?? word,
    ended: endsNow.has(word),
    ...(words.includes(word) ? ({ isNamed: true } as const) : {}),
  }));
  return { list, rows: listed, table: nameTable(knownNames(list, builtIn, listed)) };
}

function knownIn<Word>(table: NameTable<Word>, text: string): Word | undefined {
  const match = table.match(text);
  return match.kind === 'known' ? match.value : undefined;
}

/** Inserts each missing built-in word after its predecessor in the built-in list, or first if it has none. */
function completed<Word extends string>(
  words: readonly (Word | OwnWord)[],
  builtIn: readonly Word[],
): readonly (Word | OwnWord)[] {
  const all = [...words];
  for (const [index, word] of builtIn.entries()) {
    const before = all.findIndex((each) => each === builtIn[index - 1]);
    if (!all.includes(word)) all.splice(before + 1, 0, word);
  }
  return all;
}

/** Every name and alias of each word, the office's own name first. */
function knownNames<Word>(
  list: readonly ListedWord<Word>[],
  builtIn: readonly KnownName<Word>[],
  listed: readonly KnownName<Word>[],
): readonly KnownName<Word>[] {
  return list.map(({ word, name }) => {
    const same = [...builtIn, ...listed].filter(({ value }) => value === word);
    return {
      value: word,
      name,
      aliases: same.flatMap((each) => [each.name, ...(each.aliases ?? [])]),
      misspellings: same.flatMap(({ misspellings = [] }) => misspellings),
    };
  });
}

/** A text that begins like this is an amount, a year or a day in the wrong column, not a funding source. */
const BEGINS_WITH_NUMBER = /^[△▲\-−–+₩￦\\(]*\d/;

export interface FundingSourceList extends Pick<WordList<FundingSource>, 'table' | 'rows'> {
  /** The built-in funding sources and those of 분류; empty while 분류 lists none. */
  readonly listed: readonly ListedWord<FundingSource>[];
  /** Every funding source known so far: built-in, of 분류, or matched by `table` before, which remembers it. */
  known(): readonly ListedWord<FundingSource>[];
}

/** A cell that begins with the money of a province or a county: 도비, 군, 군비(천원). */
const OF_PROVINCE_OR_COUNTY = /^[도군](?:비|$)/;
/** What an office calls its own money. It means 구, unless the money tabs mention a 도 or a 군. */
const OWN_MONEY = '자체';

/** The other spelling of the same funding source: 도 and 도비, 군 and 군비; null for any other text. */
const otherSpelling = keptByText((text): string | null => {
  const key = compactReadText(text);
  if (!/^[도군]비?$/.test(key)) return null;
  return key.length === 1 ? `${key}비` : key.slice(0, 1);
});

/** Whether the money tabs mention a province (도) or a county (군). */
export function speaksOfProvince(money: readonly (RawTab | undefined)[]): boolean {
  return money.some((tab) => tab?.rows.some((row) => row.some(isOfProvince)) === true);
}

function isOfProvince(cell: RawCell): boolean {
  return (
    typeof cell === 'string' &&
    MAY_BE_PROVINCE.test(cell) &&
    OF_PROVINCE_OR_COUNTY.test(compactReadText(cell))
  );
}

/** Begins with 도 or 군, in composed or decomposed Unicode. A cheap first test, which nearly all cells fail. */
const MAY_BE_PROVINCE = /^[\s\u00ad\u200b-\u200f\ufeff]*[도군\u1103\u1100]/;

/** The built-in funding sources. 자체 is an alias of 구 only where no province or county is mentioned. */
function builtInFundingSources(rows: readonly ListedRow[], hasProvince: boolean): typeof fundingSourceNames {
  if (!hasProvince && !rows.some(({ name }) => isOfProvince(name))) return fundingSourceNames;
  return fundingSourceNames.map((fundingSource) => ({
    ...fundingSource,
    aliases: (fundingSource.aliases ?? []).filter((alias) => alias !== OWN_MONEY),
  }));
}

/**
 * The funding sources: any typed name while 분류 lists none, else the built-in ones, those of 분류 and 비예산.
 * @param hasProvince whether the money tabs mention a province (도) or a county (군).
 */
export function fundingSourceListOf(rows: readonly ListedRow[], hasProvince = false): FundingSourceList {
  const {
    list,
    rows: listed,
    table,
  } = wordListOf<FundingSource>(builtInFundingSources(rows, hasProvince), [], rows);
  const known = new Map<FundingSource, ListedWord<FundingSource>>(
    list.map((fundingSource) => [fundingSource.word, fundingSource]),
  );
  /** The word for a name that 분류 does not list. It is known from then on. */
  const addMet = (typed: string): FundingSource => {
    const name = withoutPersonalData(typed);
    const word = ownWord(name);
    if (!known.has(word)) known.set(word, { word, name });
    return word;
  };
  const open = openNameTable<FundingSource>([], addMet);
  const met = new Set<string>();
  const asListed = (text: string): string => {
    const other = otherSpelling(text);
    return other !== null && !table.lists(text) && (table.lists(other) || met.has(other)) ? other : text;
  };
  return {
    rows: listed,
    listed: rows.length === 0 ? [] : list,
    known: () => [...known.values()],
    table: withoutSuggestions({
      names: table.names,
      lists: (text) => table.lists(asListed(text)) || isNoBudget(text),
      match: (typed) => {
        const text = asListed(typed);
        const match = table.match(text);
        if (match.kind !== 'unknown') return match;
        if (isNoBudget(text)) return { kind: 'known', value: addMet(NO_BUDGET_NAME) };
        if (rows.length > 0 || BEGINS_WITH_NUMBER.test(compactReadText(text))) return match;
        met.add(compactReadText(text));
        return open.match(text);
      },
    }),
  };
}
