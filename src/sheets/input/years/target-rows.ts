/**
 * The roles of rows in a yearly plan with one column per year. A published plan may have several rows: what
 * each year adds, what is reached by its end, the same in percent, and results. Only what is reached by the
 * end of each year is counted.
 */
import { type RawCell, shownText } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import { headingKey } from '../headings.ts';
import { isCountedTotal, isTotalWord } from '../totals/total-words.ts';

export type RowRole =
  /** 누적목표, 누계: what is reached by the end of each year. */
  | 'cumulative'
  /** 연간목표, 당해연도: what each year adds. */
  | 'yearly'
  /** 연도별 목표, which can mean either. */
  | 'ofYears'
  /** 목표, 계획. */
  | 'plan'
  /** 당초, 기존: the plan before a change. 변경 replaces it where both are present. */
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
const PERCENT = /^(?:(?:계획|목표|누적|공정|진도)(?:률|율)|비율|비중|구성비)$/;

/** Whether a label marks a row or column of remarks: 비고, 산출근거. */
export function isRemark(text: string): boolean {
  return REMARK.test(headingKey(text));
}

/** Returns the role that a label of a row, or of a column below a year, names. */
export function roleOf(cell: RawCell): RowRole {
  const text = shownText(cell).trim();
  const compact = compactReadText(text);
  const key = headingKey(text);
  if (isRemark(text) || isNoteLabel(text)) return 'skipped';
  if (RESULTS.test(compact)) return 'skipped';
  if (PERCENT.test(key) || /\(%\)$/.test(compact)) return 'percent';
  // Words in brackets tell which 목표 is meant: 목표(누적).
  const inBrackets = /\(([^()]*)\)$/.exec(compact)?.[1] ?? '';
  if ([key, inBrackets].some((each) => BEFORE.test(each))) return 'before';
  if ([key, inBrackets].some((each) => CHANGED.test(each))) return 'changed';
  if ([key, inBrackets].some((each) => CUMULATIVE.test(each))) return 'cumulative';
  if ([key, inBrackets].some((each) => YEARLY.test(each))) return 'yearly';
  if (isTotalWord(text) || isCountedTotal(text)) return 'skipped';
  if (PLAN.test(key)) return 'plan';
  return OF_YEARS.test(key) ? 'ofYears' : 'other';
}

/** Roles by precedence among the labels of one row: 당해 wins in `계획 | 당해`, 실적 in `실적 | 누적`. */
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

/** Returns the role of a row with these labels. */
export function roleOfRow(labels: readonly RawCell[]): RowRole {
  const roles = labels.map(roleOf);
  return TELLING.find((role) => roles.includes(role)) ?? 'other';
}

/**
 * Returns the role of a row below a heading over the years. The role of that heading applies if the row says
 * only 목표 or a name.
 */
export function roleUnder(over: RowRole | null, own: RowRole): RowRole {
  return over !== null && (own === 'plan' || own === 'other') ? over : own;
}

/** The first of these roles that a plan has decides which of its other roles are set aside. */
const LEAVES_ASIDE: readonly (readonly [RowRole, readonly RowRole[]])[] = [
  ['changed', ['yearly', 'ofYears', 'plan', 'percent']],
  ['cumulative', ['yearly', 'ofYears', 'plan', 'percent']],
  ['plan', ['yearly', 'ofYears', 'percent']],
  ['other', ['yearly', 'percent']],
  ['before', ['yearly', 'percent']],
  ['ofYears', ['yearly', 'percent']],
];

/** Returns the roles that are set aside in a plan with these roles. */
export function rolesAside(roles: ReadonlySet<RowRole>): ReadonlySet<RowRole> {
  const [, aside] = LEAVES_ASIDE.find(([role]) => roles.has(role)) ?? [];
  // What each year adds is never counted, even if the plan has no other row.
  return new Set<RowRole>(['skipped', ...(aside ?? ['yearly'])]);
}
