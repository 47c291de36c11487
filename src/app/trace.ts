/** 이 숫자의 근거 보기: the rows behind a cell of a result tab, and their sum. */
import { exactSum } from '../domain/decimal.ts';
import { type Figure, type Source, sourcesOf } from '../domain/figure.ts';
import type { Report } from '../domain/report.ts';
import { type InputTab, RECORD_TABS } from '../domain/tabs.ts';
import { cellAt, tabNameOf } from '../sheets/addresses.ts';
import { headingsOfRow } from '../sheets/input/headings.ts';
import { unitOfFirst } from '../sheets/input/indicators/indicator-units.ts';
import { isPledgeNumberHeading } from '../sheets/input/pledges/pledge-column.ts';
import { shownStrangeNumber } from '../sheets/input/pledges/pledge-numbers.ts';
import { percentText, withCommas, won } from '../sheets/numbers.ts';
import { type Basis, BLANK, type Grid } from '../sheets/output/grid/grid.ts';
import { OUTPUT_TABS, type OutputTab } from '../sheets/output/tabs.ts';
import { withoutPersonalData } from '../sheets/personal-data.ts';
import { type RawCell, shownText } from '../sheets/raw.ts';
import type { Environment } from './ports.ts';
import { EMPTY_CONTEXT, foreignTabsAmong, rawTabs } from './run/compute.ts';
import { computeBook } from './run/compute-book.ts';
import { gridOfTab } from './run/plan-writes.ts';
import { historyBook } from './run/record-books.ts';
import { shownPledgeNumber } from './run/shown-pledge.ts';
import { changesSeen } from './run/status-history.ts';

export interface TracedRow {
  readonly tab: string;
  readonly row: number;
  /** The texts of the row by heading, without blank cells and personal data. */
  readonly columns: Readonly<Record<string, string>>;
  readonly value: number;
  readonly approximate: boolean;
}

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
       * Number of the pledge that the tab shows; absent for tabs about all pledges and in a book of one
       * pledge.
       */
      readonly pledge?: string;
      /** How a rate or difference is calculated: `54% = 108회 ÷ 200회`; null for a sum or a blank cell. */
      readonly equation: string | null;
      readonly parts: readonly TracedFigure[];
    }
  | { readonly status: 'stopped'; readonly messages: readonly string[] };

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

/** Log and record tabs. Their figures do not come from the input rows of today. */
const APPENDED: ReadonlySet<OutputTab> = new Set<OutputTab>([...RECORD_TABS, 'runLog']);

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
  const context = { ...EMPTY_CONTEXT, history: changesSeen(historyBook(environment, foreign)) };
  const order = {
    requestedAsOf: asOf,
    today: clock.today(),
    pledge: pledge ?? shownPledgeNumber(documentNotes),
  };
  const book = computeBook(raw, order, context);
  const report = book.shown?.now.report ?? null;
  const listed = book.shown?.listed;
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
  const known = [...book.numbers, report?.pledge.number ?? ''];
  const columns = ({ tab: of, row }: Source) => {
    const cells = raw[of]?.rows[row - 1] ?? [];
    const headings = book.headings[of];
    const { texts } = headings === undefined ? { texts: [] } : headingsOfRow(headings, row);
    return columnsOf(cells, texts, (number) =>
      known.includes(shownText(number)) ? shownText(number) : shownStrangeNumber(number),
    );
  };
  return {
    status: 'done',
    tab: tabName,
    cell,
    ...(OF_ALL.has(tab) || listed == null ? {} : { pledge: withoutPersonalData(listed.number) }),
    equation: equationOf(basis, unitOf(basis, report)),
    parts: figuresOf(basis).map(({ label, figure }) => tracedFigure(label, figure, columns)),
  };
}

