/** 실적보고 of any pledge: all its tables share one set of columns, whatever content is there or missing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowAccounts } from '../../../../src/app/compute/row-accounts.ts';
import { calculate } from '../../../../src/domain/report.ts';
import { readRecords } from '../../../../src/sheets/input/read-records.ts';
import type { Grid } from '../../../../src/sheets/output/grid/grid.ts';
import { widthOfText } from '../../../../src/sheets/output/grid/row-heights.ts';
import { millionText } from '../../../../src/sheets/output/official/cells.ts';
import { mostSlots } from '../../../../src/sheets/output/official/layout.ts';
import { officialSheet } from '../../../../src/sheets/output/official/sheet.ts';
import { anyWorkbook } from '../../../properties/any-workbook.ts';
import { day, LEDGER } from '../../../support/workbooks.ts';
import { rawTab } from '../../fixtures.ts';
import { layoutFaults } from '../layouts.ts';

const TABS = {
  pledge: '공약',
  targets: '연차목표',
  schedule: '추진일정',
  classification: '분류',
  meetings: '소통기록',
  suggestions: '건의사항',
  budgetPlans: '예산계획',
  executions: '예산집행',
  futurePlans: '향후계획',
} as const;

const SCHEDULE = '세부추진사항 | 2024.1 | 2024.2\n시장방문 | ■ |';
const FUTURE = '시기 | 내용\n2024. 5월 | 보고회';

/** The sheet of a workbook like LEDGER. A tab that is null is missing. */
function sheetOf(changes: Readonly<Record<string, string | null>> = {}, asOf = '2024-03-31'): Grid {
  const texts: Readonly<Record<string, string | null>> = {
    ...LEDGER,
    추진일정: SCHEDULE,
    향후계획: FUTURE,
    ...changes,
  };
  const read = readRecords(
    Object.fromEntries(
      Object.entries(TABS).flatMap(([tab, name]) => {
        const lines = (texts[name] ?? '').split('\n').filter((line) => line.trim() !== '');
        return lines.length === 0 ? [] : [[tab, rawTab(name, lines.join('\n'))]];
      }),
    ),
  );
  const report = calculate(read.records, { asOf: day(asOf), today: day('2024-04-02') });
  return officialSheet(report, rowAccounts(read, report), []);
}

/** The text of each row without blank cells. */
const linesOf = ({ rows }: Grid) =>
  rows.map((row) =>
    row
      .map(({ value }) => value)
      .filter((value) => value !== '')
      .join(' '),
  );

const pledgeOf = (from: number, to: number) =>
  LEDGER.공약.replace('시작연도 | 2022', `시작연도 | ${from}`).replace('종료연도 | 2026', `종료연도 | ${to}`);
const targetsOf = (from: number, to: number) =>
  [
    '연도 | 누적목표',
    ...Array.from({ length: to - from + 1 }, (_, index) => `${from + index} | ${(index + 1) * 20}`),
  ].join('\n');
const ofYears = (from: number, to: number) => ({
  공약: pledgeOf(from, to),
  연차목표: targetsOf(from, to),
  추진일정: `세부추진사항 | ${from}.1 | ${to}.4\n시장방문 | ■ | ■`,
  소통기록: `일자 | 분류\n${from}. 1. 5. | 시장방문`,
  예산계획: `연도 | 재원 | 금액(백만원)\n${from} | 구 | 6`,
  예산집행: '집행일 | 재원 | 금액(원)',
  건의사항: '접수일 | 출처 | 처리상황',
});
const categoriesOf = (count: number) => ({
  소통기록: [
    '일자 | 분류 | 참석인원',
    ...Array.from({ length: count }, (_, index) => `2024. 1. ${index + 1}. | 분류 이름 ${index + 1}번 | 10`),
  ].join('\n'),
});
const ALL_STATUSES = ['완료', '추진중', '중장기추진', '검토중', '추진예정', '추진불가', '이송', ''];
const LONG = '구민의 목소리를 현장에서 듣고 구정에 담는다. '.repeat(60).trim();

