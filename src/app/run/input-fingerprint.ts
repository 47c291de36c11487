/** Whether what staff typed has changed since it was last computed. */

import { runningFingerprint } from '../../domain/fingerprint.ts';
import { INPUT_TABS } from '../../domain/tabs.ts';
import { withoutPersonalData } from '../../sheets/personal-data.ts';
import type { RawTabs } from '../../sheets/raw.ts';
import { isDateCell, type RawCell } from '../../sheets/raw.ts';

/** No cell can hold these, so that what stands in two cells is never taken for what stands in one. */
const END_OF_CELL = '\u0000';
const END_OF_ROW = '\u0001';
const END_OF_TAB = '\u0002';
const NO_TAB = '\u0003';

/** The same for the same cells of the input tabs, whatever they look like. */
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

/** What a cell holds, with a mark of its type in front: the text 1 and the number 1 are read differently. */
function contentOf(cell: RawCell): string {
  if (cell === '') return '';
  if (isDateCell(cell)) return `d${cell.date}`;
  // It is kept with the spreadsheet, and of a mobile number nothing is: no figure hangs on one.
  return typeof cell === 'string' ? `t${withoutPersonalData(cell)}` : String(cell);
}
