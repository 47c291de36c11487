/** Percentages as they are typed in a spreadsheet: `80%` leaves 0.8 in the cell, and a format that shows it as 80 %. */
import { describe, expect, it } from 'vitest';
import { computeReport, NOTHING_AROUND } from '../../../../src/app/run/compute.ts';
import type { InputTab } from '../../../../src/domain/tabs.ts';
import type { RawTabs } from '../../../../src/sheets/input/read-records.ts';
import { INPUT_TAB_NAMES } from '../../../../src/sheets/input/tabs.ts';
import type { RawTab } from '../../../../src/sheets/raw.ts';
import { day } from '../../../support/day.ts';
import { rawTab } from '../../fixtures.ts';

/** A tab in which `80%` is a percent cell. Text in double quotes stays as it is. */
function sheetTab(name: string, table: string): RawTab {
  const raw = rawTab(name, table);
  const shares = raw.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? shareIn(cell) : null)));
  const quoted = rawTab(name, table.replaceAll('"', "'"));
  const isTyped = (row: number, column: number) => String(quoted.rows[row]?.[column]).startsWith("'");
  return {
    name,
    rows: raw.rows.map((row, y) => row.map((cell, x) => (isTyped(y, x) ? cell : (shares[y]?.[x] ?? cell)))),
    formats: () =>
      shares.map((row, y) => row.map((share, x) => (share === null || isTyped(y, x) ? '' : '0%'))),
  };
}

function shareIn(cell: string): number | null {
  const typed = /^(\d+(?:\.\d+)?)%$/.exec(cell)?.[1];
  return typed === undefined ? null : Number(typed) / 100;
}

const EMPTY: Partial<Record<InputTab, string>> = {
  targets: '연도 | 누적목표',
  meetings: '일자 | 분류 | 횟수',
  suggestions: '접수번호 | 접수일 | 출처',
  budgetPlans: '연도 | 재원 | 금액(백만원)',
  executions: '집행일 | 재원 | 금액(원)',
};
const TERM = '항목 | 값\n공약번호 | 1-1\n시작연도 | 2022\n종료연도 | 2026';

function bookOf(given: Partial<Record<InputTab, string>>, asOf = '2024-03-31') {
  const tabs: RawTabs = Object.fromEntries(
    Object.entries({ ...EMPTY, ...given }).map(([tab, table]) => [
      tab,
      sheetTab(INPUT_TAB_NAMES[tab as InputTab], table),
    ]),
  );
  const { report, findings } = computeReport(tabs, day(asOf), day('2026-07-01'), NOTHING_AROUND);
  if (report === null) throw new Error('no report');
  return { report, codes: findings.map(({ code }) => code) };
}

describe('a target of percentages that was changed', () => {
  const book = (asOf: string, before: string, after: string) =>
    bookOf(
      {
        pledge: `${TERM}\n확인지표 | 공정률\n집계 | 현재값\n지표단위 | %\n최종목표 | 100`,
        results: '일자 | 값\n2023. 5. 1. | 40%',
        planChanges: `일자 | 항목 | 당초 | 변경\n2024. 6. 1. | 최종목표 | ${before} | ${after}`,
      },
      asOf,
    );

  it.each([
    { asOf: '2024-03-31', target: 80, rate: 50 },
    { asOf: '2024-06-30', target: 100, rate: 40 },
  ])('is as of $asOf $target, and the rate $rate %', ({ asOf, target, rate }) => {
    for (const [before, after] of [
      ['80%', '100%'],
      ['"80%"', '"100%"'],
      ['80', '100'],
    ] as const) {
      const { report, codes } = book(asOf, before, after);
      expect(report.indicators[0]).toMatchObject({ target, rate: { percent: rate } });
      expect(codes).not.toContain('plan-change-off-today');
    }
  });
});

describe('a rate that somebody states', () => {
  const NO_INDICATOR = '집계 | 누적';

  it.each([
    { typed: '54%', rate: 54 },
    { typed: '130%', rate: 130 },
    { typed: '0.5%', rate: 0.5 },
    { typed: '1%', rate: 1 },
    { typed: '100%', rate: 100 },
    { typed: '"130%"', rate: 130 },
    { typed: '0.54', rate: 54 },
    { typed: '130', rate: 130 },
  ])('as $typed is $rate %', ({ typed, rate }) => {
    const { report } = bookOf({ pledge: `${TERM}\n${NO_INDICATOR}\n이행률 | ${typed}\n집행률 | ${typed}` });
    expect(report.rate).toEqual({ percent: rate, from: 'stated' });
    expect(report.pledge.stated.map(({ value }) => value)).toEqual([rate, rate]);
  });

  it('and changed is of each date what was stated then', () => {
    const { report } = bookOf({
      pledge: `${TERM}\n${NO_INDICATOR}\n이행률 | 130%`,
      planChanges: '일자 | 항목 | 당초 | 변경\n2024. 6. 1. | 이행률 | 1% | 130%',
    });
    expect(report.rate).toEqual({ percent: 1, from: 'stated' });
  });
});
