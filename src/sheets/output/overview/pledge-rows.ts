/** The last part of 총괄: one row a pledge, under headings to which a filter can be added. */
import { statusInForce } from '../../../domain/implementation-status.ts';
import { type YearStanding, yearStanding } from '../../../domain/overview.ts';
import { INPUT_TAB_NAMES } from '../../input/tabs.ts';
import { NO_IMPLEMENTATION_STATUS_NAME, NOT_SAID, officeStatusName } from '../../names.ts';
import { type RawCell, shownText } from '../../raw.ts';
import type { ConditionalFormat } from '../grid/charts-and-formats.ts';
import {
  countCell,
  type GridRow,
  headingCells,
  inUnit,
  numberCell,
  rateCell,
  textCell,
  titleCell,
} from '../grid/grid.ts';
import type { Section } from '../grid/sections.ts';
import { millionCell, millionDigits } from '../official/cells.ts';
import { pledgeRateCell } from '../results/pledge-rate-cell.ts';
import { type OverviewEntry, rowsOfQuarter } from './overview-entries.ts';
import { OVERVIEW_TITLES } from './overview-titles.ts';

const BEHIND = '못 미침';
/** How a pledge stands to this year's target, in words. Only those that are behind are highlighted. */
const STANDINGS: Readonly<Record<YearStanding, string>> = {
  reached: '달성',
  underway: '진행 중',
  behind: BEHIND,
};
const NO_NAME = '이름 없음';
const ROWS_UNIT = '행';
/** The first column holds the number and name of the pledge. */
const HEADINGS = [
  '공약',
  '분야',
  '담당부서',
  '이행구분',
  '이행률',
  '올해 목표',
  '이번 분기 기록',
  '투자계획',
  '집행액',
  '집행률',
  '오류',
] as const;
export const OVERVIEW_COLUMNS = HEADINGS.length;

/**
 * Number of the pledge in a row of 총괄, even after somebody sorted the rows; null for any other row.
 * @param numbers the numbers of all pledges.
 */
export function pledgeOfRow(
  rows: readonly (readonly RawCell[])[],
  row: number,
  numbers: readonly string[],
): string | null {
  const headings = rows.findIndex((cells) => cells[0] === HEADINGS[0] && cells[1] === HEADINGS[1]);
  const text = shownText(rows[row - 1]?.[0] ?? '');
  if (headings < 0 || row <= headings + 1) return null;
  const named = numbers.filter((number) => text.startsWith(`${number} `));
  return named.sort((one, other) => other.length - one.length)[0] ?? null;
}

/** One row a pledge, linked to its row in 공약목록. */
export function pledgeSection(entries: readonly OverviewEntry[]): Section {
  const totals = entries.flatMap(({ report: { budget } }) => (budget === null ? [] : [budget.total]));
  const digits = millionDigits(totals.flatMap(({ planned, executed }) => [planned, executed]));
  return {
    rows: [
      [titleCell(OVERVIEW_TITLES.pledges)],
      headingCells(...HEADINGS),
      ...entries.map((entry) => pledgeRow(entry, digits)),
    ],
    conditionalFormats: formatsOf(entries.length),
  };
}

/** @param digits decimal places of the amounts. */
function pledgeRow(entry: OverviewEntry, digits: number): GridRow {
  const { report, number, row, field, errors } = entry;
  const { pledge, lists, budget } = report;
  const status = statusInForce(report.status);
  const standing = yearStanding(report);
  const { total } = budget ?? {};
  return [
    {
      ...textCell(`${number} ${pledge.name ?? NO_NAME}`, 'prose'),
      link: { tabName: INPUT_TAB_NAMES.pledgeList, cell: `A${row}` },
    },
    textCell(field ?? NOT_SAID),
    textCell(pledge.department ?? NOT_SAID),
    textCell(status === null ? NO_IMPLEMENTATION_STATUS_NAME : officeStatusName(lists, status), 'word'),
    pledgeRateCell(report, 'plain'),
    textCell(standing === null ? '' : STANDINGS[standing], 'word'),
    inUnit(countCell(rowsOfQuarter(entry)), ROWS_UNIT),
    ...(total === undefined
      ? [textCell(''), textCell(''), textCell('')]
      : [
          millionCell(total.planned, 'plain', digits),
          millionCell(total.executed, 'plain', digits),
          rateCell(total.rate, total.executed, total.planned),
        ]),
    numberCell(errors),
  ];
}

/** Highlights pledges behind the year's target, quarters without a row, and errors. */
function formatsOf(rows: number): readonly ConditionalFormat[] {
  if (rows === 0) return [];
  const column = (heading: (typeof HEADINGS)[number]) => HEADINGS.indexOf(heading) + 1;
  const area = (heading: (typeof HEADINGS)[number]) => ({
    row: 3,
    column: column(heading),
    rows,
    columns: 1,
  });
  return [
    { area: area('올해 목표'), when: { text: BEHIND }, look: 'behind' },
    { area: area('이번 분기 기록'), when: { formula: '=AND(ISNUMBER($G3),$G3=0)' }, look: 'behind' },
    { area: area('오류'), when: { formula: '=N($K3)>0' }, look: 'error' },
  ];
}
