/** 이 숫자의 근거 보기: the rows behind a cell of a result tab, and their sum. */

import { exactSum } from '../domain/decimal.ts';
import { type Figure, sourcesOf } from '../domain/figure.ts';
import { type InputTab, RECORD_TABS } from '../domain/tabs.ts';
import { cellAt } from '../sheets/addresses.ts';
import { percentText, withCommas, won } from '../sheets/numbers.ts';
import { type Basis, BLANK, type Grid } from '../sheets/output/grid/grid.ts';
import { pledgeOfRow } from '../sheets/output/overview/pledge-rows.ts';
import { APPENDED_TABS, OUTPUT_TABS, type OutputTab } from '../sheets/output/tabs.ts';
import { unitOfDifference } from '../sheets/percent-units.ts';
import { withoutPersonalData } from '../sheets/personal-data.ts';
import type { RawCell } from '../sheets/raw.ts';
import { type StoppedAnswer, stopped } from './answers.ts';
import { EMPTY_CONTEXT } from './compute/compute.ts';
import { computeBook } from './compute/compute-book.ts';
import type { Environment } from './ports.ts';
import { historyBook, valuesAsWritten } from './records/record-books.ts';
import { gridOfTab } from './run/plan-writes.ts';
import { shownPledgeNumber } from './run/shown-pledge.ts';
import { rowReader, type TracedRow } from './traced-rows.ts';
import { foreignTabsAmong, rawTabs } from './workbook-tabs.ts';

/** One figure behind a cell: the cell itself, or one side of its rate or difference. */
export interface TracedFigure {
  readonly label: string;
  readonly sum: number | null;
  readonly unit: string;
  readonly rows: readonly TracedRow[];
}

export type TraceAnswer =
  | {
      readonly status: 'done';
      readonly tab: string;
      readonly cell: string;
      /**
       * Number of the pledge that the tab or the row of 총괄 shows; absent for figures of all pledges and in
       * a book of one pledge.
       */
      readonly pledge?: string;
      /** How a rate or difference is calculated: `54% = 108회 ÷ 200회`; null for a sum or a blank cell. */
      readonly equation: string | null;
      readonly parts: readonly TracedFigure[];
    }
  | StoppedAnswer;

const UNIT_OF_TAB: Readonly<Record<InputTab, string>> = {
  pledge: '',
  pledgeList: '',
  indicators: '',
  targets: '',
  schedule: '',
  classification: '',
  meetings: '',
  results: '',
  suggestions: '건',
  budgetPlans: '원',
  executions: '원',
  futurePlans: '',
  planChanges: '',
};

/** Their figures do not come from the input rows of today. */
const APPENDED: ReadonlySet<OutputTab> = new Set<OutputTab>(APPENDED_TABS);

/** Tabs that cover all pledges of an office's book. */
const OF_ALL: ReadonlySet<OutputTab> = new Set<OutputTab>(['overview', 'audit']);

/**
 * Returns the rows behind a cell.
 * @param tabName a result tab; it is computed again as of the date that it was written for.
 * @param cell a cell of it, in A1 notation.
 * @param pledge for an office's book: number of the pledge that the tab shows; null: the one chosen with 이 공약
 * 보기.
 */
