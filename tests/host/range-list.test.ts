import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/local/host/host.ts';
import { messageOf, resultOf, run } from './running.ts';

/** https://developers.google.com/apps-script/reference/spreadsheet/range-list */
describe('a list of ranges', () => {
  it('returns its ranges in the order in which they were named', () => {
    const body = `return sheet.getRangeList(['C3', 'A1:B2', "'시트1'!D4"]).getRanges().map((range) => range.getA1Notation())`;
    expect(resultOf(body)).toEqual(['C3', 'A1:B2', 'D4']);
  });

  it.each([
    [`setBackground('#ff0000')`, 'getBackground', '#ff0000', '#ffffff'],
    [`setNumberFormat('0%')`, 'getNumberFormat', '0%', '0.###############'],
    [`setHorizontalAlignment('center')`, 'getHorizontalAlignment', 'center', 'general'],
    [`setValue(3)`, 'getValue', 3, ''],
  ])('%s changes all its cells and no other', (call, getter, changed, other) => {
    const body = `const list = sheet.getRangeList(['A1:A2', 'C1']).${call};
      return ['A1', 'A2', 'C1', 'B1'].map((cell) => sheet.getRange(cell).${getter}()).concat(list.getRanges().length)`;
    expect(resultOf(body)).toEqual([changed, changed, changed, other, 2]);
  });

  it('can clear the content of all its cells', () => {
    const body = `sheet.getRange('A1:C1').setValues([[1, 2, 3]]).setNote('쪽지');
      sheet.getRangeList(['A1', 'C1']).clearContent();
      return [sheet.getRange('A1:C1').getValues()[0], sheet.getRange('A1:C1').getNotes()[0]]`;
    expect(resultOf(body)).toEqual([
      ['', 2, ''],
      ['쪽지', '쪽지', '쪽지'],
    ]);
  });

  it.each([
    [
      `sheet.getRangeList('A1')`,
      "The parameters (String) don't match the method signature for SpreadsheetApp.Sheet.getRangeList.",
    ],
    [`sheet.getRangeList(['A1', '어디'])`, 'Range not found'],
    [
      `sheet.setActiveRangeList(sheet.getRange('A1'))`,
      "The parameters (SpreadsheetApp.Range) don't match the method signature for SpreadsheetApp.Sheet.setActiveRangeList.",
    ],
  ])('%s is refused', (body, message) => {
    expect(messageOf(body)).toBe(message);
  });

  it('costs no round trip until it does something', () => {
    expect(run(`sheet.getRangeList(['A1', 'B2']).getRanges()`).calls.transfers).toBe(0);
    expect(run(`sheet.getRangeList(['A1', 'B2']).setBackground('#fff')`).calls.transfers).toBe(1);
  });
});

describe('several ranges selected at once', () => {
  const LIST = `book.getSheetByName('나').getRangeList(['B2:C3', 'E5'])`;
  const ASKED = `[book.getActiveSheet().getName(), book.getActiveRange().getA1Notation()]`;

  it.each([`${LIST}.activate()`, `sheet.setActiveRangeList(${LIST})`])(
    '%s shows their sheet and is kept between executions',
    (call) => {
      const document = createDocument({ sheets: ['가', '나'] });
      run(call, { document });
      expect(document).toMatchObject({ activeSheetId: 1, selection: 'B2:C3,E5' });
      expect(resultOf(`return ${ASKED}`, { document })).toEqual(['나', 'E5']);
    },
  );

  it('are replaced by another selection or another sheet', () => {
    const document = createDocument({ sheets: ['가', '나'] });
    run(`${LIST}.activate(); sheet.getRange('A9').activate()`, { document });
    expect(resultOf(`return ${ASKED}`, { document })).toEqual(['가', 'A9']);
    run(`${LIST}.activate(); sheet.activate()`, { document });
    expect(resultOf(`return ${ASKED}`, { document })).toEqual(['가', 'A1']);
  });

  it('are not returned while another sheet is active, nor after their rows are deleted', () => {
    const document = createDocument({ sheets: ['가', '나'] });
    run(`${LIST}.activate()`, { document });
    run(`sheet.activate()`, { document });
    expect(resultOf(`return book.getActiveRange().getA1Notation()`, { document })).toBe('A1');
    run(`${LIST}.activate()`, { document });
    run(`book.getSheetByName('나').deleteRows(4, 997)`, { document });
    expect(resultOf(`return ${ASKED}`, { document })).toEqual(['나', 'B2:C3']);
  });
});
