/** The title, and the table of the pledge's basic data, implementation rate and status. */

import { UNKNOWN_FIGURE } from '../../../domain/figure.ts';
import type { Report } from '../../../domain/report.ts';
import { INPUT_TAB_NAMES } from '../../input/tabs.ts';
import { NO_IMPLEMENTATION_STATUS_NAME, officeStatusName } from '../../names.ts';
import { percentText, won } from '../../numbers.ts';
import { shownDate } from '../../raw.ts';
import { type GridCell, type GridRow, textCell } from '../grid/grid.ts';
import { pledgeRateCell } from '../results/pledge-rate-cell.ts';
import { boxHeading, millionCell, statedMillionCell } from './cells.ts';
import { type Frame, fullRow, LABEL_COLUMNS } from './layout.ts';
import { coveredBelow, sharesOf, spreadRow, wide } from './wide-cells.ts';

/** The columns after 사업주체 and 임기구분. */
const TABLE_HEADINGS = ['추진구분', '사업기간', '총사업비\n(백만원)'];
/** Number of cells that share the narrow columns: these and the two of 추진상황. */
const CELLS = TABLE_HEADINGS.length + 2;

/**
 * Row number of the values, from 1, and its height in pixels: enough for the longest status, so that choosing
 * another status never moves the rows below.
 */
export const STATUS_ROW = 6;
export const STATUS_HEIGHT = 53;

/**
 * @param leftOut what is not in the figures; null: nothing. Its line is always there, so that nothing moves.
 */
export function headRows(frame: Frame, report: Report, leftOut: string | null): readonly GridRow[] {
  const { pledge, clock } = report;
  const missing = leftOut === null ? null : `${leftOut}이 있습니다. 점검 탭을 참고하세요.`;
  const told = [missing, otherCost(report)]
    .flatMap((text) => (text === null ? [] : [`${MARK} ${text}`]))
    .join(' ');
  const shares = sharesOf(frame.narrowColumns, CELLS);
  const [rateShare = 1, statusShare = 1] = shares.slice(TABLE_HEADINGS.length);
  const values = [
    textCell(pledge.progressKind ?? '', 'box'),
    textCell(periodText(pledge.startYear, pledge.endYear), 'box'),
    costCell(report),
  ];
  return [
    fullRow(frame, `${pledge.number ?? ''}  ${pledge.name ?? ''}`.trim(), 'sheetTitle'),
    fullRow(frame, `${pledge.department ?? ''}   기준일 ${shownDate(clock.asOf)}`.trim(), 'sheetLine'),
    fullRow(frame, told, 'sheetLine'),
    spreadRow(
      wide(boxHeading('사업주체'), 1, 2),
      wide(boxHeading('임기구분'), LABEL_COLUMNS - 1, 2),
      ...TABLE_HEADINGS.map((heading, index) => wide(boxHeading(heading), shares[index] ?? 1, 2)),
      wide(boxHeading('추진상황'), rateShare + statusShare),
    ),
    spreadRow(
      coveredBelow('boxHeading', 1),
      coveredBelow('boxHeading', LABEL_COLUMNS - 1),
      ...TABLE_HEADINGS.map((_, index) => coveredBelow('boxHeading', shares[index] ?? 1)),
      wide(boxHeading('이행률'), rateShare),
      wide(boxHeading('이행구분'), statusShare),
    ),
    spreadRow(
      wide(textCell(pledge.executingBody ?? '', 'box'), 1),
      wide(textCell(pledge.termKind ?? '', 'box'), LABEL_COLUMNS - 1),
      ...values.map((cell, index) => wide(cell, shares[index] ?? 1)),
      wide(printedRateCell(report), rateShare),
      wide(textCell(statusText(report), 'box'), statusShare),
    ),
  ];
}

/**
 * The cost stated in the settings, marked if the plan adds up to another amount; else the sum of the plan.
 */
function costCell(report: Report): GridCell {
  const { budget, pledge } = report;
  const planned = budget?.total.planned ?? UNKNOWN_FIGURE;
  const stated = pledge.totalCostWon;
  if (stated === null || stated === planned.value) return millionCell(planned);
  return statedMillionCell(stated, 'box', planned.value === null ? '' : MARK);
}

const MARK = '※';

/** The note on the sum of the plan where it differs from the stated cost; else null. */
function otherCost({ budget, pledge }: Report): string | null {
  const planned = budget?.total.planned.value ?? null;
  const stated = pledge.totalCostWon;
  return stated === null || planned === null || planned === stated
    ? null
    : `총사업비는 ${INPUT_TAB_NAMES[pledge.describedIn]} 탭에 적은 것이고, 예산계획의 합은 ${won(planned)}입니다.`;
}

/** The pledge's rate. One that somebody states is labelled 자체평가. */
function printedRateCell(report: Report): GridCell {
  const { percent, from } = report.rate;
  return from === 'stated' && percent !== null
    ? textCell(`${percentText(percent)}\n(자체평가)`, 'box')
    : pledgeRateCell(report, 'box');
}

/** The chosen status, else the suggested one labelled 제안, else 미정. */
function statusText({ status, lists }: Report): string {
  if (status.chosen !== null) return officeStatusName(lists, status.chosen);
  return status.suggested === null
    ? NO_IMPLEMENTATION_STATUS_NAME
    : `${officeStatusName(lists, status.suggested)}\n(제안)`;
}

function periodText(start: number | null, end: number | null): string {
  return start === null && end === null ? '' : `${start ?? ''}~${end ?? ''}`;
}
