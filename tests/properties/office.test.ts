/** In an office's book, each pledge has the same figures as in a book of its own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Book, computeBook } from '../../src/app/compute/compute-book.ts';
import type { PledgeResult } from '../../src/app/result/pledge-result.ts';
import { type RunResult, runResultOf } from '../../src/app/result/run-result.ts';
import { plannedGrids } from '../../src/app/run/plan-writes.ts';
import { exactSum } from '../../src/domain/decimal.ts';
import { INPUT_TABS, type InputTab } from '../../src/domain/tabs.ts';
import { isDittoMark } from '../../src/sheets/input/rows/ditto-marks.ts';
import type { RawCell, RawTabs } from '../../src/sheets/raw.ts';
import { day } from '../support/day.ts';
import { randomRuns } from '../support/random-runs.ts';
import { type Made, numberOf, officeBook, ownBook, type Parts, pledgesOf } from './any-office.ts';
import { anyBook, anyDate, type Rows } from './any-pledge.ts';
import { anyWorkbook, HEADINGS } from './any-workbook.ts';

const TODAY = '2026-12-31';

const sensible: fc.Arbitrary<Made> = fc
  .tuple(
    fc.array(anyBook, { minLength: 1, maxLength: 4 }),
    fc.record({ targets: fc.constantFrom('list', 'table'), money: fc.constantFrom('list', 'table') }),
  )
  .map(([books, writing]) => pledgesOf(books, writing));

const SETTINGS: Readonly<Record<string, readonly RawCell[]>> = {
  공약명: ['쉼터', '만남'],
  담당부서: ['복지과', '자치과', ''],
  시작연도: [2022, 2023, '2022년', ''],
  종료연도: [2026, '', '임기'],
  '총사업비(백만원)': ['', 120, '약 3억'],
  확인지표: ['', '쉼터 수'],
  집계: ['', '소통', '누적', '현재값', '자체평가', '누적합'],
  지표단위: ['', '개소', '%', '회'],
  기준값: ['', 10, '10개소', '열'],
  최종목표: [200, 30, '', '서른', '90%'],
  이행률: ['', '', 55, '88%'],
  이행구분: ['', '', '완료', '보류', '정상추진중', '끝'],
};

const anySettings = fc
  .tuple(
    ...Object.entries(SETTINGS).map(([item, cells]) =>
      fc.tuple(fc.constant(item), fc.constantFrom(...cells)),
    ),
  )
  .map((cells) => cells.filter(([, cell]) => cell !== ''));

/**
 * Pledges with any rows: a random book divided among them. A mark such as 〃 is blank here, since it repeats the
 * row above, which in the book of an office may be of another pledge.
 */
const nonsense: fc.Arbitrary<Made> = fc
  .tuple(anyWorkbook, fc.array(anySettings, { minLength: 2, maxLength: 3 }), fc.infiniteStream(fc.nat(99)))
  .map(([book, settings, lots]) => {
    const tabs: Partial<Record<InputTab, Parts>> = {};
    for (const tab of INPUT_TABS) {
      const raw = book[tab];
      if (raw === undefined || NOT_DEALT.has(tab)) continue;
      const headings = headingsIn(tab, raw.rows);
      const dealt = raw.rows
        .slice(headings + 1)
        .map((row) => row.map((cell) => (typeof cell === 'string' && isDittoMark(cell) ? '' : cell)))
        .map((row) => ({ row, to: lots.next().value % settings.length }));
      const of = settings.map((_, pledge) => dealt.flatMap(({ row, to }) => (to === pledge ? [row] : [])));
      tabs[tab] = { name: raw.name, top: raw.rows.slice(0, headings + 1), of };
    }
    return {
      settings,
      tabs,
      numbersLast: true,
      shared: book.classification === undefined ? {} : { classification: book.classification },
    };
  });

const NOT_DEALT: ReadonlySet<InputTab> = new Set<InputTab>(['pledge', 'pledgeList', 'classification']);

/** Index of the heading row of a random tab: the one of the first three rows with the most headings. */
function headingsIn(tab: InputTab, rows: Rows): number {
  const names = new Set<RawCell>(HEADINGS[tab]);
  const named = rows.slice(0, 3).map((row) => row.filter((cell) => names.has(cell)).length);
  return named.indexOf(Math.max(...named));
}

function bookOf(tabs: RawTabs, asOf: string): { readonly book: Book; readonly result: RunResult } {
  const book = computeBook(tabs, { requestedAsOf: day(asOf), today: day(TODAY), pledge: null });
  plannedGrids('all', book, book.findings, new Set());
  return { book, result: runResultOf(book, book.findings) };
}

/** What must be the same in both kinds of book. */
function figuresOf({ findings: _, ...figures }: PledgeResult): Omit<PledgeResult, 'findings'> {
  return figures;
}

