/** 총괄: all pledges as of a date. Key figures, charts, tables, and then one row a pledge. */

import type { IsoDate } from '../../../domain/date.ts';
import { statusInForce } from '../../../domain/implementation-status.ts';
import { hasReachedYearTarget, isCompleted, meanRate, yearStanding } from '../../../domain/overview.ts';
import { type RatePrecision, rateOf } from '../../../domain/rate.ts';
import type { ImplementationStatus, OfficeLists } from '../../../domain/words.ts';
import { NO_IMPLEMENTATION_STATUS_NAME, NOT_SAID, officeStatusName } from '../../names.ts';
import { withCommas } from '../../numbers.ts';
import { shownDate } from '../../raw.ts';
import {
  countCell,
  type Grid,
  type GridCell,
  type GridRow,
  headingCells,
  inUnit,
  noteCell,
  numberCell,
  percentCell,
  rateCell,
  textCell,
  titleCell,
  UNKNOWN,
} from '../grid/grid.ts';
import { type KeyFigure, keyFigureRows } from '../grid/key-figures.ts';
import { type Section, stacked } from '../grid/sections.ts';
import { millionCell, millionDigits } from '../official/cells.ts';
import { implementationStatusColor } from '../results/status-colors.ts';
import { OUTPUT_TABS } from '../tabs.ts';
import {
  fundingSourceTotals,
  inGroups,
  moneyOf,
  type OverviewEntry,
  type OverviewMoney,
  pledgeCount,
  shownRates,
} from './overview-entries.ts';
import { OVERVIEW_TITLES } from './overview-titles.ts';
import { OVERVIEW_COLUMNS, pledgeSection } from './pledge-rows.ts';

export interface OverviewOfBook {
  readonly asOf: IsoDate;
  readonly entries: readonly OverviewEntry[];
  readonly lists: OfficeLists;
  readonly precision: RatePrecision;
  /** Says which rows were left out; null where none were. */
  readonly leftOut: string | null;
  readonly errors: number;
}

/** In pixels: the column of names and labels, the columns of figures, and the rows at the top. */
const LABEL_WIDTH = 250;
const FIGURE_WIDTH = 92;
const FIGURE_HEIGHT = 30;
/** Title, date, a blank row, and three rows of key figures. */
const HIGH_ROWS = 6;
const CHART_ROWS = 14;
const PLEDGES_UNIT = '건';
const PLANNED_COLOR = '#b9c7d6';
const DONE_COLOR = '#1f5f99';

export function overviewGrid(book: OverviewOfBook): Grid {
  const asOf = `기준일 ${shownDate(book.asOf)}`;
  const figures: readonly Section[] = [
    keyFigureSection(book),
    { rows: [[]] },
    chartSection(book),
    implementationStatusTable(
      book,
      OVERVIEW_TITLES.departments,
      '담당부서',
      ({ report }) => report.pledge.department,
    ),
    fieldFundSection(book),
  ];
  const head = (toList: GridCell): Section => ({
    rows: [
      [titleCell(OUTPUT_TABS.overview)],
      [noteCell(book.leftOut === null ? asOf : `${asOf} · ${book.leftOut}(점검 탭 참고)`)],
      [toList],
    ],
  });
  const above = stacked([head(noteCell('')), ...figures]).rows.length;
  // The list is far below: its title is two screens away.
  const link = { tabName: OUTPUT_TABS.overview, cell: `A${above + 1}` };
  const toList: GridCell = { ...noteCell('공약별 목록으로 ↓'), link };
  return {
    ...stacked([head(toList), ...figures, pledgeSection(book.entries)]),
    columnWidths: [LABEL_WIDTH, ...Array<number>(OVERVIEW_COLUMNS - 1).fill(FIGURE_WIDTH)],
    frozenRows: 2,
    rowHeights: Array<number>(HIGH_ROWS).fill(FIGURE_HEIGHT),
  };
}

