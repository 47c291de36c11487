/** A filled column under a heading that nobody knows: which of the missing ones it may be, or that it is none. */
import { describe, expect, it } from 'vitest';
import { readRows } from '../../../../src/sheets/input/rows/read-rows.ts';
import { executionsTab, meetingsTab, suggestionsTab } from '../../../../src/sheets/input/tabs.ts';
import { places, rawTab, readContext } from '../../fixtures.ts';

type Tab = typeof meetingsTab | typeof suggestionsTab | typeof executionsTab;

/** What is told of a last column with this heading and cell: `= 횟수` where it is likely that, `? …` what it may be. */
function told(tab: Tab, headings: string, row: string, heading: string, cell: string): string {
  const raw = rawTab(tab.name, `${headings} | ${heading}\n${row} | ${cell}`);
  const [problem] = readRows(tab as typeof meetingsTab, raw, readContext()).findings.flatMap((finding) =>
    finding.problem.code === 'unread-column' || finding.problem.code === 'unused-columns'
      ? [finding.problem]
      : [],
  );
  if (problem === undefined) return 'nothing';
  if (problem.code === 'unused-columns') return `unused ${problem.columns.join(', ')}`;
  return problem.nearest === null ? `? ${problem.missing.join(', ')}` : `= ${problem.nearest}`;
}

describe('in 소통기록 without its numbers, a column', () => {
  it.each([
    ['실적(횟수)', '15', '= 횟수'],
    ['횟수(회)', '15', 'nothing'],
    ['우리 참석인원 수', '15', '= 참석인원'],
    ['회', '15', '= 횟수'],
    ['(회)', '15', '= 횟수'],
    ['명', '15', '= 참석인원'],
    ['횟쑤', '15', '= 횟수'],
    ['사람', '15', '? 횟수, 단체수, 참석인원'],
    ['', '15', '? 횟수, 단체수, 참석인원'],
    ['', '메모', '? 횟수, 단체수, 참석인원'],
    ['사람', '많음', 'unused 사람'],
    ['담당', '과장', 'unused 담당'],
    // Row numbers and remarks count nothing.
    ...['연번', '순번', '번호', 'No', 'NO.', '일련번호', '비고', '메모'].map((heading) => [
      heading,
      '15',
      'nothing',
    ]),
  ])('%o above %s: %s', (heading, cell, is) => {
    expect(told(meetingsTab, '일자 | 분류', '2024. 3. 5. | 시장방문', heading, cell)).toBe(is);
  });
});

describe('in 건의사항 without its number and status, a column', () => {
  it.each([
    ['번호', '7', '= 접수번호'],
    ['처리상항', '완료', '= 처리상황'],
    ['판정', '완료', '? 처리상황'],
    ['결과', '완료', '= 처리상황'],
    ['판정', '우리가 함', 'unused 판정'],
    ['건', '12', '= 건수'],
    ['연락', '없음', 'unused 연락'],
  ])('%o above %s: %s', (heading, cell, is) => {
    expect(told(suggestionsTab, '접수일 | 출처', '2024. 1. 9. | 동 연두방문', heading, cell)).toBe(is);
  });
});

it('of several that are none, all are named together at the first, a blank heading by its letter', () => {
  const raw = rawTab(
    '예산집행',
    '집행일 | 재원 | 집행액 | 담당 | | 연락\n2024-03-05 | 구 | 1000 | 과장 | 참 | 전화',
  );
  const { findings } = readRows(executionsTab, raw, readContext());
  expect(findings.map(({ problem }) => problem)).toContainEqual({
    code: 'unused-columns',
    columns: ['담당', 'E열', '연락'],
  });
  expect(places(findings)).toContain('executions 1 column 4: unused-columns');
});

it('of two under one heading, the second is told as such and not once more', () => {
  const raw = rawTab('소통기록', '일자 | 분류 | 일자\n2024-03-05 | 가 | 2024-03-06');
  expect(places(readRows(meetingsTab, raw, readContext()).findings)).toEqual([
    'meetings 1 column 3: doubled-heading',
  ]);
});
