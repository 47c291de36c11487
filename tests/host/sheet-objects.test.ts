import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/local/host/host.ts';
import { messageOf, resultOf, run } from './running.ts';

const TABLE = `sheet.getRange('A1:C3').setValues([['연도', '계획', '실적'], ['가', 1, 2], ['나', 3, 4]]);
  const chart = () => sheet.newChart().asColumnChart().setOption('title', '누적').addRange(sheet.getRange('A1:A3')).addRange(sheet.getRange('C1:C3'))
    .setNumHeaders(1).setPosition(5, 2, 10, 4).setOption('width', 480).build();
  const said = (one) => [one.getRanges().map((range) => range.getA1Notation()).join(), one.getContainerInfo().getAnchorRow(), one.getOptions().get('title')];`;

/** https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart-builder */
describe('charts', () => {
  it.each([
    ['has options that nobody chose as null', `return chart().getOptions().get('legend')`, null],
    [
      'is one of its own each time',
      'sheet.insertChart(chart()); sheet.insertChart(chart()); return new Set(sheet.getCharts().map((one) => one.getChartId())).size',
      2,
    ],
    [
      'takes a range once',
      `return said(chart().modify().addRange(sheet.getRange('A1:A3')).build())[0]`,
      'A1:A3,C1:C3',
    ],
    [
      'goes along with its rows',
      'sheet.insertChart(chart()); sheet.insertRowsAfter(2, 3); return said(sheet.getCharts()[0]).slice(0, 2)',
      ['A1:A6,C1:C6', 8],
    ],
    [
      'loses what is deleted',
      'sheet.insertChart(chart()); sheet.deleteColumns(3, 1); sheet.deleteRows(1, 1); return said(sheet.getCharts()[0]).slice(0, 2)',
      ['A1:A2', 4],
    ],
    [
      'may draw another sheet',
      `const other = book.insertSheet('둘'); sheet.insertChart(chart().modify().clearRanges().addRange(other.getRange('B2:C3')).build());
      const [range] = sheet.getCharts()[0].getRanges(); return range.getSheet().getName() + range.getA1Notation()`,
      '둘B2:C3',
    ],
  ])('a chart %s', (_, body, expected) => {
    expect(resultOf(`${TABLE} ${body}`)).toEqual(expected);
  });

  it('has the type named last', () => {
    const document = createDocument();
    run(
      `${TABLE} for (const kind of ['asColumnChart', 'asBarChart']) sheet.insertChart(chart().modify()[kind]().build())`,
      { document },
    );
    expect(document.sheets[0]?.charts?.map(({ type }) => type)).toEqual(['COLUMN', 'BAR']);
  });

  it.each([
    ['sheet.updateChart(chart())', 'Embedded chart does not exist in this sheet.'],
    [
      'sheet.insertChart(chart()); const [one] = sheet.getCharts(); sheet.removeChart(one); sheet.removeChart(one)',
      'Embedded chart does not exist in this sheet.',
    ],
    [
      'sheet.insertChart(sheet.newChart())',
      "The parameters (SpreadsheetApp.EmbeddedChartBuilder) don't match the method signature for SpreadsheetApp.Sheet.insertChart.",
    ],
    [
      'sheet.newChart().addRange("A1")',
      "The parameters (String) don't match the method signature for SpreadsheetApp.EmbeddedChartBuilder.addRange.",
    ],
    [
      'sheet.insertChart(chart().modify().setPosition(2000, 1, 0, 0).build())',
      'The coordinates of the chart are outside the dimensions of the sheet.',
    ],
  ])('%s is refused', (call, message) => {
    expect(messageOf(`${TABLE} ${call}`)).toBe(message);
  });

  it.each([
    ['sheet.newChart().asColumnChart().setOption("title", "a").build().getChartId()', 0],
    ['sheet.getCharts()', 1],
    ['sheet.insertChart(chart())', 1],
    [
      'sheet.insertChart(chart()); sheet.updateChart(sheet.getCharts()[0].modify().setOption("title", "b").build())',
      3,
    ],
  ])('%s costs %i round trips', (body, transfers) => {
    const table = TABLE.replace(/^sheet.*\n/, '');
    expect(run(`${table} ${body}`).calls.transfers).toBe(transfers);
  });
});

