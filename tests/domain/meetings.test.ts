import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourcesOf } from '../../src/domain/figure.ts';
import { finalTarget } from '../../src/domain/indicators/progress.ts';
import { meetingReport } from '../../src/domain/meetings.ts';
import type { Meeting } from '../../src/domain/records.ts';
import { category, date, indicator, MEETINGS, meetings, NO_TEXT, source, targets } from './ledger.ts';

const TEA = category('tea');
const SITE = category('site');
const UNCATEGORISED = category('uncategorised', 'uncategorised');
const OPENING = category('opening', 'openingBalance');
const ALL = [TEA, SITE, UNCATEGORISED, OPENING];

const PLAN = targets(`
  2022 |  20
  2023 |  50
  2024 | 100`);

function reportOf(log: readonly Meeting[], asOf: string, years = [2022, 2023, 2024]) {
  const precision = { mode: 'truncate', digits: 0 } as const;
  return meetingReport(MEETINGS, log, PLAN, [TEA, SITE], { years, asOf: date(asOf), precision });
}

describe('the final target', () => {
  it.each([
    { stated: 200, plan: '2022 | 20\n2026 | 190', is: 200, why: 'the one stated goes first' },
    { stated: null, plan: '2026 | 190\n2022 | 20', is: 190, why: 'else the latest year of the plan' },
    { stated: null, plan: '', is: null, why: 'unknown without either' },
    { stated: 0, plan: '2022 | 20', is: 0, why: 'a stated zero is stated' },
  ])('is $is: $why', ({ stated, plan, is }) => {
    expect(finalTarget(indicator({ target: stated }), targets(plan)).value).toBe(is);
  });
});

it('a stated final target is shown with its row, not as an estimate', () => {
  expect(
    sourcesOf(finalTarget(indicator({ target: 200, targetPlace: { tab: 'pledge', row: 12 } }), [])),
  ).toEqual([{ tab: 'pledge', row: 12, amount: 200, approximate: false }]);
});

