/** Random pledges with any indicators and money, as the tabs of a book of one pledge. */
import fc from 'fast-check';
import type { RatePrecision } from '../../src/domain/rate.ts';
import type { RawCell, RawTabs } from '../../src/sheets/raw.ts';
import { day } from '../support/day.ts';

export const YEARS = [2022, 2023, 2024, 2025, 2026];
/** Times that a plan of money can name. */
const TIMES = ['기투자', ...YEARS.map(String), '임기후'];
const FUNDS = ['국비', '도비', '군비', '기타'];
/** What results call each of them. */
export const SHOWN_FUNDS: ReadonlyMap<string, string> = new Map(
  FUNDS.map((fundingSource) => [fundingSource === '국비' ? '국' : fundingSource, fundingSource]),
);
export const KINDS = ['소통', '누적', '현재값', '자체평가'] as const;

type Kind = (typeof KINDS)[number];

export interface Indicator {
  readonly kind: Kind;
  readonly baseline: number | null;
  readonly target: number | null;
  /** Cumulative target of each year of `YEARS`. */
  readonly plan: readonly (number | null)[];
  /** Dates are distinct, except in {@link anyCrowdedBook}. Of one day only the lower row counts. */
  readonly results: readonly { readonly date: string; readonly value: number }[];
}

/** Numbers with one decimal. Sums of them are compared exactly. */
const tenths = (min: number, max: number) =>
  fc.integer({ min: min * 10, max: max * 10 }).map((number) => number / 10);

export function dateIn(years: readonly number[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...years), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(
      ([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
    );
}

export const anyDate = dateIn(YEARS);

function indicatorOf(kind: Kind): fc.Arbitrary<Indicator> {
  const value = {
    소통: fc.integer({ min: 0, max: 30 }),
    누적: tenths(-5, 30),
    현재값: tenths(0, 100),
    자체평가: tenths(0, 100),
  }[kind];
  const isWhole = kind === '소통';
  const goal = isWhole ? fc.integer({ min: 1, max: 200 }) : tenths(1, 100);
  return fc.record({
    kind: fc.constant(kind),
    baseline: kind === '누적' || kind === '현재값' ? fc.option(tenths(0, 60)) : fc.constant(null),
    target: kind === '자체평가' ? fc.constant(null) : fc.option(goal),
    plan: fc.array(fc.option(goal), { minLength: YEARS.length, maxLength: YEARS.length }),
    results: fc.uniqueArray(fc.record({ date: anyDate, value }), {
      selector: ({ date }) => date,
      maxLength: 12,
    }),
  });
}

/** One to four indicators, at most one of them of meetings. */
const anyIndicators = fc
  .array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 4 })
  .map((kinds) => kinds.filter((kind, index) => kind !== '소통' || kinds.indexOf(kind) === index))
  .chain((kinds) => fc.tuple(...kinds.map(indicatorOf)));

interface Money {
  readonly fundingSource: string;
  /** 기투자, a year, or 임기후. */
  readonly when: string;
  readonly planned: number | null;
  readonly executed: { readonly date: string; readonly won: number } | null;
}

function moneyOn(dates: fc.Arbitrary<string>): fc.Arbitrary<readonly Money[]> {
  return fc.array(
    fc.record({
      fundingSource: fc.constantFrom(...FUNDS),
      when: fc.constantFrom(...TIMES),
      planned: fc.option(fc.nat(99_999)),
      executed: fc.option(fc.record({ date: dates, won: fc.integer({ min: -1_000_000, max: 90_000_000 }) })),
    }),
    { maxLength: 12 },
  );
}

export interface Book {
  readonly indicators: readonly Indicator[];
  readonly money: readonly Money[];
}

export const anyBook: fc.Arbitrary<Book> = fc.record({ indicators: anyIndicators, money: moneyOn(anyDate) });

/**
 * The same with several results of a day, with targets that equal their baseline, and with money executed
 * before and after the term.
 */
export const anyCrowdedBook: fc.Arbitrary<Book> = fc.record({
  indicators: fc
    .tuple(anyIndicators, fc.nat(9))
    .map(([indicators, still]) =>
      indicators.map(inFewDays).map((one, index) => (index === still ? withNothingToDo(one) : one)),
    ),
  money: moneyOn(dateIn([2019, 2021, ...YEARS, 2027, 2028])),
});

/** Makes the target the baseline, where there is one. */
function withNothingToDo(indicator: Indicator): Indicator {
  return indicator.baseline === null ? indicator : { ...indicator, target: indicator.baseline };
}

