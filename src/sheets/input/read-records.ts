/** From tabs to records: every input tab read once, every row accounted for. */
import { periodText } from '../../domain/date.ts';
import type { Source } from '../../domain/figure.ts';
import type { Finding } from '../../domain/finding.ts';
import type { NextTab } from '../../domain/findings/tab.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import type {
  Category,
  Execution,
  FuturePlan,
  Meeting,
  Pledge,
  Records,
  Result,
  Subtotal,
  Suggestion,
  Target,
} from '../../domain/records.ts';
import { holdsNothing, type RowAccount } from '../../domain/row-account.ts';
import { INPUT_TABS, type InputTab, type LogTab } from '../../domain/tabs.ts';
import type { Count } from '../cells/count.ts';
import { countNamed } from '../cells/count-in-text.ts';
import { DASH } from '../cells/parsed.ts';
import { lastDayNamed } from '../cells/plan-time.ts';
import { type NameTable, nameTable, nearestName, openNameTable } from '../name-table.ts';
import { personalDataIn, withoutPersonalData } from '../personal-data.ts';
import type { RawCell, RawTab } from '../raw.ts';
import { compactText, plainText, textKey } from '../text-key.ts';
import { readBudgetPlans } from './budget/budget-plans.ts';
import { type Classification, type ClassificationNames, classificationOf } from './classification.ts';
import { type Column, type ReadContext, type RowOf, type TabDefinition, UNSAID_ONCE } from './columns.ts';
import { findHeadings, type Headings, ROWS_SEARCHED } from './headings.ts';
import {
  type ContextOfIndicators,
  contextOfIndicators,
  type IndicatorRow,
  rowsOfIndicators,
} from './indicators/indicator-rows.ts';
import { indicatorsOf } from './indicators/indicators.ts';
import { namesPercents, withPercentsShown } from './indicators/percent-cells.ts';
import { planChangesOf } from './plan-changes/plan-changes.ts';
import { mayNamePledges, pledgeNumbersIn } from './pledges/pledge-column.ts';
import { onePledge, type PledgeNumbers, UNNUMBERED_BOOK } from './pledges/pledge-numbers.ts';
import type { Columns } from './rows/cell-reader.ts';
import { type ReadRow, type ReadRows, readRowsAs } from './rows/read-rows.ts';
import { pledgeNumbersOfSchedule, type ReadSchedule, readSchedule } from './schedule/schedule.ts';
import { type ReadSettings, settingsOf } from './settings.ts';
import {
  budgetPlansTab,
  classificationTab,
  executionsTab,
  futurePlansTab,
  INPUT_TAB_NAMES,
  indicatorsTab,
  meetingsTab,
  OPTIONAL_TABS,
  planChangesTab,
  pledgeTab,
  resultsTab,
  suggestionsTab,
  targetsTab,
} from './tabs.ts';
import { readWideRowsAs, WIDE_TARGETS, type WideForm, wideHeadings } from './years/wide-table.ts';

/** The tabs that were found, by the name that the rules have for them. */
export type RawTabs = Readonly<Partial<Record<InputTab, RawTab>>>;

/** How the rows of a tab were read, before the as-of date sorts the records. */
export type ReadAccount = Pick<RowAccount, 'read' | 'excluded' | 'skipped'>;

export interface ReadResult {
  readonly records: Records;
  readonly findings: readonly Finding[];
  /** What is wrong with the as-of date in the settings, or null. */
  readonly asOfFinding: Finding | null;
  readonly accounts: Readonly<Partial<Record<InputTab, ReadAccount>>>;
  /** The names that 분류 knows. */
  readonly names: ClassificationNames;
  /** The statuses of suggestions by every name that 분류 and the language have for them. */
  readonly statuses: Classification['status'];
  /** Where the columns of each tab stand. */
  readonly headings: Readonly<Partial<Record<InputTab, Headings>>>;
}

/**
 * Reads every tab. What cannot be read is a finding with its place; a missing tab leaves its records null.
 * @param tabNames the tabs that staff have made, among which a missing one may stand under another name.
 */
