/** A spreadsheet in memory that keeps whatever is written to it: records, run log and glances too. */
import {
  type Environment,
  type LogLayout,
  type LogRow,
  Refused,
  type WritePlan,
} from '../../src/app/ports.ts';
import type { IsoDate } from '../../src/domain/date.ts';
import { OUTPUT_TABS, type OutputTab } from '../../src/sheets/output/tabs.ts';
import type { RawCell, RawTab } from '../../src/sheets/raw.ts';
import type { TabLayout } from '../../src/sheets/set-up/layouts.ts';
import { rawTab } from '../sheets/fixtures.ts';
import { day } from '../support/day.ts';
import { surroundings } from './people.ts';

type Rows = (readonly RawCell[])[];

export interface MemoryBook {
  readonly environment: Environment;
  /** The rows of each tab with its headings. A test may change them between two actions. */
  readonly tabs: Map<string, Rows>;
  /** What was shown at the edge of the screen. */
  readonly toasts: string[];
  /** What each run wrote into result tabs. */
  readonly plans: WritePlan[];
  /** Names of tabs that the add-on did not make. */
  readonly foreign: Set<string>;
  /** Appended tabs that refuse every row from now on. */
  readonly refusing: Set<OutputTab>;
  /** Milliseconds that pass between two looks at the clock. */
  pace: number;
  /** Calls of this function fail from now on; null: none. */
  failAt: 'fillInputTabs' | 'writeInputRows' | 'write' | null;
  /** The rows of a tab below its headings, each by heading. */
  rowsOf(tab: string): readonly Readonly<Record<string, RawCell>>[];
  setToday(date: string): void;
  /** Replaces a tab, written as `일자 | 분류` and so on. */
  fill(tab: string, table: string): void;
}

/** @param given tabs as text */
export function memoryBook(given: Readonly<Record<string, string>>, today = '2024-04-02'): MemoryBook {
  const tabs = new Map<string, Rows>();
  const fill = (tab: string, table: string) => {
    const lines = table.trim().replace(/\n\s+/g, '\n');
    tabs.set(tab, lines === '' ? [] : [...rawTab(tab, lines).rows]);
  };
  for (const [tab, table] of Object.entries(given)) fill(tab, table);
  const dates = new Map<string, IsoDate>();
  const toasts: string[] = [];
  const refusing = new Set<OutputTab>();
  const glances: string[] = [];
  const plans: WritePlan[] = [];
  const foreign = new Set<string>();
  let date = today;
  let passed = 0;
  const raw = (name: string): RawTab => ({ name, rows: tabs.get(name) ?? [] });
  const happens = (call: MemoryBook['failAt']) => {
    if (book.failAt === call) throw new Error(`${call} failed`);
  };
  const put = (layouts: readonly TabLayout[]) => {
    for (const { name, block, columns } of layouts) {
      const below = (tabs.get(name) ?? []).slice(block.length);
      const rows = block.map((row) => columns.map((_, column) => row[column] ?? ''));
      tabs.set(name, [...rows, ...below]);
    }
  };
  const logOf = ({ tab, columns }: LogLayout) => {
    const name = OUTPUT_TABS[tab];
    const prepare = () => {
      if (!tabs.has(name)) tabs.set(name, [columns.map(({ heading }) => heading)]);
    };
    return {
      raw: raw(name),
      room: (added: number) => ({ rows: (tabs.get(name)?.length ?? 1) + added, columns: columns.length }),
      prepare,
      append: (rows: readonly LogRow[]) => {
        if (refusing.has(tab)) throw new Refused(tab, new Error('보호된 범위입니다.'));
        prepare();
        const held = tabs.get(name) ?? [];
        held.push(...rows);
        return held.length - rows.length + 1;
      },
      rewrite: (row: number, cells: LogRow) => {
        (tabs.get(name) ?? [])[row - 1] = cells;
      },
    };
  };
  const environment: Environment = {
    workbook: {
      id: () => 'book',
      sizes: () => [],
      read: (names, before) => {
        for (const name of names) before?.(name);
        return new Map(names.flatMap((name) => (tabs.has(name) ? [[name, raw(name)] as const] : [])));
      },
      tabNames: () => [...tabs.keys()],
      foreignTabs: (names) => names.filter((name) => foreign.has(name)),
      tabsWithHiddenRows: () => new Set(),
      write: (plan) => {
        happens('write');
        plans.push(plan);
        const { asOf, grids } = plan;
        for (const { tab, grid } of grids) {
          tabs.set(
            OUTPUT_TABS[tab],
            grid.rows.map((row) => row.map(({ value }) => value)),
          );
          dates.set(OUTPUT_TABS[tab], asOf);
        }
        return [];
      },
      log: logOf,
      writtenFor: (name) => dates.get(name) ?? null,
      fillInputTabs: (layouts) => {
        happens('fillInputTabs');
        put(layouts);
      },
      writeInputRows: (layouts) => {
        happens('writeInputRows');
        put(layouts);
      },
      appendInputRow: () => 0,
      writeInputColumn: () => undefined,
      deleteOwn: (names) => {
        for (const name of names) tabs.delete(name);
      },
      flush: () => undefined,
    },
    clock: {
      today: () => day(date),
      timestamp: () => `${date} 10:00:00`,
      foreignZone: () => null,
      milliseconds: () => {
        passed += book.pace;
        return passed;
      },
    },
    lock: { take: () => true, release: () => undefined },
    screen: { toast: (message) => void toasts.push(message) },
    ...surroundings(),
    glances: { keep: (text) => void glances.push(text), kept: () => glances[glances.length - 1] ?? null },
  };
  const book: MemoryBook = {
    environment,
    tabs,
    toasts,
    plans,
    foreign,
    refusing,
    pace: 0,
    failAt: null,
    rowsOf: (tab) => {
      const [headings = [], ...rows] = tabs.get(tab) ?? [];
      return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])));
    },
    setToday: (text) => {
      date = text;
    },
    fill,
  };
  return book;
}