const RULE = `const rule = (range, change = (one) => one) => change(SpreadsheetApp.newConditionalFormatRule()
  .whenFormulaSatisfied('=B2<A2').setBackground('#FCE').setBold(true)).setRanges([sheet.getRange(range)]).build();
  const said = () => sheet.getConditionalFormatRules().map((one) => { const condition = one.getBooleanCondition();
    return [one.getRanges().map((range) => range.getA1Notation()).join(), String(condition.getCriteriaType()), condition.getCriteriaValues().join()] });`;

/** https://developers.google.com/apps-script/reference/spreadsheet/conditional-format-rule-builder */
describe('conditional formats', () => {
  it('can be kept beside new ones, and go along with their cells', () => {
    const body = `sheet.setConditionalFormatRules([rule('A1:A4'), rule('C2')]);
      const [first] = sheet.getConditionalFormatRules();
      sheet.setConditionalFormatRules([first, rule('C3')]);
      sheet.insertRowsAfter(2, 1); sheet.deleteRows(1, 1); return said().map(([range]) => range)`;
    expect(resultOf(`${RULE} ${body}`)).toEqual(['A1:A4', 'C3']);
  });

  it('are deleted with all their cells', () => {
    expect(
      resultOf(
        `${RULE} sheet.setConditionalFormatRules([rule('A2')]); sheet.deleteRows(2, 1); return said()`,
      ),
    ).toEqual([]);
  });

  it.each([
    [
      `SpreadsheetApp.newConditionalFormatRule().setRanges([sheet.getRange('A1')]).build()`,
      'Cannot build a conditional format rule without a condition.',
    ],
    [
      `SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('가').build()`,
      'Cannot build a conditional format rule without ranges.',
    ],
    [
      `sheet.setConditionalFormatRules(rule('A1'))`,
      "The parameters (SpreadsheetApp.ConditionalFormatRule) don't match the method signature for SpreadsheetApp.Sheet.setConditionalFormatRules.",
    ],
    [
      `book.insertSheet('둘').setConditionalFormatRules([rule('A1')])`,
      'Conditional format rules must be of the sheet that they are set on.',
    ],
  ])('%s is refused', (call, message) => {
    expect(messageOf(`${RULE} ${call}`)).toBe(message);
  });

  it('cost a round trip to read and one to set', () => {
    const body = `sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), rule('A1')])`;
    expect(run(`${RULE} ${body}`).calls.transfers).toBe(2);
  });
});

/** https://developers.google.com/apps-script/reference/spreadsheet/protection */
describe('protection of a sheet', () => {
  it('reports that it was removed', () => {
    expect(messageOf('const one = sheet.protect(); one.remove(); one.setWarningOnly(true)')).toBe(
      'The protection has been removed.',
    );
  });
});

describe('a table that somebody has made, which no script can', () => {
  const document = () => {
    const made = createDocument();
    const [sheet] = made.sheets;
    if (sheet !== undefined) sheet.tables = [{ row: 2, column: 1, rows: 3, columns: 2 }];
    return made;
  };

  it.each([
    [`getRange('A1:B4').setNumberFormat('0')`, "You can't set the number format of cells in a typed column."],
    [
      `getRange('B4:C5').setNumberFormats([['0', '0'], ['0', '0']])`,
      "You can't set the number format of cells in a typed column.",
    ],
    [`getRange('A3:B3').merge()`, "You can't merge cells in a table."],
  ])('refuses %s', (call, message) => {
    expect(messageOf(`sheet.${call}`, { document: document() })).toBe(message);
  });

  it('accepts values and colours, and does not affect the cells beside it', () => {
    const body = `sheet.getRange('A2:B4').setValue(1).setBackground('#ffffff'); sheet.getRange('D1:D9').setNumberFormat('0').merge();
      return sheet.getRange('B4').getValue()`;
    expect(resultOf(body, { document: document() })).toBe(1);
  });
});
