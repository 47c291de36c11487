/**
 * A sample that is not part of the script. The script's own actions make its tabs, and its rows are typed as
 * a person types them.
 */
import type { InputTab } from '../../domain/tabs.ts';
import { ADDED_TABS, INPUT_TAB_NAMES } from '../../sheets/input/tabs.ts';
import { writeBlock } from '../host/cell-values.ts';
import { createDocument, createHost, type DocumentState } from '../host/host.ts';
import type { SheetState } from '../workbook/document.ts';
import { setStyle, styleAt } from '../workbook/grid.ts';
import { dateFormatsOf } from '../workbook/typed-input.ts';
import { zoneNamed } from '../workbook/zone.ts';

export interface BookSample {
  readonly title: string;
  /** `yyyy-mm-dd`: the as-of date that `npm start` uses. */
  readonly asOf: string;
  /** `yyyy-mm-dd`: the day on which 시트 준비 runs. It decides the quarters of the schedule. */
  readonly preparedOn: string;
  /** Rows typed into 공약. An explanation is given only where it differs from that of 시트 준비. */
  readonly settings: readonly (readonly [item: string, value: string, explanation?: string])[];
  readonly tabs: readonly SampleTab[];
  /** Whether it is an office's book. */
  readonly isOffice?: boolean;
}

/** Texts typed into a tab, cell by cell. */
interface SampleTab {
  readonly tab: InputTab;
  /** A title row above the headings. */
  readonly title?: string;
  /**
   * null: keep the headings that 시트 준비 made. Otherwise the tab is rebuilt with these, without its notes and
   * validations.
   */
  readonly headings: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Makes the spreadsheet: 시트 준비, 탭 더하기, then the typed cells.
 * @param code the script
 */
export function makeSampleBook(sample: BookSample, code: string, timeZone: string): DocumentState {
  const document = createDocument({ name: sample.title, timeZone });
  const host = createHost({ document, code, now: () => new Date(`${sample.preparedOn}T01:00:00Z`) });
  const done = (functionName: string, given: readonly string[]) => {
    const { error } = host.execute(functionName, given);
    if (error !== null) throw error;
  };
  done('setUpSheets', []);
  const added = ADDED_TABS.filter((tab) => tab !== 'pledgeList' || sample.isOffice === true);
  for (const tab of added) done('addMoreTabs', [INPUT_TAB_NAMES[tab]]);
  const type = typist(document, sample.preparedOn);
  typeSettings(sheetOf(document, 'pledge'), sample.settings, type);
  for (const { tab, title, headings, rows } of sample.tabs) {
    const sheet = sheetOf(document, tab);
    const first = title === undefined ? 1 : 2;
    if (headings !== null) replaceHeadings(sheet, first, headings, type);
    if (title !== undefined) type(sheet, 1, 1, title);
    for (const [index, row] of rows.entries()) {
      for (const [column, text] of row.entries()) type(sheet, first + 1 + index, column + 1, text);
    }
  }
  return document;
}

function sheetOf({ sheets }: DocumentState, tab: InputTab): SheetState {
  const sheet = sheets.find(({ name }) => name === INPUT_TAB_NAMES[tab]);
  if (sheet === undefined) throw new Error(`there is no tab ${INPUT_TAB_NAMES[tab]}`);
  return sheet;
}

type Type = (sheet: SheetState, row: number, column: number, text: string) => void;

function typist({ locale, timeZone }: DocumentState, day: string): Type {
  const zone = zoneNamed(timeZone);
  const context = {
    locale,
    year: Number(day.slice(0, 4)),
    zone,
    dates: dateFormatsOf(locale),
    byScript: false,
  };
  return (sheet, row, column, text) => {
    if (text !== '') writeBlock(sheet, { row, column, rows: 1, columns: 1 }, () => text, context);
  };
}

/** Types the settings into 공약. A setting without a row gets a new one below the last. */
function typeSettings(sheet: SheetState, settings: BookSample['settings'], type: Type): void {
  for (const [item, value, explanation = ''] of settings) {
    const found = sheet.values.findIndex(([first]) => first === item);
    const row = found < 0 ? sheet.values.length + 1 : found + 1;
    if (found < 0) type(sheet, row, 1, item);
    type(sheet, row, 2, value);
    type(sheet, row, 3, explanation);
  }
}

/**
 * Replaces the headings of a tab. Clears its values, notes and validations; the new headings keep the old
 * look.
 */
function replaceHeadings(sheet: SheetState, row: number, headings: readonly string[], type: Type): void {
  const look = styleAt(sheet, 1, 1);
  sheet.values = [];
  sheet.styles = [];
  sheet.notes.clear();
  sheet.validations?.clear();
  sheet.frozenRows = row;
  for (const [index, heading] of headings.entries()) {
    setStyle(sheet, row, index + 1, look);
    type(sheet, row, index + 1, heading);
  }
}
