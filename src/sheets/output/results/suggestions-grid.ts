/**
 * 건의현황: handling statuses of suggestions by occasion, dong and department, and the suggestions open longest.
 */

import { daysBetween } from '../../../domain/date.ts';
import { figureOf, UNKNOWN_FIGURE } from '../../../domain/figure.ts';
import type { Report } from '../../../domain/report.ts';
import type { RowAccounts } from '../../../domain/row-account.ts';
import type { StatusBreakdown, SuggestionReport } from '../../../domain/suggestions/suggestions.ts';
import type { OfficeLists, StatusThen } from '../../../domain/words.ts';
import { tabNameOf } from '../../addresses.ts';
import { INPUT_TAB_NAMES } from '../../input/tabs.ts';
import { NO_STATUS_NAME, NOT_SAID, occasionName, statusNameAtDate, UNKNOWN_THEN_NAME } from '../../names.ts';
import { shownDate, shownPeriod } from '../../raw.ts';
import {
  countCell,
  type Grid,
  type GridCell,
  type GridRow,
  headingCells,
  noteCell,
  numberCell,
  type Role,
  textCell,
  titleCell,
} from '../grid/grid.ts';
import { widthOfText } from '../grid/row-heights.ts';
import { OUTPUT_TABS } from '../tabs.ts';
import { rowAccountRow } from './row-account-line.ts';
import { RESULT_SHAPES } from './shapes.ts';

const LONGEST_OPEN_SHOWN = 10;

/** Shown where no suggestion was received by the date. */
export const NO_SUGGESTIONS: GridRow = [
  noteCell('기준일까지 접수된 건의사항이 없습니다. 건의사항 탭에 접수일과 출처를 적으면 여기에 나옵니다.'),
];

export function suggestionsGrid(report: Report, suggestions: SuggestionReport, accounts: RowAccounts): Grid {
  const columns = statusColumns(report.lists, suggestions.all);
  const headings = (name: string) => headingCells(name, '합계', ...columns.map((column) => column.name));
  const dong = dongWord(suggestions.dongs);
  const partRows = (title: string, name: string, parts: SuggestionReport['dongs']): readonly GridRow[] => [
    [],
    [titleCell(title)],
    ...(parts.some((part) => part.name !== null)
      ? [headings(name), ...parts.map((row) => breakdownRow(row.name ?? NOT_SAID, row, columns, 'plain'))]
      : [[noteCell(`건의사항 탭의 ${name} 칸에 적으면 여기에 나뉘어 나옵니다.`)]]),
  ];
  return {
    rows: [
      [titleCell(OUTPUT_TABS.suggestions)],
      [noteCell(`기준일 ${shownDate(report.clock.asOf)} · 단위 건`)],
      ...rowAccountRow(INPUT_TAB_NAMES.suggestions, accounts.suggestions),
      [],
      ...(suggestions.occasions.length === 0
        ? [NO_SUGGESTIONS]
        : [
            [titleCell('출처별 처리상황')],
            headings('출처'),
            ...suggestions.occasions.map((row) => breakdownRow(occasionName(row), row, columns, 'plain')),
            breakdownRow('합계', suggestions.all, columns, 'total'),
            ...partRows(`${dong}별 처리상황`, dong, suggestions.dongs),
            ...partRows('소관부서별 처리상황', '소관부서', suggestions.departments),
            ...longestOpenRows(report, suggestions),
          ]),
    ],
    ...RESULT_SHAPES.suggestions,
    columnWidths: widthsFor(RESULT_SHAPES.suggestions.columnWidths, columns),
  };
}

/** Largest width of a column of statuses, in pixels. */
const WIDEST = 160;

/** Column widths that fit the names of the statuses. A heading like 기준일 당시 미상 would be cut off. */
export function widthsFor(usual: readonly number[], columns: readonly StatusColumn[]): readonly number[] {
  return usual.map((width, index) => {
    const name = columns[index - BEFORE_STATUSES]?.name ?? '';
    return Math.max(width, Math.min(WIDEST, Math.ceil(widthOfText(name, 'heading'))));
  });
}

/** Collective word for the parts of the area, from the endings of their names: 동, 읍·면, 읍·면·동. */
function dongWord(parts: SuggestionReport['dongs']): string {
  const ends = ['읍', '면', '동'].filter((end) => parts.some(({ name }) => name?.endsWith(end)));
  return ends.length === 0 ? '동' : ends.join('·');
}

/** Number of columns before the statuses: name and total. */
const BEFORE_STATUSES = 2;

export interface StatusColumn {
  readonly status: StatusThen;
  readonly name: string;
  figureIn(breakdown: StatusBreakdown): StatusBreakdown['total'];
}

/** Only the statuses that some suggestion has, as in an official table. */
export function statusColumns({ statuses }: OfficeLists, all: StatusBreakdown): readonly StatusColumn[] {
  const columns: readonly StatusColumn[] = [
    ...statuses.map(({ word, name }) => ({
      status: word,
      name,
      figureIn: (breakdown: StatusBreakdown) => breakdown.statuses[word] ?? UNKNOWN_FIGURE,
    })),
    { status: 'noStatus', name: NO_STATUS_NAME, figureIn: (breakdown) => breakdown.noStatus },
    { status: 'unknownThen', name: UNKNOWN_THEN_NAME, figureIn: (breakdown) => breakdown.unknownThen },
  ];
  return columns.filter(({ figureIn }) => figureIn(all).value !== null);
}

export function breakdownRow(
  name: string,
  breakdown: StatusBreakdown,
  columns: readonly StatusColumn[],
  role: Role,
): GridRow {
  const cells: readonly GridCell[] = columns.map(({ figureIn }) => countCell(figureIn(breakdown), role));
  return [
    textCell(name, role === 'total' ? 'total' : 'label'),
    countCell(breakdown.total, 'total'),
    ...cells,
  ];
}

function longestOpenRows(report: Report, suggestions: SuggestionReport): readonly GridRow[] {
  const { asOf } = report.clock;
  if (suggestions.open.length === 0) return [];
  return [
    [],
    [titleCell(`가장 오래 남아 있는 건의 (${LONGEST_OPEN_SHOWN}건까지)`)],
    headingCells('출처', '접수일', '처리상황', '건수', '지난 날수', '행'),
    ...suggestions.open.slice(0, LONGEST_OPEN_SHOWN).map(({ suggestion, status }) => {
      const { tab, row } = suggestion.received;
      return [
        textCell(suggestion.occasion ?? NOT_SAID, 'label'),
        textCell(shownPeriod(suggestion.date), 'word'),
        textCell(statusNameAtDate(report.lists, status), 'word'),
        countCell(figureOf([suggestion.received])),
        numberCell(suggestion.date.precision === 'day' ? daysBetween(suggestion.date.first, asOf) : null),
        { ...textCell(String(row), 'word'), link: { tabName: tabNameOf(tab), cell: `A${row}` } },
      ];
    }),
  ];
}
