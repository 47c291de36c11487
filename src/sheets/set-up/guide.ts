/** 사용법: the first tab, which explains the book on one screen. */
import { PLEDGE_NUMBER_HEADING } from '../input/pledges/pledge-column.ts';
import { FIRST_TABS, type FirstTab, INPUT_TAB_NAMES } from '../input/tabs.ts';
import {
  BLANK,
  type Grid,
  type GridCell,
  type GridRow,
  noteCell,
  textCell,
  titleCell,
} from '../output/grid/grid.ts';
import { OUTPUT_TABS, RESULT_TABS, type ResultTab } from '../output/tabs.ts';

export const GUIDE_TAB_NAME = '사용법';

const INPUT_TEXTS: Readonly<Record<FirstTab, string>> = {
  pledge: '공약의 이름, 최종목표, 기준일 같은 설정',
  targets: '연도마다 이룰 누적 목표',
  schedule: '해마다 하기로 한 일과 그 분기',
  classification: '소통·출처를 부르는 이름과 별칭',
  meetings: '구민을 만난 일, 한 줄에 하나씩',
  suggestions: '받은 건의와 그 처리상황',
  budgetPlans: '연도와 재원마다 계획한 금액',
  executions: '쓴 돈, 한 줄에 하나씩',
  futurePlans: '앞으로 할 일',
};

const RESULT_TEXTS: Readonly<Record<ResultTab, string>> = {
  summary: '핵심 숫자와 차트',
  meetings: '연도·분류·분기별 소통, 목표까지 남은 것',
  suggestions: '출처·동·부서별 처리상황',
  budget: '연도·재원별 계획과 집행',
  report: '공표하는 서식의 실적보고',
  audit: '살펴볼 것과 그 칸, 고치는 법',
};

const STEPS: readonly string[] = [
  '메뉴 공약장부 → 설정 → 시트 준비를 누릅니다. 이 탭이 보이면 마친 것입니다.',
  '공약 탭에 공약의 이름과 최종목표를, 연차목표 탭에 연도별 목표를 적습니다.',
  '소통기록·건의사항·예산집행 탭에 있었던 일을 한 줄씩 적습니다.',
  '메뉴 공약장부 → 전체 다시 계산을 누릅니다. 결과 탭의 숫자가 모두 새로 나옵니다.',
  '점검 탭의 오류와 경고를 보고 고친 뒤 다시 계산합니다.',
];

/** The steps that read otherwise in a book of several pledges. */
const OFFICE_STEPS: Readonly<Record<number, string>> = {
  1: '공약목록 탭에 공약을 한 줄씩(번호·이름·부서·목표), 연차목표 탭에 공약마다 연도별 목표를 적습니다.',
  2: '소통기록·실적기록·건의사항·예산집행 탭에 있었던 일을 한 줄씩, 그 공약번호와 함께 적습니다.',
  3: '메뉴 공약장부 → 전체 다시 계산을 누릅니다. 총괄과 결과 탭의 숫자가 모두 새로 나옵니다.',
};
const OFFICE_PLEDGE_TEXT = '기준일처럼 장부 전체에 관한 설정';

/** What only a book of several pledges has. It stands at the end, so that everything else keeps its place. */
const OFFICE_ROWS: readonly (readonly [GridCell, string])[] = [
  [linkCell(INPUT_TAB_NAMES.pledgeList), '공약마다 한 줄: 번호, 이름, 부서, 목표. 새 공약은 줄을 더합니다.'],
  [
    textCell(PLEDGE_NUMBER_HEADING, 'label'),
    '적는 탭의 행마다 어느 공약의 것인지 적습니다. 비우면 오류로 남고 세지 않습니다.',
  ],
  [
    linkCell(OUTPUT_TABS.overview),
    '모든 공약의 이행률·이행구분·예산, 그리고 공약마다 한 줄. 계산할 때마다 새로 씁니다.',
  ],
  [
    linkCell(INPUT_TAB_NAMES.results),
    '소통 횟수가 아닌 것을 재는 공약의 실적. 없으면 설정 → 탭 더하기에서 만듭니다.',
  ],
  [
    textCell('이 공약 보기', 'label'),
    '총괄이나 공약목록의 줄을 고르고 누르면 요약부터 실적보고까지가 그 공약의 것이 됩니다.',
  ],
];

