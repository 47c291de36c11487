/** What a result tab says of itself while the run that writes it has not come to its end, or never did. */
import { columnLetters } from '../addresses.ts';
import { OUTPUT_TABS, type OutputTab } from './tabs.ts';

/**
 * A column whose cells name the tabs that a run is still writing. Each tab looks there by a formula in its first cell, so one write
 * marks all of them at once and one clears them all: whatever breaks off a run, also the end of the platform's six minutes, leaves
 * them marked.
 */
export interface UnfinishedMark {
  readonly tab: OutputTab;
  /** From 1. */
  readonly column: number;
}

const UNFINISHED_TEXT =
  '⚠ 계산이 끝나지 않았습니다. 이 탭의 숫자를 쓰지 말고 공약장부 메뉴에서 전체 다시 계산을 눌러 주세요.';
/** Excel takes no longer text within a formula. */
const LONGEST_TEXT = 255;

/**
 * The formula of a tab's first cell: its title, or that it is unfinished.
 *
 * `titleFormula('요약', '요약', { tab: 'runLog', column: 13 })` is
 * `=IF(IFERROR(COUNTIFS('실행기록'!$M:$M,"*요약*"),0)=0,"요약","⚠ …")`.
 * Where that tab is gone, or the result tab was copied to another file, it is the title.
 */
export function titleFormula(title: string, tabName: string, { tab, column }: UnfinishedMark): string {
  const letters = columnLetters(column);
  const cells = `'${OUTPUT_TABS[tab]}'!$${letters}:$${letters}`;
  return `=IF(IFERROR(COUNTIFS(${cells},"*${tabName}*"),0)=0,${quoted(title)},${quoted(UNFINISHED_TEXT)})`;
}

/** The text within a formula; one that is longer than a formula may hold is put together from parts. */
function quoted(text: string): string {
  const parts: string[] = [];
  for (let start = 0; start === 0 || start < text.length; start += LONGEST_TEXT) {
    parts.push(`"${text.slice(start, start + LONGEST_TEXT).replace(/"/g, '""')}"`);
  }
  return parts.join('&');
}

/** The tabs that a cell of the column names. */
export function unfinishedTabsIn(cell: string): readonly OutputTab[] {
  // The keys of OUTPUT_TABS are the output tabs.
  return (Object.keys(OUTPUT_TABS) as OutputTab[]).filter((tab) => cell.includes(OUTPUT_TABS[tab]));
}

/** What such a cell says of these tabs; blank for none. */
export function unfinishedCell(tabs: readonly OutputTab[]): string {
  return tabs.map((tab) => OUTPUT_TABS[tab]).join(', ');
}
