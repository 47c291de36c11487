/** The JSON object that `recalc --json` prints. */
import type { RunResult } from '../../app/result/run-result.ts';
import { RECORD_TABS } from '../../domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../sheets/input/tabs.ts';
import { OUTPUT_TABS } from '../../sheets/output/tabs.ts';
import type { DocumentState } from '../host/host.ts';
import { isResultTab } from '../print/result-pages.ts';
import { displayGrid } from '../workbook/display.ts';

/**
 * The record tabs and the run log. They are left out because they differ between two runs over the same rows.
 */
const TABS_OF_RUNS: ReadonlySet<string> = new Set(
  [...RECORD_TABS, 'runLog' as const].map((tab) => OUTPUT_TABS[tab]),
);
const TABS_SHOWN = Object.values(OUTPUT_TABS).filter((name) => !TABS_OF_RUNS.has(name));

export interface ResultJson extends RunResult {
  /**
   * Each result tab as it is displayed; null: the tab shows one pledge, and none of the office's was asked
   * for.
   */
  readonly tabs: Readonly<Record<string, readonly (readonly string[])[] | null>>;
}

/**
 * What a run came to, with its tabs.
 * @param pledge the number of the pledge that was asked for. Without one, an office's book gives no figures
 * of a single pledge, even if somebody looks at one in the file.
 */
export function resultJson(result: RunResult, document: DocumentState, pledge: string | null): ResultJson {
  const tabs = displayedTabs(document);
  const isOffice = document.sheets.some(({ name }) => name === INPUT_TAB_NAMES.pledgeList);
  if (result.pledge !== null && (pledge !== null || !isOffice)) return { ...result, tabs };
  const isOfBook = (name: string) => name === OUTPUT_TABS.overview || name === OUTPUT_TABS.audit;
  const ofBook = Object.entries(tabs).map(([name, rows]) => [name, isOfBook(name) ? rows : null] as const);
  const ofNoPledge = { pledge: null, meetings: null, suggestions: null, budget: null };
  return { ...result, ...ofNoPledge, tabs: Object.fromEntries(ofBook) };
}

/** The result tabs as a person sees them, by tab name. */
export function displayedTabs(document: DocumentState): Readonly<Record<string, string[][]>> {
  return Object.fromEntries(
    TABS_SHOWN.flatMap((name) => {
      const sheet = document.sheets.find((candidate) => candidate.name === name && isResultTab(candidate));
      return sheet === undefined ? [] : [[name, displayGrid(sheet, document.locale).map(withoutRoom)]];
    }),
  );
}

/** Drops the trailing spaces that number formats add to align figures. */
function withoutRoom(row: readonly string[]): string[] {
  return row.map((text) => text.trimEnd());
}
