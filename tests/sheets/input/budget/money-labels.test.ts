/** What a label of a budget table says: the funding source, what is said of its money, and the unit. */
import { describe, expect, it } from 'vitest';
import {
  fundingSourcesTogether,
  isFundingSourceName,
  type MoneyKind,
  moneyKind,
  moneyLabel,
  parseFundingSource,
  standsAside,
} from '../../../../src/sheets/input/budget/money-labels.ts';
import { fundingSourceListOf } from '../../../../src/sheets/input/office-words.ts';
import type { RawCell } from '../../../../src/sheets/raw.ts';
import { outcome } from '../../fixtures.ts';

describe('words without a funding source', () => {
  it.each<[MoneyKind | null, readonly string[]]>([
    [
      'plan',
      [
        '계획',
        '투자계획',
        '예산',
        '본예산',
        '예산액',
        '예산현액',
        '소요액',
        '소요예산',
        '집행계획',
        '목표치',
        '목표액',
        '총사업비',
        '사업비',
        '예산안',
        '투자계획 계',
      ],
    ],
    [
      'executed',
      [
        '집행',
        '집행액',
        '기집행',
        '총집행액',
        '실집행액',
        '누적집행액',
        '예산집행현황',
        '지출액',
        '결산액',
        '실적',
        '추진실적',
        '이행현황',
        '집행잔액',
        '집행액 소계',
      ],
    ],
    ['ratio', ['집행률', '집행율', '비율(%)', '비중', '구성비', '진척도', '공정도', '%', '이행율']],
    [
      'difference',
      ['증감', '증감액', '증액', '감액', '잔액', '차액', '부족액', '과부족', '과부족액', '비교증감'],
    ],
    [
      'secured',
      ['확보', '확보액', '기확보', '미확보액', '예산확보', '확보예산', '향후확보액', '추가확보금액'],
    ],
    [
      'before',
      ['당초', '당초예산', '기정', '기정예산액', '변경전', '종전', '기존', '최초계획', '수정전 예산'],
    ],
    ['after', ['변경', '변경후', '경정', '경정예산', '수정', '최종', '최종예산액', '조정', '변경계획']],
    [
      'cumulative',
      ['누적', '누계', '누적액', '투자누계', '연차별누적', '예산누적', '사업비누계', '누적예산액'],
    ],
    ['yearly', ['연간', '당해', '당해연도', '당년도예산', '단년도', '해당연도', '연간예산액']],
    ['supplement', ['추경', '1회추경', '제2차추경', '추가', '추경예산', '1안', 'A안', '가안']],
    [
      null,
      [
        '',
        '국비',
        '도로',
        '계획서',
        '우리집행',
        '집행부',
        '변경사유',
        '당초의',
        '하천 확보',
        '대안',
        '10안',
        '잔액표',
        '연간지표',
        '비율표',
        '진척도표',
        '%p',
        '우리 이행실적',
        '이행현황판',
        '집행액수',
        '사업증감',
        '확보하기',
      ],
    ],
  ])('say %s: %o', (kind, labels) => {
    expect(labels.map((label) => [label, moneyKind(label)])).toEqual(labels.map((label) => [label, kind]));
  });
});

