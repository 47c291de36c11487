import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newStatusChanges, type StatusChange } from '../../../../src/domain/suggestions/status-history.ts';
import { HANDLING_STATUSES, type StatusSeen } from '../../../../src/domain/words.ts';
import { readRecords } from '../../../../src/sheets/input/read-records.ts';
import { messageOf } from '../../../../src/sheets/messages.ts';
import { STATUS_HISTORY } from '../../../../src/sheets/output/records/status-history.ts';
import type { RawTab } from '../../../../src/sheets/raw.ts';
import { date, period } from '../../../domain/ledger.ts';
import { places, rawTab } from '../../fixtures.ts';
import { readBack, reformatted } from './own-cells.ts';

/** The changes as read, and findings about those that cannot be read. */
function statusChangesIn(raw: RawTab) {
  const { rows, findings } = STATUS_HISTORY.rowsIn(raw);
  return { changes: rows.flatMap(({ value }) => value ?? []), findings };
}

const CHANGES: readonly StatusChange[] = [
  {
    key: '24-001',
    seenOn: date('2024-03-04'),
    from: null,
    to: 'inProgress',
    handledOn: null,
    signs: ['#01234567', '#89abcdef'],
  },
  {
    key: '#0123456789abcdef',
    seenOn: date('2024-04-01'),
    from: 'noStatus',
    to: 'completed',
    handledOn: period('2024-03'),
    signs: [],
  },
];

describe('처리이력', () => {
  it('records what was seen in words that a clerk knows', () => {
    const { headings, rows } = STATUS_HISTORY.table(CHANGES);
    expect([headings, ...rows]).toEqual([
      [
        '적은 날',
        '접수번호(없으면 내용 지문)',
        '전 처리상황',
        '새 처리상황',
        '처리일',
        '행 표지',
        '번호',
        '앞 행의 지문',
      ],
      ['2024-03-04', '24-001', '처음 적음', '추진중', '', '#01234567 #89abcdef', 1, '#0000000000000000'],
      [
        '2024-04-01',
        '#0123456789abcdef',
        '상태 없음',
        '완료',
        '2024-03',
        '',
        2,
        expect.stringMatching(/^#[0-9a-f]{16}$/),
      ],
    ]);
  });

  it('is read even after columns were moved, a line was inserted above, and numbers and dates were converted', () => {
    const tab = rawTab(
      '처리이력',
      `고치지 마세요
       처리일  | 새 처리상황 | 전 처리상황 | 접수번호(없으면 내용 지문) | 적은 날    | 메모
       2024    | 완료        | 처음 적음   | 17                         | 2024-03-04 |`,
    );
    expect(statusChangesIn(tab)).toEqual({
      changes: [
        {
          key: '17',
          seenOn: '2024-03-04',
          from: null,
          to: 'completed',
          handledOn: period('2024'),
          signs: [],
        },
      ],
      findings: [],
    });
  });

  it('is read with a status that is not built in as one of the office', () => {
    const tab = rawTab(
      '처리이력',
      `적은 날 | 접수번호(없으면 내용 지문) | 전 처리상황 | 새 처리상황 | 처리일
       2024-03-04 | A-1 | 장기검토 | 했음 |`,
    );
    expect(statusChangesIn(tab)).toMatchObject({
      changes: [{ from: 'own:장기검토', to: 'own:했음' }],
      findings: [],
    });
  });

  it.each([
    { why: 'a status before that is blank', row: '2024-03-04 | A-1 | | 완료 |' },
    { why: 'no day', row: '3월 | A-1 | 처음 적음 | 완료 |' },
    { why: 'a blank for its day', row: ' | A-1 | 처음 적음 | 완료 |' },
    { why: 'a blank for its status', row: '2024-03-04 | A-1 | 처음 적음 | |' },
    { why: 'no key', row: '2024-03-04 | | 처음 적음 | 완료 |' },
    { why: 'a day of handling that is none', row: '2024-03-04 | A-1 | 처음 적음 | 완료 | 어제' },
    { why: 'an error', row: '2024-03-04 | A-1 | #REF! | 완료 |' },
    { why: 'a switch', row: '2024-03-04 | A-1 | 처음 적음 | TRUE |' },
  ])('leaves out a row with $why, and says so once', ({ row }) => {
    const tab = rawTab(
      '처리이력',
      `적은 날 | 접수번호(없으면 내용 지문) | 전 처리상황 | 새 처리상황 | 처리일
       2024-03-04 | A-0 | 처음 적음 | 완료 |
       ${row}
       ${row}`,
    );
    const { changes, findings } = statusChangesIn(tab);
    expect(changes.map(({ key }) => key)).toEqual(['A-0']);
    expect(places(findings)).toEqual(['statusHistory 3: damaged-record']);
    expect(findings.map(({ problem, place }) => messageOf(problem, place).what)).toEqual([
      '프로그램이 적은 기록 가운데 2행을 읽을 수 없어 쓰지 않았습니다. 여기가 그 첫 행입니다.',
    ]);
  });

  it.each([
    { rows: [], findings: [] },
    { rows: [['', '']], findings: [] },
    { rows: [['아무 글']], findings: ['statusHistory 1: damaged-record'] },
  ])('with the rows $rows gives no changes', ({ rows, findings }) => {
    const read = statusChangesIn({ name: '처리이력', rows });
    expect(read.changes).toEqual([]);
    expect(places(read.findings)).toEqual(findings);
  });

  it('comes back as written', () => {
    const seen = fc.constantFrom<StatusSeen>(...HANDLING_STATUSES, 'noStatus');
    const change = fc.record({
      key: fc.stringMatching(/^[^\s'=].{0,8}[^\s]$/).filter((key) => key.trim() === key),
      seenOn: fc.constantFrom('2024-03-04', '2022-12-31').map(date),
      from: fc.option(fc.oneof(seen, fc.constantFrom('gone' as const, 'several' as const))),
      to: fc.oneof(seen, fc.constantFrom('gone' as const, 'several' as const)),
      handledOn: fc.option(fc.constantFrom('2024-03-05', '2024').map(period)),
      signs: fc.subarray(['#01234567', '#89abcdef']),
    });
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const table = STATUS_HISTORY.table(changes);
        expect(statusChangesIn(readBack(table))).toEqual({ changes, findings: [] });
        expect(statusChangesIn(reformatted(table)).changes.map(({ to }) => to)).toEqual(
          changes.map(({ to }) => to),
        );
      }),
    );
  });
});