function keyFigureSection(book: OverviewOfBook): Section {
  const { entries, precision, lists, errors } = book;
  const all = pledgeCount(entries);
  const completed = pledgeCount(entries.filter(({ report }) => isCompleted(report, lists)));
  const targeted = entries.filter(({ report }) => hasReachedYearTarget(report) !== null);
  const reached = pledgeCount(targeted.filter(({ report }) => hasReachedYearTarget(report) === true));
  const underway = targeted.filter(({ report }) => yearStanding(report) === 'underway').length;
  const rates = shownRates(entries);
  const rated = rates.sources.length;
  const mean = meanRate(
    entries.map(({ report }) => report.rate.percent),
    precision,
  );
  const completedRate = rateOf(completed.value, all.value, precision);
  const money = moneyOf(entries, null, executionPrecision(book));
  const figures: readonly KeyFigure[] = [
    {
      name: '공약',
      figure: inUnit(countCell(all, 'keyFigure'), PLEDGES_UNIT),
      note: groupsText(entries),
      columns: 1,
    },
    {
      name: '평균 이행률',
      figure:
        mean.percent === null
          ? textCell(UNKNOWN, 'keyFigure')
          : {
              ...percentCell(mean.percent, mean.digits, 'keyFigure'),
              basis: { kind: 'average', percent: mean.percent, digits: mean.digits, figure: rates },
            },
      note:
        rated === entries.length
          ? `${withCommas(rated)}건의 단순 평균`
          : `${withCommas(rated)}건의 평균 · 이행률 없음 ${withCommas(entries.length - rated)}건`,
      columns: 2,
    },
    {
      name: '완료',
      figure: inUnit(rateCell(completedRate, completed, all, 'keyFigure'), PLEDGES_UNIT),
      note: `${withCommas(completed.value ?? 0)} / ${withCommas(entries.length)}건`,
      columns: 2,
    },
    {
      name: '올해 목표 달성',
      figure: inUnit(countCell(reached, 'keyFigure'), PLEDGES_UNIT),
      note:
        underway === 0
          ? `올해 목표가 있는 ${withCommas(targeted.length)}건 가운데`
          : `목표 ${withCommas(targeted.length)}건, 진행 중 ${withCommas(underway)}건`,
      columns: 2,
    },
    {
      name: '예산 집행률',
      figure: rateCell(money.rate, money.executed, money.planned, 'keyFigure'),
      note: '모든 공약의 집행액 ÷ 투자계획',
      columns: 2,
    },
    { name: '점검 오류', figure: numberCell(errors, 'keyFigure'), note: '점검 탭 참고', columns: 2 },
  ];
  return {
    rows: keyFigureRows(figures),
    conditionalFormats: [
      { area: { row: 1, column: 10, rows: 3, columns: 2 }, when: { formula: '=N($J2)>0' }, look: 'error' },
    ],
  };
}

/** `분야 2개 · 부서 4개`. Pledges without either are in none: a list without 분야 has only departments. */
function groupsText(entries: readonly OverviewEntry[]): string {
  const groups: readonly (readonly [string, ReadonlySet<string | null>])[] = [
    ['분야', new Set(entries.map(({ field }) => field))],
    ['부서', new Set(entries.map(({ report }) => report.pledge.department))],
  ];
  return groups
    .map(([name, values]) => [name, [...values].filter((value) => value !== null).length] as const)
    .flatMap(([name, count]) => (count === 0 ? [] : [`${name} ${withCommas(count)}개`]))
    .join(' · ');
}

/** The two charts side by side, and below them the tables that they draw. */
function chartSection(book: OverviewOfBook): Section {
  const byStatus = implementationStatusTable(book, OVERVIEW_TITLES.fields, '분야', ({ field }) => field);
  const fundingSources = fundingSourceTable(book);
  const room: readonly GridRow[] = Array.from({ length: CHART_ROWS + 1 }, () => []);
  const statusesAt = room.length + 2;
  const fundingSourcesAt = room.length + byStatus.rows.length + 2;
  const statusArea = { row: statusesAt, rows: byStatus.lines + 1 };
  return {
    rows: [...room, ...byStatus.rows, ...fundingSources.rows],
    charts: [
      {
        key: 'classes',
        title: OVERVIEW_TITLES.fields,
        kind: 'stackedBars',
        areas: [
          { ...statusArea, column: 1, columns: 1 },
          { ...statusArea, column: 3, columns: byStatus.statuses.length },
        ],
        place: { row: 1, column: 1, rows: CHART_ROWS, columns: 5 },
        width: LABEL_WIDTH + 4 * FIGURE_WIDTH - 12,
        colors: byStatus.statuses.map((status) => implementationStatusColor(book.lists, status)),
      },
      ...(fundingSources.lines === 0
        ? []
        : [
            {
              key: 'funds',
              title: OVERVIEW_TITLES.fundingSources,
              kind: 'columns' as const,
              areas: [{ row: fundingSourcesAt, column: 1, rows: fundingSources.lines + 1, columns: 3 }],
              place: { row: 1, column: 6, rows: CHART_ROWS, columns: 6 },
              width: 6 * FIGURE_WIDTH - 12,
              colors: [PLANNED_COLOR, DONE_COLOR],
            },
          ]),
    ],
  };
}

interface Table {
  /** Title, headings, rows, total and a blank row. */
  readonly rows: readonly GridRow[];
  /** Number of rows between headings and total. */
  readonly lines: number;
}