export function readRecords(tabs: RawTabs, tabNames: readonly string[] = []): ReadResult {
  const findings: Finding[] = missingTabs(tabs, tabNames);
  const accounts: Partial<Record<InputTab, ReadAccount>> = {};
  const headings: Partial<Record<InputTab, Headings>> = {};

  const subtotals: Subtotal[] = [];

  const take = (tab: InputTab, rows: Omit<ReadRows<unknown>, 'rows' | 'subtotals'>) => {
    for (const finding of rows.findings) findings.push(finding);
    if (rows.headings === null) return;
    headings[tab] = rows.headings;
    accounts[tab] = { read: rows.read, excluded: rows.excluded, skipped: rows.skipped };
  };
  /** @param result null: the tab is not there. */
  const takeRows = <Row>(tab: InputTab, result: ReadRows<Row> | null): readonly Row[] | null => {
    if (result === null) return null;
    take(tab, result);
    subtotals.push(...result.subtotals);
    return result.headings === null ? null : result.rows;
  };
  const rowsOf = <Columns extends Readonly<Record<string, Column<unknown>>>, Row>(
    definition: TabDefinition<Columns>,
    context: ReadContext,
    rowOf: (row: ReadRow<RowOf<TabDefinition<Columns>>>) => Row,
    wide: WideForm | null = null,
  ): readonly Row[] | null => {
    const asItStands = tabs[definition.tab];
    if (asItStands === undefined) return null;
    const raw = holdsPercents(definition.tab, asItStands) ? withPercentsShown(asItStands) : asItStands;
    const wideRows = wide === null ? null : readWideRowsAs(definition, raw, context, wide, rowOf);
    return takeRows(definition.tab, wideRows ?? readRowsAs(definition, raw, context, rowOf));
  };
  let hasPercents = false;
  const holdsPercents = (tab: InputTab, raw: RawTab): boolean => {
    if (tab === 'pledge' || tab === 'indicators') return namesPercents(raw);
    return hasPercents && (tab === 'targets' || tab === 'results');
  };
  const leaveOut = (tab: InputTab, excluded: number) => {
    const account = accounts[tab];
    if (account !== undefined) accounts[tab] = { ...account, excluded: account.excluded + excluded };
  };

  const classificationRows = rowsOf(classificationTab, NOTHING_KNOWN, asItIs);
  // Names cannot be told apart by a list that is there and cannot be read: what needs it is not computed.
  const namesAreKnown = tabs.classification === undefined || classificationRows !== null;
  const settings = settingsOf(rowsOf(pledgeTab, NOTHING_KNOWN, asItIs) ?? []);
  const pledges = onePledge(settings.pledge.number, () => pledgeNumbersTyped(tabs));
  const schedule = tabs.schedule === undefined ? null : readSchedule(tabs.schedule, pledges);
  if (schedule !== null) take('schedule', schedule);
  const classification = classificationOf(classificationRows ?? [], scheduleNamesOf(schedule));
  findings.push(...classification.findings);
  leaveOut('classification', classification.excluded);

  findings.push(...settings.findings);
  leaveOut('pledge', settings.excluded);

  const { indicators, names, ...readIndicators } = indicatorsOf(
    settings.own,
    rowsOf(indicatorsTab, NOTHING_KNOWN, asItIs) ?? [],
  );
  hasPercents = indicators.some(({ isPercent }) => isPercent);
  findings.push(...readIndicators.findings);
  leaveOut('indicators', readIndicators.excluded);

  const contextOfPlan = {
    ...contextOf(settings.pledge, classification, pledges),
    ...contextOfIndicators(indicators, names),
  };
  /** Keeps the rows that are about one indicator, and leaves out the others. */
  const ofIndicators = <Row>(
    tab: 'targets' | 'results',
    rows: readonly IndicatorRow<Row>[] | null,
  ): readonly Row[] | null => {
    if (rows === null) return null;
    const sorted = rowsOfIndicators(tab, rows, indicators);
    findings.push(...sorted.findings);
    leaveOut(tab, sorted.excluded);
    return sorted.rows;
  };
  const targets = ofIndicators('targets', rowsOf(targetsTab, contextOfPlan, targetRowOf, WIDE_TARGETS));
  const planYears = (targets ?? []).map(({ year }) => year);
  const context = { ...contextOfPlan, planStart: planYears.length === 0 ? null : Math.min(...planYears) };
  const futurePlans = rowsOf(futurePlansTab, context, futurePlanOf) ?? [];

  const planChanges = planChangesOf(
    rowsOf(planChangesTab, context, asItIs) ?? [],
    indicators,
    classification.class,
  );
  findings.push(...planChanges.findings);
  leaveOut('planChanges', planChanges.excluded);

  const rowsWithoutCategory: number[] = [];
  const meetings = namesAreKnown
    ? rowsOf(meetingsTab, context, (row) => {
        if (row.values.category === null) rowsWithoutCategory.push(row.row);
        findings.push(...countInText('meetings', row));
        return meetingOf(row, classification.uncategorised);
      })
    : null;
  for (const row of rowsWithoutCategory) {
    findings.push({
      problem: { code: 'no-category' },
      place: { tab: 'meetings', row, field: 'category' },
    });
  }
  const suggestions = namesAreKnown
    ? rowsOf(suggestionsTab, context, (row) => {
        findings.push(...countInText('suggestions', row));
        return suggestionOf(row);
      })
    : null;
  const budgetPlans = takeRows(
    'budgetPlans',
    tabs.budgetPlans === undefined ? null : readBudgetPlans(tabs.budgetPlans, context),
  );
  const executions = rowsOf(executionsTab, context, executionOf);
  const records: Records = {
    pledge: settings.pledge,
    indicators,
    lists: {
      // Those that nobody has listed are known once both tabs are read.
      fundingSources: classification.funds.known(),
      statuses: classification.statuses,
      classes: classification.classes,
    },
    categories: classification.categories,
    schedule: schedule?.rows ?? [],
    targets,
    meetings,
    results: ofIndicators('results', rowsOf(resultsTab, context, resultRowOf)),
    suggestions,
    budgetPlans,
    budgetPlansUnread: accounts.budgetPlans?.excluded ?? 0,
    executions,
    subtotals,
    futurePlans,
    planChanges: planChanges.changes,
  };
  const next = nextTab(tabs, settings, indicators, accounts);
  if (next !== null) {
    findings.push({ problem: { code: 'nothing-typed', next }, place: { tab: next, row: null, field: null } });
  }
  return {
    records,
    findings,
    asOfFinding: settings.asOfFinding,
    names: classification.names,
    statuses: classification.status,
    accounts,
    headings,
  };
}

