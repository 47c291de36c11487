/** What `npm start` prints: the figures of the result tabs, aligned for a terminal in which a Hangul letter is two columns wide. */
import stringWidth from 'string-width';
import type { RunResult } from '../../app/run/run-result.ts';
import type { CallCount, DocumentState } from '../host/host.ts';
import { displayedTabs } from './result-json.ts';

const MILLION = 1_000_000;
/** Longer than this a cell is a sentence, which lines up with nothing. */
const WIDEST_ALIGNED_CELL = 30;
const TABS_PRINTED = ['소통누적', '건의현황', '예산현황'] as const;

/** @param calls of a run on the workbook as it is now, its result tabs already made. */
export function summaryText(result: RunResult, document: DocumentState, calls: CallCount): string {
  const tabs = displayedTabs(document);
  return [
    ...headline(result),
    ...TABS_PRINTED.flatMap((name) => ['', ...tableLines(tabs[name] ?? [])]),
    '',
    findingLine(result),
    `서비스 호출 ${calls.transfers}번 (읽고 쓰는 호출; 그 밖에 대상만 가리키는 호출 ${calls.handles}번)`,
  ].join('\n');
}

function headline({ asOf, pledge, meetings, suggestions, budget }: RunResult): readonly string[] {
  const lines = [`공약 ${pledge.number ?? '(번호 없음)'} ${pledge.name ?? ''}`.trimEnd(), `기준일 ${asOf}`];
  if (meetings !== null) {
    const { cumulative, target, ratePercent, status } = meetings;
    const chosen = status.chosen ?? (status.suggested === null ? '' : `${status.suggested}(제안)`);
    lines.push(
      `소통 ${cumulative}${pledge.unit} / ${target ?? '-'}${pledge.unit} = ${ratePercent ?? '-'} %  ${chosen}`.trimEnd(),
    );
  }
  if (suggestions !== null) lines.push(`건의 ${suggestions.total}건`);
  if (budget !== null) {
    const { executedWon, plannedWon, ratePercent } = budget;
    lines.push(`예산 ${millions(executedWon)}/${millions(plannedWon)}백만원 = ${ratePercent ?? '-'} %`);
  }
  return lines;
}

function millions(won: number | null): string {
  return won === null ? '-' : String(won / MILLION);
}

function findingLine({ findings }: RunResult): string {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return `점검: 오류 ${count('error')}건, 경고 ${count('warning')}건, 알림 ${count('notice')}건`;
}

/** Each block of rows (blocks are parted by blank rows) with its own column widths; numbers to the right. */
export function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const lines: string[] = [];
  let block: (readonly string[])[] = [];
  for (const row of [...rows, []]) {
    if (row.some((cell) => cell !== '')) {
      block.push(row);
      continue;
    }
    lines.push(...blockLines(block), '');
    block = [];
  }
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

function blockLines(rows: readonly (readonly string[])[]): readonly string[] {
  const tabular = rows.filter((row) => row.filter((cell) => cell !== '').length > 1);
  const columns = Math.max(0, ...tabular.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(
      0,
      ...tabular.map((row) => stringWidth(row[column] ?? '')).filter((width) => width <= WIDEST_ALIGNED_CELL),
    ),
  );
  return rows.map((row) => {
    if (row.filter((cell) => cell !== '').length <= 1 && (row[0] ?? '') !== '') return row[0] ?? '';
    return row
      .map((cell, column) => {
        const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell)));
        return column > 0 && isNumeric(cell) ? padding + cell : cell + padding;
      })
      .join('  ')
      .trimEnd();
  });
}

function isNumeric(cell: string): boolean {
  return /^(약 )?△?[\d,]+(\.\d+)?%?$/.test(cell);
}
