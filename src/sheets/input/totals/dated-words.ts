/** The words of totals in free text: 2월 계, 월계, 1분기 소계, 2월까지 누계, TOTAL, 1월 집행액. */
import { keptByText } from '../../kept.ts';
import { readText } from '../../text-key.ts';
import { spanOf, TIME, type TotalSpan } from './time-words.ts';
import { isCountedTotal, isNamedTotal, mayBeTotal, stemOf, TOTAL_OF_PERIODS, WORD } from './total-words.ts';

/** What may stand between a time and its total word. 중계 is a broadcast, so 중 stands apart. */
const BETWEEN =
  '\\s*(?:분|말|까지|중(?=\\s))?\\s*(?:(?:집행|지출|사용|교부|추진|소통|실적|개최|이행)\\s*액?)?\\s*';
const ENGLISH = '(?:grand\\s*|sub[\\s-]*)?total(?:\\s*amount)?|sum|[Σ∑]';
/** Total words behind a time. Elsewhere 총액, 누적 and 합 may be of a name. */
const BEHIND_TIME = `(?:(?:${WORD}|계|計|합|누적|총)(?:\\s*금?액|\\s*(?:집행|지출)액?)?|${ENGLISH})`;
const OF_TIME = new RegExp(`^${TIME}${BETWEEN}${BEHIND_TIME}$`, 'i');
/** A total word after anything: 2월까지누계, 행사 소 계. In 보건소 계 the 소 belongs to the name. */
const GLUED_SUM = new RegExp(`(?:^|\\s)(?:${WORD})$|(?:합계|소계|누계|총계|총합)$`);
/** A total of a year, half, quarter or month behind other words: 강사료 2월 계. */
const ENDS_WITH_DATE = /(?:\d(?:년도?|월|분기)|[상하]반기)\s*계$/;
/** A total word before its months: 누계 2월까지, 소계: 1분기, Total 2월. */
const TOTAL_FIRST = new RegExp(
  `^(?:${WORD}|계|${ENGLISH})\\s*[-:,]?\\s*\\d{1,4}(?:년도?|월|분기)(?:\\s*\\d{1,2}(?:월|분기))?\\s*(?:까지|말|분|현재)?$`,
  'i',
);
/** A total word for money, and nothing more: 총액, 누적액, 합계금액, 집행총액. */
const OF_MONEY =
  /^(?:집행|지출|총)?\s*(?:(?:합\s*계|소계|누계|총계|총|누적)\s*금?액|누적|총\s*(?:집행|지출)액?)$/;
const ONLY_TOTAL = new RegExp(`^(?:${WORD}|계)$`);
const ONLY_ENGLISH = new RegExp(`^(?:(?:${WORD}|계)\\s*)?(?:${ENGLISH})$`, 'i');
/** What was done in a time. */
const DONE = '(?:집행|지출|사용|지급|교부|추진|소통|개최|이행|접수)';
/** What a time comes to, without a word for a total: 1월 집행액, 1분기 소통 실적. */
const AMOUNT_OF_TIME = new RegExp(`^${TIME}\\s*(?:분|중(?=\\s))?\\s*${DONE}?\\s*(?:금?액|실적|횟수|건수)$`);
/** A time and what was done, or less: 1월 집행, 1월분, 1월. */
const SHARE_OF_TIME = new RegExp(`^(?=\\D*\\d)${TIME}\\s*분?\\s*(?:집행|지출)?$`);
/** What the rows before came to, at the top of a page or month: 전월이월. */
const CARRIED_FROM_MONTH = /^전월\s*이월(?:\s*금?액|금)?$/;
/** The same, or money of another year: 이월액, 전년도 이월금. */
const CARRIED = /^(?:[전차](?:월|년도?|연도|분기|기|면)?)?\s*이월(?:\s*금?액|금)?$/;
/** A total that is a name too: 월계 is a 동. */
const LIKE_PLACE = /^월\s*계$/;
/** The amount behind a total: 2월 계 300원, 2월 계: 300. */
const AMOUNT_BEHIND = /(?<=계|액|누적)(?:\s*:\s*|\s+)\d[\d,.]*\s*(?:[십백천만억]*원)?$/;
/** The number of rows behind a time and a total word: 2월 계 3건. */
const COUNT_BEHIND = /(?<=\S)\s+\d+\s*(?:건|회|개|개소|곳|명|번|차례)$/;
/** Marks around a total: <2월 계>, [2월 계], - 2월 계 -. */
const AROUND = /^[<〈《[【(=\s-]+|[>〉》\]】)=.\s-]+$/g;
const IN_BRACKETS = /^\(.*\)$/;
/** No total is called by a longer text. Free text may be as long as a cell. */
const LONGEST_TOTAL = 40;

