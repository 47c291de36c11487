/**
 * 실행기록: one row for each run. It is written before the first result with the names of the unfinished tabs,
 * and again at the end.
 */
import type { RowAccounts } from '../../domain/row-account.ts';
import { executionsTab, meetingsTab, suggestionsTab } from '../../sheets/input/tabs.ts';
import { ROOM_FOR_TEXT } from '../../sheets/output/grid/grid.ts';
import { COUNT_COLUMN } from '../../sheets/output/records/own-table.ts';
import type { ListedFinding } from '../../sheets/output/results/listed-finding.ts';
import type { OutputTab } from '../../sheets/output/tabs.ts';
import { type UnfinishedMark, unfinishedCell, unfinishedTabsIn } from '../../sheets/output/unfinished.ts';
import { isDateCell, type RawCell, type RawTab } from '../../sheets/raw.ts';
import type { Log, LogColumn, LogLayout, LogRow } from '../ports.ts';
import { columnsIn } from '../records/log-columns.ts';
import type { TimedRun } from './capacity.ts';

/** What started a run. */
export type StartedBy = 'menu' | 'trigger' | 'sidebar';

export interface RunLogEntry {
  readonly timestamp: string;
  readonly action: string;
  readonly startedBy: StartedBy;
  readonly asOf: string;
  readonly accounts: RowAccounts;
  readonly findings: readonly ListedFinding[];
}

export interface RunEnd {
  /** How the run ended; {@link NOT_FINISHED} until then. */
  readonly outcome: string;
  readonly seconds: number;
  /** Result tabs that do not show the results of this run. */
  readonly unfinished: readonly OutputTab[];
}

export const NOT_FINISHED = '끝나지 않음';
/** The start of the outcome of a run that computed everything. */
export const DONE = '마침';

const TEXT = '@';

/** Columns are only ever added at the end, so rows written by older versions stay readable. */
const COLUMNS = [
  { heading: '시각', format: TEXT, width: 150 },
  { heading: '무엇을', format: TEXT, width: 160 },
  { heading: '기준일', format: TEXT, width: 100 },
  { heading: '읽은 행', format: COUNT_COLUMN, width: 80 },
  { heading: '집계', format: COUNT_COLUMN, width: 80 },
  { heading: '빠진 행', format: COUNT_COLUMN, width: 80 },
  { heading: '오류', format: COUNT_COLUMN, width: 60 },
  { heading: '경고', format: COUNT_COLUMN, width: 60 },
  { heading: '알림', format: COUNT_COLUMN, width: 60 },
  { heading: '결과', format: TEXT, width: 300 },
  { heading: '걸린 초', format: `0.0##${ROOM_FOR_TEXT}`, width: 80 },
  { heading: '실행', format: TEXT, width: 60 },
  { heading: '끝나지 않은 탭', format: TEXT, width: 240 },
] as const satisfies readonly LogColumn[];

export const RUN_LOG_LAYOUT: LogLayout = {
  tab: 'runLog',
  columns: COLUMNS,
  settled: COLUMNS.findIndex(({ heading }) => heading === '결과'),
  watched: [meetingsTab.name, suggestionsTab.name, executionsTab.name],
};

const UNFINISHED_COLUMN = COLUMNS.length - 1;

/** Where the result tabs look up whether they are unfinished. */
export function unfinishedMark({ raw }: Log): UnfinishedMark {
  const { places } = columnsIn(raw.rows, RUN_LOG_LAYOUT);
  return { tab: 'runLog', column: places[UNFINISHED_COLUMN] ?? UNFINISHED_COLUMN + 1 };
}

/** The rows with their cells in the order of {@link COLUMNS}. */
function linesIn({ rows }: RawTab): readonly (readonly RawCell[])[] {
  const { places } = columnsIn(rows, RUN_LOG_LAYOUT);
  return rows.map((row) => places.map((place) => row[place - 1] ?? ''));
}

const ACTION_COLUMN = columnOf('무엇을');
const ROWS_COLUMN = columnOf('읽은 행');
const OUTCOME_COLUMN = columnOf('결과');
const SECONDS_COLUMN = columnOf('걸린 초');

function columnOf(heading: (typeof COLUMNS)[number]['heading']): number {
  return COLUMNS.findIndex((column) => column.heading === heading);
}

const START_NAMES: Record<StartedBy, string> = { menu: '메뉴', trigger: '자동', sidebar: '사이드바' };

/** The row of a run, both when it starts writing and when it ends. */
export function runLogRow(entry: RunLogEntry, { outcome, seconds, unfinished }: RunEnd): LogRow {
  const accounts = Object.values(entry.accounts);
  const sum = (of: (account: (typeof accounts)[number]) => number) =>
    accounts.reduce((total, account) => total + of(account), 0);
  const findingsOf = (severity: ListedFinding['severity']) =>
    entry.findings.filter((finding) => finding.severity === severity).length;
  return [
    entry.timestamp,
    entry.action,
    entry.asOf,
    sum(({ read }) => read),
    sum(({ counted }) => counted),
    sum(({ excluded }) => excluded),
    findingsOf('error'),
    findingsOf('warning'),
    findingsOf('notice'),
    outcome,
    seconds,
    START_NAMES[entry.startedBy],
    unfinishedCell(unfinished),
  ];
}

/** Row count and duration of the last completed run of this action; null: none. */
export function lastTimed({ raw }: Log, action: string): TimedRun | null {
  const row = linesIn(raw)
    .filter((cells) => cells[ACTION_COLUMN] === action && String(cells[OUTCOME_COLUMN]).startsWith(DONE))
    .pop();
  const [rows, seconds] = [row?.[ROWS_COLUMN], row?.[SECONDS_COLUMN]];
  return typeof rows === 'number' && typeof seconds === 'number' ? { rows, seconds } : null;
}

/** An earlier run that did not finish, and the tabs that no later run has rewritten yet. */
export interface BrokenRun {
  readonly row: number;
  readonly cells: LogRow;
  readonly unfinished: readonly OutputTab[];
}

/** The tabs that earlier runs left unfinished. */
export function unfinishedBefore(log: Log): ReadonlySet<OutputTab> {
  return new Set(brokenRuns(log).flatMap(({ unfinished }) => unfinished));
}

export function brokenRuns({ raw }: Log): readonly BrokenRun[] {
  return linesIn(raw).flatMap((row, index) => {
    const unfinished = unfinishedTabsIn(String(row[UNFINISHED_COLUMN]));
    if (unfinished.length === 0) return [];
    // Cells that a person has overtyped are written back as they are now.
    const cells = row.map((cell) => {
      if (typeof cell === 'number' || typeof cell === 'string') return cell;
      return isDateCell(cell) ? cell.date : '';
    });
    return [{ row: index + 1, cells, unfinished }];
  });
}

/** The row of a broken run after a later run has written these tabs. */
export function healedRow({ cells, unfinished }: BrokenRun, written: readonly OutputTab[]): LogRow {
  const left = unfinished.filter((tab) => !written.includes(tab));
  return cells.map((cell, column) => {
    if (column === UNFINISHED_COLUMN) return unfinishedCell(left);
    return column === OUTCOME_COLUMN && left.length === 0 ? `${cell} (뒤의 계산에서 바로잡음)` : cell;
  });
}
