/** A book in which an earlier version folded rows into a tab 보관. It is never miscounted silently. */
import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/app/result/run-result.ts';
import type { DocumentState } from '../../src/local/host/host.ts';
import { displayedText, hostOf, recalculated } from '../support/running.ts';
import { ledger, refill, sheetNamed } from '../support/workbooks.ts';

const TAB = '보관';
const CODE = 'rows-folded-away';

/** The tab as the earlier version wrote it for LEDGER when it folded 2023 on 3 April 2024. */
const FOLDED = `
  보관한 때 | 어느 해까지 | 무엇 | 날짜 | 분류·출처·재원·접수번호 | 동 | 소관부서 | 처리상황 | 처리한 해 | 횟수·건수·금액(원) | 단체수 | 참석인원 | 어림·단위 | 내용 | 원래 행 | 지문
  2024-04-03 10:00:00 | 2023 | 소통기록 | 2023-03-05 | 시장방문 | | | | | 2 | | | | | 1 | #a5f1cc1c1bc1a839
  2024-04-03 10:00:00 | 2023 | 건의사항 | 2023 | 동 연두방문 | 송도1동 | 교통과 | 완료 | 2023 | 2 | | | | | 1 | #89f37d94ec0c4afa
  2024-04-03 10:00:00 | 2023 | 예산집행 | 2023-05-01 | 구 | | | | | 3900000 | | | | | 1 | #d28457dbb25c234c
  2024-04-03 10:00:00 | 2023 | 차례: 출처 | 2023 | 동 연두방문 | | | | | | | | | | |
  2024-04-03 10:00:00 | 2023 | 차례: 동 | | 송도1동 | | | | | | | | | | |
  2024-04-03 10:00:00 | 2023 | 차례: 부서 | | 교통과 | | | | | | | | | | |
  2024-04-03 10:00:00 | 2023 | 확인 | | | | | | | | | | | | 6 | #d5ceece08208c7d4`;

const DETAILS = `
  월 | 무엇이 | 탭 | 행 | 날짜 | 분류·출처·재원 | 처리상황 | 횟수·건수·금액(원) | 접수번호(없으면 내용 지문) | 행 지문 | 바뀌기 전 행 지문
  2023-12 | 추가 | 소통기록 | 2 | 2023-03-05 | 시장방문 | | 2 | | #dd88bc5e761f4f68 |
  2023-12 | 추가 | 건의사항 | 2 | 2023-02-01 | 동 연두방문 | 완료 | 2 | 1 | #2180eda9507f4393 |
  2023-12 | 추가 | 예산집행 | 2 | 2023-05-01 | 구 | | 3900000 | | #3f68ae43e8c55779 |
  2024-01 | 추가 | 보관: 소통기록 | 2 | 2023-03-05 | 시장방문 | | 2 | | #11cbc2cbbf05867d |
  2024-01 | 추가 | 보관: 건의사항 | 3 | 2023 | 동 연두방문 | 완료 | 2 | | #0f660bf52ec539d3 |
  2024-01 | 추가 | 건의사항 | 3 | 2024-01-09 | 동 연두방문 | 추진중 | 1 | 2 | #78ab62e3c2b10aa9 |
  2024-01 | 추가 | 보관: 예산집행 | 4 | 2023-05-01 | 구 | | 3900000 | | #50c2716ef3f3e294 |`;

const MONTHS = `
  월 | 기준일 | 적은 때 | 구분 | 누적 소통 | 최종목표 | 이행률(%) | 건의 합계 | 완료 | 추진중 | 중장기추진 | 검토중 | 추진예정 | 추진불가 | 이송 | 상태 없음 | 기준일 당시 미상 | 예산 계획액(원) | 예산 집행액(원) | 예산 집행률(%) | 이행구분(선택) | 이행구분(제안) | 오류 | 경고 | 알림 | 집계한 행 | 행 지문 | 내역의 앞 달 | 내역 행 | 내역 지문 | 이 행의 지문
  2023-12 | 2023-12-31 | 2024-01-05 10:00:00 | | 2 | 200 | 1 | 2 | 2 | | | | | | | | | 10000000 | 3900000 | 39 | | 일부추진 | 0 | 1 | 2 | 3 | #9d75993942ddb89f | | 3 | #362e5736c944a878 | #8c6299dde6b4d8a7
  2024-01 | 2024-01-31 | 2024-04-03 11:00:00 | 나중에 적음 | 2 | 200 | 1 | 3 | 2 | 1 | | | | | | | | 10000000 | 3900000 | 39 | | 일부추진 | 0 | 1 | 1 | 4 | #5c7d52fa462d4e2c | | 4 | #6f3373a6568012d5 | #313933e8f67322f2`;

