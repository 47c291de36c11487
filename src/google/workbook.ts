/**
 * The spreadsheet as the use cases see it: one bulk read for each tab, one bulk write of
 * each kind for each block.
 */
import type { LogLayout, Workbook } from '../app/ports.ts';
import { isoDateFrom } from '../domain/date.ts';
import { OUTPUT_TABS } from '../sheets/output/tabs.ts';
import { titleFormula } from '../sheets/output/unfinished.ts';
import type { DateCell, MergedCells, RawCell, RawTab } from '../sheets/raw.ts';
import { appendInputRow, fillInputTabs, writeInputColumn, writeInputRows } from './input-sheets.ts';
import { namedSheets } from './named-sheets.ts';
import { insertOwnSheet, type OwnSheet, ownSheets } from './own-sheets.ts';
import { tabsWithHiddenRows } from './records/hidden-rows.ts';
import { columnsOf, logOf, type OwnLog } from './records/log.ts';
import { throwOwnBug } from './result-tabs/attempt.ts';
import { sheetIds } from './result-tabs/links.ts';
import { writeResults } from './result-tabs/write-results.ts';
import { placeOfResultTab } from './tab-order.ts';
import { tabSizes } from './tab-sizes.ts';
import type { Formula } from './write-cells.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** @param dateCell converts a Date that a cell returns. */
export function spreadsheetWorkbook(
  spreadsheet: Spreadsheet,
  dateCell: (date: Date) => DateCell | number,
): Workbook {
  let own: Map<string, OwnSheet> | null = null;
  /** The range that was read from each tab. */
  const areas = new Map<string, Range>();
  const logs = new Map<string, OwnLog>();
  const flush = () => SpreadsheetApp.flush();
  const rowsOf = (range: Range) => rawRows(range.getValues(), dateCell);
  const ownByName = () => {
    own ??= ownSheets(spreadsheet);
    return own;
  };
  const findOrMake = (name: string, title: Formula | null, columns: number | null = null) => {
    const present = ownByName().get(name);
    if (present !== undefined) return present;
    // Result tabs go before record tabs, one of which is made first.
    const index = title === null ? undefined : placeOfResultTab(spreadsheet, ownByName());
    const made = insertOwnSheet(spreadsheet, name, { title, index, columns });
    ownByName().set(name, made);
    return made;
  };
  const openLog = (layout: LogLayout) => {
    const name = OUTPUT_TABS[layout.tab];
    const log = logOf(layout, ownByName().get(name), {
      rowsOf,
      make: () => findOrMake(name, null, columnsOf(layout)),
      flush,
    });
    logs.set(name, log);
    return log;
  };

  return {
    id: () => spreadsheet.getId(),

    sizes: () => tabSizes(spreadsheet),

    read: (names, before) => {
      const tabs = new Map<string, RawTab>();
      const sheets = namedSheets(spreadsheet);
      for (const name of names) {
        const sheet = sheets.named(name);
        if (sheet === null) continue;
        before?.(name);
        const range = sheet.getDataRange();
        areas.set(name, range);
        tabs.set(name, {
          name,
          rows: rawRows(range.getValues(), dateCell),
          merges: askedOnce(() => range.getMergedRanges().map(mergedCells)),
          formats: askedOnce(() => range.getNumberFormats()),
        });
      }
      return tabs;
    },

    tabNames: () => spreadsheet.getSheets().map((sheet) => sheet.getName()),

    foreignTabs: (names) =>
      names.filter((name) => !ownByName().has(name) && spreadsheet.getSheetByName(name) !== null),

    tabsWithHiddenRows: (layout) => {
      const name = OUTPUT_TABS[layout.tab];
      const log = logs.get(name) ?? openLog(layout);
      findOrMake(name, null, columnsOf(layout));
      try {
        const cells = log.countingCells();
        return cells === null ? new Set() : tabsWithHiddenRows(cells, layout.watched, areas);
      } catch (error) {
        throwOwnBug(error);
        return null;
      }
    },

    write: ({ asOf, unfinished, unsettled, grids }) => {
      const sheetId = sheetIds(spreadsheet);
      const tabs = grids.map(({ tab, grid }) => {
        const name = OUTPUT_TABS[tab];
        const title = unfinished === null ? null : { formula: titleFormula('', name, unfinished) };
        const open = () => findOrMake(name, title);
        return { tab, name, grid, asOf, unfinished, isUnsettled: unsettled.has(tab), open, sheetId };
      });
      return writeResults(tabs, flush);
    },

    writtenFor: (name) => isoDateFrom(ownByName().get(name)?.written.asOf ?? ''),

    log: openLog,

    fillInputTabs: (layouts) => fillInputTabs(spreadsheet, layouts, ownByName),

    writeInputRows: (layouts) => writeInputRows(spreadsheet, layouts),

    appendInputRow: (name, cells, heading) => appendInputRow(spreadsheet, name, cells, heading),
    writeInputColumn: (name, column, cells, made) => writeInputColumn(spreadsheet, name, column, cells, made),

    deleteOwn: (names) => {
      for (const name of names) {
        const made = ownByName().get(name);
        if (made === undefined) continue;
        spreadsheet.deleteSheet(made.sheet);
        ownByName().delete(name);
      }
    },

    flush,
  };
}

/**
 * The rows of a tab, with each Date converted in place: copying every cell would cost more than reading them.
 */
function rawRows(rows: unknown[][], dateCell: (date: Date) => DateCell | number): RawCell[][] {
  for (const row of rows) {
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') continue;
      row[column] = cell instanceof Date ? dateCell(cell) : '';
    }
  }
  // Every cell has just been seen to be text, a number, a boolean or a date, or been made blank.
  return rows as RawCell[][];
}

function mergedCells(range: Range): MergedCells {
  return {
    row: range.getRow(),
    column: range.getColumn(),
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
  };
}

/** Calls `ask` once, however many pledges are read from one tab. */
function askedOnce<Value>(ask: () => Value): () => Value {
  let answer: { readonly value: Value } | null = null;
  return () => {
    answer ??= { value: ask() };
    return answer.value;
  };
}
