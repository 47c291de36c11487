/** 공약변경 in a spreadsheet: the figures as of a date, and the rows behind them. */
import { describe, expect, it } from 'vitest';
import type { DocumentState } from '../../src/local/host/host.ts';
import { displayed, hostOf } from '../support/running.ts';
import { ledger } from '../support/workbooks.ts';

const CHANGE =
  '일자 | 항목 | 당초 | 변경 | 사유 | 절차\n2024. 2. 1. | 최종목표 | 400 | 200 | 인구 감소 | 주민배심원 승인';

function computed(asOf: string): DocumentState {
  const document = ledger({ 공약변경: CHANGE });
  const { error } = hostOf(document).execute('recalculateAll', [asOf]);
  if (error !== null) throw error;
  return document;
}

/** The first cell with this text. */
function placeOf(document: DocumentState, tab: string, text: string): { row: number; column: number } {
  const rows = displayed(document, tab);
  const row = rows.findIndex((cells) => cells.includes(text));
  return { row: row + 1, column: (rows[row]?.indexOf(text) ?? -1) + 1 };
}

describe('a target that was changed on 2024-02-01', () => {
  it.each([
    ['2024-01-31', '400', { tab: '공약변경', row: 2 }],
    ['2024-02-01', '200', { tab: '공약' }],
  ])('is, as of %s, %s, and its trace names the row that says so', (asOf, target, source) => {
    const document = computed(asOf);
    const rows = displayed(document, '소통누적');
    const { row, column } = placeOf(document, '소통누적', '최종목표');
    const beside = rows[row - 1]?.[column];
    expect(beside).toContain(target);
    const cell = `${String.fromCharCode(65 + column)}${row}`;
    const { result } = hostOf(document).execute('traceCell', ['소통누적', cell]);
    expect(result).toMatchObject({ status: 'done', parts: [{ rows: [source] }] });
  });
});

describe('실적보고', () => {
  it.each([
    ['2024-01-31', false],
    ['2024-02-01', true],
  ])('as of %s prints the change: %s', (asOf, isPrinted) => {
    const printed = displayed(computed(asOf), '실적보고').flat();
    expect(printed.includes('주민배심원 승인')).toBe(isPrinted);
  });
});
