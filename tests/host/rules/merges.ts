import { allRefused, inferred, liveTest, places, type Rule, reference, refusals } from './rule.ts';

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
      part: [true, true, false],
      apart: [false, []],
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
        part: ['A1', 'B2', 'C1'].map((cell) => sheet.getRange(cell).isPartOfMerge()),
      };
      range.breakApart();
      return { ...merged, apart: [sheet.getRange('A1').isPartOfMerge(), places(all.getMergedRanges())] };
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
    name: 'a range is part of a merge where it has any cell of one',
    source: reference('spreadsheet/range#ispartofmerge'),
    expected: { within: true, across: true, around: true, beside: false },
    find: (scratch) => {
      const range = scratch.cells(1, 6);
      range.offset(0, 1, 1, 2).merge();
      const isPart = (from: number, columns: number) => range.offset(0, from, 1, columns).isPartOfMerge();
      return { within: isPart(1, 1), across: isPart(2, 2), around: isPart(0, 5), beside: isPart(4, 2) };
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
