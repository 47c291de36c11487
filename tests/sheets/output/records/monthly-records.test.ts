import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDateFrom } from '../../../../src/domain/date.ts';
import { INDICATOR_KINDS } from '../../../../src/domain/indicators/indicator.ts';
import type { Basis, MonthEvent } from '../../../../src/domain/months/month-events.ts';
import { ONE_PLEDGE } from '../../../../src/domain/months/month-rows.ts';
import { closedMonth, type MonthlyRecord } from '../../../../src/domain/months/monthly-record.ts';
import { countedFacts } from '../../../../src/domain/months/row-facts.ts';
import { checkRecords, EMPTY_GUARD } from '../../../../src/domain/record-set.ts';
import { calculate } from '../../../../src/domain/report.ts';
import type { StatusChange } from '../../../../src/domain/suggestions/status-history.ts';
import { INPUT_TABS } from '../../../../src/domain/tabs.ts';
import {
  FUNDING_SOURCES,
  HANDLING_STATUSES,
  IMPLEMENTATION_STATUSES,
  ownWord,
} from '../../../../src/domain/words.ts';
import { messageOf } from '../../../../src/sheets/messages.ts';
import {
  closedRow,
  MONTHLY_RECORDS,
  monthsIn,
} from '../../../../src/sheets/output/records/monthly-records.ts';
import { alteredMonths, MONTHLY_ROWS } from '../../../../src/sheets/output/records/monthly-rows.ts';
import type { AppendedTable } from '../../../../src/sheets/output/records/own-table.ts';
import { withoutPersonalData } from '../../../../src/sheets/personal-data.ts';
import type { RawCell, RawTab } from '../../../../src/sheets/raw.ts';
import { anyHistory, anyRecords, MONTH_ENDS } from '../../../domain/any-records.ts';
import { category, date, executions, meetings, records, suggestions } from '../../../domain/ledger.ts';
import { PLEDGE_1_6 } from '../../../domain/pledge-1-6.ts';
import { slowdown } from '../../../support/processor-time.ts';
import { RECORDS_OF_FIRST_LAYOUT } from '../../../support/records-of-first-layout.ts';
import { places } from '../../fixtures.ts';
import { readBack, reformatted } from './own-cells.ts';

const TODAY = date('2024-07-10');

const ROWS = { read: 9, counted: 7, afterAsOf: 0, skipped: 0 };
const ACCOUNTS = {
  meetings: { ...ROWS, excluded: 2 },
  suggestions: { ...ROWS, excluded: 0 },
  executions: { ...ROWS, excluded: 1 },
};

function closing(
  given = PLEDGE_1_6,
  asOf = date('2024-03-31'),
  history: readonly StatusChange[] = [],
  basis: Basis | null = null,
) {
  const report = calculate(given, { asOf, today: TODAY }, history);
  const facts = countedFacts(given, asOf, history, TODAY);
  const about = { month: asOf.slice(0, 7), writtenAt: '2024-04-01 03:10:00', late: true };
  return closedMonth(about, { report, findings: [], accounts: ACCOUNTS }, facts, basis);
}

function monthlyRecordsTable(records: readonly MonthlyRecord[]) {
  return MONTHLY_RECORDS.table(records.map(closedRow));
}

/** The records as read, with the findings about them. */
function monthlyRecordsIn(raw: RawTab) {
  const { rows, findings } = MONTHLY_RECORDS.rowsIn(raw);
  const found = monthsIn(rows);
  return { records: found.records, findings: [...findings, ...found.findings] };
}

function monthsClosedIn(raw: RawTab) {
  return monthsIn(MONTHLY_RECORDS.rowsIn(raw).rows).months;
}

function monthEventsIn(raw: RawTab) {
  const { rows, findings } = MONTHLY_ROWS.rowsIn(raw);
  return { events: rows.flatMap(({ value }) => value ?? []), findings };
}

