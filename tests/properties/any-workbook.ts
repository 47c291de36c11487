/** Random workbooks with any cells: realistic ones, nasty ones, and nonsense. */
import fc from 'fast-check';
import { isoDateOf } from '../../src/domain/date.ts';
import { INPUT_TABS, type InputTab } from '../../src/domain/tabs.ts';
import { pledgeListTab } from '../../src/sheets/input/pledges/pledge-list-tab.ts';
import {
  budgetPlansTab,
  classificationTab,
  executionsTab,
  futurePlansTab,
  INPUT_TAB_NAMES,
  indicatorsTab,
  meetingsTab,
  planChangesTab,
  pledgeTab,
  resultsTab,
  suggestionsTab,
  targetsTab,
} from '../../src/sheets/input/tabs.ts';
import type { RawCell, RawTab, RawTabs } from '../../src/sheets/raw.ts';

/** The headings that each tab can have. */
export const HEADINGS: Readonly<Record<InputTab, readonly string[]>> = {
  pledge: headingsOf(pledgeTab.columns),
  pledgeList: headingsOf(pledgeListTab.columns),
  indicators: headingsOf(indicatorsTab.columns),
  targets: headingsOf(targetsTab.columns),
  schedule: ['세부추진사항', '2022.3', '2022.4', '2023.1', '2023.2', '2024.1'],
  classification: headingsOf(classificationTab.columns),
  meetings: headingsOf(meetingsTab.columns),
  results: headingsOf(resultsTab.columns),
  suggestions: headingsOf(suggestionsTab.columns),
  budgetPlans: headingsOf(budgetPlansTab.columns),
  executions: headingsOf(executionsTab.columns),
  futurePlans: headingsOf(futurePlansTab.columns),
  planChanges: headingsOf(planChangesTab.columns),
};

function headingsOf(columns: Readonly<Record<string, { readonly heading: string }>>): readonly string[] {
  return Object.values(columns).map(({ heading }) => heading);
}

const TEXTS = [
  ...[
    '2024. 3. 5.',
    '2024-03-05',
    '20240305',
    '2024년 3월 5일',
    '2024. 2. 30.',
    '24.3.5',
    '3/5',
    '2023',
    '2024. 1월',
  ],
  ...[
    '4월~7월',
    '상반기',
    '2024. 3. 5.(수)',
    '９９９９',
    '9999. 12. 31.',
    '1000. 1. 1.',
    '2024. 3. 5. 14:00',
  ],
  ...[
    '시장방문',
    '시장 방문',
    '시장방문'.normalize('NFD'),
    '시장반문',
    '이월',
    '미분류',
    '정책간담회',
    '동 연두방문',
  ],
  ...['완료', '추진 중', '증장기추진', '이첩', '처리함', '구', '구비', '도비', '소통', '처리상황', '출처'],
  ...[
    '1',
    '12회',
    '１２',
    '1,234',
    '15개동',
    '약 500명',
    '13개 단체 / 총 411명',
    '-1',
    '1.5',
    '1e21',
    '-',
    '없음',
    '2개소',
  ],
  ...['1,234천원', '5.7백만원', '1.2억', '△1,920', '(1,920)', '54%', '(', '△', '1,2,3', '999999999'],
  ...[
    '#REF!',
    '#N/A',
    '#VALUE!',
    '계',
    '합계',
    '소 계',
    '누계',
    '※ 참고',
    '■',
    '○',
    'v',
    '일자',
    '분류',
    '횟수',
    '구분',
  ],
  ...[
    '시작연도',
    '종료연도',
    '최종목표',
    '기준일',
    '이행률',
    '총사업비(백만원)',
    '비율 처리',
    '비율 소수자리',
    '반올림',
  ],
  ...[
    '',
    ' ',
    '\u00a0',
    '\u3000',
    '\u200b',
    '\n',
    '=1+1',
    '+A1',
    '@',
    "'",
    '"',
    '|',
    '__proto__',
    'constructor',
    'toString',
  ],
  ...['가'.repeat(3000), '\ud800', '🙂', '１２３４５６７８９０１２３'],
];

