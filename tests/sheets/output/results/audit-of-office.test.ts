/** 점검 of an office's book: the line of a repeated kind names the pledges, as every other line does. */
import { expect, it } from 'vitest';
import { auditGrid } from '../../../../src/sheets/output/results/audit-grid.ts';
import type { ListedFinding } from '../../../../src/sheets/output/results/listed-finding.ts';
import { day } from '../../../support/day.ts';

const finding = (row: number, pledge?: string): ListedFinding => ({
  severity: 'error',
  code: 'date-without-year',
  ...(pledge === undefined ? {} : { pledge }),
  tab: '소통기록',
  cell: `B${row}`,
  found: '언젠가',
  what: '날짜를 읽을 수 없습니다.',
  remedy: '고쳐 주세요.',
  addable: null,
});

/** The pledge and the sentence of the line of those that are not shown in full. */
function lineOfOthers(pledges: readonly (string | undefined)[]) {
  const findings = pledges.map((pledge, at) => finding(at + 2, pledge));
  const { rows } = auditGrid(day('2024-03-31'), true, findings, {}, true);
  const line = rows.find((cells) => cells.some(({ value }) => String(value).startsWith('같은 문제가')));
  return [line?.[1]?.value, line?.at(-1)?.value];
}

it.each<[string, readonly (string | undefined)[], readonly [string, string]]>([
  [
    'each cell has the number of its pledge',
    ['1-1', '1-1', '1-1', '1-1', '1-1', '1-2', undefined, '3-1'],
    ['', '같은 문제가 3곳 더 있습니다: B7(1-2), B8, B9(3-1)'],
  ],
  [
    'cells of one pledge have it where every line has',
    ['1-1', '1-1', '1-1', '1-1', '1-1', '1-2', '1-2'],
    ['1-2', '같은 문제가 2곳 더 있습니다: B7, B8'],
  ],
  [
    'cells of the whole book have none',
    Array(7).fill(undefined),
    ['', '같은 문제가 2곳 더 있습니다: B7, B8'],
  ],
])('%s', (_, pledges, expected) => {
  expect(lineOfOthers(pledges)).toEqual(expected);
});
