/** Titles within a list, alone in their row: `2025년`, `□ 2. 2025년 소통 실적`, `소통 실적(2025년)`, `3월`. */
import { keptByText } from '../../kept.ts';
import { type RawCell, shownText } from '../../raw.ts';
import { readText } from '../../text-key.ts';
import { senseOfTotal } from '../totals/dated-words.ts';
import { isCountedTotal } from '../totals/total-words.ts';
import { yearOfTitle, yearsMentioned } from './title-years.ts';

const MARKS = '[□■◎○●◇◆▶▷ㅇ<〈《[【\\s]*';
const ROMAN = '[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]';
const LETTER = '[가나다라마바사아자차카타파하]';
/** What numbers a title: 2. (2) ② Ⅱ. 나. In 25. 1월 the 25 is a year. */
const NUMBER = `(?:제?\\d{1,2}[.)](?!\\s*\\d{1,2}\\s*[월.])|(?:${ROMAN}+|[IVX]+|${LETTER})[.)]|\\(\\d{1,2}\\)|[①-⑳]|${ROMAN})\\s*`;
const LEAD = `^${MARKS}(?:${NUMBER})?(?:민선\\s*\\d{1,2}기\\s+)?`;
const END = '\\s*[>〉》\\]】]?$';
const YEAR = "['’‘]?(?:\\d{2}|\\d{4})";
const YEARS = `${YEAR}(?:\\s*[~∼～〜]\\s*${YEAR})?\\s*년도?`;
const WORD = '[가-힣]+(?:[·ㆍ・,/&][가-힣]+)*';
const QUARTER = '[1-4](?:/4)?분기';
const MONTHS = '\\d{1,2}\\s*[~∼～〜-]\\s*\\d{1,2}월';
const PART_OF_YEAR = `(?:${QUARTER}|${MONTHS}|\\d{1,2}월)`;
/** 2025년, 2025~2026년 소통, 2025년 1분기, 2025. 1/4분기, 2025년 3월 소통 실적. A sentence has more words. */
const YEAR_FIRST = new RegExp(
  `${LEAD}(?:${YEARS}(?:\\s+(?:${QUARTER}|${MONTHS}|${WORD})){0,3}|20\\d{2}\\s*\\.\\s*${QUARTER}(?:\\s+${WORD}){0,3}|` +
    `${YEARS}\\s*${PART_OF_YEAR}(?:\\s+${WORD}){1,3})${END}`,
);
/** 소통 실적(2025년), 소통 실적 [2025년 1~3월] */
const YEAR_LAST = new RegExp(
  `${LEAD}${WORD}(?:\\s+${WORD}){0,3}\\s*[(<〈[【]\\s*${YEARS}(?:\\s*${PART_OF_YEAR})?\\s*[)>〉\\]】]$`,
);
/** 2025년 3월, 25. 3월, 2025. 3., 3월, ○ 3월 소통. Alone it may be a day that is known to its month only. */
const MONTH = new RegExp(
  `^${MARKS}(?:(?:(20\\d{2}|['’‘]?\\d{2})\\s*[년.]\\s*)?(\\d{1,2})\\s*월(?:\\s*${WORD}(?:\\s+${WORD}){0,2})?|(20\\d{2})\\s*\\.\\s*(\\d{1,2})\\s*\\.?)${END}`,
);
/** A remark behind a title. It may name other years: 2025년 소통(2024년 이월 포함). */
const REMARK = /(?<=\S)\s*\([^()]*\)$/;
/** A text in brackets, which is a title or a note: (2025년). */
const BRACKETED = /^\((\D*\d{4}\s*년[^()]*)\)$/;
/** A note, which names other years than that of the rows around it: ※ 2024년까지는 차담회로 집계. */
const NOTE =
  /^[※*＊(](?!\d{1,2}\))|^[-·]\s|전년|작년|\d년?\)?\s*대비|담당|작성|☎|출처|자료|업무보고|통계연보|신규|계속|제\s*\d+\s*회|(?:현재|기준)\)?$/;
