/** The line of a run in 실행기록, however the run ends, and what it says of earlier runs that broke off. */
import { describe, expect, it } from 'vitest';
import { type Log, type LogRow, Refused } from '../../../src/app/ports.ts';
import { runLine } from '../../../src/app/run/run-line.ts';
import { RUN_LOG_LAYOUT, runLogRow } from '../../../src/app/run/run-log.ts';
import type { OutputTab } from '../../../src/sheets/output/tabs.ts';

const HEADINGS = RUN_LOG_LAYOUT.columns.map(({ heading }) => heading);
const ENTRY = {
  timestamp: '2024-04-01 09:00:00',
  action: '전체 다시 계산',
  startedBy: 'menu',
  asOf: '',
  accounts: {},
  findings: [],
} as const;

/** A run that broke off before this one and left these tabs. */
const broken = (...unfinished: readonly OutputTab[]): LogRow =>
  runLogRow(ENTRY, { outcome: '끝나지 않음', seconds: 1, unfinished });

/** @param refuses an error that the tab throws at each row; null: none */
function line(earlier: readonly LogRow[] = [], refuses: Error | null = null, isOurs = true) {
  const rows: LogRow[] = [HEADINGS, ...earlier];
  const done: string[] = [];
  let milliseconds = 0;
  const log: Log = {
    raw: { name: '실행기록', rows: [HEADINGS, ...earlier] },
    room: () => ({ rows: 0, columns: 0 }),
    prepare: () => undefined,
    append: (added) => {
      if (refuses !== null) throw refuses;
      rows.push(...added);
      return rows.length;
    },
    rewrite: (row, cells) => {
      if (refuses !== null) throw refuses;
      rows[row - 1] = cells;
    },
  };
  const environment = {
    workbook: { flush: () => done.push('flush') },
    clock: {
      timestamp: () => '2024-04-02 10:00:00',
      milliseconds: () => {
        milliseconds += 500;
        return milliseconds;
      },
    },
  } as unknown as Parameters<typeof runLine>[0];
  return {
    ...runLine(environment, { action: '마감 취소', startedBy: 'sidebar' }, isOurs ? log : null),
    done,
    /** `outcome | unfinished tabs` of each row. */
    said: () => rows.slice(1).map((row) => `${row[9]} | ${row[12]}`),
    last: () => rows[rows.length - 1],
  };
}

describe('the line', () => {
  it.each<[string, (given: ReturnType<typeof line>) => unknown, readonly string[]]>([
    [
      'is not there before the run writes',
      ({ found }) => found({ asOf: '', accounts: {}, findings: [] }),
      [],
    ],
    ['names what is being written', ({ begin }) => begin(['summary', 'audit']), ['끝나지 않음 | 요약, 점검']],
    [
      'says how the run ended',
      ({ begin, end }) => {
        begin(['summary', 'audit']);
        end('마침', []);
      },
      ['마침 | '],
    ],
    [
      'names the tabs that were refused',
      ({ begin, end }) => {
        begin(['summary', 'audit']);
        end('일부만 계산함', ['audit']);
      },
      ['일부만 계산함 | 점검'],
    ],
    [
      'says why nothing was computed',
      ({ breakOff }) => breakOff(new Error('제목이 없습니다.')),
      ['계산하지 못함: 제목이 없습니다. | '],
    ],
    [
      'says where the run broke off, with all of its tabs',
      ({ begin, breakOff }) => {
        begin(['summary', 'audit']);
        breakOff(new Error('끊겼습니다.'));
      },
      ['끝나지 않음: 끊겼습니다. | 요약, 점검'],
    ],
    [
      'says what may have been done when it broke off',
      ({ begin, breakOff }) => {
        begin([]);
        breakOff(new Error('끊겼습니다.'), '2024년 3월 마감을 취소함');
      },
      ['끝나지 않음: 2024년 3월 마감을 취소함 (끊겼습니다.) | '],
    ],
    [
      'says what was thrown that is no error',
      ({ breakOff }) => breakOff('끊겼습니다.'),
      ['계산하지 못함: 끊겼습니다. | '],
    ],
  ])('%s', (_, happens, said) => {
    const given = line();
    happens(given);
    expect(given.said()).toEqual(said);
  });

  it('has when it began, what was asked for and by whom, and how long it took', () => {
    const { begin, end, found, last, seconds } = line();
    found({ asOf: '2024-03-31', accounts: {}, findings: [] });
    begin([]);
    end('마침', []);
    expect(last()).toEqual([
      '2024-04-02 10:00:00',
      '마감 취소',
      '2024-03-31',
      ...[0, 0, 0, 0, 0, 0],
      '마침',
      1,
      '사이드바',
      '',
    ]);
    expect(seconds()).toBe(1.5);
  });
});

describe('earlier lines of runs that broke off', () => {
  it.each<[string, readonly LogRow[], readonly OutputTab[], readonly OutputTab[], readonly string[]]>([
    [
      'are put right once all of their tabs are written',
      [broken('summary'), broken('audit', 'budget')],
      ['summary', 'audit', 'budget'],
      [],
      ['끝나지 않음 (뒤의 계산에서 바로잡음) | ', '끝나지 않음 (뒤의 계산에서 바로잡음) | '],
    ],
    [
      'keep the tabs that were not written',
      [broken('summary', 'audit')],
      ['audit'],
      [],
      ['끝나지 않음 | 요약'],
    ],
    [
      'keep the tabs that were refused',
      [broken('summary', 'audit')],
      ['summary', 'audit'],
      ['summary'],
      ['끝나지 않음 | 요약'],
    ],
    ['stay where none of their tabs is written', [broken('summary')], ['audit'], [], ['끝나지 않음 | 요약']],
  ])('%s', (_, earlier, written, refused, said) => {
    const given = line(earlier);
    given.begin(written);
    given.end('마침', refused);
    expect(given.said().slice(0, -1)).toEqual(said);
  });

  it('stay until the end of this run, which may break off too', () => {
    const given = line([broken('summary')]);
    given.begin(['summary']);
    given.breakOff(new Error('끊겼습니다.'));
    expect(given.said()[0]).toBe('끝나지 않음 | 요약');
  });
});

describe('실행기록 that', () => {
  const refused = new Refused('runLog', new Error('보호된 시트입니다.'));

  it('refuses the line is told of, and the run goes on without one', () => {
    const given = line([], refused);
    expect(given.begin(['summary'])).toEqual({
      tab: 'runLog',
      part: 'figures',
      reason: '보호된 시트입니다.',
    });
    expect(() => given.end('마침', [])).not.toThrow();
    expect(() => given.breakOff(new Error('끊겼습니다.'))).not.toThrow();
    expect(given.said()).toEqual([]);
  });

  it('fails otherwise ends the run', () => {
    expect(() => line([], new Error('끊겼습니다.')).begin(['summary'])).toThrow('끊겼습니다.');
  });

  it('fails while a run breaks off hides nothing of the first failure', () => {
    expect(() => line([], new Error('다른 일')).breakOff(new Error('끊겼습니다.'))).not.toThrow();
  });

  it('is not ours gets no line', () => {
    const given = line([broken('summary')], null, false);
    expect(given.begin(['summary'])).toBeNull();
    given.end('마침', []);
    given.breakOff(new Error('끊겼습니다.'));
    expect(given.said()).toEqual(['끝나지 않음 | 요약']);
  });

  it('got the line of a run that broke off is sent it at once', () => {
    const given = line();
    given.begin(['summary']);
    expect(given.done).toEqual([]);
    given.breakOff(new Error('끊겼습니다.'));
    expect(given.done).toEqual(['flush']);
  });
});
