/** The words that an office adds to a built-in list, or renames in it, by rows of 분류. */
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
import { isNoBudget, NO_BUDGET_FUND } from './no-budget.ts';

/** A row of 분류 that names a word of such a list. */
export interface ListedRow {
  readonly row: number;
  readonly name: string;
  readonly aliases: readonly string[];
  /** null: nobody says. */
  readonly ended: boolean | null;
}

export interface WordList<Word> {
  readonly table: NameTable<Word>;
  readonly list: readonly EndingWord<Word>[];
  /** The word that each row is about. */
  readonly rows: readonly (KnownName<Word> & Pick<ListedRow, 'row' | 'aliases' | 'ended'>)[];
}

/**
 * The built-in words with those of the rows.
 *
 * A row whose name is new adds a word: 장기검토. A row whose name is an alias of a built-in word renames it: 처리완료 is 완료 under another
 * name. So does a row whose aliases hold the name of a built-in word: 향후추진 with the alias 추진예정. A built-in word that has a row under
 * its own name keeps its name. 국가 with the alias 국비, another name of 국, renames it too, unless a row names 국비 itself.
 *
 * The words stand in the order of the rows, and a built-in one that no row names behind the one before it in the built-in list: after
 * 국비 · 도비 · 군비 · 기타 they are 국비 · 시 · 구 · 도비 · 군비 · 기타. Rows that bring nothing but aliases of some built-in words move none of them.
 */
export function wordListOf<Word extends string>(
  builtIn: readonly KnownName<Word>[],
  ended: readonly Word[],
  rows: readonly ListedRow[],
): WordList<Word | OwnWord> {
  const builtInNames = nameTable(builtIn);
  const ownNames = new Map(builtIn.map(({ value, name }) => [textKey(name), value]));
  const keepsName = new Set(rows.flatMap(({ name }) => ownNames.get(textKey(name)) ?? []));
  /** The words that a row names, by whichever of their names. */
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

/** The words with each built-in one that is missing behind the one before it in the built-in list, or first. */
function completed<Word extends string>(
  words: readonly (Word | OwnWord)[],
  builtIn: readonly Word[],
): readonly (Word | OwnWord)[] {
  const all = [...words];
  for (const [index, word] of builtIn.entries()) {
    const before = builtIn[index - 1];
    if (!all.includes(word)) all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, word);
  }
  return all;
}

/** Every name and alias of a list: that of the office first, and those that are built in. */
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
      aliases: [
        ...same.map((each) => each.name).filter((each) => each !== name),
        ...same.flatMap(({ aliases = [] }) => aliases),
      ],
      misspellings: same.flatMap(({ misspellings = [] }) => misspellings),
    };
  });
}

/** What begins so is an amount, a year or a day that stands in the wrong column, and no fund. */
const BEGINS_WITH_NUMBER = /^[△▲\-−–+₩￦\\(]*\d/;

export interface FundList extends Pick<WordList<FundingSource>, 'table' | 'rows'> {
  /** The funds that 분류 lists; none while the list is open. */
  readonly listed: readonly ListedWord<FundingSource>[];
  /** Every fund that is known by now: the built-in ones, those of 분류, and those that have come up in the table. */
  known(): readonly ListedWord<FundingSource>[];
}

/** The money of a province or of a county, as a cell begins: 도비, 군, 군비(천원). */
const OF_PROVINCE_OR_COUNTY = /^[도군](?:비|$)/;
/** What an office calls its own money: that of a 구, unless it speaks of a 도 or a 군. */
const OWN_MONEY = '자체';

/** 도 and 도비 are one fund, and 군 and 군비. */
const otherSpelling = keptByText((text): string | null => {
  const key = compactReadText(text);
  if (!/^[도군]비?$/.test(key)) return null;
  return key.length === 1 ? `${key}비` : key.slice(0, 1);
});

/** Whether tabs of money speak of a province or of a county. */
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

/** Begins with 도 or 군, composed or not. Nearly all cells do not, and are not looked at any further. */
const MAY_BE_PROVINCE = /^[\s\u00ad\u200b-\u200f\ufeff]*[도군\u1103\u1100]/;

/** The built-in funds, as they are known to an office. */
function builtInFunds(rows: readonly ListedRow[], hasProvince: boolean): typeof fundingSourceNames {
  if (!hasProvince && !rows.some(({ name }) => isOfProvince(name))) return fundingSourceNames;
  return fundingSourceNames.map((fund) => ({
    ...fund,
    aliases: (fund.aliases ?? []).filter((alias) => alias !== OWN_MONEY),
  }));
}

/**
 * The funds: any that is typed while no row names one, else the built-in ones with those of the rows, and 비예산.
 * @param hasProvince whether the tabs of money speak of a province or of a county.
 */
export function fundListOf(rows: readonly ListedRow[], hasProvince = false): FundList {
  const { list, rows: listed, table } = wordListOf<FundingSource>(builtInFunds(rows, hasProvince), [], rows);
  const known = new Map(list.map((fund) => [fund.word, fund]));
  const come = (typed: string): FundingSource => {
    const name = withoutPersonalData(typed);
    const word = ownWord(name);
    if (!known.has(word)) known.set(word, { word, name, ended: false });
    return word;
  };
  const open = openNameTable<FundingSource>([], come);
  const hasCome = new Set<string>();
  const asListed = (text: string): string => {
    const other = otherSpelling(text);
    return other !== null && !table.lists(text) && (table.lists(other) || hasCome.has(other)) ? other : text;
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
        if (isNoBudget(text)) return { kind: 'known', value: come(NO_BUDGET_FUND) };
        if (rows.length > 0 || BEGINS_WITH_NUMBER.test(compactReadText(text))) return match;
        hasCome.add(compactReadText(text));
        return open.match(text);
      },
    }),
  };
}
