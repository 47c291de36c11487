import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../../src/domain/indicators/indicator.ts';
import {
  namesAnotherUnit,
  unitInNames,
  unitOfIndicator,
  unitOfName,
} from '../../../../src/sheets/input/indicators/indicator-units.ts';

type Of = Pick<Indicator, 'unit' | 'kind'>;
const beds: Of = { kind: 'level', unit: '병상' };
const meetings: Of = { kind: 'meetings', unit: null };

const UNITS = [
  ...[
    '명',
    '인',
    '회',
    '번',
    '차례',
    '건',
    '개',
    '개소',
    '곳',
    '대',
    '가구',
    '세대',
    '권',
    '그루',
    '마리',
    '원',
  ],
  ...['톤', 't', 'kg', 'g', 'km', 'm', 'cm', 'mm', '㎡', 'm²', 'm2', '㎢', '㎥', 'ha', '평', 'kw', 'MW'],
  ...['kWh', 'mwh', '%', '퍼센트', '시간', '개월'],
];

describe('a heading', () => {
  it.each(UNITS)('names another unit: %s', (unit) => {
    expect(namesAnotherUnit(`값(${unit})`, beds)).toBe(true);
    expect(namesAnotherUnit(`값(천${unit})`, beds)).toBe(true);
    expect(unitOfName(`쉼터(${unit})`)).toBe(unit);
  });

  it.each<[string, Of, boolean]>([
    ['값', beds, false],
    ['값(누적)', beds, false],
    ['값(병상)', beds, false],
    ['값(천병상)', beds, true],
    ['값(천)', beds, true],
    ['값(단위: 침대)', beds, true],
    ['값(단위: 병상)', beds, false],
    ['값(개소, 병상)', beds, false],
    ['값(명)', meetings, false],
    ['값(개소)', meetings, false],
    ['값(km)', meetings, true],
    ['값(%)', { kind: 'level', unit: '퍼센트' }, false],
  ])('%s, of an indicator in %o, names another: %s', (heading, indicator, is) => {
    expect(namesAnotherUnit(heading, indicator)).toBe(is);
  });
});

describe('the unit of an indicator', () => {
  it.each<[Of, string]>([
    [meetings, '회'],
    [{ kind: 'meetings', unit: '번' }, '번'],
    [{ kind: 'selfAssessed', unit: null }, '%'],
    [{ kind: 'level', unit: null }, ''],
  ])('%o is %s', (indicator, unit) => {
    expect(unitOfIndicator(indicator)).toBe(unit);
  });

  it.each<[Indicator['kind'], string | null, string | null, string | null]>([
    ['cumulative', '도로(km)', null, 'km'],
    ['cumulative', '도로(km)', 'm', 'km'],
    ['cumulative', '도로', 'm', 'm'],
    ['cumulative', null, 'm', 'm'],
    ['cumulative', '도로(km, 개소)', null, null],
    ['cumulative', '도로(km) 정비', null, null],
    ['cumulative', '병실(단위: 병상)', null, '병상'],
    ['cumulative', '도로(신설)', null, null],
    ['meetings', '소통(회)', '명', null],
    ['selfAssessed', '진척(%)', '명', null],
  ])('of %s named %s, with a target in %s, is %s', (kind, name, ofTarget, unit) => {
    expect(unitInNames(kind, name, null, { unit: ofTarget })).toBe(unit);
  });
});
