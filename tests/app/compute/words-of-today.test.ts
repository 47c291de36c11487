import { describe, expect, it } from 'vitest';
import { computeReportOfRows, EMPTY_CONTEXT } from '../../../src/app/compute/compute.ts';
import {
  inNamesOf,
  recordInWordsOfToday,
  rowsInWordsOfToday,
  withStatusesOf,
} from '../../../src/app/compute/words-of-today.ts';
import type { RowsBehind } from '../../../src/domain/months/month-events.ts';
import type { MonthlyFigures } from '../../../src/domain/months/monthly-figures.ts';
import type { MonthlyRecord } from '../../../src/domain/months/monthly-record.ts';
import type { RowFact } from '../../../src/domain/months/row-facts.ts';
import type { StatusChange } from '../../../src/domain/suggestions/status-history.ts';
import { newStatusChanges } from '../../../src/domain/suggestions/status-history.ts';
import type { HandlingStatus } from '../../../src/domain/words.ts';
import { readRecords } from '../../../src/sheets/input/read-records.ts';
import { rawTab } from '../../sheets/fixtures.ts';
import { day } from '../../support/day.ts';

const TODAY = day('2024-06-01');

/** What an earlier run saw of the one suggestion, A-1, before somebody edited the names in 분류. */
function seen(to: StatusChange['to']): readonly StatusChange[] {
  return [{ key: 'A-1', seenOn: day('2024-01-10'), from: null, to, handledOn: null, signs: [] }];
}

function computed(names: string, status: string, before: StatusChange['to'], asOf: string) {
  const read = readRecords({
    pledge: rawTab('공약', '항목 | 값\n공약번호 | 1'),
    targets: rawTab('연차목표', '연도 | 누적목표\n2024 | 1'),
    classification: rawTab('분류', `종류 | 이름 | 별칭\n${names}`),
    meetings: rawTab('소통기록', '일자 | 분류'),
    suggestions: rawTab(
      '건의사항',
      `접수번호 | 접수일 | 출처 | 처리상황\nA-1 | 2024-01-05 | 방문 | ${status}`,
    ),
    budgetPlans: rawTab('예산계획', '연도 | 재원 | 금액(백만원)'),
    executions: rawTab('예산집행', '집행일 | 재원 | 금액(원)'),
  });
  return computeReportOfRows(read, day(asOf), TODAY, { ...EMPTY_CONTEXT, history: seen(before) });
}

describe('the history of a status that was renamed', () => {
  it.each<[string, string, string, StatusChange['to'], HandlingStatus]>([
    [
      'one of the office, under a new name',
      '처리상황 | 장기추진 | 장기검토',
      '장기추진',
      'own:장기검토',
      'own:장기추진',
    ],
    [
      'one of the office, in rows that keep the old name',
      '처리상황 | 장기추진 | 장기검토',
      '장기검토',
      'own:장기추진',
      'own:장기추진',
    ],
    [
      'a built-in one that the office now calls otherwise',
      '처리상황 | 향후추진 | 추진예정',
      '향후추진',
      'planned',
      'planned',
    ],
    [
      'a built-in one, written down under the name of the office',
      '처리상황 | 향후추진 | 추진예정',
      '향후추진',
      'own:향후추진',
      'planned',
    ],
    [
      'a word that has become an alias of a built-in one',
      '처리상황 | 추진중 | 추진대기',
      '추진중',
      'own:추진대기',
      'inProgress',
    ],
  ])('goes on: %s', (_, names, status, before, word) => {
    const { report, history, read } = computed(names, status, before, '2024-03-31');
    expect(report?.suggestions?.all.statuses[word]?.value).toBe(1);
    expect(newStatusChanges(read.records.suggestions ?? [], history, TODAY)).toEqual([]);
  });

  it('breaks off where another status was chosen, and a past date keeps the one that is listed no more', () => {
    const { report, history, read } = computed('처리상황 | 완료', '완료', 'own:장기검토', '2024-03-31');
    expect(report?.suggestions?.all.statuses['own:장기검토']?.value).toBe(1);
    expect(newStatusChanges(read.records.suggestions ?? [], history, TODAY)).toMatchObject([
      { from: 'own:장기검토', to: 'completed' },
    ]);
  });
});

/** What 분류 says today: 장기추진 was 장기검토, 기금 was 군비, and 특별회계 has become the city’s money. */
const { read: TODAYS } = computed(
  '처리상황 | 장기추진 | 장기검토\n처리상황 | 향후추진 | 추진예정\n재원 | 기금 | 군비\n재원 | 시 | 특별회계',
  '장기추진',
  'own:장기추진',
  '2024-03-31',
);

