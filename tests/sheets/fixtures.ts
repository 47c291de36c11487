/** Makes tabs from text that looks like them: one line for each row, cells between bars. */
import { isoDateFrom } from '../../src/domain/date.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Parsed } from '../../src/sheets/cells/parsed.ts';
import type { ReadContext } from '../../src/sheets/input/columns.ts';
import { fundingSourceListOf } from '../../src/sheets/input/office-words.ts';
import { UNNUMBERED_BOOK } from '../../src/sheets/input/pledges/pledge-numbers.ts';
import { INPUT_TAB_NAMES } from '../../src/sheets/input/tabs.ts';
import { nameTable, openNameTable } from '../../src/sheets/name-table.ts';
import { handlingStatusNames } from '../../src/sheets/names.ts';
import type { DateCell, RawCell, RawTab, RawTabs } from '../../src/sheets/raw.ts';
import { SAMPLE } from '../../src/sheets/sample.ts';

/**
 * A tab of text cells. As in a spreadsheet, a plain number is a number, `TRUE` and `FALSE` are booleans, and
 * `2024-03-05` is a real date. Text in double quotes stays text.
 */
export function rawTab(name: string, table: string): RawTab {
  const lines = table.split('\n').map((line) => line.split('|').map((cell) => cellOf(cell.trim())));
  const width = Math.max(...lines.map((line) => line.length));
  return { name, rows: lines.map((line) => [...line, ...Array<RawCell>(width - line.length).fill('')]) };
}

export function cellOf(typed: string): RawCell {
  const date = isoDateFrom(typed);
  if (date !== null) return { date };
  if (/^-?\d+(\.\d+)?$/.test(typed)) return Number(typed);
  if (typed === 'TRUE' || typed === 'FALSE') return typed === 'TRUE';
  return /^".*"$/.test(typed) ? typed.slice(1, -1) : typed;
}

export function dateCell(text: string): DateCell {
  const date = isoDateFrom(text);
  if (date === null) throw new Error(`${text} is no day`);
  return { date };
}

/** The outcome of reading a cell: its value, then notices in brackets; or `flag` and the code. */
export function outcome<Value>(parsed: Parsed<Value>, shown: (value: Value) => unknown = String): string {
  return parsed.ok
    ? [String(shown(parsed.value)), ...parsed.notices.map(({ code }) => `(${code})`)].join(' ')
    : `flag ${parsed.flag.code}`;
}

/** Each finding as `meetings 3 date: not-a-date`. */
export function places(findings: readonly Finding[]): string[] {
  return findings.map(({ problem, place }) =>
    place === null
      ? problem.code
      : `${[place.tab, place.row, place.field].filter((part) => part !== null).join(' ')}: ${problem.code}`,
  );
}

/** A context that accepts any name, for the term 2022–2026. */
export function readContext(given: Partial<ReadContext> = {}): ReadContext {
  return {
    pledges: UNNUMBERED_BOOK,
    startYear: 2022,
    endYear: 2026,
    tabYear: null,
    categories: openNameTable([], (name) => ({ kind: 'named' as const, name, scheduleRow: name })),
    occasions: openNameTable([], (name) => name),
    dongs: openNameTable([], (name) => name),
    departments: openNameTable([], (name) => name),
    statuses: nameTable(handlingStatusNames),
    fundingSources: fundingSourceListOf([]).table,
    indicators: nameTable([]),
    unitOfMeetings: null,
    unnamed: null,
    plansMeetings: true,
    ...given,
  };
}

/** The product sample, with its cells as they are filled in. */
export function sampleTabs(): RawTabs {
  return Object.fromEntries(
    SAMPLE.map(({ tab, headings, rows }) => [tab, { name: INPUT_TAB_NAMES[tab], rows: [headings, ...rows] }]),
  );
}