describe('meetings by year', () => {
  const log = meetings(
    ALL,
    `
    2022-08-01 | tea  | 12
    2024-02-01 | site |  3`,
  );

  it.each([
    { year: 2022, planned: 20, plannedPercent: 20, held: 12, cumulative: 12, percent: 12 },
    { year: 2023, planned: 50, plannedPercent: 50, held: 0, cumulative: 12, percent: 12 },
    { year: 2024, planned: 100, plannedPercent: 100, held: 3, cumulative: 15, percent: 15 },
  ])('of $year show the plan and what was held, with zero for a year without rows', (expected) => {
    const row = reportOf(log, '2024-03-31').years.find(({ year }) => year === expected.year);
    expect({
      year: row?.year,
      planned: row?.planned.value,
      plannedPercent: row?.plannedRate.percent,
      held: row?.achieved.value,
      cumulative: row?.value.value,
      percent: row?.rate.percent,
    }).toEqual(expected);
  });

  it('after the as-of date are blank, not zero', () => {
    const [, second, third] = reportOf(log.slice(0, 1), '2022-12-31').years;
    for (const row of [second, third]) {
      expect([row?.achieved.value, row?.value.value, row?.rate.percent]).toEqual([null, null, null]);
      expect(row?.planned.value).not.toBeNull();
    }
  });

  it('without any row are zero meetings, not unknown', () => {
    const { value, rate } = reportOf([], '2024-03-31');
    expect(value.value).toBe(0);
    expect(rate).toEqual({ part: 0, whole: 100, percent: 0, digits: 0 });
  });

  it('show their rows in the order of years, however the log is sorted', () => {
    const unsorted = meetings(
      ALL,
      `
      2024-02-01 | tea
      2022-08-01 | tea
      2023-05-01 | tea`,
    );
    expect(sourcesOf(reportOf(unsorted, '2024-12-31').value).map(({ row }) => row)).toEqual([3, 4, 2]);
  });

  it('include what was held before the first year shown', () => {
    const early = meetings(ALL, '2021-12-01 | tea | 5');
    expect(reportOf(early, '2022-12-31').years[0]?.value.value).toBe(5);
  });

  it('have no planned figure in a year that the plan leaves out', () => {
    const [row] = reportOf([], '2025-12-31', [2025]).years;
    expect([row?.planned.value, row?.plannedRate.percent]).toEqual([null, null]);
  });

  it('mark every total with an estimate in it as an estimate', () => {
    const { value, years } = reportOf(meetings(ALL, '2022-08-01 | tea | ~12'), '2023-12-31');
    expect([value.approximate, years[1]?.value.approximate, years[1]?.achieved.approximate]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('meetings by category', () => {
  const log = meetings(
    ALL,
    `
    2023-02-01 | tea           |  2 | 3 |  40
    2023-05-01 | tea           |  1 |   | ~10
    2023-06-01 | site          |  0 |
    2024-01-10 | uncategorised |  4 |
    2022       | opening       | 39 |`,
  );
  const lines = reportOf(log, '2024-12-31').categories.map(
    ({ year, category: { name }, held, groups, attendees }) => ({
      year,
      name,
      held: held.value,
      groups: groups.value,
      people: `${attendees.approximate ? '~' : ''}${attendees.value ?? 'unknown'}`,
    }),
  );

  it.each([
    { year: 2022, name: 'tea', held: null, groups: null, people: 'unknown' },
    { year: 2022, name: 'site', held: null, groups: null, people: 'unknown' },
    { year: 2022, name: 'opening', held: 39, groups: null, people: 'unknown' },
    { year: 2023, name: 'tea', held: 3, groups: 3, people: '~50' },
    { year: 2023, name: 'site', held: 0, groups: null, people: 'unknown' },
    { year: 2024, name: 'tea', held: null, groups: null, people: 'unknown' },
    { year: 2024, name: 'site', held: null, groups: null, people: 'unknown' },
    { year: 2024, name: 'uncategorised', held: 4, groups: null, people: 'unknown' },
  ])('show $name in $year as $held held', (line) => {
    expect(lines).toContainEqual(line);
  });

  it('keep the order of the staff, then the built-in ones that occur', () => {
    expect(lines.map(({ year, name }) => `${year} ${name}`)).toEqual([
      '2022 tea',
      '2022 site',
      '2022 opening',
      '2023 tea',
      '2023 site',
      '2024 tea',
      '2024 site',
      '2024 uncategorised',
    ]);
  });

  it('put an unlisted category before the built-in ones', () => {
    const unlisted = category('unlisted');
    const rows = meetings([...ALL, unlisted], '2022-01-10 | uncategorised\n2022-01-11 | unlisted');
    expect(
      reportOf(rows, '2022-12-31').categories.map(({ year, category: { name } }) => `${year} ${name}`),
    ).toEqual(['2022 tea', '2022 site', '2022 unlisted', '2022 uncategorised']);
  });

  it('stop at the year of the as-of date', () => {
    const years = reportOf(log.slice(0, 3), '2023-12-31').categories.map(({ year }) => year);
    expect(Math.max(...years)).toBe(2023);
  });
});

describe('any log of meetings', () => {
  const anyMeeting = fc.record({
    year: fc.integer({ min: 2022, max: 2024 }),
    kind: fc.constantFrom(...ALL),
    held: fc.integer({ min: 0, max: 50 }),
  });

  it('splits without loss by year and by category', () => {
    fc.assert(
      fc.property(fc.array(anyMeeting, { maxLength: 40 }), (drawn) => {
        const log = drawn.map(({ year, kind, held }, index): Meeting => {
          const day = date(`${year}-06-01`);
          return {
            date: { first: day, last: day, precision: 'day' },
            category: kind,
            ...NO_TEXT,
            held: source('meetings', index + 2, String(held)),
            groups: null,
            attendees: null,
          };
        });
        const total = drawn.reduce((sum, { held }) => sum + held, 0);
        const report = reportOf(log, '2024-12-31');
        const sum = (values: readonly (number | null)[]) =>
          values.reduce<number>((all, value) => all + (value ?? 0), 0);
        expect(report.value.value).toBe(total);
        expect(sum(report.years.map(({ achieved }) => achieved.value))).toBe(total);
        expect(sum(report.categories.map(({ held }) => held.value))).toBe(total);
        expect(
          sourcesOf(report.value)
            .map(({ row }) => row)
            .sort((a, b) => a - b),
        ).toEqual(log.map(({ held }) => held.row));
      }),
    );
  });
});
