/** Korean names of the domain's words, with the other spellings that staff use for them. */
import { type BudgetLine, type BudgetReport, isKnownLine } from '../domain/budget.ts';
import { INDICATOR_KINDS, type IndicatorKind } from '../domain/indicators/indicator.ts';
import type { BudgetTime } from '../domain/records.ts';
import {
  type BuiltInFundingSource,
  type BuiltInImplementationStatus,
  type BuiltInStatus,
  FUNDING_SOURCES,
  type FundingSource,
  HANDLING_STATUSES,
  type HandlingStatus,
  IMPLEMENTATION_STATUSES,
  type ImplementationStatus,
  isOwnWord,
  type ListedWord,
  listedEntries,
  listedName,
  nameOfOwnWord,
  type OfficeLists,
  type StatusThen,
} from '../domain/words.ts';
import { NO_BUDGET } from './input/no-budget.ts';
import { type KnownName, type NameTable, nameTable } from './name-table.ts';

interface Naming {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly misspellings?: readonly string[];
}

const HANDLING: Readonly<Record<BuiltInStatus, Naming>> = {
  completed: { name: '완료', aliases: ['처리완료', '조치완료'] },
  inProgress: { name: '추진중', aliases: ['처리중', '진행중'] },
  midLongTerm: {
    name: '중장기추진',
    aliases: ['중장기', '중·장기추진', '중장기 검토'],
    misspellings: ['증장기추진', '중장기추친'],
  },
  underReview: { name: '검토중' },
  planned: { name: '추진예정' },
  notFeasible: { name: '추진불가', aliases: ['불가', '처리불가'] },
  transferred: { name: '이송', aliases: ['이첩', '이관', '타기관 이송', '타기관 이첩', '타기관 이관'] },
};

const IMPLEMENTATION: Readonly<Record<BuiltInImplementationStatus, Naming>> = {
  completed: { name: '완료' },
  continuedAfterCompletion: { name: '이행 후 계속추진', aliases: ['완료 후 계속추진', '이행후계속'] },
  onTrack: { name: '정상추진' },
  partial: { name: '일부추진' },
  onHold: { name: '보류' },
  abandoned: { name: '폐기' },
};

const FUNDING: Readonly<Record<BuiltInFundingSource, Naming>> = {
  national: { name: '국', aliases: ['국비', '국고', '국고보조금'] },
  city: { name: '시', aliases: ['시비', '시비보조금', '광역'] },
  district: { name: '구', aliases: ['구비', '자체', '구비(자체)'] },
  other: { name: '기타', aliases: ['기타재원'] },
};

/** `how`: what the value is, in the words of the notes; null: the name says it. */
const INDICATORS: Record<IndicatorKind, Naming & { readonly how: string | null }> = {
  meetings: { name: '소통', how: null, aliases: ['소통횟수', '소통 횟수'] },
  cumulative: { name: '누적', how: '모두 더함', aliases: ['누계', '합계', '누적합계'] },
  level: { name: '현재값', how: '마지막 값', aliases: ['현재', '최근값', '수준', '공정률'] },
  selfAssessed: { name: '자체평가', how: '100% 가운데 얼마', aliases: ['자체평가율', '자체 추진율'] },
};
/** The kinds whose values are typed into 실적기록. */
export const RESULT_KINDS = INDICATOR_KINDS.filter((kind) => kind !== 'meetings');

export const indicatorKinds: NameTable<IndicatorKind> = nameTable(known(INDICATOR_KINDS, INDICATORS));

export function indicatorKindName(kind: IndicatorKind): string {
  return INDICATORS[kind].name;
}

/** `누적(모두 더함), 현재값(마지막 값)` */
export function kindsExplained(kinds: readonly IndicatorKind[]): string {
  return kinds
    .map((kind) => INDICATORS[kind])
    .map(({ name, how }) => (how === null ? name : `${name}(${how})`))
    .join(', ');
}

export const handlingStatusNames: readonly KnownName<BuiltInStatus>[] = known(HANDLING_STATUSES, HANDLING);
export const implementationStatusNames: readonly KnownName<BuiltInImplementationStatus>[] = known(
  IMPLEMENTATION_STATUSES,
  IMPLEMENTATION,
);
export const fundingSourceNames: readonly KnownName<BuiltInFundingSource>[] = known(FUNDING_SOURCES, FUNDING);

/** The name of a status where the office's list gives it no other. The office's own have only their own. */
export function handlingStatusName(status: HandlingStatus): string {
  return isOwnWord(status) ? nameOfOwnWord(status) : HANDLING[status].name;
}

export function implementationStatusName(status: ImplementationStatus): string {
  return isOwnWord(status) ? nameOfOwnWord(status) : IMPLEMENTATION[status].name;
}

export function fundingSourceName(source: FundingSource): string {
  return isOwnWord(source) ? nameOfOwnWord(source) : FUNDING[source].name;
}