function figuresOf(basis: Basis): readonly { readonly label: string; readonly figure: Figure }[] {
  switch (basis.kind) {
    case 'figure':
      return [
        { label: basis.figure.superseded === undefined ? '합' : '마지막 값', figure: basis.figure },
        ...supersededBy(basis.figure),
      ];
    case 'rate':
      return [
        { label: '분자', figure: basis.part },
        { label: '분모', figure: basis.whole },
        ...(basis.from === undefined ? [] : [{ label: '기준값', figure: basis.from }]),
        ...supersededBy(basis.part),
      ];
    case 'mean':
      return basis.rates.flatMap(({ name, part, whole }) => [
        { label: `${withoutPersonalData(name)} 분자`, figure: part },
        { label: `${withoutPersonalData(name)} 분모`, figure: whole },
        ...supersededBy(part),
      ]);
    case 'average':
      return [{ label: '평균낸 이행률', figure: basis.figure }];
    case 'difference':
      return [
        { label: '목표·계획', figure: basis.minuend },
        { label: '실적', figure: basis.subtrahend },
      ];
  }
}

/** The earlier values of a level, replaced by its last one. They are shown but not added. */
function supersededBy({ superseded = [] }: Figure): ReturnType<typeof figuresOf> {
  return superseded.length === 0
    ? []
    : [
        {
          label: '앞선 값(더하지 않음)',
          figure: { value: null, approximate: false, sources: superseded, parts: [] },
        },
      ];
}

/** The unit of the indicator that a cell is about, found by its target or planned figures. */
function unitOf(basis: Basis, report: Report | null): string {
  const indicators = report?.indicators ?? [];
  const figures = figuresOf(basis).map(({ figure }) => figure);
  const own = indicators.find(
    ({ targetFigure, years }) =>
      figures.includes(targetFigure) || years.some(({ planned }) => figures.includes(planned)),
  );
  return unitOfFirst((own === undefined ? indicators : [own]).map(({ indicator }) => indicator));
}

function equationOf(basis: Basis, unit: string): string | null {
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
  const shown = (value: number, approximate: boolean) =>
    `${approximate ? '약 ' : ''}${isMoney ? won(value) : `${value < 0 ? '△' : ''}${withCommas(Math.abs(value))}${unit}`}`;
  const [first, second] = [left, right].map(({ value, approximate }) => shown(value ?? 0, approximate));
  if (basis.kind === 'difference') {
    const isFalling = basis.towards === 'falling';
    const rest = exactSum(isFalling ? [right.value, -left.value] : [left.value, -right.value]);
    if (basis.towards !== undefined && rest <= 0) {
      return `${shown(0, false)}: 목표는 ${first}, 지금은 ${second}이므로 이미 이루었습니다.`;
    }
    const difference = isFalling ? `${second} − ${first}` : `${first} − ${second}`;
    return `${shown(rest, left.approximate || right.approximate)} = ${difference}`;
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

function tracedFigure(
  label: string,
  figure: Figure,
  columns: (source: Source) => Readonly<Record<string, string>>,
): TracedFigure {
  const sources = sourcesOf(figure);
  const [first] = sources;
  return {
    label,
    sum: figure.value,
    unit: first === undefined ? '' : UNIT_OF_TAB[first.tab],
    rows: sources.map((source) => ({
      tab: tabNameOf(source.tab),
      row: source.row,
      columns: columns(source),
      value: source.amount,
      approximate: source.approximate,
    })),
  };
}

/**
 * The texts of a row by heading, without blank cells.
 * @param shownNumber the number of a pledge as it was typed.
 */
function columnsOf(
  cells: readonly RawCell[],
  headings: readonly string[],
  shownNumber: (cell: RawCell) => string,
): Readonly<Record<string, string>> {
  const columns: Record<string, string> = {};
  for (const [index, cell] of cells.entries()) {
    const heading = withoutPersonalData(headings[index] ?? '').trim();
    const shown = isPledgeNumberHeading(heading) ? shownNumber(cell) : shownText(cell).trim();
    const text = withoutPersonalData(shown);
    if (heading !== '' && text !== '') columns[heading] = text;
  }
  return columns;
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

function cellOf(grid: Grid, { row, column }: { readonly row: number; readonly column: number }) {
  return grid.rows[row - 1]?.[column - 1];
}

function outputTabNamed(name: string): OutputTab | null {
  const names = Object.entries(OUTPUT_TABS);
  // The keys of OUTPUT_TABS are exactly the output tabs.
  return (names.find(([, shown]) => shown === name)?.[0] ?? null) as OutputTab | null;
}

function stopped(message: string): TraceAnswer {
  return { status: 'stopped', messages: [message] };
}