/** A row as a clerk reads it: `heading: cell`, without blank cells. */
function labelled({ headings, rows }: AppendedTable): readonly string[] {
  return (rows[0] ?? []).flatMap((cell, column) => (cell === '' ? [] : [`${headings[column]}: ${cell}`]));
}

/** The table with one cell changed, as if by a person. */
function edited(table: AppendedTable, heading: string, cell: RawCell, row = 0): RawTab {
  const column = table.headings.indexOf(heading);
  if (column === -1) throw new Error(`no column ${heading}`);
  const rows = table.rows.map((cells, index) =>
    index === row ? cells.map((old, at) => (at === column ? cell : old)) : cells,
  );
  return { name: 'own', rows: [table.headings, ...rows] };
}

/**
 * Names with all characters that have a meaning in the cell, invisible characters, half surrogate pairs, and
 * numbers.
 */
const anyName = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom(...'가나;=\\/()[]%.-\'" \n\r\t약0u{}', '\ud800', '\u00a0'),
      minLength: 1,
      maxLength: 12,
    }),
  )
  // Names that look like personal data are masked, which another test covers.
  .filter((name) => withoutPersonalData(name) === name && !OWN_WORDS.has(name));
const OWN_WORDS = new Set([
  '완료',
  '추진중',
  '이송',
  '상태 없음',
  '국',
  '시',
  '구',
  '기타',
  '누적 소통',
  '실적',
]);

