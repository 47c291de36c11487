/**
 * What the headings of the input tabs may be called, which of them must be there, and which units their cells
 * may name.
 */
import { describe, expect, it } from 'vitest';
import type { Column, TabDefinition } from '../../../src/sheets/input/columns.ts';
import { findHeadings, headingKey } from '../../../src/sheets/input/headings.ts';
import { pledgeListTab } from '../../../src/sheets/input/pledges/pledge-list-tab.ts';
import { readRows } from '../../../src/sheets/input/rows/read-rows.ts';
import {
  budgetPlansTab,
  classificationTab,
  executionsTab,
  futurePlansTab,
  INPUT_TAB_NAMES,
  indicatorsTab,
  meetingsTab,
  planChangesTab,
  pledgeTab,
  resultsTab,
  suggestionsTab,
  targetsTab,
} from '../../../src/sheets/input/tabs.ts';
import type { RawCell } from '../../../src/sheets/raw.ts';
import { places, rawTab, readContext } from '../fixtures.ts';

type AnyTab = TabDefinition<Readonly<Record<string, Column<unknown>>>>;

const TABS: readonly AnyTab[] = [
  pledgeTab,
  pledgeListTab,
  indicatorsTab,
  targetsTab,
  classificationTab,
  meetingsTab,
  resultsTab,
  suggestionsTab,
  budgetPlansTab,
  executionsTab,
  futurePlansTab,
  planChangesTab,
];

describe('the input tabs', () => {
  it('are called as the guide calls them', () => {
    expect(Object.values(INPUT_TAB_NAMES).join(' ')).toBe(
      '공약 공약목록 지표 연차목표 추진일정 분류 소통기록 실적기록 건의사항 예산계획 예산집행 향후계획 공약변경',
    );
  });

  it.each([
    [pledgeTab, '항목*, 값*, 설명'],
    [indicatorsTab, '지표*, 집계*, 단위, 기준값, 최종목표, 소수자리'],
    [targetsTab, '지표, 연도*, 누적목표*'],
    [classificationTab, '종류*, 이름*, 별칭, 추진일정, 처리'],
    [meetingsTab, '일자*, 분류*, 내용, 장소, 횟수, 단체수, 참석인원, 비고'],
    [resultsTab, '지표, 일자*, 값*, 내용, 비고'],
    [suggestionsTab, '접수번호, 접수일*, 출처*, 동, 건의내용, 소관부서, 처리상황, 처리일, 건수, 비고'],
    [budgetPlansTab, '연도*, 재원*, 금액(백만원)*'],
    [executionsTab, '집행일*, 재원*, 금액(원)*, 적요'],
    [futurePlansTab, '시기*, 내용*, 분류'],
    [planChangesTab, '일자*, 지표, 항목*, 당초*, 변경*, 사유, 절차'],
  ])(
    'have the columns of the guide, of which those with a star must be there: $name',
    (tab: AnyTab, guide) => {
      const headings = guide.split(', ');
      expect(Object.values(tab.columns).map(({ heading }) => heading)).toEqual(
        headings.map((heading) => heading.replace('*', '')),
      );
      for (const heading of headings) {
        const others = headings.filter((other) => other !== heading).map((other) => other.replace('*', ''));
        const { findings } = findHeadings(tab, { name: tab.name, rows: [others] });
        expect(findings.map(({ problem }) => problem)).toEqual(
          heading.endsWith('*')
            ? [expect.objectContaining({ code: 'missing-heading', heading: heading.replace('*', '') })]
            : [],
        );
      }
    },
  );
});

