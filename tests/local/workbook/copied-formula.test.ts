import { describe, expect, it } from 'vitest';
import { copiedFormula } from '../../../src/local/workbook/copied-formula.ts';

describe('a formula that is copied two rows down and a column to the right', () => {
  it.each([
    ['=A1', '=B3'],
    ['=$A1+A$1+$A$1', '=$A3+B$1+$A$1'],
    ['=SUM(A1:$B2)', '=SUM(B3:$B4)'],
    ['=Z9', '=AA11'],
    ['=COUNTA(A:A)+SUM($C:$C)', '=COUNTA(B:B)+SUM($C:$C)'],
    ['=SUM(2:5)', '=SUM(4:7)'],
    ['=COUNTA(A2:A)', '=COUNTA(B4:B)'],
    [`='소통 기록'!A1&소통기록!B2`, `='소통 기록'!B3&소통기록!C4`],
    [`=AB1!C3`, `=AB1!D5`],
    ['="A1 ""B2"" "&A1', '="A1 ""B2"" "&B3'],
    ['=LOG10(A1)+DATE2024(1)', '=LOG10(B3)+DATE2024(1)'],
    ['=TRUE+이름+A_1+1.5', '=TRUE+이름+A_1+1.5'],
    ['=IF(A1>=100,"a",B1)', '=IF(B3>=100,"a",C3)'],
  ])('%s reads %s', (formula, copied) => {
    expect(copiedFormula(formula, 2, 1)).toBe(copied);
  });

  it('is as it was in its own cell', () => {
    expect(copiedFormula('=a1', 0, 0)).toBe('=a1');
  });
});
