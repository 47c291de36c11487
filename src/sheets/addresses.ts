/** The address of a finding in the spreadsheet: a tab name and a cell, such as `소통기록` and `B12`. */
import type { Place } from '../domain/finding.ts';
import type { InputTab, RecordTab } from '../domain/tabs.ts';
import { type Headings, headingsOfRow } from './input/headings.ts';
import { INPUT_TAB_NAMES } from './input/tabs.ts';
import { OUTPUT_TABS } from './output/tabs.ts';

export interface Address {
  readonly tabName: string;
  /** A1 notation of a cell; a whole row (`12:12`) where there is no column; empty for the whole tab. */
  readonly cell: string;
}

const TAB_NAMES: Readonly<Record<InputTab | RecordTab, string>> = {
  ...INPUT_TAB_NAMES,
  monthlyRecords: OUTPUT_TABS.monthlyRecords,
  monthlyRows: OUTPUT_TABS.monthlyRows,
  statusHistory: OUTPUT_TABS.statusHistory,
};

/** What a tab is called in the spreadsheet. */
export function tabNameOf(tab: InputTab | RecordTab): string {
  return TAB_NAMES[tab];
}

export function addressOf(
  place: Place,
  headings: Readonly<Partial<Record<InputTab | RecordTab, Pick<Headings, 'cells' | 'below'>>>>,
): Address {
  const tabName = TAB_NAMES[place.tab];
  if (place.row === null) return { tabName, cell: '' };
  const ofTab = headings[place.tab];
  const column =
    place.field === null || ofTab === undefined
      ? undefined
      : headingsOfRow(ofTab, place.row).cells.get(place.field)?.column;
  return {
    tabName,
    cell: column === undefined ? `${place.row}:${place.row}` : `${columnLetters(column)}${place.row}`,
  };
}

/** Letters of a column number, which counts from 1: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Row and column of a cell in A1 notation, counted from 1; null for anything else. Ignores `$` signs. */
export function cellAt(a1: string): { readonly row: number; readonly column: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(a1.trim().toUpperCase().replace(/\$/g, ''));
  if (match === null) return null;
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}
