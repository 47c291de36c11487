/** What a row of a yearly plan is, by its labels, and which of several is the plan that counts. */
import { describe, expect, it } from 'vitest';
import {
  isNoteLabel,
  isRemark,
  type RowRole,
  roleOf,
  roleOfRow,
  rolesAside,
  roleUnder,
} from '../../../../src/sheets/input/years/target-rows.ts';

describe('a label', () => {
  it.each<[RowRole, readonly string[]]>([
    [
      'cumulative',
      [
        '누적',
        '누계',
        '누적목표',
        '누적 계획',
        '연도별 누적',
        '연차별누적목표',
        '목표누계',
        '목표(누적)',
        '계획 (누계)',
      ],
    ],
    [
      'yearly',
      [
        '연간',
        '연간목표',
        '당해',
        '당해연도',
        '당해년도 목표',
        '단년도',
        '매년',
        '신규',
        '증가분',
        '목표(당해연도)',
        '해당연도',
      ],
    ],
    ['ofYears', ['연도별 목표', '연차별 계획', '연도목표', '년도별', '연별물량']],
    ['plan', ['목표', '계획', '목표치', '목표값', '계획치', '추진계획', '추진목표', '이행목표', '목 표*']],
    [
      'before',
      [
        '당초',
        '기정',
        '변경전',
        '변경 전',
        '종전 목표',
        '기존누적',
        '최초계획',
        '목표(당초)',
        '당초누적목표',
      ],
    ],
    ['changed', ['변경', '변경후', '수정안', '조정목표', '목표(변경)', '변경누적목표', '변경 후 계획']],
    [
      'percent',
      ['계획률', '목표율', '누적률', '공정률', '진도율', '비율', '비중', '구성비', '목표(%)', '누적 (%)'],
    ],
    [
      'skipped',
      [
        '실적',
        '누적실적',
        '달성',
        '이행률',
        '이행율',
        '추진율',
        '추진률',
        '진척도',
        '집행액',
        '비고',
        '참고',
        '산출근거',
        '산출내역',
        '산출기초',
        '메모',
      ],
    ],
    ['skipped', ['* 잠정', '주) 시비는 별도', '주1. 잠정', '주 2) 잠정', '계', '합계', '합계 3개소']],
    [
      'other',
      [
        '도로',
        '',
        '누적 방문',
        '목표 인원',
        '계획서',
        '변경 사유',
        '당초예산',
        '우리 목표',
        '비고란',
        '사업 참고',
        '민원메모',
        '주차장',
        '주민',
        '율동',
        '100%',
        '연금',
      ],
    ],
  ])('is %s: %o', (role, labels) => {
    expect(labels.map((label) => [label, roleOf(label)])).toEqual(labels.map((label) => [label, role]));
  });

  it.each<[readonly string[], RowRole]>([
    [['도로', '목표'], 'plan'],
    [['계획', '당해'], 'yearly'],
    [['실적', '누적'], 'skipped'],
    [['누적', '당해'], 'cumulative'],
    [['변경', '누적'], 'changed'],
    [['당초', '변경'], 'before'],
    [['목표(%)', '누적'], 'percent'],
    [['연도별 목표', '계획'], 'ofYears'],
    [['도로', '개소'], 'other'],
    [[], 'other'],
  ])('and others of its row, %o, make it %s', (labels, role) => {
    expect(roleOfRow(labels)).toBe(role);
  });

  it.each<[RowRole | null, RowRole, RowRole]>([
    ['cumulative', 'plan', 'cumulative'],
    ['cumulative', 'other', 'cumulative'],
    ['cumulative', 'yearly', 'yearly'],
    ['yearly', 'skipped', 'skipped'],
    [null, 'plan', 'plan'],
    [null, 'other', 'other'],
  ])('below a heading %s that is itself %s is %s', (over, own, role) => {
    expect(roleUnder(over, own)).toBe(role);
  });

  it.each([
    ['* 잠정', true],
    ['  *잠정', true],
    ['주) 시비', true],
    ['주1) 시비', true],
    ['주 2: 시비', true],
    ['주. 시비', true],
    ['주] 시비', false],
    ['주민', false],
    ['시비 * 잠정', false],
    ['비고', false],
  ])('%s begins a note: %s', (text, is) => {
    expect(isNoteLabel(text)).toBe(is);
  });

  it.each([
    ['비고', true],
    ['비 고', true],
    ['참고', true],
    ['산출근거(원)', true],
    ['메모', true],
    ['비고란', false],
    ['산출', false],
  ])('%s is of remarks: %s', (text, is) => {
    expect(isRemark(text)).toBe(is);
  });
});

describe('of a plan with rows that are', () => {
  it.each<[readonly RowRole[], readonly RowRole[]]>([
    [['cumulative', 'yearly'], ['cumulative']],
    [['cumulative', 'yearly', 'plan', 'ofYears', 'percent'], ['cumulative']],
    [
      ['changed', 'before', 'yearly', 'plan', 'ofYears', 'percent'],
      ['changed', 'before'],
    ],
    [
      ['changed', 'cumulative'],
      ['changed', 'cumulative'],
    ],
    [['plan', 'yearly', 'percent', 'ofYears'], ['plan']],
    [
      ['other', 'yearly', 'percent', 'ofYears'],
      ['other', 'ofYears'],
    ],
    [
      ['before', 'yearly', 'percent', 'ofYears'],
      ['before', 'ofYears'],
    ],
    [['ofYears', 'yearly', 'percent'], ['ofYears']],
    [['percent'], ['percent']],
    [['yearly'], []],
    [['plan', 'skipped'], ['plan']],
  ])('%o, those count that are %o', (roles, counted) => {
    const aside = rolesAside(new Set(roles));
    expect(roles.filter((role) => !aside.has(role))).toEqual(counted);
  });
});
