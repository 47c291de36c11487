/** Records for tests of the rules, written as a table: `2024-03-05 | tea meeting | 1`. */

import { dayPeriod, monthPeriod, type Period, yearPeriod } from '../../src/domain/date.ts';
import type { Source } from '../../src/domain/figure.ts';
import type { Indicator } from '../../src/domain/indicators/indicator.ts';
import type {
  BudgetPlan,
  BudgetTime,
  Category,
  Execution,
  Meeting,
  Pledge,
  Records,
  Result,
  Suggestion,
  Target,
} from '../../src/domain/records.ts';
import type { LogTab } from '../../src/domain/tabs.ts';
import {
  COMPLETED_IMPLEMENTATION_STATUSES,
  ENDED_STATUSES,
  FUNDING_SOURCES,
  type FundingSource,
  HANDLING_STATUSES,
  type HandlingStatus,
  IMPLEMENTATION_STATUSES,
  type OfficeLists,
} from '../../src/domain/words.ts';
import { day as date } from '../support/day.ts';

export { day as date } from '../support/day.ts';

/** A period as precise as its text: `2024-03-05`, `2024-03` or `2024`. */
export function period(text: string): Period {
  const [year, month, day] = text.split('-').map(Number);
  const whole =
    month === undefined
      ? yearPeriod(year ?? 0)
      : day === undefined
        ? monthPeriod(year ?? 0, month)
        : dayPeriod(date(text));
  if (whole === null) throw new Error(`${text} is no period`);
  return whole;
}

/** `12`, or `~130` for an estimate. */
export function source(tab: LogTab, row: number, text: string): Source {
  return { tab, row, amount: Number(text.replace('~', '')), approximate: text.startsWith('~') };
}

/**
 * The cells of a table, one line for each row. Rows are numbered from 2, below a heading. Blank cells are
 * null.
 */
function rowsOf(
  table: string,
): { readonly row: number; cell(index: number): string; may(index: number): string | null }[] {
  const lines = table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line, index) => {
    const cells = line.split('|').map((cell) => cell.trim());
    return {
      row: index + 2,
      cell: (at) => cells[at] ?? '',
      may: (at) => (cells[at] === undefined || cells[at] === '' ? null : cells[at]),
    };
  });
}

export function category(name: string, kind: Category['kind'] = 'named'): Category {
  return { kind, name, scheduleRow: null };
}

/** The further fields of a meeting whose row holds only numbers. */
export const NO_TEXT = { pledge: '', content: null, place: null, yearsNamed: [], groupsAreSites: false };

/** `date | category | held | groups | attendees`. Throws if the category is not among those given. */
export function meetings(categories: readonly Category[], table: string): readonly Meeting[] {
  return rowsOf(table).map(({ row, cell, may }) => {
    const named = categories.find(({ name }) => name === cell(1));
    if (named === undefined) throw new Error(`no category ${cell(1)}`);
    const people = (index: number) => {
      const text = may(index);
      return text === null ? null : source('meetings', row, text);
    };
    return {
      date: period(cell(0)),
      category: named,
      held: source('meetings', row, may(2) ?? '1'),
      groups: people(3),
      attendees: people(4),
      ...NO_TEXT,
    };
  });
}

/** An indicator of meetings without a target of its own, with the given changes. */
export function indicator(given: Partial<Indicator> = {}): Indicator {
  return {
    name: null,
    kind: 'meetings',
    kindPlace: null,
    unit: null,
    isPercent: false,
    baseline: null,
    baselinePlace: null,
    target: null,
    targetPlace: null,
    digits: null,
    ...given,
  };
}

/** The only indicator of records that name no other. */
export const MEETINGS = indicator();

/** `year | planned` */
export function targets(table: string, of: Indicator = MEETINGS): readonly Target[] {
  return rowsOf(table).map(({ row, cell }) => ({
    pledge: '',
    indicator: of,
    year: Number(cell(0)),
    planned: source('targets', row, cell(1)),
  }));
}

/** `date | value` */
export function results(of: Indicator, table: string): readonly Result[] {
  return rowsOf(table).map(({ row, cell }) => ({
    pledge: '',
    indicator: of,
    date: period(cell(0)),
    content: null,
    value: source('results', row, cell(1)),
  }));
}

