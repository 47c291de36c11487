/** Lines of the archive go by the names that the tabs use today. */
import { describe, expect, it } from 'vitest';
import type { ArchiveLine, OrderedName, StoredBlock } from '../../../src/domain/archive.ts';
import type { InputTab } from '../../../src/domain/tabs.ts';
import { type RawTabs, readRecords } from '../../../src/sheets/input/read-records.ts';
import { INPUT_TAB_NAMES } from '../../../src/sheets/input/tabs.ts';
import { period } from '../../domain/ledger.ts';
import { rawTab } from '../fixtures.ts';

const WORKBOOK: Partial<Record<InputTab, string>> = {
  pledge: '항목 | 값\n시작연도 | 2022\n종료연도 | 2026',
  targets: '연도 | 누적목표\n2023 | 50',
  meetings: '일자 | 분류\n2024. 1. 5. | 시장방문',
  suggestions: '접수일 | 출처 | 동 | 소관부서\n2024. 1. 5. | 연두방문 | 송도 1동 | 교통 과',
  budgetPlans: '연도 | 재원 | 금액(백만원)\n2022 | 구 | 3',
  executions: '집행일 | 재원 | 금액(원)',
};
const LISTED = `종류 | 이름 | 별칭
소통 | 시장방문 | 인천시장 방문
출처 | 연두방문 | 동 연두방문`;

const COUNT = { amount: 3, approximate: false };
const FOLDED = { rows: 3, fingerprint: '0123456789abcdef', count: COUNT };
const meeting = (name: string): ArchiveLine => ({
  ...FOLDED,
  tab: 'meetings',
  date: period('2023-05-01'),
  name,
  content: '교통',
  groups: null,
  groupsAreSites: false,
  attendees: { amount: 7, approximate: true },
});
const suggestion = (name: string | null, dong: string | null, department: string | null): ArchiveLine => ({
  ...FOLDED,
  tab: 'suggestions',
  date: period('2023'),
  name,
  dong,
  department,
  status: 'completed',
  endedIn: period('2023'),
});
const execution: ArchiveLine = { ...FOLDED, tab: 'executions', date: period('2023-05-01'), name: 'city' };

function readWith(
  lines: readonly ArchiveLine[],
  classification: string | null = null,
  order: readonly OrderedName[] = [],
) {
  const tabs: RawTabs = Object.fromEntries(
    Object.entries({ ...WORKBOOK, ...(classification === null ? {} : { classification }) }).map(
      ([tab, text]) => [
        tab,
        // The keys of the workbook are input tabs.
        rawTab(INPUT_TAB_NAMES[tab as InputTab], text),
      ],
    ),
  );
  const block: StoredBlock = {
    lastYear: 2023,
    archivedAt: '2024-02-03 10:00:00',
    lines: lines.map((line, index) => ({ row: index + 2, line })),
    carried: [],
    order,
  };
  return readRecords(tabs, [], [block]).records;
}

describe('a category of archived years', () => {
  it.each([
    { what: 'listed', name: '시장방문', shown: 'named 시장방문', isSame: true },
    {
      what: 'listed now as another name of one',
      name: '인천시장 방문',
      shown: 'named 시장방문',
      isSame: true,
    },
    { what: 'listed no longer', name: '차담회', shown: 'named 차담회', isSame: false },
    { what: 'built in', name: '이월', shown: 'openingBalance 이월', isSame: false },
    { what: 'that says there was none', name: '미분류', shown: 'uncategorised 미분류', isSame: false },
  ])('$what', ({ name, shown, isSame }) => {
    const { archived, meetings } = readWith([meeting(name), meeting(name)], LISTED);
    const [first, second] = archived.meetings;
    expect(`${first?.category.kind} ${first?.category.name}`).toBe(shown);
    expect(second?.category).toBe(first?.category);
    expect(first?.category === meetings?.[0]?.category).toBe(isSame);
  });

  it('that nobody lists is that of the rows', () => {
    const { archived, meetings } = readWith([meeting('시장 방문')]);
    expect(meetings?.[0]?.category).toBe(archived.meetings[0]?.category);
    expect(archived.meetings[0]?.category.name).toBe('시장 방문');
  });
});

describe('the names of archived suggestions', () => {
  it('are those of the rows, as they were first written', () => {
    const { archived, suggestions } = readWith(
      [suggestion('동 연두방문', '송도1동', '교통과'), suggestion(null, null, null)],
      LISTED,
    );
    expect(archived.suggestions.map(({ origin, dong, department }) => [origin, dong, department])).toEqual([
      ['연두방문', '송도1동', '교통과'],
      [null, null, null],
    ]);
    expect(suggestions?.map(({ origin, dong, department }) => [origin, dong, department])).toEqual([
      ['연두방문', '송도1동', '교통과'],
    ]);
  });

  it('that 분류 no longer lists stay as they were', () => {
    expect(readWith([suggestion('초도방문', null, null)], LISTED).archived.suggestions[0]?.origin).toBe(
      '초도방문',
    );
  });

  it('stand in their order under the names of today', () => {
    const { order } = readWith([], LISTED, [
      { kind: 'origin', date: period('2023'), name: '동 연두방문' },
      { kind: 'origin', date: period('2022'), name: null },
      { kind: 'dong', name: '송도1동' },
      { kind: 'department', name: '교통과' },
    ]).archived;
    expect(order).toEqual([
      { kind: 'origin', date: period('2023'), name: '연두방문' },
      { kind: 'origin', date: period('2022'), name: null },
      { kind: 'dong', name: '송도1동' },
      { kind: 'department', name: '교통과' },
    ]);
  });

  it('are of a dong or a department also where an origin is called so', () => {
    const { order } = readWith([], `${LISTED}, 송도1동, 교통과`, [
      { kind: 'dong', name: '송도1동' },
      { kind: 'department', name: '교통과' },
    ]).archived;
    expect(order.map(({ name }) => name)).toEqual(['송도1동', '교통과']);
  });
});

it('each line is a row of 보관', () => {
  const { archived } = readWith([meeting('시장방문'), suggestion('연두방문', null, null), execution]);
  const source = (row: number, amount = 3, approximate = false) => ({
    tab: 'archive',
    row,
    amount,
    approximate,
  });
  expect(archived.lastDay).toBe('2023-12-31');
  expect(archived.meetings).toMatchObject([
    {
      held: source(2),
      groups: null,
      attendees: source(2, 7, true),
      content: '교통',
      place: null,
      yearsNamed: [],
    },
  ]);
  expect(archived.suggestions).toMatchObject([
    { received: source(3), number: null, status: 'completed', handledOn: period('2023') },
  ]);
  expect(archived.executions).toEqual([
    { date: period('2023-05-01'), fundingSource: 'city', executed: source(4) },
  ]);
});