export function trace(
  environment: Environment,
  tabName: string,
  cell: string,
  pledge: string | null = null,
): TraceAnswer {
  const { workbook, clock, documentNotes } = environment;
  const tab = outputTabNamed(tabName);
  const place = cellAt(cell);
  if (tab === null) return stopped(`'${tabName}' 탭은 결과 탭이 아닙니다. 결과 탭의 숫자 칸을 골라 주세요.`);
  if (place === null) return stopped(`'${cell}'은(는) 칸의 이름이 아닙니다. C5처럼 적어 주세요.`);

  if (APPENDED.has(tab)) return stopped(`${tabName} 탭은 한 일을 적어 두는 곳이어서 보여 줄 행이 없습니다.`);
  // A tab with this name that the add-on did not make has no as-of date, and nothing to trace.
  const asOf = workbook.writtenFor(tabName);
  if (asOf === null) return stopped(`공약장부가 계산한 '${tabName}' 탭이 없습니다. 먼저 다시 계산해 주세요.`);

  const raw = rawTabs(workbook);
  const foreign = foreignTabsAmong(workbook, RECORD_TABS);
  const context = { ...EMPTY_CONTEXT, history: valuesAsWritten(historyBook(environment, foreign)) };
  const order = {
    requestedAsOf: asOf,
    today: clock.today(),
    pledge: pledge ?? shownPledgeNumber(documentNotes),
  };
  const book = computeBook(raw, order, context);
  const grid = gridOfTab(tab, book, book.findings);
  const shown = workbook.read([tabName]).get(tabName)?.rows ?? [];
  if (grid === null || !isShown(grid, shown)) {
    return stopped(`${tabName} 탭을 계산한 뒤에 내용이 바뀌었습니다. 다시 계산한 뒤에 근거를 보세요.`);
  }
  const { basis } = cellOf(grid, place) ?? BLANK;
  if (basis === undefined) {
    return stopped(
      typeof shown[place.row - 1]?.[place.column - 1] === 'number'
        ? `${tabName} 탭 ${cell} 칸의 숫자는 입력한 행을 더한 것이 아니어서 보여 줄 행이 없습니다.`
        : `${tabName} 탭의 ${cell} 칸에는 행에서 센 숫자가 없습니다. 숫자 칸을 골라 주세요.`,
    );
  }
  const numberShown = OF_ALL.has(tab)
    ? pledgeOfRow(valuesOf(grid), place.row, book.numbers)
    : (book.shown?.listed?.number ?? null);
  const numbers = [...book.numbers, book.shown?.computed.report?.pledge.number ?? ''];
  const rowsOf = rowReader(raw, book.headings, numbers);
  return {
    status: 'done',
    tab: tabName,
    cell,
    ...(numberShown === null ? {} : { pledge: withoutPersonalData(numberShown) }),
    equation: equationOf(basis),
    parts: figuresOf(basis).map(({ label, figure, unit }) => ({
      label,
      sum: figure.value,
      unit: unit === '' ? unitOfTabs(figure) : unit,
      rows: rowsOf(figure),
    })),
  };
}

interface PartOfBasis {
  readonly label: string;
  readonly figure: Figure;
  /** Empty: that of the tab that the rows are in. */
  readonly unit: string;
}

function figuresOf(basis: Basis): readonly PartOfBasis[] {
  const unit = unitOf(basis);
  switch (basis.kind) {
    case 'figure':
      return [
        { label: basis.figure.superseded === undefined ? '합' : '마지막 값', figure: basis.figure, unit },
        ...supersededBy(basis.figure, unit),
      ];
    case 'rate':
      return [
        { label: '분자', figure: basis.part, unit },
        { label: '분모', figure: basis.whole, unit },
        ...(basis.from === undefined ? [] : [{ label: '기준값', figure: basis.from, unit }]),
        ...supersededBy(basis.part, unit),
      ];
    case 'mean':
      return basis.rates.flatMap(({ name, part, whole, unit: own }) => [
        { label: `${withoutPersonalData(name)} 분자`, figure: part, unit: own },
        { label: `${withoutPersonalData(name)} 분모`, figure: whole, unit: own },
        ...supersededBy(part, own),
      ]);
    case 'average':
      return [{ label: '평균낸 이행률', figure: basis.figure, unit }];
    case 'difference':
      return [
        { label: '목표·계획', figure: basis.minuend, unit },
        { label: '실적', figure: basis.subtrahend, unit },
      ];
  }
}

/** The earlier values of a level, replaced by its last one. They are shown but not added. */
function supersededBy({ superseded = [] }: Figure, unit: string): readonly PartOfBasis[] {
  return superseded.length === 0
    ? []
    : [
        {
          label: '앞선 값(더하지 않음)',
          figure: { value: null, approximate: false, sources: superseded, parts: [] },
          unit,
        },
      ];
}

