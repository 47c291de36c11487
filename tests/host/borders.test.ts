import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/local/host/host.ts';
import type { BorderLine } from '../../src/local/workbook/document.ts';
import { resultOf, run } from './running.ts';

const BLACK: BorderLine = { style: 'solid', color: '#000000' };

/** The sides of B2, C2, B3 and C3 that have a line. `tl` means top and left. */
function lines(body: string): string[] {
  const document = createDocument();
  run(body, { document });
  const sides = (row: number, column: number) =>
    Object.keys(document.sheets[0]?.styles[row]?.[column]?.borders ?? {})
      .map((side) => side.charAt(0))
      .sort()
      .join('');
  return [sides(1, 1), sides(1, 2), sides(2, 1), sides(2, 2)];
}

/** setBorder in https://developers.google.com/apps-script/reference/spreadsheet/range */
describe('setBorder', () => {
  const range = `sheet.getRange('B2:C3')`;

  it.each([
    ['true, true, true, true, true, true', ['blrt', 'blrt', 'blrt', 'blrt']],
    ['true, true, true, true, null, null', ['lt', 'rt', 'bl', 'br']],
    ['true, null, null, null, null, null', ['t', 't', '', '']],
    ['null, true, null, null, null, null', ['l', '', 'l', '']],
    ['null, null, true, null, null, null', ['', '', 'b', 'b']],
    ['null, null, null, true, null, null', ['', 'r', '', 'r']],
    ['null, null, null, null, true, null', ['r', 'l', 'r', 'l']],
    ['null, null, null, null, null, true', ['b', 'b', 't', 't']],
  ])('(%s) draws exactly those lines', (given, expected) => {
    expect(lines(`${range}.setBorder(${given})`)).toEqual(expected);
  });

  it('removes lines for false and keeps them for null', () => {
    const all = `${range}.setBorder(true, true, true, true, true, true)`;
    expect(lines(`${all}.setBorder(false, null, null, null, null, false)`)).toEqual([
      'lr',
      'lr',
      'blr',
      'blr',
    ]);
  });

  it.each([
    ['DOTTED', 'dotted'],
    ['DASHED', 'dashed'],
    ['SOLID', 'solid'],
    ['SOLID_MEDIUM', 'solid-medium'],
    ['SOLID_THICK', 'solid-thick'],
    ['DOUBLE', 'double'],
  ])('draws %s', (name, style) => {
    const document = createDocument();
    const border = `true, null, null, null, null, null, '#336699', SpreadsheetApp.BorderStyle.${name}`;
    run(`sheet.getRange('A1').setBorder(${border})`, { document });
    expect(document.sheets[0]?.styles[0]?.[0]?.borders).toEqual({ top: { style, color: '#336699' } });
  });

  it('draws a thin black line by default', () => {
    const document = createDocument();
    run(
      `sheet.getRange('A1').setBorder(true, null, null, null, null, null, null, null); sheet.getRange('A2').setBorder(true, null, null, null, null, null)`,
      {
        document,
      },
    );
    const styles = document.sheets[0]?.styles.map(([style]) => style?.borders);
    expect(styles).toEqual([{ top: BLACK }, { top: BLACK }]);
  });

  it('replaces a line by a later one', () => {
    const document = createDocument();
    const bottom = `null, null, true, null, null, null, '#ff0000', SpreadsheetApp.BorderStyle.DOUBLE`;
    run(`sheet.getRange('A1').setBorder(true, true, true, true, null, null).setBorder(${bottom})`, {
      document,
    });
    expect(document.sheets[0]?.styles[0]?.[0]?.borders).toEqual({
      top: BLACK,
      left: BLACK,
      right: BLACK,
      bottom: { style: 'double', color: '#ff0000' },
    });
  });
});

describe('setters for several cells at once', () => {
  it('setWraps and setVerticalAlignments give each cell its own', () => {
    const body = `const range = sheet.getRange('A1:B2').setWraps([[true, false], [false, true]])
        .setVerticalAlignments([['top', 'middle'], ['bottom', null]]);
      return [range.getWraps(), range.getVerticalAlignments()]`;
    expect(resultOf(body)).toEqual([
      [
        [true, false],
        [false, true],
      ],
      [
        ['top', 'middle'],
        ['bottom', 'bottom'],
      ],
    ]);
  });
});