describe('월별기록', () => {
  it('is one row of figures that a clerk can read', () => {
    expect(labelled(monthlyRecordsTable([closing().record]))).toEqual([
      '공약번호: 1-6',
      '월: 2024-03',
      '기준일: 2024-03-31',
      '적은 때: 2024-04-01 03:10:00',
      '구분: 나중에 적음',
      '이행구분(제안): 정상추진',
      '이행률(%): 54',
      '지표: 누적 소통=108/200(54%)[소통]',
      expect.stringMatching(/^건의 합계: \d+$/),
      expect.stringMatching(/^처리상황: 완료=96; 추진중=\d+; .*; 상태 없음=\d+$/),
      '예산 계획액(원): 27000000',
      '예산 집행액(원): 5700000',
      '예산 집행률(%): 21.1',
      '재원: 구=계획 27,000,000 집행 5,700,000',
      '오류: 0',
      '경고: 0',
      '알림: 0',
      '빠진 행: 소통기록 2; 예산집행 1',
      expect.stringMatching(/^집계한 행: \d+$/),
      expect.stringMatching(/^행 지문: #[0-9a-f]{16}$/),
      expect.stringMatching(/^내역 행: \d+$/),
      expect.stringMatching(/^내역 지문: #[0-9a-f]{16}$/),
      expect.stringMatching(/^이 행의 지문: #[0-9a-f]{16}$/),
      '판: 2',
      '번호: 1',
      '앞 행의 지문: #0000000000000000',
    ]);
  });

  it('comes back as written, with blanks for unknown figures', () => {
    const whole = fc.integer({ min: -9, max: 9e12 });
    const number = fc.option(fc.oneof(whole, fc.constantFrom(21.1, 0, 63.3)));
    const decimal = fc.oneof(number, fc.constantFrom(12.5, -0.125, 0.0000001));
    const status = fc.option(fc.constantFrom(...IMPLEMENTATION_STATUSES, ownWord('시기미도래')));
    const indicator = fc.record({
      kind: fc.constantFrom(...INDICATOR_KINDS),
      name: fc.option(anyName),
      unit: fc.option(anyName),
      baseline: decimal,
      value: decimal,
      approximate: fc.boolean(),
      target: decimal,
      ratePercent: number,
    });
    const print = fc.stringMatching(/^[0-9a-f]{16}$/);
    const record: fc.Arbitrary<MonthlyRecord> = fc.record({
      pledge: fc.constantFrom(null, '1-6', '가-1', '12'),
      month: fc.constant('2024-02'),
      asOf: fc.constant(date('2024-02-29')),
      writtenAt: fc.constant('2024-03-01 02:00:00'),
      late: fc.boolean(),
      figures: fc.record({
        implementationPercent: number,
        indicators: fc.array(indicator, { maxLength: 4 }),
        suggestions: number,
        statuses: fc.array(
          fc.record({
            name: fc.oneof(
              fc.constantFrom(...HANDLING_STATUSES, 'noStatus', 'unknownThen'),
              anyName.map(ownWord),
            ),
            count: fc.nat(),
            approximate: fc.boolean(),
          }),
        ),
        plannedWon: number,
        executedWon: number,
        executionPercent: number,
        fundingSources: fc.array(
          fc.record({
            name: fc.oneof(fc.constantFrom(...FUNDING_SOURCES), anyName.map(ownWord)),
            plannedWon: fc.option(whole),
            executedWon: fc.option(whole),
          }),
        ),
        chosenStatus: status,
        suggestedStatus: status,
      }),
      findings: fc.record({ error: fc.nat(), warning: fc.nat(), notice: fc.nat() }),
      leftOut: fc
        .subarray([...INPUT_TABS])
        .chain((tabs) =>
          fc.tuple(...tabs.map((tab) => fc.record({ tab: fc.constant(tab), rows: fc.nat() }))),
        ),
      rowCount: fc.nat(),
      fingerprint: print,
      basedOn: fc.constantFrom(null, '2024-01'),
      eventCount: fc.nat(),
      eventFingerprint: print,
    });
    fc.assert(
      fc.property(record, (written) => {
        const table = monthlyRecordsTable([written]);
        expect(monthlyRecordsIn(readBack(table))).toEqual({ records: [written], findings: [] });
        expect(monthlyRecordsIn(reformatted(table))).toEqual({ records: [written], findings: [] });
      }),
    );
  });

  const march = closing().record;
  const fingerprintCell = `#${march.fingerprint}`;
  const table = monthlyRecordsTable([march]);

  it.each([
    { heading: '지표', cell: '누적 소통=109/200(54%)[소통]' },
    { heading: '지표', cell: '' },
    { heading: '처리상황', cell: '완료=97' },
    { heading: '재원', cell: '구=계획 27,000,000' },
    { heading: '빠진 행', cell: '' },
    { heading: '공약번호', cell: '1-7' },
    { heading: '예산 집행률(%)', cell: 21.2 },
    { heading: '이행구분(제안)', cell: '일부추진' },
    { heading: '오류', cell: 1 },
    { heading: '구분', cell: '' },
    { heading: '이 행의 지문', cell: '' },
  ])('with $heading changed to "$cell" is reported as altered, and not used', ({ heading, cell }) => {
    const { records: read, findings } = monthlyRecordsIn(edited(table, heading, cell));
    expect(read).toEqual([]);
    expect(places(findings)).toEqual(['monthlyRecords 2: damaged-record']);
    expect(findings.map(({ problem, place }) => messageOf(problem, place).what)).toEqual([
      '2024년 3월 기록이 적힌 뒤에 바뀌어 쓰지 않았습니다.',
    ]);
  });

  it.each([
    { heading: '월', cell: '3월' },
    { heading: '월', cell: '2024-02' },
    { heading: '월', cell: '' },
    { heading: '기준일', cell: '' },
    { heading: '건의 합계', cell: '많음' },
    { heading: '지표', cell: '108회' },
    { heading: '지표', cell: '차담회=108회/200[횟수]' },
    { heading: '처리상황', cell: '완료=많음' },
    { heading: '재원', cell: '구=27,000,000' },
    { heading: '빠진 행', cell: '소통기록' },
    { heading: '빠진 행', cell: '소통기록 2; 모르는탭 1' },
    { heading: '빠진 행', cell: '소통기록 2건' },
    { heading: '지표', cell: '누적 소통=108/200(54%)[소통] 끝' },
    { heading: '처리상황', cell: '완료=96건' },
    { heading: '재원', cell: '구=계획 27,000,000원' },
    { heading: '판', cell: 3 },
    { heading: '행 지문', cell: 0 },
    { heading: '행 지문', cell: `${fingerprintCell}0` },
    { heading: '내역 지문', cell: '' },
    { heading: '내역 지문', cell: `지문 ${fingerprintCell}` },
    { heading: '집계한 행', cell: '' },
    { heading: '집계한 행', cell: '#REF!' },
    { heading: '내역 행', cell: '' },
  ])('with $heading changed to "$cell" is reported as unreadable', ({ heading, cell }) => {
    const { records: read, findings } = monthlyRecordsIn(edited(table, heading, cell));
    expect(read).toEqual([]);
    expect(places(findings)).toEqual(['monthlyRecords 2: damaged-record']);
    expect(findings[0]?.problem).toMatchObject({ damage: 'unreadable', rows: 1 });
  });

  it('with neither its month nor its day is reported as unreadable', () => {
    const [headings = [], row = []] = edited(table, '월', '').rows;
    const rows = [headings, row.map((cell, column) => (headings[column] === '기준일' ? '' : cell))];
    expect(monthlyRecordsIn({ name: 'own', rows }).findings[0]?.problem).toMatchObject({
      damage: 'unreadable',
    });
  });

  it('that is there twice counts as the first, and is reported', () => {
    const later = { ...march, rowCount: march.rowCount + 1 };
    const { records: read, findings } = monthlyRecordsIn(readBack(monthlyRecordsTable([march, later])));
    expect(read).toEqual([march]);
    expect(places(findings)).toEqual(['monthlyRecords 3: damaged-record']);
    expect(findings.map(({ problem, place }) => messageOf(problem, place).what)).toEqual([
      '2024년 3월 기록이 두 번 있어 먼저 있는 행만 썼습니다.',
    ]);
  });

  it.each<[string, RawTab, readonly string[] | null]>([
    ['each of those that are there', readBack(table), ['2024-03']],
    ['one whose figure was changed, too', edited(table, '이행률(%)', 55), ['2024-03']],
    ['one that can no longer be read, too', edited(table, '건의 합계', '많음'), ['2024-03']],
    ['none in a tab that is empty', readBack(monthlyRecordsTable([])), []],
    ['nobody knows, where a row does not say of which it is', edited(table, '월', ''), null],
    ['nobody knows, where the headings are gone', { name: 'own', rows: table.rows }, null],
  ])('gives the closed months: %s', (_, raw, months) => {
    expect(monthsClosedIn(raw)).toEqual(months);
  });

  describe('of a month that was undone', () => {
    const undone = {
      kind: 'undone',
      pledge: '1-6',
      month: '2024-03',
      asOf: date('2024-03-31'),
      writtenAt: '2024-04-02 09:00:00',
    } as const;
    const both = MONTHLY_RECORDS.table([closedRow(march), undone]);

    it('is a row of few words', () => {
      expect(labelled({ ...both, rows: both.rows.slice(1) })).toEqual([
        '공약번호: 1-6',
        '월: 2024-03',
        '기준일: 2024-03-31',
        '적은 때: 2024-04-02 09:00:00',
        '구분: 마감 취소',
        expect.stringMatching(/^이 행의 지문: #[0-9a-f]{16}$/),
        '판: 2',
        '번호: 2',
        expect.stringMatching(/^앞 행의 지문: #[0-9a-f]{16}$/),
      ]);
    });

    it.each([undone, { ...undone, pledge: null }])('comes back as written: $pledge', (row) => {
      expect(MONTHLY_RECORDS.rowsIn(readBack(MONTHLY_RECORDS.table([row]))).rows[0]?.value).toEqual(row);
    });

    it('leaves the month open, and closed again the new row counts', () => {
      expect(monthsClosedIn(readBack(both))).toEqual([]);
      const again = { ...march, rowCount: 3 };
      const raw = readBack(MONTHLY_RECORDS.table([closedRow(march), undone, closedRow(again)]));
      expect(monthsClosedIn(raw)).toEqual(['2024-03']);
      expect(monthlyRecordsIn(raw)).toEqual({ records: [again], findings: [] });
    });

    it.each([
      { heading: '공약번호', cell: '1-7', damage: 'altered' },
      { heading: '구분', cell: '', damage: 'unreadable' },
      { heading: '월', cell: '2024-02', damage: 'unreadable' },
      { heading: '월', cell: '', damage: 'unreadable' },
      { heading: '기준일', cell: '', damage: 'unreadable' },
      { heading: '기준일', cell: '2024-03-30', damage: 'unreadable' },
      { heading: '오류', cell: 1, damage: 'altered' },
    ])('with $heading changed to "$cell" is $damage', ({ heading, cell, damage }) => {
      const { findings } = monthlyRecordsIn(edited(both, heading, cell, 1));
      expect(findings.map(({ problem, place }) => ({ ...problem, row: place?.row }))).toMatchObject([
        { damage, row: 3 },
      ]);
    });
  });

  it('is read in the order of the numbers, those without one first, however the rows were sorted', () => {
    const [, first, second, third] = readBack(
      MONTHLY_RECORDS.table(['2024-01', '2024-02', '2024-03'].map((month) => closedRow({ ...march, month }))),
    ).rows;
    const unnumbered = (month: string) =>
      table.headings.map((heading) => (heading === '월' ? month : heading === '번호' ? '' : '#'));
    const rows = [
      table.headings,
      third ?? [],
      unnumbered('2023-11'),
      first ?? [],
      unnumbered('2023-12'),
      second ?? [],
    ];
    const read = MONTHLY_RECORDS.rowsIn({ name: 'own', rows }).rows;
    expect(read.map(({ row, number }) => [row, number])).toEqual([
      [3, null],
      [5, null],
      [4, 1],
      [6, 2],
      [2, 3],
    ]);
  });

  it.each([20_240_331, 9e15, 1.5, 0, -3])('has no running number where somebody typed %d', (typed) => {
    const both = MONTHLY_RECORDS.table(['2024-01', '2024-02'].map((month) => closedRow({ ...march, month })));
    const kept = checkRecords(MONTHLY_RECORDS.rowsIn(readBack(both)).rows, EMPTY_GUARD).guard;
    const { rows } = MONTHLY_RECORDS.rowsIn(edited(both, '번호', typed, 1));
    expect(rows.map(({ number }) => number)).toEqual([null, 1]);
    expect(checkRecords(rows, kept).breach).toMatchObject({ missing: [2], baseMissing: -1 });
  });

  describe('whose tab lost headings', () => {
    const links = ['번호', '앞 행의 지문'];
    const written = table.headings.filter((heading) => !links.includes(heading));
    const [first = []] = RECORDS_OF_FIRST_LAYOUT.월별기록 ?? [];
    const earlier = first.map(String).filter((heading) => !links.includes(heading));
    const shared = earlier.filter((heading) => written.includes(heading));
    const mixed = [...earlier, ...written.filter((heading) => !earlier.includes(heading))];

    it.each<[string, readonly string[], readonly string[], readonly string[]]>([
      ['none', [...written, ...links], [], []],
      ['one', [...written, ...links], ['지표'], ['지표']],
      ['the number', [...written, ...links], ['번호'], ['번호']],
      ['the seal of the row before', [...written, ...links], ['앞 행의 지문'], ['앞 행의 지문']],
      ['one of its own and one of the links', [...written, ...links], ['판', '번호'], ['판', '번호']],
      ['one of the first layout', [...earlier, ...links], ['완료'], ['완료']],
      ['one of each layout', [...mixed, ...links], ['지표', '완료'], ['완료', '지표']],
      ['one that both layouts have', [...mixed, ...links], ['기준일'], ['기준일']],
      ['all', ['가', '나'], [], [...shared]],
    ])('(%s) names them', (_, headings, without, gone) => {
      const row = headings.filter((heading) => !without.includes(heading));
      const read = MONTHLY_RECORDS.rowsIn({ name: 'own', rows: [row] });
      expect([...read.headingsGone].sort()).toEqual([...gone].sort());
      expect(read.isUnlinked).toBe(links.every((heading) => !row.includes(heading)));
    });

    it('(both links) is read as one of an earlier version', () => {
      const read = MONTHLY_RECORDS.rowsIn({ name: 'own', rows: [written] });
      expect([read.headingsGone, read.isUnlinked]).toEqual([[], true]);
    });
  });
});

describe('월별내역', () => {
  const given = records({
    meetings: meetings([category('차담회')], '2024-03 | 차담회 | 2'),
    suggestions: suggestions(
      '2024-01-05 | 010-1234-5678 | 1 | completed | | | | 24-001\n2024-01-05 | | 1 | | | | | 24-002',
    ),
    executions: executions('2024-02-01 | city | -500'),
  });

  it('names each row by number, category, occasion or funding source, and no personal data', () => {
    const { headings, rows } = MONTHLY_ROWS.table(closing(given).events);
    const shown = rows.map((row) => row.slice(0, 9).join(' | '));
    expect([headings.slice(0, 9).join(' | '), ...shown]).toEqual([
      '월 | 무엇이 | 탭 | 행 | 날짜 | 분류·출처·재원 | 처리상황 | 횟수·건수·금액(원) | 접수번호(없으면 내용 지문)',
      '2024-03 | 추가 | 소통기록 | 2 | 2024-03 | 차담회 |  | 2 | ',
      '2024-03 | 추가 | 건의사항 | 2 | 2024-01-05 | ●●●-●●●●-●●●● | 완료 | 1 | 24-001',
      '2024-03 | 추가 | 건의사항 | 3 | 2024-01-05 |  | 상태 없음 | 1 | 24-002',
      '2024-03 | 추가 | 예산집행 | 2 | 2024-02-01 | 시 |  | -500 | ',
    ]);
  });

  it('of a later month names what was added, changed and removed since', () => {
    const facts = countedFacts(given, date('2024-03-31'), [], TODAY);
    const later = records({
      meetings: meetings([category('차담회')], '2024-03 | 차담회 | 3'),
      suggestions: suggestions(
        '2024-01-05 | 010-1234-5678 | 1 | completed | | | | 24-001\n2024-01-05 | | 1 | | | | | 24-002\n2024-04-01 | 시 | 2 | planned | | | | 24-003',
      ),
      executions: [],
    });
    const { record, events } = closing(later, date('2024-04-30'), [], { month: '2024-03', facts });
    const table = MONTHLY_ROWS.table(events);
    const [before] = facts;
    expect(table.rows.map((row) => [...row.slice(0, 8), row[10]].join(' | '))).toEqual([
      `2024-04 | 바뀜 | 소통기록 | 2 | 2024-03 | 차담회 |  | 3 | #${before?.fingerprint}`,
      '2024-04 | 추가 | 건의사항 | 4 | 2024-04-01 | 시 | 추진예정 | 2 | ',
      '2024-04 | 지움 | 예산집행 | 2 | 2024-02-01 | 시 |  | -500 | ',
    ]);
    expect(monthEventsIn(readBack(table))).toEqual({ events, findings: [] });
    expect(alteredMonths([record], events, ONE_PLEDGE)).toEqual([]);
    expect(labelled(monthlyRecordsTable([record]))).toContain('내역의 앞 달: 2024-03');
  });

  it('of an earlier version may contain folded rows: they are read, and the month still adds up', () => {
    const { record, events } = closing(given);
    const table = MONTHLY_ROWS.table(events);
    const column = table.headings.indexOf('탭');
    const rows = table.rows.map((row) => row.with(column, `보관: ${row[column]}`));
    expect(rows.map((row) => row[column])).toContain('보관: 소통기록');
    const read = monthEventsIn(readBack({ ...table, rows }));
    expect(read).toEqual(monthEventsIn(readBack(table)));
    expect(alteredMonths([record], read.events, ONE_PLEDGE)).toEqual([]);
  });

  it('is read back so that its month still adds up', () => {
    fc.assert(
      fc.property(anyRecords, anyHistory, fc.constantFrom(...MONTH_ENDS), (rows, history, asOf) => {
        const { record, events } = closing(rows, asOf, history);
        const read = monthEventsIn(readBack(MONTHLY_ROWS.table(events)));
        expect(read).toEqual({ events, findings: [] });
        expect(alteredMonths([record], read.events, ONE_PLEDGE)).toEqual([]);
      }),
    );
  });

  const { record, events } = closing(given);
  const table = MONTHLY_ROWS.table(events);

  it('still adds up with a masked name', () => {
    expect(alteredMonths([record], monthEventsIn(readBack(table)).events, ONE_PLEDGE)).toEqual([]);
  });

  it.each([
    { heading: '무엇이', cell: '지움', unreadable: 0 },
    { heading: '횟수·건수·금액(원)', cell: 3, unreadable: 0 },
    { heading: '날짜', cell: { date: isoDateFrom('2024-03-09') ?? date('2024-03-09') }, unreadable: 0 },
    { heading: '날짜', cell: '언젠가', unreadable: 1 },
    { heading: '월', cell: '', unreadable: 1 },
    { heading: '무엇이', cell: '', unreadable: 1 },
    { heading: '탭', cell: '', unreadable: 1 },
    { heading: '행', cell: '', unreadable: 1 },
    { heading: '날짜', cell: '', unreadable: 1 },
    { heading: '횟수·건수·금액(원)', cell: '', unreadable: 1 },
    { heading: '행 지문', cell: '', unreadable: 1 },
    { heading: '행 지문', cell: `지문 ${table.rows[0]?.[9]}`, unreadable: 1 },
    { heading: '행 지문', cell: `${table.rows[0]?.[9]}0`, unreadable: 1 },
    { heading: '탭', cell: '요약', unreadable: 1 },
    { heading: '월', cell: '2024-13', unreadable: 1 },
  ])(
    'with $heading changed to "$cell" makes its month impossible to compare',
    ({ heading, cell, unreadable }) => {
      const read = monthEventsIn(edited(table, heading, cell));
      expect(places(read.findings)).toEqual(unreadable === 0 ? [] : ['monthlyRows 2: damaged-record']);
      const altered = alteredMonths([record], read.events, ONE_PLEDGE);
      expect(places(altered)).toEqual(['monthlyRows: damaged-record']);
      expect(altered.map(({ problem, place }) => messageOf(problem, place).what)).toEqual([
        '2024년 3월 내역이 적힌 뒤에 바뀌어 이 달은 행끼리 비교할 수 없습니다. 기록된 숫자는 그대로 씁니다.',
      ]);
    },
  );

  it('of ten thousand rows is written and read in proportional time', () => {
    const [one] = events;
    if (one === undefined) throw new Error('no event');
    const writeAndRead = (rows: number) => {
      const many = Array.from(
        { length: rows },
        (_, index): MonthEvent => ({
          ...one,
          fact: { ...one.fact, row: index + 2 },
        }),
      );
      expect(monthEventsIn(readBack(MONTHLY_ROWS.table(many))).events).toHaveLength(rows);
    };
    expect(slowdown(writeAndRead, 200, 10_000)).toBeLessThan(10);
  });
});

describe('an edited past', () => {
  const problem = {
    code: 'past-month-changed',
    figure: 'heldMeetings',
    month: '2024-02',
    lastMonth: '2024-02',
  } as const;
  it.each([
    {
      problem: { ...problem, frozen: 91, now: 93 },
      is: '2024년 2월 기록의 누적 소통은 91인데, 지금 그 날짜로 다시 계산하면 93입니다.',
    },
    {
      problem: {
        ...problem,
        figure: 'status completed' as const,
        lastMonth: '2024-04',
        frozen: null,
        now: 3,
      },
      is: '2024년 2월 기록의 건의 완료는 0건인데, 지금 그 날짜로 다시 계산하면 3건입니다. 2024년 4월까지의 기록도 같은 만큼 다릅니다.',
    },
    {
      problem: { ...problem, figure: 'executedWon' as const, frozen: 5_700_000, now: -1 },
      is: '2024년 2월 기록의 예산 집행액은 5,700,000원인데, 지금 그 날짜로 다시 계산하면 △1원입니다.',
    },
  ])('is reported: $is', ({ problem: told, is }) => {
    expect(messageOf(told, null).what).toBe(is);
  });
});

describe('records of the first layout', () => {
  const [headings = [], ...rows] = RECORDS_OF_FIRST_LAYOUT.월별기록 ?? [];
  const tabOf = (given: typeof rows): RawTab => ({
    name: '월별기록',
    rows: [headings, ...given].map((row) => row.map((cell) => cell ?? '')),
  });

  it('are read as they were sealed: each month once, undone and closed again', () => {
    const { records: read, findings } = monthlyRecordsIn(tabOf(rows));
    expect(findings).toEqual([]);
    expect(read.map(({ month, asOf, basedOn }) => `${month} ${asOf} ${basedOn}`)).toEqual([
      '2024-01 2024-01-31 null',
      '2024-02 2024-02-29 2024-01',
    ]);
    expect(read[0]).toMatchObject({
      pledge: null,
      leftOut: null,
      figures: {
        implementationPercent: 2,
        indicators: [
          {
            kind: 'meetings',
            name: null,
            unit: null,
            baseline: null,
            value: 5,
            approximate: false,
            target: 200,
            ratePercent: 2,
          },
        ],
        suggestions: 3,
        statuses: [
          { name: 'completed', count: 2, approximate: false },
          { name: 'inProgress', count: 1, approximate: false },
        ],
        plannedWon: 10_000_000,
        executedWon: 3_900_000,
        executionPercent: 39,
        fundingSources: null,
        chosenStatus: null,
        suggestedStatus: 'partial',
      },
    });
  });

  it('leave a month open that was undone and not closed again', () => {
    expect(monthsClosedIn(tabOf(rows.slice(0, 3)))).toEqual(['2024-01']);
  });

  const sealed = headings.flatMap((heading, column) =>
    ['적은 때', '번호', '앞 행의 지문'].includes(String(heading)) ? [] : [[heading, column] as const],
  );
  it.each(sealed)('are spoilt by another %s', (_heading, column) => {
    const altered = rows.map((row, index) =>
      index === 0 ? row.with(column, typeof row[column] === 'number' ? 77 : '2023-12') : row,
    );
    const { records: read } = monthlyRecordsIn(tabOf(altered));
    expect(read.map(({ month }) => month)).not.toContain('2024-01');
  });

  it('stay as they are where Sheets gives back only the day on which they were written', () => {
    const column = headings.indexOf('적은 때');
    const contents = (given: typeof rows) =>
      MONTHLY_RECORDS.rowsIn(tabOf(given)).rows.map(({ content }) => content);
    expect(contents(rows.map((row) => row.with(column, '2024-02-01')))).toEqual(contents(rows));
  });

  it.each(['월', '기준일', '구분'])('of an undone month are spoilt by another %s', (heading) => {
    const column = headings.indexOf(heading);
    const altered = rows.slice(0, 3).map((row, index) => (index === 2 ? row.with(column, '2023-12') : row));
    expect(monthlyRecordsIn(tabOf(altered)).findings).not.toEqual([]);
  });
});
