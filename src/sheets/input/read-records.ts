/** From tabs to records: every input tab read once, every row accounted for. */
import { type Finding, severityOf } from '../../domain/finding.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import type {
  Category,
  Meeting,
  Pledge,
  Records,
  ScheduleRow,
  Subtotal,
  Target,
} from '../../domain/records.ts';
import type { RowAccount } from '../../domain/row-account.ts';
import type { InputTab } from '../../domain/tabs.ts';
import { type NameTable, nameTable, openNameTable } from '../name-table.ts';
import type { RawTabs } from '../raw.ts';
import { textKey } from '../text-key.ts';
import { bookFindings, missingTab } from './book-tabs.ts';
import { readBudgetPlans } from './budget/budget-plans.ts';
import { readExecutions } from './budget/executions.ts';
import { moneyOfNone } from './budget/money-of-none.ts';
import {
  type Classification,
  type ClassificationNames,
  type ClassificationRow,
  classificationOf,
} from './classification.ts';
import type { Column, ReadContext, RowOf, TabDefinition } from './columns.ts';
import type { Headings } from './headings.ts';
import {
  type ContextOfIndicators,
  contextOfIndicators,
  type IndicatorRow,
  rowsOfIndicators,
} from './indicators/indicator-rows.ts';
import { unitKey } from './indicators/indicator-units.ts';
import { indicatorsOf } from './indicators/indicators.ts';
import { withPercentsShown } from './indicators/percent-cells.ts';
import { targetsLikeShares } from './indicators/share-values.ts';
import { type TypedCells, typedCells } from './indicators/typed-cells.ts';
import { nextTab } from './next-tab.ts';
import { NOTHING_KNOWN } from './nothing-known.ts';
import { speaksOfProvince } from './office-words.ts';
import { planChangesOf } from './plan-changes/plan-changes.ts';
import { pledgeNumbersTyped } from './pledges/numbered-tabs.ts';
import { onePledge, type PledgeNumbers } from './pledges/pledge-numbers.ts';
import {
  countInText,
  futurePlanOf,
  meetingOf,
  resultRowOf,
  suggestionOf,
  targetRowOf,
} from './row-records.ts';
import { type ReadRow, type ReadRows, readRows, readRowsAs } from './rows/read-rows.ts';
import { type ReadSchedule, readSchedule } from './schedule/schedule.ts';
import type { SettingRow } from './settings/setting-list.ts';
import { pledgeNumberOf, type ReadSettings, settingsOf } from './settings/settings.ts';
import { readTables } from './tables-below.ts';
import {
  classificationTab,
  futurePlansTab,
  indicatorsTab,
  meetingsTab,
  planChangesTab,
  pledgeTab,
  resultsTab,
  suggestionsTab,
  targetsTab,
} from './tabs.ts';
import type { WideForm } from './years/wide-layout.ts';
import { readWideRowsAs, TARGET_TABLES, WIDE_TARGETS } from './years/wide-table.ts';
import { withoutYearlyRows } from './years/yearly-rows.ts';

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
  /** The funds, likewise. */
  readonly funds: Classification['funds']['table'];
  /** Where the columns of each tab stand. */
  readonly headings: Readonly<Partial<Record<InputTab, Headings>>>;
}

/** What a pledge of an office's book has instead of settings of its own in 공약. */
export interface PledgeOfOffice {
  readonly settings: readonly ReadRow<SettingRow>[];
  readonly pledges: PledgeNumbers;
  /** The rows of 분류, which all pledges share; null: there is no such tab. */
  readonly classification: ReadRows<ReadRow<ClassificationRow>> | null;
  /** The name under which the office knows a department, however it is spelt. */
  readonly departmentOf: (typed: string) => string;
  /** Whether any pledge's money is that of a province or of a county. */
  readonly hasProvince: boolean;
  /** Where the columns of its settings stand. */
  readonly headings: Readonly<Partial<Record<InputTab, Headings>>>;
}

/**
 * Reads every tab. What cannot be read is a finding with its place; a missing tab leaves its records null.
 * @param tabNames the tabs that staff have made, among which a missing one may stand under another name.
 * @param office where the tabs hold the rows of one pledge of an office's book. What the book as a whole lacks is then told elsewhere.
 */
