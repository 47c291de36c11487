import { inferred, liveTest, plain, type Rule, reference, refusal, refused } from './rule.ts';

export const SHEETS: readonly Rule[] = [
  {
    name: 'a new sheet has 1000 × 26 cells and is the one that is shown',
    source: reference('spreadsheet/spreadsheet#insertsheet'),
    expected: { rows: 1000, columns: 26, shown: true, hidden: false, color: null },
    find: ({ book, sheet }) => {
      const made = sheet();
      return {
        rows: made.getMaxRows(),
        columns: made.getMaxColumns(),
        shown: book.getActiveSheet().getSheetId() === made.getSheetId(),
        hidden: made.isSheetHidden(),
        color: made.getTabColor(),
      };
    },
  },
  {
    name: 'a sheet is put at the position that was asked for, counted from 0, and behind the shown one where none was',
    source: liveTest('testsheetsvalues'),
    expected: ['at 0 again', 'at 0', 'at 1', 'behind'],
    find: ({ book, sheet }) => {
      const names = new Map<number, string>();
      const insert = (name: string, position?: number) => {
        names.set(sheet(position).getSheetId(), name);
      };
      insert('at 0', 0);
      insert('behind');
      insert('at 1', 1);
      insert('at 0 again', 0);
      return book.getSheets().flatMap((one) => names.get(one.getSheetId()) ?? []);
    },
  },
  {
    name: 'a sheet is found by its name and by its id, and not by the name that it had',
    source: reference('spreadsheet/spreadsheet#getsheetbynamename'),
    expected: {
      'by its new name': true,
      'by the old': null,
      hidden: [true, false],
      color: '#123456',
      index: true,
    },
    find: ({ book, sheet }) => {
      const made = sheet();
      const before = made.getName();
      made.setName('host-check 이름').setTabColor('#123456');
      const hidden = [made.hideSheet().isSheetHidden(), made.showSheet().isSheetHidden()];
      return {
        'by its new name': book.getSheetByName('host-check 이름')?.getSheetId() === made.getSheetId(),
        'by the old': book.getSheetByName(before) === null ? null : 'found',
        hidden,
        color: made.getTabColor(),
        index: book.getSheets()[made.getIndex() - 1]?.getSheetId() === made.getSheetId(),
      };
    },
  },
  {
    name: 'a formula that looked into a sheet which was deleted does not find the one that is made anew under its name',
    source: inferred('https://support.google.com/docs/answer/3238305'),
    expected: { before: 'x', gone: '#REF!', anew: '#REF!' },
    find: ({ book, cells, sheet }) => {
      const looked = book.insertSheet('host-check 옛것');
      looked.getRange('A1').setValue('x');
      const cell = cells(1).setFormula(`='host-check 옛것'!A1`);
      const before = plain(cell.getValue());
      book.deleteSheet(looked);
      const gone = plain(cell.getValue());
      sheet().setName('host-check 옛것').getRange('A1').setValue('y');
      return { before, gone, anew: plain(cell.getValue()) };
    },
  },
  {
    name: 'IFERROR catches the error of a reference whose sheet was deleted',
    source: inferred('https://support.google.com/docs/answer/3093304'),
    expected: { before: '⚠', gone: '제목' },
    find: ({ book, cells }) => {
      const looked = book.insertSheet('host-check 지울 것');
      looked.getRange('A1').setValue('x');
      const formula = `=IF(IFERROR(COUNTIFS('host-check 지울 것'!$A:$A,"*x*"),0)=0,"제목","⚠")`;
      const cell = cells(1).setFormula(formula);
      const before = plain(cell.getValue());
      book.deleteSheet(looked);
      return { before, gone: plain(cell.getValue()) };
    },
  },
  {
    name: 'two sheets never have one name',
    source: inferred('spreadsheet/spreadsheet#insertsheetsheetname'),
    expected: refused('A sheet with the name "host-check 이름" already exists. Please enter another name.'),
    find: ({ book, sheet }) => {
      sheet().setName('host-check 이름');
      return refusal(() => book.insertSheet('host-check 이름'));
    },
  },
  {
    name: 'what is selected is what the script selected',
    source: reference('spreadsheet/range#activate'),
    expected: { sheet: true, range: true },
    find: ({ book, cells }) => {
      const range = cells(2, 2).activate();
      return {
        sheet: book.getActiveSheet().getSheetId() === range.getSheet().getSheetId(),
        range: book.getActiveRange()?.getA1Notation() === range.getA1Notation(),
      };
    },
  },
  {
    name: 'of a list of ranges that is selected the last is the active one',
    source: reference('spreadsheet/range-list#activate'),
    expected: 'E5',
    find: ({ book, cells }) => {
      cells(1).getSheet().getRangeList(['B2:C3', 'E5']).activate();
      return book.getActiveRange()?.getA1Notation() ?? null;
    },
  },
];