const TOTAL_FIRST = /^(?:합|소|총|누)\s*계|^계(?:$|[^가-힣])/;
/** Words of a remark. With one of them nobody can tell whether a text is a title. */
const REMARK_WORDS = /이월|이전|까지|포함|제외|별도|없음/;
/** A day: 2024. 12. 31. It is data, or says up to when a list goes. */
const DAY = /(?:\d{2}|\d{4})\s*[-./년]\s*\d{1,2}\s*[-./월]\s*\d{1,2}(?!\d|\s*[/분])/;
/** Marks that may make a note of a title: - 2025년 -, * 2025년 소통. */
const MARKS_AROUND = /^[-*＊·\s]+|[-\s]+$/g;
/** A year in short before a month or a quarter: 25. 3., '25.1분기. */
const SHORT_YEAR = /^\D{0,3}(\d{2})\s*[-.년](?!\d{4})/;
/** A number without 년 is a year of the list if it is as near as this to the year above. */
const NEAR_YEARS = 3;
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
  const [, before, ofYear = '', short, alone] = isTitle ? (MONTH.exec(text) ?? []) : [];
  const year = before ?? short;
  const month = alone ?? ofYear;
  if (month === '') return null;
  const yearBelow = `['’‘]?(?:20)?${year?.slice(-2) ?? '\\d{2}'}\\s*[-./년]\\s*`;
  const ofMonth = new RegExp(`^(?:${yearBelow})?0?${Number(month)}\\s*[-./월]\\s*\\d`);
  if (!ofMonth.test(readText(shownText(below)).trim())) return null;
  if (year === undefined) return {};
  return { year: year.length === 4 ? Number(year) : null };
}

/** The title above headings, where any text may be one; null: a note, a total, a day, or without a year. */
export function titleAboveHeadings(typed: string): SectionTitle | null {
  const text = readText(typed).trim();
  if (text.length > LONGEST_TITLE) return null;
  const isTitle = (words: string) =>
    yearsMentioned([[words]]).size > 0 && mayBeTitle(words) && !DAY.test(words);
  const title = [text.replace(REMARK, ''), text].find(isTitle);
  return title === undefined ? null : { year: yearOfTitle([[title]]) };
}

/**
 * Whether a text alone in its row names another year than the rows above are of, so that nobody can tell the
 * year of the days below. A day and a note leave it as it is, and so does a total of an earlier year.
 */
export function namesAnotherYear(typed: string, year: number): boolean {
  const whole = readText(typed).trim();
  const text = REMARK_WORDS.test(whole) ? whole : whole.replace(BRACKETED, '$1');
  if (text.length > LONGEST_TITLE || DAY.test(text)) return false;
  const bare = text.replace(MARKS_AROUND, '');
  if (NOTE.test(text) && (NOTE.test(bare) || sectionTitle(bare) === null)) return false;
  const short = SHORT_YEAR.exec(text)?.[1];
  const named = [
    ...[...yearsMentioned([[text]])].map(Number).filter((each) => isYearOfList(each, year, text)),
    ...(short === undefined
      ? []
      : [2000 + Number(short)].filter((each) => Math.abs(each - year) <= NEAR_YEARS)),
  ];
  return named.some((each) => (isTotal(text) ? each > year : each !== year));
}

/** Whether a number is a year of the list: 2030년, and 2025 소통 near 2024, but not 2030 청년 and 2025-15. */
function isYearOfList(number: number, year: number, text: string): boolean {
  return (
    new RegExp(`${number % 100}\\s*년`).test(text) ||
    (Math.abs(number - year) <= NEAR_YEARS &&
      new RegExp(`^[^가-힣\\d]*${number}(?:[\\s.]|[가-힣]|$)`).test(text))
  );
}

function mayBeTitle(text: string): boolean {
  return !NOTE.test(text) && !isTotal(text) && !REMARK_WORDS.test(text);
}

function isTotal(text: string): boolean {
  return TOTAL_FIRST.test(text) || senseOfTotal(text) === 'total' || isCountedTotal(text);
}