export function readRecords(
  tabs: RawTabs,
  tabNames: readonly string[] = [],
  office: PledgeOfOffice | null = null,
): ReadResult {
  const findings: Finding[] = office === null ? bookFindings(tabs, tabNames) : [];
  const accounts: Partial<Record<InputTab, ReadAccount>> = {};
  const headings: Partial<Record<InputTab, Headings>> = { ...office?.headings };

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
    const raw = withPercentsShown(definition.tab, asItStands);
    const read =
      wide === null
        ? readRowsAs(definition, raw, context, rowOf)
        : readTables(
            raw,
            TARGET_TABLES,
            (table) =>
              readWideRowsAs(definition, table, context, wide, rowOf) ??
              readRowsAs(definition, table, context, rowOf),
          );
    return takeRows(definition.tab, read);
  };
  const leaveOut = (tab: InputTab, excluded: number) => {
    const account = accounts[tab];
    if (account !== undefined) accounts[tab] = { ...account, excluded: account.excluded + excluded };
  };

  const settingRows: readonly ReadRow<SettingRow>[] =
    office?.settings ?? rowsOf(pledgeTab, NOTHING_KNOWN, asItIs) ?? [];
  const pledges = office?.pledges ?? onePledge(pledgeNumberOf(settingRows), () => pledgeNumbersTyped(tabs));
  const readClassification = office === null ? classificationRowsOf(tabs, pledges) : office.classification;
  const classificationRows = takeRows('classification', readClassification);
  // Names cannot be told apart by a list that is there and cannot be read: what needs it is not computed.
  const namesAreKnown = readClassification === null || classificationRows !== null;
  const schedule = tabs.schedule === undefined ? null : readSchedule(tabs.schedule, pledges);
  if (schedule !== null) take('schedule', schedule);
  const classification = classificationOf(
    classificationRows ?? [],
    scheduleNamesOf(schedule),
    office?.hasProvince ?? speaksOfProvince([tabs.budgetPlans, tabs.executions]),
  );
  findings.push(...classification.findings);
  leaveOut('classification', classification.excluded);

  const settings = settingsOf(settingRows, classification.class);
  findings.push(...settings.findings);
  leaveOut('pledge', settings.excluded);

  /** The cells of a tab that has been read, as they were typed. */
  const cellsOf = (tab: InputTab): TypedCells | null => {
    const [raw, read] = [tabs[tab], headings[tab]];
    return raw === undefined || read === undefined ? null : typedCells(raw, read);
  };
  const indicatorRows = rowsOf(indicatorsTab, { ...NOTHING_KNOWN, pledges }, asItIs) ?? [];
  const readIndicators = indicatorsOf(settings.own, indicatorRows, cellsOf('indicators'));
  const { indicators } = readIndicators;
  findings.push(...readIndicators.findings);
  if (office === null && tabs.results === undefined && needsResults(indicators, settings)) {
    findings.push(missingTab('results', tabNames));
  }
  leaveOut('indicators', readIndicators.excluded);

  const contextOfPlan = {
    ...contextOf(settings.pledge, classification, pledges),
    ...contextOfIndicators(readIndicators),
  };
  /** Keeps the rows that are about one indicator, and leaves out the others. */
  const ofIndicators = <Row>(
    tab: 'targets' | 'results',
    rows: readonly IndicatorRow<Row>[] | null,
    plannedOf?: (indicator: Indicator) => readonly number[],
  ): readonly Row[] | null => {
    const cells = cellsOf(tab);
    if (rows === null || cells === null) return null;
    const sorted = rowsOfIndicators(tab, rows, readIndicators, cells, plannedOf);
    findings.push(...sorted.findings);
    leaveOut(tab, sorted.excluded);
    return sorted.rows;
  };
  /** The rows of the plan without those that say what each year adds. */
  const ofWholeYears = (rows: readonly IndicatorRow<Target>[] | null) => {
    const [raw, read] = [tabs.targets, headings.targets];
    if (rows === null || raw === undefined || read === undefined) return rows;
    const sorted = withoutYearlyRows(raw, read, rows, ({ indicator }) => indicator ?? readIndicators.unnamed);
    findings.push(...sorted.findings);
    leaveOut('targets', sorted.excluded);
    return sorted.rows;
  };
  const targets = ofIndicators(
    'targets',
    ofWholeYears(rowsOf(targetsTab, contextOfPlan, targetRowOf, WIDE_TARGETS)),
  );
  const planYears = (targets ?? []).map(({ year }) => year);
  const context = { ...contextOfPlan, planStart: planYears.length === 0 ? null : Math.min(...planYears) };
  const futurePlans = rowsOf(futurePlansTab, context, futurePlanOf) ?? [];

  const planChanges = planChangesOf(
    rowsOf(planChangesTab, context, asItIs) ?? [],
    { ...readIndicators, unnamed: readIndicators.unnamedInChanges },
    classification.class,
    office?.departmentOf,
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
  const executions = takeRows(
    'executions',
    tabs.executions === undefined ? null : readExecutions(tabs.executions, context),
  );
  findings.push(...moneyOfNone(budgetPlans ?? [], executions ?? []));
  const plannedOf = (of: Indicator) =>
    (targets ?? []).flatMap(({ indicator, planned }) => (indicator === of ? planned.amount : []));
  const results = ofIndicators('results', rowsOf(resultsTab, context, resultRowOf), plannedOf);
  findings.push(
    ...targetsLikeShares(
      indicators,
      (of) => [
        ...plannedOf(of),
        ...(results ?? []).flatMap(({ indicator, value }) => (indicator === of ? value.amount : [])),
      ],
      ({ tab, row }, field) =>
        (tab === 'pledgeList'
          ? settingRows.find(({ values }) => values.listed === field)?.values.value
          : tabs[tab]?.rows[row - 1]?.[(headings[tab]?.cells.get(field)?.column ?? 0) - 1]) ?? '',
    ),
  );
  const records: Records = {
    pledge: settings.pledge,
    indicators,
    lists: {
      // Those that nobody has listed are known once both tabs are read.
      fundingSources: classification.funds.known(),
      statuses: classification.statuses,
      classes: classification.classes,
    },
    categories:
      office === null
        ? classification.categories
        : categoriesUsed(classification.categories, meetings ?? [], schedule?.rows ?? []),
    schedule: schedule?.rows ?? [],
    targets,
    meetings,
    results,
    suggestions,
    budgetPlans,
    budgetPlansUnread: (accounts.budgetPlans?.excluded ?? 0) + rowsReadInPart(findings),
    executions,
    // Rows of no pledge have no indicators; what their totals are of is told where all pledges are read.
    subtotals: subtotals.filter(
      ({ tab }) => tab !== 'results' || (office !== null && pledges.only === null) || addUp(indicators),
    ),
    futurePlans,
    planChanges: planChanges.changes,
  };
  const next = office === null ? nextTab(settings, indicators, accounts) : null;
  if (next !== null) {
    findings.push({ problem: { code: 'nothing-typed', next }, place: { tab: next, row: null, field: null } });
  }
  return {
    records,
    findings,
    asOfFinding: settings.asOfFinding,
    names: classification.names,
    statuses: classification.status,
    funds: classification.funds.table,
    accounts,
    headings,
  };
}

