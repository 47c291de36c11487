import { describe, expect, it } from 'vitest';
import { INDICATOR_KINDS } from '../../../src/domain/indicators/indicator.ts';
import { INPUT_TABS } from '../../../src/domain/tabs.ts';
import { ADDED_TABS, FIRST_TABS } from '../../../src/sheets/input/tabs.ts';
import { handlingStatusNames, kindsExplained } from '../../../src/sheets/names.ts';
import { SAMPLE } from '../../../src/sheets/sample.ts';
import { AMOUNT_FORMAT } from '../../../src/sheets/set-up/formats.ts';
import { GUIDE_TAB_NAME, guideGrid } from '../../../src/sheets/set-up/guide.ts';
import {
  type CellRule,
  namePlaces,
  quartersOfTerm,
  rowsToBeginWith,
  type TabLayout,
  tabLayouts,
} from '../../../src/sheets/set-up/layouts.ts';
import { missingIndicatorSettings, settingLook } from '../../../src/sheets/set-up/settings.ts';
import { date } from '../../domain/ledger.ts';
import { rawTab } from '../fixtures.ts';
import { gridText } from '../output/grid-text.ts';

/**
 * To update: `npx vitest run --config tests/vitest.config.ts tests/sheets/set-up -u`. Then read the
 * difference as a clerk would.
 */
describe('what 시트 준비 makes', () => {
  const quarters = ['2024.1', '2024.2'];

  it('is nine tabs, whose headings say what to type', async () => {
    const layouts = tabLayouts(FIRST_TABS, rowsToBeginWith, quarters, null);
    await expect(layouts.map(layoutText).join('\n')).toMatchFileSnapshot('layouts.expected.txt');
  });

  it('is, where a person adds them, four more, which in an office’s book ask for the pledge', async () => {
    const layouts = tabLayouts(ADDED_TABS, rowsToBeginWith, quarters, null, true);
    await expect(layouts.map(layoutText).join('\n')).toMatchFileSnapshot('added-layouts.expected.txt');
  });

  it('is in an office’s book a last column for the pledge, but not where rows are of the whole book', () => {
    const lastHeadings = (isOffice: boolean) =>
      tabLayouts(INPUT_TABS, rowsToBeginWith, quarters, null, isOffice).map(({ name, columns }) => [
        name,
        columns.at(-1)?.heading,
      ]);
    const changed = lastHeadings(true).filter(([, heading], at) => heading !== lastHeadings(false)[at]?.[1]);
    expect(changed).toEqual(
      [
        ...['지표', '연차목표', '추진일정', '소통기록', '실적기록', '건의사항'],
        ...['예산계획', '예산집행', '향후계획', '공약변경'],
      ].map((name) => [name, '공약번호']),
    );
  });

  it('is 사용법, which links to each of them', async () => {
    await expect(`[${GUIDE_TAB_NAME}]\n${gridText(guideGrid())}`).toMatchFileSnapshot('guide.expected.txt');
  });

  it('is in an office’s book 사용법 of several pledges, with every other line in its place', async () => {
    const office = gridText(guideGrid(true));
    await expect(`[${GUIDE_TAB_NAME}]\n${office}`).toMatchFileSnapshot('guide-of-office.expected.txt');
    const placeOf = (text: string) => text.split('\n').map((line) => line.split(' | ')[0]);
    expect(placeOf(office).slice(0, guideGrid().rows.length)).toEqual(
      placeOf(gridText(guideGrid())).slice(0, guideGrid().rows.length),
    );
  });

  it('is of the tabs that are missing those alone, whose lists go by 분류 as it stands', () => {
    const classification = rawTab('분류', '이름 | 종류\n차담회 | 소통\n시장방문 | 소통\n초도방문 | 출처');
    const layouts = tabLayouts(['futurePlans', 'meetings'], rowsToBeginWith, quarters, classification);
    expect(layouts.map(({ name }) => name)).toEqual(['소통기록', '향후계획']);
    expect(layouts.flatMap(({ rules }) => rules).filter(({ rule }) => rule.kind === 'range')).toEqual([
      { cells: 'B2:B', rule: { kind: 'range', tabName: '분류', cells: 'A2:A3' } },
      { cells: 'C2:C', rule: { kind: 'range', tabName: '분류', cells: 'A2:A3' } },
    ]);
  });

  it('offers no names while there is no 분류', () => {
    const [meetings] = tabLayouts(['meetings'], rowsToBeginWith, quarters, null);
    expect(meetings?.rules.map(({ cells }) => cells)).toEqual(['A2:A', 'E2:E', 'F2:F', 'G2:G']);
  });

  it('offers the built-in statuses while there is no 분류', () => {
    const [suggestions] = tabLayouts(['suggestions'], rowsToBeginWith, quarters, null);
    const values = handlingStatusNames.map(({ name }) => name);
    expect(suggestions?.rules).toContainEqual({ cells: 'G2:G', rule: { kind: 'list', values } });
  });

  it('keeps the types of the sample’s rows: text stays text, numbers are numbers', () => {
    const rows = (tab: string) => SAMPLE.find((sample) => sample.tab === tab)?.rows ?? [];
    const layouts = tabLayouts(['pledge', 'executions'], rows, quarters, null);
    const shown = layouts.flatMap(({ block, blockFormats }) =>
      block
        .slice(1)
        .map((row, index) => row.map((cell, column) => `${cell} ${blockFormats[index + 1]?.[column]}`)),
    );
    expect(shown.map((row) => row[1])).toEqual(
      expect.arrayContaining(['1-6 @', '2022 0', '2026. 6. 30. @', '200 General', '27 General', ' @']),
    );
    expect(shown).toContainEqual([
      '2022 @',
      '구 @',
      `1800000 ${AMOUNT_FORMAT}`,
      expect.stringMatching(/ @$/),
    ]);
  });
});

