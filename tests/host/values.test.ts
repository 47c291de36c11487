import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/local/host/host.ts';
import { messageOf, resultOf, run } from './running.ts';

/** https://developers.google.com/apps-script/reference/spreadsheet/range#setvaluesvalues */
describe('writing values', () => {
  it.each([
    ['text', `'어린이공원'`, '어린이공원'],
    ['a number', '12.5', 12.5],
    ['a number as text', `'1,234'`, 1234],
    ['a part as text', `'54%'`, 0.54],
    ['a boolean as text', `'TRUE'`, true],
    ['text behind an apostrophe', `"'007"`, '007'],
    ['nothing', `''`, ''],
    ['null', 'null', ''],
    ['undefined', 'undefined', ''],
    ['not a number', 'NaN', '#NUM!'],
  ])('%s is read back as it would be typed', (_, value, read) => {
    expect(resultOf(`return sheet.getRange('A1').setValue(${value}).getValue()`)).toBe(read);
  });

  it.each(['1-6', '54%', 'TRUE', "'007", '=1+1', ' 12 '])('a plain text cell keeps %j', (text) => {
    const body = `return sheet.getRange('A1').setNumberFormat('@').setValue(${JSON.stringify(text)}).getValue()`;
    expect(resultOf(body)).toBe(text);
  });

  it('a date without a year belongs to the year of the clock', () => {
    expect(resultOf(`return sheet.getRange('A1').setValue('1-6').getValue()`)).toEqual(
      new Date('2024-01-05T15:00:00Z'),
    );
  });

  it('one value fills the whole range', () => {
    expect(resultOf(`return sheet.getRange('A1:B2').setValue(3).getValues()`)).toEqual([
      [3, 3],
      [3, 3],
    ]);
  });

  it.each([
    [
      'too few rows',
      `sheet.getRange('A1:B3').setValues([[1, 2], [3, 4]])`,
      'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 3.',
    ],
    [
      'too many columns',
      `sheet.getRange('A1:B1').setValues([[1, 2, 3]])`,
      'The number of columns in the data does not match the number of columns in the range. The data has 3 but the range has 2.',
    ],
    [
      'one dimension',
      `sheet.getRange('A1:B1').setValues([1, 2])`,
      "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    [
      'formats of another size',
      `sheet.getRange('A1:B1').setNumberFormats([['@']])`,
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      'a range below the grid',
      'sheet.getRange(1001, 1)',
      'The coordinates of the range are outside the dimensions of the sheet.',
    ],
    [
      'a range beside the grid',
      `sheet.getRange('AA1')`,
      'The coordinates of the range are outside the dimensions of the sheet.',
    ],
    ['row 0', 'sheet.getRange(0, 1)', 'The starting row of the range is too small.'],
    ['column 0', 'sheet.getRange(1, 0)', 'The starting column of the range is too small.'],
    ['no rows', 'sheet.getRange(1, 1, 0, 1)', 'The number of rows in the range must be at least 1.'],
    ['no columns', 'sheet.getRange(1, 1, 1, 0)', 'The number of columns in the range must be at least 1.'],
    ['something that is no range', `sheet.getRange('어디')`, 'Range not found'],
    [
      'text for a number',
      `sheet.getRange('1', 2)`,
      "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
    [
      'an object in a cell',
      `sheet.getRange('A1').setValue({})`,
      'not implemented in the local host: an object as the value of a cell',
    ],
  ])('refuses %s', (_, body, message) => {
    expect(messageOf(body)).toBe(message);
  });

  it('says so at the call, not when the writes are carried out', () => {
    const body = `try { sheet.getRange('A1:A2').setValues([[1]]) } catch (error) { return error.name + '|' + error.message.slice(0, 18) }`;
    expect(resultOf(body)).toBe('Exception|The number of rows');
  });
});

describe('reading values', () => {
  it('a formula that nobody computed has no value', () => {
    expect(messageOf(`sheet.getRange('B2').setValue('=SUM(A:A)'); sheet.getRange('B1:B3').getValues()`)).toBe(
      'not implemented in the local host: the value of a formula, in 시트1!B2',
    );
  });

  it('a formula that somebody computed has its value until something is written over it', () => {
    const document = createDocument();
    const [sheet] = document.sheets;
    sheet?.values.push([7]);
    sheet?.formulas.set('1,1', '=3+4');
    const body = `const range = sheet.getRange('A1');
      return [range.getValue(), range.getFormula(), range.setValue(8).getValue(), range.getFormula()]`;
    expect(resultOf(body, { document })).toEqual([7, '=3+4', 8, '']);
  });

  it('a link with a literal text shows the text', () => {
    const body = `return sheet.getRange('A1').setValue('=HYPERLINK("#gid=0&range=A5","소통기록!A5")').getDisplayValue()`;
    expect(resultOf(body)).toBe('소통기록!A5');
  });

  it('an error is its text', () => {
    const document = createDocument();
    document.sheets[0]?.values.push([{ error: '#REF!' }]);
    expect(resultOf(`return sheet.getRange('A1').getValue()`, { document })).toBe('#REF!');
  });

  it('the data range ends with the last row and the last column that hold something', () => {
    const body = `const empty = sheet.getDataRange().getA1Notation();
      sheet.getRange('C5').setValue(1); sheet.getRange('D2').setValue(' ');
      return [empty, sheet.getDataRange().getA1Notation(), sheet.getLastRow(), sheet.getLastColumn()]`;
    expect(resultOf(body)).toEqual(['A1', 'A1:D5', 5, 4]);
  });

  it('a range knows its place', () => {
    const body = `const range = sheet.getRange(2, 3, 4, 5), moved = range.offset(1, -1), cell = range.getCell(2, 2);
      return [range.getA1Notation(), range.getRow(), range.getLastRow(), range.getLastColumn(), moved.getA1Notation(),
        cell.getA1Notation(), range.offset(0, 0, 1).getA1Notation(), range.getSheet().getName()]`;
    expect(resultOf(body)).toEqual(['C2:G5', 2, 5, 7, 'B3:F6', 'D3', 'C2:G2', '시트1']);
  });
});

describe('how cells look', () => {
  it('is kept in the document', () => {
    const document = createDocument();
    const body = `sheet.getRange('A1').setFontWeight('bold').setFontColor('RED').setFontSize(14).setFontStyle('italic')
        .setBackground('#FFF').setHorizontalAlignment('center').setVerticalAlignment('middle').setWrap(true)
        .setNumberFormat('#,##0').setNote('메모').setFontFamily('Arial');
      sheet.getRange('B2:C3').setBorder(true, true, true, true, false, null, '#888888', SpreadsheetApp.BorderStyle.DOTTED);
      sheet.getRange('B2').setFontWeight('bold').setFontWeight('normal').setBackground('white').setBackground(null);`;
    expect(run(body, { document }).error).toBeNull();
    const [sheet] = document.sheets;
    expect(sheet?.styles[0]?.[0]).toEqual({
      numberFormat: '#,##0',
      bold: true,
      fontColor: '#ff0000',
      fontSize: 14,
      italic: true,
      fontFamily: 'Arial',
      background: '#ffffff',
      horizontalAlignment: 'center',
      verticalAlignment: 'middle',
      wrap: 'wrap',
    });
    const line = { style: 'dotted', color: '#888888' };
    expect(sheet?.styles[1]?.[1]).toEqual({ numberFormat: 'General', borders: { top: line, left: line } });
    expect(sheet?.styles[2]?.[2]).toEqual({
      numberFormat: 'General',
      borders: { bottom: line, right: line },
    });
    expect(sheet?.notes.get('1,1')).toBe('메모');
  });

  it('cells that were styled together share one style', () => {
    const document = createDocument();
    run(`sheet.getRange('A1:C3').setFontWeight('bold')`, { document });
    expect(new Set(document.sheets[0]?.styles.flat()).size).toBe(1);
  });

  it('merging keeps what stands at the top left, and a merged cell cannot be split', () => {
    const body = `sheet.getRange('A1:B1').setValues([[1, 2]]); sheet.getRange('A1:B1').merge();
      const read = [sheet.getRange('A1:B1').getValues(), sheet.getRange('B1').isPartOfMerge(),
        sheet.getRange('A1:C3').getMergedRanges().map((range) => range.getA1Notation())];
      try { sheet.getRange('B1:C1').merge() } catch (error) { read.push(error.message) }
      sheet.getRange('A1:B1').breakApart();
      return [...read, sheet.getRange('A1').isPartOfMerge()]`;
    expect(resultOf(body)).toEqual([
      [[1, '']],
      true,
      ['A1:B1'],
      'You must select all cells in a merged range to merge or unmerge them.',
      false,
    ]);
  });

  it.each([
    ['clear()', ['', 'normal', '메모']],
    ['clear({ contentsOnly: true })', ['', 'bold', '메모']],
    ['clear({ formatOnly: true })', [1, 'normal', '메모']],
    ['clear({ commentsOnly: true })', [1, 'bold', '']],
    ['clearContent()', ['', 'bold', '메모']],
    ['clearFormat()', [1, 'normal', '메모']],
  ])('%s takes away what it names', (call, left) => {
    const body = `const range = sheet.getRange('A1').setValue(1).setFontWeight('bold').setNote('메모');
      range.${call};
      return [range.getValue(), range.getFontWeight(), range.getNote()]`;
    expect(resultOf(body)).toEqual(left);
  });
});
