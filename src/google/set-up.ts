/** 시트 준비, carried out in the spreadsheet that the script is bound to. */

import type { Preparation, PresentTabs } from '../app/set-up.ts';
import { keepsOffice } from '../app/workbook-tabs.ts';
import { INPUT_TABS } from '../domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../sheets/input/tabs.ts';
import { blockOf } from '../sheets/output/grid/appearance.ts';
import { TEXT_FORMAT } from '../sheets/output/grid/grid.ts';
import { RESULT_SHAPES } from '../sheets/output/results/shapes.ts';
import { OUTPUT_TABS } from '../sheets/output/tabs.ts';
import {
  GUIDE_TAB_NAME,
  guideFits,
  guideGrid,
  isGuideText,
  MOST_GUIDE_ROWS,
} from '../sheets/set-up/guide.ts';
import { namedSheets } from './named-sheets.ts';
import { colorAndProtect } from './own-looks.ts';
import { insertOwnSheet, isInTheMaking, type OwnSheet, ownSheets } from './own-sheets.ts';
import { putLinks, sheetIds } from './result-tabs/links.ts';
import { looksOf, shapeTab } from './result-tabs/looks.ts';
import { placeOfResultTab } from './tab-order.ts';
import { type Written, writeCell, writeCells } from './write-cells.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const VERSION_KEY = 'pledge-ledger.layout';
const NOT_COMPUTED_YET = '메뉴 공약장부 → 전체 다시 계산을 누르면 여기에 결과가 나옵니다.';

export function boundPreparation(): Preparation {
  const spreadsheet = SpreadsheetApp.getActive();
  // Looked up once the lock is held.
  let own: ReadonlyMap<string, OwnSheet> = new Map();
  const properties = PropertiesService.getDocumentProperties();

  return {
    present: () => {
      own = ownSheets(spreadsheet);
      const named = namedSheets(spreadsheet);
      const sheets = INPUT_TABS.flatMap((tab) => {
        const sheet = named.named(INPUT_TAB_NAMES[tab]);
        return sheet === null ? [] : [{ tab, sheet }];
      });
      const guide = own.get(GUIDE_TAB_NAME);
      return {
        input: new Set(sheets.map(({ tab }) => tab)),
        empty: new Set(sheets.filter(({ sheet }) => sheet.getLastRow() === 0).map(({ tab }) => tab)),
        names: new Set(spreadsheet.getSheets().map((sheet) => sheet.getName())),
        unwritten: new Set([...own].filter(([, { written }]) => written.rows === 0).map(([name]) => name)),
        own: new Set(own.keys()),
        guideFits: guide === undefined || guideFits(guideShown(guide.sheet), isOfficeBook(spreadsheet)),
        version: Number(properties.getProperty(VERSION_KEY) ?? 0),
      } satisfies PresentTabs;
    },

    makeResultTabs: (tabs) => {
      let index: number | null = null;
      for (const tab of tabs) {
        const name = OUTPUT_TABS[tab];
        let made = own.get(name);
        if (made === undefined) {
          index ??= placeOfResultTab(spreadsheet, own);
          made = insertOwnSheet(spreadsheet, name, { index });
          // A tab that was begun before stays where it is.
          index = made.sheet.getIndex();
        }
        const { sheet, written, remember } = made;
        const decoration = tab === 'report' ? written.decoration : shapeTab(sheet, RESULT_SHAPES[tab]);
        writeCell(sheet.getRange(1, 1), NOT_COMPUTED_YET);
        remember({ ...written, rows: 1, columns: 1, decoration });
      }
    },

    forgetGuide: () => {
      const guide = own.get(GUIDE_TAB_NAME);
      guide?.remember({ ...guide.written, rows: 0, columns: 0 });
    },

    makeGuide: () => {
      const made = own.get(GUIDE_TAB_NAME) ?? insertOwnSheet(spreadsheet, GUIDE_TAB_NAME, { index: 0 });
      // Before it is remembered as written: a set-up that breaks off here shows it the next time.
      made.sheet.activate();
      writeGuide(made, spreadsheet);
    },

    renewGuide: () => {
      const made = ownSheets(spreadsheet).get(GUIDE_TAB_NAME);
      if (made !== undefined && made.written.rows > 0) writeGuide(made, spreadsheet);
    },

    upgrade: (step) => {
      switch (step) {
        case 'dressOwnTabs': {
          const protections = spreadsheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
          const names = new Set(protections.map((protection) => protection.getRange().getSheet().getName()));
          for (const [name, { sheet }] of own) {
            if (!names.has(name) && !isInTheMaking(name)) colorAndProtect(sheet, name);
          }
        }
      }
    },

    noteVersion: (version) => {
      properties.setProperty(VERSION_KEY, String(version));
    },
  };
}

/** Writes 사용법 for the book as it is now: of one pledge, or of an office. Cells that a person changed stay. */
function writeGuide({ sheet, written, remember }: OwnSheet, spreadsheet: Spreadsheet): void {
  const grid = guideGrid(isOfficeBook(spreadsheet));
  const before = guideShown(sheet);
  const isBlank = before.every((row) => row.every((text) => text === ''));
  const { values, numberFormats, decoration } = blockOf(grid);
  const cells: Written[][] = values;
  putLinks(grid, cells, numberFormats, sheetIds(spreadsheet));
  const columns = values[0]?.length ?? 1;
  // Rows of an office's book are blanked where the book has become one of a single pledge.
  while (cells.length < Math.min(before.length, MOST_GUIDE_ROWS)) {
    cells.push(Array<Written>(columns).fill(''));
    numberFormats.push(Array<string>(columns).fill(TEXT_FORMAT));
  }
  const isOurs = (row: number, column: number) =>
    isBlank || isGuideText(row, column, before[row]?.[column] ?? '');
  const range = sheet.getRange(1, 1, cells.length, columns);
  const dressed = sheet.getRange(1, 1, grid.rows.length, columns);
  for (const look of looksOf(dressed, range, grid, decoration, true)) look.write('');
  sheet.setHiddenGridlines(true);
  if (cells.every((row, at) => row.every((_, column) => isOurs(at, column)))) {
    range.setNumberFormats(numberFormats);
    writeCells(range, cells);
  } else {
    cells.forEach((row, at) => {
      row.forEach((cell, column) => {
        if (!isOurs(at, column)) return;
        const one = sheet.getRange(at + 1, column + 1);
        one.setNumberFormat(numberFormats[at]?.[column] ?? TEXT_FORMAT);
        writeCells(one, [[cell]]);
      });
    });
  }
  remember({ ...written, rows: grid.rows.length, columns });
}

/** The texts of 사용법 as they are shown, down to the last row that holds anything. */
function guideShown(sheet: GoogleAppsScript.Spreadsheet.Sheet): string[][] {
  return sheet.getDataRange().getDisplayValues();
}

function isOfficeBook(spreadsheet: Spreadsheet): boolean {
  return keepsOffice(spreadsheet.getSheets().map((sheet) => sheet.getName()));
}