describe('a number in the initial content', () => {
  it('stays a number even in a column of texts', () => {
    const rows = [['2024. 2. 1.', '구', 5000, 7]];
    const [executions] = tabLayouts(['executions'], () => rows, [], null);
    expect(executions?.blockFormats[1]).toEqual(['@', '@', AMOUNT_FORMAT, 'General']);
  });
});

function layoutText({ name, columns, alignments, block, blockFormats, rules }: TabLayout): string {
  return [
    `[${name}]`,
    ...columns.map(
      ({ heading, required, width, format, note }, index) =>
        `${heading}${required ? '*' : ''} | ${width} | ${format} | ${alignments[index] ?? '-'} | ${note.replaceAll('\n', ' / ')}`,
    ),
    ...block.map((row, index) =>
      row.map((cell, column) => `${cell} (${blockFormats[index]?.[column]})`).join(' | '),
    ),
    ...rules.map(({ cells, rule }) => `${cells} ${ruleText(rule)}`),
    '',
  ].join('\n');
}

function ruleText(rule: CellRule): string {
  switch (rule.kind) {
    case 'list':
      return `one of ${rule.values.join(', ')}`;
    case 'range':
      return `one of ${rule.tabName}!${rule.cells}`;
    case 'numberBetween':
      return `a number from ${rule.least} to ${rule.most}`;
    case 'day':
      return 'a day';
    case 'formula':
      return rule.formula;
  }
}

describe('the format of a setting', () => {
  it.each([
    ['시작연도', '0'],
    [' 시작 연도 ', '0'],
    ['기준일', 'yyyy. m. d'],
    ['모르는 설정', undefined],
  ])('%s', (name, format) => {
    expect(settingLook(name)?.format).toBe(format);
  });
});

describe('the settings of an indicator that 공약 lacks', () => {
  it.each([
    [
      ['공약번호', '확인지표'],
      ['집계', '기준값'],
    ],
    [['공약번호', ' 집 계 '], ['기준값']],
    [['기준치', '집계'], []],
    [['집계', '기준값'], []],
    [[], ['집계', '기준값']],
  ])('beside %o are %o', (items, names) => {
    expect(missingIndicatorSettings(items).map(({ name }) => name)).toEqual(names);
  });

  it('say what to type', () => {
    expect(missingIndicatorSettings([]).map(({ explanation }) => explanation)).toEqual([
      `확인지표를 어떻게 세는지입니다: ${kindsExplained(INDICATOR_KINDS)}. 비우면 소통입니다. 예: 누적`,
      '공약이 시작되기 전의 값입니다. 없으면 비웁니다. 예: 55',
    ]);
  });
});

