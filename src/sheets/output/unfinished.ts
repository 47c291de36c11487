/** The warning on an output tab while the run that writes it is unfinished, or was broken off. */
import { columnLetters } from '../addresses.ts';
import { OUTPUT_TABS, type OutputTab } from './tabs.ts';

/**
 * A column whose cells name the tabs that a run is still writing. The first cell of each tab looks there by a
 * formula. So one write marks all tabs, one write clears them, and a run that breaks off, even at the
 * platform's limit of six minutes, leaves them marked.
 */
export interface UnfinishedMark {
  readonly tab: OutputTab;
  /** Column number, from 1. */
  readonly column: number;
}

const UNFINISHED_TEXT =
  '⚠ 계산이 끝나지 않았습니다. 이 탭의 숫자를 쓰지 말고 공약장부 메뉴에서 전체 다시 계산을 눌러 주세요.';
/** In characters. Excel allows no longer text inside a formula. */
const LONGEST_TEXT = 255;

/**
 * Formula for the first cell of a tab, which shows its title, or a warning while the tab is unfinished.
 *
 * `titleFormula('요약', '요약', { tab: 'runLog', column: 13 })` is
 * `=IF(IFERROR(COUNTIFS('실행기록'!$M:$M,"*요약*"),0)=0,"요약","⚠ …")`.
 * Where 실행기록 is missing, or the tab was copied to another file, it shows the title.
 */
export function titleFormula(title: string, tabName: string, { tab, column }: UnfinishedMark): string {
  const letters = columnLetters(column);
  const cells = `'${OUTPUT_TABS[tab]}'!$${letters}:$${letters}`;
  return `=IF(IFERROR(COUNTIFS(${cells},"*${tabName}*"),0)=0,${quoted(title)},${quoted(UNFINISHED_TEXT)})`;
}

/** A text as written inside a formula. A text that is too long is joined from parts. */
function quoted(text: string): string {
  const parts: string[] = [];
  for (let start = 0; start === 0 || start < text.length; start += LONGEST_TEXT) {
    parts.push(`"${text.slice(start, start + LONGEST_TEXT).replace(/"/g, '""')}"`);
  }
  return parts.join('&');
}

/** The tabs named in a cell of the column. */
export function unfinishedTabsIn(cell: string): readonly OutputTab[] {
  // A cast, because `Object.keys` returns plain strings.
  return (Object.keys(OUTPUT_TABS) as OutputTab[]).filter((tab) => cell.includes(OUTPUT_TABS[tab]));
}

/** The cell that names these tabs; blank for none. */
export function unfinishedCell(tabs: readonly OutputTab[]): string {
  return tabs.map((tab) => OUTPUT_TABS[tab]).join(', ');
}
