/** A workbook in memory that keeps what is written to it, and what must hold of every trace in it. */

import type { Environment } from '../../../src/app/ports.ts';
import type { TraceAnswer } from '../../../src/app/trace/trace.ts';
import type { IsoDate } from '../../../src/domain/date.ts';
import { exactSum } from '../../../src/domain/decimal.ts';
import { OUTPUT_TABS } from '../../../src/sheets/output/tabs.ts';
import { personalDataIn } from '../../../src/sheets/personal-data.ts';
import type { RawCell, RawTab } from '../../../src/sheets/raw.ts';
import { day } from '../../support/workbooks.ts';
import { surroundings } from '../people.ts';

export interface World {
  readonly environment: Environment;
  /** The input tabs, by name; they may be changed between runs. */
  readonly inputs: Map<string, RawTab>;
  /** The result tabs as they were written. */
  readonly results: Map<string, readonly (readonly (string | number)[])[]>;
}

export function worldOf(tabs: readonly RawTab[]): World {
  const inputs = new Map(tabs.map((tab) => [tab.name, tab]));
  const results: World['results'] = new Map();
  const dates = new Map<string, IsoDate>();
  const environment: Environment = {
    workbook: {
      id: () => 'book',
      sizes: () => [],
      read: (names) =>
        new Map(
          names.flatMap((name): [string, RawTab][] => {
            const rows = results.get(name);
            const tab = rows === undefined ? inputs.get(name) : { name, rows };
            return tab === undefined ? [] : [[name, tab]];
          }),
        ),
      tabNames: () => [...inputs.keys(), ...results.keys()],
      foreignTabs: () => [],
      write: ({ asOf, grids }) => {
        for (const { tab, grid } of grids) {
          results.set(
            OUTPUT_TABS[tab],
            grid.rows.map((row) => row.map(({ value }) => value)),
          );
          dates.set(OUTPUT_TABS[tab], asOf);
        }
        return [];
      },
      log: () => ({
        raw: { name: '', rows: [] },
        room: () => ({ rows: 0, columns: 0 }),
        prepare: () => undefined,
        append: () => 2,
        rewrite: () => undefined,
      }),
      tabsWithHiddenRows: () => new Set(),
      fillInputTabs: () => undefined,
      writeInputRows: () => undefined,
      appendInputRow: () => 0,
      writeInputColumn: () => 0,
      deleteOwn: () => undefined,
      writtenFor: (name) => dates.get(name) ?? null,
      flush: () => undefined,
    },
    clock: {
      today: () => day('2024-04-02'),
      timestamp: () => '2024-04-02 10:00:00',
      foreignZone: () => null,
      milliseconds: () => 0,
    },
    lock: { take: () => true, release: () => undefined },
    screen: { toast: () => undefined },
    ...surroundings(),
    glances: { keep: () => undefined, kept: () => null },
  };
  return { environment, inputs, results };
}

const MILLION = 1_000_000;

/**
 * What is wrong with the trace of a cell, or null. The rows sum to the figure, and the figures give what the
 * cell shows: one is shown as it is (won also in millions), two as their quotient or their difference, which
 * is 0 where more was reached than needed, and several pairs as the mean of their quotients.
 */
export function traceFault(shown: RawCell, answer: TraceAnswer): string | null {
  if (personalDataIn(JSON.stringify(answer)) !== null) return 'tells personal data';
  if (answer.status === 'stopped') {
    const said = answer.messages.join(' ');
    const expected = typeof shown === 'number' ? '보여 줄 행이 없습니다.' : '숫자 칸을 골라 주세요.';
    return said.endsWith(expected) ? null : `says ${said}`;
  }
  // The values before the last one of a level are shown beside it, and added to nothing.
  const parts = answer.parts.filter(({ sum, rows }) => sum !== null || rows.length === 0);
  for (const { label, sum, rows } of parts) {
    // 자체평가 is of 100, which no row says.
    if (label.endsWith('분모') && sum === 100 && rows.length === 0) continue;
    const rowsSum = exactSum(rows.map(({ value }) => value));
    if (rowsSum !== (sum ?? 0)) return `${label} is ${sum}, and its rows sum to ${rowsSum}`;
  }
  if (typeof shown !== 'number') {
    return parts.some(({ sum }) => sum === null) || parts[1]?.sum === 0 ? null : 'a blank has a figure';
  }
  const [one, other] = parts.map(({ sum }) => sum);
  if (one === undefined || one === null) return 'a number has no figure';
  if (parts[0]?.label === '평균낸 이행률') {
    const mean = one / 100 / parts[0].rows.length;
    return Math.abs(shown - mean) < 0.01 ? null : `${shown} is traced to a mean of ${mean}`;
  }
  if (parts.length === 1) {
    // A rate that somebody states is a share in its cell, and a percentage where it is typed.
    return [one, one / MILLION, one / 100].includes(shown) ? null : `${shown} is traced to ${one}`;
  }
  if (other === undefined || other === null) return 'a number lacks its other side';
  if (parts[0]?.label === '분자') {
    // A rate is cut or rounded at some digit, so it is off by less than a percent.
    return Math.abs(shown - one / other) < 0.01 ? null : `${shown} is traced to ${one} of ${other}`;
  }
  if (parts[0]?.label.endsWith(' 분자') === true) {
    const rates = parts.flatMap(({ label, sum }, index) =>
      label.endsWith(' 분자') ? [Math.min(1, (sum ?? 0) / (parts[index + 1]?.sum ?? 0))] : [],
    );
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    return Math.abs(shown - mean) < 0.01 ? null : `${shown} is traced to a mean of ${mean}`;
  }
  const difference = exactSum([one, -other]);
  return Math.max(difference, 0) === shown || difference === shown
    ? null
    : `${shown} is traced to ${one} less ${other}`;
}
