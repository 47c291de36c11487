/**
 * Reads a label of a published budget table: its funding source, the kind of its amounts and their unit. `국비
 * 집행(천원)` is 국비, executed, in thousands of won. Row and column labels share the same words, and `standsAside`
 * is the one rule for which kinds are not the plan.
 */
import { parseChoice } from '../../cells/choice.ts';
import { isMoneyUnit } from '../../cells/money.ts';
import { flagged, type Parsed } from '../../cells/parsed.ts';
import type { NameTable } from '../../name-table.ts';
import type { RawCell } from '../../raw.ts';
import { compactReadText, readText } from '../../text-key.ts';
import { headingKey, unitIn } from '../headings.ts';
import { isNote } from '../rows/row-kind.ts';
import { isPlanTotal } from '../totals/total-words.ts';

export type MoneyKind =
  | 'plan'
  /** 추경. Nobody can tell whether it is the whole plan or an addition to it. */
  | 'supplement'
  /** 당초, 기정. Set aside where the table also has 변경 or 경정. */
  | 'before'
  /** 변경, 경정. */
  | 'after'
  /** 연간. */
  | 'yearly'
  /** 누적. */
  | 'cumulative'
  | 'executed'
  /** Percentages. */
  | 'ratio'
  /** 증감, 잔액. */
  | 'difference'
  /** 확보액: the part of the plan that is already secured. */
  | 'secured';

export interface MoneyLabel {
  /** The funding source alone; empty if the label names none. */
  readonly fundingSource: string;
  readonly kind: MoneyKind | null;
  readonly unit: string | null;
}

const MONEY = '(?:예산|사업비|투자|계획|소요)?(?:현?액|안|비|금액)?';
const KINDS: readonly (readonly [MoneyKind, RegExp])[] = [
  ['ratio', /(?:비율|비중|구성비|[가-힣][률율]|(?:진척|진|추진|달성|이행|공정)도)$|^%$/],
  [
    'executed',
    /^(?:기|총|실|연간|당해|누적|예산|투자|사업비|재정|추진)*(?:집행|지출|결산|실적)(?:액|금액|실적|현황|내역|잔액)?$|^(?:이행|추진|달성|진척)(?:실적|현황|액)$/,
  ],
  ['difference', /^(?:비교)?(?:증감액?|[증감잔차]액|과?부족액?)$/],
  ['secured', /^(?:기|미|예산|향후|추가)?확보(?:액|예산|금액)?$/],
  ['before', new RegExp(`^(?:당초|기정|변경전|수정전|종전|기존|최초)${MONEY}$`)],
  ['after', new RegExp(`^(?:변경후?|경정|수정후?|최종|조정)${MONEY}$`)],
  ['cumulative', new RegExp(`^(?:연[도차]별|투자|예산|사업비)*누[적계]${MONEY}$`)],
  ['yearly', new RegExp(`^(?:연간|당해|당년|단년|해당)(?:[연년]?도)?${MONEY}$`)],
  [
    'supplement',
    new RegExp(`^(?:제?\\d*[회차])?추[경가]${MONEY}$|^[\\dA-Za-z가나다라마바사아자차카타파하]안$`),
  ],
  ['plan', /^(?:본|투자|소요|재정|사업|집행|목표)*(?:예산|계획|목표|소요|예정)(?:현?액|안|비|치|금액)?$/],
];
const TOTAL = /(?:합계|소계|총계|계)$/;
/** A share (70%), or a letter that formulas use for the row (A, A+B). */
const MARK = /^(?:\d+(?:\.\d+)?%|[A-Za-z](?:[-+=/][A-Za-z])*)$/;
/** In characters. No funding source with its kind is longer. */
const LONGEST_LABEL = 30;

/**
 * Returns the kind of amounts that a text without a funding source names: `executed` for 집행액. Null if it
 * names none.
 */
export function moneyKind(text: string): MoneyKind | null {
  const key = headingKey(text);
  for (const words of [key, key.replace(TOTAL, '')]) {
    for (const [kind, pattern] of KINDS) if (pattern.test(words)) return kind;
  }
  return isPlanTotal(text) ? 'plan' : null;
}

/**
 * Splits a label into funding source, kind and unit.
 * @param isFundingSource whether the office's list has exactly this name as a funding source.
 */
