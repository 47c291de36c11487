/**
 * Reads 분류: the office's own names and their aliases for meetings, handling statuses, occasions, funding
 * sources and implementation statuses.
 */
import type { Finding } from '../../domain/finding.ts';
import type { Category } from '../../domain/records.ts';
import {
  COMPLETED_IMPLEMENTATION_STATUSES,
  ENDED_STATUSES,
  type HandlingStatus,
  type ImplementationStatus,
  isOwnWord,
  type OfficeLists,
} from '../../domain/words.ts';
import { type KnownName, type NameTable, nameTable, openNameTable } from '../name-table.ts';
import {
  fundingSourceNames,
  handlingStatusNames,
  implementationStatusNames,
  OPENING_BALANCE_NAME,
  UNCATEGORISED_NAME,
} from '../names.ts';
import { withoutPersonalData } from '../personal-data.ts';
import { textKey } from '../text-key.ts';
import { CLASSIFICATION_KINDS, type ClassificationKind } from './classification-kinds.ts';
import {
  type FundingSourceList,
  fundingSourceListOf,
  type ListedRow,
  type WordList,
  wordListOf,
} from './office-words.ts';
import type { ReadRow } from './rows/read-rows.ts';

/** Maximum length of a name, in characters. A longer text is not offered for 분류. */
export const LONGEST_NAME = 60;

export interface ClassificationRow {
  readonly kind: ClassificationKind | null;
  readonly name: string | null;
  readonly aliases: string | null;
  readonly scheduleRow: string | null;
  /**
   * Whether 처리 is 끝: a handling status is then an end, and an implementation status counts as 완료. null:
   * blank.
   */
  readonly ended: boolean | null;
}

export interface Classification {
  /** The office's own categories in the order of 분류, without the built-in ones. */
  readonly categories: readonly Category[];
  readonly category: NameTable<Category>;
  readonly occasion: NameTable<string>;
  readonly status: NameTable<HandlingStatus>;
  readonly statuses: OfficeLists['statuses'];
  readonly implementationStatus: NameTable<ImplementationStatus>;
  readonly implementationStatuses: OfficeLists['implementationStatuses'];
  /** Accepts any funding source while 분류 lists none. */
  readonly fundingSources: FundingSourceList;
  readonly uncategorised: Category;
  /** For each kind, the names to which a new name can be added as an alias. */
  readonly names: ClassificationNames;
  /** Number of rows left out, each with a finding. */
  readonly excluded: number;
  readonly findings: readonly Finding[];
}

export type ClassificationNames = Readonly<Record<ClassificationKind, readonly string[]>>;

/** A name that a row of 분류 lists. */
interface Listed<Value> extends KnownName<Value> {
  readonly row: number;
  readonly aliases: readonly string[];
}

/**
 * Builds the name tables from the rows of 분류. While 분류 lists no category, the table of categories accepts any
 * typed name; so do those of occasions and funding sources. Handling statuses and implementation statuses
 * always have their built-in names, and 분류 adds to them. So have funding sources once 분류 lists one.
 * @param scheduleNames names of the lines of the schedule; null: there is no schedule to check against.
 * @param hasProvince whether the money tabs mention a province (도) or a county (군).
 */
