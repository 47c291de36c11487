import { places, type Rule, reference } from './rule.ts';

const NAME = 'host_check_range';

export const NAMED_RANGES: readonly Rule[] = [
  {
    name: 'a named range is found by its name, moves along with its cells, may be set anew, and is null once it is removed',
    source: reference('spreadsheet/spreadsheet#setnamedrangename,-range'),
    expected: {
      set: ['B2:C3', ['B2:C3']],
      'a row inserted above': 'B3:C4',
      'a row inserted inside': 'B3:C5',
      'its first column deleted': 'B3:B5',
      'set anew': 'D1',
      removed: null,
    },
    find: ({ book, sheet }) => {
      const made = sheet();
      const place = () => book.getRangeByName(NAME)?.getA1Notation() ?? null;
      try {
        book.setNamedRange(NAME, made.getRange('B2:C3'));
        const own = book.getNamedRanges().filter((named) => named.getName() === NAME);
        const set = [place(), places(own.map((named) => named.getRange()))];
        made.insertRowsBefore(1, 1);
        const above = place();
        made.insertRowsAfter(3, 1);
        const inside = place();
        made.deleteColumn(2);
        const narrowed = place();
        book.setNamedRange(NAME, made.getRange('D1'));
        const anew = place();
        book.removeNamedRange(NAME);
        return {
          set,
          'a row inserted above': above,
          'a row inserted inside': inside,
          'its first column deleted': narrowed,
          'set anew': anew,
          removed: place(),
        };
      } finally {
        for (const named of book.getNamedRanges()) if (named.getName() === NAME) named.remove();
      }
    },
  },
  {
    name: 'a named range goes by another name or range once it is given one',
    source: reference('spreadsheet/named-range#setnamename'),
    expected: { named: ['A1', null], moved: 'C3:C4', listed: [1, 0] },
    find: ({ book, sheet, cells }) => {
      const made = sheet();
      const other = cells(1).getSheet();
      const place = (name: string) => book.getRangeByName(name)?.getA1Notation() ?? null;
      book.setNamedRange(NAME, made.getRange('A1'));
      const [named] = made.getNamedRanges();
      try {
        named?.setName(`${NAME}_2`);
        const renamed = [place(`${NAME}_2`), place(NAME)];
        named?.setRange(made.getRange('C3:C4'));
        return {
          named: renamed,
          moved: place(`${NAME}_2`),
          listed: [made.getNamedRanges().length, other.getNamedRanges().length],
        };
      } finally {
        named?.remove();
      }
    },
  },
];
