/** Writes a document back into its file, changing only the parts that must change. */

import { isDeepStrictEqual } from 'node:util';
import { createSheet } from '../workbook/blank.ts';
import { copyOf, type DocumentState, type SheetState } from '../workbook/document.ts';
import { largest } from '../workbook/largest.ts';
import { renameSheets } from '../workbook/sheet-references.ts';
import { writeCharts } from './objects/charts.ts';
import { withInternalLinks, writeLinks } from './objects/links.ts';
import { replaceNames } from './objects/names.ts';
import { writeNotes } from './objects/notes.ts';
import { BLANK_WORKSHEET, SPREADSHEET_TYPE } from './package/blank-workbook.ts';
import { UnwritableWorkbook } from './package/failures.ts';
import { OrderedDocument, WORKBOOK_ORDER } from './package/ordered-document.ts';
import { ownStateOf, writeOwnState } from './package/own-state.ts';
import type { Parts } from './package/parts.ts';
import { renameReferences } from './package/renamed-sheets.ts';
import {
  askForCalculation,
  replaceSheets,
  type SheetEntry,
  workbookPartAt,
} from './package/workbook-part.ts';
import { hasSameCells } from './sheet/same-cells.ts';
import { changedWorksheet, type SheetView } from './sheet/worksheet-writer.ts';
import type { StyleBook } from './styles/style-book.ts';
import { dateShiftOf, styleBookOf, type WorkbookFile } from './workbook-file.ts';

/**
 * The file with the document's current state. Unchanged parts keep their bytes. The original and its document
 * are never changed, so a file can be saved many times.
 */
export function savedWorkbook(original: WorkbookFile, document: DocumentState): Uint8Array {
  const file = withRenamedSheets(original, document);
  const state = ownStateOf(document);
  const isSameState = isDeepStrictEqual(state, ownStateOf(original.document));
  if (!isSameState) writeOwnState(file.parts, state);
  return new WorkbookSaver(file, withInternalLinks(document, file.document)).bytes();
}

/** The file with the sheet names of the document, so that comparing the two finds only other differences. */
function withRenamedSheets(file: WorkbookFile, { sheets }: DocumentState): WorkbookFile {
  const newNames = new Map(
    sheets.flatMap(({ id, name }) => {
      const old = file.document.sheets.find((sheet) => sheet.id === id)?.name ?? name;
      return old === name ? [] : [[old.toLowerCase(), name] as const];
    }),
  );
  const parts = file.parts.copy();
  if (newNames.size === 0) return { ...file, parts };
  const document = copyOf(file.document);
  renameReferences(parts, newNames);
  renameSheets(document, newNames);
  return { ...file, parts, document, workbook: workbookPartAt(parts, file.workbook.path) };
}

/** Excel's limit for a sheet name, in characters. */
const LONGEST_NAME = 31;

class WorkbookSaver {
  readonly #original: WorkbookFile;
  readonly #document: DocumentState;
  readonly #parts: Parts;
  readonly #styles: StyleBook;
  #lastNumber: number;

  constructor(original: WorkbookFile, document: DocumentState) {
    this.#original = original;
    this.#document = document;
    this.#parts = original.parts.copy();
    this.#styles = styleBookOf(original.parts, original.workbook);
    this.#lastNumber = largest(original.workbook.sheets.map(({ number }) => number));
  }