const SHAPES: readonly (readonly [string, Readonly<Record<string, string | null>>])[] = [
  ['the usual one', {}],
  ['a pledge of one year', ofYears(2024, 2024)],
  ['of two years', ofYears(2023, 2024)],
  ['of three years', ofYears(2022, 2024)],
  ['of eight years', ofYears(2019, 2026)],
  ['without years in the settings', { 공약: '항목 | 값\n공약명 | 소통' }],
  [
    'without any year at all',
    {
      공약: '항목 | 값\n공약명 | 소통',
      연차목표: '연도 | 누적목표',
      소통기록: '일자 | 분류',
      예산계획: '연도 | 재원 | 금액(백만원)',
      예산집행: '집행일 | 재원 | 금액(원)',
      건의사항: '접수일 | 출처',
    },
  ],
  [
    'with suggestions of years that nothing else names',
    { 공약: '항목 | 값\n공약명 | 소통', 건의사항: '접수일 | 출처\n2019. 3. 1. | 초도방문' },
  ],
  ['of no category', { 소통기록: '일자 | 분류' }],
  ['of one category', categoriesOf(1)],
  ['of 15 categories', categoriesOf(15)],
  ['of 15 categories in a year', { ...ofYears(2024, 2024), ...categoriesOf(15) }],
  ['of 31 categories in eight years', { ...ofYears(2019, 2026), ...categoriesOf(31) }],
  [
    'of every status in a year',
    {
      ...ofYears(2024, 2024),
      건의사항: [
        '접수일 | 출처 | 처리상황',
        ...ALL_STATUSES.map((status) => `2024. 1. 9. | 초도방문 | ${status}`),
      ].join('\n'),
    },
  ],
  [
    'with long texts',
    {
      공약: `${LEDGER.공약}\n정책목표 | ${LONG}\n정책개요 | ${LONG}\n확인지표 | ${LONG}\n수정사항 | ${LONG}`,
      향후계획: `시기 | 내용\n2024년 연중 | ${LONG}`,
    },
  ],
  [
    'with names of thousands of letters, with and without spaces',
    {
      분류: [
        '종류 | 이름',
        ...['소통', '처리상황', '출처', '재원'].flatMap((kind) => [
          `${kind} | ${kind}${'가나다라'.repeat(750)}`,
          `${kind} | ${kind}${' 가나다라'.repeat(600)}`,
        ]),
      ].join('\n'),
      소통기록: [
        '일자 | 분류 | 내용 | 단체수 | 참석인원',
        `2023. 1. 5. | 소통${'가나다라'.repeat(750)} | 내용 | 3 | 20`,
        `2023. 1. 6. | 소통${' 가나다라'.repeat(600)} | 내용 | 3 | 20`,
        `2023. 1. 7. | ${'분류'.repeat(1500)} | 내용 | 3 | 20`,
      ].join('\n'),
      건의사항: [
        '접수일 | 출처 | 처리상황',
        `2023. 1. 9. | 출처${'가나다라'.repeat(750)} | 처리상황${'가나다라'.repeat(750)}`,
        `2023. 1. 9. | 출처${' 가나다라'.repeat(600)} | 처리상황${' 가나다라'.repeat(600)}`,
      ].join('\n'),
      예산계획: `연도 | 재원 | 금액(백만원)\n2023 | 재원${'가나다라'.repeat(750)} | 3\n2023 | 재원${' 가나다라'.repeat(600)} | 3`,
      추진일정: `세부추진사항 | 2024.1\n${'가나다라'.repeat(750)} | ■`,
      향후계획: `시기 | 내용\n2024. 5월 | ${'가나다라'.repeat(750)}`,
    },
  ],
  [
    'of a pledge with long names',
    { 공약: `${LEDGER.공약}\n담당부서 | ${'가나다라'.repeat(750)}\n확인지표 | ${'가나다라'.repeat(750)}` },
  ],
  ['without a schedule', { 추진일정: null }],
  ['with an empty schedule', { 추진일정: '세부추진사항 | 2024.1' }],
  ['without plans to come', { 향후계획: null }],
  ['without targets', { 연차목표: '연도 | 누적목표', 공약: LEDGER.공약.replace('최종목표 | 200', '') }],
  ...Object.values(TABS).map((tab) => [`without the tab ${tab}`, { [tab]: null }] as const),
];

