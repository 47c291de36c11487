/**
 * The tabs that belong to the add-on. Each carries a mark in its developer metadata: a tab of the same name
 * without it is somebody else's. The mark also holds the size and looks of the block written last, so that
 * the sheet need not be read before it is overwritten, and unchanged looks are not written again.
 */
import { colorAndProtect } from './own-looks.ts';
import { NO_LOOKS } from './result-tabs/looks.ts';
import { keepingShown, placeAtEnd } from './sheet-view.ts';
import { extentOf } from './tab-sizes.ts';
import { type Written, writeCell } from './write-cells.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;

const MARK_KEY = 'pledge-ledger.result-tab';

/** The content of a mark: rows and columns of the block written last, and a text about its looks. */
export interface MarkContent {
  readonly rows: number;
  readonly columns: number;
  readonly decoration: string;
  /** The as-of date of its figures; empty for a tab that is only appended to. */
  readonly asOf: string;
}

export interface OwnSheet {
  readonly sheet: Sheet;
  readonly written: MarkContent;
  /** Keeps in the mark what was written. Nothing is sent when nothing changed. */
  remember(written: MarkContent): void;
}

const IN_THE_MAKING = ' (만드는 중)';

const NOTHING_WRITTEN: MarkContent = { rows: 0, columns: 0, decoration: '', asOf: '' };

/** The add-on's own sheets by name, found with one search of the spreadsheet. */
export function ownSheets(spreadsheet: Spreadsheet): Map<string, OwnSheet> {
  const own = new Map<string, OwnSheet>();
  for (const mark of spreadsheet.createDeveloperMetadataFinder().withKey(MARK_KEY).find()) {
    const sheet = mark.getLocation().getSheet();
    if (sheet !== null) own.set(sheet.getName(), ownSheet(sheet, mark, writtenIn(mark.getValue() ?? '')));
  }
  return own;
}

/**
 * Makes a tab of our own. The shown tab stays shown. It gets its name last: with a name and no mark it would
 * count as somebody else's and be in the way for ever. Until then it has a temporary name, by which a tab
 * whose making was interrupted is found and used.
 */
export function insertOwnSheet(
  spreadsheet: Spreadsheet,
  name: string,
  { title = null, index = placeAtEnd(spreadsheet), columns = null }: NewOwnSheet = {},
): OwnSheet {
  const begun = begunSheet(spreadsheet, name);
  const made = begun === null ? addMark(insertSheetInTheMaking(spreadsheet, name, index)) : ensureMark(begun);
  colorAndProtect(made.sheet, name);
  if (title !== null) writeCell(made.sheet.getRange(1, 1), title);
  if (columns !== null) deleteSurplusColumns(made.sheet, columns, begun === null);
  made.sheet.setName(name);
  return made;
}

interface NewOwnSheet {
  /** What its first cell says by the time it has its name; null: nothing. */
  readonly title?: Written | null;
  /** Its position; by default at the end. */
  readonly index?: number | undefined;
  /**
   * Number of columns it needs, for a tab that will have many rows: a new tab has more, and blank cells count
   * towards the limit. null: leave them.
   */
  readonly columns?: number | null;
}

/** Deletes columns that are not needed. A reused tab keeps them where somebody has typed into it. */
function deleteSurplusColumns(sheet: Sheet, columns: number, isNew: boolean): void {
  const surplus = extentOf(sheet).columns - columns;
  if (surplus > 0 && (isNew || sheet.getLastRow() === 0)) sheet.deleteColumns(columns + 1, surplus);
}

/** Whether this is the temporary name of a tab of our own whose making was interrupted. */
export function isInTheMaking(name: string): boolean {
  return name.endsWith(IN_THE_MAKING);
}

function nameInTheMaking(name: string): string {
  return `${name}${IN_THE_MAKING}`;
}

/** A tab whose making was interrupted before it got its name, or in the call that gave it; null: none. */
function begunSheet(spreadsheet: Spreadsheet, name: string): Sheet | null {
  const named = spreadsheet.getSheetByName(name);
  if (named !== null && markOf(named) !== undefined) return named;
  const begun = spreadsheet.getSheetByName(nameInTheMaking(name));
  return begun !== null && (begun.getLastRow() === 0 || markOf(begun) !== undefined) ? begun : null;
}

function insertSheetInTheMaking(spreadsheet: Spreadsheet, name: string, index: number): Sheet {
  const begun = nameInTheMaking(name);
  // A tab whose making was interrupted belongs to whoever typed into it since.
  const isTaken = spreadsheet.getSheetByName(begun) !== null;
  return keepingShown(spreadsheet, () =>
    isTaken ? spreadsheet.insertSheet(index) : spreadsheet.insertSheet(begun, index),
  );
}

function ensureMark(sheet: Sheet): OwnSheet {
  const mark = markOf(sheet);
  return mark === undefined ? addMark(sheet) : ownSheet(sheet, mark, writtenIn(mark.getValue() ?? ''));
}

function addMark(sheet: Sheet): OwnSheet {
  sheet.addDeveloperMetadata(MARK_KEY, markText({ ...NOTHING_WRITTEN, decoration: NO_LOOKS }));
  const mark = markOf(sheet);
  if (mark === undefined) throw new Error('the mark of a new tab was not kept');
  return ownSheet(sheet, mark, writtenIn(mark.getValue() ?? ''));
}

function markOf(sheet: Sheet): Metadata | undefined {
  return sheet.createDeveloperMetadataFinder().withKey(MARK_KEY).find()[0];
}

function ownSheet(sheet: Sheet, mark: Metadata, found: MarkContent): OwnSheet {
  let kept = found;
  return {
    sheet,
    get written() {
      return kept;
    },
    remember: (now) => {
      if (markText(now) === markText(kept)) return;
      kept = now;
      mark.setValue(markText(now));
    },
  };
}

function markText({ rows, columns, decoration, asOf }: MarkContent): string {
  return `${rows} ${columns} ${decoration} ${asOf}`;
}

/** A mark that was changed by hand is read as if nothing had been written. */
function writtenIn(text: string): MarkContent {
  const match = /^(\d+) (\d+) (\w*) ([\d-]*)$/.exec(text);
  if (match === null) return NOTHING_WRITTEN;
  const [, rows, columns, decoration = '', asOf = ''] = match;
  return { rows: Number(rows), columns: Number(columns), decoration, asOf };
}
