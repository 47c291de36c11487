import { describe, expect, it } from 'vitest';
import { sharesOf } from '../../../../src/sheets/output/official/wide-cells.ts';

describe('columns shared among the cells of a row', () => {
  it.each([
    { columns: 20, names: ['', '', '', '', '', '', ''], shares: [3, 3, 3, 3, 3, 3, 2] },
    { columns: 6, names: ['가', '나', '다'], shares: [2, 2, 2] },
    { columns: 7, names: ['시장방문', '공감소통 정책간담회', '기타'], shares: [2, 3, 2] },
    { columns: 8, names: ['기타', '공감소통 정책간담회', '구청장 차담회'], shares: [2, 3, 3] },
  ])('$columns among $names are $shares, the longest names wider', ({ columns, names, shares }) => {
    expect(sharesOf(columns, names.length, names)).toEqual(shares);
  });

  it('go to the first cells where no names are given', () => {
    expect(sharesOf(8, 3)).toEqual([3, 3, 2]);
  });
});
