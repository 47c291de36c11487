/** How the preview formats cells by the conditional formats of a sheet. */
import { describe, expect, it } from 'vitest';
import { createDocument } from '../../../src/local/host/host.ts';
import { conditionalLooks } from '../../../src/local/preview/session/conditional-look.ts';
import type { CellContent, SheetState } from '../../../src/local/workbook/document.ts';
import type { ConditionalRule, ConditionCriterion } from '../../../src/local/workbook/sheet-objects.ts';

const LOOK = { background: '#fdf0d5' };

/** The cells that a rule for A1:C3 marks, if these values start at A1. */
function marked(
  rows: readonly (readonly CellContent[])[],
  criterion: ConditionCriterion,
  value: string,
): readonly string[] {
  const [sheet] = createDocument().sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const rule: ConditionalRule = {
    ranges: [{ row: 1, column: 1, rows: 3, columns: 3 }],
    condition: { criterion, values: [value] },
    look: LOOK,
  };
  const filled: SheetState = { ...sheet, values: rows.map((row) => [...row]), conditionalRules: [rule] };
  return [...conditionalLooks(filled, 'ko_KR').keys()];
}

describe('a custom formula', () => {
  const ROWS = [
    [1, 5, 'x'],
    [7, 5, null],
    [5, 5, 2],
  ];
  it.each([
    { formula: '=$A1<$B1', cells: ['1,1', '1,2', '1,3'] },
    { formula: '=A1>=5', cells: ['1,2', '2,1', '2,2', '3,1', '3,2'] },
    { formula: '=A$1=1', cells: ['1,1', '2,1', '3,1'] },
    { formula: '=AND(ISNUMBER($C1), $A1 = $B1)', cells: ['3,1', '3,2', '3,3'] },
    { formula: '=OR($A1>6,NOT(ISNUMBER($C1)))', cells: ['1,1', '1,2', '1,3', '2,1', '2,2', '2,3'] },
    { formula: '=N($C1)>1', cells: ['3,1', '3,2', '3,3'] },
    { formula: '=SUM($A1:$B1)>1', cells: [] },
    { formula: '=$A1<', cells: [] },
    { formula: '=$A1<$B1)', cells: [] },
  ])('$formula marks $cells', ({ formula, cells }) => {
    expect(marked(ROWS, 'CUSTOM_FORMULA', formula)).toEqual(cells);
  });
});

it.each([
  { text: '오류', cells: ['1,1'] },
  { text: '경고', cells: [] },
])('a text that equals $text marks $cells', ({ text, cells }) => {
  expect(marked([['오류', '오류 1건']], 'TEXT_EQUAL_TO', text)).toEqual(cells);
});
