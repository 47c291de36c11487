/** Turns rows of 공약변경 into plan changes. Each value is read by the reader of its own setting. */
import type { Finding } from '../../../domain/finding.ts';
import type { CellProblem } from '../../../domain/findings/cell.ts';
import type { Indicator } from '../../../domain/indicators/indicator.ts';
import type { Change, PlanChange } from '../../../domain/plan-changes/plan-change.ts';
import type { ImplementationStatus } from '../../../domain/words.ts';
import { accepted, DASH, type Parsed } from '../../cells/parsed.ts';
import type { NameTable } from '../../name-table.ts';
import { type RawCell, shownText } from '../../raw.ts';
import { compactReadText, textKey } from '../../text-key.ts';
import type { RowOf } from '../columns.ts';
import { unitIn } from '../headings.ts';
import { type AgainstIndicators, indicatorNotNamed } from '../indicators/indicator-rows.ts';
import { problemsOf } from '../rows/cell-reader.ts';
import type { ReadRow } from '../rows/read-rows.ts';
import { valueReaderOf } from '../settings/own-indicator.ts';
import { SETTINGS, type Setting, STATED_PERCENT } from '../settings/setting-list.ts';
import type { planChangesTab } from '../tabs.ts';
import { itemWithName, nearestPlanItem, type PlanItem, planItemOf } from './plan-items.ts';

type Row = ReadRow<RowOf<typeof planChangesTab>>;

export interface ReadPlanChanges {
  readonly changes: readonly PlanChange[];
  readonly excluded: number;
  readonly findings: readonly Finding[];
}

/**
 * Reads the plan changes of a pledge.
 * @param against the indicators of the pledge, and the one of a row that names none.
 * @param implementationStatuses implementation statuses that the office knows.
 * @param departmentOf the office's name of a department, for any spelling of it.
 */
export function planChangesOf(
  rows: readonly Row[],
  against: AgainstIndicators & { readonly names: NameTable<Indicator> },
  implementationStatuses: NameTable<ImplementationStatus>,
  departmentOf: (typed: string) => string = asTyped,
): ReadPlanChanges {
  const changes: PlanChange[] = [];
  const findings: Finding[] = [];
  for (const { row, pledge, values } of rows) {
    const { date, item, before, after, reason, procedure } = values;
    const report = (field: string, problems: readonly Finding['problem'][]) => {
      for (const problem of problems) findings.push({ problem, place: { tab: 'planChanges', row, field } });
    };
    const split = itemWithName(item, against.names.lists);
    const isOfAnother =
      split !== null && textKey((values.indicator ?? against.unnamed)?.name ?? '') !== textKey(split.name);
    const named = planItemOf(split?.item ?? item);
    if (named === null || isOfAnother) {
      const nearest = nearestPlanItem(item);
      report('item', [
        { code: 'unknown-plan-item', found: item, nearest, ...(split === null ? {} : { split }) },
      ]);
      continue;
    }
    const indicator = values.indicator ?? against.unnamed;
    if (indicator === null && (named.item === 'finalTarget' || named.item === 'target')) {
      const { field, problem } = indicatorNotNamed(against);
      report(field, [problem]);
      continue;
    }
    const change = changeOf(named, indicator, item, before, after, { implementationStatuses, departmentOf });
    for (const { field, problem } of change.problems) report(field, [problem]);
    if (change.value === null) continue;
    const told = { item, before: shownText(before).trim(), after: shownText(after).trim() };
    changes.push({ row, pledge, date, change: change.value, told, reason, procedure });
  }
  return { changes, excluded: rows.length - changes.length, findings };
}

interface KnownNames {
  readonly implementationStatuses: NameTable<ImplementationStatus>;
  readonly departmentOf: (typed: string) => string;
}

function asTyped(name: string): string {
  return name;
}

type ReadValue<Value> = (cell: RawCell) => Parsed<Value>;

interface ReadChange {
  /** null: one of the cells cannot be read. */
  readonly value: Change | null;
  readonly problems: readonly {
    readonly field: 'item' | 'before' | 'after';
    readonly problem: CellProblem;
  }[];
}

function changeOf(
  named: PlanItem,
  indicator: Indicator | null,
  itemText: string,
  before: RawCell,
  after: RawCell,
  { implementationStatuses, departmentOf }: KnownNames,
): ReadChange {
  const unit = unitIn(itemText);
  const by =
    <Value>(setting: Pick<Setting<Value>, 'parse'>): ReadValue<Value> =>
    (cell) =>
      setting.parse(cell, unit, { ...NO_TERM, implementationStatuses });
  switch (named.item) {
    case 'finalTarget':
    case 'target': {
      if (indicator === null) return { value: null, problems: [] };
      const readMeasured = by({ parse: valueReaderOf(indicator, itemText) });
      const read: ReadValue<number> = (cell) => {
        const parsed = readMeasured(cell);
        return parsed.ok ? { ...parsed, value: parsed.value.value } : parsed;
      };
      return both(read, before, after, (values) =>
        named.item === 'target'
          ? { item: 'target', indicator, year: named.year, ...values }
          : { item: 'finalTarget', indicator, ...values },
      );
    }
    case 'totalCost':
      return both(by(SETTINGS.totalCostWon), before, after, (values) => ({
        item: 'totalCost',
        ...values,
      }));
    case 'statedPercent':
      return both(by(STATED_PERCENT), before, after, (values) => ({ item: 'statedPercent', ...values }));
    case 'endYear':
      return both(by(SETTINGS.endYear), before, after, (values) => ({ item: 'endYear', ...values }));
    case 'status':
      return both(by(SETTINGS.chosenStatus), before, after, (values) => ({ item: 'status', ...values }));
    case 'name':
      return both(by(SETTINGS.name), before, after, (values) => ({ item: 'name', ...values }));
    case 'department': {
      const nameOf = (typed: string | null) => (typed === null ? null : departmentOf(typed));
      return both(by(SETTINGS.department), before, after, (values) => ({
        item: 'department',
        before: nameOf(values.before),
        after: nameOf(values.after),
      }));
    }
  }
}

const NO_TERM = { startYear: null, endYear: null };

function both<Value>(
  read: ReadValue<Value>,
  before: RawCell,
  after: RawCell,
  changeOfValues: (values: { readonly before: Value | null; readonly after: Value | null }) => Change,
): ReadChange {
  const [first, second] = [orNothing(read, before), orNothing(read, after)];
  const problems = [
    ...problemsOf(first).map((problem) => ({ field: 'before' as const, problem })),
    ...problemsOf(second).map((problem) => ({ field: 'after' as const, problem })),
  ];
  const value = first.ok && second.ok ? changeOfValues({ before: first.value, after: second.value }) : null;
  return { value, problems };
}

const NOTHING: ReadonlySet<string> = new Set(['없음', '미정', '미지정', '신규', '해당없음']);

/** Reads a cell; null for a dash, or for a word that means that there was nothing. */
function orNothing<Value>(read: ReadValue<Value>, cell: RawCell): Parsed<Value | null> {
  const text = compactReadText(shownText(cell));
  return DASH.test(text) || NOTHING.has(text) ? accepted(null) : read(cell);
}
