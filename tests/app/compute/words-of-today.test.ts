import { describe, expect, it } from 'vitest';
import { computeReportOfRows, EMPTY_CONTEXT } from '../../../src/app/compute/compute.ts';
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
