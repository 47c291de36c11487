/** The words of totals in free text, and the time that they name: 2월 계, 월계, 1분기 소계, 2월까지 누계. */
import { readText } from '../../text-key.ts';
import { isCountedTotal, isNamedTotal, mayBeTotal, stemOf, TOTAL_OF_PERIODS, WORD } from './total-words.ts';

/** A time, whole: 2024년, 2월, 2024년 2월, 1/4분기, 상반기, 1~3월, 당월, 연간. */
const MONTHS = '\\d{1,2}\\s*월?\\s*[~∼～〜-]\\s*\\d{1,2}\\s*월';
const YEARS = '\\d{4}\\s*년?도?\\s*[~∼～〜-]\\s*\\d{4}\\s*년도?';
const PART = `(?:${MONTHS}|\\d{1,2}\\s*월|[1-4](?:/4|사)?\\s*분기|[상하]반기)`;
const TIME = `(?:${YEARS}|(?:\\d{4}\\s*년도?\\s*)?${PART}|\\d{4}\\s*년도?|[당금전]?월간?|이번\\s*달|[당금전]?분기|[연년]간|금년|당해\\s*연도)`;
/** What may stand between a time and its total word. 중계 is a broadcast, so 중 stands apart. */
const BETWEEN =
  '\\s*(?:분|말|까지|중(?=\\s))?\\s*(?:(?:집행|지출|사용|교부|추진|소통|실적|개최|이행)\\s*액?)?\\s*';
/** Total words behind a time. Elsewhere 총액, 누적 and 합 may be of a name. */
const BEHIND_TIME = `(?:(?:${WORD}|계|計|합|누적|총)(?:\\s*금?액|\\s*(?:집행|지출)액?)?)`;
const OF_TIME = new RegExp(`^${TIME}${BETWEEN}${BEHIND_TIME}$`);
/** A total word after anything: 2월까지누계, 행사 소 계. In 보건소 계 the 소 belongs to the name. */
const GLUED_SUM = new RegExp(`(?:^|\\s)(?:${WORD})$|(?:합계|소계|누계|총계|총합)$`);
/** A total of a year, half, quarter or month behind other words: 강사료 2월 계. */
const ENDS_WITH_DATE = /(?:\d(?:년도?|월|분기)|[상하]반기)\s*계$/;
/** A total word before its months: 누계 2월까지, 소계: 1분기. */
const TOTAL_FIRST = new RegExp(
  `^(?:${WORD}|계)\\s*[-:,]?\\s*\\d{1,4}(?:년도?|월|분기)(?:\\s*\\d{1,2}(?:월|분기))?\\s*(?:까지|말|분|현재)?$`,
);
/** A total word for money, and nothing more: 총액, 누적액, 합계금액, 집행총액. */
const OF_MONEY =
  /^(?:집행|지출|총)?\s*(?:(?:합\s*계|소계|누계|총계|총|누적)\s*금?액|누적|총\s*(?:집행|지출)액?)$/;
const ONLY_TOTAL = new RegExp(`^(?:${WORD}|계)$`);
/** The amount behind a total: 2월 계 300원, 2월 계: 300. */
const AMOUNT_BEHIND = /(?<=계|액|누적)(?:\s*:\s*|\s+)\d[\d,.]*\s*(?:[십백천만억]*원)?$/;
/** The number of rows behind a time and a total word: 2월 계 3건. */
const COUNT_BEHIND = /(?<=\S)\s+\d+\s*(?:건|회|개|개소|곳|명|번|차례)$/;
/** Marks around a total: <2월 계>, [2월 계], - 2월 계 -. */
const AROUND = /^[<〈《[【(=\s-]+|[>〉》\]】)=.\s-]+$/g;
const IN_BRACKETS = /^\(.*\)$/;
/** No total is called by a longer text. Free text may be as long as a cell. */
const LONGEST_TOTAL = 40;

/** Whether free text reads like a total and like nothing else: 2월 계, 시장방문소계, 누계 2월까지. */
export function readsAsTotal(text: string): boolean {
  if (text.length > LONGEST_TOTAL || !mayBeTotal(text)) return false;
  const stem = datedStem(text);
  return [OF_TIME, GLUED_SUM, TOTAL_OF_PERIODS, ENDS_WITH_DATE, TOTAL_FIRST, OF_MONEY].some((total) =>
    total.test(stem),
  );
}

/** Whether free text may be a total, or may be data too: 총 3건, 두레 계. */
export function mayReadAsTotal(text: string): boolean {
  if (text.length > LONGEST_TOTAL || !mayBeTotal(text)) return false;
  return readsAsTotal(text) || isNamedTotal(text) || isCountedTotal(text);
}

/** Whether a total says only its time: 2월 계, 월계, 2024년 1분기 소계. 2월 강사료 합계 says more. */
export function saysOnlyTime(text: string): boolean {
  const stem = datedStem(text);
  return OF_TIME.test(stem) || ONLY_TOTAL.test(stem) || OF_MONEY.test(stem);
}

/** The rows that a total is of, by the day of its row. */
export type TotalSpan =
  /** All rows above: 누계, 2월까지 누계. */
  | { readonly kind: 'all' }
  /** Several months or years up to its day: 1~3월 계. */
  | { readonly kind: 'several' }
  | {
      readonly kind: 'year' | 'half' | 'quarter' | 'month';
      /** `year` and `number` are as written; null: those of the day of the row. */
      readonly year: string | null;
      readonly number: string | null;
      /** Whether it is of the time before the one of its day: 전월 계. */
      readonly isBefore: boolean;
    };

/** @returns null: the words name no time, as 시장방문 소계 and 총 3건. */
export function spanOfTotal(text: string): TotalSpan | null {
  const words = datedStem(text).replace(/\s/g, '');
  if (/누계|누적|까지/.test(words)) return { kind: 'all' };
  if (SEVERAL.test(words)) return { kind: 'several' };
  const year = /(\d{4})년/.exec(words)?.[1] ?? null;
  const month = /(\d{1,2})월/.exec(words)?.[1] ?? null;
  const quarter = /([1-4])(?:\/4|사)?분기/.exec(words)?.[1] ?? null;
  const half = /([상하])반기/.exec(words)?.[1] ?? null;
  const isBefore = /^전[월분]/.test(words);
  if (half !== null) return { kind: 'half', year, number: half === '상' ? '1' : '2', isBefore };
  if (month !== null || /^[당금전]?월/.test(words)) return { kind: 'month', year, number: month, isBefore };
  if (quarter !== null || /^[당금전]?분기/.test(words)) {
    return { kind: 'quarter', year, number: quarter, isBefore };
  }
  return year === null && !/^(?:[연년]간|금년|당해)/.test(words)
    ? null
    : { kind: 'year', year, number: null, isBefore };
}

const SEVERAL = new RegExp(`${MONTHS}|${YEARS}`);

/** The text without marks around it, an amount behind it, or a remark in brackets. */
function datedStem(text: string): string {
  const plain = readText(text).trim();
  const bare = IN_BRACKETS.test(plain) ? plain.slice(1, -1) : plain;
  const stem = stemOf(bare).replace(AMOUNT_BEHIND, '').replace(AROUND, '').trim();
  const timed = stem.replace(COUNT_BEHIND, '');
  return OF_TIME.test(timed) ? timed : stem;
}