const NEEDED_TABS = INPUT_TABS.filter((tab) => !OPTIONAL_TABS.has(tab));

/**
 * The tab to type into next. null: there is enough for figures, or a tab is missing, which is told by itself.
 *
 * What 소통기록 has no rows of may stand in 실적기록: a pledge that counts 개소 needs no meeting. A pledge whose rate is stated needs no
 * target.
 */
function nextTab(
  tabs: RawTabs,
  { pledge: { number, name, stated }, own }: ReadSettings,
  indicators: readonly Indicator[],
  accounts: ReadResult['accounts'],
): NextTab | null {
  if (NEEDED_TABS.some((tab) => accounts[tab] === undefined)) return null;
  const { targets, budgetPlans: _, ...logs } = accounts;
  const hasTargets = targets !== undefined && !holdsNothing({ targets });
  const isUnlogged = holdsNothing(logs);
  const isStated = stated.some(({ kind }) => kind === 'implementationPercent');
  const finalTarget = own.indicator?.target ?? null;
  const isUnnamed = number === null && name === null && finalTarget === null;
  if (isUnlogged && !hasTargets && isUnnamed && tabs.pledge !== undefined) return 'pledge';
  const isTargeted = hasTargets || isStated || indicators.every(({ kind }) => kind === 'selfAssessed');
  if (!isTargeted && (isUnlogged || finalTarget === null)) return 'targets';
  if (!isUnlogged || (isStated && !hasTargets)) return null;
  return indicators.some(({ kind }) => kind === 'meetings') ? 'meetings' : 'results';
}

function asItIs<Row>(row: Row): Row {
  return row;
}

function missingTabs(tabs: RawTabs, tabNames: readonly string[]): Finding[] {
  const known = new Set(Object.values(INPUT_TAB_NAMES).map(textKey));
  const others = tabNames.filter((name) => !known.has(textKey(name)));
  return INPUT_TABS.filter((tab) => tabs[tab] === undefined && !OPTIONAL_TABS.has(tab)).map((tab) => ({
    problem: {
      code: 'missing-tab',
      tabName: INPUT_TAB_NAMES[tab],
      nearest: nearestName(INPUT_TAB_NAMES[tab], others),
    },
    place: { tab, row: null, field: null },
  }));
}

