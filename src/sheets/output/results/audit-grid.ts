/** 점검: all findings, worst first, and how many rows of each tab were counted. */
import type { IsoDate } from '../../../domain/date.ts';
import { SEVERITIES, type Severity } from '../../../domain/findings/severity.ts';
import { groupBy } from '../../../domain/grouping.ts';
import type { RowAccount, RowAccounts } from '../../../domain/row-account.ts';
import { INPUT_TABS } from '../../../domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../input/tabs.ts';
import { severityName } from '../../messages.ts';
import { withCommas } from '../../numbers.ts';
import { shownDate } from '../../raw.ts';
import {
  BLANK,
  beforeText,
  type Grid,
  type GridRow,
  headingCells,
  noteCell,
  numberCell,
  textCell,
  titleCell,
} from '../grid/grid.ts';
import { rowHeights } from '../grid/row-heights.ts';
import { OUTPUT_TABS } from '../tabs.ts';
import type { ListedFinding } from './listed-finding.ts';
import { RESULT_SHAPES } from './shapes.ts';

/** Of more findings of one kind in one column, this many are shown in full. */
const SHOWN_OF_A_KIND = 5;
const { columnWidths: COLUMN_WIDTHS, frozenRows: HEADING_ROWS } = RESULT_SHAPES.audit;

/** Width of the column of pledge numbers, in pixels. */
const PLEDGE_WIDTH = 60;
/** The largest number of runs of rows of equal height, below the headings. */
const MOST_HEIGHTS = 3;
/** The conditional formats cover a multiple of this many rows, so that they rarely change. */
const COLORED_ROWS = 200;

/**
 * @param isComputed true if there are figures as of that date.
 * @param hasPledgeColumn true for an office's book: a column after the severity then names the pledge of each
 * finding.
 */
export function auditGrid(
  date: IsoDate,
  isComputed: boolean,
  findings: readonly ListedFinding[],
  accounts: RowAccounts,
  hasPledgeColumn = false,
): Grid {
  const asOf = isComputed ? `기준일 ${shownDate(date)} · ` : '';
  const all: readonly GridRow[] = [
    [titleCell(OUTPUT_TABS.audit)],
    [noteCell(`${asOf}${findingCounts(findings)}`)],
    [],
    headingCells('구분', '공약', '탭', '칸', '적힌 값', '무엇이 문제인가', '어떻게 할까'),
    ...(findings.length === 0 ? [[noteCell('살펴볼 것이 없습니다.')]] : findingRows(findings)),
    [],
    ...accountRows(accounts),
  ];
  const rows = hasPledgeColumn
    ? all
    : all.map(([first, _, ...others]) => (first === undefined ? [] : [first, ...others]));
  const [severityWidth, ...widths] = COLUMN_WIDTHS;
  const columnWidths = hasPledgeColumn ? [severityWidth, PLEDGE_WIDTH, ...widths] : COLUMN_WIDTHS;
  return {
    rows,
    columnWidths,
    frozenRows: HEADING_ROWS,
    rowHeights: [
      ...rowHeights(rows.slice(0, HEADING_ROWS), columnWidths, 1),
      ...rowHeights(rows.slice(HEADING_ROWS), columnWidths, MOST_HEIGHTS),
    ],
    conditionalFormats: SEVERITIES.map((severity) => ({
      area: {
        row: HEADING_ROWS + 1,
        column: 1,
        rows: COLORED_ROWS * Math.ceil((rows.length + 1) / COLORED_ROWS),
        columns: 1,
      },
      when: { text: severityName(severity) },
      look: severity,
    })),
  };
}

/** `오류 2건 · 경고 1건 · 알림 13건` */
export function findingCounts(findings: readonly { readonly severity: Severity }[]): string {
  return SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${severityName(severity)} ${withCommas(count)}건`;
  }).join(' · ');
}

function findingRows(findings: readonly ListedFinding[]): readonly GridRow[] {
  const kinds = groupBy(findings, ({ code, tab, cell }) => `${code} ${tab} ${cell.replace(/\d/g, '')}`);
  return [...kinds.values()].flatMap((kind) => {
    const rows = kind.slice(0, SHOWN_OF_A_KIND).map(findingRow);
    const [first] = kind;
    if (kind.length <= SHOWN_OF_A_KIND) return rows;
    const rest = kind.slice(SHOWN_OF_A_KIND);
    const [only, ...others] = new Set(rest.map(({ pledge }) => pledge));
    const isOfOne = others.length === 0;
    const cells = rest.map(({ cell, pledge }) =>
      isOfOne || pledge === undefined ? cell : `${cell}(${pledge})`,
    );
    const more = `같은 문제가 ${withCommas(cells.length)}곳 더 있습니다: ${cellsShown(cells)}`;
    return [
      ...rows,
      [
        textCell(severityName(first.severity), 'severity'),
        isOfOne && only !== undefined ? textCell(only, 'word') : BLANK,
        textCell(first.tab),
        BLANK,
        BLANK,
        noteCell(more),
      ],
    ];
  });
}

function cellsShown(cells: readonly string[]): string {
  const most = 20;
  return cells.length <= most
    ? cells.join(', ')
    : `${cells.slice(0, most).join(', ')} 외 ${withCommas(cells.length - most)}곳`;
}

function findingRow({ severity, pledge = '', tab, cell, found, what, remedy }: ListedFinding): GridRow {
  return [
    textCell(severityName(severity), 'severity'),
    textCell(pledge, 'word'),
    textCell(tab),
    cell === '' ? BLANK : { ...textCell(cell, 'word'), link: { tabName: tab, cell } },
    textCell(found, 'prose'),
    textCell(what, 'prose'),
    textCell(remedy, 'prose'),
  ];
}

function accountRows(accounts: RowAccounts): readonly GridRow[] {
  return [
    [titleCell('읽은 행은 어디로 갔나')],
    headingCells('', '', '탭', '읽음', '집계', '기준일 뒤 · 뺌 · 건너뜀'),
    ...INPUT_TABS.flatMap((tab): GridRow[] => {
      const account = accounts[tab];
      if (account === undefined) return [];
      return [
        [
          BLANK,
          BLANK,
          textCell(INPUT_TAB_NAMES[tab], 'label'),
          numberCell(account.read),
          beforeText(numberCell(account.counted)),
          textCell(notCountedText(account)),
        ],
      ];
    }),
    [noteCell('읽음 = 집계 + 기준일 뒤 + 뺌 + 건너뜀(빈 행, ※ 메모, 계 행, 되풀이된 제목)')],
  ];
}

function notCountedText({ afterAsOf, excluded, skipped }: RowAccount): string {
  return `기준일 뒤 ${withCommas(afterAsOf)} · 집계에서 뺌 ${withCommas(excluded)} · 건너뜀 ${withCommas(skipped)}`;
}
