import { describe, expect, it } from 'vitest';
import { classificationOf } from '../../../src/sheets/input/classification.ts';
import { speaksOfProvince } from '../../../src/sheets/input/office-words.ts';
import { readRows } from '../../../src/sheets/input/rows/read-rows.ts';
import { classificationTab } from '../../../src/sheets/input/tabs.ts';
import { rawTab, readContext } from '../fixtures.ts';

const BUILT_IN = ['완료', '추진중', '중장기추진', '검토중', '추진예정', '추진불가', '이송'];

function classified(rows: string) {
  const tab = rawTab('분류', `종류 | 이름 | 별칭 | 처리\n${rows}`);
  return classificationOf(readRows(classificationTab, tab, readContext()).rows);
}

const rowsOf = (names: readonly string[]) => names.map((name) => `처리상황 | ${name} | |`).join('\n');

describe('the statuses of an office', () => {
  it.each<[string, string, readonly string[]]>([
    ['are the built-in ones while it lists none', '', BUILT_IN],
    [
      'end with its own, in its order',
      '처리상황 | 향후추진\n처리상황 | 보류',
      [...BUILT_IN, '향후추진', '보류'],
    ],
    [
      'stand as it lists them where it lists every one',
      `${rowsOf(['완료', '추진중', '향후추진', '중장기추진', '검토중', '추진예정', '추진불가', '수용불가', '이송'])}`,
      ['완료', '추진중', '향후추진', '중장기추진', '검토중', '추진예정', '추진불가', '수용불가', '이송'],
    ],
    [
      'keep their order where it only brings aliases',
      '처리상황 | 이송 | 넘김\n처리상황 | 완료 | 끝냄',
      BUILT_IN,
    ],
    [
      'have its name for a built-in one that is known by that name as well',
      '처리상황 | 처리완료',
      ['처리완료', ...BUILT_IN.slice(1)],
    ],
    [
      'have its name for a built-in one that it gives as an alias',
      '처리상황 | 향후추진 | 추진예정',
      BUILT_IN.map((name) => (name === '추진예정' ? '향후추진' : name)),
    ],
    ['keep the built-in name that has a row of its own', '처리상황 | 완료\n처리상황 | 처리완료', BUILT_IN],
    [
      'stand as it lists them, each built-in one that it leaves out behind the one before it',
      '처리상황 | 보류\n처리상황 | 추진중\n처리상황 | 반영',
      ['완료', '보류', '추진중', ...BUILT_IN.slice(2), '반영'],
    ],
    ['are not renamed by a misspelling', '처리상황 | 증장기추진', BUILT_IN],
  ])('%s', (_, rows, names) => {
    expect(classified(rows).statuses.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['처리상황 | 수용불가 | | 끝', '수용불가', true],
    ['처리상황 | 수용불가 | | 종결', '수용불가', true],
    ['처리상황 | 수용불가 | | 진행', '수용불가', false],
    ['처리상황 | 수용불가 | |', '수용불가', false],
    ['처리상황 | 처리완료 | |', '처리완료', true],
    ['처리상황 | 검토중 | | 끝', '검토중', true],
    ['이행구분 | 통합 | | 끝', '통합', true],
    ['이행구분 | 시기미도래 | |', '시기미도래', false],
    ['이행구분 | 정상추진 | |', '이행 후 계속추진', true],
  ])('%s: whether %s is an end is %s', (rows, name, ended) => {
    const { statuses, implementationStatuses } = classified(rows);
    expect([...statuses, ...implementationStatuses].find((each) => each.name === name)).toMatchObject({
      ended,
    });
  });

  it.each([
    ['처리상황 | 향후추진 | 추진예정', '추진예정', 'planned'],
    ['처리상황 | 향후추진 | 추진예정', '향후 추진', 'planned'],
    ['처리상황 | 장기추진 | 장기검토', '장기검토', 'own:장기추진'],
    ['처리상황 | 장기추진 |', '장기 추진', 'own:장기추진'],
    ['처리상황 | 처리완료 |', '완료', 'completed'],
    ['처리상황 | 처리완료 |', '조치완료', 'completed'],
  ])('%s: a row that says %s means %s', (rows, typed, value) => {
    expect(classified(rows).status.match(typed)).toEqual({ kind: 'known', value });
  });

  it.each<[string, boolean]>([
    ...['끝', '끝남', '종결', '종료', '완료', '처리완료'].map((typed): [string, boolean] => [typed, true]),
    ...['진행', '진행중', '처리중', '추진중', '계속', '미완료'].map((typed): [string, boolean] => [
      typed,
      false,
    ]),
  ])('take %s in 처리 for an end: %s', (typed, ended) => {
    const tab = rawTab('분류', `종류 | 이름 | 별칭 | 처리\n처리상황 | 보류 | | ${typed}`);
    expect(readRows(classificationTab, tab, readContext()).rows[0]?.values.ended).toBe(ended);
  });
});

describe('the funding sources of an office', () => {
  const namesAfter = (rows: string, typed: readonly string[]) => {
    const { fundingSources } = classified(rows);
    const values = typed.map((name) => fundingSources.table.match(name));
    return { names: fundingSources.known().map(({ name }) => name), values };
  };

  it('are every name that comes up, behind the built-in four, while it lists none', () => {
    const { names, values } = namesAfter('', ['도비', '국비', '군비', '도 비', '특별교부세']);
    expect(names).toEqual(['국', '시', '구', '기타', '도비', '군비', '특별교부세']);
    expect(values.every(({ kind }) => kind === 'known')).toBe(true);
  });

  it.each<[string, string, readonly string[]]>([
    [
      'are the four and those that it lists',
      '재원 | 도비\n재원 | 군비',
      ['국', '시', '구', '기타', '도비', '군비'],
    ],
    ['have its name for one of the four', '재원 | 국비\n재원 | 도비', ['국비', '시', '구', '기타', '도비']],
    [
      'stand as it lists them where it lists all four',
      '재원 | 국비\n재원 | 도비\n재원 | 시비\n재원 | 구비\n재원 | 기타',
      ['국비', '도비', '시비', '구비', '기타'],
    ],
    [
      'stand as it lists them where it lists some of the four among its own',
      '재원 | 국비\n재원 | 도비\n재원 | 군비\n재원 | 기타',
      ['국비', '시', '구', '도비', '군비', '기타'],
    ],
  ])('%s', (_, rows, names) => {
    expect(namesAfter(rows, []).names).toEqual(names);
  });

  it.each<[string, string, string]>([
    ['재원 | 도비', '도', 'own:도비'],
    ['재원 | 도', '도비', 'own:도'],
    ['재원 | 군', '군 비', 'own:군'],
    ['재원 | 군비', '군', 'own:군비'],
    ['재원 | 도비\n재원 | 도', '도', 'own:도'],
  ])('%s: %s is another spelling of %s', (rows, typed, value) => {
    const { table } = classified(rows).fundingSources;
    expect(table.match(typed)).toEqual({ kind: 'known', value });
    expect(table.lists(typed)).toBe(true);
  });

  it('are spelt as they first came up, while it lists none', () => {
    const { names, values } = namesAfter('', ['군', '군비', '도비', '도', '도']);
    expect(names.slice(4)).toEqual(['군', '도비']);
    expect(values.map((match) => 'value' in match && match.value)).toEqual([
      ...['own:군', 'own:군'],
      ...['own:도비', 'own:도비', 'own:도비'],
    ]);
  });

  it.each([
    ['', false, 'district'],
    ['', true, 'own:자체'],
    ['재원 | 구비', false, 'district'],
    ['재원 | 도비\n재원 | 자체', false, 'own:자체'],
    ['재원 | 구비\n재원 | 군비\n재원 | 자체', false, 'own:자체'],
    ['재원 | 자체', false, 'district'],
  ])('%j: 자체 in a book that speaks of a province (%s) means %s', (rows, hasProvince, value) => {
    const tab = rawTab('분류', `종류 | 이름\n${rows}`);
    const { fundingSources } = classificationOf(
      readRows(classificationTab, tab, readContext()).rows,
      null,
      hasProvince,
    );
    expect(fundingSources.table.match('자체')).toEqual({ kind: 'known', value });
  });

  it.each([
    ['도비', true],
    [' 군', true],
    ['\u200b도비(천원)', true],
    ['도비'.normalize('NFD'), true],
    ['구비', false],
    ['도로', false],
    ['특별 도비', false],
    ['국비, 도비', false],
    [3, false],
  ])('a cell %j of the money tabs speaks of a province: %s', (cell, does) => {
    expect(speaksOfProvince([undefined, { name: '예산집행', rows: [[], ['', cell]] }])).toBe(does);
  });

  it.each([
    ['', []],
    ['재원 | 군비', ['국', '시', '구', '기타', '군비']],
  ])('%j: those that a name can be added to are %j', (rows, names) => {
    expect(classified(rows).names.재원).toEqual(names);
  });

  it('are no others once it lists some, but for 비예산, and none is likened to another', () => {
    expect(namesAfter('재원 | 도비', ['군비', '비예산']).values).toEqual([
      { kind: 'unknown', nearest: null },
      { kind: 'known', value: 'own:비예산' },
    ]);
  });

  it.each(['3', '2024', '1.2억', '△500', '2024. 3. 5.'])('%s, in the wrong column, is none', (typed) => {
    expect(classified('').fundingSources.table.match(typed).kind).toBe('unknown');
  });
});