/** The tabs that may have a column of 공약번호, but for the schedule. */
const NUMBERED_TABS: readonly TabDefinition<Columns>[] = [
  targetsTab,
  meetingsTab,
  resultsTab,
  suggestionsTab,
  budgetPlansTab,
  executionsTab,
  futurePlansTab,
  planChangesTab,
];

/** The distinct numbers in all columns of 공약번호. */
function pledgeNumbersTyped(tabs: RawTabs): readonly RawCell[] {
  const typed = NUMBERED_TABS.flatMap((definition) => {
    const raw = tabs[definition.tab];
    if (raw === undefined || !mayNamePledges(raw, ROWS_SEARCHED)) return [];
    const headings =
      (definition === targetsTab ? wideHeadings(definition, raw, WIDE_TARGETS) : null) ??
      findHeadings(definition, raw).headings;
    return headings === null ? [] : pledgeNumbersIn(raw, headings);
  });
  return tabs.schedule === undefined ? typed : [...typed, ...pledgeNumbersOfSchedule(tabs.schedule)];
}

/** The lines of the schedule by name; null without a schedule that could be read. */
function scheduleNamesOf(schedule: ReadSchedule | null): NameTable<string> | null {
  return schedule === null || schedule.headings === null
    ? null
    : nameTable(schedule.rows.map(({ name }) => ({ value: name, name })));
}

/** For the two tabs that say what all others are read against. */
export const NOTHING_KNOWN: ReadContext = {
  pledges: UNNUMBERED_BOOK,
  startYear: null,
  endYear: null,
  tabYear: null,
  categories: nameTable([]),
  origins: nameTable([]),
  dongs: nameTable([]),
  departments: nameTable([]),
  statuses: nameTable([]),
  fundingSources: nameTable([]),
  indicators: nameTable([]),
  unitOfMeetings: null,
  plansMeetings: true,
};

function contextOf(
  pledge: Pledge,
  classification: Classification,
  pledges: PledgeNumbers,
): Omit<ReadContext, keyof ContextOfIndicators> {
  const { startYear, endYear } = pledge;
  const isReversed = startYear !== null && endYear !== null && startYear > endYear;
  return {
    pledges,
    startYear,
    // Every date would lie after such a term; that it is reversed is said once.
    endYear: isReversed ? null : endYear,
    tabYear: null,
    categories: classification.category,
    origins: classification.origin,
    dongs: openNameTable([], (name) => name),
    departments: openNameTable([], (name) => name),
    statuses: classification.status,
    fundingSources: classification.funds.table,
  };
}

function targetRowOf({
  row,
  pledge,
  values,
  field,
}: ReadRow<RowOf<typeof targetsTab>>): IndicatorRow<Target> {
  const { year, planned, indicator } = values;
  const source = { ...countSource('targets', row, planned), ...(field === undefined ? {} : { field }) };
  return {
    row,
    indicator,
    measured: planned,
    field: field ?? 'planned',
    about: (of) => ({ pledge, indicator: of, year, planned: source }),
  };
}

function resultRowOf({ row, pledge, values }: ReadRow<RowOf<typeof resultsTab>>): IndicatorRow<Result> {
  const { date, value, content, indicator } = values;
  const source = countSource('results', row, value);
  return {
    row,
    indicator,
    measured: value,
    field: 'value',
    about: (of) => ({ pledge, indicator: of, date, content, value: source }),
  };
}

function meetingOf(
  { row, pledge, values }: ReadRow<RowOf<typeof meetingsTab>>,
  uncategorised: Category,
): Meeting {
  return {
    pledge,
    date: values.date,
    category: values.category ?? uncategorised,
    content: values.content,
    place: values.place,
    held: countSource('meetings', row, values.times),
    yearsNamed: yearsOfDaysIn(values.content).concat(yearsOfDaysIn(values.note)),
    groups: values.groups === null ? null : countSource('meetings', row, values.groups),
    groupsAreSites: SITE_UNITS.has(values.groups?.unit ?? ''),
    attendees: values.attendees === null ? null : countSource('meetings', row, values.attendees),
  };
}