const INPUTS = {
  소통기록: `
    일자 | 분류 | 횟수
    [2024-03-05] | 시장방문 | 1`,
  건의사항: `
    접수번호 | 접수일 | 출처 | 동 | 소관부서 | 처리상황 | 처리일 | 건수
    2 | 2024. 1. 9. | 동 연두방문 | 선학동 | 공원과 | 추진중 | |`,
  예산집행: `
    집행일 | 재원 | 금액(원)`,
};

/** A book whose rows of 2023 were folded and deleted, with the records it had then. */
function foldedBook(): DocumentState {
  const document = ledger(INPUTS);
  const { error } = hostOf(document, { now: () => new Date('2024-02-03T01:00:00Z') }).execute('closeMonth');
  if (error !== null) throw error;
  const folded = structuredClone(sheetNamed(document, '월별내역'));
  document.sheets.push({
    ...folded,
    id: 90,
    name: TAB,
    maxColumns: 16,
    metadata: folded.metadata.map((mark) => ({ ...mark, id: mark.id + 900 })),
  });
  refill(document, TAB, FOLDED);
  refill(document, '월별내역', DETAILS);
  refill(document, '월별기록', MONTHS);
  return document;
}

const codes = ({ findings }: RunResult) => findings.map(({ code }) => code);
const figures = ({ meetings, suggestions, budget }: RunResult) => [
  meetings?.cumulative,
  suggestions?.total,
  budget?.executedWon,
];

describe('a book with a tab 보관 of an earlier version', () => {
  it('reports which years are missing from every figure, and the way out', () => {
    const document = foldedBook();
    const result = recalculated(document, '2024-03-31');
    expect(figures(result)).toEqual([1, 1, null]);
    expect(result.findings.filter(({ code }) => code === CODE)).toEqual([
      expect.objectContaining({
        severity: 'error',
        message: expect.stringMatching(
          /^보관 탭에 2023년까지의 행을 접어 둔 줄이 있습니다\. .* 어느 숫자에도 들어 있지 않습니다\. 지운 행을 그때 만든 사본에서/,
        ),
      }),
    ]);
    expect(displayedText(document, '점검')).toContain('보관 탭에 2023년까지의 행을 접어 둔 줄이 있습니다.');
  });

  it('has the earlier figures once the lines are copied into the logs as summed rows and the tab is renamed', () => {
    const document = foldedBook();
    refill(document, '소통기록', `${INPUTS.소통기록}\n2023년 | 시장방문 | 2`);
    refill(
      document,
      '건의사항',
      `${INPUTS.건의사항}\n| 2023년 | 동 연두방문 | 송도1동 | 교통과 | 완료 | 2023년 | 2`,
    );
    refill(document, '예산집행', `${INPUTS.예산집행}\n2023년 | 구 | 3900000`);
    expect(codes(recalculated(document))).toContain(CODE);
    Object.assign(sheetNamed(document, TAB), { name: '보관(옮겨 적음)' });
    const result = recalculated(document, '2024-03-31');
    expect(figures(result)).toEqual([3, 3, 3_900_000]);
    // 처리이력 and 월별기록 are from before the folding. The figures of the months closed then are unchanged.
    expect(codes(result)).not.toContain(CODE);
    expect(codes(result)).not.toContain('past-month-changed');
  });

  it('still has the months that were closed then, and their rows', () => {
    const document = foldedBook();
    expect(codes(recalculated(document))).not.toContain('damaged-record');
    const { result } = hostOf(document).execute('compareWithMonth', ['2023-12 2024-01']);
    expect(result).toMatchObject({
      status: 'done',
      lines: expect.arrayContaining([expect.stringContaining('건의 합계: 2건 → 3건')]),
    });
  });

  it.each([
    ['that holds no line any more', (document: DocumentState) => sheetNamed(document, TAB).values.splice(1)],
    ['of somebody else', (document: DocumentState) => sheetNamed(document, TAB).metadata.splice(0)],
    [
      'that has been deleted',
      (document: DocumentState) =>
        document.sheets.splice(document.sheets.indexOf(sheetNamed(document, TAB)), 1),
    ],
  ])('reports nothing about a tab %s', (_, change) => {
    const document = foldedBook();
    change(document);
    expect(codes(recalculated(document))).not.toContain(CODE);
  });

  it('also reports it if the headings were changed and no year can be read', () => {
    const document = foldedBook();
    refill(document, TAB, '무엇 | 횟수\n소통기록 | 2');
    const told = recalculated(document).findings.find(({ code }) => code === CODE);
    expect(told?.message).toMatch(/^보관 탭에 지난 해의 행을 접어 둔 줄이 있습니다\./);
  });
});
