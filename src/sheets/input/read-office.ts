/** Reads an office's book. Each pledge of 공약목록 is read from its own rows, as if it had its own book. */
import type { Finding } from '../../domain/finding.ts';
import type { PledgeKey } from '../../domain/pledge-key.ts';
import type { Pledge } from '../../domain/records.ts';
import { INPUT_TABS, type InputTab } from '../../domain/tabs.ts';
import { accepted, flagged } from '../cells/parsed.ts';
import type { RawTabs } from '../raw.ts';
import { isBlank, type RawCell, type RawTab } from '../raw.ts';
import { bookFindings } from './book-tabs.ts';
import { BUDGET_TABLES } from './budget/budget-plans.ts';
import type { Headings } from './headings.ts';
import { NOTHING_KNOWN } from './nothing-known.ts';
import { speaksOfProvince } from './office-words.ts';
import { type DividedTab, dividedTab } from './pledges/divided-tab.ts';
import { doubtOfNames } from './pledges/listed-names.ts';
import { listedNumbers } from './pledges/listed-numbers.ts';
import { PLEDGE_NUMBER_FIELD, pledgeNumberIndex } from './pledges/pledge-column.ts';
import { type ListedPledge, readPledgeList } from './pledges/pledge-list.ts';
import { type PledgeNumbers, pledgeKeysOf, UNNUMBERED } from './pledges/pledge-numbers.ts';
import { bookSettings, settingsOfListed } from './pledges/pledge-settings.ts';
import { rowsOfAll } from './pledges/totals-of-all.ts';
import {
  classificationRowsOf,
  type ReadAccount,
  type ReadResult,
  readRecords,
  resultsAddUp,
  resultTotals,
} from './read-records.ts';
import { SCHEDULE_TABLES } from './schedule/schedule-headings.ts';
import type { TableHeadings } from './tables-below.ts';
import { targetTotals } from './years/target-totals.ts';
import { TARGET_TABLES } from './years/wide-rows.ts';

/** A pledge of the office, with its records and findings. */
export interface OfficePledge {
  readonly listed: ListedPledge;
  /** Its findings are only those about its own rows, not those about the whole book. */
  readonly read: ReadResult;
}

export interface ReadOffice {
  /** The pledges that were read, in the order of 공약목록. */
  readonly pledges: readonly OfficePledge[];
  /** The numbers of all pledges of 공약목록, read or not. */
  readonly numbers: readonly string[];
  /** The settings of the book as a whole: 기준일, 비율 처리. */
  readonly book: Pledge;
  readonly asOfFinding: Finding | null;
  /** The only pledge that the book kept before it had 공약목록; null: none. */
  readonly formerPledge: PledgeKey | null;
  /** Findings about the whole book: its tabs, 공약목록, and rows that belong to no pledge. */
  readonly findings: readonly Finding[];
  /** Row counts of every tab. Rows that belong to no pledge are among the excluded. */
  readonly accounts: Readonly<Partial<Record<InputTab, ReadAccount>>>;
  readonly headings: Readonly<Partial<Record<InputTab, Headings>>>;
}

type Tabs = Partial<Record<InputTab, RawTab>>;

/** Tabs whose rows all pledges share. */
export const SHARED_TABS: ReadonlySet<InputTab> = new Set<InputTab>([
  'pledge',
  'pledgeList',
  'classification',
]);
/** The tabs of plans, which may hold several tables. The others are logs. */
const TABLES: Readonly<Partial<Record<InputTab, TableHeadings>>> = {
  targets: TARGET_TABLES,
  schedule: SCHEDULE_TABLES,
  budgetPlans: BUDGET_TABLES,
};

/**
 * Reads the book of an office; null where it has no 공약목록 and so keeps one pledge.
 * @param wanted selects the pledges to read. Rows of other pledges are skipped.
 */
