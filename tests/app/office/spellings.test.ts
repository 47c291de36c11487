/** A field or a department that is typed in two ways is one. */
import { describe, expect, it } from 'vitest';
import { told } from './office-book.ts';

const listOf = (...rows: readonly (readonly [field: string, department: string])[]) =>
  [
    '공약번호 | 공약명 | 분야 | 담당부서 | 최종목표',
    ...rows.map(([field, department], at) => `1-${at + 1} | 공약 ${at + 1} | ${field} | ${department} | 40`),
  ].join('\n');

const groupsOf = (changes: Parameters<typeof told>[0]) => {
  const { result, findings } = told(changes);
  return {
    fields: result.overview?.fields.map(({ field, pledges }) => `${field} ${pledges}`),
    departments: result.overview?.departments.map(({ department, pledges }) => `${department} ${pledges}`),
    told: findings.filter((finding) => finding.startsWith('spelt-otherwise')),
  };
};

describe('a name of the list', () => {
  it.each([
    ['a space', '복지', '복 지', '복지과', '복지 과'],
    ['two spaces', '노인 복지', '노인  복지', '노인 복지과', '노인  복지과'],
    ['full width', '복지A', '복지Ａ', '복지과1', '복지과１'],
    ['a middle dot', '보건·복지', '보건ㆍ복지', '보건·복지과', '보건ㆍ복지과'],
    ['the space first', '복 지', '복지', '복지 과', '복지과'],
  ])('is one with its other spelling: %s', (_, field, otherField, department, otherDepartment) => {
    const rows = [
      [field, department],
      ['안전', '안전과'],
      [otherField, otherDepartment],
    ] as const;
    const NOTICE = expect.stringContaining('spelt-otherwise  공약목록');
    expect(groupsOf({ pledgeList: listOf(...rows) })).toEqual({
      fields: [`${field} 2`, '안전 1'],
      departments: [`${department} 2`, '안전과 1'],
      told: [NOTICE],
    });
  });

  it.each([
    ['as it is the same', '복지', '복지', 1],
    ['as it is another', '복지', '복지정책', 2],
  ])('is told nothing of %s', (_, field, other, groups) => {
    const { fields, told: said } = groupsOf({ pledgeList: listOf([field, '복지과'], [other, '복지과']) });
    expect([fields?.length, said]).toEqual([groups, []]);
  });

  it('is one before it was changed too', () => {
    const { departments } = groupsOf({
      pledgeList: listOf(['복지', '복지과'], ['복지', '보건과']),
      planChanges: '공약번호 | 일자 | 항목 | 당초 | 변경\n1-2 | 2025. 1. 1. | 담당부서 | 복지 과 | 보건과',
    });
    expect(departments).toEqual(['복지과 2']);
  });

  it('is one of two changes alike', () => {
    const { departments } = groupsOf({
      pledgeList: listOf(['복지', '복지과'], ['복지', '보건과']),
      planChanges:
        '공약번호 | 일자 | 항목 | 당초 | 변경\n1-1 | 2025. 1. 1. | 담당부서 | 옛 과 | 복지과\n1-2 | 2025. 1. 1. | 담당부서 | 옛과 | 보건과',
    });
    expect(departments).toEqual(['옛 과 2']);
  });
});