/** How surely a text says a total. */
export type TotalSense =
  /** It says nothing else: 2월 계, 시장방문소계, 누계 2월까지, TOTAL. */
  | 'total'
  /** It may be a name too: 총 3건, 두레 계. */
  | 'name'
  /** It has no word for a total, but says what a time comes to: 1월 집행액, 전월이월. */
  | 'amount'
  /** It may as well be of a single thing: 1월분, 이월액. */
  | 'share';

/** @returns null: free text that is no total. */
export function senseOfTotal(text: string): TotalSense | null {
  if (text.length > LONGEST_TOTAL) return null;
  if (mayBeTotal(text)) {
    if (readsAsTotal(text)) return 'total';
    if (isNamedTotal(text) || isCountedTotal(text)) return 'name';
  }
  if (!mayNameTotal(text)) return null;
  const stem = datedStem(text);
  if (ONLY_ENGLISH.test(stem) || OF_TIME.test(stem) || TOTAL_FIRST.test(stem)) return 'total';
  if (AMOUNT_OF_TIME.test(stem) || CARRIED_FROM_MONTH.test(stem)) return 'amount';
  return SHARE_OF_TIME.test(stem) || CARRIED.test(stem) ? 'share' : null;
}

/** The same for a name: of a place, a 분류 or a 재원. 월계 is a 동, and 두레 계 may be any name. */
export function senseOfTotalInName(text: string): TotalSense | null {
  return mayBeTotal(text) || mayNameTotal(text) ? senseOfName(text) : null;
}

const senseOfName = keptByText((text): TotalSense | null => {
  const sense = senseOfTotal(text);
  const isName = (sense === 'name' && !isCountedTotal(text)) || (sense !== null && isLikePlace(text));
  return isName ? null : sense;
});

/** Whether a total may be the name of a place as well. */
export function isLikePlace(text: string): boolean {
  return LIKE_PLACE.test(datedStem(text));
}

/** Whether a total says what was carried over from the rows before: 전월이월. */
export function isCarried(text: string): boolean {
  return CARRIED.test(datedStem(text));
}

function readsAsTotal(text: string): boolean {
  const stem = datedStem(text);
  return [OF_TIME, GLUED_SUM, TOTAL_OF_PERIODS, ENDS_WITH_DATE, TOTAL_FIRST, OF_MONEY, ONLY_ENGLISH].some(
    (total) => total.test(stem),
  );
}

/**
 * Whether a text may be a total that has none of the letters of {@link mayBeTotal}: 1월 집행액, TOTAL. It looks
 * at the first and last letter, because it runs for every text of every row.
 */
function mayNameTotal(text: string): boolean {
  const first = LETTERS[text.charCodeAt(0)] ?? 0;
  const last = LETTERS[text.charCodeAt(text.length - 1)] ?? 0;
  return (first & FIRST) !== 0 && (last & LAST) !== 0 && TIME_OR_ENGLISH.test(text);
}

/** A letter of every time, and of the English words. */
const TIME_OR_ENGLISH = /[월년간달기해\u1100-\u11ffΣ∑]|total|sum/i;

const FIRST = 1;
const LAST = 2;
/**
 * The letters at both ends. Marks may stand around the words, and an amount or a number of rows behind them.
 * It is an array by their codes, because a set takes longer.
 */
const LETTERS = new Uint8Array(0x10000);
for (const letter of '0123456789월당금전이분상하연년차tTsSgGΣ∑([{<〈《【=- ') mark(letter, FIRST);
for (const letter of '액금분월년기적수행출lLmMtTΣ∑)]}>〉》】=.:- 원건회0123456789') mark(letter, LAST);
/** The parts of decomposed letters, as macOS has them. */
LETTERS.fill(FIRST | LAST, 0x1100, 0x1200);

function mark(letter: string, end: number): void {
  const code = letter.charCodeAt(0);
  LETTERS[code] = (LETTERS[code] ?? 0) | end;
}

/** Whether a total says only its time: 2월 계, 월계, 2024년 1분기 소계. 2월 강사료 합계 says more. */
export function saysOnlyTime(text: string): boolean {
  const stem = datedStem(text);
  return [OF_TIME, ONLY_TOTAL, OF_MONEY, ONLY_ENGLISH].some((total) => total.test(stem));
}

/** The time that a total names; null: none, as 시장방문 소계 and 총 3건. */
export function spanOfTotal(text: string): TotalSpan | null {
  return spanOf(datedStem(text));
}

/** The text without marks around it, an amount behind it, or a remark in brackets. */
function datedStem(text: string): string {
  const plain = readText(text).trim();
  const bare = IN_BRACKETS.test(plain) ? plain.slice(1, -1) : plain;
  const stem = stemOf(bare).replace(AMOUNT_BEHIND, '').replace(AROUND, '').trim();
  const timed = stem.replace(COUNT_BEHIND, '');
  return OF_TIME.test(timed) || AMOUNT_OF_TIME.test(timed) ? timed : stem;
}
