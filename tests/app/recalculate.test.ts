import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/app/ports.ts';
import { recalculate } from '../../src/app/recalculate.ts';
import type { RawCell, RawTab } from '../../src/sheets/raw.ts';
import { day, LEDGER } from '../support/workbooks.ts';

/** The world outside, from memory: it keeps what was asked of it, in order. */
function world(
  tabs: Readonly<Record<string, string>>,
  given: { failAt?: string; locked?: boolean; foreign?: string[] } = {},
) {
  const events: string[] = [];
  const happens = (event: string) => {
    events.push(event);
    if (event === given.failAt) throw new Error(`${event} failed`);
  };
  let milliseconds = 0;
  const environment: Environment = {
    workbook: {
      read: (names) => {
        happens('read');
        return new Map(
          names.flatMap((name) => (tabs[name] === undefined ? [] : [[name, rawTab(name, tabs[name])]])),
        );
      },
      tabNames: () => Object.keys(tabs),
      foreignTabs: (names) => names.filter((name) => given.foreign?.includes(name)),
      write: ({ grids }) => happens(`write ${grids.map(({ tab }) => tab).join(' ')}`),
      append: ({ tab, rows }) => {
        happens(`append ${tab}`);
        events.push(`log ${rows.map((row) => row.join(' | ')).join()}`);
      },
      fillInputTabs: () => happens('fill'),
      writtenFor: () => null,
      flush: () => happens('flush'),
    },
    clock: {
      today: () => day('2024-04-02'),
      timestamp: () => '2024-04-02 10:00:00',
      milliseconds: () => {
        milliseconds += 1500;
        return milliseconds;
      },
    },
    lock: {
      take: () => {
        happens('take the lock');
        return given.locked !== true;
      },
      release: () => happens('release the lock'),
    },
    screen: { toast: (message) => happens(`toast ${message}`) },
    glances: { keep: () => happens('keep the glance'), kept: () => null },
  };
  return { environment, events };
}

function rawTab(name: string, text: string): RawTab {
  const rows = text.split('\n').filter((line) => line.trim() !== '');
  const cells = rows.map((line) => line.split('|').map((cell): RawCell => cell.trim()));
  const width = Math.max(...cells.map((row) => row.length));
  return {
    name,
    rows: cells.map((row) => [...row, ...Array<RawCell>(width - row.length).fill('')]),
  };
}

/** The toasts and log lines with their texts left off. */
const order = (events: readonly string[]) => events.map((event) => event.replace(/^(toast|log) .*/, '$1'));

describe('the order in which a recalculation works', () => {
  it.each([
    ['all', 'write summary meetings suggestions budget report audit'],
    ['meetings', 'write meetings audit'],
    ['suggestions', 'write suggestions audit'],
    ['budget', 'write budget audit'],
    ['report', 'write report'],
  ] as const)('%s: lock, read, results, run log, send, tell, unlock', (scope, write) => {
    const { environment, events } = world(LEDGER);
    expect(recalculate(environment, scope, null).status).toBe('done');
    expect(order(events)).toEqual([
      'take the lock',
      'read',
      write,
      ...(scope === 'report' ? [] : ['keep the glance']),
      'append runLog',
      'log',
      'flush',
      'toast',
      'release the lock',
    ]);
  });

  it('the lock of somebody else ends it before anything is read', () => {
    const { environment, events } = world(LEDGER, { locked: true });
    expect(recalculate(environment, 'all', null)).toMatchObject({
      status: 'stopped',
      messages: { length: 1 },
    });
    expect(order(events)).toEqual(['take the lock', 'toast']);
  });

  it('a date that is none ends it before the lock is taken', () => {
    const { environment, events } = world(LEDGER);
    expect(recalculate(environment, 'all', '2024-02-30').status).toBe('stopped');
    expect(order(events)).toEqual(['toast']);
  });

  it.each(['read', 'write summary meetings suggestions budget report audit', 'append runLog', 'flush'])(
    'the lock is let go where %s fails, and the failure is not hidden',
    (failAt) => {
      const { environment, events } = world(LEDGER, { failAt });
      expect(() => recalculate(environment, 'all', null)).toThrow(`${failAt} failed`);
      expect(events.at(-1)).toBe('release the lock');
    },
  );

  it('tabs of somebody else are neither written nor appended to', () => {
    const { environment, events } = world(LEDGER, { foreign: ['예산현황', '실행기록'] });
    expect(recalculate(environment, 'all', null).status).toBe('done');
    expect(order(events)).toEqual([
      'take the lock',
      'read',
      'write summary meetings suggestions report audit',
      'keep the glance',
      'flush',
      'toast',
      'release the lock',
    ]);
  });
});

describe('the line in the run log', () => {
  it('says when, what, as of when, where the rows went and how long it took', () => {
    const { environment, events } = world({
      ...LEDGER,
      소통기록: `${LEDGER.소통기록}\n모름 | 시장방문 | | |`,
    });
    recalculate(environment, 'all', '2023-12-31');
    // 18 rows in six tabs, of which the meeting and the suggestion of 2024 come later and one meeting has no date.
    expect(events.find((event) => event.startsWith('log '))).toMatch(
      /^log 2024-04-02 10:00:00 \| 전체 다시 계산 \| 2023-12-31 \| 18 \| 15 \| 1 \| 1 \| \d+ \| \d+ \| 마침 \| 1\.5$/,
    );
  });
});

describe('the message at the edge of the screen', () => {
  it.each([
    ['all', {}, /^소통 6회 \/ 200회 \(3%\) · 건의 3건 · 집행률 39% · 오류 0건 · 경고 \d+건 · 알림 \d+건$/],
    [
      'all',
      { 소통기록: undefined },
      /^건의 3건 · 집행률 39% · 오류 1건.* · 소통기록 탭: '소통기록' 탭이 없어/,
    ],
    ['all', { 공약: undefined }, /^공약 탭: '공약' 탭이 없어/],
  ] as const)('%s without %j', (scope, changes, message) => {
    const tabs = Object.fromEntries(
      Object.entries({ ...LEDGER, ...changes }).flatMap(([name, text]) =>
        text === undefined ? [] : [[name, text]],
      ),
    );
    const { environment, events } = world(tabs);
    recalculate(environment, scope, null);
    const toasts = events.filter((event) => event.startsWith('toast '));
    expect(toasts).toEqual([expect.stringMatching(new RegExp(`^toast ${message.source.slice(1)}`))]);
  });
});
