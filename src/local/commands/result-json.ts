/** The one JSON object that `recalc --json` prints. */
import type { RunResult } from '../../app/run/run-result.ts';
import { RECORD_TABS } from '../../domain/tabs.ts';
import { OUTPUT_TABS } from '../../sheets/output/tabs.ts';
import type { DocumentState } from '../host/host.ts';
import { isResultTab } from '../print/result-pages.ts';
import { displayGrid } from '../workbook/display.ts';

/** The run log and the tabs that remember tell of runs, and would make two runs of the same rows differ. */
const TABS_OF_RUNS: ReadonlySet<string> = new Set(
  [...RECORD_TABS, 'runLog' as const].map((tab) => OUTPUT_TABS[tab]),
);
const TABS_SHOWN = Object.values(OUTPUT_TABS).filter((name) => !TABS_OF_RUNS.has(name));

export interface ResultJson extends RunResult {
  /** Each result tab as it is displayed; null: it is of one pledge of an office's book, and nobody asked for one. */
  readonly tabs: Readonly<Record<string, readonly (readonly string[])[] | null>>;
}

export function resultJson(result: RunResult, document: DocumentState): ResultJson {
  const tabs = displayedTabs(document);
  if (result.pledge !== null) return { ...result, tabs };
  // Of an office's book nobody asked for one pledge: those tabs are of none.
  const isOfBook = (name: string) => name === OUTPUT_TABS.overview || name === OUTPUT_TABS.audit;
  const ofBook = Object.entries(tabs).map(([name, rows]) => [name, isOfBook(name) ? rows : null] as const);
  return { ...result, tabs: Object.fromEntries(ofBook) };
}

/** The result tabs of a document as a person sees them, by name. */
export function displayedTabs(document: DocumentState): Readonly<Record<string, string[][]>> {
  return Object.fromEntries(
    TABS_SHOWN.flatMap((name) => {
      const sheet = document.sheets.find((candidate) => candidate.name === name && isResultTab(candidate));
      return sheet === undefined ? [] : [[name, displayGrid(sheet, document.locale).map(withoutRoom)]];
    }),
  );
}

/** The room that a format keeps beside a figure is nothing to whoever reads the text. */
function withoutRoom(row: readonly string[]): string[] {
  return row.map((text) => text.trimEnd());
}
