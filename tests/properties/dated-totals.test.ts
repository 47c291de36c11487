/** Ledgers of money with totals that have a day: every row of data counts, and no total does. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bookOf, TERM } from '../sheets/small-book.ts';
import { randomRuns } from '../support/random-runs.ts';

const TEXTS = [
  '행사',
  '강사료',
  '',
  '물품 구입',
  '현수막',
  '3월분 사용료',
  '총무과 회의',
  '이월 사업',
  'TOTAL 케어',
];

interface Spent {
  readonly day: number;
  readonly fund: '구' | '시';
  readonly won: number;
  readonly text: string;
}

const spent = fc.record<Spent>({
  day: fc.integer({ min: 1, max: 28 }),
  fund: fc.constantFrom('구', '시'),
  won: fc.integer({ min: 1, max: 9_999_999 }),
  text: fc.constantFrom(...TEXTS),
});
const ledger = fc.record({
  /** The months that have rows, with their rows. */
  months: fc.uniqueArray(
    fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      rows: fc.array(spent, { minLength: 1, maxLength: 4 }),
    }),
    { selector: ({ month }) => month, minLength: 1, maxLength: 6 },
  ),
  isNewestFirst: fc.boolean(),
  totals: fc.constantFrom('none', 'below', 'above'),
  ofMonth: fc.constantFrom('월 계', '월계', '월 소계', '월분 합계', '월 TOTAL', '월 집행액', '월 지출액'),
  /** Whether totals of a month say only 월계, with a day in the next month. */
  isEnteredLater: fc.boolean(),
  hasYear: fc.boolean(),
  ofAll: fc.constantFrom('2024년 합계', '1~12월 계', '2024년 집행액', '1월부터 12월까지 합계'),
});

const HEADINGS = '집행일 | 재원 | 금액(원) | 적요';

it('count every row of data once, and no total', () => {
  fc.assert(
    fc.property(ledger, ({ months, isNewestFirst, totals, ofMonth, isEnteredLater, hasYear, ofAll }) => {
      const sorted = [...months].sort((one, other) => (one.month - other.month) * (isNewestFirst ? -1 : 1));
      const wonOf = (rows: readonly Spent[]) => rows.reduce((sum, { won }) => sum + won, 0);
      const total = (day: string, won: number, text: string) =>
        totals === 'none' ? [] : [`2024. ${day} | 구 | ${won} | ${text}`];
      /** A sum without a word for a total may be a thing of its own below a single row. It is only told there. */
      const isWord = (text: string, { length }: readonly Spent[]) => !text.endsWith('액') || length > 1;
      const totalOf = (month: number, rows: readonly Spent[]) =>
        isEnteredLater && month < 12
          ? total(`${month + 1}. 4.`, wonOf(rows), '월계')
          : total(`${month}. 28.`, wonOf(rows), `${month}${isWord(ofMonth, rows) ? ofMonth : '월 계'}`);
      const around = (rows: readonly string[], own: readonly string[]) =>
        totals === 'above' ? [...own, ...rows] : [...rows, ...own];
      const blocks = sorted.flatMap(({ month, rows }) =>
        around(
          rows.map(({ day, fund, won, text }) => `2024. ${month}. ${day}. | ${fund} | ${won} | ${text}`),
          // A total of one 재원 is known by the rows of it. This one is of all, so 구 must be among them.
          rows.some(({ fund }) => fund === '구') ? totalOf(month, rows) : [],
        ),
      );
      const all = months.flatMap(({ rows }) => rows);
      const hasAll = hasYear && all.some(({ fund }) => fund === '구');
      const last = Math.max(...months.map(({ month }) => month));
      const rows = around(
        blocks,
        hasAll ? total(`${last}. 28.`, wonOf(all), isWord(ofAll, all) ? ofAll : '2024년 합계') : [],
      );
      const { report, found } = bookOf(
        { pledge: TERM, executions: [HEADINGS, ...rows].join('\n') },
        '2024-12-31',
      );
      expect(report.budget?.total.executed.value).toBe(wonOf(all));
      expect(found.filter((each) => each.includes('total-counted'))).toEqual([]);
    }),
    randomRuns(200),
  );
});
