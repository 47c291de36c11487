import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArchiveBlock, ArchiveLine, FoldedCount, OrderedName } from '../../../src/domain/archive.ts';
import { ENDED_STATUSES, FUNDING_SOURCES } from '../../../src/domain/words.ts';
import { messageOf } from '../../../src/sheets/messages.ts';
import { archiveBlocksIn, archiveTable } from '../../../src/sheets/output/archive.ts';
import type { RawCell, RawTab } from '../../../src/sheets/raw.ts';
import { period } from '../../domain/ledger.ts';
import { places } from '../fixtures.ts';
import { readBack } from './own-cells.ts';

const PRINT = '0123456789abcdef';
const exact = (amount: number): FoldedCount => ({ amount, approximate: false });
const about = (amount: number): FoldedCount => ({ amount, approximate: true });

const FOLDED = { rows: 3, fingerprint: PRINT };
const LINES: readonly ArchiveLine[] = [
  {
    ...FOLDED,
    tab: 'meetings',
    date: period('2023-05-09'),
    name: '정책간담회',
    content: '교통',
    count: exact(4),
    groups: exact(2),
    groupsAreSites: true,
    attendees: about(50),
  },
  {
    ...FOLDED,
    tab: 'meetings',
    date: period('2023'),
    name: '이월',
    content: null,
    count: about(8),
    groups: about(7),
    groupsAreSites: false,
    attendees: null,
  },
  {
    ...FOLDED,
    tab: 'suggestions',
    date: period('2022'),
    name: '동 연두방문',
    dong: '송도1동',
    department: '교통과',
    status: 'completed',
    endedIn: period('2023'),
    count: about(12),
  },
  {
    ...FOLDED,
    tab: 'suggestions',
    date: period('2023'),
    name: null,
    dong: null,
    department: null,
    status: 'transferred',
    endedIn: null,
    count: exact(1),
  },
  { ...FOLDED, tab: 'executions', date: period('2023-06-01'), name: 'city', count: exact(-40_000) },
];
const ORDER: readonly OrderedName[] = [
  { kind: 'origin', date: period('2022'), name: '동 연두방문' },
  { kind: 'origin', date: period('2023'), name: null },
  { kind: 'dong', name: '송도1동' },
  { kind: 'department', name: '교통과' },
];
const BLOCK: ArchiveBlock = {
  lastYear: 2023,
  archivedAt: '2024-02-03 10:12:45',
  lines: LINES,
  carried: ['23-017', '#fedcba9876543210'],
  order: ORDER,
};
const table = archiveTable(BLOCK);
const HEADINGS = table.headings;

/** The tab with some cells of a row changed, as a person would; the first line is row 2. */
function edited(row: number, changes: Readonly<Record<string, RawCell>>): RawTab {
  const unknown = Object.keys(changes).filter((heading) => !HEADINGS.includes(heading));
  if (unknown.length > 0) throw new Error(`no column ${unknown.join()}`);
  const rows = readBack(table).rows.map((cells, index) =>
    index === row - 1 ? cells.map((cell, column) => changes[HEADINGS[column] ?? ''] ?? cell) : cells,
  );
  return { name: '보관', rows };
}

/** What is told of a tab, as `보관 row: what`. */
const told = (raw: RawTab) =>
  archiveBlocksIn(raw).findings.map(
    ({ problem, place }) => `${place?.row}: ${messageOf(problem, place).what}`,
  );

