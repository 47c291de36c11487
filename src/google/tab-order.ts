/** The position of a new tab: 사용법, input tabs, results, records. Existing tabs stay where they are. */
import { INPUT_TABS } from '../domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../sheets/input/tabs.ts';
import { APPENDED_TABS, OUTPUT_TABS } from '../sheets/output/tabs.ts';
import type { NamedSheets } from './named-sheets.ts';
import type { OwnSheet } from './own-sheets.ts';
import { placeAtEnd } from './sheet-view.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type OwnSheets = ReadonlyMap<string, OwnSheet>;

/**
 * The position of a new input tab, from 0: after the last one, or else before the first
 * tab of results or records.
 */
export function placeOfInputTab(spreadsheet: Spreadsheet, sheets: NamedSheets, own: () => OwnSheets): number {
  const present = INPUT_TABS.flatMap((tab) => sheets.named(INPUT_TAB_NAMES[tab]) ?? []);
  return present.length > 0
    ? Math.max(...present.map((sheet) => sheet.getIndex()))
    : placeBefore(Object.values(OUTPUT_TABS), spreadsheet, own());
}

/** The position of a new result tab, from 0: before the first tab of records. */
export function placeOfResultTab(spreadsheet: Spreadsheet, own: OwnSheets): number {
  return placeBefore(
    APPENDED_TABS.map((tab) => OUTPUT_TABS[tab]),
    spreadsheet,
    own,
  );
}

/** The position before the first of our tabs with these names; at the end where there is none. */
function placeBefore(names: readonly string[], spreadsheet: Spreadsheet, own: OwnSheets): number {
  const places = names.flatMap((name) => own.get(name)?.sheet.getIndex() ?? []);
  return Math.min(placeAtEnd(spreadsheet), ...places.map((place) => place - 1));
}
