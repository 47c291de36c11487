import { describe, expect, it } from 'vitest';
import { withNewNames } from '../../../src/local/xlsx/package/renamed-sheets.ts';
import { excelFormula, movedFormula, sheetsFormula } from '../../../src/local/xlsx/sheet/formula-text.ts';

describe('a formula that moves two rows down and one column right', () => {
  const formulas: readonly (readonly [before: string, after: string])[] = [
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
  ];

  it.each(formulas)('%s becomes %s', (before, after) => {
    expect(movedFormula(before, 2, 1)).toBe(after);
  });
});

describe('a formula in Sheets and in a file', () => {
  const formulas: readonly (readonly [sheets: string, file: string, isArray: boolean])[] = [
    ['=SUM(A1:A3)', 'SUM(A1:A3)', false],
    ['=IFS(A1>1,"IFS(")', '_xlfn.IFS(A1>1,"IFS(")', false],
    ['=SORT(FILTER(A:A,B:B=1))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A:A,B:B=1))', false],
    ['=ARRAYFORMULA(A1:A2*2)', 'A1:A2*2', true],
    ['=ARRAYFORMULA(A1:A2)+ARRAYFORMULA(B1:B2)', 'ARRAYFORMULA(A1:A2)+ARRAYFORMULA(B1:B2)', false],
    ['=MYIFS(1)', 'MYIFS(1)', false],
  ];

  it.each(formulas)('%s', (sheets, file, isArray) => {
    expect(excelFormula(sheets)).toEqual({ text: file, isArray });
    expect(sheetsFormula(file, isArray)).toBe(sheets);
  });
});

describe('a formula after sheets got other names', () => {
  const newNames = new Map([
    ['예산', '집행'],
    ["동네's", '2024년'],
  ]);
  const formulas: readonly (readonly [before: string, after: string])[] = [
    ['SUM(예산!A1:A3)', "SUM('집행'!A1:A3)"],
    ["'예산'!A1+'예산 집행'!A1", "'집행'!A1+'예산 집행'!A1"],
    ["'동네''s'!A1", "'2024년'!A1"],
    ['"예산!"&새예산!A1', '"예산!"&새예산!A1'],
    ['[1]예산!A1', '[1]예산!A1'],
  ];

  it.each(formulas)('%s', (before, after) => {
    expect(withNewNames(before, newNames)).toBe(after);
  });
});