const ADVICE: readonly (readonly [string, string])[] = [
  ['설명', '제목 칸에 마우스를 올리면 무엇을 적는지 예와 함께 나옵니다.'],
  ['빈칸', '빈칸은 모른다는 뜻이고, 0이나 - 는 없었다는 뜻입니다.'],
  ['날짜', '아는 만큼만 적습니다: 2024. 3. 5. / 2024. 3월 / 2024년'],
  ['세모', '칸 모서리의 세모는 다시 볼 칸이라는 표시이며, 그대로 두어도 계산됩니다.'],
  ['근거', '결과의 숫자를 고르고 메뉴의 이 숫자의 근거 보기를 누르면 그 숫자를 이룬 행이 나옵니다.'],
  ['자료', '이 스프레드시트에만 있으며 밖으로 나가지 않습니다.'],
];

/** @param isOffice whether the book has a 공약목록. */
export function guideGrid(isOffice = false): Grid {
  const rows: readonly GridRow[] = [
    [titleCell('공약장부 사용법')],
    [noteCell('파란 탭에 한 줄씩 적으면, 초록 탭의 숫자는 모두 그 줄에서 다시 계산됩니다.')],
    [],
    [titleCell('순서')],
    ...STEPS.map((step, index) => [
      textCell(String(index + 1), 'heading'),
      textCell((isOffice ? OFFICE_STEPS[index] : undefined) ?? step),
      BLANK,
      BLANK,
    ]),
    [],
    [titleCell('적는 탭 (파랑)'), BLANK, titleCell('결과 탭 (초록)')],
    ...tabRows(isOffice),
    [],
    [titleCell('알아 둘 것')],
    ...ADVICE.map(([about, line]) => [textCell(about, 'label'), textCell(line), BLANK, BLANK]),
    ...(isOffice
      ? [
          [],
          [titleCell('여러 공약을 담은 장부')],
          ...OFFICE_ROWS.map(([about, line]) => [about, textCell(line), BLANK, BLANK]),
        ]
      : []),
  ];
  return { rows, columnWidths: [110, 330, 110, 330], frozenRows: 0, rowHeights: [] };
}

const BOTH: readonly Grid[] = [guideGrid(false), guideGrid(true)];
export const MOST_GUIDE_ROWS = Math.max(...BOTH.map(({ rows }) => rows.length));

/**
 * Whether a cell of 사용법 holds what we wrote there, for a book of one pledge or of several. Rows and columns
 * from 0.
 */
export function isGuideText(row: number, column: number, text: string): boolean {
  return BOTH.some(({ rows }) => String(rows[row]?.[column]?.value ?? '') === text);
}

/**
 * Whether 사용법, as it is shown, says what is true of the book. What a person has changed in it may say
 * anything.
 */
export function guideFits(shown: readonly (readonly string[])[], isOffice: boolean): boolean {
  const { rows } = guideGrid(isOffice);
  return Array.from({ length: MOST_GUIDE_ROWS }, (_, row) => row).every((row) =>
    [0, 1, 2, 3].every((column) => {
      const text = shown[row]?.[column] ?? '';
      return text === String(rows[row]?.[column]?.value ?? '') || !isGuideText(row, column, text);
    }),
  );
}

/** Input tabs on the left, output tabs on the right. */
function tabRows(isOffice: boolean): readonly GridRow[] {
  const results: readonly (readonly [GridCell, GridCell])[] = [
    ...RESULT_TABS.map((tab) => [linkCell(OUTPUT_TABS[tab]), textCell(RESULT_TEXTS[tab])] as const),
    [BLANK, noteCell('계산할 때마다 새로 쓰므로 여기에는 아무것도 적지 않습니다.')],
    [linkCell(OUTPUT_TABS.runLog), textCell('언제 무엇을 계산했는지 (회색, 쌓이기만 합니다)')],
  ];
  return FIRST_TABS.map((tab, index) => [
    linkCell(INPUT_TAB_NAMES[tab]),
    textCell(isOffice && tab === 'pledge' ? OFFICE_PLEDGE_TEXT : INPUT_TEXTS[tab]),
    ...(results[index] ?? []),
  ]);
}

function linkCell(tabName: string): GridCell {
  return { ...textCell(tabName, 'label'), link: { tabName, cell: 'A1' } };
}
