/** Reads every input tab once into records. Every row is counted, left out with a finding, or skipped. */
import { type Finding, severityOf } from '../../domain/finding.ts';
import { byLastDay, type Indicator } from '../../domain/indicators/indicator.ts';
import type {
  Category,
  Meeting,
  Pledge,
  Records,
  Result,
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
import { yearsShown } from './pledges/years-shown.ts';
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
import { isNumberSetting, type SettingRow } from './settings/setting-list.ts';
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
import { totalsOfNone } from './totals/mixed-totals.ts';
import { readTotalsAlone } from './totals/total-rows.ts';
import { withoutUntrueNotices } from './untrue-notices.ts';
import { targetTotals } from './years/target-totals.ts';
import type { WideForm } from './years/wide-layout.ts';
import { readWideRowsAs, TARGET_TABLES, WIDE_TARGETS } from './years/wide-rows.ts';
import { withoutYearlyRows } from './years/yearly-rows.ts';

/** Row counts of a tab, before rows after the as-of date are left out of the figures. */
export type ReadAccount = Pick<RowAccount, 'read' | 'excluded' | 'skipped'>;

export interface ReadResult {
  readonly records: Records;
  readonly findings: readonly Finding[];
  /** Finding about an as-of date in the settings that cannot be read; null: none. */
  readonly asOfFinding: Finding | null;
  readonly accounts: Readonly<Partial<Record<InputTab, ReadAccount>>>;
  /** The names that 분류 knows, by kind. */
  readonly names: ClassificationNames;
  /** Handling statuses by all their names, built-in and of 분류. */
  readonly statuses: Classification['status'];
  /** Funding sources by all their names, likewise. */
  readonly fundingSources: Classification['fundingSources']['table'];
  /** The headings of each tab, with their columns. */
  readonly headings: Readonly<Partial<Record<InputTab, Headings>>>;
}

/** Input for one pledge of an office's book, which has no settings of its own in 공약. */
export interface PledgeOfOffice {
  readonly settings: readonly ReadRow<SettingRow>[];
  readonly pledges: PledgeNumbers;
  /** The rows of 분류, which all pledges share; null: the tab does not exist. */
  readonly classification: ReadRows<ReadRow<ClassificationRow>> | null;
  /** The office's name of a department, for any spelling of it. */
  readonly departmentOf: (typed: string) => string;
  /** Whether the money tabs of the office mention a province (도) or a county (군). */
  readonly hasProvince: boolean;
  /** Headings of the tabs that are already read, such as 공약목록. */
  readonly headings: Readonly<Partial<Record<InputTab, Headings>>>;
}

/**
 * Reads every tab. What cannot be read is a finding with its place; a missing tab leaves its records null.
 * @param tabNames tabs that staff have made. A missing tab may be among them under another name.
 * @param office given where the tabs hold the rows of one pledge of an office's book. The caller then reports
 * what the book as a whole lacks.
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
  /** @param result null: the tab does not exist. */
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
        : readTables(raw, TARGET_TABLES, (table) =>
            readTotalsAlone(
              table,
              context,
              (each) =>
                readWideRowsAs(definition, each, context, wide, rowOf) ??
                readRowsAs(definition, each, context, rowOf),
            ),
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
  // If 분류 exists but cannot be read, names are not known. Records that need them are then null.
  const namesAreKnown = readClassification === null || classificationRows !== null;
  if (office === null) findings.push(...yearOfOwnNumber(tabs, headings, settingRows));
  const schedule = tabs.schedule === undefined ? null : readSchedule(tabs.schedule, pledges);
  if (schedule !== null) take('schedule', schedule);
  const classification = classificationOf(
    classificationRows ?? [],
    scheduleNamesOf(schedule),
    office?.hasProvince ?? speaksOfProvince([tabs.budgetPlans, tabs.executions]),
  );
  findings.push(...classification.findings);
  leaveOut('classification', classification.excluded);

  const settings = settingsOf(settingRows, classification.implementationStatus);
  findings.push(...settings.findings);
  leaveOut('pledge', settings.excluded);

  /** The typed cells of a tab; null: it was not read. */
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
  /** Keeps the rows whose indicator is known, and leaves out the others. */
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
  /** Leaves out rows that say what each year adds, so that only cumulative targets remain. */
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
    classification.implementationStatus,
    office?.departmentOf,
  );
  findings.push(...planChanges.findings);
  leaveOut('planChanges', planChanges.excluded);

  const addFound = (finding: Finding | null): void => {
    if (finding !== null) findings.push(finding);
  };
  const rowsWithoutCategory: number[] = [];
  const meetings = namesAreKnown
    ? rowsOf(meetingsTab, context, (row) => {
        const { category } = row.values;
        if (category === null) rowsWithoutCategory.push(row.row);
        const isListed = category === null || context.categories.lists(category.name);
        addFound(countInText('meetings', row, isListed ? null : category.name));
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
        addFound(countInText('suggestions', row));
        return suggestionOf(row);
      })
    : null;
  const budgetPlans = takeRows(
    'budgetPlans',
    tabs.budgetPlans === undefined
      ? null
      : readBudgetPlans(withPercentsShown('budgetPlans', tabs.budgetPlans), context),
  );
  const executions = takeRows(
    'executions',
    tabs.executions === undefined
      ? null
      : readExecutions(withPercentsShown('executions', tabs.executions), context),
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
  if (!resultsAddUp(indicators) && results !== null) findings.push(...resultTotals(subtotals, results));
  if (office === null && targets !== null && tabs.targets !== undefined && headings.targets !== undefined) {
    findings.push(...targetTotals(tabs.targets, headings.targets, targets));
  }
  const records: Records = {
    pledge: settings.pledge,
    indicators,
    lists: {
      // `known()` is complete only now: reading the money tabs adds sources that 분류 does not list.
      fundingSources: classification.fundingSources.known(),
      statuses: classification.statuses,
      implementationStatuses: classification.implementationStatuses,
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
    // Rows of no pledge have no indicators. Their totals are checked where the rows of all pledges are known.
    subtotals: subtotals.filter(
      ({ tab }) =>
        tab !== 'results' || (office !== null && pledges.only === null) || resultsAddUp(indicators),
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
    findings: withoutUntrueNotices(findings),
    asOfFinding: settings.asOfFinding,
    names: classification.names,
    statuses: classification.status,
    fundingSources: classification.fundingSources.table,
    accounts,
    headings,
  };
}

/** The finding of a pledge number in 공약 that Sheets turned into a day. */
function yearOfOwnNumber(
  { pledge: raw }: RawTabs,
  { pledge: found }: Readonly<Partial<Record<InputTab, Headings>>>,
  rows: readonly ReadRow<SettingRow>[],
): readonly Finding[] {
  const column = found?.cells.get('value')?.column;
  if (raw === undefined || column === undefined) return [];
  const indexes = rows.flatMap(({ row, values: { item } }) => (isNumberSetting(item ?? '') ? [row - 1] : []));
  return yearsShown({ tab: 'pledge', field: 'value' }, raw, indexes, column - 1);
}

/** Reads the rows of 분류; null: the tab does not exist. */
export function classificationRowsOf(
  { classification }: RawTabs,
  pledges: PledgeNumbers,
): ReadRows<ReadRow<ClassificationRow>> | null {
  if (classification === undefined) return null;
  return readRows(classificationTab, classification, { ...NOTHING_KNOWN, pledges });
}

/** Number of rows of a wide 예산계획 that count although one of their cells could not be read. */
function rowsReadInPart(findings: readonly Finding[]): number {
  return new Set(
    findings.flatMap((finding) => {
      const { place } = finding;
      const isCell = place?.tab === 'budgetPlans' && place.field?.startsWith('planned ') === true;
      return isCell && severityOf(finding) === 'error' ? (place.row ?? []) : [];
    }),
  ).size;
}

/** The categories that a pledge of an office uses: those of its meetings, and those its schedule names. */
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

/** Whether an indicator has its values in 실적기록, and no 이행률 is stated in their place. */
function needsResults(indicators: readonly Indicator[], { pledge }: ReadSettings): boolean {
  const isStated = pledge.stated.some(({ kind }) => kind === 'implementationPercent');
  return !isStated && indicators.some(({ kind }) => kind !== 'meetings');
}

/** The totals of 실적기록 that no rows give, where its results do not all add up. */
export function resultTotals(totals: readonly Subtotal[], results: readonly Result[]): readonly Finding[] {
  const inOrder = results
    .map(({ indicator, date, value: { row, amount } }) => ({ indicator, date, row, amount }))
    .sort(byLastDay);
  return totalsOfNone(
    totals.filter(({ tab }) => tab === 'results'),
    inOrder.map(({ indicator, row, amount }) => ({
      row,
      amount,
      key: indicator,
      isPercent: indicator.isPercent || indicator.kind === 'selfAssessed',
    })),
  );
}

/** Whether results can be added up. Levels, and values with different units, cannot. */
export function resultsAddUp(indicators: readonly Indicator[]): boolean {
  const ofResults = indicators.filter(({ kind }) => kind !== 'meetings');
  return (
    ofResults.every(({ kind }) => kind === 'cumulative') &&
    new Set(ofResults.map(({ unit }) => unitKey(unit ?? ''))).size === 1
  );
}

/** Names of the lines of the schedule; null: there is no schedule, or it cannot be read. */
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
  const isReversed = (startYear ?? 0) > (endYear ?? Number.POSITIVE_INFINITY);
  return {
    pledges,
    startYear,
    // In a reversed term every date would be outside. The reversal itself is reported once.
    endYear: isReversed ? null : endYear,
    tabYear: null,
    categories: classification.category,
    occasions: classification.occasion,
    dongs: openNameTable([], (name) => name),
    departments: openNameTable([], (name) => name),
    statuses: classification.status,
    fundingSources: classification.fundingSources.table,
  };
}
