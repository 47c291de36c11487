/** The items that a plan change may be about, and their names: 최종목표, 누적목표 2025, 총사업비. */
import type { ChangedItem } from '../../../domain/plan-changes/plan-change.ts';
import { nearestName } from '../../name-table.ts';
import { compactReadText } from '../../text-key.ts';
import { headingKey } from '../headings.ts';
import { yearOfHeading } from '../years/year-columns.ts';

export type PlanItem =
  | { readonly item: Exclude<ChangedItem, 'target'> }
  | { readonly item: 'target'; readonly year: number };

interface NamedItem {
  readonly item: Exclude<ChangedItem, 'target'>;
  readonly name: string;
  readonly aliases: readonly string[];
}

const ITEMS: readonly NamedItem[] = [
  { item: 'finalTarget', name: '최종목표', aliases: ['목표', '목표치', '최종 목표치', '목표량'] },
  { item: 'totalCost', name: '총사업비', aliases: ['사업비', '총예산', '소요예산', '총 소요예산'] },
  { item: 'statedPercent', name: '이행률', aliases: ['이행율', '추진율', '추진률'] },
  { item: 'status', name: '이행구분', aliases: ['이행상태', '이행 상황'] },
  { item: 'name', name: '공약명', aliases: ['공약 이름', '공약사업명', '사업명'] },
  { item: 'department', name: '담당부서', aliases: ['부서', '주관부서', '소관부서'] },
  { item: 'endYear', name: '종료연도', aliases: ['종료년도', '완료연도', '완료년도', '준공연도'] },
];

export const TARGET_OF_YEAR = '누적목표';

/** The items, as messages and the set-up list them. */
export const PLAN_ITEM_NAMES: readonly string[] = [
  ...ITEMS.slice(0, 1).map(({ name }) => name),
  `${TARGET_OF_YEAR} 2025(연도)`,
  ...ITEMS.slice(1).map(({ name }) => name),
];

/** The names that a cell may hold as they are, without a year. */
export const CHOSEN_ITEM_NAMES: readonly string[] = ITEMS.map(({ name }) => name);

const ITEM_BY_KEY: ReadonlyMap<string, NamedItem['item']> = new Map(
  ITEMS.flatMap(({ item, name, aliases }) =>
    [name, ...aliases].map((spelling) => [headingKey(spelling), item] as const),
  ),
);

/** The year after or before the word: 누적목표 2025, 2025년 누적목표, 연차목표('25). */
const YEAR_BEHIND = /^(?:연차|누적)?(?:별)?(?:누적)?(?:목표|계획)[(]?([^()]{2,7})[)]?$/;
const YEAR_BEFORE = /^([^()]{2,7}?)(?:연차|누적)*(?:목표|계획)$/;

/** The item that a cell of 항목 names; null: it is nothing that can be changed. */
export function planItemOf(text: string): PlanItem | null {
  const compact = compactReadText(text);
  const typed = YEAR_BEHIND.exec(compact)?.[1] ?? YEAR_BEFORE.exec(compact)?.[1] ?? '';
  const year = yearOfHeading(typed);
  if (year !== null) return { item: 'target', year };
  const item = ITEM_BY_KEY.get(headingKey(text));
  return item === undefined ? null : { item };
}

/** Maximum length in characters. A longer text names no item, and has too many places to split it at. */
const LONGEST_ITEM = 200;
const BETWEEN = /\s*[:：/·,–-]\s*|\s+/g;

/**
 * Splits an item from the name of an indicator before it, or after it in brackets: `노선: 누적목표 2026`,
 * `최종목표(노선)`; null: it is no such text.
 */
export function itemWithName(
  text: string,
  isName: (text: string) => boolean,
): { readonly name: string; readonly item: string } | null {
  if (text.length > LONGEST_ITEM) return null;
  const [, before = '', inside = ''] = /^(.*)[(（](.*)[)）]$/.exec(text.trim()) ?? [];
  const parts = [...text.matchAll(BETWEEN)].map(({ 0: mark, index }) => ({
    name: text.slice(0, index).trim(),
    item: text.slice(index + mark.length).trim(),
  }));
  return (
    [{ name: inside.trim(), item: before.trim() }, ...parts].find(
      ({ name, item }) => name !== '' && isName(name) && planItemOf(item) !== null,
    ) ?? null
  );
}

export function nearestPlanItem(text: string): string | null {
  return nearestName(text, [...CHOSEN_ITEM_NAMES, TARGET_OF_YEAR]);
}
