/** Titles of the parts of 총괄. A printed page finds the start of each part by them. */
export const OVERVIEW_TITLES = {
  fields: '분야별 이행구분 (공약 수)',
  fundingSources: '재원별 투자계획과 집행액 (백만원)',
  departments: '부서별 이행구분 (공약 수)',
  fieldFundingSources: '분야별 재원 (백만원)',
  pledges: '공약별 (금액 백만원)',
} as const;
