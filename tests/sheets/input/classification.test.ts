import { describe, expect, it } from 'vitest';
import { classificationOf } from '../../../src/sheets/input/classification.ts';
import { readRows } from '../../../src/sheets/input/rows/read-rows.ts';
import { classificationTab } from '../../../src/sheets/input/tabs.ts';
import { nameTable } from '../../../src/sheets/name-table.ts';
import { places, rawTab, readContext } from '../fixtures.ts';

function classified(rows = '', scheduleLines: readonly string[] | null = null) {
  const table = rawTab('분류', `종류 | 이름 | 별칭 | 추진일정\n${rows}`);
  const lines = scheduleLines?.map((name) => ({ value: name, name }));
  const read = readRows(classificationTab, table, readContext());
  const names = classificationOf(read.rows, lines === undefined ? null : nameTable(lines));
  return {
    ...names,
    findings: [...read.findings, ...names.findings],
    excluded: read.excluded + names.excluded,
  };
}

describe('the categories that staff list', () => {
  const { category, categories, uncategorised } =
    classified(`소통 | 현장방문 | 현장대화의 날, 현장대화 | 현장대화의 날
소통 | 정책간담회 | 공감소통 정책간담회、분야별 정책간담회，단체장 간담회 |`);

  it('keep their order and their line of the schedule', () => {
    expect(categories).toEqual([
      { kind: 'named', name: '현장방문', scheduleRow: '현장대화의 날' },
      { kind: 'named', name: '정책간담회', scheduleRow: null },
    ]);
  });

  it.each([
    { typed: '현장방문', is: '현장방문' },
    { typed: '현장대화의날', is: '현장방문' },
    { typed: '현장대화', is: '현장방문' },
    { typed: '공감소통정책간담회', is: '정책간담회' },
    { typed: '분야별 정책간담회', is: '정책간담회' },
    { typed: '단체장 간담회', is: '정책간담회' },
    { typed: '이월', is: '이월' },
    { typed: '미분류', is: '미분류' },
  ])('take $typed as $is, the one object that stands for it', ({ typed, is }) => {
    const match = category.match(typed);
    expect(match).toMatchObject({ kind: 'known', value: { name: is } });
    if (match.kind === 'known' && match.value.kind === 'named') expect(categories).toContain(match.value);
    if (typed === '미분류') {
      expect(match).toEqual({ kind: 'known', value: uncategorised });
      expect(uncategorised).toEqual({ kind: 'uncategorised', name: '미분류', scheduleRow: null });
    }
  });

  it('are closed: another name is unknown, with the nearest of them', () => {
    expect(category.match('현장방믄')).toEqual({ kind: 'unknown', nearest: '현장방문' });
    expect(category.match('소통 한마당')).toEqual({ kind: 'unknown', nearest: null });
  });
});

describe('without a list', () => {
  const { category, categories, occasion, findings } = classified();

  it('every category and occasion is taken as typed, and nothing is merged', () => {
    expect(category.match('시장방문')).toEqual({
      kind: 'known',
      value: { kind: 'named', name: '시장방문', scheduleRow: '시장방문' },
    });
    expect(category.match('시장 방문')).toEqual(category.match('시장방문'));
    expect(category.match('인천시장 방문')).toMatchObject({ value: { name: '인천시장 방문' } });
    expect(occasion.match('동 연두방문')).toEqual({ kind: 'known', value: '동 연두방문' });
    expect([categories, findings]).toEqual([[], []]);
  });

  it('an opening balance is one all the same', () => {
    expect(category.match('이월')).toMatchObject({ value: { kind: 'openingBalance' } });
  });
});

