/**
 * A suggestion whose number or text changed is not taken for a new one that always had its present status,
 * nor for another one.
 */
import { describe, expect, it } from 'vitest';
import type { CompareAnswer } from '../../src/app/months/compare-months.ts';
import type { RunResult } from '../../src/app/result/run-result.ts';
import type { DocumentState } from '../../src/local/host/host.ts';
import { hostOf, rowsByHeading, runAnswer } from '../support/running.ts';
import { ledger, refill } from '../support/workbooks.ts';

const HEADINGS = '접수번호 | 접수일 | 출처 | 건의내용 | 처리상황 | 처리일 | 건수';
const rowsOf = (...rows: readonly string[]) => [HEADINGS, ...rows].join('\n');
const UNNUMBERED = ' | [2024-01-10] | 갑 | 가로등 | 추진중 | | 5';

function run(document: DocumentState, day: string, functionName: string, args: readonly unknown[] = []) {
  return hostOf(document, { now: () => new Date(`${day}T01:00:00Z`) }).execute(functionName, args);
}

function recalculatedOn(document: DocumentState, day: string, asOf: string): RunResult {
  const answer = runAnswer(run(document, day, 'recalculateAll', [asOf]));
  if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
  return answer.result;
}

/**
 * Statuses as of 31 March, computed in June, after a run of March saw `before` and a run of April `after`.
 * Also the finding about changed suggestions.
 */
function marchOf(before: string, after: string) {
  const document = ledger({ 분류: null, 건의사항: rowsOf(...before.split('\n')) });
  recalculatedOn(document, '2024-03-31', '2024-03-31');
  refill(document, '건의사항', rowsOf(...after.split('\n')));
  recalculatedOn(document, '2024-04-20', '2024-04-20');
  // Long after the change.
  const { suggestions, findings } = recalculatedOn(document, '2024-06-01', '2024-03-31');
  const counts: Record<string, number> = {};
  for (const { statuses, noStatus } of suggestions?.sources ?? []) {
    for (const [status, count] of Object.entries(statuses)) counts[status] = (counts[status] ?? 0) + count;
    if (noStatus > 0) counts['상태 없음'] = noStatus;
  }
  const told = findings.find(({ code }) => code === 'suggestions-renamed');
  return { counts, told: told === undefined ? null : `${told.severity} ${told.cell} ${told.message}` };
}

describe('the status at a past date of a suggestion', () => {
  const UNKNOWN = { '기준일 당시 미상': 5 };
  it.each([
    ['whose number was filled in later', UNNUMBERED, '1 | [2024-01-10] | 갑 | 가로등 | 완료 | | 5'],
    ['that was renumbered', `1${UNNUMBERED}`, '001 | [2024-01-10] | 갑 | 가로등 | 완료 | | 5'],
    ['whose number was taken away', `1${UNNUMBERED}`, ' | [2024-01-10] | 갑 | 가로등 | 완료 | | 5'],
    [
      'that could not be told from another until they were numbered',
      `${UNNUMBERED}\n${UNNUMBERED}`.replaceAll('| 5', '| 2'),
      '1 | [2024-01-10] | 갑 | 가로등 | 완료 | | 2\n2 | [2024-01-10] | 갑 | 가로등 | 완료 | | 3',
    ],
    ['whose text was edited', UNNUMBERED, ' | [2024-01-10] | 갑 | 가로등 교체 | 완료 | | 5'],
    ['whose day was corrected', UNNUMBERED, ' | [2024-01-11] | 갑 | 가로등 | 완료 | | 5'],
    [
      'whose count was corrected',
      UNNUMBERED.replace('| 5', '| 4'),
      ' | [2024-01-10] | 갑 | 가로등 | 완료 | | 5',
    ],
  ])('%s is unknown, and a finding says so', (_, before, after) => {
    const { counts, told } = marchOf(before, after);
    expect(counts).toEqual(UNKNOWN);
    expect(told).toMatch(
      /^warning A2 .*바뀐 것으로 보이는 건의가 [12]행.*2024\. 4\. 20\. 전의 처리상황은 알 수 없어/,
    );
  });

  it.each([
    [
      'that was entered late, while no other went',
      UNNUMBERED,
      `${UNNUMBERED}\n2 | [2024-02-01] | 을 | 벤치 | 완료 | | 1`,
      { 추진중: 5, 완료: 1 },
    ],
    [
      'of another kind than the one that was deleted',
      `${UNNUMBERED}\n2 | [2024-02-01] | 을 | 벤치 | 추진중 | | 1`,
      `${UNNUMBERED}\n3 | [2024-02-05] | 병 | 화분 | 완료 | | 2`,
      { 추진중: 5, 완료: 2 },
    ],
    [
      'that was handled on a day that stands in its row',
      UNNUMBERED,
      '1 | [2024-01-10] | 갑 | 가로등 | 완료 | [2024-02-10] | 5',
      { 완료: 5 },
    ],
  ])('%s is what its row says', (_, before, after, counts) => {
    expect(marchOf(before, after).counts).toEqual(counts);
  });

  it('is known again when the change is reverted', () => {
    const document = ledger({ 건의사항: rowsOf(UNNUMBERED) });
    recalculatedOn(document, '2024-03-31', '2024-03-31');
    refill(document, '건의사항', rowsOf('1 | [2024-01-10] | 갑 | 가로등 | 완료 | | 5'));
    const seen = recalculatedOn(document, '2024-04-20', '2024-04-20').findings;
    expect(seen.map(({ code }) => code)).toContain('suggestions-renamed');
    refill(document, '건의사항', rowsOf(UNNUMBERED.replace('추진중', '완료')));
    recalculatedOn(document, '2024-04-21', '2024-04-21');
    const { suggestions, findings } = recalculatedOn(document, '2024-06-01', '2024-03-31');
    expect(suggestions?.sources.map(({ statuses }) => statuses)).toEqual([{ 추진중: 5 }]);
    expect(findings.map(({ code }) => code)).not.toContain('suggestions-renamed');
  });

  it('is not lost if its tab could not be read for a while', () => {
    const document = ledger({ 건의사항: rowsOf(UNNUMBERED) });
    recalculatedOn(document, '2024-03-31', '2024-03-31');
    refill(document, '건의사항', rowsOf(UNNUMBERED).replace('접수일', '딴것'));
    run(document, '2024-04-01', 'recalculateAll');
    refill(document, '건의사항', rowsOf(UNNUMBERED.replace('추진중', '완료')));
    recalculatedOn(document, '2024-04-20', '2024-04-20');
    expect(recalculatedOn(document, '2024-06-01', '2024-03-31').suggestions?.sources[0]?.statuses).toEqual({
      추진중: 5,
    });
  });
});