describe('보관', () => {
  it('says in words that a clerk knows what the years were folded into', () => {
    const shown = table.rows.map((row) =>
      row
        .slice(2)
        .flatMap((cell, column) => (cell === '' ? [] : [`${HEADINGS[column + 2]} ${cell}`]))
        .join(' | '),
    );
    expect(shown.map((line) => line.replace(` | 지문 #${PRINT}`, ''))).toEqual([
      '무엇 소통기록 | 날짜 2023-05-09 | 분류·출처·재원·접수번호 정책간담회 | 횟수·건수·금액(원) 4 | 단체수 2 | 참석인원 50 | 어림·단위 개소, 참석인원 어림 | 내용 교통 | 원래 행 3',
      '무엇 소통기록 | 날짜 2023 | 분류·출처·재원·접수번호 이월 | 횟수·건수·금액(원) 8 | 단체수 7 | 어림·단위 횟수·건수 어림, 단체수 어림 | 원래 행 3',
      '무엇 건의사항 | 날짜 2022 | 분류·출처·재원·접수번호 동 연두방문 | 동 송도1동 | 소관부서 교통과 | 처리상황 완료 | 처리한 해 2023 | 횟수·건수·금액(원) 12 | 어림·단위 횟수·건수 어림 | 원래 행 3',
      '무엇 건의사항 | 날짜 2023 | 처리상황 이송 | 횟수·건수·금액(원) 1 | 원래 행 3',
      '무엇 예산집행 | 날짜 2023-06-01 | 분류·출처·재원·접수번호 시 | 횟수·건수·금액(원) -40000 | 원래 행 3',
      '무엇 이월 건의 | 분류·출처·재원·접수번호 23-017',
      '무엇 이월 건의 | 분류·출처·재원·접수번호 #fedcba9876543210',
      '무엇 차례: 출처 | 날짜 2022 | 분류·출처·재원·접수번호 동 연두방문',
      '무엇 차례: 출처 | 날짜 2023',
      '무엇 차례: 동 | 분류·출처·재원·접수번호 송도1동',
      '무엇 차례: 부서 | 분류·출처·재원·접수번호 교통과',
      expect.stringMatching(/^무엇 확인 \| 원래 행 11 \| 지문 #[0-9a-f]{16}$/),
    ]);
    expect(new Set(table.rows.map((row) => row.slice(0, 2).join(' ')))).toEqual(
      new Set(['2024-02-03 10:12:45 2023']),
    );
  });

  it('comes back as it was written, blank for what is not known', () => {
    const count = fc.record({ amount: fc.integer({ min: -9, max: 9e12 }), approximate: fc.boolean() });
    const name = fc.constantFrom('시장방문', '구', '12', '개소', '횟수·건수 어림', '2023');
    const common = {
      date: fc.constantFrom('2023-05-09', '2023-05', '2022').map(period),
      count,
      rows: fc.integer({ min: 1, max: 9e5 }),
      fingerprint: fc.stringMatching(/^[0-9a-f]{16}$/),
    };
    const line: fc.Arbitrary<ArchiveLine> = fc.oneof(
      fc.record({
        ...common,
        tab: fc.constant('meetings' as const),
        name,
        content: fc.option(name),
        groups: fc.option(count),
        groupsAreSites: fc.boolean(),
        attendees: fc.option(count),
      }),
      fc.record({
        ...common,
        tab: fc.constant('suggestions' as const),
        name: fc.option(name),
        dong: fc.option(name),
        department: fc.option(name),
        status: fc.constantFrom(...ENDED_STATUSES),
        endedIn: fc.option(fc.constantFrom('2022', '2023').map(period)),
      }),
      // Won are never an estimate.
      fc.record({
        ...common,
        count: count.map(({ amount }) => exact(amount)),
        tab: fc.constant('executions' as const),
        name: fc.constantFrom(...FUNDING_SOURCES),
      }),
    );
    const block = fc.record({
      lastYear: fc.integer({ min: 2000, max: 2100 }),
      archivedAt: fc.constant('2024-02-03 10:12:45'),
      lines: fc.array(line),
      carried: fc.array(fc.constantFrom('23-017', `#${PRINT}`)),
      order: fc.constantFrom([], ORDER),
    });
    fc.assert(
      fc.property(block, (written) => {
        const { blocks, findings } = archiveBlocksIn(readBack(archiveTable(written)));
        const lines = written.lines.map((one, index) => ({ row: index + 2, line: one }));
        expect([blocks, findings]).toEqual([[{ ...written, lines }], []]);
      }),
    );
  });

  it('of several archivings is a block for each, in whatever order their lines stand', () => {
    const earlier = { ...BLOCK, lastYear: 2022, archivedAt: '2023-02-01 09:00:00', carried: [], order: [] };
    const again = { ...BLOCK, lastYear: 2022 };
    const rows = [BLOCK, earlier, again].flatMap((block) => archiveTable(block).rows);
    const sorted = [...rows].sort((one, other) => (String(one[2]) < String(other[2]) ? -1 : 1));
    for (const order of [rows, sorted]) {
      const { blocks, findings } = archiveBlocksIn({ name: '보관', rows: [HEADINGS, ...order] });
      expect(findings).toEqual([]);
      expect(
        blocks.map(({ lastYear, archivedAt, lines }) => [lastYear, archivedAt, lines.length]).sort(),
      ).toEqual([
        [2022, '2023-02-01 09:00:00', 5],
        [2022, '2024-02-03 10:12:45', 5],
        [2023, '2024-02-03 10:12:45', 5],
      ]);
    }
  });

  it('of nothing is the headings alone', () => {
    expect(archiveTable(null)).toMatchObject({ headings: HEADINGS, rows: [] });
    expect(archiveBlocksIn(readBack(archiveTable(null)))).toEqual({ blocks: [], findings: [] });
  });
});

describe('an archiving that is not as it was written', () => {
  const ALTERED = '2023년까지를 보관한 줄이 적힌 뒤에 바뀌어 이 보관은 세지 않았습니다.';
  const UNREADABLE = '프로그램이 적은 기록 가운데 1행을 읽을 수 없어 쓰지 않았습니다. 여기가 그 첫 행입니다.';

  it.each<[number, Readonly<Record<string, RawCell>>]>([
    [2, { 날짜: '2023-05-10' }],
    [2, { 분류·출처·재원·접수번호: '시장방문' }],
    [2, { '횟수·건수·금액(원)': 5 }],
    [2, { 단체수: '' }],
    [2, { 단체수: 3 }],
    [2, { 참석인원: 51 }],
    [2, { 어림·단위: '참석인원 어림' }],
    [2, { 어림·단위: '개소' }],
    [2, { 내용: '' }],
    [2, { '원래 행': 4 }],
    [2, { 지문: '#0000000000000000' }],
    [4, { 동: '송도2동' }],
    [4, { 소관부서: '' }],
    [4, { 처리상황: '이송' }],
    [4, { '처리한 해': '' }],
    [4, { 어림·단위: '' }],
    [6, { 분류·출처·재원·접수번호: '구' }],
    [7, { 분류·출처·재원·접수번호: '23-018' }],
    [9, { 날짜: '2023' }],
    [11, { 분류·출처·재원·접수번호: '송도2동' }],
    [12, { 무엇: '차례: 동' }],
    [13, { 지문: '#0000000000000000' }],
  ])('(row %i with %j) counts nothing, and is told of', (row, changes) => {
    expect(archiveBlocksIn(edited(row, changes)).blocks).toEqual([]);
    expect(told(edited(row, changes))).toEqual([`2: ${ALTERED}`]);
    expect(places(archiveBlocksIn(edited(row, changes)).findings)).toEqual(['archive 2: damaged-archive']);
  });

  it.each<[number, Readonly<Record<string, RawCell>>]>([
    [3, { '보관한 때': '' }],
    [3, { '어느 해까지': '' }],
    [3, { '어느 해까지': '작년' }],
    [3, { 무엇: '' }],
    [3, { 무엇: '소통' }],
    [3, { 날짜: '' }],
    [3, { 날짜: '언젠가' }],
    [3, { '횟수·건수·금액(원)': '' }],
    [3, { '원래 행': '' }],
    [3, { 단체수: '여럿' }],
    [3, { 지문: '' }],
    [3, { 지문: `지문 #${PRINT}` }],
    [3, { 지문: `#${PRINT}0` }],
    [4, { 처리상황: '' }],
    [4, { 처리상황: '추진중' }],
    [6, { 분류·출처·재원·접수번호: '' }],
    [6, { 분류·출처·재원·접수번호: '도비' }],
    [7, { 분류·출처·재원·접수번호: '' }],
    [9, { 날짜: '' }],
    [11, { 분류·출처·재원·접수번호: '' }],
  ])('(row %i with %j, which cannot be read) counts nothing either', (row, changes) => {
    expect(archiveBlocksIn(edited(row, changes)).blocks).toEqual([]);
    expect(told(edited(row, changes))).toEqual([`${row}: ${UNREADABLE}`, `2: ${ALTERED}`]);
    expect(places(archiveBlocksIn(edited(row, changes)).findings)).toEqual([
      `archive ${row}: damaged-record`,
      'archive 2: damaged-archive',
    ]);
  });

  const { name, rows } = readBack(table);
  it.each<[string, RawTab['rows'], string]>([
    ['without a line', rows.filter((_, index) => index !== 3), ALTERED],
    ['with a line twice', [...rows, ...rows.slice(1, 2)], ALTERED],
    ['with two lines that confirm it', [...rows, ...rows.slice(-1)], ALTERED],
    [
      'without the line that confirms it',
      rows.slice(0, -1),
      "2023년까지를 보관한 줄에 '확인' 줄이 없어 이 보관은 세지 않았습니다. 보관이 도중에 끊겼거나 그 줄이 지워졌습니다.",
    ],
  ])('(%s) counts nothing', (_, left, what) => {
    expect(archiveBlocksIn({ name, rows: left }).blocks).toEqual([]);
    expect(told({ name, rows: left })).toEqual([`2: ${what}`]);
    expect(archiveBlocksIn({ name, rows: left }).findings[0]?.problem).toEqual({
      code: 'damaged-archive',
      damage: what === ALTERED ? 'altered' : 'unsealed',
      lastYear: 2023,
    });
  });

  it('leaves the others as they are', () => {
    const earlier = { ...BLOCK, lastYear: 2022, archivedAt: '2023-02-01 09:00:00' };
    const raw = { name, rows: [...rows.slice(0, -1), ...archiveTable(earlier).rows] };
    expect(archiveBlocksIn(raw).blocks.map(({ lastYear }) => lastYear)).toEqual([2022]);
    expect(told(raw)).toHaveLength(1);
  });
});