/** A row that counts once because nobody said how often, and whose text names a number of the very thing. */
function countInText(
  tab: 'meetings' | 'suggestions',
  {
    row,
    values: { times, content, note },
  }: ReadRow<Pick<RowOf<typeof meetingsTab>, 'times' | 'content' | 'note'>>,
): readonly Finding[] {
  if (times !== UNSAID_ONCE) return [];
  const inContent = countNamed(tab, content);
  const found = inContent ?? countNamed(tab, note);
  const field = inContent === null ? 'note' : 'content';
  return found === null ? [] : [{ problem: { code: 'count-in-text', found }, place: { tab, row, field } }];
}

/** Units that count places, where the column also takes groups of people. */
const SITE_UNITS: ReadonlySet<string> = new Set(['개소', '곳']);
const DAY_IN_TEXT = /(20\d{2})\s*[.년/-]\s*\d{1,2}\s*[.월/-]\s*\d/g;

/** The years of the days that a text names: 2022 and 2023 in `보고회(2022. 11. 23. / 2023. 4. 4.)`. */
function yearsOfDaysIn(text: string | null): readonly number[] {
  return text?.includes('20') === true
    ? [...text.matchAll(DAY_IN_TEXT)].map(([, year]) => Number(year))
    : NO_YEARS;
}

const NO_YEARS: readonly number[] = [];

function suggestionOf({ row, pledge, values }: ReadRow<RowOf<typeof suggestionsTab>>): Suggestion {
  const { date, times } = values;
  const [origin, dong, department] = [values.origin, values.dong, values.department].map(kept);
  const content = compactText(kept(values.content) ?? '');
  const rest = [periodText(date), origin, dong, department];
  const signs = [...(content === '' ? [] : [content]), JSON.stringify([...rest, times.value])];
  return {
    pledge,
    number: receiptNumberOf(values.number),
    key: keyOf(values.number) ?? `#${fingerprint(JSON.stringify([...rest, content, times.value]))}`,
    signs: signs.map((sign) => `#${fingerprint(sign).slice(0, SIGN_LENGTH)}`),
    date,
    origin: origin ?? null,
    dong: dong ?? null,
    department: department ?? null,
    received: countSource('suggestions', row, times),
    status: values.status,
    handledOn: values.handledOn,
  };
}

const SIGN_LENGTH = 8;

/**
 * The number, as it may be written down; null where there is none, or where it looks like personal data: then the row is known by a
 * fingerprint. Rows that differ in nothing but their status have the same one, and so are not told apart.
 * @param typed with its spaces: without them digits would run together, and no longer look like what they are.
 */
function keyOf(typed: string | null): string | null {
  const number = receiptNumberOf(typed);
  const isPersonal = [typed ?? '', number ?? ''].some((text) => personalDataIn(text) !== null);
  return isPersonal ? null : number;
}

/**
 * Text from which something is made that is kept for good. Of a mobile number nothing is: there are so few of them that a fingerprint
 * gives it away.
 */
function kept(text: string | null): string | null {
  return text === null ? null : withoutPersonalData(text);
}

/**
 * `-` and 없음 say that there is none: rows without a number are no duplicates of each other. One with personal data in it keeps its
 * spaces: without them digits would run together, and it would be shown as it is.
 */
function receiptNumberOf(typed: string | null): string | null {
  const text = compactText(typed ?? '');
  if (text === '' || text === '없음' || DASH.test(text)) return null;
  return typed !== null && personalDataIn(typed) !== null ? plainText(typed).trim() : text;
}

function executionOf({ row, pledge, values }: ReadRow<RowOf<typeof executionsTab>>): Execution {
  return {
    pledge,
    date: values.date,
    fundingSource: values.fundingSource,
    executed: wonSource('executions', row, values.executed),
  };
}

function futurePlanOf({ row, pledge, values }: ReadRow<RowOf<typeof futurePlansTab>>): FuturePlan {
  const { when, content, category } = values;
  return {
    row,
    pledge,
    when: when ?? '',
    content,
    category,
    until: when === null ? null : lastDayNamed(when),
  };
}

function countSource(tab: LogTab, row: number, { value, approximate }: Count): Source {
  return { tab, row, amount: value, approximate };
}

function wonSource(tab: LogTab, row: number, amount: number): Source {
  return { tab, row, amount, approximate: false };
}