describe('a closed month in the names of today', () => {
  const figures = (given: Partial<MonthlyFigures>): MonthlyFigures => {
    const record = { figures: { statuses: null, fundingSources: null, ...given } } as MonthlyRecord;
    return recordInWordsOfToday(record, TODAYS).figures;
  };
  const status = (name: NonNullable<MonthlyFigures['statuses']>[number]['name'], count: number) => ({
    name,
    count,
    approximate: false,
  });
  const money = (name: string, plannedWon: number | null, executedWon: number | null) =>
    ({ name, plannedWon, executedWon }) as NonNullable<MonthlyFigures['fundingSources']>[number];

  it.each<[string, MonthlyFigures['statuses'], MonthlyFigures['statuses']]>([
    ['without any on record has none', null, null],
    ['has the new name', [status('own:장기검토', 2)], [status('own:장기추진', 2)]],
    [
      'has the sum of two that are now one',
      [status('own:장기검토', 2), status('completed', 1), status('own:장기추진', 3)],
      [status('own:장기추진', 5), status('completed', 1)],
    ],
    [
      'has an approximate sum where one was',
      [status('own:장기추진', 3), { ...status('own:장기검토', 2), approximate: true }],
      [{ ...status('own:장기추진', 5), approximate: true }],
    ],
    [
      'keeps a name that is listed no more, and what has no name',
      [status('own:심의중', 2), status('noStatus', 1), status('planned', 4)],
      [status('own:심의중', 2), status('noStatus', 1), status('planned', 4)],
    ],
  ])('%s', (_, statuses, expected) => {
    expect(figures({ statuses })).toEqual({ statuses: expected, fundingSources: null });
  });

  it.each<[string, MonthlyFigures['fundingSources'], MonthlyFigures['fundingSources']]>([
    ['without money on record has none', null, null],
    ['has the new name of a fund', [money('own:군비', 7, 3)], [money('own:기금', 7, 3)]],
    [
      'has the sums of two funds that are now one',
      [money('own:특별회계', 7, 3), money('city', 5, 1), money('national', 2, 0)],
      [money('city', 12, 4), money('national', 2, 0)],
    ],
    [
      'adds what is known, and knows no zero',
      [money('own:특별회계', 7, null), money('city', null, null)],
      [money('city', 7, null)],
    ],
  ])('%s', (_, fundingSources, expected) => {
    expect(figures({ fundingSources })).toEqual({ statuses: null, fundingSources: expected });
  });

  it.each<[string, Partial<RowFact>, Partial<RowFact>]>([
    ['the status of a suggestion', { status: 'own:장기검토' }, { status: 'own:장기추진', isRenamed: true }],
    [
      'the fund of an execution',
      { tab: 'executions', name: 'own:군비', status: null },
      { name: 'own:기금', isRenamed: true },
    ],
    ['but no occasion of that name', { name: 'own:군비', status: 'completed' }, { name: 'own:군비' }],
    ['and nothing that kept its name', { status: 'own:장기추진' }, { status: 'own:장기추진' }],
  ])('has rows with the new names: %s', (_, given, expected) => {
    const fact = { tab: 'suggestions', name: '누리집', status: null, row: 2, ...given } as RowFact;
    const rows = rowsInWordsOfToday({ status: 'known', facts: [fact] }, TODAYS);
    expect(rows).toEqual({ status: 'known', facts: [{ ...fact, ...expected }] });
  });

  it('whose rows are lost stays without', () => {
    const lost: RowsBehind = { status: 'unknown', month: '2024-02' };
    expect(rowsInWordsOfToday(lost, TODAYS)).toEqual(lost);
  });
});

describe('a status is written down', () => {
  const { lists } = TODAYS.records;
  const change = (from: StatusChange['from'], to: StatusChange['to']) => ({
    ...(seen(to)[0] as StatusChange),
    from,
  });

  it.each<[StatusChange['to'], StatusChange['to']]>([
    ['planned', 'own:향후추진'],
    ['completed', 'completed'],
    ['own:장기추진', 'own:장기추진'],
    ['own:심의중', 'own:심의중'],
    ['noStatus', 'noStatus'],
  ])('%s as %s', (status, written) => {
    expect(inNamesOf(lists, change(status, 'completed'))).toEqual(change(written, 'completed'));
    expect(inNamesOf(lists, change(null, status))).toEqual(change(null, written));
  });

  it('and listed where only the history has it, once, as not ended', () => {
    const history = [
      ...seen('own:심의중'),
      ...seen('own:장기추진'),
      ...seen('own:심의중'),
      ...seen('completed'),
    ];
    expect(withStatusesOf(history, lists).statuses).toEqual([
      ...lists.statuses,
      { word: 'own:심의중', name: '심의중', ended: false },
    ]);
    expect(withStatusesOf(seen('noStatus'), lists)).toBe(lists);
  });
});
