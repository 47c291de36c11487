/**
 * The sample must not overwrite anything typed. So the initial content of a tab is told apart from typed
 * content.
 */
import { describe, expect, it } from 'vitest';
import { INPUT_TABS, type InputTab } from '../../../src/domain/tabs.ts';
import type { RawCell, RawTab } from '../../../src/sheets/raw.ts';
import {
  contentKey,
  holdsBeginnings,
  holdsBlock,
  isEmptyTab,
} from '../../../src/sheets/set-up/beginnings.ts';
import {
  quartersOfTerm,
  rowsToBeginWith,
  type TabLayout,
  tabLayouts,
} from '../../../src/sheets/set-up/layouts.ts';
import { date } from '../../domain/ledger.ts';

/** The layout for the sample, whose term `today` lies in. */
function layoutOf(tab: InputTab, today = '2024-04-02'): TabLayout {
  const [layout] = tabLayouts([tab], rowsToBeginWith, quartersOfTerm(date(today)), null);
  if (layout === undefined) throw new Error(`${tab} has no layout`);
  return layout;
}

const made = (tab: InputTab, today?: string): RawTab => {
  const { name, block } = layoutOf(tab, today);
  return { name, rows: block };
};
const withRow = ({ name, rows }: RawTab, row: readonly RawCell[]): RawTab => ({ name, rows: [...rows, row] });
const withCell = ({ name, rows }: RawTab, row: number, column: number, cell: RawCell): RawTab => ({
  name,
  rows: rows.map((cells, index) =>
    index === row
      ? Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) =>
          at === column ? cell : (cells[at] ?? ''),
        )
      : cells,
  ),
});

describe('an empty tab', () => {
  it.each<[string, RawTab | undefined, boolean]>([
    ['that is not there', undefined, true],
    ['without a row', { name: '소통기록', rows: [] }, true],
    [
      'of blank cells',
      {
        name: '소통기록',
        rows: [
          ['', ''],
          ['', ' '],
        ],
      },
      true,
    ],
    [
      'with one cell',
      {
        name: '소통기록',
        rows: [
          ['', ''],
          ['', '메모'],
        ],
      },
      false,
    ],
    ['with a nought', { name: '소통기록', rows: [[0]] }, false],
    ['with its headings', made('meetings'), false],
  ])('%s', (_, raw, isEmpty) => {
    expect(isEmptyTab(raw)).toBe(isEmpty);
  });
});

describe('a tab as 시트 준비 has made it', () => {
  it.each(INPUT_TABS)('%s is recognised', (tab) => {
    expect(holdsBeginnings(made(tab), layoutOf(tab))).toBe(true);
  });

  it.each<[string, InputTab, RawTab | undefined]>([
    ['is not there', 'meetings', undefined],
    ['is empty', 'meetings', { name: '소통기록', rows: [] }],
    ['has a row', 'meetings', withRow(made('meetings'), ['2024. 3. 5.'])],
    ['has something far below', 'meetings', withRow(withRow(made('meetings'), ['']), ['', '', '', '', 0])],
    ['has something beside its columns', 'meetings', withCell(made('meetings'), 0, 12, '메모')],
    ['has another heading', 'meetings', withCell(made('meetings'), 0, 2, '무엇')],
    ['has a value in a setting', 'pledge', withCell(made('pledge'), 1, 1, '1-6')],
    ['has lost a setting', 'pledge', { name: '공약', rows: made('pledge').rows.slice(0, -1) }],
    ['has an alias of its own', 'classification', withCell(made('classification'), 1, 2, '우리 이름')],
    ['has a mark', 'schedule', withCell(withRow(made('schedule'), ['시장방문']), 1, 1, '■')],
    ['has other quarters', 'schedule', withCell(made('schedule'), 0, 1, '2022년')],
    [
      'has quarters from the middle of a term',
      'schedule',
      { name: '추진일정', rows: [['세부추진사항', '2024.1', '2024.2']] },
    ],
    ['has no quarters', 'schedule', { name: '추진일정', rows: [['']] }],
    ['has a longer name for its quarters', 'schedule', withCell(made('schedule'), 0, 1, '제2022.1')],
    ['has a half for its quarters', 'schedule', withCell(made('schedule'), 0, 1, '2022.10')],
  ])('is not one that %s', (_, tab, raw) => {
    expect(holdsBeginnings(raw, layoutOf(tab))).toBe(false);
  });

  it.each([
    ['is 추진일정 of a term that is over', made('schedule', '2021-01-01'), 'schedule'],
    [
      'has blank rows and columns around it',
      withRow(withCell(made('targets'), 0, 5, ''), ['', '', ' ']),
      'targets',
    ],
  ] as const)('is also one that %s', (_, raw, tab) => {
    expect(holdsBeginnings(raw, layoutOf(tab))).toBe(true);
  });
});

describe('a tab that holds a layout', () => {
  it.each<[string, RawTab | undefined, boolean]>([
    ['as it is', made('pledge'), true],
    ['and more', withRow(withCell(made('pledge'), 0, 3, '메모'), ['더']), true],
    ['but for a cell', withCell(made('pledge'), 3, 0, '남의 설정'), false],
    ['but for the last row', { name: '공약', rows: made('pledge').rows.slice(0, -1) }, false],
    ['not at all', undefined, false],
  ])('%s', (_, raw, holds) => {
    expect(holdsBlock(raw, layoutOf('pledge'))).toBe(holds);
  });
});

describe('the content of a tab', () => {
  const rows: RawTab['rows'] = [
    ['가', '나'],
    ['다', 1],
  ];
  it.each<[string, RawTab['rows'], boolean]>([
    ['as it is', rows, true],
    [
      'with blank cells around it',
      [
        ['가', '나', ''],
        ['다', 1, ' '],
        ['', ''],
      ],
      true,
    ],
    [
      'with a number as text',
      [
        ['가', '나'],
        ['다', '1'],
      ],
      true,
    ],
    ['with a blank row above it', [['', ''], ...rows], false],
    ['with a blank column before it', rows.map((row) => ['', ...row]), false],
    [
      'with another cell',
      [
        ['가', '나'],
        ['다', 2],
      ],
      false,
    ],
    ['with a cell more', [...rows, ['라']], false],
    [
      'in other cells',
      [
        ['가나', ''],
        ['다', 1],
      ],
      false,
    ],
    ['in other rows', [['가'], ['나'], ['다', 1]], false],
    ['that is none', [], false],
  ])('%s', (_, other, isSame) => {
    expect(contentKey(other) === contentKey(rows)).toBe(isSame);
  });
});
