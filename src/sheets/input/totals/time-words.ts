/** The time that the words of a total name: 2월, 1분기, 2024년, 2~4월, 전월. */

const TO = '(?:[~∼～〜-]|부터)';
const YEARS = `\\d{4}\\s*년?도?\\s*${TO}\\s*\\d{4}\\s*년도?`;
const MONTH_OR_QUARTER = '(?:월|(?:/4|사)?\\s*분기)';
const RANGE = `(?:\\d{4}\\s*년도?\\s*)?\\d{1,2}\\s*${MONTH_OR_QUARTER}?\\s*${TO}\\s*(?:\\d{4}\\s*년도?\\s*)?\\d{1,2}\\s*${MONTH_OR_QUARTER}`;
const PART = `(?:\\d{1,2}\\s*월|[1-4](?:/4|사)?\\s*분기|[상하]반기)`;
/** A time, whole: 2024년, 2월, 2024년 2월, 1/4분기, 상반기, 1~3월, 3월부터 5월, 당월, 연간. */
export const TIME = `(?:${YEARS}|${RANGE}|(?:\\d{4}\\s*년도?\\s*)?${PART}|\\d{4}\\s*년도?|[당금전]?월간?|이번\\s*달|[당금전]?분기|[연년]간|금년|당해\\s*연도)`;

/** The first or last one of several months, quarters or years. `year` is as written; null: none is. */
interface End {
  readonly year: number | null;
  readonly number: number;
}

/** The rows that a total is of, by the day of its row. */
export type TotalSpan =
  /** All rows above: 누계, 2월까지 누계. */
  | { readonly kind: 'all' }
  /** Several months, quarters or years: 2~4월 계, 4분기~1분기 계. */
  | {
      readonly kind: 'several';
      readonly of: 'month' | 'quarter' | 'year';
      readonly from: End;
      readonly to: End;
    }
  | {
      readonly kind: 'year' | 'half' | 'quarter' | 'month';
      /** `year` and `number` are as written; null: those of the day of the row. */
      readonly year: string | null;
      readonly number: string | null;
      /** Whether it is of the time before the one of its day: 전월 계. */
      readonly isBefore: boolean;
    };

/**
 * @param stem the words without marks around them.
 * @returns null: they name no time, as 시장방문 소계 and 총 3건.
 */
export function spanOf(stem: string): TotalSpan | null {
  const words = stem.replace(/\s/g, '');
  const several = spanOfSeveral(words);
  if (several !== null) return several;
  if (/누계|누적|까지|이월/.test(words)) return { kind: 'all' };
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

const SEVERAL_YEARS = new RegExp(`(\\d{4})년?도?${TO}(\\d{4})년`);
const SEVERAL = new RegExp(
  `(?<!\\d)(?:(\\d{4})년도?)?(\\d{1,2})${MONTH_OR_QUARTER}?${TO}(?:(\\d{4})년도?)?(\\d{1,2})(${MONTH_OR_QUARTER})`,
);
const LAST_NUMBER = { month: 12, quarter: 4 } as const;

function spanOfSeveral(words: string): TotalSpan | null {
  const [, first, last] = SEVERAL_YEARS.exec(words) ?? [];
  if (first !== undefined && last !== undefined) {
    const [from, to] = [Number(first), Number(last)];
    return from > to
      ? null
      : { kind: 'several', of: 'year', from: { year: from, number: 1 }, to: { year: to, number: 1 } };
  }
  const found = SEVERAL.exec(words);
  if (found === null) return null;
  const [, yearFrom, numberFrom, yearTo, numberTo, unit] = found;
  const of = unit === '월' ? 'month' : 'quarter';
  const endOf = (year: string | undefined, number: string | undefined): End => ({
    year: year === undefined ? null : Number(year),
    number: Number(number),
  });
  const [from, to] = [endOf(yearFrom, numberFrom), endOf(yearTo, numberTo)];
  const isIn = ({ number }: End) => number >= 1 && number <= LAST_NUMBER[of];
  return isIn(from) && isIn(to) ? { kind: 'several', of, from, to } : null;
}