describe('the line of the schedule', () => {
  const lines = ['시장방문', '동 연두방문'];

  it.each([
    ['시장방문', '시장방문'],
    ['동연두방문', '동 연두방문'],
    ['체육대회', null],
  ])('of the category %s, without a list, is %s', (typed, scheduleRow) => {
    const match = classified('', lines).category.match(typed);
    expect(match).toMatchObject({ kind: 'known', value: { kind: 'named', name: typed, scheduleRow } });
  });

  it.each([
    { row: '소통 | 시장방문 | |', line: '시장방문' },
    { row: '소통 | 동연두 방문 | |', line: '동 연두방문' },
    { row: '소통 | 체육대회 | 시장방문 |', line: null },
    { row: '소통 | 시장방문 | | 동 연두방문', line: '동 연두방문' },
  ])('left blank is the one of the same name: $row', ({ row, line }) => {
    expect(classified(row, lines).categories.map(({ scheduleRow }) => scheduleRow)).toEqual([line]);
  });

  it.each([
    ['소통 | 연두방문 | | 동연두방문', '동 연두방문', []],
    ['소통 | 연두방문 | |', null, []],
    [
      '소통 | 연두방문 | | 시장방믄',
      null,
      [{ code: 'unknown-schedule-row', found: '시장방믄', nearest: '시장방문' }],
    ],
  ])('in the list, %s, is %s', (row, scheduleRow, problems) => {
    const { categories, findings, excluded } = classified(row, lines);
    expect(categories).toEqual([{ kind: 'named', name: '연두방문', scheduleRow }]);
    expect(findings.map(({ problem }) => problem)).toEqual(problems);
    expect(excluded).toBe(0);
  });
});

describe('the aliases in a cell', () => {
  it.each([
    ['「마을 안으로, 시민 속으로」 방문, 둘째', ['「마을 안으로, 시민 속으로」 방문', '둘째']],
    ['『마을 안으로, 시민 속으로』 방문, 둘째', ['『마을 안으로, 시민 속으로』 방문', '둘째']],
    ['“마을 안으로, 시민 속으로” 방문, 둘째', ['“마을 안으로, 시민 속으로” 방문', '둘째']],
    ['첫째,둘째 ， 셋째、넷째\n다섯째', ['첫째', '둘째', '셋째', '넷째', '다섯째']],
    [', 첫째, ,', ['첫째']],
  ])('"%s" are %j', (aliases, names) => {
    const values = { kind: '소통' as const, name: '시장방문', aliases, scheduleRow: null, ended: null };
    const { category } = classificationOf([{ row: 2, pledge: '', values }]);
    for (const name of names) expect(category.match(name)).toMatchObject({ value: { name: '시장방문' } });
    expect(category.match('시민 속으로').kind).toBe('unknown');
    expect(category.match('시민 속으로」 방문').kind).toBe('unknown');
  });

  it('that stand for two names are told without the spaces around them, and blank ones are none', () => {
    const { findings } = classified('소통 | 시장방문 | 방문 , , 가\n소통 | 현장방문 | 나, , 방문 ,다');
    expect(findings.map(({ problem }) => problem)).toEqual([
      { code: 'doubled-name', found: '방문', firstRow: null },
    ]);
  });
});

describe('the occasions that staff list', () => {
  it('are closed as well, while categories stay open', () => {
    const { occasion, category } = classified('출처 | 동 연두방문 | 구청장 동 연두방문 |');
    expect(occasion.match('구청장 동연두방문')).toEqual({ kind: 'known', value: '동 연두방문' });
    expect(occasion.match('초도방문').kind).toBe('unknown');
    expect(category.match('시장방문').kind).toBe('known');
  });
});

describe('the statuses of suggestions', () => {
  it.each([
    { rows: '', typed: '증장기추진', is: { kind: 'misspelt', value: 'midLongTerm', name: '중장기추진' } },
    { rows: '처리상황 | 완료 | 해결, 반영 |', typed: '해결', is: { kind: 'known', value: 'completed' } },
    {
      rows: '처리상황 | 이첩 | 타부서 송부 |',
      typed: '타부서 송부',
      is: { kind: 'known', value: 'transferred' },
    },
    {
      rows: '처리상황 | 이송 | 갑 |\n처리상황 | 이첩 | 을 |',
      typed: '갑',
      is: { kind: 'known', value: 'transferred' },
    },
    {
      rows: '처리상황 | 이송 | 갑 |\n처리상황 | 이첩 | 을 |',
      typed: '을',
      is: { kind: 'known', value: 'transferred' },
    },
    { rows: '처리상황 | 완료 | 추진중 |', typed: '추진중', is: { kind: 'known', value: 'inProgress' } },
    {
      rows: '처리상황 | 완료 | 증장기추진 |',
      typed: '증장기추진',
      is: { kind: 'known', value: 'completed' },
    },
  ])('with "$rows": $typed is $is.value', ({ rows, typed, is }) => {
    expect(classified(rows).status.match(typed)).toEqual(is);
  });
});

