/** What a name can be put right to, where it is not known: the names of that very list. */
import { describe, expect, it } from 'vitest';
import { INDICATOR_KINDS } from '../../../src/domain/indicators/indicator.ts';
import { indicatorKindName } from '../../../src/sheets/names.ts';
import { bookOf, TERM } from '../small-book.ts';

const LISTED = '지표 | 집계 | 최종목표\n가입 | 누적 | 80\n이용 | 누적 | 90';
const KINDS = `${INDICATOR_KINDS.map(indicatorKindName).join(', ')} 가운데 하나로 고쳐 주세요.`;
const INDICATORS =
  '지표의 이름(가입, 이용)으로 고쳐 주세요. 새 지표이면 지표 탭에 행으로 더하거나 공약 탭의 확인지표에 적어 주세요.';
const CLASSES =
  '완료, 이행 후 계속추진, 정상추진, 일부추진, 보류, 폐기 가운데 하나로 고쳐 주세요. 다른 이행구분은 분류 탭에 종류를 이행구분으로 하여 적으면 쓸 수 있습니다.';

describe('an unknown name', () => {
  it.each([
    { where: '공약', tabs: { pledge: `${TERM}\n집계 | 누적합` }, remedy: KINDS },
    { where: '지표', tabs: { pledge: TERM, indicators: '지표 | 집계\n가입 | 누적합' }, remedy: KINDS },
    {
      where: '공약',
      tabs: { pledge: `${TERM}\n비율 처리 | 반반` },
      remedy: '절사, 반올림 가운데 하나로 고쳐 주세요.',
    },
    { where: '공약', tabs: { pledge: `${TERM}\n이행구분 | 순항` }, remedy: CLASSES },
    {
      where: '공약변경',
      tabs: {
        pledge: TERM,
        planChanges: '일자 | 항목 | 당초 | 변경\n2024. 6. 1. | 이행구분 | 순항 | 보류',
      },
      remedy: CLASSES,
    },
    {
      where: '실적기록',
      tabs: { pledge: TERM, indicators: LISTED, results: '지표 | 일자 | 값\n방문 | 2023. 5. 1. | 4' },
      remedy: INDICATORS,
    },
    {
      where: '연차목표',
      tabs: { pledge: TERM, indicators: LISTED, targets: '지표 | 연도 | 누적목표\n방문 | 2023 | 4' },
      remedy: INDICATORS,
    },
    {
      where: '공약변경',
      tabs: {
        pledge: TERM,
        indicators: LISTED,
        planChanges: '일자 | 지표 | 항목 | 당초 | 변경\n2024. 6. 1. | 방문 | 최종목표 | 50 | 80',
      },
      remedy: INDICATORS,
    },
    {
      where: '분류',
      tabs: {
        pledge: TERM,
        classification: '종류 | 이름 | 별칭 | 추진일정 | 처리\n처리상황 | 수용불가 | 미반영 | | ㅇ',
      },
      remedy: '끝, 진행 가운데 하나로 고쳐 주세요.',
    },
    {
      where: '분류',
      tabs: { pledge: TERM, classification: '종류 | 이름\n회의 | 시장방문' },
      remedy: '소통, 처리상황, 출처, 재원, 이행구분 가운데 하나로 고쳐 주세요.',
    },
  ])('in $where is put right by "$remedy"', ({ where, tabs, remedy }) => {
    const { findings } = bookOf(tabs);
    const told = findings.filter(({ code }) => code === 'unknown-name');
    expect(told).toMatchObject([{ tab: where, remedy }]);
    expect(findings.map(({ code }) => code)).not.toContain('shifted-row');
  });

  it('of an indicator where none has a name is told of 확인지표', () => {
    const { findings } = bookOf({
      pledge: `${TERM}\n집계 | 누적`,
      results: '지표 | 일자 | 값\n방문 | 2023. 5. 1. | 4',
    });
    expect(findings.find(({ code }) => code === 'unknown-name')?.remedy).toContain('확인지표');
  });
});

it('a row of 분류 that has slipped is told of as such', () => {
  const { codes } = bookOf({
    pledge: TERM,
    classification: '종류 | 이름 | 별칭\n1 | 소통 | 시장방문',
  });
  expect(codes).toContain('shifted-row');
});