describe('the layout of 실적보고', () => {
  it.each(SHAPES)('holds: %s', (_, changes) => {
    for (const asOf of ['2024-03-31', '2023-12-31', '2018-12-31', '2030-06-30']) {
      expect(layoutFaults(sheetOf(changes, asOf)), asOf).toEqual([]);
    }
  });

  it('holds for records of whatever cells', () => {
    fc.assert(
      fc.property(anyWorkbook, fc.constantFrom('2022-12-31', '2024-03-31', '2026-06-30'), (tabs, asOf) => {
        const read = readRecords(tabs);
        const report = calculate(read.records, { asOf: day(asOf), today: day('2024-04-02') });
        expect(layoutFaults(officialSheet(report, rowAccounts(read, report), []))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['the usual one', {}],
    ['15 categories in a pledge of a year', { ...ofYears(2024, 2024), ...categoriesOf(15) }],
    ['31 categories in eight years', { ...ofYears(2019, 2026), ...categoriesOf(31) }],
  ])('leaves every category room for its name: %s', (_, changes) => {
    const { rows, columnWidths } = sheetOf(changes);
    const headings = rows.flatMap((row) =>
      row.flatMap(({ value, role, span }, column) =>
        role === 'boxHeading' && /분류 이름|시장방문|구청장 차담회/.test(String(value))
          ? [columnWidths.slice(column, column + (span?.columns ?? 1)).reduce((sum, each) => sum + each, 0)]
          : [],
      ),
    );
    expect(headings.length).toBeGreaterThan(1);
    expect(Math.min(...headings)).toBeGreaterThanOrEqual(48);
  });

  it.each([
    [
      'a long name of an indicator',
      { 공약: `${LEDGER.공약}\n확인지표 | 생활문화센터 공정률` },
      '생활문화센터 공정률',
    ],
    ['a long name of a funding source', { 예산계획: '재원 | 2024\n특별교부세 | 3' }, '특별교부세'],
    [
      'a long name of a category',
      { 소통기록: '일자 | 분류\n2024. 1. 5. | 주민자치위원회간담' },
      '주민자치위원회간담',
    ],
  ])('does not break a word: %s', (_, changes, name) => {
    const { rows, columnWidths } = sheetOf(changes);
    const rooms = rows.flatMap((row) =>
      row.flatMap(({ value, span }, column) =>
        value === name
          ? [columnWidths.slice(column, column + (span?.columns ?? 1)).reduce((sum, each) => sum + each, 0)]
          : [],
      ),
    );
    const needed = Math.max(...name.split(' ').map((word) => widthOfText(word, 'box')));
    expect(rooms.length).toBeGreaterThan(0);
    expect(Math.min(...rooms)).toBeGreaterThanOrEqual(needed);
    expect(columnWidths.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(680);
  });

  it.each([
    ['a category', { 소통기록: `일자 | 분류 | 단체수\n2024. 1. 5. | ${'긴이름'.repeat(1000)} | 3` }, 2],
    [
      'a status',
      {
        건의사항: `접수일 | 출처 | 처리상황\n2024. 1. 9. | 동 | ${'긴이름'.repeat(1000)}`,
        분류: `종류 | 이름\n처리상황 | ${'긴이름'.repeat(1000)}`,
      },
      1,
    ],
    ['an occasion', { 건의사항: `접수일 | 출처\n2024. 1. 9. | ${'긴이름'.repeat(1000)}` }, 1],
    ['a funding source', { 예산계획: `연도 | 재원 | 금액(백만원)\n2024 | ${'긴이름'.repeat(1000)} | 3` }, 1],
    ['an indicator', { 공약: `${LEDGER.공약}\n확인지표 | ${'긴이름'.repeat(1000)}` }, 1],
  ])('cuts a name of thousands of letters in its headings and labels: %s', (_, changes, least) => {
    const { rows, columnWidths } = sheetOf(changes);
    const shown = rows.flatMap((row) =>
      row.flatMap(({ value, role }) =>
        String(value).startsWith('긴이름') && role !== 'box' ? [String(value).length] : [],
      ),
    );
    expect(shown.length).toBeGreaterThanOrEqual(least);
    expect([...new Set(shown)].filter((letters) => letters !== 60 && letters !== 200)).toEqual([]);
    expect(columnWidths.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(760);
  });

  it.each([
    [['답변완료검토중입니다']],
    [['완료', '답변완료검토중입니다']],
    [['답변완료검토중입니다', '완료']],
  ])('leaves space for the longest name, wherever it stands: %j', (names) => {
    const frame = { years: [], narrowColumns: 20, width: 22, spanColumns: [], columnWidths: [] };
    expect(mostSlots(frame, names)).toBe(4);
  });

  it('shows every one of 31 categories with its count below it', () => {
    const { rows } = sheetOf({ ...ofYears(2024, 2024), ...categoriesOf(31) });
    const shown = rows.flatMap((row, index) =>
      row.flatMap(({ value, role }, column) =>
        role === 'boxHeading' && String(value).startsWith('분류 이름')
          ? [`${value}: ${rows[index + 1]?.[column]?.value}`]
          : [],
      ),
    );
    expect(shown).toEqual(Array.from({ length: 31 }, (_, index) => `분류 이름 ${index + 1}번: 1`));
  });
});

describe('a part that could not be computed says so', () => {
  const NOT_COMPUTED = '필요한 탭이나 제목이 없어 계산하지 못했습니다. 점검 탭을 보세요.';
  /** What is said not to be computed: the text beside the message, or in the row above. */
  const saidOf = (changes: Readonly<Record<string, string | null>>) => {
    const { rows } = sheetOf(changes);
    const texts = rows.map((row) => row.map(({ value }) => String(value)).filter((value) => value !== ''));
    return texts.flatMap((row, index) =>
      row.includes(NOT_COMPUTED) ? [row.length > 1 ? (row[0] ?? '') : (texts[index - 1]?.[0] ?? '')] : [],
    );
  };

  it.each([
    ['nothing missing', {}, []],
    ['소통기록', { 소통기록: null }, ['추진일정', '추진 실적']],
    ['연차목표', { 연차목표: null }, ['추진 실적']],
    ['건의사항', { 건의사항: null }, ['건의사항']],
    ['예산계획', { 예산계획: null }, ['소요예산\n(백만원)', '예산집행현황']],
    ['예산집행', { 예산집행: null }, ['소요예산\n(백만원)', '예산집행현황']],
    ['추진일정, which may be absent', { 추진일정: null }, []],
    ['향후계획, which may be absent', { 향후계획: null }, []],
  ])('%s', (_, changes, expected) => {
    expect(saidOf(changes)).toEqual(expected);
  });

  it('the suggestions are shown even if meetings cannot be counted', () => {
    const shown = linesOf(sheetOf({ 소통기록: null }));
    expect(shown.filter((line) => /^◎|건의|연두/.test(line))).toEqual([
      '◎ 2023년도',
      '건의사항 합계 완료',
      '동 연두방문 2 2',
      '◎ 2024년도',
      '건의사항 합계 추진중',
      '동 연두방문 1 1',
    ]);
  });

  it('the total cost of the settings is at the top even if no plan can be read', () => {
    const { rows } = sheetOf({ 공약: `${LEDGER.공약}\n총사업비(백만원) | 27`, 예산계획: null });
    const heading = rows.findIndex((row) => row.some(({ value }) => value === '사업주체'));
    expect(rows[heading + 2]?.map(({ value }) => value)).toContain(27);
  });
});

describe('a pledge that has nothing yet', () => {
  const EMPTY = {
    공약: `${LEDGER.공약.replace('최종목표 | 200', '')}\n집계 | 현재값\n지표단위 | %\n최종목표 | 100`,
    연차목표: '연도 | 누적목표',
    추진일정: '세부추진사항 | 2024.1',
    소통기록: null,
    건의사항: '접수일 | 출처',
    향후계획: null,
  };

  it('says so, and has no heading without a row below it', () => {
    const shown = linesOf(sheetOf(EMPTY));
    expect(shown).toEqual(
      expect.arrayContaining([
        '추진일정 추진일정에 적은 것이 없습니다.',
        '기록한 추진 내용이 없습니다.',
        '실적 없음',
      ]),
    );
    expect(shown.filter((line) => /^◎|^붙임|^※/.test(line))).toEqual([]);
    expect(shown.join('\n')).toContain('미정');
  });

  it.each([
    ['from 40', '기준값 | 40', 1],
    ['from nothing', '', 1],
    // From 100 down to 100 there is no rate, and from 150 it is going down.
    ['going down from 150', '기준값 | 150', 2],
  ])('has its percentages once where they are of 100: %s', (_, baseline, lines) => {
    const shown = linesOf(
      sheetOf({
        ...EMPTY,
        공약: `${EMPTY.공약}\n${baseline}`,
        연차목표: '연도 | 누적목표\n2024 | 45\n2026 | 100',
      }),
    );
    const start = shown.findIndex((line) => line.startsWith('공약이행'));
    const results = shown.slice(start + 1).findIndex((line) => /^실적/.test(line));
    expect(results).toBe(lines);
  });
});

describe('suggestions of a year that nothing else names', () => {
  it('have their table', () => {
    const shown = linesOf(
      sheetOf({ 공약: '항목 | 값\n공약명 | 소통', 건의사항: '접수일 | 출처\n2019. 3. 1. | 초도방문' }),
    );
    expect(shown).toEqual(expect.arrayContaining(['◎ 2019년도', '초도방문 1 1']));
  });
});

describe('the amounts of the sheet', () => {
  const FUNDS = ['국비', '도비', '군비', '기타'];
  const TIMES = ['기투자', '2022', '2023', '2024', '2025', '2026', '임기후'];

  it.each([
    ['before and after the term', TIMES, '123729.45'],
    ['years alone', TIMES.slice(1, 6), '1234567.891'],
    ['a deduction', TIMES, '-123729.456789'],
  ])('fit into their cells: %s', (_, times, amount) => {
    const table = `재원 | ${times.join(' | ')}\n${FUNDS.map((fundingSource) => `${fundingSource} | ${times.map(() => amount).join(' | ')}`).join('\n')}`;
    const { rows, columnWidths } = sheetOf({ 예산계획: table });
    const start = rows.findIndex(([first]) => first?.value === '예산집행현황');
    const end = rows.findIndex(([first]) => first?.value === '집행률');
    const amounts = rows.slice(start, end).flatMap((row) =>
      row.flatMap(({ value, span }, column) => {
        if (typeof value !== 'number') return [];
        const room = columnWidths
          .slice(column, column + (span?.columns ?? 1))
          .reduce((sum, each) => sum + each, 0);
        return [{ value, isLess: room < widthOfText(millionText(value * 1_000_000), 'box') }];
      }),
    );
    expect(amounts.length).toBeGreaterThanOrEqual((FUNDS.length + 1) * (times.length + 1));
    expect(amounts.filter(({ isLess }) => isLess)).toEqual([]);
  });

  it('leave the columns as they are if they fit', () => {
    expect(
      sheetOf({ 예산계획: '재원 | 기투자 | 2022 | 임기후\n구비 | 420 | 1350.5 | 375' }).columnWidths,
    ).toEqual(sheetOf().columnWidths);
  });
});