const cell: fc.Arbitrary<RawCell> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 3, arbitrary: fc.integer({ min: -2, max: 400 }) },
  { weight: 2, arbitrary: fc.constantFrom(2022, 2023, 2024, 45356, 2024.1, 2024.3, 20240305) },
  { weight: 2, arbitrary: fc.constantFrom(0, -0, 0.1, 1e21, 1e-7, 1e9, -5.5, 2 ** 53) },
  { weight: 3, arbitrary: fc.constant<RawCell>('') },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 3, arbitrary: dateCell() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

function dateCell(): fc.Arbitrary<RawCell> {
  return fc
    .tuple(
      fc.constantFrom(1899, 2021, 2022, 2023, 2024, 2025, 2031),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, day]) => {
      const date = isoDateOf(year, month, day);
      return date === null ? '' : { date };
    });
}

/** Cells that fit their column. Most rows use them, so that many rows count; others hold anything. */
const FITTING: Readonly<Record<string, readonly RawCell[]>> = {
  일자: ['2022. 8. 1.', '2023-02-03', '2023', '2024. 1월', 45356],
  접수일: ['2022. 8. 1.', '2023-02-03', '2023', '2024. 1월'],
  집행일: ['2022. 8. 1.', '2023-02-03', '2023'],
  처리일: ['', '2023. 5. 1.', '2024. 8. 1.'],
  분류: ['시장방문', '정책간담회', '이월', ''],
  출처: ['동 연두방문', '시장방문', ''],
  재원: ['구', '시비', '국', '기타'],
  처리상황: ['완료', '추진중', '이송', ''],
  연도: [2022, 2023, '2024년'],
  횟수: ['', 1, 15, '2회'],
  건수: ['', 1, 186],
  종류: ['소통', '출처', '처리상황'],
  동: ['', '송도1동', '송도 1동', '선학동'],
};

function tab(name: InputTab): fc.Arbitrary<RawTab> {
  const fitting = (heading: string) => FITTING[heading] ?? [0, 1, 6];
  return fc
    .record({
      headings: fc.oneof(
        {
          weight: 9,
          arbitrary: fc.shuffledSubarray([...HEADINGS[name]], { minLength: HEADINGS[name].length }),
        },
        { weight: 1, arbitrary: fc.shuffledSubarray([...HEADINGS[name], ...HEADINGS[name]]) },
      ),
      titles: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 2 }),
      hidesRows: fc.boolean(),
    })
    .chain(({ headings, titles, hidesRows }) => {
      const fittingRow = fc.tuple(...headings.map((heading) => fc.constantFrom(...fitting(heading))));
      const mixedRow = fc.tuple(
        ...headings.map((heading) =>
          fc.oneof(
            { weight: 4, arbitrary: fc.constantFrom(...fitting(heading)) },
            { weight: 1, arbitrary: cell },
          ),
        ),
      );
      const anyRow = fc.array(cell, { minLength: headings.length, maxLength: headings.length });
      return fc
        .record({
          rows: fc.array(
            fc.oneof({ weight: 4, arbitrary: fittingRow }, { weight: 4, arbitrary: mixedRow }, anyRow),
            { maxLength: 12 },
          ),
          merges: fc.array(
            fc.record({
              row: fc.integer({ min: 1, max: 14 }),
              column: fc.integer({ min: 1, max: 6 }),
              rows: fc.integer({ min: 1, max: 4 }),
              columns: fc.integer({ min: 1, max: 2 }),
            }),
            { maxLength: 3 },
          ),
        })
        .map(({ rows, merges }) => {
          const all: readonly (readonly RawCell[])[] = [...titles, headings, ...rows];
          const width = Math.max(0, ...all.map((row) => row.length));
          return {
            name: INPUT_TAB_NAMES[name],
            rows: all.map((row) => [...row, ...Array<RawCell>(width - row.length).fill('')]),
            merges: () => merges,
            hidesRows,
          };
        });
    });
}

/** Some tabs may be missing. */
export const anyWorkbook: fc.Arbitrary<RawTabs> = fc
  .tuple(...INPUT_TABS.map((name) => fc.option(tab(name), { freq: 12, nil: undefined })))
  .map((tabs) =>
    Object.fromEntries(
      INPUT_TABS.flatMap((name, index) => (tabs[index] === undefined ? [] : [[name, tabs[index]]])),
    ),
  );