describe('a label', () => {
  const ofOffice = new Set(['국비', '시비', '구비', '집행잔액']);
  it.each<[string, string]>([
    ['국비', '국비 | null | null'],
    ['국비 계획', '국비 | plan | null'],
    ['국비 집행(천원)', '국비 | executed | 천원'],
    ['국비(집행)', '국비 | executed | null'],
    ['국비[집행]', '국비 | executed | null'],
    ['국비(단위: 천원)', '국비 | null | 천원'],
    ['국비(천원, 집행)', '국비 | executed | 천원'],
    ['국비(50%)', '국비 | null | null'],
    ['국비(A)', '국비 | null | null'],
    ['국비(A+B)', '국비 | null | null'],
    ['국비(잠정)', '국비(잠정) | null | null'],
    ['집행(국비)', '국비 | executed | null'],
    ['계획(도비)', '도비 | plan | null'],
    ['집행(도로)', ' | executed | null'],
    ['국비(약 70%)', '국비(약 70%) | null | null'],
    ['국비(70.25%)', '국비 | null | null'],
    ['국비(A형)', '국비(A형) | null | null'],
    ['국비(단위 천원)', '국비 | null | 천원'],
    ['국비 변경(계획)', '국비 | after | null'],
    ['국비 - 집행', '국비 | executed | null'],
    ['도로(천원)집행', '도로 | executed | 천원'],
    ['특별 교부세 집행', '특별 교부세 | executed | null'],
    ['집행 특별 교부세', '특별 교부세 | executed | null'],
    ['집행 - 특별교부세', '특별교부세 | executed | null'],
    ['변경 후 발전기금', '발전기금 | after | null'],
    [' 집행잔액 ', ' 집행잔액  | null | null'],
    ['집행_국비', '국비 | executed | null'],
    ['국비-집행', '국비 | executed | null'],
    ['국비집행액', '국비 | executed | null'],
    ['특별교부세 집행', '특별교부세 | executed | null'],
    ['변경 특별교부세', '특별교부세 | after | null'],
    ['조정 교부금', '조정 교부금 | null | null'],
    ['도로집행', '도로집행 | null | null'],
    ['도로 집행', '도로 | executed | null'],
    ['투자계획(당초)', ' | before | null'],
    ['집행액', ' | executed | null'],
    ['집행잔액', '집행잔액 | null | null'],
    [`국비 ${'가'.repeat(26)} 집행`, `국비 ${'가'.repeat(26)} 집행 | null | null`],
    ['', ' | null | null'],
  ])('%s is %s', (text, is) => {
    const { fundingSource, kind, unit } = moneyLabel(text, (name) => ofOffice.has(name));
    expect(`${fundingSource} | ${kind} | ${unit}`).toBe(is);
  });

  const known = [
    ...['국비', '도비', '군비', '시비', '구비', '지방비', '국·도비', '시도비', '시·군비', '시군구비'],
    ...['특별교부세', '특별교부금', '발전기금', '균특', '균특회계', '민자'],
  ];
  const others = [
    '혁신도시비',
    '국비지원',
    '옛 특별교부',
    '기금운용',
    '옛균특',
    '민자유치',
    '외민자',
    '도로',
  ];
  it.each([...known.map((name) => [name, name]), ...others.map((name) => [name, ''])])(
    'in whose brackets stands %s is of %o, where the office lists no names',
    (name, is) => {
      expect(moneyLabel(`집행(${name})`, () => false)).toMatchObject({ fundingSource: is, kind: 'executed' });
    },
  );

  it.each<[string, readonly string[]]>([
    ['국비+구비', ['국비', '구비']],
    ['국비 및 구비', ['국비', '구비']],
    ['국비, 구비', ['국비', '구비']],
    ['국비/구비', ['국비', '구비']],
    ['국비 & 기금', ['국비', '기금']],
    ['국비＋구비', ['국비', '구비']],
    ['국비', []],
    ['국비+도로', []],
    ['국비및구비', []],
    ['시비/구비', []],
  ])('%s is of %o together', (label, together) => {
    expect(fundingSourcesTogether(label, (name) => name === '시비/구비')).toEqual(together);
  });

  it.each([
    ['국비', true],
    ['특별교부세', true],
    ['기금', true],
    ['지방채', true],
    ['민자', true],
    ['도로', false],
    ['비용', false],
    ['우리 돈', true],
  ])('%s may be a funding source: %s', (name, may) => {
    expect(isFundingSourceName(name, (each) => each === '우리 돈')).toBe(may);
  });
});

describe('amounts that are', () => {
  it.each<[MoneyKind | null, readonly MoneyKind[], boolean]>([
    [null, ['after'], false],
    ['plan', [], false],
    ['plan', ['before'], false],
    ['plan', ['after'], true],
    ['before', [], false],
    ['before', ['after'], true],
    ['after', ['after'], false],
    ['yearly', ['cumulative', 'after'], false],
    ['supplement', ['after'], false],
    ['cumulative', [], true],
    ['executed', [], true],
    ['ratio', [], true],
    ['difference', [], true],
    ['secured', [], true],
  ])('%s beside %o are left aside: %s', (kind, beside, is) => {
    expect(standsAside(kind, new Set(beside))).toBe(is);
  });
});

describe('a cell of 재원', () => {
  const { table } = fundingSourceListOf([]);
  it.each<[RawCell, string, string]>([
    ['국비', '국', '국'],
    ['국비 계획', '국', 'flag not-one-fund'],
    ['국비 예산', '국', '국'],
    ['국비 집행', '국', '국'],
    ['국비 변경', '국', 'flag not-one-fund'],
    ['집행액', 'flag not-one-fund', 'flag not-one-fund'],
    ['국비+구비', 'flag not-one-fund', 'flag not-one-fund'],
    ['※ 국비', 'flag not-one-fund', 'flag not-one-fund'],
    ['', 'flag not-one-fund', 'flag not-one-fund'],
    [7, 'flag unknown-name', 'flag unknown-name'],
  ])('%o is in a plan %s, of what was spent %s', (cell, ofPlan, ofSpent) => {
    const name = (isPlan: boolean) =>
      outcome(parseFundingSource(cell, table, isPlan), (word) => (word === 'national' ? '국' : word));
    expect([name(true), name(false)]).toEqual([ofPlan, ofSpent]);
  });
});