/** The unit that a cell itself knows. A mean has one for each of its rates. */
function unitOf(basis: Basis): string {
  switch (basis.kind) {
    case 'mean':
      return '';
    case 'average':
      return '%';
    default:
      return basis.unit ?? '';
  }
}

/** The unit of the tab that the rows of a figure are in. */
function unitOfTabs(figure: Figure): string {
  const [first] = sourcesOf(figure);
  return first === undefined ? '' : UNIT_OF_TAB[first.tab];
}

function equationOf(basis: Basis): string | null {
  const unit = unitOf(basis);
  if (basis.kind === 'figure') return null;
  if (basis.kind === 'average') {
    const { sources, value } = basis.figure;
    return `${percentText(basis.percent, basis.digits)} = ${withCommas(value ?? 0)}% ÷ ${withCommas(sources.length)}: 공약마다 보이는 이행률의 평균이며, 100%가 넘으면 100%로 봅니다.`;
  }
  if (basis.kind === 'mean') {
    const rates = basis.rates.map(({ rate: { percent: own, digits: places } }) =>
      percentText(own ?? 0, places),
    );
    return `${percentText(basis.percent, basis.digits)}: ${rates.join(', ')}의 평균. 100%가 넘으면 100%로 보고, 자르기 전의 비율로 계산합니다.`;
  }
  const [left, right] = basis.kind === 'rate' ? [basis.part, basis.whole] : [basis.minuend, basis.subtrahend];
  if (left.value === null || right.value === null) return null;
  const isMoney = [left, right].some((figure) =>
    sourcesOf(figure).some(({ tab }) => UNIT_OF_TAB[tab] === '원'),
  );
  const shown = (value: number, approximate: boolean, of = unit) =>
    `${approximate ? '약 ' : ''}${isMoney ? won(value) : `${value < 0 ? '△' : ''}${withCommas(Math.abs(value))}${of}`}`;
  const [first, second] = [left, right].map(({ value, approximate }) => shown(value ?? 0, approximate));
  if (basis.kind === 'difference') {
    const isFalling = basis.towards === 'falling';
    const rest = exactSum(isFalling ? [right.value, -left.value] : [left.value, -right.value]);
    if (basis.towards !== undefined && rest <= 0) {
      return `${shown(0, false, unitOfDifference(unit))}: 목표는 ${first}, 지금은 ${second}이므로 이미 이루었습니다.`;
    }
    const difference = isFalling ? `${second} − ${first}` : `${first} − ${second}`;
    const isAbout = left.approximate || right.approximate;
    return `${shown(rest, isAbout, unitOfDifference(unit))} = ${difference}`;
  }
  const { percent, digits } = basis.rate;
  if (percent === null) return null;
  const { from } = basis;
  if (from === undefined || from.value === null)
    return `${percentText(percent, digits)} = ${first} ÷ ${second}`;
  const fallen = (value: number) => `(${shown(from.value ?? 0, false)} − ${shown(value, false)})`;
  const isBelow = left.value > from.value;
  return `${percentText(percent, digits)} = ${fallen(left.value)} ÷ ${fallen(right.value)}${isBelow ? '. 0%보다 낮으면 0%로 봅니다.' : ''}`;
}

/**
 * Whether the tab still shows the figures as just computed. Rows may have been added or changed since it was
 * written.
 */
function isShown(grid: Grid, shown: readonly (readonly RawCell[])[]): boolean {
  return grid.rows.every((row, index) =>
    row.every(({ basis, value }, column) => basis === undefined || value === (shown[index]?.[column] ?? '')),
  );
}

function valuesOf({ rows }: Grid): readonly (readonly (string | number)[])[] {
  return rows.map((row) => row.map(({ value }) => value));
}

function cellOf(grid: Grid, { row, column }: { readonly row: number; readonly column: number }) {
  return grid.rows[row - 1]?.[column - 1];
}

function outputTabNamed(name: string): OutputTab | null {
  const names = Object.entries(OUTPUT_TABS);
  // The keys of OUTPUT_TABS are exactly the output tabs.
  return (names.find(([, shown]) => shown === name)?.[0] ?? null) as OutputTab | null;
}