/** Moves each result to the first day of its quarter. */
function inFewDays(indicator: Indicator): Indicator {
  const results = indicator.results.map(({ date, value }) => {
    const month = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1;
    return { date: `${date.slice(0, 4)}-${String(month).padStart(2, '0')}-01`, value };
  });
  return { ...indicator, results };
}

/** How rates are shown. */
export const anyPrecision: fc.Arbitrary<RatePrecision> = fc.record({
  mode: fc.constantFrom('truncate', 'round'),
  digits: fc.constantFrom(0, 1),
});

/** The same as rows of 공약. */
export function precisionRows({ mode, digits }: RatePrecision): Rows {
  return [
    ['비율 처리', mode === 'round' ? '반올림' : '절사'],
    ['비율 소수자리', digits],
  ];
}

export type Rows = readonly (readonly RawCell[])[];

/** How to write a book's tabs. */
export interface Writing {
  readonly targets?: 'list' | 'table';
  readonly money?: 'list' | 'table';
  readonly inOrder?: (results: Rows) => Rows;
  readonly changes?: Rows;
}

export const nameOf = (index: number) => `지표${index + 1}`;
const cell = (value: number | null): RawCell => value ?? '';
const isOfMeetings = ({ kind }: Indicator) => kind === '소통';

export function tabsOf(
  book: Book,
  { targets = 'list', money = 'list', inOrder = (rows) => rows, changes }: Writing = {},
): RawTabs {
  const [own, ...further] = book.indicators;
  const unit = { 소통: '회', 누적: '개소', 현재값: 'km', 자체평가: '%' };
  const named = book.indicators.map((indicator, index) => ({ ...indicator, name: nameOf(index) }));
  const tab = (name: string, rows: Rows) => ({ name, rows });
  const results = named
    .filter((indicator) => !isOfMeetings(indicator))
    .flatMap(({ name, kind, results: ofOne }) =>
      // Without the percent sign, 0.7 of 자체평가 would be read as 70 %.
      ofOne.map(({ date, value }) => [name, { date: day(date) }, kind === '자체평가' ? `${value}%` : value]),
    );
  return {
    pledge: tab('공약', [
      ['항목', '값'],
      ['공약번호', '1'],
      ['공약명', '지어낸 공약'],
      ['시작연도', 2022],
      ['종료연도', 2026],
      ['확인지표', nameOf(0)],
      ['집계', own?.kind ?? ''],
      ['지표단위', own === undefined ? '' : unit[own.kind]],
      ['기준값', cell(own?.baseline ?? null)],
      ['최종목표', cell(own?.target ?? null)],
    ]),
    indicators: tab('지표', [
      ['지표', '집계', '단위', '기준값', '최종목표'],
      ...further.map(({ kind, baseline, target }, index) => [
        nameOf(index + 1),
        kind,
        unit[kind],
        cell(baseline),
        cell(target),
      ]),
    ]),
    targets: tab(
      '연차목표',
      targets === 'table'
        ? [['지표', ...YEARS], ...named.map(({ name, plan }) => [name, ...plan.map(cell)])]
        : [
            ['지표', '연도', '누적목표'],
            ...named.flatMap(({ name, plan }) =>
              plan.flatMap((planned, index) =>
                planned === null ? [] : [[name, YEARS[index] ?? 0, planned]],
              ),
            ),
          ],
    ),
    meetings: tab('소통기록', [
      ['일자', '분류', '횟수'],
      ...named
        .filter(isOfMeetings)
        .flatMap(({ results: ofOne }) =>
          ofOne.map(({ date, value }) => [{ date: day(date) }, '시장방문', value]),
        ),
    ]),
    results: tab('실적기록', [['지표', '일자', '값'], ...inOrder(results)]),
    suggestions: tab('건의사항', [['접수번호', '접수일', '출처', '처리상황']]),
    budgetPlans: tab(
      '예산계획',
      money === 'table'
        ? [
            ['재원', ...TIMES],
            ...book.money.flatMap(({ fundingSource, when, planned }) =>
              planned === null
                ? []
                : [[fundingSource, ...TIMES.map((time) => (time === when ? planned : ''))]],
            ),
          ]
        : [
            ['연도', '재원', '금액(백만원)'],
            ...book.money.flatMap(({ fundingSource, when, planned }) =>
              planned === null ? [] : [[when, fundingSource, planned]],
            ),
          ],
    ),
    executions: tab('예산집행', [
      ['집행일', '재원', '금액(원)'],
      ...book.money.flatMap(({ fundingSource, executed }) =>
        executed === null ? [] : [[{ date: day(executed.date) }, fundingSource, executed.won]],
      ),
    ]),
    ...(changes === undefined
      ? {}
      : { planChanges: tab('공약변경', [['일자', '지표', '항목', '당초', '변경'], ...changes]) }),
  };
}
