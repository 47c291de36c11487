import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameTable, nearestName, openNameTable } from '../../src/sheets/name-table.ts';

const KNOWN = [
  { value: 'mayor', name: '시장방문', aliases: ['인천시장 방문'] },
  { value: 'policy', name: '정책간담회', aliases: ['공감소통 정책간담회', '공감소통'] },
  { value: 'long', name: '중장기추진', misspellings: ['증장기추진'] },
];

describe('a name that was typed', () => {
  const table = nameTable(KNOWN);

  it.each([
    { typed: '시장방문', match: { kind: 'known', value: 'mayor' } },
    { typed: ' 시장 방문 ', match: { kind: 'known', value: 'mayor' } },
    { typed: '인천시장방문', match: { kind: 'known', value: 'mayor' } },
    { typed: '공감소통정책간담회', match: { kind: 'known', value: 'policy' } },
    { typed: '증장기 추진', match: { kind: 'misspelt', value: 'long', name: '중장기추진' } },
    { typed: '시장반문', match: { kind: 'unknown', nearest: '시장방문' } },
    { typed: '정책 간담회의', match: { kind: 'unknown', nearest: '정책간담회' } },
    { typed: '공감소롱', match: { kind: 'unknown', nearest: '정책간담회(별칭 공감소통)' } },
    { typed: '체육대회', match: { kind: 'unknown', nearest: null } },
    { typed: 'constructor', match: { kind: 'unknown', nearest: null } },
  ])('$typed is $match.kind', ({ typed, match }) => {
    expect(table.match(typed)).toEqual(match);
  });

  it('takes precedence over an alias or a misspelling of another', () => {
    const contested = nameTable([
      { value: 'one', name: '완료', aliases: ['추진중'], misspellings: ['이송'] },
      { value: 'two', name: '추진중', aliases: ['이송'] },
    ]);
    expect(contested.match('추진중')).toEqual({ kind: 'known', value: 'two' });
    expect(contested.match('이송')).toEqual({ kind: 'known', value: 'two' });
  });

  it('belongs to the first of two entries with it', () => {
    const doubled = nameTable([
      { value: 1, name: '기타' },
      { value: 2, name: '기 타' },
    ]);
    expect(doubled.match('기타')).toEqual({ kind: 'known', value: 1 });
  });

  it('prefers a name over an equally similar alias as the nearest', () => {
    const table = nameTable([
      { value: 'down', name: '절사', aliases: ['버림'] },
      { value: 'near', name: '반올림' },
    ]);
    expect(table.match('올림')).toEqual({ kind: 'unknown', nearest: '반올림' });
  });

  it('is unknown if nothing of it is left to compare', () => {
    expect(nameTable([{ value: 1, name: '기타', aliases: ['(他)'] }]).match(' ').kind).toBe('unknown');
  });

  it('is not found in an empty list', () => {
    expect(nameTable([]).match('시장방문')).toEqual({ kind: 'unknown', nearest: null });
  });
});

describe('a table without a list', () => {
  it('takes every new name as first typed, and merges only spellings with the same key', () => {
    const table = openNameTable(KNOWN, (name) => name);
    expect(table.match('송도 1동')).toEqual({ kind: 'known', value: '송도 1동' });
    expect(table.match('송도1동')).toEqual({ kind: 'known', value: '송도 1동' });
    expect(table.match(' 송도2동 ')).toEqual({ kind: 'known', value: '송도2동' });
    expect(table.match('인천시장방문')).toEqual({ kind: 'known', value: 'mayor' });
  });
});

describe('the nearest name', () => {
  it('has at least half of its letters in common with the typed one', () => {
    expect(nearestName('집행금', ['집행액', '적요'])).toBe('집행액');
    expect(nearestName('가', ['집행액', '적요'])).toBeNull();
    expect(nearestName('', [])).toBeNull();
  });

  it('is the name itself if it is in the list', () => {
    const name = fc.string({
      unit: fc.constantFrom('가', '나', '달', '방', '문'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(name), name, (others, wanted) => {
        expect(nearestName(wanted, [...others, wanted])).toBe(wanted);
      }),
    );
  });
});
