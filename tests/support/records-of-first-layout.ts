/**
 * 월별기록, 월별내역 and 처리이력 of `LEDGER`, exactly as the version wrote them that had one column for each status.
 * January and February 2024 were closed, February was undone and closed again.
 */
const TABS: Readonly<Record<string, string>> = {
  처리이력: `
    ["적은 날", "접수번호(없으면 내용 지문)", "전 처리상황", "새 처리상황", "처리일", "행 표지", "번호", "앞 행의 지문"]
    ["2024-02-03", "1", "처음 적음", "완료", "2023-03-01", "#49e29fcf", 1, "#0000000000000000"]
    ["2024-02-03", "2", "처음 적음", "추진중", null, "#2822ce7d", 2, "#94ae2f9ce24a1b9a"]
  `,
  월별내역: `
    ["월", "무엇이", "탭", "행", "날짜", "분류·출처·재원", "처리상황", "횟수·건수·금액(원)", "접수번호(없으면 내용 지문)", "행 지문", "바뀌기 전 행 지문", "번호", "앞 행의 지문"]
    ["2024-01", "추가", "소통기록", 2, "2022-09-01", "시장방문", null, 2, null, "#df42fb62f8074f1c", null, 1, "#0000000000000000"]
    ["2024-01", "추가", "소통기록", 3, "2023-04-05", "구청장 차담회", null, 3, null, "#beef8d6e3aabe5e0", null, 2, "#3c624340200ccbc2"]
    ["2024-01", "추가", "건의사항", 2, "2023-02-01", "동 연두방문", "완료", 2, "1", "#2180eda9507f4393", null, 3, "#1ac8610fe66bf2b1"]
    ["2024-01", "추가", "건의사항", 3, "2024-01-09", "동 연두방문", "추진중", 1, "2", "#78ab62e3c2b10aa9", null, 4, "#588370b929b0b71f"]
    ["2024-01", "추가", "예산집행", 2, "2023-05-01", "구", null, 3900000, null, "#3f68ae43e8c55779", null, 5, "#0ff059e6b1f606c8"]
  `,
  월별기록: `
    ["월", "기준일", "적은 때", "구분", "누적 소통", "최종목표", "이행률(%)", "건의 합계", "완료", "추진중", "중장기추진", "검토중", "추진예정", "추진불가", "이송", "상태 없음", "기준일 당시 미상", "예산 계획액(원)", "예산 집행액(원)", "예산 집행률(%)", "이행구분(선택)", "이행구분(제안)", "오류", "경고", "알림", "집계한 행", "행 지문", "내역의 앞 달", "내역 행", "내역 지문", "이 행의 지문", "번호", "앞 행의 지문"]
    ["2024-01", "2024-01-31", "2024-02-03 10:00:00", null, 5, 200, 2, 3, 2, 1, null, null, null, null, null, null, null, 10000000, 3900000, 39, null, "일부추진", 0, 1, 1, 5, "#cdcf237ad9233ad6", null, 5, "#48f0879a6dd00887", "#2604ad36e7063cb4", 1, "#0000000000000000"]
    ["2024-02", "2024-02-29", "2024-03-03 10:00:00", null, 5, 200, 2, 3, 2, 1, null, null, null, null, null, null, null, 10000000, 3900000, 39, null, "일부추진", 0, 1, 1, 5, "#cdcf237ad9233ad6", "2024-01", 0, "#0000000000000000", "#3dbb3264b227c1e6", 2, "#6aeca673ddc0612d"]
    ["2024-02", "2024-02-29", "2024-03-04 10:00:00", "마감 취소", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, "#84372cf0f290df8a", 3, "#3adae250a7c7f3ba"]
    ["2024-02", "2024-02-29", "2024-03-05 10:00:00", null, 5, 200, 2, 3, 2, 1, null, null, null, null, null, null, null, 10000000, 3900000, 39, null, "일부추진", 0, 1, 0, 5, "#cdcf237ad9233ad6", "2024-01", 0, "#0000000000000000", "#f8157c0779e2f5c9", 4, "#4550559ecdd6e5b4"]
  `,
};

type Cell = string | number | null;

export const RECORDS_OF_FIRST_LAYOUT: Readonly<Record<string, readonly (readonly Cell[])[]>> =
  Object.fromEntries(
    Object.entries(TABS).map(([tab, text]) => [
      tab,
      // Each line is one written row.
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Cell[]),
    ]),
  );

/** What the document properties kept about these records. */
export const GUARD_OF_FIRST_LAYOUT =
  '{"id":"local-document","guards":{"monthlyRecords":{"base":{"rows":0,"through":0,"seal":"0000000000000000"},"end":{"number":4,"seal":"92df7e09c6690ebb"}},"monthlyRows":{"base":{"rows":0,"through":0,"seal":"0000000000000000"},"end":{"number":5,"seal":"56c5a9517ae506c7"}},"statusHistory":{"base":{"rows":0,"through":0,"seal":"0000000000000000"},"end":{"number":2,"seal":"eb39c94c62401ba2"}}}}';
