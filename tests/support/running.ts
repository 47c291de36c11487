/** Runs the bundle's functions in the local host, as the menu does. */
import type { FillAnswer } from '../../src/app/fill-sample.ts';
import type { RunResult } from '../../src/app/result/run-result.ts';
import type { RunAnswer } from '../../src/app/run/run-answer.ts';
import { RECORD_TABS } from '../../src/domain/tabs.ts';
import {
  copyOf,
  createDocument,
  createHost,
  type DocumentState,
  type Execution,
  type Host,
  type HostOptions,
} from '../../src/local/host/host.ts';
import { makeSampleBook } from '../../src/local/samples/book-sample.ts';
import { FACILITY } from '../../src/local/samples/facility.ts';
import { OFFICE } from '../../src/local/samples/office.ts';
import { displayGrid } from '../../src/local/workbook/display.ts';
import { OUTPUT_TABS } from '../../src/sheets/output/tabs.ts';
import { CODE } from './bundle.ts';
import { sheetNamed } from './workbooks.ts';

/** Stands in for the sidebar's page. It has the page's placeholder for the state. */
const STUB_PAGE = '<script type="application/json" id="state">"__STATE__"</script>';

/** 10:00 on 2 April 2024 in Seoul. */
export const NOW = new Date('2024-04-02T01:00:00Z');

export const RUN_LOG = OUTPUT_TABS.runLog;
/** Tabs that are only appended to, and 총괄, which a book of one pledge does not have. */
const APPENDED: ReadonlySet<string> = new Set([
  OUTPUT_TABS.overview,
  RUN_LOG,
  ...RECORD_TABS.map((tab) => OUTPUT_TABS[tab]),
]);
/** Tabs whose content each recalculation replaces. */
export const RESULT_TABS: readonly string[] = Object.values(OUTPUT_TABS).filter(
  (name) => !APPENDED.has(name),
);

export function hostOf(document: DocumentState, options: Partial<HostOptions> = {}): Host {
  return createHost({ document, code: CODE, html: { Sidebar: STUB_PAGE }, now: () => NOW, ...options });
}

/** Runs 전체 다시 계산, or another recalculation. An exception in the script fails the test. */
export function recalculate(
  document: DocumentState,
  asOf: string | null = null,
  functionName = 'recalculateAll',
): RunAnswer {
  return runAnswer(hostOf(document).execute(functionName, asOf === null ? [] : [asOf]));
}

/** The result of a recalculation. Fails if it stopped. */
export function recalculated(document: DocumentState, asOf: string | null = null): RunResult {
  const answer = recalculate(document, asOf);
  if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
  return answer.result;
}

/** The messages of a recalculation that stopped. Fails if it did not stop. */
export function stopMessages(answer: RunAnswer): readonly string[] {
  if (answer.status !== 'stopped') throw new Error('the recalculation did not stop');
  return answer.messages;
}

export function runAnswer({ result, error }: Execution): RunAnswer {
  if (error !== null) throw error;
  // This type describes what the bundle's function returns.
  return result as RunAnswer;
}

export function fillAnswer({ result, error }: Execution): FillAnswer {
  if (error !== null) throw error;
  // As above.
  return result as FillAnswer;
}

/** An empty spreadsheet filled by 예시 데이터로 채우기. It is made once; each call returns a copy. */
export function sampleDocument(): DocumentState {
  filled ??= filledDocument();
  return copyOf(filled);
}

let filled: DocumentState | null = null;

function filledDocument(): DocumentState {
  const document = createDocument();
  const answer = fillAnswer(hostOf(document).execute('fillSampleData'));
  if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
  return document;
}

/** The office sample. It is made once; each call returns a copy. */
export function officeDocument(): DocumentState {
  office ??= makeSampleBook(OFFICE, CODE, 'Asia/Seoul');
  return copyOf(office);
}

let office: DocumentState | null = null;

/** The facility sample. It is made once; each call returns a copy. */
export function facilityDocument(): DocumentState {
  facility ??= makeSampleBook(FACILITY, CODE, 'Asia/Seoul');
  return copyOf(facility);
}

let facility: DocumentState | null = null;

/** A tab as displayed, without the space that a number format adds after a figure. */
export function displayed(document: DocumentState, tab: string): string[][] {
  const rows = displayGrid(sheetNamed(document, tab), document.locale);
  return rows.map((row) => row.map((text) => text.trimEnd()));
}

/** A tab as displayed, one line for each row. */
export function displayedText(document: DocumentState, tab: string): string {
  const lines = displayed(document, tab).map((row) => row.join(' | ').replace(/[ |]+$/, ''));
  return `${lines.join('\n')}\n`;
}

/** The rows of a tab as displayed, each keyed by heading. */
export function rowsByHeading(
  document: DocumentState,
  tab: string,
): readonly Readonly<Record<string, string>>[] {
  const [headings = [], ...rows] = displayed(document, tab);
  return rows.map((row) =>
    Object.fromEntries(headings.map((heading, column) => [heading, row[column] ?? ''])),
  );
}

/** The names of the record tabs that are there. */
export function recordTabsOf(document: DocumentState): readonly string[] {
  const names = new Set<string>(RECORD_TABS.map((tab) => OUTPUT_TABS[tab]));
  return document.sheets.flatMap(({ name }) => (names.has(name) ? [name] : []));
}

/** The last row of the run log, by heading. */
export function lastRun(document: DocumentState): Readonly<Record<string, string>> {
  return rowsByHeading(document, RUN_LOG).at(-1) ?? {};
}