describe('what is wrong in the list of names', () => {
  it.each([
    {
      case: 'a row without its kind',
      rows: ' | 시장방문 |',
      says: ['classification 2 kind: required-blank'],
      excluded: 1,
    },
    {
      case: 'a row without its name',
      rows: '소통 | | 별명 |',
      says: ['classification 2 name: required-blank'],
      excluded: 1,
    },
    {
      case: 'a kind that is none',
      rows: '소통분류 | 시장방문 |',
      says: ['classification 2 kind: unknown-name'],
      excluded: 1,
    },
    {
      case: 'a status of the office, which is fine',
      rows: '처리상황 | 고민중 |',
      says: [],
      excluded: 0,
    },
    {
      case: 'a name twice',
      rows: '소통 | 시장방문 |\n소통 | 시장 방문 |',
      says: ['classification 3 name: doubled-name'],
      excluded: 1,
    },
    {
      case: 'a name twice, with aliases that its row above has, and its own name',
      rows: '소통 | 시장방문 | 방문 |\n소통 | 시장방문 | 방문, 시장방문 |',
      says: ['classification 3 name: doubled-name'],
      excluded: 1,
    },
    {
      case: 'a name twice, with one more alias, which is fine',
      rows: '소통 | 시장방문 | 방문 |\n소통 | 시장방문 | 방문, 장터 |',
      says: [],
      excluded: 0,
    },
    {
      case: 'one name of two kinds, which is fine',
      rows: '소통 | 동 연두방문 |\n출처 | 동 연두방문 |',
      says: [],
      excluded: 0,
    },
    {
      case: 'a name that is an alias of one above',
      rows: '소통 | 정책간담회 | 공감소통 |\n소통 | 공감소통 |',
      says: ['classification 2 aliases: doubled-name'],
      excluded: 0,
    },
    {
      case: 'an alias of two names',
      rows: '소통 | 시장방문 | 방문 |\n소통 | 현장방문 | 방문 |',
      says: ['classification 3 aliases: doubled-name'],
      excluded: 0,
    },
    {
      case: 'an alias of a status that is another status',
      rows: '처리상황 | 완료 | 추진중, 끝 |',
      says: ['classification 2 aliases: doubled-name'],
      excluded: 0,
    },
    {
      case: 'an alias that repeats its own name, which is fine',
      rows: '소통 | 시장방문 | 시장 방문, 시장방문 |',
      says: [],
      excluded: 0,
    },
    {
      case: 'an alias that the software knows anyway, which is fine',
      rows: '처리상황 | 이송 | 이첩 |',
      says: [],
      excluded: 0,
    },
    { case: 'a built-in category, which is fine', rows: '소통 | 이월 | 전년 이월 |', says: [], excluded: 0 },
  ])('$case', ({ rows, says, excluded }) => {
    const result = classified(rows);
    expect(places(result.findings)).toEqual(says);
    expect(result.excluded).toBe(excluded);
  });

  it('leaves a name to the row that bears it, not to the alias of another', () => {
    const { category } = classified('소통 | 정책간담회 | 공감소통 |\n소통 | 공감소통 |');
    expect(category.match('공감소통')).toMatchObject({ value: { name: '공감소통' } });
  });

  it('names the kind that is meant', () => {
    expect(classified('처리상항 | 완료 |').findings).toMatchObject([
      { problem: { code: 'unknown-name', found: '처리상항', nearest: '처리상황' } },
    ]);
  });
});

describe('the built-in opening balance, listed by staff', () => {
  const { category, categories } = classified('소통 | 시장방문 |\n소통 | 이월 | 전년 이월 |');

  it('stays built in, takes the aliases, and is not a category of theirs besides', () => {
    expect(category.match('이월')).toMatchObject({ value: { kind: 'openingBalance' } });
    expect(category.match('전년이월')).toMatchObject({ value: { kind: 'openingBalance' } });
    expect(categories.map(({ name }) => name)).toEqual(['시장방문']);
  });
});
