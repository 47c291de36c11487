/** Reads the parts of a workbook into a document. */
import { MOST_CELLS } from '../workbook/capacity.ts';
import type { DocumentState, SheetState } from '../workbook/document.ts';
import { largest } from '../workbook/largest.ts';
import { readCharts } from './objects/charts.ts';
import { readLinks } from './objects/links.ts';
import { readTitleRows } from './objects/names.ts';
import { readNotes } from './objects/notes.ts';
import { BLANK_STYLES } from './package/blank-workbook.ts';
import { FileFault } from './package/failures.ts';
import { type OwnSheetState, readOwnState } from './package/own-state.ts';
import type { Parts } from './package/parts.ts';
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from './package/workbook-part.ts';
import { DAYS_UNTIL_1904 } from './sheet/cell-content.ts';
import { sharedStrings } from './sheet/cell-text.ts';
import { readSheet, type WorkbookContext } from './sheet/sheet-reader.ts';
import { themeColors } from './styles/colors.ts';
import { StyleBook } from './styles/style-book.ts';

/** A package that was read: its unchanged parts and their content. */
export interface WorkbookFile {
  readonly parts: Parts;
  readonly workbook: WorkbookPart;
  readonly document: DocumentState;
  /** The file's entry for each sheet of the document, by sheet id. */
  readonly entries: ReadonlyMap<number, SheetEntry>;
}

/**
 * Reads a package into a document.
 * @throws {FileFault} where it is damaged or not a workbook.
 */
export function readWorkbookFile(parts: Parts, name: string): WorkbookFile {
  const workbook = readWorkbookPart(parts);
  const own = readOwnState(parts);
  const context = contextOf(parts, workbook);
  const ownSheets = new Map(own?.sheets.map((sheet) => [sheet.name, sheet]));
  const ids = sheetIds(workbook.sheets, ownSheets);
  const entries = new Map<number, SheetEntry>();
  const selections = new Map<number, string>();
  const titleRows = readTitleRows(workbook.root);
  const sheetNames = {
    nameOf: (id: number) => workbook.sheets[ids.indexOf(id)]?.name ?? null,
    idOf: (sheetName: string) => ids[workbook.sheets.findIndex(({ name }) => name === sheetName)] ?? null,
  };
  let lastChart = largest((own?.sheets ?? []).flatMap(({ charts = [] }) => charts.map(({ id }) => id)));
  const sheets = workbook.sheets.flatMap((entry, place): SheetState[] => {
    const id = ids[place];
    if (entry.path === null || id === undefined) return [];
    const known = ownSheets.get(entry.name);
    const atLeast = { rows: known?.maxRows ?? 0, columns: known?.maxColumns ?? 0 };
    const { content, selection, hyperlinks } = readSheet(parts.requiredText(entry.path), context, atLeast);
    const printTitleRows = titleRows.get(place);
    const links = readLinks(parts, entry.path, hyperlinks);
    const charts = readCharts(parts, entry.path, known?.charts ?? [], sheetNames, () => ++lastChart);
    entries.set(id, entry);
    selections.set(id, selection);
    return [
      {
        id,
        name: entry.name,
        hidden: entry.state !== 'visible',
        ...content,
        notes: readNotes(parts, entry.path),
        ...(content.page !== undefined &&
          printTitleRows !== undefined && { page: { ...content.page, printTitleRows } }),
        ...(links.size > 0 && { links }),
        ...(charts.length > 0 && { charts }),
        ...(known?.protection !== undefined && { protection: known.protection }),
        metadata: known?.metadata.map((item) => ({ ...item })) ?? [],
      },
    ];
  });
  const shown = ids[workbook.active];
  const active = sheets.find(({ id }) => id === shown) ?? sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  const document: DocumentState = {
    id: own?.id ?? name,
    name,
    timeZone: own?.timeZone ?? 'Asia/Seoul',
    locale: own?.locale ?? 'ko_KR',
    sheets,
    activeSheetId: active?.id ?? 0,
    selection: selections.get(active?.id ?? 0) ?? 'A1',
    metadata: own?.metadata.map((item) => ({ ...item })) ?? [],
    documentProperties: new Map(Object.entries(own?.documentProperties ?? {})),
    userProperties: new Map(Object.entries(own?.userProperties ?? {})),
  };
  return { parts, workbook, document, entries };
}

function contextOf(parts: Parts, workbook: WorkbookPart): WorkbookContext {
  return {
    styles: styleBookOf(parts, workbook),
    strings: sharedStrings(relatedText(parts, workbook, 'sharedStrings') ?? '<sst/>'),
    dateShift: dateShiftOf(workbook),
    theme: themeColors(relatedText(parts, workbook, 'theme')),
    countCells: cellCounter(),
  };
}

/** Most cells held, including blank ones inside the grid. More than Sheets allows. */
const MAX_CELLS = 2 * MOST_CELLS;

function cellCounter(): WorkbookContext['countCells'] {
  let held = 0;
  return (cells) => {
    held += cells;
    if (held > MAX_CELLS) throw new FileFault('too-large', `the sheets hold more than ${MAX_CELLS} cells`);
  };
}

/** The styles of a workbook as in the file. */
export function styleBookOf(parts: Parts, workbook: WorkbookPart): StyleBook {
  const styles = relatedText(parts, workbook, 'styles') ?? BLANK_STYLES;
  return new StyleBook(styles, relatedText(parts, workbook, 'theme'));
}

/** Days by which a workbook's date system starts later than ours; usually 0. */
export function dateShiftOf({ startsIn1904 }: WorkbookPart): number {
  return startsIn1904 ? DAYS_UNTIL_1904 : 0;
}

/** The text of the workbook's related part of this type; null: there is none. */
function relatedText(parts: Parts, { path }: WorkbookPart, type: string): string | null {
  const related = parts.related(path, type);
  return related === null ? null : parts.text(related);
}

/** The id of each sheet. Known ids stay; other sheets get their number in the file, or the next free one. */
function sheetIds(entries: readonly SheetEntry[], own: ReadonlyMap<string, OwnSheetState>): number[] {
  const taken = new Set(entries.flatMap(({ name }) => own.get(name)?.id ?? []));
  return entries.map(({ name, number }) => {
    const known = own.get(name)?.id;
    if (known !== undefined) return known;
    let id = number;
    while (taken.has(id)) id++;
    taken.add(id);
    return id;
  });
}
