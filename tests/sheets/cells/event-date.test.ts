import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDateFromSerial, type Period } from '../../../src/domain/date.ts';
import {
  type DateContext,
  dateOfSerial,
  parseDateOfAnyYear,
  parseEventDate,
} from '../../../src/sheets/cells/event-date.ts';
import type { RawCell } from '../../../src/sheets/raw.ts';
import { dateCell, outcome } from '../fixtures.ts';

const TERM: DateContext = { startYear: 2022, endYear: 2026, tabYear: null };
const ANY_TIME: DateContext = { startYear: null, endYear: null, tabYear: null };

/** `2024-03-05`, or `2024-03-01..2024-03-31` if only the month is known. */
function shown({ first, last }: Period): string {
  return first === last ? first : `${first}..${last}`;
}

const meaning = (cell: RawCell, context = TERM) => outcome(parseEventDate(cell, context), shown);

describe('the date of an event', () => {
  it.each<[RawCell, string]>([
    // written out
    ['2024. 3. 5.', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['2024.03.05.', '2024-03-05'],
    ['2024-03-05', '2024-03-05'],
    ['2024-3-5', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024년 3월 5일', '2024-03-05'],
    ['２０２４．３．５．', '2024-03-05'],
    ['2024.\u00a03.\u30005.', '2024-03-05'],
    ["'2024. 3. 5.", '2024-03-05'],
    ['2024. 2. 29.', '2024-02-29'],
    ['2024. 3월 5일', '2024-03-05'],
    ['2024 03 05', '2024-03-05'],
    ['24.3월 5일', '2024-03-05 (two-digit-year)'],
    // with a day of the week
    ['2024. 3. 5.(화)', '2024-03-05'],
    ['2024. 3. 5. (화요일)', '2024-03-05'],
    ['2024년 3월 5일(화)', '2024-03-05'],
    ['2024-03-05(화)', '2024-03-05'],
    ['2024. 3. 5.(수)', '2024-03-05 (weekday-mismatch)'],
    ['24.3.5(수)', '2024-03-05 (two-digit-year) (weekday-mismatch)'],
    // with a two-digit year
    ['24.3.5', '2024-03-05 (two-digit-year)'],
    ["'24. 3. 5.", '2024-03-05 (two-digit-year)'],
    ['’24. 3. 5.', '2024-03-05 (two-digit-year)'],
    ['24-03-05', '2024-03-05 (two-digit-year)'],
    ['24년 3월 5일', '2024-03-05 (two-digit-year)'],
    // only a month
    ['2024년 3월', '2024-03-01..2024-03-31 (month-precision)'],
    ['2024. 1월', '2024-01-01..2024-01-31 (month-precision)'],
    ['2024.3', '2024-03-01..2024-03-31 (month-precision)'],
    ['2024. 2.', '2024-02-01..2024-02-29 (month-precision)'],
    ['2024-03', '2024-03-01..2024-03-31 (month-precision)'],
    ['2024.10', '2024-10-01..2024-10-31 (month-precision)'],
    ['2024.1', '2024-01-01..2024-01-31 (month-precision)'],
    ['24년 3월', '2024-03-01..2024-03-31 (two-digit-year) (month-precision)'],
    ["'24. 3월", '2024-03-01..2024-03-31 (two-digit-year) (month-precision)'],
    ['2024. 13월', 'flag impossible-date'],
    ['2024년 3월중', '2024-03-01..2024-03-31 (month-precision)'],
    ['2024년 3월 말', '2024-03-01..2024-03-31 (month-precision)'],
    ['2024. 12월 초', '2024-12-01..2024-12-31 (month-precision)'],
    ["'24. 3월 중순", '2024-03-01..2024-03-31 (two-digit-year) (month-precision)'],
    ['2024. 13월 말', 'flag impossible-date'],
    ['2024년 3월경', 'flag not-a-date'],
    // only a year
    ['2022', '2022-01-01..2022-12-31 (year-precision)'],
    ['2022년', '2022-01-01..2022-12-31 (year-precision)'],
    ['2022년도', '2022-01-01..2022-12-31 (year-precision)'],
    // without a year
    ['3/5', 'flag date-without-year'],
    ['3.5.', 'flag date-without-year'],
    ['3월 5일', 'flag date-without-year'],
    ['10/5', 'flag date-without-year'],
    ['12월 25일', 'flag date-without-year'],
    ['3월', 'flag date-without-year'],
    ['3월 말', 'flag date-without-year'],
    ['12월 초', 'flag date-without-year'],
    ['6월 중순', 'flag date-without-year'],
    ['13월', 'flag not-a-date'],
    // longer than a month
    ['4월~7월', 'flag date-of-a-plan'],
    ['4월∼7월', 'flag date-of-a-plan'],
    ['상반기', 'flag date-of-a-plan'],
    ['2024년 연중', 'flag date-of-a-plan'],
    ['2024. 3. 5.~4. 30.', 'flag date-of-a-plan'],
    ['2024. 3. 5.~6. 30.', 'flag date-of-a-plan'],
    ['2024년 1분기', 'flag date-of-a-plan'],
    ['2024. 1/4분기', 'flag date-of-a-plan'],
    ['2022년 하반기', 'flag date-of-a-plan'],
    ['2024. 3월 예정', 'flag date-of-a-plan'],
    // days that do not exist
    ['2024. 2. 30.', 'flag impossible-date'],
    ['2023. 2. 29.', 'flag impossible-date'],
    ['2024. 13. 1.', 'flag impossible-date'],
    ['20241301', 'flag impossible-date'],
    // outside the term
    ['2021. 12. 31.', 'flag date-before-term'],
    ['2021년 12월', 'flag date-before-term'],
    ['2021', 'flag date-before-term'],
    ['2022. 1. 1.', '2022-01-01'],
    ['2027. 1. 1.', '2027-01-01 (date-after-term)'],
    // anything else
    ['내일', 'flag not-a-date'],
    ['2024.3.1\n5', 'flag not-a-date'],
    ['2024. 1 0. 2.', 'flag not-a-date'],
    ['120240305', 'flag not-a-date'],
    ['202403051', 'flag not-a-date'],
    ['12024.3', 'flag not-a-date'],
    ['12024-3', 'flag not-a-date'],
    ['12024', 'flag not-a-date'],
    ['민선8기 2024년', 'flag not-a-date'],
    ['2024-3 회의', 'flag not-a-date'],
    ['3/5 회의', 'flag not-a-date'],
    [120_240_305, 'flag not-a-date'],
    [202_403_051, 'flag not-a-date'],
    ['미정', 'flag not-a-date'],
    ['2024. 3. 5. 시장', 'flag not-a-date'],
    ['3', 'flag not-a-date'],
    ['-', 'flag not-a-date'],
    ['#REF!', 'flag error-value'],
    ['#N/A', 'flag error-value'],
    ['#VALUE!', 'flag error-value'],
    [true, 'flag not-a-date'],
    [false, 'flag not-a-date'],
  ])('typed as %o means %s', (typed, means) => {
    expect(meaning(typed)).toBe(means);
  });

  it.each<[RawCell, string]>([
    ['2024. 3. 5. 14:00', '2024-03-05'],
    ['2024. 3. 15. 9:30', '2024-03-15'],
    ['2024. 3. 15 9:30', '2024-03-15'],
    ['2024-03-15 9:30', '2024-03-15'],
    ['2024-03-15 09:30:00', '2024-03-15'],
    ['2024-03-15T09:30:00', '2024-03-15'],
    ['2024. 3. 15. 오후 2:00', '2024-03-15'],
    ['2024. 3. 15.(금) 14:00', '2024-03-15'],
    ['2024. 3. 15.(금) 14:00~16:00', '2024-03-15'],
    ['2024년 3월 15일 14시', '2024-03-15'],
    ['2024. 3. 15. 오후 2시 30분', '2024-03-15'],
    ['2024. 3. 1 15:00', '2024-03-01'],
    ['20240315 9:30', '2024-03-15'],
  ])('with a time of day, %o, means its day, %s', (typed, means) => {
    expect(meaning(typed)).toBe(means);
  });

  it.each<[RawCell, string]>([
    [dateCell('2024-03-05'), '2024-03-05'],
    [dateCell('2021-12-31'), 'flag date-before-term'],
    [dateCell('2027-05-01'), '2027-05-01 (date-after-term)'],
    [45_356, '2024-03-05 (serial-for-a-date)'],
    [45_356.75, '2024-03-05 (serial-for-a-date)'],
    ['45356', '2024-03-05 (serial-for-a-date)'],
    [20_240_305, '2024-03-05'],
    [20_240_230, 'flag impossible-date'],
    [2022, '2022-01-01..2022-12-31 (year-precision)'],
    [2021, 'flag date-before-term'],
    [2024.3, '2024-03-01..2024-03-31 (month-precision)'],
    [2024.11, '2024-11-01..2024-11-30 (month-precision)'],
    [2024.01, '2024-01-01..2024-01-31 (month-precision)'],
    [2024.1, 'flag ambiguous-month'],
    [2024.15, 'flag impossible-date'],
    [2024.305, 'flag not-a-date'],
    [40_000, 'flag not-a-date'],
    ['40000', 'flag not-a-date'],
    [46_752, '2027-12-31 (serial-for-a-date) (date-after-term)'],
    [46_753, 'flag not-a-date'],
    [44_197, 'flag date-before-term'],
    [3.5, 'flag date-without-year'],
    [12.2, 'flag date-without-year'],
    [20_241_014, '2024-10-14'],
    [0, 'flag not-a-date'],
    [-45_356, 'flag not-a-date'],
    [1e21, 'flag not-a-date'],
    [Number.NaN, 'flag not-a-date'],
  ])('in a cell that holds %o means %s', (cell, means) => {
    expect(meaning(cell)).toBe(means);
  });

  it.each([
    ['1905-07-15', 2023],
    ['1905-07-16', 2024],
    ['1905-06-17', 1995],
    ['1905-09-30', 2100],
    ['1905-06-16', undefined],
    ['1905-10-01', undefined],
  ])('of %s is what a date cell makes of the year %s', (date, year) => {
    for (const context of [TERM, ANY_TIME]) {
      const parsed = parseEventDate(dateCell(date), context);
      expect(parsed.ok ? null : 'typedYear' in parsed.flag ? parsed.flag.typedYear : undefined).toBe(year);
    }
  });

  it.each<[RawCell, string]>([
    ['3/5', '2024-03-05 (year-of-the-tab)'],
    ['3.5.', '2024-03-05 (year-of-the-tab)'],
    ['3월 5일(화)', '2024-03-05 (year-of-the-tab)'],
    ['3/5(수)', '2024-03-05 (year-of-the-tab) (weekday-mismatch)'],
    ['2/30', 'flag impossible-date'],
    ['2023. 3. 5.', '2023-03-05'],
    // as a number, of which the nought at the end is lost
    ['3.5', '2024-03-05 (year-of-the-tab)'],
    [3.5, '2024-03-05 (year-of-the-tab)'],
    [3.4, '2024-03-04 (year-of-the-tab)'],
    [3.9, '2024-03-09 (year-of-the-tab)'],
    [12.15, '2024-12-15 (year-of-the-tab)'],
    [3.05, '2024-03-05 (year-of-the-tab)'],
    [3.31, '2024-03-31 (year-of-the-tab)'],
    [3.1, 'flag ambiguous-day'],
    [12.2, 'flag ambiguous-day'],
    [3.3, 'flag ambiguous-day'],
    [2.2, 'flag ambiguous-day'],
    [2.3, '2024-02-03 (year-of-the-tab)'],
    ['3.1', '2024-03-01 (year-of-the-tab)'],
    ['3.10', '2024-03-10 (year-of-the-tab)'],
    [2.31, 'flag impossible-date'],
    [13.5, 'flag impossible-date'],
    [3, 'flag not-a-date'],
    [3.125, 'flag not-a-date'],
  ])('typed as %o in a tab of 2024 means %s', (typed, means) => {
    expect(meaning(typed, { ...TERM, tabYear: 2024 })).toBe(means);
  });

  it('is accepted in any year if the term is unknown, but then no serial number is', () => {
    expect(meaning('1999. 3. 5.', ANY_TIME)).toBe('1999-03-05');
    expect(meaning(45_356, ANY_TIME)).toBe('flag not-a-date');
  });

  it('a serial number is refused if only the end of the term is known', () => {
    expect(meaning(45_356, { startYear: null, endYear: 2026, tabYear: null })).toBe('flag not-a-date');
  });

  it.each<[RawCell, string | null]>([
    [45_356, '2024-03-05'],
    ['45356', '2024-03-05'],
    [' 45356 ', '2024-03-05'],
    ['45356.75', null],
    ['145356', null],
    [45_356_000, null],
    [0, null],
    [-45_356, null],
    [Number.NaN, null],
    [dateCell('2024-03-05'), null],
    [true, null],
    ['', null],
  ])('a serial number is recognised in no other cell: %o is %s', (cell, day) => {
    expect(dateOfSerial(cell, TERM)).toBe(day);
  });

  it.each<[RawCell, string]>([
    ['1995', '1995-01-01..1995-12-31 (year-precision)'],
    ['1924', 'flag implausible-year'],
    ['1994', 'flag implausible-year'],
    [2100, '2100-01-01..2100-12-31 (year-precision)'],
    [1899, 'flag not-a-date'],
    ['2101', 'flag not-a-date'],
  ])('a number %o alone is %s', (typed, means) => {
    expect(meaning(typed, ANY_TIME)).toBe(means);
  });

  it('outside the term is quoted without the spaces around it', () => {
    expect(parseEventDate(' 2027. 1. 1. ', TERM)).toMatchObject({
      notices: [{ code: 'date-after-term', found: '2027. 1. 1.', to: '2026-12-31' }],
    });
    expect(parseEventDate(' 2021. 5. 1. ', TERM)).toMatchObject({
      flag: { code: 'date-before-term', found: '2021. 5. 1.' },
    });
    expect(parseEventDate('2021. 5. 1.', { ...TERM, endYear: null })).toMatchObject({
      flag: { code: 'date-before-term', to: null },
    });
  });

  it('is quoted as typed, with the meaning it was given', () => {
    expect(parseEventDate(" '24. 3. 5. ", TERM)).toEqual({
      ok: true,
      value: { first: '2024-03-05', last: '2024-03-05', precision: 'day' },
      notices: [{ code: 'two-digit-year', found: "'24. 3. 5.", meant: '2024-03-05' }],
    });
    expect(parseEventDate('2021. 5. 1.', TERM)).toEqual({
      ok: false,
      flag: { code: 'date-before-term', found: '2021. 5. 1.', from: '2022-01-01', to: '2026-12-31' },
    });
  });

  it('is the same day in every full form, for every day of the term', () => {
    fc.assert(
      fc.property(fc.integer({ min: 44_562, max: 46_387 }), (serial) => {
        const date = isoDateFromSerial(serial);
        if (date === null) throw new Error('a day of the term');
        const [year, month, day] = date.split('-');
        const short = `${Number(month)}. ${Number(day)}`;
        const typed: RawCell[] = [
          { date },
          date,
          date.replaceAll('-', ''),
          Number(date.replaceAll('-', '')),
          date.replaceAll('-', '/'),
          `${year}. ${short}.`,
          `${year}. ${short} 9:30`,
          `${date} 9:30`,
          `${year}년 ${Number(month)}월 ${Number(day)}일`,
        ];
        for (const cell of typed) expect(meaning(cell)).toBe(date);
        expect(meaning(serial)).toBe(`${date} (serial-for-a-date)`);
      }),
    );
  });

  it('never throws, and is an existing day or a flag', () => {
    const text = fc.string({ unit: fc.constantFrom(..."0123456789.-/년월일 (화)~':시오후") });
    fc.assert(
      fc.property(fc.oneof(text, fc.double(), fc.boolean()), (cell) => {
        const parsed = parseEventDate(cell, TERM);
        if (parsed.ok) expect(parsed.value.first <= parsed.value.last).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('several days in a row', () => {
  it.each<[string, string]>([
    ['2024. 10. 20. ~ 10. 22.', '2024-10-22 (several-days)'],
    ['2024.10.20~10.22', '2024-10-22 (several-days)'],
    ['2024. 10. 20. ~ 22.', '2024-10-22 (several-days)'],
    ['2024. 10. 20.(일) ~ 22.(화)', '2024-10-22 (several-days)'],
    ['2024-10-20~2024-10-22', '2024-10-22 (several-days)'],
    ['2024년 10월 20일 ~ 22일', '2024-10-22 (several-days)'],
    ['2024. 10. 20. - 10. 22.', '2024-10-22 (several-days)'],
    ['2024. 12. 30. ~ 2025. 1. 2.', '2025-01-02 (several-days)'],
    ['2024. 3. 5. ~ 4. 4.', '2024-04-04 (several-days)'],
    ['10.20~10.22', 'flag date-without-year'],
    ['10. 20. ~ 22.', 'flag date-without-year'],
    ['2024. 10. 22. ~ 10. 20.', 'flag impossible-date'],
    ['2024. 2. 28. ~ 2. 30.', 'flag impossible-date'],
    ['2024. 2. 30. ~ 3. 2.', 'flag impossible-date'],
    ['2024. 3. 5. ~ 4. 5.', 'flag date-of-a-plan'],
    ['2021. 10. 20. ~ 10. 22.', 'flag date-before-term'],
    ['2024. 3. 5. ~ 3. 6. ~ 3. 7.', 'flag date-of-a-plan'],
  ])('typed as %s are %s: one event, which ends on the last of them', (typed, is) => {
    expect(meaning(typed)).toBe(is);
  });

  it('have the year of the tab if they name none', () => {
    expect(meaning('10.20~10.22', { ...TERM, tabYear: 2024 })).toBe('2024-10-22 (several-days)');
  });
});

describe('a moment as computers write it', () => {
  it.each([
    ['2024-03-05T00:00:00Z', '2024-03-05'],
    ['2024-03-05T14:59:59.999Z', '2024-03-05'],
    ['2024-03-04T15:00:00.000Z', '2024-03-05'],
    ['2024-03-05T00:00:00+09:00', '2024-03-05'],
    ['2024-03-05T23:59:59+0900', '2024-03-05'],
    ['2024-03-05T10:00:00-05:00', '2024-03-06'],
    ['2024-03-05T00:00:00', '2024-03-05'],
    ['2024-03-05 00:00:00.000', '2024-03-05'],
    ['2024-02-30T00:00:00Z', 'flag impossible-date'],
  ])('(%s) is the day in Korea, %s', (typed, is) => {
    expect(meaning(typed)).toBe(is);
  });
});

describe('the date of a decision', () => {
  it.each<[RawCell, string]>([
    ['2014. 3. 5.', '2014-03-05'],
    ['2062. 3. 5.', '2062-03-05'],
    ['1924. 3. 5.', 'flag implausible-year'],
    ['3/5', '2024-03-05 (year-of-the-tab)'],
    [' 45356 ', '2024-03-05 (serial-for-a-date)'],
    [40_000, 'flag not-a-date'],
  ])('%o is %s, inside the term or not', (typed, is) => {
    const context = { ...TERM, planStart: 2022, tabYear: 2024 };
    expect(outcome(parseDateOfAnyYear(typed, context), shown)).toBe(is);
  });

  it('typed as a number is quoted without the spaces around it', () => {
    expect(parseDateOfAnyYear(' 45356 ', TERM)).toMatchObject({
      notices: [{ code: 'serial-for-a-date', found: '45356', meant: '2024-03-05' }],
    });
  });
});

describe('a date without a term to compare it with', () => {
  it.each<[RawCell, string]>([
    ['1924. 3. 5.', 'flag implausible-year'],
    [dateCell('1924-03-05'), 'flag implausible-year'],
    ['1994. 12. 31.', 'flag implausible-year'],
    ['1995. 1. 1.', '1995-01-01 (date-before-plan)'],
    ['2014. 3. 5.', '2014-03-05 (date-before-plan)'],
    ['2022. 1. 1.', '2022-01-01'],
  ])('%j is %s under a plan that begins in 2022', (typed, is) => {
    expect(meaning(typed, { ...ANY_TIME, planStart: 2022 })).toBe(is);
  });

  it('does not depend on the plan if the term is known', () => {
    expect(meaning('2014. 3. 5.', { ...ANY_TIME, startYear: 2014, planStart: 2022 })).toBe('2014-03-05');
  });
});

describe('a date after the term', () => {
  it.each<[RawCell, string]>([
    ['2026. 12. 31.', '2026-12-31'],
    ['2027. 1. 1.', '2027-01-01 (date-after-term)'],
    [dateCell('2027-01-01'), '2027-01-01 (date-after-term)'],
    ['2062. 3. 5.', '2062-03-05 (date-after-term)'],
    [46_388, '2027-01-01 (serial-for-a-date) (date-after-term)'],
  ])('%j is taken as %s', (cell, is) => {
    expect(outcome(parseEventDate(cell, TERM), ({ first }) => first)).toBe(is);
  });

  it('does not exist if no end is known', () => {
    expect(outcome(parseEventDate('2062. 3. 5.', { ...TERM, endYear: null }), ({ first }) => first)).toBe(
      '2062-03-05',
    );
  });
});