export function classificationOf(
  rows: readonly ReadRow<ClassificationRow>[],
  scheduleNames: NameTable<string> | null = null,
  hasProvince = false,
): Classification {
  const findings: Finding[] = [];
  const meetings: Listed<Category>[] = [];
  const occasions: Listed<string>[] = [];
  const statuses: ListedRow[] = [];
  const fundingSources: ListedRow[] = [];
  const implementationStatuses: ListedRow[] = [];
  const openingBalance: Category = { kind: 'openingBalance', name: OPENING_BALANCE_NAME, scheduleRow: null };
  const uncategorised: Category = { kind: 'uncategorised', name: UNCATEGORISED_NAME, scheduleRow: null };
  const builtIn = [openingBalance, uncategorised].map((value) => ({ value, name: value.name }));
  const builtInCategories = nameTable(builtIn);
  /** First row of each name, and every spelling that its rows have given. */
  const seen = new Map<string, { readonly row: number; readonly spellings: Set<string> }>();

  const unknownLines: Finding[] = [];
  const scheduleLineOf = (typed: string | null, name: string, row: number): string | null => {
    if (scheduleNames === null) return typed;
    // A blank cell means the schedule line with the name of the category.
    if (typed === null) return matchedName(scheduleNames, name);
    const match = scheduleNames.match(typed);
    if (match.kind !== 'unknown') return match.value;
    unknownLines.push({
      problem: { code: 'unknown-schedule-row', found: typed, nearest: match.nearest },
      place: { tab: 'classification', row, field: 'scheduleRow' },
    });
    return null;
  };

  for (const { row, values } of rows) {
    const { kind, name } = values;
    const at = (field: string) => ({ tab: 'classification' as const, row, field });
    if (kind === null || name === null) {
      const field = kind === null ? 'kind' : 'name';
      findings.push({ problem: { code: 'required-blank' }, place: at(field) });
      continue;
    }
    const key = `${kind} ${textKey(name)}`;
    const first = seen.get(key) ?? { row, spellings: new Set([textKey(name)]) };
    const aliases = aliasesOf(values.aliases);
    const adds = values.scheduleRow === null && aliases.some((alias) => !first.spellings.has(textKey(alias)));
    // A repeated name may only add aliases. A row that adds none is a duplicate.
    if (seen.has(key) && !adds) {
      findings.push({
        problem: { code: 'doubled-name', found: name, firstRow: first.row },
        place: at('name'),
      });
      continue;
    }
    seen.set(key, first);
    for (const alias of aliases) first.spellings.add(textKey(alias));
    switch (kind) {
      case CLASSIFICATION_KINDS.meetings:
        meetings.push({
          value:
            listedValue(meetings, name) ??
            categoryOf(name, scheduleLineOf(values.scheduleRow, name, row), builtInCategories),
          name,
          aliases,
          row,
        });
        break;
      case CLASSIFICATION_KINDS.occasions:
        occasions.push({ value: listedValue(occasions, name) ?? name, name, aliases, row });
        break;
      case CLASSIFICATION_KINDS.statuses:
        statuses.push({ name, aliases, row, ended: values.ended });
        break;
      case CLASSIFICATION_KINDS.fundingSources:
        fundingSources.push({ name, aliases, row, ended: null });
        break;
      case CLASSIFICATION_KINDS.implementationStatuses:
        implementationStatuses.push({ name, aliases, row, ended: values.ended });
        break;
    }
  }

  const statusList = wordListOf<HandlingStatus>(handlingStatusNames, ENDED_STATUSES, statuses);
  const implementationStatusList = wordListOf<ImplementationStatus>(
    implementationStatusNames,
    COMPLETED_IMPLEMENTATION_STATUSES,
    implementationStatuses,
  );
  const fundingSourceList = fundingSourceListOf(fundingSources, hasProvince);

  const excluded = findings.length;
  findings.push(
    ...unknownLines,
    ...endsOfBuiltIn('statuses', statusList.rows, ENDED_STATUSES),
    ...endsOfBuiltIn(
      'implementationStatuses',
      implementationStatusList.rows,
      COMPLETED_IMPLEMENTATION_STATUSES,
    ),
    ...contestedAliases(builtIn, meetings),
    ...contestedAliases([], occasions),
    ...contestedAliases(handlingStatusNames, statusList.rows),
    ...contestedAliases(fundingSourceNames, fundingSourceList.rows),
    ...contestedAliases(implementationStatusNames, implementationStatusList.rows),
  );

  const categories = [...new Set(meetings.map(({ value }) => value))].filter(({ kind }) => kind === 'named');
  const categoryNames = [...builtIn, ...meetings];
  return {
    categories,
    category:
      categories.length > 0
        ? nameTable(categoryNames)
        : openNameTable(categoryNames, (name) => ({
            kind: 'named',
            name: withoutPersonalData(name),
            scheduleRow: scheduleNames === null ? name : matchedName(scheduleNames, name),
          })),
    occasion: occasions.length > 0 ? nameTable(occasions) : openNameTable([], (name) => name),
    status: statusList.table,
    statuses: statusList.list,
    implementationStatus: implementationStatusList.table,
    implementationStatuses: implementationStatusList.list,
    fundingSources: fundingSourceList,
    uncategorised,
    names: {
      소통: categories.map(({ name }) => name),
      처리상황: statusList.list.map(({ name }) => name),
      출처: [...new Set(occasions.map(({ value }) => value))],
      재원: fundingSourceList.listed.map(({ name }) => name),
      이행구분: implementationStatusList.list.map(({ name }) => name),
    },
    excluded,
    findings,
  };
}