/** Counts the pledges of each group by implementation status. */
function implementationStatusTable(
  { entries, lists }: OverviewOfBook,
  title: string,
  heading: string,
  keyOf: (entry: OverviewEntry) => string | null,
): Table & { readonly statuses: readonly (ImplementationStatus | null)[] } {
  const used = new Set(entries.map(({ report }) => statusInForce(report.status)));
  const statuses: readonly (ImplementationStatus | null)[] = [
    ...lists.implementationStatuses.flatMap(({ word }) => (used.has(word) ? [word] : [])),
    ...(used.has(null) ? [null] : []),
  ];
  const groups = inGroups(entries, keyOf);
  const line = (label: GridCell, own: readonly OverviewEntry[], role: 'plain' | 'total'): GridRow => [
    label,
    inUnit(countCell(pledgeCount(own), role), PLEDGES_UNIT),
    ...statuses.map((status) => {
      const count = pledgeCount(own.filter(({ report }) => statusInForce(report.status) === status));
      return count.value === 0 ? numberCell(null, role) : inUnit(countCell(count, role), PLEDGES_UNIT);
    }),
  ];
  return {
    rows: [
      [titleCell(title)],
      headingCells(
        heading,
        '계',
        ...statuses.map((status) =>
          status === null ? NO_IMPLEMENTATION_STATUS_NAME : officeStatusName(lists, status),
        ),
      ),
      ...groups.map(([key, own]) => line(textCell(key ?? NOT_SAID, 'label'), own, 'plain')),
      line(textCell('계', 'total'), entries, 'total'),
      [],
    ],
    lines: groups.length,
    statuses,
  };
}

/** Money of all pledges by funding source. */
function fundingSourceTable(book: OverviewOfBook): Table {
  const { entries } = book;
  const precision = executionPrecision(book);
  const fundingSources = fundingSourceTotals(entries, precision);
  const title: GridRow = [titleCell(OVERVIEW_TITLES.fundingSources)];
  const all = moneyOf(entries, null, precision);
  const places = placesOf([all, ...fundingSources.map(({ money }) => money)]);
  return fundingSources.length === 0
    ? { rows: [title, [noteCell('예산계획과 예산집행에 적은 것이 없습니다.')], []], lines: 0 }
    : {
        rows: [
          title,
          headingCells('재원', '투자계획', '집행액', '집행률'),
          ...fundingSources.map(({ name, money }) =>
            moneyRow([textCell(name, 'label')], money, 'plain', places),
          ),
          moneyRow([textCell('계', 'total')], all, 'total', places),
          [],
        ],
        lines: fundingSources.length,
      };
}

function executionPrecision({ entries, precision }: OverviewOfBook): RatePrecision {
  return entries[0]?.report.pledge.executionRatePrecision ?? precision;
}

/** Money by field, and within each field by funding source. */
function fieldFundSection(book: OverviewOfBook): Section {
  const { entries } = book;
  const precision = executionPrecision(book);
  const groups = inGroups(entries, ({ field }) => field).flatMap(([field, own]) => {
    const fundingSources = fundingSourceTotals(own, precision);
    return fundingSources.length === 0 ? [] : [{ field, all: moneyOf(own, null, precision), fundingSources }];
  });
  const places = placesOf(
    groups.flatMap(({ all, fundingSources }) => [all, ...fundingSources.map(({ money }) => money)]),
  );
  const lines = groups.flatMap(({ field, all, fundingSources }) => [
    moneyRow([textCell(field ?? NOT_SAID, 'label'), textCell('계', 'label')], all, 'plain', places),
    ...fundingSources.map(({ name, money }) =>
      moneyRow([textCell('', 'label'), textCell(name)], money, 'plain', places),
    ),
  ]);
  return lines.length === 0
    ? { rows: [] }
    : {
        rows: [
          [titleCell(OVERVIEW_TITLES.fieldFundingSources)],
          headingCells('분야', '재원', '투자계획', '집행액', '집행률'),
          ...lines,
          [],
        ],
      };
}

/** One number of decimal places for the amounts of a table, so that they can be compared by eye. */
function placesOf(moneys: readonly OverviewMoney[]): number {
  return millionDigits(moneys.flatMap(({ planned, executed }) => [planned, executed]));
}

function moneyRow(
  labels: readonly GridCell[],
  { planned, executed, rate }: OverviewMoney,
  role: 'plain' | 'total',
  digits: number,
): GridRow {
  return [
    ...labels,
    millionCell(planned, role, digits),
    millionCell(executed, role, digits),
    rateCell(rate, executed, planned, role),
  ];
}
