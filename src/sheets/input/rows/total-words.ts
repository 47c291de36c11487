/** The words by which a row is one of totals: 계, 합계, <소계>, 2023년 계, 시장방문 소계. */

import { keptByText } from '../../kept.ts';
import type { RawCell } from '../../raw.ts';
import { readText } from '../../text-key.ts';
import type { Column, ReadContext } from '../columns.ts';

/** A column and where it stands in a row. */
interface PlacedColumn {
  readonly index: number;
  readonly column: Column<unknown>;
}

/** The text that makes a row one of totals, or null. */
export type TotalCell = (cells: readonly RawCell[]) => string | null;

const WORD = '총\\s*합\\s*계|합\\s*계|소\\s*계|누\\s*계|총\\s*계|총\\s*합';
const BRACKETED_WORD = new RegExp(`[<〈《[【(]\\s*(${WORD}|계)\\s*[>〉》\\]】)]`);
const TOTAL = new RegExp(`^(?:${WORD}|계)$`);
/** A total of months or quarters, where the word is no place (월계) or free text. */
const TOTAL_OF_PERIODS = /^(?:월|분기)\s*계$/;
/**
 * The word after a name, as a word of its own, or right after a year, month or quarter. 계 alone wants a name of two letters:
 * 설 계 is a spaced-out 설계, as 통계, 회계 and 단계 are words that only end like one.
 */
const NAMED_TOTAL = new RegExp(`(?:\\s(?:${WORD})|\\S{2}\\s계|\\d(?:년도?|월|분기)\\s*(?:${WORD}|계))$`);
/** The same without 계 alone, which ends names as well: 두레 계, 서무 계. */
const NAMED_SUM = new RegExp(`\\s(?:${WORD})$`);
const PLAN_TOTAL =
  /^(?:총|소요|재정|사업|예산|투자|집행|연도별|연차별)*(?:사업비|예산(?:액|안)?|투자(?:계획|액|비)|소요(?:액|예산)|계획액?|총액|금액|비용)$/;
/** In a column of names 전체 may be one. */
const MONEY_TOTAL = /^(?:grand)?total$|^sum$|^[Σ∑]$|^총?전체(?:계|액|예산|사업비)?$|^총$/i;
const PART = /소\s*계$/;
/** Every one of the words has one of these (the last two are decomposed ㄱ and ㅎ): most cells need no closer look. */
const LETTER_OF_ALL = /[계합\u1100\u1112]/;

/**
 * Looks for the text of totals in a row. In a tab of numbers it may stand alone in any cell, also of columns that the tab's definition
 * does not know; behind a name it counts only where names are expected. In a list of names (공약목록) it stands where its columns say so,
 * or in one that nobody knows.
 */
export function totalCellFinder(readers: readonly PlacedColumn[], context: ReadContext): TotalCell {
  const columns = new Map(readers.map((reader) => [reader.index, reader.column]));
  const hasNumbers = readers.some(
    ({ column: { merged, unread, summed } }) =>
      merged === 'unknownShare' && (unread === undefined || summed !== undefined),
  );
  const namesPledges = !hasNumbers && readers.some(({ column }) => column.isTotal !== undefined);
  return (cells) => {
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index];
      if (typeof cell !== 'string') continue;
      const column = columns.get(index);
      const isOfColumn = column?.isTotal?.(cell) === true;
      if (isOfColumn && column?.lists?.(cell, context) !== true) return cell;
      if (!LETTER_OF_ALL.test(cell)) continue;
      const namesTotals = column?.namesTotals === true;
      if (!hasNumbers && !namesTotals && !(namesPledges && column === undefined)) continue;
      if (
        (isTotalWord(cell) || (namesTotals && isNamedTotal(cell))) &&
        column?.lists?.(cell, context) !== true
      ) {
        return cell;
      }
    }
    return null;
  };
}

/** 계, 합 계, 합계(건), <합계>, 계: and no more. */
export const isTotalWord = keptByText((text) => TOTAL.test(stemOf(text)));

/** Words for all the money of a plan, where a published table has a row for each fund: 총사업비, 투자계획, 소요예산(백만원). */
export const isPlanTotal = keptByText((text) => PLAN_TOTAL.test(stemOf(text).replace(/\s/g, '')));

/** 계 and, among funds, TOTAL, 전체, Σ. */
export const isMoneyTotal = keptByText(
  (text) => isTotalWord(text) || MONEY_TOTAL.test(stemOf(text).replace(/\s/g, '')),
);

/** 시장방문 소계, 연간 합계, 2023년 계, 월계. */
export const isNamedTotal = keptByText((text) => {
  const stem = stemOf(text);
  return NAMED_TOTAL.test(stem) || TOTAL_OF_PERIODS.test(stem);
});

/** 복지 소계, 연간 합계, and not 두레 계: where a name may well be that of a club. */
export function isNamedSum(text: string): boolean {
  return NAMED_SUM.test(stemOf(text));
}

/** 소계: a total that the total after it takes in. */
export function isPartTotal(text: string): boolean {
  return PART.test(stemOf(text));
}

/** The text without the marks around the word, a colon, or a remark in brackets behind it. */
function stemOf(text: string): string {
  return readText(text)
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
    .replace(/\s*:$/, '')
    .replace(BRACKETED_WORD, ' $1 ')
    .trim()
    .replace(/\s*\(.*\)$/, '')
    .replace(/\s*:$/, '');
}