/** Implementation status (이행구분) of a pledge when nobody chose one and the figures suggest none. */
export const NO_IMPLEMENTATION_STATUS_NAME = '미정';
/** Stands for an occasion, dong, field or department that no cell gives. */
export const NOT_SAID = '미지정';

/**
 * Funding sources as the budget tables name them; 비예산 only where it has money. Where a used source of the
 * office's own ends in 비 (도비, 군비), 국, 시 and 구 become 국비, 시비 and 구비 to match.
 */
export function namedFundingSources(
  { fundingSources }: OfficeLists,
  { bySource }: BudgetReport,
): readonly ListedWord<FundingSource>[] {
  const endInFull = listedEntries(fundingSources, bySource).some(
    ({ word, name, entry }) => isOwnWord(word) && name.endsWith('비') && isKnownLine(entry),
  );
  const used = fundingSources.filter(
    ({ word }) => word !== NO_BUDGET || isLineOfFundingSource(word, bySource[word]),
  );
  return used.map((fundingSource) =>
    endInFull && /^[국시구]$/.test(fundingSource.name)
      ? { ...fundingSource, name: `${fundingSource.name}비` }
      : fundingSource,
  );
}

/** Whether a line is of money. 비예산 without an amount is no money, and no funding source. */
export function isLineOfFundingSource(
  fundingSource: FundingSource,
  line: Pick<BudgetLine, 'planned' | 'executed'> | undefined,
): boolean {
  if (line === undefined || !isKnownLine(line)) return false;
  return fundingSource !== NO_BUDGET || (line.planned.value ?? 0) !== 0 || (line.executed.value ?? 0) !== 0;
}

/** What this office calls an implementation status (이행구분). */
export function officeStatusName(
  { implementationStatuses }: OfficeLists,
  status: ImplementationStatus,
): string {
  return listedName(implementationStatuses, status) ?? implementationStatusName(status);
}

/** What this office calls a handling status at a date. */
export function statusNameAtDate({ statuses }: OfficeLists, status: StatusThen): string {
  return status === 'noStatus' || status === 'unknownThen'
    ? defaultStatusNameAtDate(status)
    : (listedName(statuses, status) ?? handlingStatusName(status));
}

/** `2024`, 기투자 or 임기후: the form used in headings and in cells of 연도. */
export function budgetTimeName(when: BudgetTime): string {
  if (typeof when === 'number') return String(when);
  return when === 'beforeTerm' ? '기투자' : '임기후';
}

/** `2024년 3월` for `2024-03`. */
export function monthName(month: string): string {
  return `${Number(month.slice(0, 4))}년 ${Number(month.slice(5, 7))}월`;
}

/** No handling status has been given yet. */
export const NO_STATUS_NAME = '상태 없음';
/** The handling status at the as-of date is unknown. */
export const UNKNOWN_THEN_NAME = '기준일 당시 미상';
export function defaultStatusNameAtDate(status: StatusThen): string {
  if (status === 'noStatus') return NO_STATUS_NAME;
  return status === 'unknownThen' ? UNKNOWN_THEN_NAME : handlingStatusName(status);
}

/** A year at the beginning of a name: `2023년 동 연두방문`, `'23 동 연두방문`. */
const LEADING_YEAR = /^(?:(20\d{2})|['’‘](\d{2}))(?!\d)/;

/**
 * Name of an occasion (출처) with its year, because the same occasion comes round every year: `2023년 동 연두방문`. A
 * name that already starts with that year stays as it is; one that starts with another year gets the year of
 * its rows appended: `2023년 동 연두방문(2022년 접수)`.
 */
export function occasionName({
  year,
  occasion,
}: {
  readonly year: number;
  readonly occasion: string | null;
}): string {
  if (occasion === null) return `${year}년 출처 ${NOT_SAID}`;
  const [, full, short] = LEADING_YEAR.exec(occasion.trim()) ?? [];
  if (full === undefined && short === undefined) return `${year}년 ${occasion}`;
  return Number(full ?? `20${short}`) === year ? occasion : `${occasion}(${year}년 접수)`;
}

/**
 * The name without its year, for a place where the year is already a heading: `동 연두방문` for `2023년 동 연두방문`.
 * `'23 동 연두방문` stays as it was typed.
 */
export function occasionNameWithinYear(received: Parameters<typeof occasionName>[0]): string {
  const name = occasionName(received);
  const year = `${received.year}년 `;
  return name.startsWith(year) ? name.slice(year.length) : name;
}

/** Built-in categories of meetings, which need not be listed in 분류. */
export const OPENING_BALANCE_NAME = '이월';
export const UNCATEGORISED_NAME = '미분류';

function known<Value extends string>(
  values: readonly Value[],
  namings: Record<Value, Naming>,
): readonly KnownName<Value>[] {
  return values.map((value) => ({ value, ...namings[value] }));
}