/** Value of the same name on an earlier row, if any. */
function listedValue<Value>(listed: readonly Listed<Value>[], name: string): Value | undefined {
  return listed.find((earlier) => textKey(earlier.name) === textKey(name))?.value;
}

function matchedName(names: NameTable<string>, typed: string): string | null {
  const match = names.match(typed);
  return match.kind === 'unknown' ? null : match.value;
}

/** Category of a listed row. 이월 and 미분류 stay the built-in categories. */
function categoryOf(name: string, scheduleRow: string | null, builtIn: NameTable<Category>): Category {
  const match = builtIn.match(name);
  return match.kind === 'known'
    ? match.value
    : { kind: 'named', name: withoutPersonalData(name), scheduleRow };
}

/**
 * Reports 처리 cells that contradict a built-in word. 끝 makes a word an end that is none by itself. 진행 for a
 * word that is an end has no effect.
 */
function endsOfBuiltIn(
  list: 'statuses' | 'implementationStatuses',
  rows: WordList<string>['rows'],
  ended: readonly string[],
): readonly Finding[] {
  return rows.flatMap(({ value, name, row, ended: typed }): readonly Finding[] =>
    typed === null || isOwnWord(value) || typed === ended.includes(value)
      ? []
      : [
          {
            problem: { code: 'end-of-built-in', list, found: name, isEnd: typed },
            place: { tab: 'classification', row, field: 'ended' },
          },
        ],
  );
}

/** Reports aliases that are already a name, or an alias further up. The earlier owner keeps the alias. */
function contestedAliases<Value>(
  known: readonly KnownName<Value>[],
  listed: readonly Listed<Value>[],
): readonly Finding[] {
  const owners = new Map<string, Value>();
  const claim = (spelling: string, value: Value): Value => {
    const key = textKey(spelling);
    const owner = owners.get(key);
    if (owner !== undefined) return owner;
    owners.set(key, value);
    return value;
  };
  for (const { name, value } of [...known, ...listed]) claim(name, value);
  for (const { aliases = [], value } of known) for (const alias of aliases) claim(alias, value);
  return listed.flatMap(({ aliases, value, row }) =>
    aliases
      .filter((alias) => claim(alias, value) !== value)
      .map((alias) => ({
        problem: { code: 'doubled-name', found: alias, firstRow: null },
        place: { tab: 'classification', row, field: 'aliases' },
      })),
  );
}

/** A comma inside the marks of a title does not separate: `「마을 안으로, 시민 속으로」 인천시장 방문` is one alias. */
const ALIAS = /(?:「[^「」]*」|『[^『』]*』|“[^“”]*”|[^,，、\n])+/g;

function aliasesOf(text: string | null): string[] {
  return ((text ?? '').match(ALIAS) ?? []).map((alias) => alias.trim()).filter((alias) => alias !== '');
}
