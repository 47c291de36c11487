/** Checks an action that is broken off: no result is half written, and the next run repairs what was left. */
import { isDeepStrictEqual } from 'node:util';
import { serialize } from 'node:v8';
import { afterAll, expect, it } from 'vitest';
import { copyOf, type DocumentState, type HostState } from '../../src/local/host/host.ts';
import type { SheetState } from '../../src/local/workbook/document.ts';
import { PLAIN_STYLE } from '../../src/local/workbook/grid.ts';
import { OUTPUT_TABS } from '../../src/sheets/output/tabs.ts';
import {
  type Action,
  digestOf,
  everyBreakOff,
  hostStateOf,
  type Remainder,
  stateOf,
  tallyOf,
  withFewRules,
} from './broken-off.ts';
import { sameAs } from './look.ts';
import { displayed, hostOf, RESULT_TABS, RUN_LOG } from './running.ts';
import { sheetNamed } from './workbooks.ts';

const RECORD_TABS = [OUTPUT_TABS.monthlyRecords, OUTPUT_TABS.monthlyRows, OUTPUT_TABS.statusHistory];
const OWN_TABS: ReadonlySet<string> = new Set(Object.values(OUTPUT_TABS));
const NOW = () => new Date('2024-04-02T01:00:00Z');
const LATER = () => new Date('2024-04-02T02:00:00Z');
const UNFINISHED = /^⚠ 계산이 끝나지 않았습니다/;

const tally: string[] = [];
afterAll(() => {
  console.log(tally.join('\n'));
});

/** @param made makes a workbook that holds only input tabs */
export function describeBreakOffs(name: string, made: () => DocumentState, actions: readonly Action[]): void {
  const inUse = new Map<string | null, HostState>();
  it.each(actions)('$functionName, broken off anywhere, leaves nothing half written', (action) => {
    const asOf = asOfBefore(action);
    const start = inUse.get(asOf) ?? workbookInUse(made(), asOf);
    inUse.set(asOf, start);
    checkEveryBreakOff(`${name} ${action.functionName}`, withNews(copyOfState(start), action), action);
  });
}

/** Checks menu entries that only show something: broken off anywhere, they change no cell and no property. */
export function describeReadingBreakOffs(
  name: string,
  made: () => DocumentState,
  actions: readonly Action[],
): void {
  const start = withNews(workbookInUse(made(), null), { functionName: 'recalculateAll' });
  const isUnchanged = sameAs(unshown(start.document));
  it.each(actions)('$functionName, broken off anywhere, changes nothing', (action) => {
    const breakOffs = everyBreakOff(start, action, NOW);
    for (const { how, number, call, state } of breakOffs.remainders) {
      const where = `${action.functionName}: ${how} call ${number}, ${call}`;
      expect(isUnchanged(unshown(state().document)), where).toBe(true);
    }
    expect(breakOffs.points).toBeGreaterThan(0);
    tally.push(tallyOf(`${name} ${action.functionName}`, breakOffs));
  });
}

/** Leaves out the active tab and the selection. They are not stored data. */
const unshown = (document: DocumentState): DocumentState => ({
  ...document,
  activeSheetId: 0,
  selection: '',
});

/** Checks the very first run, which creates all output tabs. */
export function describeFirstRun(name: string, made: () => DocumentState, action: Action): void {
  it('the very first run, broken off anywhere, leaves nothing half written', () => {
    checkEveryBreakOff(`${name} first run`, hostStateOf(withFewRules(made())), action);
  });
}

/**
 * Makes a workbook in use: all tabs exist, the monthly run is on, and two months are still to be closed
 * because the last closed one is three months back.
 */
function workbookInUse(document: DocumentState, asOf: string | null): HostState {
  let state = hostStateOf(document);
  state = succeed(state, { functionName: 'closeMonth' }, () => new Date('2024-02-02T01:00:00Z'));
  state = succeed(state, { functionName: 'setMonthlyRun', args: [3, 7, '총무팀'], kind: 'client' });
  return succeed(state, { functionName: 'recalculateAll', args: asOf === null ? [] : [asOf] });
}