  bytes(): Uint8Array {
    this.#checkNames();
    const entries = this.#document.sheets.map((sheet) => this.#entryOf(sheet));
    const changesCells = this.#changesCells();
    this.#writeWorkbookPart(entries, changesCells);
    this.#document.sheets.forEach((sheet, index) => {
      this.#writeSheet(sheet, entries[index]?.path ?? '');
    });
    this.#writeStyles();
    this.#removeDeletedSheets(entries);
    if (changesCells) this.#removeCalculationChain();
    return this.#parts.bytes();
  }

  #writeWorkbookPart(entries: readonly SheetEntry[], changesCells: boolean): void {
    const { workbook, document: before } = this.#original;
    const after = this.#document;
    const list = this.#withForeignSheets(entries);
    const entryOf = (sheet: SheetState) => entries[after.sheets.indexOf(sheet)];
    const placeOf = (sheet: SheetState) => list.findIndex(({ number }) => number === entryOf(sheet)?.number);
    const active = after.sheets.find(({ id }) => id === after.activeSheetId);
    const showsAsBefore = active === undefined || before.activeSheetId === active.id;
    const document = new OrderedDocument(workbook.xml, WORKBOOK_ORDER);
    replaceSheets(document, workbook, list, showsAsBefore ? workbook.active : placeOf(active));
    replaceNames(document, { entries: [workbook.sheets, list], documents: [before, after], placeOf });
    if (changesCells) askForCalculation(document);
    const changed = document.text();
    if (changed !== workbook.xml) this.#parts.setText(workbook.path, changed);
  }

  #before(sheet: SheetState): SheetState | undefined {
    return this.#original.document.sheets.find(({ id }) => id === sheet.id);
  }

  /** Refuses new sheet names that Excel does not allow. Names from the file are not checked. */
  #checkNames(): void {
    for (const sheet of this.#document.sheets) {
      const { name } = sheet;
      if (this.#before(sheet)?.name === name) continue;
      if (name === '' || name.length > LONGEST_NAME || /[[\]:*?/\\]|^'|'$/.test(name)) {
        throw new UnwritableWorkbook(
          `'${name}' 탭은 엑셀 파일에 담을 수 없는 이름입니다. ${LONGEST_NAME}자를 넘지 않게 하고, [ ] : * ? / \\ 와 앞뒤 작은따옴표를 빼 주세요.`,
        );
      }
      const isTaken = (other: SheetState) =>
        other !== sheet && other.name.toLowerCase() === name.toLowerCase();
      if (this.#document.sheets.some(isTaken)) {
        throw new UnwritableWorkbook(
          `'${name}' 탭과 이름이 같은 탭이 또 있습니다. 엑셀은 대문자와 소문자를 가리지 않으니 하나의 이름을 바꿔 주세요.`,
        );
      }
    }
  }

  #entryOf(sheet: SheetState): SheetEntry {
    const entry = this.#original.entries.get(sheet.id);
    if (entry === undefined) return this.#addedEntry(sheet);
    const isHidden = entry.state !== 'visible';
    return {
      ...entry,
      name: sheet.name,
      state: isHidden === sheet.hidden ? entry.state : sheet.hidden ? 'hidden' : 'visible',
    };
  }

  #addedEntry(sheet: SheetState): SheetEntry {
    const { workbook } = this.#original;
    this.#lastNumber++;
    const path = this.#parts.unusedPath('xl/worksheets/sheet', '.xml');
    const type = `${SPREADSHEET_TYPE}.worksheet+xml`;
    const relationship = this.#parts.add(workbook.path, 'worksheet', path, type, BLANK_WORKSHEET);
    const state = sheet.hidden ? 'hidden' : 'visible';
    return { name: sheet.name, state, number: this.#lastNumber, relationship, path };
  }

  /**
   * Adds chart sheets and other entries that the document does not hold. Each stays behind the sheet it
   * followed.
   */
  #withForeignSheets(entries: readonly SheetEntry[]): SheetEntry[] {
    const list = [...entries];
    let previous: SheetEntry | null = null;
    for (const entry of this.#original.workbook.sheets) {
      const isListed = list.some(({ number }) => number === entry.number);
      if (!isListed && entry.path !== null) continue;
      const place = list.findIndex(({ number }) => number === previous?.number);
      if (!isListed) list.splice(place + 1, 0, entry);
      previous = entry;
    }
    return list;
  }

  #changesCells(): boolean {
    const before = this.#original.document.sheets;
    const after = this.#document.sheets;
    return (
      before.some(({ id }) => !after.some((sheet) => sheet.id === id)) ||
      after.some((sheet) => {
        const old = this.#before(sheet);
        return old === undefined || old.name !== sheet.name || !hasSameCells(old, sheet);
      })
    );
  }

  /**
   * The view to write for a sheet; null: unchanged. The formerly active sheet must be deselected: otherwise
   * Excel selects both, and typing changes both.
   */
  #viewOf({ id }: SheetState): SheetView | null {
    const { activeSheetId, selection } = this.#document;
    const old = this.#original.document;
    if (id !== activeSheetId) return id === old.activeSheetId ? { isActive: false, selection: null } : null;
    const isSame = old.activeSheetId === activeSheetId && old.selection === selection;
    return isSame ? null : { isActive: true, selection };
  }

  #writeSheet(after: SheetState, path: string): void {
    const before = this.#before(after) ?? createSheet(after.id, after.name);
    const view = this.#viewOf(after);
    const read = () => this.#parts.requiredText(path);
    const dateShift = dateShiftOf(this.#original.workbook);
    const changed = changedWorksheet(read, { before, after, view }, this.#styles, dateShift);
    if (changed !== null) this.#parts.setText(path, changed);
    writeLinks(this.#parts, path, before.links, after.links);
    writeNotes(this.#parts, path, before.notes, after.notes);
    // A chart may show a sheet that is deleted.
    const nameOf = (id: number) =>
      [this.#document, this.#original.document]
        .flatMap(({ sheets }) => sheets)
        .find((sheet) => sheet.id === id)?.name ?? null;
    writeCharts(this.#parts, path, before.charts, after.charts, nameOf);
  }

  #writeStyles(): void {
    if (!this.#styles.changed) return;
    const owner = this.#original.workbook.path;
    const known = this.#parts.related(owner, 'styles');
    if (known !== null) {
      this.#parts.setText(known, this.#styles.text());
      return;
    }
    const path = this.#parts.unusedPath('xl/styles', '.xml');
    this.#parts.add(owner, 'styles', path, `${SPREADSHEET_TYPE}.styles+xml`, this.#styles.text());
  }

  #removeDeletedSheets(kept: readonly SheetEntry[]): void {
    const deleted = [...this.#original.entries.values()].filter(
      (entry) => !kept.some(({ relationship }) => relationship === entry.relationship),
    );
    if (deleted.length === 0) return;
    const reachable = reachableParts(this.#original.parts);
    for (const { relationship } of deleted) {
      this.#parts.removeRelationship(this.#original.workbook.path, relationship);
    }
    const stillReachable = reachableParts(this.#parts);
    for (const path of reachable) {
      if (!stillReachable.has(path)) this.#parts.removePart(path);
    }
  }

  /**
   * Removes Excel's stored calculation order. Excel makes a new one; one that names deleted cells is an
   * error.
   */
  #removeCalculationChain(): void {
    const { path } = this.#original.workbook;
    const chain = this.#parts.relationships(path).find(({ type }) => type === 'calcChain');
    if (chain === undefined) return;
    this.#parts.removeRelationship(path, chain.id);
    this.#parts.removePart(chain.target);
  }
}

/**
 * All parts reachable through relationships. Comparing them finds the drawings and other parts of a deleted
 * sheet.
 */
function reachableParts(parts: Parts): Set<string> {
  const reached = new Set<string>();
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const { target, external } of parts.relationships(path)) {
      if (external || reached.has(target)) continue;
      reached.add(target);
      waiting.push(target);
    }
  }
  return reached;
}
