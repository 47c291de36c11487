/** Going on working after years have been archived and their rows deleted: nothing that is as it should be is told as an error. */
import { describe, expect, it } from 'vitest';
import { computed, NOTHING_AROUND } from '../../src/app/compute.ts';
import { runResultOf } from '../../src/app/run-result.ts';
import { countedFacts, haveSameArchive } from '../../src/domain/row-facts.ts';
import { type RawTabs, readRecords } from '../../src/sheets/input/read-records.ts';
import { rawTab, sampleTabs } from '../sheets/fixtures.ts';
import { type Archived, archivedUpTo, withoutDeletableRows } from '../support/archiving.ts';
import { day } from '../support/workbooks.ts';

const NOTHING: Archived = { archive: [], history: [] };

const HEADINGS = '접수번호 | 접수일 | 출처 | 동 | 건의내용 | 소관부서 | 처리상황 | 처리일';
const NAMES = '종류 | 이름 | 별칭\n소통 | 시장방문 |\n소통 | 차담회 |\n출처 | 연두방문 |';

/** A ledger with these suggestions. */
function ledger(suggestions: readonly string[], changes: RawTabs = {}): RawTabs {
  return {
    ...sampleTabs(),
    classification: rawTab('분류', NAMES),
    meetings: rawTab('소통기록', '일자 | 분류 | 횟수\n2023-04-05 | 차담회 | 3\n2024-03-05 | 시장방문 |'),
    suggestions: rawTab('건의사항', [HEADINGS, ...suggestions].join('\n')),
    executions: rawTab('예산집행', '집행일 | 재원 | 금액(원)\n2023-05-01 | 구 | 3900000'),
    ...changes,
  };
}

function told(tabs: RawTabs, asOf: string, archived: Archived) {
  const around = { ...NOTHING_AROUND, ...archived };
  const { report, accounts, findings } = computed(tabs, day(asOf), day(asOf), around);
  if (report === null) throw new Error('no figures');
  const { meetings, suggestions, budget } = runResultOf(report, accounts, findings);
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return { figures: { meetings, suggestions, budget }, errors };
}

describe('a suggestion that was carried on', () => {
  const SAID = '2023-03-01 | 연두방문 | | | | 추진중 |';

  it.each([
    { why: 'one of two that say the same gets a number', numbers: ['7', ''] },
    { why: 'both of two that say the same get a number', numbers: ['7', '8'] },
  ])('counts on: $why', ({ numbers }) => {
    const archived = archivedUpTo(ledger([`| ${SAID}`, `| ${SAID}`]), 2023, day('2024-01-05'), NOTHING);
    const now = ledger(numbers.map((number) => `${number} | ${SAID}`));
    expect(told(now, '2024-03-31', archived)).toEqual(told(now, '2024-03-31', NOTHING));
  });

  it.each([
    { why: 'still open', end: '추진중 |' },
    { why: 'at its end', end: '완료 | 2024-05-01' },
  ])('may have got a department before the next year is archived: $why', ({ end }) => {
    const first = archivedUpTo(
      ledger(['| 2023-03-01 | 연두방문 | 1동 | | | 추진중 |']),
      2023,
      day('2024-01-05'),
      NOTHING,
    );
    const edited = ledger([`| 2023-03-01 | 연두방문 | 1동 | | 교통과 | ${end}`]);
    const before = told(edited, '2025-03-31', NOTHING);
    expect(told(edited, '2025-03-31', first)).toEqual(before);
    const second = archivedUpTo(edited, 2024, day('2025-01-05'), first);
    expect(told(edited, '2025-03-31', second)).toEqual(before);
    expect(told(withoutDeletableRows(edited, day('2025-03-31'), second), '2025-03-31', second)).toEqual(
      before,
    );
  });
});

describe('a name that 분류 changes', () => {
  it.each([
    { why: 'of a category', from: '소통 | 차담회 |', to: '소통 | 간담회 | 차담회' },
    { why: 'of an origin', from: '출처 | 연두방문 |', to: '출처 | 동 연두방문 | 연두방문' },
    {
      why: 'of two categories to one',
      from: '소통 | 시장방문 |\n소통 | 차담회 |',
      to: '소통 | 방문 | 시장방문, 차담회',
    },
  ])('is no other row, where the archived ones still stand: $why', ({ from, to }) => {
    const rows = [
      '| 2023-03-01 | 연두방문 | | | | 완료 | 2023-05-01',
      '2 | 2023-03-02 | 연두방문 | | | | 추진중 |',
    ];
    const archived = archivedUpTo(ledger(rows), 2023, day('2024-01-05'), NOTHING);
    const renamed = ledger(rows, { classification: rawTab('분류', NAMES.replace(from, to)) });
    const before = told(renamed, '2024-03-31', NOTHING);
    expect(told(renamed, '2024-03-31', archived)).toEqual(before);
    const left = withoutDeletableRows(renamed, day('2024-03-31'), archived);
    expect(left.suggestions?.rows).toHaveLength(2);
    expect(told(left, '2024-03-31', archived)).toEqual(before);
    const archiveOf = (tabs: RawTabs) =>
      countedFacts(readRecords(tabs, [], archived.archive).records, day('2024-03-31'), [], day('2024-03-31'));
    expect(haveSameArchive(archiveOf(ledger(rows)), archiveOf(renamed))).toBe(true);
  });

  it('hides no row that was changed otherwise', () => {
    const archived = archivedUpTo(ledger([]), 2023, day('2024-01-05'), NOTHING);
    const changed = (row: string) =>
      told(
        ledger([], {
          meetings: rawTab('소통기록', `일자 | 분류 | 내용 | 횟수\n${row}\n2024-03-05 | 시장방문 | |`),
        }),
        '2024-03-31',
        archived,
      ).errors;
    expect(changed('2023-04-05 | 차담회 | | 3')).toEqual([]);
    expect(changed('2023-04-05 | 차담회 | | 4')).toEqual(['row-of-archived-year']);
    expect(changed('2023-04-05 | 시장방문 | | 3')).toEqual(['row-of-archived-year']);
    expect(changed('2023-04-06 | 차담회 | | 3')).toEqual(['row-of-archived-year']);
    expect(changed('2023-04-05 | 차담회 | 구청장실에서 | 3')).toEqual(['row-of-archived-year']);
  });
});