/** Runs the action once and then changes a row of each log, so that the next run has new figures to write. */
function withNews(inUse: HostState, action: Action): HostState {
  const state = isClosing(action) ? inUse : succeed(inUse, action);
  // A pledge without meetings has measured results instead.
  if (!changeRow(state.document, '소통기록')) changeRow(state.document, '실적기록');
  changeRow(state.document, '예산집행');
  return { ...state, document: withFewRules(state.document) };
}

const isClosing = ({ functionName }: Action) => /clos/i.test(functionName);

/** As-of date of the results that are already there. Closing works on the end of the month. */
const asOfBefore = (action: Action) => (isClosing(action) ? '2024-03-31' : null);

/** Adds 1 to the first number of the tab. Returns false if the tab has no number. */
function changeRow(document: DocumentState, name: string): boolean {
  const { values } = sheetNamed(document, name);
  for (const row of values.slice(1)) {
    const column = row.findLastIndex((cell) => typeof cell === 'number');
    const cell = row[column];
    if (typeof cell !== 'number') continue;
    row[column] = cell + 1;
    return true;
  }
  return false;
}

const copyOfState = (state: HostState): HostState => ({ ...state, document: copyOf(state.document) });

function succeed(state: HostState, { functionName, args = [], kind = 'menu' }: Action, now = NOW): HostState {
  const host = hostOf(state.document, { ...stateOf(state), now });
  const { error, calls } = host.execute(functionName, args, kind);
  if (error !== null) throw error;
  expect(Object.keys(calls.byName).filter(readsLooks), 'see withoutLooks').toEqual([]);
  return { document: host.document, triggers: [...host.triggers], caches: state.caches };
}

function checkEveryBreakOff(title: string, start: HostState, action: Action): void {
  const before = shownOf(start.document);
  const done = succeed(copyOfState(start), action);
  const after = shownOf(done.document);
  const healed = shownOf(succeed(done, action, LATER).document);
  const breakOffs = everyBreakOff(start, action, NOW);
  const hasSameInputs = sameAs(inputTabs(start.document));
  // An unchanged state needs no repair run: `healed` already shows what follows from it.
  const mended = new Set([digestOf(serialize(withoutLooks(start.document)))]);
  for (const remainder of breakOffs.remainders) {
    const where = `${title}: ${remainder.how} call ${remainder.number}, ${remainder.call}`;
    const state = remainder.state();
    const left = shownOf(state.document);
    expect(hasSameInputs(inputTabs(state.document)), where).toBe(true);
    expect(notWhole(left, before, after), where).toEqual([]);
    expect(lostOrDoubled(left, before), where).toEqual([]);
    expect(falseLine(remainder, left, after), where).toBeNull();
    const digest = digestOf(serialize(withoutLooks(state.document)));
    if (mended.has(digest)) continue;
    mended.add(digest);
    const next = shownOf(succeed(state, action, LATER).document);
    expect(isDeepStrictEqual(next.results, healed.results), where).toBe(true);
    expect(lostOrDoubled(next, left), where).toEqual([]);
    expect(monthsOf(next), where).toEqual(monthsOf(healed));
    expect(unfinishedTabs(next), where).toEqual([]);
    expect(next.names.filter(isStray), where).toEqual([]);
  }
  tally.push(`${tallyOf(title, breakOffs)}, ${mended.size - 1} of them run again`);
}

/**
 * Leaves out the looks that a run never reads: colours, fonts, borders, widths and heights. A run gets the same
 * answers from two documents that differ only in these, and what is checked afterwards is text. So one repair
 * run shows what both would. Number formats stay, as a date is read by its format.
 */
function withoutLooks(document: DocumentState) {
  return {
    ...document,
    sheets: document.sheets.map((sheet) => ({
      ...sheet,
      styles: sheet.styles.map((cells) => {
        const formats = cells.map((style) => style?.numberFormat ?? PLAIN_STYLE.numberFormat);
        return formats.slice(0, formats.findLastIndex((format) => format !== PLAIN_STYLE.numberFormat) + 1);
      }),
      columnWidths: null,
      rowHeights: null,
      tabColor: null,
    })),
  };
}