/** `received on | occasion | count | status | handled on | dong | department | number` */
export function suggestions(table: string): readonly Suggestion[] {
  return rowsOf(table).map(({ row, cell, may }) => {
    const handledOn = may(4);
    const number = may(7);
    return {
      pledge: '',
      date: period(cell(0)),
      occasion: may(1),
      received: source('suggestions', row, may(2) ?? '1'),
      status: oneOf<HandlingStatus>(HANDLING_STATUSES, may(3)),
      handledOn: handledOn === null ? null : period(handledOn),
      dong: may(5),
      department: may(6),
      number,
      key: number ?? `#${[0, 1, 2, 5, 6].map(cell).join(' ')}`,
      signs: () => [],
    };
  });
}

/** `year | funding source | won` */
export function budgetPlans(table: string): readonly BudgetPlan[] {
  return rowsOf(table).map(({ row, cell }) => ({
    pledge: '',
    when: budgetTime(cell(0)),
    fundingSource: fundingSource(cell(1)),
    planned: source('budgetPlans', row, cell(2)),
  }));
}

/** `date | funding source | won` */
export function executions(table: string): readonly Execution[] {
  return rowsOf(table).map(({ row, cell }) => ({
    pledge: '',
    date: period(cell(0)),
    fundingSource: fundingSource(cell(1)),
    executed: source('executions', row, cell(2)),
  }));
}

const NO_PLEDGE = {
  describedIn: 'pledge' as const,
  number: null,
  name: null,
  department: null,
  executingBody: null,
  termKind: null,
  progressKind: null,
  continuing: false,
  startYear: null,
  endYear: null,
  termEnd: null,
  totalCostWon: null,
  chosenStatus: null,
  asOf: null,
  ratePrecision: { mode: 'truncate', digits: 0 } as const,
  executionRatePrecision: { mode: 'truncate', digits: 1 } as const,
  policyGoal: null,
  policyOutline: null,
  amendments: null,
  handlingLimitDays: 365,
  stated: [],
};

export function pledge(stated: Partial<Pledge> = {}): Pledge {
  return { ...NO_PLEDGE, ...stated };
}

/** The built-in words, each with its code as its name. */
export const BUILT_IN_LISTS: OfficeLists = {
  fundingSources: FUNDING_SOURCES.map((word) => ({ word, name: word })),
  statuses: HANDLING_STATUSES.map((word) => ({
    word,
    name: word,
    ended: ENDED_STATUSES.some((ended) => ended === word),
  })),
  implementationStatuses: IMPLEMENTATION_STATUSES.map((word) => ({
    word,
    name: word,
    ended: COMPLETED_IMPLEMENTATION_STATUSES.some((ended) => ended === word),
  })),
};

const NO_ROWS = {
  categories: [],
  schedule: [],
  targets: [],
  meetings: [],
  results: null,
  suggestions: [],
  budgetPlans: [],
  budgetPlansUnread: 0,
  executions: [],
  subtotals: [],
  futurePlans: [],
  planChanges: [],
};

/** Records whose tabs exist and are empty, except for those given. */
export function records(given: Partial<Records> = {}): Records {
  const indicators = given.indicators ?? [MEETINGS];
  const [first = MEETINGS] = indicators;
  const all = { pledge: pledge(), lists: BUILT_IN_LISTS, ...NO_ROWS, ...given, indicators };
  // Targets written without an indicator belong to the first one.
  const ofFirst = (target: Target) =>
    target.indicator === MEETINGS ? { ...target, indicator: first } : target;
  return { ...all, targets: all.targets?.map(ofFirst) ?? null };
}

/** `2024`, `beforeTerm` or `afterTerm`. */
function budgetTime(text: string): BudgetTime {
  return text === 'beforeTerm' || text === 'afterTerm' ? text : Number(text);
}

function fundingSource(text: string): FundingSource {
  const found = oneOf<FundingSource>(FUNDING_SOURCES, text);
  if (found === null) throw new Error('no funding source');
  return found;
}

function oneOf<Word extends string>(words: readonly Word[], text: string | null): Word | null {
  if (text === null) return null;
  const found = words.find((word) => word === text);
  if (found === undefined) throw new Error(`no such word: ${text}`);
  return found;
}
