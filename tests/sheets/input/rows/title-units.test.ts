/** Which unit of money a title, a note or a row beside a table says. */
import { describe, expect, it } from 'vitest';
import {
  differs,
  isTitleWithUnit,
  isUnitLine,
  moneyUnitsIn,
  unitNotKnown,
  unitsBelow,
} from '../../../../src/sheets/input/rows/title-units.ts';
import type { RawCell } from '../../../../src/sheets/raw.ts';
import { places } from '../../fixtures.ts';

describe('a title', () => {
  it.each([
    ['(단위: 천원)', '천원'],
    ['(단위 : 백만원)', '백만원'],
    ['[단위：억원]', '억원'],
    ['단위 천원', '천원'],
    ['단위=천원', '천원'],
    ['단위(천원)', '천원'],
    ['단위는 천원입니다', '천원'],
    ['단위가 천원이며 부가세 포함', '천원'],
    ['금액의 단위: 천원으로 적음', '천원'],
    ['단위: 천원 기준', '천원'],
    ['금액은 천원 단위입니다', '천원'],
    ['금액은 백만원 단위로 적습니다', '백만원'],
    ['(천원)', '천원'],
    ['[백만원]', '백만원'],
    ['【억원】', '억원'],
    ['(단위: 명, 천원)', '천원'],
    ['(단위: 천원/명)', '천원'],
    ['(단위: 천원·명)', '천원'],
    ['(단위: 명 및 천원)', '천원'],
    ['단위: 천원(국비), 백만원(시비)', '천원, 백만원'],
    ['2024년 예산 (단위: 천원)', '천원'],
    ['(단위: 원)', '원'],
    ['(단위: 천)', '천원'],
    // No unit of money, or one of something else.
    ['(단위: 명)', ''],
    ['(단위: 천원마트)', ''],
    ['예산 현황', ''],
    ['천원', '천원'],
    ['천원 상점', ''],
    ['천원 단위 미만 절사', ''],
    ['천원 단위 이하 버림', ''],
    ['천원 단위에서 반올림', ''],
    ['천원 단위로 절사', ''],
    ['천원 단위 절상', ''],
    ['현황표는 백만원 단위로 적음', ''],
    ['다른 서식은 백만원 단위', ''],
    ['보고서: 백만원 단위', '백만원'],
    ['100억원 단위 사업', ''],
    ['지원 단위 사업', ''],
    ['(예산)', ''],
    ['(국비천원)', ''],
  ])('%s says %s', (title, units) => {
    expect(moneyUnitsIn([['', title, '']]).join(', ')).toBe(units);
  });

  it('of a unit alone is one only where nothing stands beside it', () => {
    expect(moneyUnitsIn([['천원', '']])).toEqual(['천원']);
    expect(moneyUnitsIn([['금액', '천원']])).toEqual([]);
    expect(moneyUnitsIn([[' 천원 ']])).toEqual(['천원']);
  });

  it('says each unit once, by its full name', () => {
    expect(moneyUnitsIn([['(단위: 천)', '(단위: 천원)'], [7], ['(단위: 억원)']])).toEqual(['천원', '억원']);
  });
});

describe('a row', () => {
  it.each<[RawCell, boolean]>([
    ['(단위: 천원)', true],
    ['단위: 천원', true],
    ['* 단위: 천원', true],
    ['주) 단위는 천원', true],
    ['주1. 단위 천원', true],
    ['[단위: 천원]', true],
    ['(금액 단위: 천원)', true],
    ['총사업비의 단위: 천원', true],
    ['(천원)', true],
    ['천원', false],
    ['[천원]', false],
    ['(예산)', false],
    ['단위: 명', false],
    ['2분기 (단위: 천원)', false],
    ['우리 구는 금액을 적을 때 늘 단위를 백만원으로 적기로 하였음', false],
    [`단위: 천원 ${'가'.repeat(40)}`, false],
    [1000, false],
  ])('that begins with %o only says a unit: %s', (first, is) => {
    expect(isUnitLine(first)).toBe(is);
  });

  it.each<[readonly RawCell[], boolean]>([
    [['천원', ''], true],
    [['2분기 (단위: 천원)', ''], true],
    [['2분기 (단위: 천원)', 5], false],
    [['단위: 명', ''], false],
    [['(천원)', ''], false],
    [['2분기', ''], false],
    [[5, ''], false],
  ])('%o is a title with a unit: %s', (cells, is) => {
    expect(isTitleWithUnit(cells[0] ?? '', cells)).toBe(is);
  });
});

describe('a unit above a table', () => {
  it.each([
    [['천원'], '백만원', true],
    [['천원'], '천원', false],
    [['천원'], '천', false],
    [['천원', '백만원'], '백만원', false],
    [[], '백만원', false],
  ])('%o differs from %s in the heading: %s', (titleUnits, named, is) => {
    expect(differs(titleUnits, named)).toBe(is);
  });

  it('that is missing is asked for, and one of two is named', () => {
    expect(unitNotKnown([], '원')).toEqual({ code: 'unit-not-named', unit: '원' });
    expect(unitNotKnown(['천원', '억원'], '원')).toEqual({
      code: 'several-units',
      units: ['천원', '억원'],
      readAs: '원',
    });
  });
});

describe('a note below a table', () => {
  const rows = [
    ['재원', '2024'],
    ['구', 10],
    ['', ' (단위: 천원) '],
    ['※ 단위: 백만원'],
    ['(단위: 천원)'],
    ['※ 잠정'],
    ['(단위: 억원)'],
  ];
  it('is told once a unit, where it is another than that of the amounts', () => {
    const found = unitsBelow('budgetPlans', rows, [2, 3, 4, 5, 6], '백만');
    expect(places(found)).toEqual(['budgetPlans 3: unit-below', 'budgetPlans 7: unit-below']);
    expect(found[0]?.problem).toEqual({
      code: 'unit-below',
      found: '(단위: 천원)',
      units: ['천원'],
      readAs: '백만원',
    });
  });
});