export function moneyLabel(text: string, isFundingSource: (name: string) => boolean): MoneyLabel {
  const plain = readText(text).trim();
  if (isFundingSource(plain)) return { fundingSource: text, kind: null, unit: null };
  const kinds: MoneyKind[] = [];
  const isKind = (words: string): boolean => {
    const kind = moneyKind(words);
    if (kind !== null) kinds.push(kind);
    return kind !== null;
  };
  const isKindOrUnit = (words: string) =>
    isKind(words) || isMoneyUnit(words.replace(/^단위:?/, '')) || MARK.test(words);
  let fundingSource = plain
    .replace(/[([]([^()[\]]*)[)\]]/g, (brackets, inside: string) =>
      compactReadText(inside).split(/[,/]/).every(isKindOrUnit) ? ' ' : brackets,
    )
    .trim();
  // In `집행(국비)` the funding source is in brackets.
  const inBrackets = /\(([^()]+)\)$/.exec(fundingSource)?.[1] ?? '';
  if (isKind(fundingSource))
    fundingSource = isFundingSource(inBrackets) || USUAL_FUNDING_SOURCE.test(inBrackets) ? inBrackets : '';
  else if (fundingSource.length <= LONGEST_LABEL)
    fundingSource = withoutKind(fundingSource, isFundingSource, isKind);
  const unit = unitIn(plain);
  // The more specific kind wins: 당초 in `투자계획(당초)`.
  const kind = kinds.find((each) => each !== 'plan') ?? kinds[0] ?? null;
  return { fundingSource: fundingSource === plain ? text : fundingSource, kind, unit };
}

/** Returns the funding source without the words for its kind: 국비 for `국비 집행`, `집행_국비` and `국비집행액`. */
function withoutKind(
  label: string,
  isFundingSource: (name: string) => boolean,
  isKind: (words: string) => boolean,
): string {
  const parts = Array.from({ length: label.length - 1 }, (_, at) => {
    const before = label.slice(0, at + 1).replace(/[\s_:/-]+$/, '');
    const behind = label.slice(at + 1).replace(/^[\s_:/-]+/, '');
    return { before, behind, isApart: before.length + behind.length < label.length };
  }).filter(({ before, behind }) => before !== '' && behind !== '');
  const first = parts.find(
    ({ before, behind, isApart }) =>
      (isApart || isFundingSourceName(before, isFundingSource)) && isKind(behind),
  );
  // Words in front are removed only before a known funding source: 조정 교부금 stays whole.
  const last = [...parts]
    .reverse()
    .find(
      ({ before, behind, isApart }) =>
        isApart &&
        (isFundingSource(behind) || USUAL_FUNDING_SOURCE.test(behind.replace(/\s/g, ''))) &&
        isKind(before),
    );
  return first?.before ?? last?.behind ?? label;
}

/** Names of common funding sources. */
const USUAL_FUNDING_SOURCE =
  /^(?:국|도|군|시|구|지방|[국시]·?도|시·?군·?구?)비$|^특별교부|기금$|^균특|^민자$/;

const NEVER_PLAN: ReadonlySet<MoneyKind> = new Set([
  'cumulative',
  'executed',
  'ratio',
  'difference',
  'secured',
]);

/**
 * Whether amounts of a kind are set aside: kinds that are never the plan, and the plan before a change where
 * the table also has the changed one.
 * @param beside all kinds that labels in the same place name.
 */
export function standsAside(kind: MoneyKind | null, beside: ReadonlySet<MoneyKind | null>): boolean {
  if (kind === null) return false;
  return NEVER_PLAN.has(kind) || (beside.has('after') && (kind === 'before' || kind === 'plan'));
}

/** Whether a name is or may be a funding source: it is in the list, or ends as such names do (비, 금, 세 …). */
export function isFundingSourceName(name: string, isFundingSource: (name: string) => boolean): boolean {
  return isFundingSource(name) || /[비금세채자]$/.test(name);
}

/**
 * Returns the funding sources that a label names together (국비+구비, 국비 및 구비): the share of each is unknown.
 * Empty if it names one.
 */
export function fundingSourcesTogether(
  label: string,
  isFundingSource: (name: string) => boolean,
): readonly string[] {
  const fundingSources = readText(label)
    .split(/[+＋,&/]|\s및\s/)
    .map((name) => name.trim());
  const areFundingSources =
    fundingSources.length > 1 && fundingSources.every((name) => isFundingSourceName(name, isFundingSource));
  return areFundingSources && !isFundingSource(label) ? fundingSources : [];
}

/**
 * Reads the funding source in a cell of 재원, without the words for the kind of amounts. Flags a cell that
 * names no or several funding sources, or, in 예산집행, amounts other than executed ones.
 * @param isPlan true for 예산계획, false for 예산집행.
 */
export function parseFundingSource<FundingSource>(
  cell: RawCell,
  fundingSources: NameTable<FundingSource>,
  isPlan: boolean,
): Parsed<FundingSource> {
  if (typeof cell !== 'string') return parseChoice(cell, fundingSources);
  const { fundingSource, kind } = moneyLabel(cell, fundingSources.lists);
  // In 예산집행, `국비 예산` may mean what was spent of it; `국비 계획` may not.
  const isSpent = kind === 'executed' || (kind === 'plan' && !/계획/.test(cell));
  const isOne =
    fundingSource !== '' &&
    !isNote(fundingSource) &&
    fundingSourcesTogether(fundingSource, fundingSources.lists).length === 0;
  return isOne && (isPlan || kind === null || isSpent)
    ? parseChoice(fundingSource, fundingSources)
    : flagged({ code: 'not-one-fund', found: cell.trim() });
}
