import { allRefused, inferred, liveTest, places, type Rule, refusals } from './rule.ts';

export const MERGES: readonly Rule[] = [
  {
    name: 'merged cells keep what stands at their top left',
    source: liveTest('testsheets'),
    expected: {
      values: [
        [1, '', 5],
        ['', '', 6],
      ],
      merges: ['A1:B2'],
      apart: [],
    },
    find: (scratch) => {
      const sheet = scratch.sheet();
      const all = sheet.getRange('A1:C2').setValues([
        [1, 2, 5],
        [3, 4, 6],
      ]);
      const range = sheet.getRange('A1:B2').merge();
      const merged = {
        values: all.getValues(),
        merges: places(all.getMergedRanges()),
      };
      range.breakApart();
      return { ...merged, apart: places(all.getMergedRanges()) };
    },
  },
  {
    name: 'mergeAcross merges each row for itself',
    source: liveTest('testsheets'),
    expected: {
      merges: ['D1:F1', 'D2:F2'],
      values: [
        ['a', '', ''],
        ['d', '', ''],
      ],
    },
    find: (scratch) => {
      const range = scratch
        .sheet()
        .getRange('D1:F2')
        .setValues([
          ['a', 'b', 'c'],
          ['d', 'e', 'f'],
        ])
        .mergeAcross();
      return { merges: places(range.getMergedRanges()).sort(), values: range.getValues() };
    },
  },
  {
    name: 'merged cells cannot be merged or taken apart in part',
    source: inferred('spreadsheet/range#merge'),
    expected: allRefused({
      merge: 'You must select all cells in a merged range to merge or unmerge them.',
      breakApart: 'You must select all cells in a merged range to merge or unmerge them.',
    }),
    find: (scratch) => {
      const range = scratch.cells(1, 3);
      range.offset(0, 0, 1, 2).merge();
      const part = range.offset(0, 1, 1, 2);
      return refusals({ merge: () => part.merge(), breakApart: () => part.breakApart() });
    },
  },
];
