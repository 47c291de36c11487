import { describe, expect, it } from 'vitest';
import { withNewNames } from '../../../src/local/workbook/sheet-references.ts';
import { excelFormula, sheetsFormula } from '../../../src/local/xlsx/sheet/formula-text.ts';

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

describe('a formula after renaming sheets', () => {
  const newNames = new Map([
    ['예산', '집행'],
    ["동네's", '2024년'],
    ['sns', '누리소통망'],
  ]);
  const formulas: readonly (readonly [before: string, after: string])[] = [
    ['SUM(예산!A1:A3)', "SUM('집행'!A1:A3)"],
    ["'예산'!A1+'예산 집행'!A1", "'집행'!A1+'예산 집행'!A1"],
    ["'동네''s'!A1", "'2024년'!A1"],
    ['"예산!"&새예산!A1', '"예산!"&새예산!A1'],
    ['[1]예산!A1', '[1]예산!A1'],
    ['sns!A1', "'누리소통망'!A1"],
  ];

  it.each(formulas)('%s', (before, after) => {
    expect(withNewNames(before, newNames)).toBe(after);
  });
});
