/** What marks the add-on's tabs for a reader: a colour, and a warning before a person edits. */
import { APPENDED_TABS, OUTPUT_TABS } from '../sheets/output/tabs.ts';
import { GUIDE_TAB_NAME } from '../sheets/set-up/guide.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const INPUT_TAB_COLOR = '#3d7ab8';
const RESULT_TAB_COLOR = '#4f8a4f';
const RECORD_TAB_COLOR = '#8a8f98';
const GUIDE_TAB_COLOR = '#12324f';

const APPENDED_NAMES: ReadonlySet<string> = new Set(APPENDED_TABS.map((tab) => OUTPUT_TABS[tab]));

/** Colours a tab and sets a warning before edits. Nobody is locked out of their own spreadsheet. */
export function colorAndProtect(sheet: Sheet, name: string): void {
  sheet.setTabColor(tabColor(name));
  if (name === GUIDE_TAB_NAME) return;
  sheet.protect().setDescription(`공약장부가 쓰는 ${name} 탭`).setWarningOnly(true);
}

function tabColor(name: string): string {
  if (name === GUIDE_TAB_NAME) return GUIDE_TAB_COLOR;
  return APPENDED_NAMES.has(name) ? RECORD_TAB_COLOR : RESULT_TAB_COLOR;
}
