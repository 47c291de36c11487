/**
 * What the rows of a yearly plan with a column a year are about. Published plans have several rows for one plan: what each year adds, what
 * is reached by its end, the same in percent, and the results. Only what is reached by the end of each year is counted.
 */
import { type RawCell, shownText } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import { headingKey } from '../headings.ts';
import { isTotalWord } from '../rows/total-words.ts';

export type RowRole =
  /** 누적목표, 누계: the plan up to the end of each year. */
  | 'cumulative'
  /** 연간목표, 당해연도: the plan of each year for itself. */
  | 'yearly'
  /** 연도별 목표, which means the one or the other. */
  | 'ofYears'
  /** 목표, 계획. */
  | 'plan'
  /** 당초, 기존: a plan that 변경 has taken the place of, where that stands beside it. */
  | 'before'
  /** 변경: the plan in force. */
  | 'changed'
  /** 계획률(%), 목표(%). */
  | 'percent'
  /** Totals, results, remarks. */
  | 'skipped'
  /** Anything else, such as the name of an indicator. */
  | 'other';

const RESULTS = /실적|달성|이행률|이행율|추진율|추진률|진척|집행/;
const REMARK = /^(?:비고|참고|산출(?:근거|내역|기초)|메모)$/;
const NOTE = /^(?:\*|주\s*\d*\s*[):.])/;
/** Whether a label begins a note: `주) 시비는 별도`, `* 잠정`, `주1. …`. */
export function isNoteLabel(text: string): boolean {
  return NOTE.test(text.trim());
}

const WHAT = '(?:목표|계획|목표치|목표값|계획치|물량|수|치|분)?';
const CUMULATIVE = new RegExp(`^(?:연도별|연차별)?(?:누적|누계)${WHAT}$|^${WHAT}누계$`);
const YEARLY = new RegExp(`^(?:연간|당해|당년|단년|해당|매년|신규|증가)(?:연도|년도|도)?${WHAT}$`);
const OF_YEARS = new RegExp(`^(?:연도|년도|연차|연)별?${WHAT}$`);
const PLAN = /^(?:목표|계획|목표치|목표값|계획치|추진계획|추진목표|이행목표)$/;
const BEFORE = new RegExp(`^(?:당초|기정|변경전|수정전|종전|기존|최초)(?:누적)?${WHAT}$`);
const CHANGED = new RegExp(`^(?:변경|수정|조정)(?:후|안)?(?:누적)?${WHAT}$`);
const PERCENT = /^(?:계획|목표|누적|공정|진도)(?:률|율)$/;

/** 비고, 산출근거: a row or a column of remarks. */
export function isRemark(text: string): boolean {
  return REMARK.test(headingKey(text));
}

/** What the label of a row, or of a column below a year, says that it is. */
export function roleOf(cell: RawCell): RowRole {
  const text = shownText(cell).trim();
  const compact = compactReadText(text);
  const key = headingKey(text);
  if (isRemark(text) || isNoteLabel(text)) return 'skipped';
  if (RESULTS.test(compact)) return 'skipped';
  if (PERCENT.test(key) || /\(%\)$/.test(compact)) return 'percent';
  // What stands in brackets says which of the two 목표 is: 목표(누적).
  const inBrackets = /\(([^()]*)\)$/.exec(compact)?.[1] ?? '';
  if ([key, inBrackets].some((each) => BEFORE.test(each))) return 'before';
  if ([key, inBrackets].some((each) => CHANGED.test(each))) return 'changed';
  if ([key, inBrackets].some((each) => CUMULATIVE.test(each))) return 'cumulative';
  if ([key, inBrackets].some((each) => YEARLY.test(each))) return 'yearly';
  if (isTotalWord(text)) return 'skipped';
  if (PLAN.test(key)) return 'plan';
  return OF_YEARS.test(key) ? 'ofYears' : 'other';
}

/** Of several labels of a row, the one of which says most: 당해 of `계획 | 당해`, 실적 of `실적 | 누적`. */
const TELLING: readonly RowRole[] = [
  'skipped',
  'percent',
  'before',
  'changed',
  'cumulative',
  'yearly',
  'ofYears',
  'plan',
];

/** What the labels of a row say together. */
export function roleOfRow(labels: readonly RawCell[]): RowRole {
  const roles = labels.map(roleOf);
  return TELLING.find((role) => roles.includes(role)) ?? 'other';
}

/** What a row is about below a heading over the years that says it, where the row itself says no more than 목표 or a name. */
export function roleUnder(over: RowRole | null, own: RowRole): RowRole {
  return over !== null && (own === 'plan' || own === 'other') ? over : own;
}

/** Where a plan has rows of one of these, it has no use for those beside them. */
const LEAVES_ASIDE: readonly (readonly [RowRole, readonly RowRole[]])[] = [
  ['changed', ['yearly', 'ofYears', 'plan', 'percent']],
  ['cumulative', ['yearly', 'ofYears', 'plan', 'percent']],
  ['plan', ['yearly', 'ofYears', 'percent']],
  ['other', ['yearly', 'percent']],
  ['before', ['yearly', 'percent']],
  ['ofYears', ['yearly', 'percent']],
];

/** The roles whose rows are left aside in a plan that has rows of all of these. */
export function rolesAside(roles: ReadonlySet<RowRole>): ReadonlySet<RowRole> {
  const [, aside] = LEAVES_ASIDE.find(([role]) => roles.has(role)) ?? [];
  // The plan of each year for itself is no plan that counts, even where it stands alone.
  return new Set<RowRole>(['skipped', ...(aside ?? ['yearly'])]);
}
