/** Page set-up of the result tabs. Scripts cannot set it in Sheets, so files get it here. */

import { OVERVIEW_TITLES } from '../../sheets/output/overview/overview-titles.ts';
import { OUTPUT_TABS } from '../../sheets/output/tabs.ts';
import type { DocumentState, PageSetup, SheetState } from '../workbook/document.ts';
import { pageBreaks } from './page-breaks.ts';

/** The official sheet, which goes to the auditor. */
export const REPORT_TAB = OUTPUT_TABS.report;
/** Long and narrow tabs: tables and charts are one below the other. */
const UPRIGHT_TABS: ReadonlySet<string> = new Set([REPORT_TAB, OUTPUT_TABS.summary]);
/** Metadata key on the bundle's own tabs. A tab that only has the same name is somebody else's. */
const MARK = 'pledge-ledger.result-tab';

const MARGINS = { top: 0.6, right: 0.4, bottom: 0.6, left: 0.4 };

/**
 * Sets up the result tabs for printing: 실적보고 and 요약 in portrait, the others in landscape, all one page wide.
 */
export function setResultPages({ sheets }: DocumentState): void {
  for (const sheet of sheets) {
    if (isResultTab(sheet)) sheet.page = pageOf(sheet);
  }
}

/** The official sheet; undefined: there is none, or it is not ours. */
export function reportTab({ sheets }: DocumentState): SheetState | undefined {
  return sheets.find((sheet) => sheet.name === REPORT_TAB && isResultTab(sheet));
}

/** Whether the bundle made this tab. */
export function isResultTab({ metadata }: SheetState): boolean {
  return metadata.some(({ key }) => key === MARK);
}

/**
 * Pages of 총괄: figures, charts and their data first, then the other tables, then the list of pledges, whose
 * headings repeat on every page.
 */
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

/** `총괄 · 기준일 2025. 12. 31.`: every page says what it is of, and as of when. */
function headerOf({ values }: SheetState): Pick<PageSetup, 'header'> {
  const [title = '', note = ''] = values.slice(0, 2).map(([first]) => String(first ?? '').trim());
  const [asOf] = /기준일 [\d. ]+\./.exec(note) ?? [];
  return title === '' || asOf === undefined ? {} : { header: `${title} · ${asOf}` };
}

function pageOf(sheet: SheetState): PageSetup {
  const { name, frozenRows } = sheet;
  const page = { paper: 'A4', fitToWidth: true, margins: MARGINS, ...headerOf(sheet) } as const;
  if (UPRIGHT_TABS.has(name)) {
    return { ...page, orientation: 'portrait', breaksAfter: pageBreaks(sheet, MARGINS) };
  }
  if (name === OUTPUT_TABS.overview) return { ...page, orientation: 'landscape', ...overviewPages(sheet) };
  // Frozen rows repeat on every page.
  return { ...page, orientation: 'landscape', ...(frozenRows > 0 && { printTitleRows: frozenRows }) };
}