/** The rows of 분류; null: there is no such tab. */
export function classificationRowsOf(
  { classification }: RawTabs,
  pledges: PledgeNumbers,
): ReadRows<ReadRow<ClassificationRow>> | null {
  if (classification === undefined) return null;
  return readRows(classificationTab, classification, { ...NOTHING_KNOWN, pledges });
}

/** The rows of a plan with a column a year that count without a cell which could not be read. */
function rowsReadInPart(findings: readonly Finding[]): number {
  return new Set(
    findings.flatMap((finding) => {
      const { place } = finding;
      const isCell = place?.tab === 'budgetPlans' && place.field?.startsWith('planned ') === true;
      return isCell && severityOf(finding) === 'error' ? (place.row ?? []) : [];
    }),
  ).size;
}

/** The categories that a pledge of an office has: those of its meetings, and those that its schedule names. */
function categoriesUsed(
  categories: readonly Category[],
  meetings: readonly Meeting[],
  schedule: readonly ScheduleRow[],
): readonly Category[] {
  const held = new Set(meetings.map(({ category }) => category));
  const planned = new Set(schedule.map(({ name }) => textKey(name)));
  return categories.filter(
    (category) =>
      held.has(category) ||
      planned.has(textKey(category.name)) ||
      planned.has(textKey(category.scheduleRow ?? '')),
  );
}

function asItIs<Row>(row: Row): Row {
  return row;
}

/** Whether an indicator has its values in 실적기록, and nobody states the rate that would come of them. */
function needsResults(indicators: readonly Indicator[], { pledge }: ReadSettings): boolean {
  const isStated = pledge.stated.some(({ kind }) => kind === 'implementationPercent');
  return !isStated && indicators.some(({ kind }) => kind !== 'meetings');
}

/** Whether a total of results means anything: of levels, and of several units, there is none. */
export function addUp(indicators: readonly Indicator[]): boolean {
  const ofResults = indicators.filter(({ kind }) => kind !== 'meetings');
  return (
    ofResults.every(({ kind }) => kind === 'cumulative') &&
    new Set(ofResults.map(({ unit }) => unitKey(unit ?? ''))).size === 1
  );
}

/** The lines of the schedule by name; null without a schedule that could be read. */
function scheduleNamesOf(schedule: ReadSchedule | null): NameTable<string> | null {
  return schedule === null || schedule.headings === null
    ? null
    : nameTable(schedule.rows.map(({ name }) => ({ value: name, name })));
}

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
    occasions: classification.occasion,
    dongs: openNameTable([], (name) => name),
    departments: openNameTable([], (name) => name),
    statuses: classification.status,
    fundingSources: classification.funds.table,
  };
}
