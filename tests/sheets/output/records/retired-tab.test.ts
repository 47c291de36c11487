import { expect, it } from 'vitest';
import { rowsFoldedAway } from '../../../../src/sheets/output/records/retired-tab.ts';
import { rawTab } from '../../fixtures.ts';

it.each<[string, string, number | null | undefined]>([
  ['only headings', '어느 해까지 | 탭', undefined],
  ['blank rows', '어느 해까지 | 탭\n | ', undefined],
  ['rows of several years', '어느 해까지 | 탭\n2021 | 소통기록\n2022 | 소통기록\n2020 | 건의사항', 2022],
  ['a year below other words', '탭 | 어느 해까지\n | 모름\n소통기록 | 2021', 2021],
  ['no year', '어느 해까지 | 탭\n언젠가 | 소통기록\n0 | 소통기록', null],
  ['another heading', '연도 | 탭\n2021 | 소통기록', null],
])('보관 with %s', (_, table, lastYear) => {
  const found = rowsFoldedAway(rawTab('보관', table));
  expect(found).toEqual(
    lastYear === undefined ? null : { problem: { code: 'rows-folded-away', lastYear }, place: null },
  );
});
