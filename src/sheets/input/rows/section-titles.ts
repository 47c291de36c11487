/** Titles within a list, alone in their row: `2025년`, `□ 2. 2025년 소통 실적`, `소통 실적(2025년)`, `3월`. */
import { keptByText } from '../../kept.ts';
import { type RawCell, shownText } from '../../raw.ts';
import { readText } from '../../text-key.ts';
import { yearOfTitle, yearsMentioned } from './title-years.ts';
import { isCountedTotal, readsAsTotal } from './total-words.ts';

/** What stands before a title: a mark, a number (2. (2) ② Ⅱ. 나.), 민선8기. */
const LEAD =
  '^[□■◎○●◇◆▶▷ㅇ<〈《[【\\s]*(?:(?:제?\\d{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+|[IVX]+|[가나다라마바사아자차카타파하])[.)]\\s*|\\(\\d{1,2}\\)\\s*|[①-⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]\\s*)?(?:민선\\s*\\d{1,2}기\\s+)?';
const END = '\\s*[>〉》\\]】]?$';
const YEAR = "['’‘]?(?:\\d{2}|\\d{4})";
const YEARS = `${YEAR}(?:\\s*[~∼～〜]\\s*${YEAR})?\\s*년도?`;
const WORD = '[가-힣]+(?:[·ㆍ・,/&][가-힣]+)*';
const PART_OF_YEAR = '(?:[1-4](?:/4)?분기|\\d{1,2}(?:\\s*[~∼～〜-]\\s*\\d{1,2})?월)';
/** 2025년, 2025~2026년 소통, 2025년 1분기, 2025년 3월 소통 실적. A sentence has more words. */
const YEAR_FIRST = new RegExp(
  `${LEAD}(?:${YEARS}(?:\\s+(?:[1-4](?:/4)?분기|\\d{1,2}\\s*[~∼～〜-]\\s*\\d{1,2}월|${WORD})){0,3}|` +
    `(?:${YEARS}\\s*${PART_OF_YEAR}|20\\d{2})(?:\\s+${WORD}){1,3})${END}`,
);
/** 소통 실적(2025년), 소통 실적 [2025년 1~3월] */
const YEAR_LAST = new RegExp(
  `${LEAD}${WORD}(?:\\s+${WORD}){0,3}\\s*[(<〈[【]\\s*${YEARS}(?:\\s*${PART_OF_YEAR})?\\s*[)>〉\\]】]$`,
);
/** 2025년 3월, 2025. 3., 3월, ○ 3월 소통. Alone it may be a day that is known to its month only. */
const MONTH = new RegExp(
  `${LEAD}(?:(20\\d{2})\\s*[년.]\\s*)?(\\d{1,2})\\s*[월.](?:\\s*${WORD}(?:\\s+${WORD}){0,2})?${END}`,
);
/** A remark behind a title. It may name other years: 2025년 소통(2024년 이월 포함). */
const REMARK = /\s*\([^()]*\)$/;
/** A note, which names other years than that of the rows around it: ※ 2024년까지는 차담회로 집계. */
const NOTE = /^[※*＊(](?!\d{1,2}\))/;
const TOTAL_FIRST = /^(?:합|소|총|누)\s*계|^계(?:$|[^가-힣])/;
/** Words of a remark. With one of them nobody can tell whether a text is a title. */
const REMARK_WORDS = /이월|이전|까지|포함|제외|별도|없음/;
const DAY = /^['’‘]?(?:\d{2}|\d{4})\s*[-./년]\s*\d{1,2}\s*[-./월]\s*\d/;
const LONGEST_TITLE = 60;

/** A title within a list, or above headings once more. */
export interface SectionTitle {
  /** The year of its days without one; null: it names several, or in short; undefined: it names none. */
  readonly year?: number | null;
}

/** A text that is a title and can be nothing else; null: it is none, or nobody can tell. */
export const sectionTitle = keptByText((typed): SectionTitle | null => {
  const text = readText(typed).trim();
  const title = text.replace(REMARK, '');
  if (text.length > LONGEST_TITLE) return null;
  if (YEAR_LAST.test(text) && mayBeTitle(text)) return { year: yearOfTitle([[text]]) };
  return YEAR_FIRST.test(title) && mayBeTitle(title) ? { year: yearOfTitle([[title]]) } : null;
});

/** A text that names a month and is a title where the rows below are of that month: 2025년 3월 above 3/6. */
export function monthTitle(typed: string, below: RawCell): SectionTitle | null {
  const text = readText(typed).trim();
  const isTitle = text.length <= LONGEST_TITLE && mayBeTitle(text);
  const [, year, month = ''] = isTitle ? (MONTH.exec(text) ?? []) : [];
  if (month === '') return null;
  const ofYear = `['’‘]?(?:20)?${year?.slice(2) ?? '\\d{2}'}\\s*[-./년]\\s*`;
  const ofMonth = new RegExp(`^(?:${ofYear})?0?${Number(month)}\\s*[-./월]\\s*\\d`);
  if (!ofMonth.test(readText(shownText(below)).trim())) return null;
  return year === undefined ? {} : { year: Number(year) };
}

/** The title above headings, where any text may be one; null: it is a note or a total, or names no year. */
export function titleAboveHeadings(typed: string): SectionTitle | null {
  const text = readText(typed).trim();
  if (text.length > LONGEST_TITLE) return null;
  const isTitle = (words: string) => yearsMentioned([[words]]).size > 0 && mayBeTitle(words);
  const title = [text.replace(REMARK, ''), text].find(isTitle);
  return title === undefined ? null : { year: yearOfTitle([[title]]) };
}

/**
 * Whether a text alone in its row names another year than the rows above are of, so that nobody can tell the
 * year of the days below. A day, a note and a total leave it as it is.
 */
export function namesAnotherYear(typed: string, year: number): boolean {
  const text = readText(typed).trim();
  if (text.length > LONGEST_TITLE || isAside(text) || DAY.test(text)) return false;
  return [...yearsMentioned([[text]])].some((named) => Number(named) !== year);
}

function mayBeTitle(text: string): boolean {
  return !isAside(text) && !REMARK_WORDS.test(text);
}

function isAside(text: string): boolean {
  return NOTE.test(text) || TOTAL_FIRST.test(text) || readsAsTotal(text) || isCountedTotal(text);
}
