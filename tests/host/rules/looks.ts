import { firstColumn, inferred, liveTest, type Rule, reference } from './rule.ts';

export const LOOKS: readonly Rule[] = [
  {
    name: 'a cell that nobody styled has these looks',
    source: liveTest('testsheetsformatting'),
    expected: ['normal', 'normal', 10, '#000000', '#ffffff', 'general', 'bottom', true, ''],
    find: (scratch) => {
      const cell = scratch.cells(1);
      return [
        cell.getFontWeight(),
        cell.getFontStyle(),
        cell.getFontSize(),
        cell.getFontColor(),
        cell.getBackground(),
        cell.getHorizontalAlignment(),
        cell.getVerticalAlignment(),
        cell.getWrap(),
        cell.getNote(),
      ];
    },
  },
  {
    name: 'looks are as they were set; colours are read as small hexadecimal, and null is the look of nobody’s choice',
    source: liveTest('testsheetsformatting'),
    expected: {
      weights: ['bold', 'normal', 'normal'],
      styles: ['italic', 'normal', 'normal'],
      sizes: [14, 8, 11],
      colors: ['#ff0000', '#112233', '#000000'],
      backgrounds: ['#ffffff', '#ffccee', '#ffffff'],
      horizontal: ['center', 'right', 'general'],
      vertical: ['top', 'middle', 'bottom'],
      wraps: [true, false, true],
      notes: ['메모', '', ''],
    },
    find: (scratch) => {
      const range = scratch.cells(3);
      range
        .setFontWeights([['bold'], ['normal'], [null]])
        .setFontStyles([['italic'], ['normal'], [null]])
        .setFontSizes([[14], [8], [11]])
        .setFontColors([['red'], ['#112233'], [null]])
        .setBackgrounds([['white'], ['#FCE'], [null]])
        .setHorizontalAlignments([['center'], ['right'], [null]])
        .setVerticalAlignments([['top'], ['middle'], [null]])
        .setWraps([[true], [false], [true]])
        .setNotes([['메모'], [''], [null]]);
      return {
        weights: firstColumn(range.getFontWeights()),
        styles: firstColumn(range.getFontStyles()),
        sizes: firstColumn(range.getFontSizes()),
        colors: firstColumn(range.getFontColors()),
        backgrounds: firstColumn(range.getBackgrounds()),
        horizontal: firstColumn(range.getHorizontalAlignments()),
        vertical: firstColumn(range.getVerticalAlignments()),
        wraps: firstColumn(range.getWraps()),
        notes: firstColumn(range.getNotes()),
      };
    },
  },
  {
    name: 'a list of ranges changes every cell of it and no other, and keeps the order in which they were named',
    source: reference('spreadsheet/range-list#setbackgroundcolor'),
    expected: {
      places: ['C3', 'A1:A2'],
      backgrounds: [
        ['#ff0000', '#ffffff'],
        ['#ff0000', '#ffffff'],
      ],
      values: [
        [7, ''],
        [7, ''],
      ],
      emptied: [
        ['', ''],
        ['', ''],
      ],
    },
    find: (scratch) => {
      const sheet = scratch.sheet();
      const list = sheet.getRangeList(['C3', 'A1:A2']).setBackground('#ff0000');
      const range = sheet.getRange('A1:B2');
      const backgrounds = range.getBackgrounds();
      list.setValue(7);
      const values = range.getValues();
      list.clearContent();
      return {
        places: list.getRanges().map((one) => one.getA1Notation()),
        backgrounds,
        values,
        emptied: range.getValues(),
      };
    },
  },
  {
    name: 'borders are drawn and taken away without touching what is in the cells',
    source: inferred(
      'spreadsheet/range#setbordertop,-left,-bottom,-right,-vertical,-horizontal,-color,-style',
    ),
    expected: [[1], [2]],
    find: (scratch) => {
      const range = scratch.cells(2).setValues([[1], [2]]);
      const { DOTTED } = SpreadsheetApp.BorderStyle;
      return range.setBorder(true, true, true, true, null, true, '#888888', DOTTED).clearFormat().getValues();
    },
  },
];
