/** Recognises the words that mark a row of totals: 계, 합계, <소계>, 2023년 계, 시장방문 소계. */

import { keptByText } from '../../kept.ts';
import { compactReadText, readText } from '../../text-key.ts';

export const WORD = '총\\s*합\\s*계|합\\s*계|소\\s*계|누\\s*계|총\\s*계|총\\s*합';
const BRACKETED_WORD = new RegExp(`[<〈《[【(]\\s*(${WORD}|계)\\s*[>〉》\\]】)]`);
const TOTAL = new RegExp(`^(?:${WORD}|계)$`);
/** A total of months or quarters, for columns where 월계 is neither a place nor free text. */
export const TOTAL_OF_PERIODS = /^(?:[당금]?월|분기)\s*계$/;
/**
 * A total word after a name, as a separate word, or right after a year, month or quarter. 계 alone needs a
 * name of two letters before it: 설 계 is 설계 spaced out, and 통계, 회계 and 단계 merely end in 계.
 */
const NAMED_TOTAL = new RegExp(`(?:\\s(?:${WORD})|\\S{2}\\s계|\\d(?:년도?|월|분기)\\s*(?:${WORD}|계))$`);
/** The same without 계 alone, since names may end in it: 두레 계, 서무 계. */
const NAMED_SUM = new RegExp(`\\s(?:${WORD})$`);
const WORD_BEHIND = new RegExp(`(?:${WORD}|계)$`);
const PLAN_TOTAL =
  /^(?:총|소요|재정|사업|예산|투자|집행|연도별|연차별)*(?:사업비|예산(?:액|안)?|투자(?:계획|액|비)|소요(?:액|예산)|계획액?|총액|금액|비용)$/;
/** Only for funding sources: elsewhere 전체 may be a name. */
const MONEY_TOTAL = /^(?:grand)?total$|^sum$|^[Σ∑]$|^총?전체(?:계|액|예산|사업비)?$|^총$/i;
/**
 * A total that says how many rows it is of: 합계 3건, 총 공약 3건, 합계 3건(완료 1건). In free text the
 * same words may be data, as in a meeting about 총 3건.
 */
const COUNTED_TOTAL = new RegExp(
  `^(?:${WORD}|총|계|전체)\\s*(?:공약|사업)?\\s*[:,]?\\s*\\(?\\s*(\\d[\\d,]*)\\s*(?:건|회|개|개소|곳|명|번|차례|개\\s*(?:공약|사업))\\s*\\)?\\s*(?:\\([^()]*\\))?\\.?$`,
);
/** A number of pledges without a word for a total: `5건`, 총 5개 공약. */
const COUNT_OF_PLEDGES = /^총?(\d{1,4})(?:건|개|개공약|개사업)$/;
const PART = /소\s*계$/;
const GYE = 0xacc4;
const HAP = 0xd569;
const CHONG = 0xcd1d;
const CHE = 0xccb4;
const NU = 0xb204;
const HANJA_OF_GYE = 0x8a08;
/** ㄱ, ㅎ, ㅊ and ㄴ, with which the same letters begin when they are decomposed. */
const DECOMPOSED_G = 0x1100;
const DECOMPOSED_H = 0x1112;
const DECOMPOSED_CH = 0x110e;
const DECOMPOSED_N = 0x1102;

/**
 * Whether a text holds 계, 計, 합, 총, 체 or 누, one of which every total word has. Most cells do not, and need no
 * closer look. It is a loop, because it runs for every text of every row.
 */
export function mayBeTotal(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === GYE || code === HAP || code === CHONG || code === CHE || code === NU) return true;
    if (code === HANJA_OF_GYE || code === DECOMPOSED_G || code === DECOMPOSED_H) return true;
    if (code === DECOMPOSED_CH || code === DECOMPOSED_N) return true;
  }
  return false;
}

/** The number of rows that a total says it is of: 3 for 합계 3건 and for 총계 (3건); null: none. */
export const countOfTotal = keptByText((text): number | null => {
  const counted = COUNTED_TOTAL.exec(readText(text).trim());
  return counted === null ? null : Number((counted[1] ?? '').replace(/,/g, ''));
});

/** The number of pledges that a cell says, with or without a word for a total; null: none. */
export function countOfPledges(text: string): number | null {
  const counted = COUNT_OF_PLEDGES.exec(compactReadText(text));
  return counted === null ? countOfTotal(text) : Number(counted[1]);
}

/** Whether a text is a total word with the number of its rows: 합계 3건, 총 3건. */
export function isCountedTotal(text: string): boolean {
  return countOfTotal(text) !== null;
}

/** Whether a text is a total word and nothing more: 계, 합 계, 합계(건), <합계>, 계:. */
export const isTotalWord = keptByText((text) => TOTAL.test(stemOf(text)));

/**
 * Whether a text means all the money of a plan, in a table with a row per funding source: 총사업비, 투자계획,
 * 소요예산(백만원).
 */
export const isPlanTotal = keptByText((text) => PLAN_TOTAL.test(stemOf(text).replace(/\s/g, '')));

/** Whether a text is a total word, or one used among funding sources: TOTAL, 전체, Σ. */
export const isMoneyTotal = keptByText(
  (text) => isTotalWord(text) || MONEY_TOTAL.test(stemOf(text).replace(/\s/g, '')),
);

/** Whether a text is a total of a name or period: 시장방문 소계, 연간 합계, 2023년 계, 월계. */
export const isNamedTotal = keptByText((text) => {
  const stem = stemOf(text);
  return NAMED_TOTAL.test(stem) || TOTAL_OF_PERIODS.test(stem);
});

/** The name before a total word: 1-1 of `1-1 소계`; null: there is none. */
export function nameOfTotal(text: string): string | null {
  const stem = stemOf(text);
  const name = isNamedTotal(text) ? stem.replace(WORD_BEHIND, '').trim() : '';
  return name === '' ? null : name;
}

/** Whether a text is a name and a total word other than 계: 복지 소계, 연간 합계. 두레 계 is not, as it may be a club. */
export function isNamedSum(text: string): boolean {
  return NAMED_SUM.test(stemOf(text));
}

/** Whether a text is a 소계, which a later total includes. */
export function isPartTotal(text: string): boolean {
  return PART.test(stemOf(text));
}

/** The text without marks around its total word, a colon at the end, or a remark in brackets. */
export function stemOf(text: string): string {
  return readText(text)
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
    .replace(/\s*:$/, '')
    .replace(BRACKETED_WORD, ' $1 ')
    .trim()
    .replace(/\s*\(.*\)$/, '')
    .replace(/\s*:$/, '');
}
