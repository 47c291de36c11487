/** 이 숫자의 근거 보기: the rows behind a cell of a result tab, and their sum. */

import { RECORD_TABS } from '../../domain/tabs.ts';
import { cellAt } from '../../sheets/addresses.ts';
import { BLANK, type Grid } from '../../sheets/output/grid/grid.ts';
import { pledgeOfRow } from '../../sheets/output/overview/pledge-rows.ts';
import { APPENDED_TABS, OUTPUT_TABS, type OutputTab } from '../../sheets/output/tabs.ts';
import { withoutPersonalData } from '../../sheets/personal-data.ts';
import type { RawCell } from '../../sheets/raw.ts';
import { type StoppedAnswer, stopped } from '../answers.ts';
import { EMPTY_CONTEXT } from '../compute/compute.ts';
import { computeBook } from '../compute/compute-book.ts';
import type { Environment } from '../ports.ts';
import { historyBook, valuesAsWritten } from '../records/record-books.ts';
import { gridOfTab } from '../run/plan-writes.ts';
import { shownPledgeNumber } from '../run/shown-pledge.ts';
import { foreignTabsAmong, rawTabs } from '../workbook-tabs.ts';
import { figuresOf } from './basis-figures.ts';
import { unitOfTabs } from './basis-units.ts';
import { equationOf } from './equation.ts';
import { rowReader, type TracedRow } from './traced-rows.ts';

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