describe('the key of a suggestion', () => {
  const keysOf = (rows: string) => {
    const suggestions = rawTab(
      '건의사항',
      `접수번호 | 접수일 | 출처 | 건의내용 | 처리상황 | 처리일 | 건수\n${rows}`,
    );
    return (readRecords({ suggestions }).records.suggestions ?? []).map(({ key }) => key);
  };

  it('is its number, or otherwise the content of its row except its status', () => {
    const [numbered, ...others] = keysOf(
      `24-001 | 2024-01-03 | 초도방문 | 보도 정비 | 완료 | 2024-02-01 | 1
       -      | 2024-01-03 | 초도방문 | 보도 정비 | 완료 | 2024-02-01 | 1
              | 2024-01-03 | 초도방문 | 보도정비  |      |            |
              | 2024-01-03 | 초도방문 | 가로등    |      |            |
              | 2024-01-03 | 초도방문 | 보도 정비 |      |            | 2`,
    );
    expect(numbered).toBe('24-001');
    expect(others.every((key) => /^#[0-9a-f]{16}$/.test(key))).toBe(true);
    expect(others[1]).toBe(others[0]);
    expect(new Set(others).size).toBe(3);
  });

  it('is never a telephone number, nor any typed text', () => {
    const keys = keysOf('010-1234-5678 | 2024-01-03 | 초도방문 | 보도 정비 | 완료 | |');
    expect(keys).toEqual([expect.stringMatching(/^#[0-9a-f]{16}$/)]);
  });

  it('does not depend on its status, so that changes are seen', () => {
    const read = (state: string) =>
      readRecords({
        suggestions: rawTab(
          '건의사항',
          `접수일 | 출처 | 건의내용 | 처리상황 | 처리일\n2024-01-03 | 초도방문 | 보도 정비 | ${state}`,
        ),
      }).records.suggestions ?? [];
    const first = newStatusChanges(read('추진중 |'), [], date('2024-01-10'));
    const second = newStatusChanges(read('완료 | 2024-02-01'), first, date('2024-02-10'));
    expect(second.map(({ from, to }) => [from, to])).toEqual([['inProgress', 'completed']]);
  });
});
