/** The figures of every pledge of a book: its only pledge, or each pledge of 공약목록. */
import type { IsoDate } from '../../domain/date.ts';
import { type Finding, rankOfCode } from '../../domain/finding.ts';
import type { FieldedReport } from '../../domain/overview.ts';
import type { RatePrecision } from '../../domain/rate.ts';
import type { RowAccount, RowAccounts } from '../../domain/row-account.ts';
import { INPUT_TABS, type InputTab } from '../../domain/tabs.ts';
import type { OfficeLists } from '../../domain/words.ts';
import type { Headings } from '../../sheets/input/headings.ts';
import type { ListedPledge } from '../../sheets/input/pledges/pledge-list.ts';
import { pledgeKeysOf } from '../../sheets/input/pledges/pledge-numbers.ts';
import { type ReadOffice, readOffice, SHARED_TABS } from '../../sheets/input/read-office.ts';
import { INPUT_TAB_NAMES } from '../../sheets/input/tabs.ts';
import { type ListedFinding, listedFindings } from '../../sheets/output/results/listed-finding.ts';
import type { RawTabs } from '../../sheets/raw.ts';
import {
  type Computed,
  computeReport,
  computeReportOfRows,
  EMPTY_CONTEXT,
  findingsOfContext,
  type RunContext,
  withoutReport,
} from './compute.ts';
import { historiesOf, historyOfOne } from './pledge-history.ts';

export interface BookPledge {
  /** Its row in 공약목록; null in a book of one pledge. */
  readonly listed: ListedPledge | null;
  readonly computed: Computed;
}

export interface Book {
  readonly asOf: IsoDate;
  /** Whether the book has 공약목록. It is then an office's, even with one pledge. */
  readonly isOffice: boolean;
  /** In the order of 공약목록. The report of a pledge that could not be computed is null. */
  readonly pledges: readonly BookPledge[];
  /** The pledge that the detail tabs show; null: an office without pledges. */
  readonly shown: BookPledge | null;
  /** The numbers of all pledges of 공약목록, computed or not; none in a book of one pledge. */
  readonly numbers: readonly string[];
  /** Whether a person asked for `shown`. False where it is only the first pledge. */
  readonly isAskedFor: boolean;
  /** False where no pledge has figures, as when the as-of date cannot be read. */
  readonly isComputed: boolean;
  /** Findings about the whole book and about every pledge, worst first. */
  readonly findings: readonly ListedFinding[];
  readonly accounts: RowAccounts;
  /** Finding about an as-of date that cannot be read; null: none. */
  readonly asOfFinding: Finding | null;
  readonly headings: Readonly<Partial<Record<InputTab, Headings>>>;
  /** Decimals and rounding of the percentages in 총괄. */
  readonly precision: RatePrecision;
  readonly lists: OfficeLists;
}

/** Which figures of a book to compute. */
export interface BookOrder {
  /** null: the date of the settings, or today where they leave it blank. */
  readonly requestedAsOf: IsoDate | null;
  readonly today: IsoDate;
  /** The number of the pledge to show; null: nobody has chosen one. */
  readonly pledge: string | null;
  /** Whether only that pledge is computed, as for its report. */
  readonly isAlone?: boolean;
}