describe('the places of names in 분류', () => {
  it.each([
    ['nowhere, where there is no 분류', null, null, null],
    ['nowhere without a heading', '이름 | 별칭\n차담회 |', null, null],
    ['nowhere without a name', '종류 | 이름', null, null],
    [
      'from the first to the last of a kind',
      '종류 | 이름\n소통 | 가\n소통 | 나\n출처 | 다',
      'B2:B3',
      'B4:B204',
    ],
    ['at the end, with room below', '종류 | 이름\n출처 | 다\n소통 | 가', 'B3:B203', 'B2:B2'],
    [
      'across names of another kind',
      '종류 | 이름\n소통 | 가\n출처 | 다\n소통 | 나\n출처 | 라',
      'B2:B4',
      'B3:B205',
    ],
    ['below lines above the headings', '우리 분류\n|\n종류 | 이름\n소통 | 가\n상태 | 나', 'B4:B4', 'B6:B205'],
    ['however the kind is typed', '종류 | 이름\n소 통 | 가\n처리상황 | 나', 'B2:B2', 'B4:B203'],
    [
      'below a line above that speaks of a kind',
      '소통 | 과 출처의 이름\n종류 | 이름\n소통 | 가\n상태 | 나',
      'B3:B3',
      'B5:B204',
    ],
    ['below all others while there is none', '종류 | 이름\n상태 | 나', 'B3:B202', 'B3:B202'],
    ['past blank rows', '종류 | 이름\n소통 | 가\n|\n소통 | 나\n|\n|', 'B2:B204', 'B5:B204'],
    ['past a number among the kinds', '종류 | 이름\n소통 | 가\n7 | 나', 'B2:B202', 'B3:B202'],
    [
      'wherever its columns are',
      '별칭 | 이름 | 추진일정 | 종류\n| 가 | | 소통\n| 나 | | 출처',
      'B2:B2',
      'B3:B203',
    ],
  ])('%s', (_, table, meetings, occasions) => {
    expect(namePlaces(table === null ? null : rawTab('분류', table))).toMatchObject({ meetings, occasions });
  });

  const STATUSES = handlingStatusNames.map(({ name }) => `처리상황 | ${name}`);
  const list = (...rows: string[]) => ['종류 | 이름', ...rows].join('\n');
  it.each([
    ['no status', list('소통 | 가'), null, null],
    ['every built-in status', list(...STATUSES, '소통 | 가'), 'B2:B8', null],
    ['another one among them', list('처리상황 | 장기검토', ...STATUSES, '소통 | 가'), 'B2:B9', null],
    [
      'some statuses only: the others may be chosen too',
      list('처리상황 | 장기검토', '소통 | 가'),
      null,
      null,
    ],
    ['one built-in status, too', list('처리상황 | 완료', '소통 | 가'), null, null],
    ['fundingSources', list('재원 | 국비', '재원 | 군비', '소통 | 가'), null, 'B2:B3'],
  ])('of %s', (_, table, statuses, fundingSources) => {
    expect(namePlaces(rawTab('분류', table))).toMatchObject({ statuses, fundingSources });
  });
});

describe('the quarters of the term of office', () => {
  it.each([
    ['2022-06-30', '2018.1', '2022.4'],
    ['2022-07-01', '2022.1', '2026.4'],
    ['2024-04-02', '2022.1', '2026.4'],
    ['2026-06-30', '2022.1', '2026.4'],
    ['2026-07-01', '2026.1', '2030.4'],
    ['2018-06-30', '2014.1', '2018.4'],
  ])('of %s run from %s to %s', (today, first, last) => {
    const quarters = quartersOfTerm(date(today));
    expect([quarters[0], quarters.at(-1)]).toEqual([first, last]);
    expect(quarters).toHaveLength(20);
    expect(quarters.slice(0, 5).map((quarter) => quarter.slice(4))).toEqual(['.1', '.2', '.3', '.4', '.1']);
  });
});
