/** The rows behind a cell, aligned for a terminal. */
import stringWidth from 'string-width';
import type { TracedFigure } from '../../app/trace/trace.ts';
import type { Trace } from '../run-workbook.ts';
import { shortened, tableLines } from './terminal.ts';

/** In columns. Longer texts are cut so that the columns stay aligned. */
const WIDEST_CELL = 30;

export function traceText({ tab, cell, pledge, equation, parts }: Trace): string {
  return [
    `${tab}!${cell}${pledge === undefined ? '' : ` (공약 ${pledge})`}`,
    ...(equation === null ? [] : [equation]),
    ...parts.flatMap((part) => ['', ...figureLines(part)]),
  ].join('\n');
}

function figureLines({ label, sum, unit, rows }: TracedFigure): readonly string[] {
  const title = unit === '' ? label : `${label} (${unit})`;
  if (rows.length === 0) return [title, '근거가 되는 행이 없습니다.'];
  const headings = [...new Set(rows.flatMap(({ columns }) => Object.keys(columns)))];
  const values = rows.map(({ value, approximate }) => `${approximate ? '약 ' : ''}${shownNumber(value)}`);
  // There is no sum where only the last value counts.
  const total = sum === null ? [] : [shownNumber(sum)];
  const width = Math.max(...[...values, ...total].map((text) => stringWidth(text)));
  const table = [
    ['탭', '행', ...headings.map(cut), `${' '.repeat(Math.max(0, width - stringWidth('값')))}값`],
    ...rows.map(({ tab, row, columns }, index) => [
      tab,
      String(row),
      ...headings.map((heading) => cut(columns[heading] ?? '')),
      values[index] ?? '',
    ]),
    ...total.map((text) => ['합계', '', ...headings.map(() => ''), text]),
  ];
  return [title, ...tableLines(table)];
}

/** △ marks a negative amount in Korean public accounts. */
function shownNumber(value: number): string {
  return `${value < 0 ? '△' : ''}${Math.abs(value).toLocaleString('ko-KR')}`;
}

function cut(text: string): string {
  return shortened(text, WIDEST_CELL);
}