export function readOffice(
  tabs: RawTabs,
  tabNames: readonly string[] = [],
  wanted: (listed: ListedPledge) => boolean = () => true,
): ReadOffice | null {
  if (tabs.pledgeList === undefined) return null;
  const list = readPledgeList(tabs.pledgeList, NOTHING_KNOWN);
  const settings = bookSettings(tabs.pledge);
  const headings: Partial<Record<InputTab, Headings>> = {};
  if (settings.headings !== null) headings.pledge = settings.headings;
  if (list.headings !== null) headings.pledgeList = list.headings;
  const accounts: Partial<Record<InputTab, ReadAccount>> = { pledgeList: list.account };
  if (settings.account !== null) accounts.pledge = settings.account;

  const numbers = listedNumbers(list.pledges);
  const doubtOfName = doubtOfNames(list.pledges);
  const [only = null] = list.pledges.length === 1 ? list.pledges : [];
  const keyOf = (cell: RawCell): PledgeKey | null =>
    isBlank(cell) ? (only?.key ?? null) : numbers.keyOf(cell);
  const divided = new Map<InputTab, DividedTab>();
  const rest: Tabs = {};
  const unnumbered = new Set<InputTab>();
  for (const tab of INPUT_TABS) {
    const raw = tabs[tab];
    if (raw === undefined || SHARED_TABS.has(tab)) continue;
    const parts = dividedTab(raw, keyOf, TABLES[tab] ?? null);
    if (parts !== null) {
      divided.set(tab, parts);
      rest[tab] = parts.rest;
    } else if (only === null) {
      unnumbered.add(tab);
      rest[tab] = raw;
    } else {
      divided.set(tab, { of: () => raw, sharedRows: () => 0, rest: { ...raw, rows: [] } });
    }
  }
  const shared: Tabs = tabs.classification === undefined ? {} : { classification: tabs.classification };
  const hasProvince = speaksOfProvince([tabs.budgetPlans, tabs.executions]);
  const classification = classificationRowsOf(tabs, OF_ALL_PLEDGES);
  const readPart = (part: Tabs, listed: ListedPledge | null, pledges: PledgeNumbers) =>
    readRecords({ ...shared, ...part }, tabNames, {
      settings: listed === null ? settings.shared : settingsOfListed(listed, list.headings, settings),
      pledges,
      classification,
      departmentOf: list.departmentOf,
      hasProvince,
      headings,
    });

  const others = readPart(rest, null, { only: null, of: (cell) => flagged(numbers.problemOf(cell)) });
  // A total of all pledges can be reported only where all of them are read.
  const totals = list.pledges.every(wanted)
    ? rowsOfAll(
        tabs,
        others.records.subtotals.filter(({ tab }) => !unnumbered.has(tab)),
        others.headings,
      )
    : null;
  const summed = totals === null ? {} : { summed: totals };
  const reported = findingsApart(headings);
  reported.add([...bookFindings(tabs, tabNames), ...list.findings, ...settings.findings]);
  // Units named below a table are reported here. A pledge would report only those among its own rows.
  reported.add(others.findings.filter(({ problem }) => OF_NO_PLEDGE.has(problem.code)));
  for (const tab of divided.keys()) {
    reported.add(tablesWithoutNumber(tab, others.headings[tab]));
  }
  const pledges = list.pledges.filter(wanted).map((listed): OfficePledge => {
    const part: Tabs = {};
    for (const [tab, parts] of divided) part[tab] = parts.of(listed.key);
    const ofPledge = (cell: RawCell) => accepted(listed.key, [numbers.doubtOf(cell) ?? []].flat());
    const read = readPart(part, listed, {
      only: listed.key,
      of: ofPledge,
      doubtOfName: (name) => doubtOfName(listed.number, name),
      ...summed,
    });
    addAccounts(accounts, withoutShared(read.accounts, divided, listed.key));
    Object.assign(headings, read.headings);
    return { listed, read: { ...read, findings: reported.without(read.findings) } };
  });
  reported.add(others.findings.filter(({ place }) => place?.field === PLEDGE_NUMBER_FIELD));
  // Results of several pledges have one total only where all of them add up and have the same unit.
  const withResults = pledges.filter(({ read }) => (read.records.results ?? []).length > 0);
  const areSummed = resultsAddUp(withResults.flatMap(({ read }) => read.records.indicators));
  reported.add((totals?.findings() ?? []).filter(({ place }) => place?.tab !== 'results' || areSummed));
  if (totals !== null) {
    const results = pledges.flatMap(({ read }) => read.records.results ?? []);
    if (!areSummed) reported.add(resultTotals(totals.totalsIn('results'), results));
    const targets = pledges.flatMap(({ read }) => read.records.targets ?? []);
    const [raw, ofTab] = [tabs.targets, headings.targets ?? others.headings.targets];
    if (raw !== undefined && ofTab !== undefined) reported.add(targetTotals(raw, ofTab, targets));
  }
  for (const tab of unnumbered) {
    const { read = 0, skipped = 0 } = others.accounts[tab] ?? {};
    const rows = read - skipped;
    addAccounts(accounts, { [tab]: { read, skipped, excluded: rows } });
    const row = others.headings[tab]?.row ?? null;
    if (rows > 0) {
      reported.add([{ problem: { code: 'no-pledge-column', rows }, place: { tab, row, field: null } }]);
    }
  }
  const ofRows = Object.entries(others.accounts).filter(
    ([tab]) => ![...unnumbered].some((each) => each === tab),
  );
  addAccounts(accounts, Object.fromEntries(ofRows));
  return {
    pledges,
    numbers: list.pledges.map(({ number }) => number),
    book: settings.pledge,
    asOfFinding: settings.asOfFinding,
    formerPledge: settings.formerNumber === null ? null : (pledgeKeysOf(settings.formerNumber)[0] ?? null),
    findings: reported.all(),
    accounts,
    headings: { ...others.headings, ...headings },
  };
}