/** Reads the tabs and computes every pledge in them. */
export function computeBook(
  tabs: RawTabs,
  { requestedAsOf, today, pledge, isAlone = false }: BookOrder,
  context: RunContext = EMPTY_CONTEXT,
): Book {
  // The number may be spelt in several ways.
  const keys = pledge === null ? [] : pledgeKeysOf(pledge);
  const isWanted = ({ key }: Pick<ListedPledge, 'key'>) => !isAlone || keys.includes(key);
  const office = readOffice(tabs, context.tabNames, isWanted);
  if (office === null) return bookOfOne(tabs, requestedAsOf, today, context);
  const asOf = requestedAsOf ?? office.book.asOf ?? today;
  const isDateKnown = requestedAsOf !== null || office.asOfFinding === null;
  const histories = historiesOf(context.history, office.formerPledge);
  const pledges = office.pledges.map(({ listed, read }) => {
    const { number } = listed;
    const own: RunContext = {
      ...EMPTY_CONTEXT,
      history: histories.get(listed.key) ?? [],
      closedMonths: context.closedMonths.filter((month) => month.pledge === number),
    };
    const computed = isDateKnown
      ? computeReportOfRows(read, asOf, today, own)
      : withoutReport(read, asOf, own);
    const findings = computed.findings.map((finding) => ofPledge(finding, number));
    return { listed, computed: { ...computed, findings } };
  });
  const asked = pledges.find(({ listed }) => keys.includes(listed.key)) ?? null;
  const shown = asked ?? pledges[0] ?? null;
  const ofBook = listedFindings(findingsOfContext({ findings: office.findings }, context), office.headings);
  const findings = [...ofBook, ...pledges.flatMap(({ computed }) => computed.findings)];
  return {
    asOf,
    isOffice: true,
    numbers: office.numbers,
    pledges,
    shown,
    isAskedFor: asked !== null,
    isComputed: pledges.length > 0 && isDateKnown,
    findings: findings.sort((one, other) => rankOfCode(one.code) - rankOfCode(other.code)),
    accounts: accountsOf(office, pledges),
    asOfFinding: office.asOfFinding,
    headings: office.headings,
    precision: office.book.ratePrecision,
    lists: shown?.computed.report?.lists ?? { fundingSources: [], statuses: [], implementationStatuses: [] },
  };
}

function bookOfOne(tabs: RawTabs, requestedAsOf: IsoDate | null, today: IsoDate, context: RunContext): Book {
  const history = historyOfOne(context.history);
  const computed = computeReport(tabs, requestedAsOf, today, { ...context, history });
  const { read } = computed;
  const pledge: BookPledge = { listed: null, computed };
  return {
    asOf: computed.asOf,
    isOffice: false,
    numbers: [],
    pledges: [pledge],
    shown: pledge,
    isAskedFor: true,
    isComputed: computed.report !== null,
    findings: computed.findings,
    accounts: computed.accounts,
    asOfFinding: read.asOfFinding,
    headings: read.headings,
    precision: read.records.pledge.ratePrecision,
    lists: read.records.lists,
  };
}

/** What 총괄 needs of a pledge. */
export interface FieldedPledge {
  readonly listed: Pick<ListedPledge, 'field'> | null;
  readonly computed: Pick<Computed, 'report' | 'findings'>;
}

/** The reports of a book, each with the field (분야) of its pledge. */
export function fieldedReports({
  pledges,
}: {
  readonly pledges: readonly FieldedPledge[];
}): readonly FieldedReport[] {
  return pledges.flatMap(({ listed, computed: { report } }) =>
    report === null ? [] : [{ field: listed?.field ?? null, report }],
  );
}

/** Adds the pledge to its finding. Texts name 공약목록 instead of 공약, where a single pledge has its settings. */
function ofPledge(finding: ListedFinding, pledge: string): ListedFinding {
  const said = (text: string) =>
    text.split(`${INPUT_TAB_NAMES.pledge} 탭`).join(`${INPUT_TAB_NAMES.pledgeList} 탭`);
  return { ...finding, what: said(finding.what), remedy: said(finding.remedy), pledge };
}

/** Row counts of every tab. Rows that belong to no pledge are among the excluded. */
function accountsOf({ accounts }: ReadOffice, pledges: readonly BookPledge[]): RowAccounts {
  const all: Partial<Record<InputTab, RowAccount>> = {};
  for (const tab of INPUT_TABS) {
    const asRead = accounts[tab];
    if (asRead === undefined) continue;
    const { read, skipped } = asRead;
    if (SHARED_TABS.has(tab)) {
      all[tab] = {
        read,
        counted: read - skipped - asRead.excluded,
        afterAsOf: 0,
        excluded: asRead.excluded,
        skipped,
      };
      continue;
    }
    let counted = 0;
    let afterAsOf = 0;
    for (const { computed } of pledges) {
      counted += computed.accounts[tab]?.counted ?? 0;
      afterAsOf += computed.accounts[tab]?.afterAsOf ?? 0;
    }
    all[tab] = { read, counted, afterAsOf, excluded: read - skipped - counted - afterAsOf, skipped };
  }
  return all;
}