/**
 * Funds side by side in a row of nonsense look like headings only where no 공약번호 stands beside them. The tab is
 * not read either way, for one reason or the other.
 */
const codesOf = (findings: readonly { readonly code: string }[]) =>
  findings.map(({ code }) => (code === 'funds-across' ? 'missing-heading' : code)).toSorted();

/** Returns the codes that are missing from `others`, counting repetitions. */
function beyond(codes: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return codes.filter((code) => {
    const at = left.indexOf(code);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Compares a shared book with the separate books of its pledges. */
function compare(made: Made, lots: Iterator<number>, asOf: string): void {
  const { book, result } = bookOf(officeBook(made, lots), asOf);
  const ofBook = codesOf(book.findings.filter(({ pledge }) => pledge === undefined));
  const counted = new Map<string, number>();
  expect(result.pledges.map(({ number }) => number)).toEqual(
    made.settings.map((_, pledge) => numberOf(pledge)),
  );
  for (const [pledge, inOffice] of result.pledges.entries()) {
    const own = bookOf(ownBook(made, pledge), asOf);
    const alone = own.result.pledges[0];
    if (alone === undefined) throw new Error('nothing was computed');
    expect(figuresOf(inOffice)).toEqual({ ...figuresOf(alone), field: null });
    const told = codesOf(book.pledges[pledge]?.computed.findings ?? []);
    const toldAlone = codesOf(own.book.findings);
    expect(beyond(told, toldAlone), 'told in the office alone').toEqual([]);
    expect(
      beyond(beyond(toldAlone, told), [...ofBook, ...ofBook, ...ofBook]).filter((code) => !ALONE.has(code)),
      'told alone',
    ).toEqual([]);
    for (const [tab, row] of Object.entries(own.result.rows))
      counted.set(tab, (counted.get(tab) ?? 0) + row.counted);
  }
  for (const [tab, row] of Object.entries(result.rows)) {
    expect(row.read, tab).toBe(row.counted + row.afterAsOf + row.excluded + row.skipped);
    if (tab === '공약' || tab === '공약목록' || tab === '분류') continue;
    expect(row.counted, tab).toBe(counted.get(tab));
  }
  expectOverview(result);
}

/** Findings that only a book of one pledge has. */
const ALONE: ReadonlySet<string> = new Set(['missing-tab', 'nothing-typed']);

/** Checks that 총괄 follows from the pledges. */
function expectOverview({ pledges, overview }: RunResult): void {
  const implementationStatusOf = ({ status }: PledgeResult) => status.chosen ?? status.suggested;
  const rates = pledges.flatMap(({ ratePercent }) =>
    ratePercent === null ? [] : [Math.min(100, ratePercent)],
  );
  const mean = rates.length === 0 ? null : Math.trunc((exactSum(rates) / rates.length) * (1 + 1e-15));
  expect(overview.pledges).toBe(pledges.length);
  expect(overview.meanRatePercent).toBe(mean);
  const total = (record: Readonly<Record<string, number>>) => exactSum(Object.values(record));
  expect(total(overview.statuses)).toBe(pledges.length);
  for (const [name, count] of Object.entries(overview.statuses)) {
    expect(count, name).toBe(
      pledges.filter((pledge) => (implementationStatusOf(pledge) ?? '미정') === name).length,
    );
  }
  for (const groups of [overview.fields, overview.departments]) {
    expect(exactSum(groups.map((group) => group.pledges))).toBe(pledges.length);
    for (const group of groups) expect(total(group.statuses)).toBe(group.pledges);
  }
  const won = (numbers: readonly (number | null | undefined)[]) =>
    exactSum(numbers.map((number) => number ?? 0));
  expect(won(overview.fields.map((field) => field.plannedWon))).toBe(
    won(pledges.map(({ budget }) => budget?.plannedWon)),
  );
  expect(won(overview.fields.map((field) => field.executedWon))).toBe(
    won(pledges.map(({ budget }) => budget?.executedWon)),
  );
  expect(overview.yearTarget.reached).toBeLessThanOrEqual(overview.yearTarget.of);
  expect(overview.yearTarget.of).toBeLessThanOrEqual(pledges.length);
}

describe('a pledge of an office', () => {
  it('has the same figures as in a book of its own', () => {
    fc.assert(fc.property(sensible, fc.infiniteStream(fc.nat(999)), anyDate, compare), randomRuns(60));
  });

  it('has the same figures as in a book of its own, even with nonsense in its rows', () => {
    fc.assert(
      fc.property(
        nonsense,
        fc.infiniteStream(fc.nat(999)),
        fc.constantFrom('2022-12-31', '2024-03-31', '2026-08-15'),
        compare,
      ),
      randomRuns(60),
    );
  });
});
