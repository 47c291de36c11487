/** How the result tabs are printed. Sheets keeps no page set-up that a script could reach, so files get theirs here. */

import { OVERVIEW_TITLES } from '../../sheets/output/overview/overview-titles.ts';
import { OUTPUT_TABS } from '../../sheets/output/tabs.ts';
import type { DocumentState, PageSetup, SheetState } from '../workbook/document.ts';
import { pageBreaks } from './page-breaks.ts';

/** The official sheet, as it goes to the auditor. */
export const REPORT_TAB = '실적보고';
/** Long and narrow: their tables and charts stand one below the other. */
const UPRIGHT_TABS: ReadonlySet<string> = new Set([REPORT_TAB, '요약']);
/** What the bundle marks its own tabs with: a tab that is only called like one is somebody else's. */
const MARK = 'pledge-ledger.result-tab';

const MARGINS = { top: 0.6, right: 0.4, bottom: 0.6, left: 0.4 };

/** Sets the result tabs up for printing: the official sheet and the summary upright, the others lying, all one page wide. */
export function setResultPages({ sheets }: DocumentState): void {
  for (const sheet of sheets) {
    if (isResultTab(sheet)) sheet.page = pageOf(sheet);
  }
}

/** The official sheet; nothing where there is none, or one that is not ours. */
export function reportTab({ sheets }: DocumentState): SheetState | undefined {
  return sheets.find((sheet) => sheet.name === REPORT_TAB && isResultTab(sheet));
}

/** Whether a tab is the bundle's own: it bears its mark. */
export function isResultTab({ metadata }: SheetState): boolean {
  return metadata.some(({ key }) => key === MARK);
}

/** 총괄: figures, charts and what they draw on the first page, the other tables on the second, and the list from the third, with its headings. */
function overviewPages({ values }: SheetState): Pick<PageSetup, 'breaksAfter' | 'printTitleRows'> {
  const rowOf = (title: string) => values.findIndex(([first]) => first === title) + 1;
  const starts = [rowOf(OVERVIEW_TITLES.departments), rowOf(OVERVIEW_TITLES.pledges)].filter(
    (row) => row > 1,
  );
  const list = rowOf(OVERVIEW_TITLES.pledges);
  return {
    breaksAfter: starts.map((row) => row - 1),
    ...(list > 0 && { printTitleRows: { first: list + 1, last: list + 1 } }),
  };
}

function pageOf(sheet: SheetState): PageSetup {
  const { name, frozenRows } = sheet;
  const page = { paper: 'A4', fitToWidth: true, margins: MARGINS } as const;
  if (UPRIGHT_TABS.has(name)) {
    return { ...page, orientation: 'portrait', breaksAfter: pageBreaks(sheet, MARGINS) };
  }
  if (name === OUTPUT_TABS.overview) return { ...page, orientation: 'landscape', ...overviewPages(sheet) };
  // What stays in sight while scrolling stands on every page too.
  return { ...page, orientation: 'landscape', ...(frozenRows > 0 && { printTitleRows: frozenRows }) };
}
