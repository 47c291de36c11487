/** The line beside a total that says how many rows are not in it. */
import type { RowAccount } from '../../../domain/row-account.ts';
import { withCommas } from '../../numbers.ts';
import { type GridRow, noteCell } from '../grid/grid.ts';

/** `소통기록 25행 가운데 24행을 집계했습니다. 기준일 뒤 0행 · 집계에서 뺀 행 1행(점검 탭 참고) · 건너뛴 행 0행` */
export function rowAccountText(tabName: string, account: RowAccount): string {
  const { read, counted: taken, afterAsOf, excluded, skipped } = account;
  const excludedNote = excluded > 0 ? `${withCommas(excluded)}행(점검 탭 참고)` : '0행';
  return (
    `${tabName} ${withCommas(read)}행 가운데 ${withCommas(taken)}행을 집계했습니다. ` +
    `기준일 뒤 ${withCommas(afterAsOf)}행 · 집계에서 뺀 행 ${excludedNote} · 건너뛴 행 ${withCommas(skipped)}행`
  );
}

export function rowAccountRow(tabName: string, account: RowAccount | undefined): readonly GridRow[] {
  return account === undefined ? [] : [[noteCell(rowAccountText(tabName, account))]];
}
