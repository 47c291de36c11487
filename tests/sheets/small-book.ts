/** A small book of one pledge, from its tabs as they look to its figures and findings. */
import { computeReport, EMPTY_CONTEXT } from '../../src/app/compute/compute.ts';
import type { InputTab } from '../../src/domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../src/sheets/input/tabs.ts';
import type { RawTab, RawTabs } from '../../src/sheets/raw.ts';
import { day } from '../support/day.ts';
import { rawTab } from './fixtures.ts';

/** A tab in which `80%` is a percent cell. Text in double quotes stays as it is. */
export function sheetTab(name: string, table: string): RawTab {
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
/** The first settings of its pledge. */
export const TERM = '항목 | 값\n공약번호 | 1-1\n시작연도 | 2022\n종료연도 | 2026';

/** Tabs that are not given exist, and are blank below their headings. */
export function bookOf(given: Partial<Record<InputTab, string>>, asOf = '2024-03-31') {
  const tabs: RawTabs = Object.fromEntries(
    Object.entries({ ...EMPTY, ...given }).map(([tab, table]) => [
      tab,
      sheetTab(INPUT_TAB_NAMES[tab as InputTab], table),
    ]),
  );
  const { report, findings, accounts } = computeReport(tabs, day(asOf), day('2026-07-01'), EMPTY_CONTEXT);
  if (report === null) throw new Error('no report');
  return {
    report,
    accounts,
    findings,
    codes: findings.map(({ code }) => code),
    /** For example `실적기록 B3 not-a-value`. */
    found: findings.map(({ tab, cell, code }) => `${tab} ${cell} ${code}`),
  };
}
