/** 실적보고: the official sheet as the district publishes it, as of the chosen date, ready to print. */
import { isOfOwnTabs } from '../../../domain/finding.ts';
import type { Report } from '../../../domain/report.ts';
import type { RowAccounts } from '../../../domain/row-account.ts';
import { type Grid, type GridRow, rectangular } from '../grid/grid.ts';
import { rowHeights } from '../grid/row-heights.ts';
import type { ListedFinding } from '../results/listed-finding.ts';
import { accountsByName, leftOutText } from '../results/row-account-line.ts';
import { appendixRows } from './appendix.ts';
import { budgetRows } from './budget.ts';
import { boxHeading, boxText } from './cells.ts';
import { detailRows } from './details.ts';
import { type Frame, frameOf, fullRow, LABEL_COLUMNS, NOT_COMPUTED } from './layout.ts';
import { planRows } from './plan.ts';
import { headRows, STATUS_HEIGHT, STATUS_ROW } from './pledge-table.ts';
import { resultRows } from './results.ts';
import { spreadRow, wide } from './wide-cells.ts';

/** The largest number of runs of rows of equal height. */
const MOST_HEIGHTS = 28;

/** The whole sheet. A part that could not be computed says so in its place. */
export function officialSheet(
  report: Report,
  accounts: RowAccounts,
  findings: readonly ListedFinding[],
): Grid {
  const frame = frameOf(report);
  const { indicators, budget } = report;
  // Readers of the published sheet do not have our other tabs.
  const ofFigures = findings.filter((finding) => !isOfOwnTabs(finding));
  const parts: readonly GridRow[] = [
    ...headRows(frame, report, leftOutText(accountsByName(accounts), ofFigures)),
    fullRow(frame, '', 'sheetLine'),
    ...planRows(frame, report),
    fullRow(frame, '', 'sheetLine'),
    ...(indicators.length === 0 ? notComputed(frame, '추진 실적') : resultRows(frame, report)),
    fullRow(frame, '', 'sheetLine'),
    ...detailRows(frame, report),
    ...(budget === null ? notComputed(frame, '예산집행현황') : budgetRows(frame, report.lists, budget)),
    fullRow(frame, '', 'sheetLine'),
    ...futureRows(frame, report),
    ...appendixRows(frame, report),
  ];
  // Tables of a pledge of one or two years are narrower than the sheet.
  const rows = rectangular(parts, frame.width);
  return {
    rows,
    columnWidths: frame.columnWidths,
    frozenRows: 0,
    rowHeights: rowHeights(rows, frame.columnWidths, MOST_HEIGHTS).map((height, index) =>
      index + 1 === STATUS_ROW ? Math.max(height, STATUS_HEIGHT) : height,
    ),
  };
}

function notComputed(frame: Frame, title: string): readonly GridRow[] {
  return [fullRow(frame, title, 'sheetSection'), fullRow(frame, NOT_COMPUTED, 'sheetLine')];
}

function futureRows(frame: Frame, { futurePlans }: Report): readonly GridRow[] {
  if (futurePlans.length === 0) return [];
  return [
    fullRow(frame, '향후계획', 'sheetSection'),
    spreadRow(wide(boxHeading('시기'), LABEL_COLUMNS - 1), wide(boxHeading('내용'), frame.narrowColumns + 1)),
    ...futurePlans.map(({ when, content }) =>
      spreadRow(wide(boxText(when), LABEL_COLUMNS - 1), wide(boxText(content), frame.narrowColumns + 1)),
    ),
    fullRow(frame, '', 'sheetLine'),
  ];
}
