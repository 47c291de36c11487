/** 〃 and other marks that say: the same as above. */
import { describe, expect, it } from 'vitest';
import { readRows } from '../../../../src/sheets/input/rows/read-rows.ts';
import { executionsTab, meetingsTab, suggestionsTab } from '../../../../src/sheets/input/tabs.ts';
import { places, rawTab, readContext } from '../../fixtures.ts';

const REFUSED = '-';

/** The category of each row of a log of meetings, and what was found. */
function categoriesOf(lines: readonly string[]) {
  const raw = rawTab('소통기록', `일자 | 분류 | 내용 | 장소 | 횟수\n${lines.join('\n')}`);
  const { rows, findings } = readRows(meetingsTab, raw, readContext());
  const categories = lines.map((_, index) => {
    const row = rows.find((each) => each.row === index + 2);
    const category = row?.values.category;
    return row === undefined ? REFUSED : category?.kind === 'named' ? category.name : '';
  });
  return { categories, found: places(findings) };
}

describe('the same as above is', () => {
  it.each(['〃', ' 〃 ', '〃〃', '″', '"', '“', '”', "''", '위와 같음', '위와 동일', '상동', '上同'])(
    '%s',
    (mark) => {
      const { categories, found } = categoriesOf([
        '2024. 3. 5. | 시장방문 | 가 | 나 | 1',
        `2024. 3. 6. | ${mark} | 다 | 라 | 1`,
      ]);
      expect(categories).toEqual(['시장방문', '시장방문']);
      expect(found).toEqual(['meetings 3 category: repeated-label']);
    },
  );

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'above a mark',
      ['2024. 3. 5. | 시장방문', '2024. 3. 6. | 〃', '2024. 3. 7. | 〃'],
      ['시장방문', '시장방문', '시장방문'],
    ],
    [
      'beyond a blank row',
      ['2024. 3. 5. | 시장방문', '|', '2024. 3. 7. | 〃'],
      ['시장방문', REFUSED, '시장방문'],
    ],
    [
      'beyond a note',
      ['2024. 3. 5. | 시장방문', '※ 잠정 |', '2024. 3. 7. | 〃'],
      ['시장방문', REFUSED, '시장방문'],
    ],
    ['not in the first row', ['2024. 3. 5. | 〃', '2024. 3. 6. | 시장방문'], [REFUSED, '시장방문']],
    ['not below a blank cell', ['2024. 3. 5. | | 가', '2024. 3. 6. | 〃'], ['', REFUSED]],
    [
      'not below a title',
      ['2024. 3. 5. | 시장방문', '| 2025년', '2024. 3. 6. | 〃'],
      ['시장방문', REFUSED, REFUSED],
    ],
    [
      'not below a total',
      ['2024. 3. 5. | 시장방문', '| 소계 | | | 1', '2024. 3. 6. | 〃'],
      ['시장방문', REFUSED, REFUSED],
    ],
    [
      'not below a total in another word',
      ['2024. 1. 2. | 시장방문', '2024. 1. 31. | TOTAL', '2024. 2. 1. | 〃'],
      ['시장방문', 'TOTAL', REFUSED],
    ],
    [
      'not below headings once more',
      ['2024. 3. 5. | 시장방문', '일자 | 분류 | 내용 | 장소 | 횟수', '2024. 3. 6. | 〃'],
      ['시장방문', REFUSED, REFUSED],
    ],
  ])('%s', (_, lines, categories) => {
    expect(categoriesOf(lines).categories).toEqual(categories);
  });

  it('told for each column that repeats a name, a day or a text', () => {
    const raw = rawTab(
      '소통기록',
      '일자 | 분류 | 내용 | 장소 | 횟수 | 비고\n2024. 3. 5. | 시장방문 | 대화 | 송도 | 2 | 맑음\n〃 | 〃 | 〃 | 〃 | 3 | 〃',
    );
    const { rows, findings } = readRows(meetingsTab, raw, readContext());
    const [{ values: first } = { values: null }, { values: second } = { values: null }] = rows;
    expect(second).toEqual({ ...first, times: { ...first?.times, value: 3 } });
    expect(places(findings).toSorted()).toEqual(
      ['category', 'content', 'date', 'note', 'place'].map((field) => `meetings 3 ${field}: repeated-label`),
    );
  });

  it('no number: the row is left out', () => {
    const raw = rawTab('예산집행', '집행일 | 재원 | 금액(원)\n2024. 1. 2. | 구비 | 5\n2024. 1. 3. | 〃 | 〃');
    const { rows, findings } = readRows(executionsTab, raw, readContext());
    expect(rows).toHaveLength(1);
    expect(places(findings)).toContain('executions 3 executed: not-an-amount');
  });

  it('the funding source and the status too', () => {
    const executions = rawTab(
      '예산집행',
      '집행일 | 재원 | 금액(원)\n2024. 1. 2. | 국비 | 5\n2024. 1. 3. | 〃 | 6',
    );
    const ofMoney = readRows(executionsTab, executions, readContext()).rows;
    expect(new Set(ofMoney.map(({ values }) => values.fundingSource)).size).toBe(1);
    const suggestions = rawTab(
      '건의사항',
      '접수일 | 출처 | 처리상황 | 처리일\n2024. 1. 2. | 누리집 | 완료 | 2024. 2. 1.\n2024. 1. 3. | 〃 | 〃 | 〃',
    );
    const [first, second] = readRows(suggestionsTab, suggestions, readContext()).rows;
    expect(second?.values).toEqual({ ...first?.values, date: second?.values.date });
  });

  it.each(['동', '소관부서'])('not 상동 below %s, which is a neighbourhood', (heading) => {
    const raw = rawTab(
      '건의사항',
      `접수일 | 출처 | ${heading}\n2024. 1. 2. | 누리집 | 본동\n2024. 1. 3. | 누리집 | 상동\n2024. 1. 4. | 누리집 | 〃`,
    );
    const { rows } = readRows(suggestionsTab, raw, readContext());
    const names = rows.map(({ values }) => (heading === '동' ? values.dong : values.department));
    expect(names.map((name) => JSON.stringify(name))).toEqual(
      [names[0], names[1], names[1]].map((name) => JSON.stringify(name)),
    );
    expect(JSON.stringify(names[1])).not.toBe(JSON.stringify(names[0]));
  });

  it('found at once in a long run of marks', () => {
    const marks = Array.from({ length: 20_000 }, () => '2024. 3. 6. | 〃');
    const { categories } = categoriesOf(['2024. 3. 5. | 시장방문', ...marks]);
    expect(new Set(categories)).toEqual(new Set(['시장방문']));
  });

  it('of its name in the total of that name', () => {
    const { categories, found } = categoriesOf([
      '2024. 1. 2. | 시장방문 | 가 | 나 | 1',
      '2024. 1. 3. | 〃 | 나 | 다 | 2',
      '2024. 1. 4. | 차담회 | 다 | 라 | 5',
      '2024. 1. 31. | 시장방문 | 1월 계 | | 3',
    ]);
    expect(categories).toEqual(['시장방문', '시장방문', '차담회', REFUSED]);
    expect(found).toContain('meetings 5: total-with-day');
  });

  it.each<[string, string, readonly string[]]>([
    ['below a merged cell', '시장방문 | 〃', ['시장방문', '시장방문', '시장방문']],
    ['in a merged cell', '〃 | 〃', ['시장방문', '시장방문', '시장방문']],
  ])('repeated %s', (_, cells, categories) => {
    const [top = '', below = ''] = cells.split(' | ');
    const lines = ['시장방문', top, '', below].map(
      (cell, index) => `2024. 3. ${index + 1}. | ${cell} | 가 | 나 | 1`,
    );
    const raw = rawTab('소통기록', `일자 | 분류 | 내용 | 장소 | 횟수\n${lines.join('\n')}`);
    const merges = () => [{ row: 3, column: 2, rows: 2, columns: 1 }];
    const { rows } = readRows(meetingsTab, { ...raw, merges }, readContext());
    expect(
      rows.slice(1).map(({ values }) => (values.category?.kind === 'named' ? values.category.name : '')),
    ).toEqual(categories);
  });

  it('one more total where its text is that of a total', () => {
    const raw = rawTab(
      '예산집행',
      '집행일 | 재원 | 금액(원) | 비고\n2024. 1. 2. | 국비 | 5 | 가\n2024. 1. 2. | 시비 | 7 | 가\n2024. 1. 31. | 국비 | 5 | 1월 계\n2024. 1. 31. | 시비 | 7 | 〃',
    );
    expect(readRows(executionsTab, raw, readContext()).rows).toHaveLength(2);
  });

  it('found at once in a long run of marks whose days are in doubt of their year', () => {
    const marks = Array.from({ length: 20_000 }, () => '3. 6. | 〃').join('\n');
    const raw = rawTab('소통기록', `2024년 소통\n일자 | 분류\n2025. 1. 7. | 시장방문\n${marks}`);
    expect(readRows(meetingsTab, raw, readContext()).rows).toHaveLength(1);
  });
});