/** Whether a call reads what {@link withoutLooks} leaves out. */
function readsLooks(call: string): boolean {
  return (
    /^Range\.get(Background|Border|Font|HorizontalAlignment|RichText|TextStyle|VerticalAlignment|Wrap)/.test(
      call,
    ) || /^Sheet\.get(ColumnWidth|RowHeight|TabColor)/.test(call)
  );
}

interface Shown {
  /** Names of all tabs. */
  readonly names: readonly string[];
  /** Displayed text of each result tab, by tab name. */
  readonly results: ReadonlyMap<string, string>;
  /** Rows of each record tab, by tab name. */
  readonly records: ReadonlyMap<string, readonly string[]>;
  readonly log: readonly (readonly string[])[];
}

function shownOf(document: DocumentState): Shown {
  const has = (name: string) => document.sheets.some((sheet) => sheet.name === name);
  const rows = (name: string) => (has(name) ? displayed(document, name) : []);
  return {
    names: document.sheets.map(({ name }) => name),
    results: new Map(
      RESULT_TABS.filter(has).map((name) => [
        name,
        rows(name)
          .map((row) => row.join('|').replace(/\|+$/, ''))
          .join('\n')
          .trimEnd(),
      ]),
    ),
    records: new Map(RECORD_TABS.map((name) => [name, rows(name).map((row) => row.join('|'))])),
    log: rows(RUN_LOG),
  };
}

function inputTabs(document: DocumentState): readonly SheetState[] {
  return document.sheets.filter(
    ({ name, metadata }) => !OWN_TABS.has(name) && metadata.length === 0 && !isStray(name),
  );
}

/** A tab whose creation was broken off before it got its final name. */
function isStray(name: string): boolean {
  return name.endsWith(' (만드는 중)');
}

const unfinishedTabs = ({ results }: Shown) =>
  [...results].filter(([, text]) => UNFINISHED.test(text)).map(([name]) => name);

/** Tabs that report what the spreadsheet refused: 점검 lists it, 요약 counts it. */
const TELLING_TABS: ReadonlySet<string> = new Set([OUTPUT_TABS.audit, OUTPUT_TABS.summary]);

function tellsOfRefusal({ results }: Shown): boolean {
  return /구글 시트의 답|숨긴 행이 있는지 세지 못했습니다/.test(results.get(OUTPUT_TABS.audit) ?? '');
}

/**
 * Returns the finished tabs that do not all come from one run. Ignores the reporting tabs if 점검 reports a
 * refusal.
 */
function notWhole(left: Shown, before: Shown, after: Shown): readonly string[] {
  const isTold = tellsOfRefusal(left);
  const finished = [...left.results].filter(
    ([name, text]) => !UNFINISHED.test(text) && !(isTold && TELLING_TABS.has(name)),
  );
  const otherThan = (run: Shown) =>
    finished.filter(([name, text]) => run.results.get(name) !== text).map(([name]) => name);
  const [old, fresh] = [otherThan(before), otherThan(after)];
  return old.length <= fresh.length ? old : fresh;
}

/** Returns record rows that moved, vanished or were altered. Such rows must stay where they are. */
function lostOrDoubled(left: Shown, before: Shown): readonly string[] {
  return RECORD_TABS.flatMap((name) => {
    const was = before.records.get(name) ?? [];
    const is = left.records.get(name) ?? [];
    const lost = was.filter((row, index) => is[index] !== row);
    return lost.map((row) => `${name}: ${row}`);
  });
}

const monthsOf = ({ records }: Shown) =>
  records.get(OUTPUT_TABS.monthlyRecords)?.map((row) => row.split('|')[0]);

/** Returns what is false in the run log; null if its last row is true. */
function falseLine({ answered }: Remainder, left: Shown, after: Shown): string | null {
  const [headings = []] = left.log;
  const column = headings.indexOf('결과');
  const last = left.log.at(-1);
  if (last === undefined || left.log.length < after.log.length)
    return answered ? 'the run answered, and has no line' : null;
  const outcome = last[column] ?? '';
  const whole =
    unfinishedTabs(left).length === 0 &&
    left.results.size === after.results.size &&
    notWhole(left, after, after).length === 0;
  if (outcome.startsWith('마침') || outcome.startsWith('일부만'))
    return whole ? null : 'it says that it is done';
  return whole && answered ? `it says ${outcome}, and everything is done` : null;
}
