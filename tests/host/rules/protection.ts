import { liveTest, plain, type Rule, reference } from './rule.ts';

export const PROTECTION: readonly Rule[] = [
  {
    name: 'a sheet is protected once, says what it was told, and stops no script',
    source: reference('spreadsheet/sheet#protect'),
    expected: { before: 0, made: [['결과', true]], again: '결과', written: 1, removed: 0, ranges: 0 },
    find: ({ sheet }) => {
      const made = sheet();
      const kinds = SpreadsheetApp.ProtectionType;
      const found = () => made.getProtections(kinds.SHEET);
      const before = found().length;
      made.protect().setDescription('결과').setWarningOnly(true);
      const said = found().map((one) => [one.getDescription(), one.isWarningOnly()]);
      const again = made.protect();
      const written = plain(made.getRange('A1').setValue(1).getValue());
      const ranges = made.getProtections(kinds.RANGE).length;
      const description = again.getDescription();
      again.remove();
      return { before, made: said, again: description, written, removed: found().length, ranges };
    },
  },
  {
    name: 'the range of a protected sheet is the whole of it and has an empty notation; the spreadsheet finds it',
    source: liveTest('testsheetspermissions'),
    expected: { range: ['', 1000, 26], found: 1 },
    find: ({ book, cells }) => {
      const made = cells(1).getSheet();
      const protection = made.protect();
      const range = protection.getRange();
      const found = book
        .getProtections(SpreadsheetApp.ProtectionType.SHEET)
        .filter((one) => one.getRange().getSheet().getSheetId() === made.getSheetId());
      protection.remove();
      return {
        range: [range.getA1Notation(), range.getNumRows(), range.getNumColumns()],
        found: found.length,
      };
    },
  },
];
