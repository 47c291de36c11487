import { describe, expect, it } from 'vitest';
import { movedFormula, tokensOf } from '../../../src/local/workbook/formula-tokens.ts';

describe('a formula copied two rows down and one column to the right', () => {
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
    ['A1', 'B3'],
    ['$A1', '$A3'],
    ['A$1', 'B$1'],
    ['$A$1', '$A$1'],
    ['SUM(A1:B2)', 'SUM(B3:C4)'],
    ['SUM(A:B)', 'SUM(B:C)'],
    ['SUM($A:B)', 'SUM($A:C)'],
    ['SUM(3:4)', 'SUM(5:6)'],
    ['Z9+AZ10', 'AA11+BA12'],
    ['소통기록!C2', '소통기록!D4'],
    ["'A1 시트'!C2", "'A1 시트'!D4"],
    ['"A1"&A1', '"A1"&B3'],
    ['LOG10(A1)', 'LOG10(B3)'],
    ['매출A1+세율_B2', '매출A1+세율_B2'],
    ['1.5*A1', '1.5*B3'],
  ])('%s becomes %s', (formula, copied) => {
    expect(movedFormula(formula, 2, 1)).toBe(copied);
  });

  it('is unchanged in its own cell', () => {
    expect(movedFormula('=a1', 0, 0)).toBe('=a1');
  });
});

describe('the tokens of a formula', () => {
  it.each([
    ['SUM(A1:$B2)', ['call SUM', 'mark (', 'reference A1:$B2', 'mark )']],
    [`'소통 기록'!A:A<>2:5`, [`reference '소통 기록'!A:A`, 'mark <>', 'reference 2:5']],
    [`'소통 기록'!이름`, [`sheet '소통 기록'!`, 'word 이름']],
    ['"A1 ""B2"""&1.5', ['text "A1 ""B2"""', 'mark &', 'number 1.5']],
    [
      'A1:B2C + AB12',
      ['reference A1', 'mark :', 'word B2C', 'space  ', 'mark +', 'space  ', 'reference AB12'],
    ],
    ['"open', ['mark "', 'word open']],
  ])('%s are %j', (formula, tokens) => {
    expect(tokensOf(formula).map(({ kind, text }) => `${kind} ${text}`)).toEqual(tokens);
  });
});
