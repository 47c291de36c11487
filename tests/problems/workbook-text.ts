/**
 * A workbook as text that can be read at a glance:
 *
 *     as of 2024-03-31, today 2024-04-05
 *     One sentence that says what is wrong with it.
 *
 *     [소통기록] merged A3:A4, hides rows
 *     일자 | 분류 | 횟수
 *     2024. 3. 5. | 시장방문 | 1
 *
 *     [공약] added
 *     이행률 | 45%
 *
 * A section is a whole tab. Tabs without a section are those of the base workbook. Directives after the name:
 *
 * - `added`: the rows come below those of the base workbook
 * - `missing`: the tab is absent
 * - `named 건의목록`: there is a tab of this name, which the rules do not know
 * - `merged A3:A4`: these cells are merged
 * - `hides rows`: some rows are hidden
 * - `not ours`: a tab with the name of a result tab, made by somebody else
 * - `of an earlier version`: the tab was made by an earlier version of the add-on
 * - `grid 9000 x 26 used 200 x 8`: rows and columns of the tab, and how many are used, whatever is shown here
 *
 * Cells are written as for `rawTab`. `|` alone is a blank row. `{mobile number}` and `{resident number}`
 * stand for made-up numbers, which are never written out.
 */
import type { TabSize } from '../../src/app/ports.ts';
import type { IsoDate } from '../../src/domain/date.ts';
import { INPUT_TABS, type InputTab } from '../../src/domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../src/sheets/input/tabs.ts';
import type { MergedCells, RawTab, RawTabs } from '../../src/sheets/raw.ts';
import { rawTab } from '../sheets/fixtures.ts';
import { mobileNumber, residentNumber } from '../sheets/made-up-numbers.ts';
import { day } from '../support/day.ts';

export interface WorkbookText {
  readonly asOf: IsoDate;
  readonly today: IsoDate;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly name: string;
  readonly directives: readonly string[];
  readonly table: string;
}

const FIRST_LINE = /^as of (\d{4}-\d\d-\d\d), today (\d{4}-\d\d-\d\d)$/;
const SECTION = /^\[([^\]]+)\] ?(.*)$/;

export function workbookText(text: string): WorkbookText {
  const [firstLine = '', ...lines] = text.split('\n');
  const [, asOf = '', today = ''] = FIRST_LINE.exec(firstLine) ?? [];
  const sections: { name: string; directives: readonly string[]; rows: string[] }[] = [];
  for (const line of lines) {
    const heading = SECTION.exec(line);
    if (heading === null) {
      if (line.trim() !== '') sections.at(-1)?.rows.push(line);
      continue;
    }
    const [, name = '', directives = ''] = heading;
    sections.push({ name, directives: directives === '' ? [] : directives.split(/, */), rows: [] });
  }
  return {
    asOf: day(asOf),
    today: day(today),
    sections: sections.map(({ name, directives, rows }) => ({
      name,
      directives,
      table: withMadeUpNumbers(rows.join('\n')),
    })),
  };
}

/** The tabs of a workbook. Those that it does not show are taken from `base`. */
export function tabsOf({ sections }: WorkbookText, base: readonly Section[]): RawTabs {
  const tabs: Partial<Record<InputTab, RawTab>> = {};
  for (const section of base) {
    const tab = tabNamed(section.name);
    if (tab !== null) tabs[tab] = rawTab(section.name, section.table);
  }
  for (const { name, directives, table } of sections) {
    const tab = tabNamed(name);
    if (tab === null) continue;
    const below = base.find((section) => section.name === name)?.table ?? '';
    if (directives.includes('missing')) delete tabs[tab];
    else
      tabs[tab] = directed(
        rawTab(name, directives.includes('added') ? `${below}\n${table}` : table),
        directives,
      );
  }
  return tabs;
}

/** Sizes of the tabs that have a `grid` directive. */
export function sizesIn({ sections }: WorkbookText): readonly TabSize[] {
  return sections.flatMap(({ name, directives }) =>
    directives.flatMap((directive) => {
      const numbers = /^grid (\d+) x (\d+) used (\d+) x (\d+)$/.exec(directive)?.slice(1).map(Number);
      if (numbers === undefined) return [];
      const [rows = 0, columns = 0, usedRows = 0, usedColumns = 0] = numbers;
      return [{ name, rows, columns, used: () => ({ rows: usedRows, columns: usedColumns }) }];
    }),
  );
}

/** Tabs made by an earlier version of the add-on. */
export function earlierTabsIn({ sections }: WorkbookText): readonly RawTab[] {
  return sections
    .filter(({ directives }) => directives.includes('of an earlier version'))
    .map(({ name, table }) => rawTab(name, table));
}

/** Tab names given by `named` directives. The rules do not know them. */
export function otherNamesIn({ sections }: WorkbookText): readonly string[] {
  return sections.flatMap(({ directives }) =>
    directives.flatMap((directive) => /^named (.+)$/.exec(directive)?.[1] ?? []),
  );
}

export function tabNamed(name: string): InputTab | null {
  return INPUT_TABS.find((tab) => INPUT_TAB_NAMES[tab] === name) ?? null;
}

function directed(raw: RawTab, directives: readonly string[]): RawTab {
  const merges = directives.flatMap((directive): MergedCells[] => {
    const [, left = '', top, right = '', bottom] = /^merged ([A-Z])(\d+):([A-Z])(\d+)$/.exec(directive) ?? [];
    if (top === undefined) return [];
    const row = Number(top);
    const column = left.charCodeAt(0) - 64;
    const columns = right.charCodeAt(0) - 64 - column + 1;
    return [{ row, column, rows: Number(bottom) - row + 1, columns }];
  });
  return { ...raw, merges: () => merges, hidesRows: directives.includes('hides rows') };
}

function withMadeUpNumbers(table: string): string {
  return table
    .replaceAll('{mobile number}', mobileNumber())
    .replaceAll('{resident number}', residentNumber());
}