describe('지난달과 비교', () => {
  const compared = (before: string, after: string): string => {
    const document = ledger({ 건의사항: rowsOf(before) });
    run(document, '2024-02-03', 'closeMonth');
    refill(document, '건의사항', rowsOf(after));
    const { result, error } = run(document, '2024-02-25', 'compareWithMonth', ['']);
    if (error !== null) throw error;
    // This type describes what the bundle's function returns.
    const answer = result as CompareAnswer;
    return answer.status === 'done' ? answer.lines.join('\n') : answer.messages.join('\n');
  };

  it('treats two receipt numbers that occupied the same row as two suggestions', () => {
    const text = compared('N5 | [2023-12-15] | 을 | | 검토중 | | 30', 'N12 | [2024-01-02] | 갑 | | | | 11');
    expect(text).not.toContain('바뀐 행');
    expect(text).toMatch(/없어진 행 1행\n· 건의사항 2행: .*N5.*30건/);
    expect(text).toMatch(/늦게 들어온 행 1행\n· 건의사항 2행: .*N12.*11건/);
  });

  it('treats two receipt numbers as two suggestions even if day and occasion are the same', () => {
    expect(
      compared('N5 | [2024-01-02] | 갑 | | 검토중 | | 30', 'N12 | [2024-01-02] | 갑 | | | | 11'),
    ).not.toContain('바뀐 행');
  });

  it('treats a number that was filled in as a change of its row', () => {
    expect(compared(UNNUMBERED, `1${UNNUMBERED}`)).toContain('바뀐 행 1행');
  });
});

describe('what is stored about a suggestion', () => {
  // The telephone numbers below are obviously made up.
  const keptOf = (row: string) => {
    const document = ledger({ 건의사항: rowsOf(row) });
    run(document, '2024-02-03', 'closeMonth');
    return ['처리이력', '월별내역'].flatMap((tab) =>
      rowsByHeading(document, tab)
        .filter((cells) => tab === '처리이력' || cells.탭 === '건의사항')
        .map((cells) =>
          ['접수번호(없으면 내용 지문)', '행 표지', '행 지문'].map((heading) => cells[heading]),
        ),
    );
  };
  it.each([
    ['its number', (mobile: string) => `${mobile} | [2024-01-10] | 갑 | 가로등 | 추진중 | | 5`],
    [
      'its number, after another',
      (mobile: string) => `2024-15 ${mobile} | [2024-01-10] | 갑 | 가로등 | 추진중 | | 5`,
    ],
    ['its text', (mobile: string) => ` | [2024-01-10] | 갑 | ${mobile} 가로등 | 추진중 | | 5`],
    ['its occasion', (mobile: string) => ` | [2024-01-10] | ${mobile} | 가로등 | 추진중 | | 5`],
  ])('is the same for any mobile number in %s, so none can be derived from it', (_, rowWith) => {
    const kept = keptOf(rowWith('010-1234-5678'));
    expect(kept).toEqual(keptOf(rowWith('010-9999-0000')));
    expect(JSON.stringify(kept)).not.toMatch(/1234|5678/);
  });
});
