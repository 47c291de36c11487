/** Tells whether the input tabs changed since they were last computed. */

import { runningFingerprint } from '../../domain/fingerprint.ts';
import { INPUT_TABS } from '../../domain/tabs.ts';
import { withoutPersonalData } from '../../sheets/personal-data.ts';
import type { RawTabs } from '../../sheets/raw.ts';
import { isDateCell, type RawCell } from '../../sheets/raw.ts';

/** Separators that no cell can hold, so that different cells never give the same text. */
const END_OF_CELL = '\u0000';
const END_OF_ROW = '\u0001';
const END_OF_TAB = '\u0002';
const NO_TAB = '\u0003';

/** A fingerprint of the contents of all input tabs. Formatting does not change it. */
export function inputFingerprint(tabs: RawTabs): string {
  const { add, result } = runningFingerprint();
  for (const tab of INPUT_TABS) {
    const rows = tabs[tab]?.rows;
    for (const row of rows ?? []) {
      for (const cell of row) {
        add(contentOf(cell));
        add(END_OF_CELL);
      }
      add(END_OF_ROW);
    }
    add(rows === undefined ? NO_TAB : END_OF_TAB);
  }
  return result();
}

/**
 * The content of a cell with a mark of its type, because the text 1 and the number 1 are read differently.
 */
function contentOf(cell: RawCell): string {
  if (cell === '') return '';
  if (isDateCell(cell)) return `d${cell.date}`;
  // The fingerprint is kept with the spreadsheet, so personal data is left out. No figure depends on it.
  return typeof cell === 'string' ? `t${withoutPersonalData(cell)}` : String(cell);
}
