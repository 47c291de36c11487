/** Lines beside totals that say how many rows are not included. */
import type { Severity } from '../../../domain/findings/severity.ts';
import type { Indicator } from '../../../domain/indicators/indicator.ts';
import type { RowAccount, RowAccounts } from '../../../domain/row-account.ts';
import { INPUT_TABS } from '../../../domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../input/tabs.ts';
import { withCommas } from '../../numbers.ts';
import { type GridRow, noteCell } from '../grid/grid.ts';

/** `소통기록 25행 가운데 24행을 집계했습니다. 기준일 뒤 0행 · 집계에서 뺀 행 1행(점검 탭 참고) · 건너뛴 행 0행` */
export function rowAccountText(tabName: string, account: RowAccount): string {
  const { read, counted: taken, afterAsOf, excluded, skipped } = account;
  if (read === 0) return `${tabName} 탭에 적은 행이 없습니다.`;
  const excludedNote = excluded > 0 ? `${withCommas(excluded)}행(점검 탭 참고)` : '0행';
  return (
    `${tabName} ${withCommas(read)}행 가운데 ${withCommas(taken)}행을 집계했습니다. ` +
    `기준일 뒤 ${withCommas(afterAsOf)}행 · 집계에서 뺀 행 ${excludedNote} · 건너뛴 행 ${withCommas(skipped)}행`
  );
}

/** `집계에서 뺀 행 3행(소통기록 2행, 건의사항 1행), 오류 2건`; null if no row was left out and there is no error. */
export function leftOutText(
  rows: Readonly<Record<string, RowAccount>>,
  findings: readonly { readonly severity: Severity }[],
): string | null {
  return rowsLeftOutText(
    Object.entries(rows).map(([name, { excluded }]) => ({ name, rows: excluded })),
    findings.filter(({ severity }) => severity === 'error').length,
  );
}

/**
 * The same for rows already counted by tab.
 * @param errors number of findings that are errors.
 */
export function rowsLeftOutText(
  byName: readonly { readonly name: string; readonly rows: number }[],
  errors: number,
): string | null {
  const tabs = byName.filter(({ rows }) => rows > 0);
  const excluded = tabs.reduce((sum, { rows }) => sum + rows, 0);
  const byTab = tabs.map(({ name, rows }) => `${name} ${withCommas(rows)}행`).join(', ');
  const parts = [
    ...(excluded === 0 ? [] : [`집계에서 뺀 행 ${withCommas(excluded)}행(${byTab})`]),
    ...(errors === 0 ? [] : [`오류 ${withCommas(errors)}건`]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

/** Row accounts by the names of their tabs. */
export function accountsByName(accounts: RowAccounts): Readonly<Record<string, RowAccount>> {
  const rows: Record<string, RowAccount> = {};
  for (const tab of INPUT_TABS) {
    const account = accounts[tab];
    if (account !== undefined) rows[INPUT_TAB_NAMES[tab]] = account;
  }
  return rows;
}

/** The line for 실적기록; none where the tab is empty and only meetings measure the pledge. */
export function resultsAccountRow(
  accounts: RowAccounts,
  indicators: readonly { readonly indicator: Indicator }[],
): readonly GridRow[] {
  const isOfMeetings = indicators.every(({ indicator }) => indicator.kind === 'meetings');
  return isOfMeetings && accounts.results?.read === 0
    ? []
    : rowAccountRow(INPUT_TAB_NAMES.results, accounts.results);
}

export function rowAccountRow(tabName: string, account: RowAccount | undefined): readonly GridRow[] {
  return account === undefined ? [] : [[noteCell(rowAccountText(tabName, account))]];
}