/** The rows of a shared tab belong to every pledge, whatever number they carry. */
const OF_ALL_PLEDGES: PledgeNumbers = { only: UNNUMBERED, of: () => accepted(UNNUMBERED) };

/** Problems of rows that belong to no pledge, besides those of their number. */
const OF_NO_PLEDGE: ReadonlySet<string> = new Set(['unit-below', 'table-not-read']);

/** Tables below the first that have no column 공약번호, so that nobody knows whose their rows are. */
function tablesWithoutNumber(tab: InputTab, headings: Headings | undefined): readonly Finding[] {
  return (headings?.below ?? [])
    .filter((below) => pledgeNumberIndex(below) === null)
    .map(({ row }) => ({ problem: { code: 'table-not-read' }, place: { tab, row, field: null } }));
}
/** Problems of a whole table, which every pledge shares. */
const OF_TABLE: ReadonlySet<string> = new Set([
  'unit-below',
  'several-units',
  'unit-not-named',
  'table-not-read',
]);

/** The row counts of a pledge without the rows of further headings, which count once, among the rest. */
function withoutShared(
  accounts: Readonly<Partial<Record<InputTab, ReadAccount>>>,
  divided: ReadonlyMap<InputTab, DividedTab>,
  pledge: PledgeKey,
): Readonly<Partial<Record<InputTab, ReadAccount>>> {
  const own: Partial<Record<InputTab, ReadAccount>> = { ...accounts };
  for (const [tab, parts] of divided) {
    const shared = parts.sharedRows(pledge);
    const account = own[tab];
    if (shared === 0 || account === undefined) continue;
    own[tab] = { ...account, read: account.read - shared, skipped: account.skipped - shared };
  }
  return own;
}

/** Adds up the row counts of each tab. 분류 is shared by all pledges and counts once. */
function addAccounts(
  to: Partial<Record<InputTab, ReadAccount>>,
  added: Readonly<Partial<Record<InputTab, ReadAccount>>>,
): void {
  for (const tab of INPUT_TABS) {
    const account = added[tab];
    if (account === undefined || (SHARED_TABS.has(tab) && to[tab] !== undefined)) continue;
    const { read = 0, excluded = 0, skipped = 0 } = to[tab] ?? {};
    to[tab] = {
      read: read + account.read,
      excluded: excluded + account.excluded,
      skipped: skipped + account.skipped,
    };
  }
}

/** Collects the findings about the whole book. One that every pledge repeats is kept once. */
function findingsApart(headings: Readonly<Partial<Record<string, Headings>>>) {
  const found = new Map<string, Finding>();
  const isOfBook = ({ problem, place }: Finding) => {
    if (place === null || place.row === null || OF_TABLE.has(problem.code)) return true;
    if (place.tab === 'pledge' || place.tab === 'classification') return true;
    // Every pledge misses the headings. Where some find them, they are missing from a table of one pledge.
    const found = headings[place.tab];
    return found === undefined || place.row <= found.row;
  };
  const add = (findings: readonly Finding[]) => {
    for (const finding of findings) {
      const { problem, place } = finding;
      const heading = 'heading' in problem ? problem.heading : '';
      const item = place?.tab === 'pledge' || place?.tab === 'classification' ? JSON.stringify(problem) : '';
      const key = [problem.code, place?.tab, place?.row, place?.field, heading, item].join('|');
      if (!found.has(key)) found.set(key, finding);
    }
  };
  return {
    add,
    /** Returns the findings about one pledge, and collects the others. */
    without: (findings: readonly Finding[]): readonly Finding[] => {
      add(findings.filter(isOfBook));
      return findings.filter((finding) => !isOfBook(finding));
    },
    all: () => [...found.values()],
  };
}
