/**
 * The figures of a report as spreadsheet formulas over the same rows, with SUMIFS alone, so that another
 * program can compute them independently. The rows must be clean, with every 횟수 and 건수 filled in.
 */
import { firstDayOfYear, type IsoDate, lastDayOfYear, serialOf, yearOf } from '../../../src/domain/date.ts';
import { FUNDING_SOURCES, HANDLING_STATUSES } from '../../../src/domain/words.ts';
import { columnLetters } from '../../../src/sheets/addresses.ts';
import { findHeadings } from '../../../src/sheets/input/headings.ts';
import {
  budgetPlansTab,
  executionsTab,
  meetingsTab,
  suggestionsTab,
  targetsTab,
} from '../../../src/sheets/input/tabs.ts';
import { fundingSourceName, handlingStatusName } from '../../../src/sheets/names.ts';
import type { RawTabs } from '../../../src/sheets/raw.ts';
import { textKey } from '../../../src/sheets/text-key.ts';

/** Names that rows may use. There is a figure for each. */
export interface Names {
  readonly years: readonly number[];
  readonly categories: readonly string[];
  readonly occasions: readonly string[];
  readonly dongs: readonly string[];
  readonly departments: readonly string[];
}

/** Tabs whose rows the formulas sum. */
export const SUMMED_TABS = ['targets', 'meetings', 'suggestions', 'budgetPlans', 'executions'] as const;
type SummedTab = (typeof SUMMED_TABS)[number];

const DEFINITIONS = {
  targets: targetsTab,
  meetings: meetingsTab,
  suggestions: suggestionsTab,
  budgetPlans: budgetPlansTab,
  executions: executionsTab,
} as const;

/** Reference to a column of a tab: `'소통기록'!$A$2:$A$200`. */
export type ColumnRange = (tab: SummedTab, field: string) => string;

/**
 * Returns references to columns. The headings must be in the first row of each tab.
 * @param sheetName name of the tab in the workbook that holds the formulas
 * @param lastRow last row of the ranges; by default the tab's own last row
 */
export function columnRanges(
  tabs: RawTabs,
  sheetName: (tab: SummedTab) => string,
  lastRow?: number,
): ColumnRange {
  return (tab, field) => {
    const raw = tabs[tab];
    const cell =
      raw === undefined ? undefined : findHeadings(DEFINITIONS[tab], raw).headings?.cells.get(field);
    if (raw === undefined || cell === undefined) throw new Error(`${tab} has no column for ${field}`);
    const letter = columnLetters(cell.column);
    return `'${sheetName(tab)}'!$${letter}$2:$${letter}$${lastRow ?? raw.rows.length}`;
  };
}

/** Formulas without the leading `=`, keyed by the figure names of `figuresOf`. */
export function figureFormulas(
  column: ColumnRange,
  asOf: IsoDate,
  { years, categories, occasions, dongs, departments }: Names,
): ReadonlyMap<string, string> {
  const last = serialOf(asOf);
  const until = `"<=${last}"`;
  const found = new Map<string, string>();
  const sumIfs = (summed: string, ...criteria: readonly string[]) =>
    `SUMIFS(${[summed, ...criteria].join(',')})`;
  const inYear = (dates: string, year: number) => [
    dates,
    `">=${serialOf(firstDayOfYear(year))}"`,
    dates,
    `"<=${Math.min(last, serialOf(lastDayOfYear(year)))}"`,
  ];
  const named = (range: string, name: string | null) => [range, name === null ? '"="' : `"=${name}"`];

  const held = column('meetings', 'date');
  const category = column('meetings', 'category');
  const times = column('meetings', 'times');
  found.set('meetings', sumIfs(times, held, until));
  for (const year of years) {
    const planned = sumIfs(column('targets', 'planned'), column('targets', 'year'), `"=${year}"`);
    found.set(`meetings ${year} planned`, planned);
    found.set(`meetings ${year} held`, sumIfs(times, ...inYear(held, year)));
    // A year after the as-of date has no cumulative figure yet.
    const upToYear = `"<=${Math.min(last, serialOf(lastDayOfYear(year)))}"`;
    found.set(`meetings ${year} cumulative`, year > yearOf(asOf) ? '0' : sumIfs(times, held, upToYear));
    for (const name of categories) {
      const of = [...inYear(held, year), ...named(category, name)];
      const key = `meetings ${year} named ${textKey(name)}`;
      found.set(`${key} held`, sumIfs(times, ...of));
      found.set(`${key} groups`, sumIfs(column('meetings', 'groups'), ...of));
      found.set(`${key} attendees`, sumIfs(column('meetings', 'attendees'), ...of));
    }
  }

  const received = column('suggestions', 'date');
  const status = column('suggestions', 'status');
  const handled = column('suggestions', 'handledOn');
  const pieces = column('suggestions', 'times');
  const breakdown = (name: string, of: readonly string[]) => {
    const all = (...criteria: readonly string[]) => sumIfs(pieces, ...of, ...criteria);
    const later = [handled, `">${last}"`];
    found.set(`${name} total`, all());
    found.set(`${name} unknown then`, all(...later));
    for (const [key, text] of [
      ...HANDLING_STATUSES.map((one) => [one, handlingStatusName(one)] as const),
      ['no status', null] as const,
    ]) {
      const ofStatus = named(status, text);
      found.set(`${name} ${key}`, `${all(...ofStatus)}-${all(...ofStatus, ...later)}`);
    }
  };
  breakdown('suggestions', [received, until]);
  for (const name of occasions) {
    for (const year of years) {
      breakdown(`occasion ${year} ${textKey(name)}`, [
        ...inYear(received, year),
        ...named(column('suggestions', 'occasion'), name),
      ]);
    }
  }
  for (const name of [...dongs, null]) {
    breakdown(`dong ${textKey(name ?? '?')}`, [
      received,
      until,
      ...named(column('suggestions', 'dong'), name),
    ]);
  }
  for (const name of [...departments, null]) {
    breakdown(`department ${textKey(name ?? '?')}`, [
      received,
      until,
      ...named(column('suggestions', 'department'), name),
    ]);
  }

  const planYear = column('budgetPlans', 'year');
  const planSource = column('budgetPlans', 'fundingSource');
  const spentOn = column('executions', 'date');
  const spentFrom = column('executions', 'fundingSource');
  const planned = (...criteria: readonly string[]) =>
    `1000000*${sumIfs(column('budgetPlans', 'planned'), ...criteria)}`;
  const executed = (...criteria: readonly string[]) => sumIfs(column('executions', 'executed'), ...criteria);
  for (const year of years) {
    const ofPlan = [planYear, `"=${year}"`];
    const ofLog = inYear(spentOn, year);
    found.set(`budget ${year} planned`, planned(...ofPlan));
    found.set(`budget ${year} executed`, executed(...ofLog));
    for (const source of FUNDING_SOURCES) {
      const name = fundingSourceName(source);
      found.set(`budget ${year} ${source} planned`, planned(...ofPlan, ...named(planSource, name)));
      found.set(`budget ${year} ${source} executed`, executed(...ofLog, ...named(spentFrom, name)));
    }
  }
  for (const source of FUNDING_SOURCES) {
    const name = fundingSourceName(source);
    found.set(`budget all ${source} planned`, planned(...named(planSource, name)));
    found.set(`budget all ${source} executed`, executed(spentOn, until, ...named(spentFrom, name)));
  }
  found.set('budget all planned', planned(planYear, '">0"'));
  found.set('budget all executed', executed(spentOn, until));
  return found;
}