describe('a heading', () => {
  it.each([
    [pledgeTab, '항목', '구분, 설정'],
    [pledgeTab, '값', '내용, 설정값'],
    [pledgeTab, '설명', '비고'],
    [pledgeListTab, '공약번호', '공약관리번호, 공약코드'],
    [pledgeListTab, '공약명', '공약사업명, 공약, 사업명'],
    [pledgeListTab, '분야', '공약분야, 정책분야'],
    [pledgeListTab, '담당부서', '부서, 주관부서'],
    [pledgeListTab, '시작연도', '시작년도, 시작'],
    [pledgeListTab, '종료연도', '종료년도, 종료'],
    [pledgeListTab, '총사업비(백만원)', '총사업비'],
    [pledgeListTab, '확인지표', '공약이행 확인지표, 지표, 지표명'],
    [pledgeListTab, '집계', '집계방법, 집계방식'],
    [pledgeListTab, '지표단위', '단위'],
    [pledgeListTab, '기준값', '기준치'],
    [pledgeListTab, '최종목표', '목표, 최종 목표치'],
    [pledgeListTab, '이행률', '추진율, 진척률'],
    [pledgeListTab, '이행구분', '추진상태, 이행상황'],
    [indicatorsTab, '지표', '지표명, 확인지표, 이름'],
    [indicatorsTab, '집계', '집계방법, 집계방식'],
    [indicatorsTab, '단위', '지표단위'],
    [indicatorsTab, '기준값', '기준치, 기준'],
    [indicatorsTab, '최종목표', '목표, 목표치, 최종 목표치'],
    [indicatorsTab, '소수자리', '소수점'],
    [resultsTab, '지표', '지표명'],
    [resultsTab, '일자', '날짜, 기준일, 추진일, 측정일, 실적일'],
    [resultsTab, '값', '실적, 실적값, 수량, 실적치'],
    [resultsTab, '내용', '주요내용, 추진내용'],
    [resultsTab, '비고', '메모'],
    [targetsTab, '지표', '지표명'],
    [targetsTab, '연도', '년도, 연차'],
    [targetsTab, '누적목표', '누적 계획, 목표, 계획, 누적목표치'],
    [classificationTab, '종류', '구분'],
    [classificationTab, '이름', '명칭, 분류명'],
    [classificationTab, '별칭', '다른 이름, 동의어'],
    [classificationTab, '추진일정', '세부추진사항'],
    [meetingsTab, '일자', '날짜, 일시, 개최일, 개최일자, 추진일, 일정'],
    [meetingsTab, '분류', '구분, 유형, 소통분류, 소통유형'],
    [meetingsTab, '내용', '소통내용, 주요내용, 행사명'],
    [meetingsTab, '장소', '개최장소, 위치'],
    [meetingsTab, '횟수', '소통횟수, 회수, 개최횟수'],
    [meetingsTab, '단체수', '단체, 참여단체, 단체·개소'],
    [meetingsTab, '참석인원', '인원, 참석자수, 참여인원, 참석자'],
    [meetingsTab, '비고', '메모'],
    [suggestionsTab, '접수번호', '관리번호, 건의번호'],
    [suggestionsTab, '접수일', '접수일자, 건의일, 일자, 접수'],
    [suggestionsTab, '출처', '건의경로, 접수경로, 구분'],
    [suggestionsTab, '동', '행정동, 동명, 읍면동, 읍·면·동, 읍/면/동, 읍면, 읍·면, 읍/면'],
    [suggestionsTab, '건의내용', '내용, 건의사항, 건의요지'],
    [suggestionsTab, '소관부서', '담당부서, 처리부서, 부서'],
    [suggestionsTab, '처리상황', '처리상태, 추진상황, 처리결과, 처리현황'],
    [suggestionsTab, '처리일', '처리일자, 완료일, 처리완료일'],
    [suggestionsTab, '건수', '건의건수'],
    [suggestionsTab, '비고', '메모'],
    [budgetPlansTab, '연도', '년도, 회계연도'],
    [budgetPlansTab, '재원', '재원구분, 예산구분'],
    [budgetPlansTab, '금액(백만원)', '계획액, 투자계획, 예산액, 예산현액, 사업비'],
    [executionsTab, '집행일', '집행일자, 지출일, 지출일자, 일자'],
    [executionsTab, '재원', '재원구분, 예산구분'],
    [executionsTab, '금액(원)', '집행액, 지출액, 집행금액'],
    [executionsTab, '적요', '내용, 집행내역, 지출내역, 비고'],
    [futurePlansTab, '시기', '일정, 추진시기'],
    [futurePlansTab, '내용', '계획, 추진내용'],
    [futurePlansTab, '분류', '구분'],
    [planChangesTab, '일자', '변경일, 변경일자, 날짜, 시기, 승인일, 변경시기'],
    [planChangesTab, '항목', '변경항목, 구분'],
    [planChangesTab, '당초', '변경전, 당초계획, 기존, 종전'],
    [planChangesTab, '변경', '변경후, 변경계획, 변경내용'],
    [planChangesTab, '사유', '변경사유, 이유'],
    [planChangesTab, '절차', '변경절차, 승인절차, 심의'],
  ])('of $name: %s may be %s', (tab: AnyTab, own, others) => {
    const columns = Object.entries(tab.columns);
    const index = columns.findIndex(([, { heading }]) => heading === own);
    const [field = ''] = columns[index] ?? [];
    for (const name of others.split(', ')) {
      const row = columns.map(([, { heading }]) => (heading === own ? name : heading));
      const { headings } = findHeadings(tab, { name: tab.name, rows: [row] });
      expect([name, headings?.cells.get(field)?.column]).toEqual([name, index + 1]);
    }
  });

  it.each(TABS)('stands for one column of $name only', ({ columns }) => {
    const names = Object.values(columns).flatMap(({ heading, aliases }) => [heading, ...aliases]);
    expect(new Set(names.map(headingKey)).size).toBe(names.length);
  });
});

describe('a number may have its unit behind it:', () => {
  const counted = (tab: AnyTab, headings: string, cells: string, field: string, typed: RawCell) => {
    const raw = rawTab(tab.name, `${headings}\n${cells}`);
    const rows = [raw.rows[0] ?? [], [...(raw.rows[1] ?? []).slice(0, -1), typed]];
    const { rows: read, findings } = readRows(tab, { name: tab.name, rows }, readContext());
    const value = read[0]?.values[field];
    return [value, places(findings)];
  };

  it.each<[AnyTab, string, string, string, string]>([
    [targetsTab, '연도 | 누적목표', '2024 |', 'planned', '회, 번, 차례, 건, 명, 개, 개소, 곳'],
    [meetingsTab, '일자 | 분류 | 횟수', '2024. 3. 5. | 가 |', 'times', '회, 번, 차례'],
    [
      meetingsTab,
      '일자 | 분류 | 단체수',
      '2024. 3. 5. | 가 |',
      'groups',
      '개, 단체, 개단체, 개소, 곳, 개기관, 기관, 개팀',
    ],
    [meetingsTab, '일자 | 분류 | 참석인원', '2024. 3. 5. | 가 |', 'attendees', '명, 인'],
    [suggestionsTab, '접수일 | 출처 | 건수', '2024. 3. 5. | 가 |', 'times', '건'],
  ])('$name, %s', (tab, headings, cells, field, units) => {
    for (const unit of units.split(', ')) {
      expect(counted(tab, headings, cells, field, `30${unit}`)).toEqual([
        { value: 30, approximate: false, unit },
        [],
      ]);
    }
  });
});
