import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/local/host/host.ts';
import { messageOf, resultOf, run } from './running.ts';

/**
 * The rules of the platform cover what is written, read, refused and cleared. These tests cover what the host
 * adds.
 */
describe('writing values', () => {
  it('a date without a year belongs to the year of the clock', () => {
    expect(resultOf(`return sheet.getRange('A1').setValue('1-6').getValue()`)).toEqual(
      new Date('2024-01-05T15:00:00Z'),
    );
  });

  it.each([
    ['undefined', 'undefined', ''],
    ['not a number', 'NaN', '#NUM!'],
  ])('%s is read back as %2$j', (_, value, read) => {
    expect(resultOf(`return sheet.getRange('A1').setValue(${value}).getValue()`)).toBe(read);
  });

  it.each([
    [
      'a number',
      `requireNumberBetween(1, 2)`,
      `setValue(1)`,
      'whether a rule that refuses (NUMBER_BETWEEN) allows 1',
    ],
    [
      'a formula',
      `requireValueInList(['가'])`,
      `setFormula('=A9')`,
      'whether a rule that refuses (VALUE_IN_LIST) allows =A9',
    ],
  ])('the host does not guess what a rule makes of %s', (_, criterion, write, what) => {
    const rule = `SpreadsheetApp.newDataValidation().${criterion}.setAllowInvalid(false).build()`;
    expect(messageOf(`sheet.getRange('A1').setDataValidation(${rule}).${write}`)).toBe(
      `not implemented in the local host: ${what}`,
    );
  });

  it('what a rule refuses is said with its cell, at the call', () => {
    const rule = `SpreadsheetApp.newDataValidation().requireValueInList(['가', '2']).setAllowInvalid(false).build()`;
    const set = `sheet.getRange('B1:B9').setDataValidation(${rule});`;
    const refused = (cell: string) =>
      `The data you entered in cell ${cell} violates the data validation rules set on this cell.`;
    expect(messageOf(`${set} sheet.getRange('A1:B2').setValues([['나', '가'], ['나', '나']])`)).toBe(
      refused('B2'),
    );
  });

  it('an object in a cell is unknown to the host', () => {
    expect(messageOf(`sheet.getRange('A1').setValue({})`)).toBe(
      'not implemented in the local host: an object as the value of a cell',
    );
  });
});

describe('reading values', () => {
  it('a formula that nobody computed has no value', () => {
    expect(
      messageOf(`sheet.getRange('B2').setValue('=VLOOKUP(1,A:A,1)'); sheet.getRange('B1:B3').getValues()`),
    ).toBe('not implemented in the local host: the value of a formula, in 시트1!B2');
  });

  it('a formula that was computed elsewhere has its value until it is overwritten', () => {
    const document = createDocument();
    const [sheet] = document.sheets;
    sheet?.values.push([7]);
    sheet?.formulas.set('1,1', '=3+4');
    const body = `const range = sheet.getRange('A1');
      return [range.getValue(), range.getFormula(), range.setValue(8).getValue(), range.getFormula()]`;
    expect(resultOf(body, { document })).toEqual([7, '=3+4', 8, '']);
  });

  it('an error is its text', () => {
    const document = createDocument();
    document.sheets[0]?.values.push([{ error: '#REF!' }]);
    expect(resultOf(`return sheet.getRange('A1').getValue()`, { document })).toBe('#REF!');
  });
});

describe('the formats of cells', () => {
  it('are stored in the document', () => {
    const document = createDocument();
    const body = `sheet.getRange('A1').setFontWeight('bold').setFontColor('RED').setFontSize(14).setFontStyle('italic')
        .setBackground('#FFF').setHorizontalAlignment('center').setVerticalAlignment('middle').setWrap(true)
        .setNumberFormat('#,##0').setNote('메모');
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

  it('are shared by cells that were styled together', () => {
    const document = createDocument();
    run(`sheet.getRange('A1:C3').setFontWeight('bold')`, { document });
    expect(new Set(document.sheets[0]?.styles.flat()).size).toBe(1);
  });
});

/** https://developers.google.com/apps-script/guides/support/troubleshooting */
describe('an argument of another type is named with its service', () => {
  it.each([
    ["sheet.getRange('A1')", 'SpreadsheetApp.Range'],
    ['SpreadsheetApp', 'SpreadsheetApp'],
    ["ScriptApp.newTrigger('main')", 'ScriptApp.TriggerBuilder'],
    ['PropertiesService.getUserProperties()', 'PropertiesService.Properties'],
    ['Session', 'Session'],
    ["SpreadsheetApp.getUi().createMenu('가')", 'Ui.Menu'],
    ["[HtmlService.createHtmlOutput('')]", 'HtmlService.HtmlOutput[]'],
  ])('%s: %s', (value, name) => {
    expect(messageOf(`sheet.setName(${value})`)).toBe(
      `The parameters (${name}) don't match the method signature for SpreadsheetApp.Sheet.setName.`,
    );
  });
});
