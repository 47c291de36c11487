/** 월별내역: the rows behind each closed month, as changes since the month before. Appended, never rewritten. */
import { periodText } from '../../../domain/date.ts';
import type { Finding } from '../../../domain/finding.ts';
import { groupBy } from '../../../domain/grouping.ts';
import {
  type ClosedRows,
  type MonthEvent,
  type MonthEventKind,
  monthsWithAlteredEvents,
} from '../../../domain/months/month-events.ts';
import type { PledgeKeyOf } from '../../../domain/months/month-rows.ts';
import type { RowFact } from '../../../domain/months/row-facts.ts';
import { FACT_TABS, type FactTab } from '../../../domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../input/tabs.ts';
import { withoutPersonalData } from '../../personal-data.ts';
import { RECORDED_FUNDING_SOURCES, RECORDED_STATUSES } from '../../recorded-names.ts';
import { RETIRED_TAB } from '../tabs.ts';
import { fingerprintIn, fingerprintText } from './fingerprint-text.ts';
import { COUNT_COLUMN, damaged, type OwnCells } from './own-table.ts';
import { recordForm } from './record-form.ts';

const COLUMNS = {
  month: { heading: '월', width: 80 },
  kind: { heading: '무엇이', width: 70 },
  tab: { heading: '탭', width: 90 },
  row: { heading: '행', width: 60, format: COUNT_COLUMN },
  date: { heading: '날짜', width: 100 },
  name: { heading: '분류·출처·재원', width: 190 },
  status: { heading: '처리상황', width: 110 },
  amount: { heading: '횟수·건수·금액(원)', width: 130, format: COUNT_COLUMN },
  suggestionKey: { heading: '접수번호(없으면 내용 지문)', width: 190 },
  fingerprint: { heading: '행 지문', width: 150 },
  replaces: { heading: '바뀌기 전 행 지문', width: 150 },
  pledge: { heading: '공약번호', width: 80 },
};
type Key = keyof typeof COLUMNS;

const KIND_NAMES: Readonly<Record<MonthEventKind, string>> = {
  added: '추가',
  changed: '바뀜',
  removed: '지움',
};
const KIND_OF_NAME: ReadonlyMap<string, MonthEventKind> = inverse(
  ['added', 'changed', 'removed'],
  (kind) => KIND_NAMES[kind],
);
/** Earlier versions also recorded rows that had been moved to 보관: `보관: 소통기록`. */
const TAB_OF_NAME: ReadonlyMap<string, FactTab> = new Map(
  FACT_TABS.flatMap((tab): readonly [string, FactTab][] => [
    [INPUT_TAB_NAMES[tab], tab],
    [`${RETIRED_TAB}: ${INPUT_TAB_NAMES[tab]}`, tab],
  ]),
);
const BLANK = '';

/** @param hasPledgeColumn true if the book has several pledges; each row then names its pledge. */
export const monthlyRows = (hasPledgeColumn: boolean) =>
  recordForm({
    tab: 'monthlyRows',
    layout: { columns: COLUMNS, later: ['pledge'], read: eventOf },
    unwritten: hasPledgeColumn ? [] : ['pledge'],
    cellsOf: ({ month, pledge, kind, fact, replaces }: MonthEvent) => ({
      month,
      kind: KIND_NAMES[kind],
      tab: INPUT_TAB_NAMES[fact.tab],
      row: fact.row,
      date: periodText(fact.date),
      name: factName(fact),
      status: fact.status === null ? BLANK : RECORDED_STATUSES.nameOf(fact.status),
      amount: fact.amount,
      suggestionKey: fact.suggestionKey ?? BLANK,
      fingerprint: fingerprintText(fact.fingerprint),
      replaces: replaces === null ? BLANK : fingerprintText(replaces),
      pledge: withoutPersonalData(pledge ?? BLANK),
    }),
  });

export const MONTHLY_ROWS = monthlyRows(false);

/** Category, occasion or funding source of a row, for people to read. Personal data is masked. */
export function factName({ tab, name }: RowFact): string {
  if (name === null) return BLANK;
  return tab === 'executions' ? RECORDED_FUNDING_SOURCES.nameOf(name) : withoutPersonalData(name).trim();
}

/**
 * One finding for each closed month whose recorded changes were altered. Each pledge is checked separately.
 */
export function alteredMonths(
  records: readonly (ClosedRows & Pick<MonthEvent, 'pledge'>)[],
  events: readonly MonthEvent[],
  keyOf: PledgeKeyOf,
): readonly Finding[] {
  const eventsOf = groupBy(events, ({ pledge }) => keyOf(pledge));
  const altered = [...groupBy(records, ({ pledge }) => keyOf(pledge))].flatMap(([key, own]) =>
    monthsWithAlteredEvents(own, eventsOf.get(key) ?? []),
  );
  return [...new Set(altered)].map((month) => damaged('monthlyRows', null, 'rows-differ', 0, month));
}

function eventOf(cells: OwnCells<Key>): MonthEvent | null {
  const month = cells.month('month');
  const kind = cells.choice('kind', KIND_OF_NAME);
  const tab = cells.choice('tab', TAB_OF_NAME);
  const row = cells.number('row');
  const date = cells.period('date');
  const amount = cells.number('amount');
  const fingerprint = fingerprintIn(cells.text('fingerprint'));
  const replaces = fingerprintIn(cells.text('replaces'));
  const suggestionKey = cells.text('suggestionKey');
  const name = cells.text('name');
  const status = cells.text('status');
  if (month === null || kind === null || tab === null || row === null || date === null) return null;
  if (amount === null || fingerprint === null) return null;
  const pledge = cells.text('pledge');
  return {
    month,
    pledge: pledge === BLANK ? null : pledge,
    kind,
    fact: {
      tab,
      row,
      date,
      name: name === BLANK ? null : tab === 'executions' ? RECORDED_FUNDING_SOURCES.wordOf(name) : name,
      status: status === BLANK ? null : RECORDED_STATUSES.wordOf(status),
      amount,
      suggestionKey: suggestionKey === BLANK ? null : suggestionKey,
      fingerprint,
    },
    replaces,
  };
}

function inverse<Value>(
  values: readonly Value[],
  nameOf: (value: Value) => string,
): ReadonlyMap<string, Value> {
  return new Map(values.map((value) => [nameOf(value), value]));
}
