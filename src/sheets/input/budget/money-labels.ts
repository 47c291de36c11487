/**
 * What a label of a published table of money says: of which fund its amounts are, what of it, and in which unit. `국비 집행(천원)` is 국비,
 * spent, in thousands. One function reads all labels, of rows and of columns, and one rule says which of them are the plan.
 */
import { parseChoice } from '../../cells/choice.ts';
import { isMoneyUnit } from '../../cells/money.ts';
import { flagged, type Parsed } from '../../cells/parsed.ts';
import type { NameTable } from '../../name-table.ts';
import type { RawCell } from '../../raw.ts';
import { compactReadText, readText } from '../../text-key.ts';
import { headingKey, unitIn } from '../headings.ts';
import { isPlanTotal } from '../rows/total-words.ts';

export type MoneyKind =
  | 'plan'
  /** 추경: whether it is all of the plan or comes on top of it nobody can tell. */
  | 'supplement'
  /** 당초, 기정 and, where both are there, 변경, 경정 in their place. */
  | 'before'
  | 'after'
  /** 연간 and 누적. */
  | 'yearly'
  | 'cumulative'
  | 'executed'
  /** Percentages. */
  | 'ratio'
  /** 증감, 잔액. */
  | 'difference'
  /** 확보액: what of the plan is certain. */
  | 'secured';

export interface MoneyLabel {
  /** The fund alone; empty where the label names none. */
  readonly fund: string;
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
  ['supplement', new RegExp(`^(?:제?\\d*[회차])?추[경가]${MONEY}$|^[\\dA-Za-z가-하]안$`)],
  ['plan', /^(?:본|투자|소요|재정|사업|집행|목표)*(?:예산|계획|목표|소요|예정)(?:현?액|안|비|치|금액)?$/],
];
const TOTAL = /(?:합계|소계|총계|계)$/;
/** 70%, A, A+B: a share, or a letter by which a formula names the row. */
const MARK = /^(?:\d+(?:\.\d+)?%|[A-Za-z](?:[-+=/][A-Za-z])*)$/;
/** Longer than any fund with its kind. */
const LONGEST_LABEL = 30;

/** What a text says that names no fund; null where it says something else. */
export function moneyKind(text: string): MoneyKind | null {
  const key = headingKey(text);
  for (const words of [key, key.replace(TOTAL, '')]) {
    for (const [kind, pattern] of KINDS) if (pattern.test(words)) return kind;
  }
  return isPlanTotal(text) ? 'plan' : null;
}

/** @param isFund whether a list has this very name as a fund. */
export function moneyLabel(text: string, isFund: (name: string) => boolean): MoneyLabel {
  const plain = readText(text).trim();
  if (isFund(plain)) return { fund: text, kind: null, unit: null };
  const kinds: MoneyKind[] = [];
  const isKind = (words: string): boolean => {
    const kind = moneyKind(words);
    if (kind !== null) kinds.push(kind);
    return kind !== null;
  };
  const isSaid = (words: string) =>
    isKind(words) || isMoneyUnit(words.replace(/^단위:?/, '')) || MARK.test(words);
  let fund = plain
    .replace(/[([]([^()[\]]*)[)\]]/g, (brackets, inside: string) =>
      compactReadText(inside).split(/[,/]/).every(isSaid) ? ' ' : brackets,
    )
    .trim();
  // 국비 of `집행(국비)`.
  const inBrackets = /\(([^()]+)\)$/.exec(fund)?.[1] ?? '';
  if (isKind(fund)) fund = isFund(inBrackets) || FUND.test(inBrackets) ? inBrackets : '';
  else if (fund.length <= LONGEST_LABEL) fund = withoutKind(fund, isFund, isKind);
  const unit = unitIn(plain);
  // 당초 of `투자계획(당초)` says more than 투자계획.
  const kind = kinds.find((each) => each !== 'plan') ?? kinds[0] ?? null;
  return { fund: fund === plain ? text : fund, kind, unit };
}

/** 국비 of `국비 집행`, `집행_국비` and `국비집행액`. */
function withoutKind(
  label: string,
  isFund: (name: string) => boolean,
  isKind: (words: string) => boolean,
): string {
  const parts = Array.from({ length: label.length - 1 }, (_, at) => {
    const before = label.slice(0, at + 1).replace(/[\s_:/-]+$/, '');
    const behind = label.slice(at + 1).replace(/^[\s_:/-]+/, '');
    return { before, behind, isApart: before.length + behind.length < label.length };
  }).filter(({ before, behind }) => before !== '' && behind !== '');
  const first = parts.find(
    ({ before, behind, isApart }) => (isApart || isFundName(before, isFund)) && isKind(behind),
  );
  // 조정 교부금 is a fund as it stands.
  const last = [...parts]
    .reverse()
    .find(
      ({ before, behind, isApart }) =>
        isApart && (isFund(behind) || FUND.test(behind.replace(/\s/g, ''))) && isKind(before),
    );
  return first?.before ?? last?.behind ?? label;
}

/** Funds that everybody knows by their names. */
const FUND = /^(?:국|도|군|시|구|지방|[국시]·?도|시·?군·?구?)비$|^특별교부|기금$|^균특|^민자$/;

const NEVER_PLAN: ReadonlySet<MoneyKind> = new Set([
  'cumulative',
  'executed',
  'ratio',
  'difference',
  'secured',
]);

/**
 * Whether amounts of a kind are left aside: those that are no plan, and what was planned before a change that the table has as well.
 * @param beside all kinds of the same labels.
 */
export function standsAside(kind: MoneyKind | null, beside: ReadonlySet<MoneyKind | null>): boolean {
  if (kind === null) return false;
  return NEVER_PLAN.has(kind) || (beside.has('after') && (kind === 'before' || kind === 'plan'));
}

/** Whether a name is, or may be, that of a fund: one of a list, or one that ends as funds do. */
export function isFundName(name: string, isFund: (name: string) => boolean): boolean {
  return isFund(name) || /[비금세채자]$/.test(name);
}

/** 국비+구비, 국비 및 구비: the money of several funds, of which nobody knows what each gives. */
export function fundsTogether(label: string, isFund: (name: string) => boolean): readonly string[] {
  const funds = readText(label)
    .split(/[+＋,&/]|\s및\s/)
    .map((name) => name.trim());
  const areFunds = funds.length > 1 && funds.every((name) => isFundName(name, isFund));
  return areFunds && !isFund(label) ? funds : [];
}

/**
 * A cell of 재원: its fund, whatever else it says.
 * @param isPlan whether the amounts beside it are planned, and not spent.
 */
export function parseFund<Fund>(cell: RawCell, funds: NameTable<Fund>, isPlan: boolean): Parsed<Fund> {
  if (typeof cell !== 'string') return parseChoice(cell, funds);
  const { fund, kind } = moneyLabel(cell, funds.lists);
  // 국비 예산 may be what was spent of it, 국비 계획 is not.
  const isSpent = kind === 'executed' || (kind === 'plan' && !/계획/.test(cell));
  const isOne = fund !== '' && fundsTogether(fund, funds.lists).length === 0;
  return isOne && (isPlan || kind === null || isSpent)
    ? parseChoice(fund, funds)
    : flagged({ code: 'not-one-fund', found: cell.trim() });
}
