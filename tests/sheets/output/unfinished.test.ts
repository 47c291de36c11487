import { describe, expect, it } from 'vitest';
import { OUTPUT_TABS, type OutputTab } from '../../../src/sheets/output/tabs.ts';
import { titleFormula, unfinishedCell, unfinishedTabsIn } from '../../../src/sheets/output/unfinished.ts';

const WARNING =
  '"⚠ 계산이 끝나지 않았습니다. 이 탭의 숫자를 쓰지 말고 공약장부 메뉴에서 전체 다시 계산을 눌러 주세요."';
const MARK = { tab: 'runLog', column: 13 } as const;

describe('the title of a tab that may be unfinished', () => {
  it.each([
    ['요약', '"요약"'],
    ['구정의 "주인"', '"구정의 ""주인"""'],
    ['', '""'],
    ['가'.repeat(255), `"${'가'.repeat(255)}"`],
    ['가'.repeat(256), `"${'가'.repeat(255)}"&"가"`],
  ])('%s', (title, quoted) => {
    expect(titleFormula(title, '요약', MARK)).toBe(
      `=IF(IFERROR(COUNTIFS('실행기록'!$M:$M,"*요약*"),0)=0,${quoted},${WARNING})`,
    );
  });
});

describe('the cell that names unfinished tabs', () => {
  it.each<[readonly OutputTab[], string]>([
    [[], ''],
    [['summary'], '요약'],
    [['summary', 'meetings', 'audit'], '요약, 소통누적, 점검'],
  ])('names %j as %s, and is read as the same', (tabs, cell) => {
    expect(unfinishedCell(tabs)).toBe(cell);
    expect(unfinishedTabsIn(cell)).toEqual(tabs);
  });

  it('is never read as another tab: no name is part of another', () => {
    for (const name of Object.values(OUTPUT_TABS)) expect(unfinishedTabsIn(name)).toHaveLength(1);
  });
});
