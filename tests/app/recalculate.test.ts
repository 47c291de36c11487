import { describe, expect, it } from 'vitest';
import type { Environment, Refusal } from '../../src/app/ports.ts';
import { recalculate } from '../../src/app/recalculate.ts';
import { OutOfTime } from '../../src/app/stopped-run.ts';
import { OUTPUT_TABS, RESULT_TABS } from '../../src/sheets/output/tabs.ts';
import type { RawCell, RawTab } from '../../src/sheets/raw.ts';
import { day, LEDGER } from '../support/workbooks.ts';
import { surroundings } from './people.ts';

/** The world outside, from memory: it keeps what was asked of it, in order. */
function world(
  tabs: Readonly<Record<string, string>>,
  given: {
    failAt?: string;
    locked?: boolean;
    foreign?: string[];
    hidden?: string[] | null;
    /** What stands in the run log. */
    logged?: string;
    /** The step before which the time is over. */
    outOfTimeAt?: string;
    /** What the spreadsheet refuses of each write of results. */
    refusals?: readonly (readonly Refusal[])[];
  } = {},
) {
  const events: string[] = [];
  const refusals = [...(given.refusals ?? [])];
  const happens = (event: string) => {
    events.push(event);
    if (event === given.failAt) throw new Error(`${event} failed`);
  };
  let milliseconds = 0;
  const environment: Environment = {
    workbook: {
      id: () => 'book',
      sizes: () => [],
      read: (names, before) => {
        happens('read');
        for (const name of names) before?.(name);
        return new Map(
          names.flatMap((name) => (tabs[name] === undefined ? [] : [[name, rawTab(name, tabs[name])]])),
        );
      },
      tabNames: () => Object.keys(tabs),
      foreignTabs: (names) => names.filter((name) => given.foreign?.includes(name)),
      write: ({ grids }) => {
        happens(`write ${grids.map(({ tab }) => tab).join(' ')}`);
        return refusals.shift() ?? [];
      },
      log: ({ tab }) => ({
        raw: rawTab('실행기록', (tab === 'runLog' ? given.logged : undefined) ?? '시각'),
        room: () => ({ rows: 0, columns: 0 }),
        prepare: () => undefined,
        append: (rows) => {
          happens(`append ${tab}`);
          if (tab === 'runLog') events.push(`log ${rows.map((row) => row.join(' | ')).join()}`);
          return 9;
        },
        rewrite: (row, cells) => {
          happens(`rewrite ${tab} ${row}`);
          events.push(`log ${cells.join(' | ')}`);
        },
      }),
      tabsWithHiddenRows: () => (given.hidden === null ? null : new Set(given.hidden)),
      fillInputTabs: () => happens('fill'),
      writeInputRows: () => happens('fill'),
      appendInputRow: () => 0,
      writeInputColumn: () => 0,
      deleteOwn: () => undefined,
      writtenFor: () => null,
      flush: () => happens('flush'),
    },
    clock: {
      today: () => day('2024-04-02'),
      timestamp: () => '2024-04-02 10:00:00',
      foreignZone: () => null,
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
    ...surroundings(),
    pace: {
      step: (name) => {
        if (name === given.outOfTimeAt) throw new OutOfTime(name, 281);
      },
      announce: (message) => happens(`announce ${message}`),
    },
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

const WRITE_ALL = `write ${RESULT_TABS.join(' ')}`;

describe('the order in which a recalculation works', () => {
  it.each([
    ['all', WRITE_ALL],
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
      'append runLog',
      'log',
      write,
      'append statusHistory',
      ...(scope === 'report' ? [] : ['keep the glance']),
      'rewrite runLog 9',
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

  it.each(['read', WRITE_ALL, 'append runLog', 'flush'])(
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
      WRITE_ALL.replace(' budget', ''),
      'append statusHistory',
      'keep the glance',
      'flush',
      'toast',
      'release the lock',
    ]);
  });
});

describe('the line in the run log', () => {
  const linesOf = (events: readonly string[]) =>
    events.filter((event) => event.startsWith('log ')).map((event) => event.slice('log '.length));

  it('names the tabs that are being written, and then says when, what, as of when, where the rows went and how long it took', () => {
    const { environment, events } = world({
      ...LEDGER,
      소통기록: `${LEDGER.소통기록}\n모름 | 시장방문 | | |`,
    });
    recalculate(environment, 'all', '2023-12-31');
    // 18 rows in six tabs, of which the meeting and the suggestion of 2024 come later and one meeting
    // has no date.
    const known = /^2024-04-02 10:00:00 \| 전체 다시 계산 \| 2023-12-31 \| 18 \| 15 \| 1 \| 1 \| \d+ \| \d+/
      .source;
    expect(linesOf(events)).toEqual([
      expect.stringMatching(
        new RegExp(
          `${known} \\| 끝나지 않음 \\| 1.5 \\| 메뉴 \\| ${RESULT_TABS.map((tab) => OUTPUT_TABS[tab]).join(', ')}$`,
        ),
      ),
      expect.stringMatching(new RegExp(`${known} \\| 마침 \\| 4.5 \\| 메뉴 \\| $`)),
    ]);
  });

  it.each([
    ['read', '계산하지 못함: read failed', ''],
    ['write meetings audit', '끝나지 않음: write meetings audit failed', '소통누적, 점검'],
    ['flush', '끝나지 않음: flush failed', '소통누적, 점검'],
  ])('where %s fails says so', (failAt, outcome, unfinished) => {
    const { environment, events } = world(LEDGER, { failAt });
    expect(() => recalculate(environment, 'meetings', null)).toThrow();
    const [said, , , unfinishedSaid] = (linesOf(events).at(-1) ?? '').split(' | ').slice(9);
    expect([said, unfinishedSaid]).toEqual([outcome, unfinished]);
  });

  const brokenRun = (unfinished: string) =>
    `머리\n2024-04-01 09:00:00 | 전체 다시 계산 | 2024-03-31 | 9 | 9 | 0 | 0 | 0 | 0 | 끝나지 않음 | 2 | 메뉴 | ${unfinished}`;

  it.each([
    ['all', '요약, 점검', '끝나지 않음 (뒤의 계산에서 바로잡음)', ''],
    ['meetings', '소통누적', '끝나지 않음 (뒤의 계산에서 바로잡음)', ''],
    ['meetings', '요약, 소통누적, 예산현황, 점검', '끝나지 않음', '요약, 예산현황'],
  ] as const)(
    'of an earlier run that broke off is put right by %s: %s',
    (scope, unfinished, outcome, left) => {
      const { environment, events } = world(LEDGER, { logged: brokenRun(unfinished) });
      recalculate(environment, scope, null);
      const rewritten = events.indexOf('rewrite runLog 2');
      const cells = (events[rewritten + 1] ?? '').split(' | ');
      expect([cells[9], cells[12]]).toEqual([outcome, left]);
      // The results stand before it is said that they do.
      expect(rewritten).toBeGreaterThan(events.findIndex((event) => event.startsWith('write ')));
      expect(rewritten).toBeLessThan(events.indexOf('rewrite runLog 9'));
    },
  );

  it('of an earlier run stays as it is where this one writes none of its tabs', () => {
    const { environment, events } = world(LEDGER, { logged: brokenRun('요약, 예산현황') });
    recalculate(environment, 'meetings', null);
    expect(events).not.toContain('rewrite runLog 2');
  });
});

describe('what the spreadsheet refuses to write', () => {
  const refused = (tab: Refusal['tab'], part: Refusal['part'] = 'figures'): Refusal => ({
    ...{ tab, part, reason: 'No.' },
  });

  it.each<{ name: string; first: Refusal[]; again: Refusal[]; named: string[]; unfinished: string }>([
    { name: 'nothing', first: [], again: [], named: [], unfinished: '' },
    { name: 'a tab', first: [refused('budget')], again: [], named: ['예산현황'], unfinished: '예산현황' },
    { name: 'looks', first: [refused('budget', 'looks')], again: [], named: ['예산현황'], unfinished: '' },
    {
      name: '점검, once it names a tab',
      first: [refused('budget')],
      again: [refused('audit')],
      named: ['예산현황', '점검'],
      unfinished: '예산현황, 점검',
    },
    {
      name: '점검, once it names looks',
      first: [refused('budget', 'looks')],
      again: [refused('audit')],
      named: ['예산현황', '점검'],
      unfinished: '점검',
    },
    {
      name: '점검, both times',
      first: [refused('audit')],
      again: [refused('audit')],
      named: ['점검'],
      unfinished: '점검',
    },
  ])('is named, and its tab is unfinished: $name', ({ first, again, named, unfinished }) => {
    const { environment, events } = world(LEDGER, { refusals: [first, again] });
    const answer = recalculate(environment, 'all', null);
    const sentences = answer.status === 'done' ? answer.refused : [];
    expect(sentences.map((sentence) => sentence.split(' ')[0]).toSorted()).toEqual(named);
    expect((events.filter((event) => event.startsWith('log ')).at(-1) ?? '').split(' | ')[12]).toBe(
      unfinished,
    );
  });
});

it('a pledge that the book does not keep is refused in words for the sidebar and the command line', () => {
  const { environment } = world(LEDGER);
  expect(recalculate(environment, 'report', null, 'sidebar', '9-9')).toEqual({
    status: 'stopped',
    messages: ["이 장부의 공약번호는 '9-9'이(가) 아닙니다. 공약번호 없이 다시 계산해 주세요."],
  });
});

describe('a run for which there is no time', () => {
  it.each(['소통기록 탭 읽기', '계산', '결과 쓰기'])(
    'stops by itself before %s: nothing is written',
    (step) => {
      const { environment, events } = world(LEDGER, { outOfTimeAt: step });
      expect(recalculate(environment, 'all', null)).toEqual({
        status: 'stopped',
        messages: [expect.stringContaining(`4분 41초가 지나 '${step}' 앞에서 멈췄습니다`)],
      });
      expect(events.filter((event) => event.startsWith('write '))).toEqual([]);
      expect(events.at(-1)).toBe('release the lock');
    },
  );
});

it('a tab that hides rows is noticed, and its rows are counted', () => {
  const { environment } = world(LEDGER, { hidden: ['소통기록'] });
  const answer = recalculate(environment, 'all', null);
  expect(answer).toMatchObject({ status: 'done', result: { meetings: { cumulative: 6 } } });
  if (answer.status !== 'done') return;
  expect(answer.result.findings.filter(({ code }) => code === 'hidden-rows')).toMatchObject([
    { tab: '소통기록' },
  ]);
});

it('hidden rows that could not be counted are told of, and stop nothing', () => {
  const { environment } = world(LEDGER, { hidden: null });
  const answer = recalculate(environment, 'all', null);
  expect(answer).toMatchObject({ status: 'done', result: { meetings: { cumulative: 6 } } });
  if (answer.status !== 'done') return;
  expect(answer.result.findings.map(({ code }) => code)).toContain('hidden-rows-unknown');
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
    [
      'all',
      { 예산계획: '연도 | 재원 | 금액(백만원)' },
      /^소통 6회 \/ 200회 \(3%\) · 건의 3건 · 집행률 - · 오류/,
    ],
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
