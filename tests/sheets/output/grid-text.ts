/**
 * A result tab as text that can be read at a glance:
 *
 *     12 label | 2024 | 90 ← 연차목표 4 | 45% ← 연차목표 4 / 연차목표 6
 *
 * Each line begins with the row's number and the role of its cells. If the roles differ, each cell has its
 * own in brackets. Then each cell follows as displayed, with the rows behind it, the cell it links to and, as
 * `[columns × rows]`, the cells it covers; `[down 3 rows]` is a box that is open to the rows below. What is
 * beside the cells follows below.
 */
import { type Figure, sourcesOf } from '../../../src/domain/figure.ts';
import { displayText } from '../../../src/local/workbook/display.ts';
import { columnLetters, tabNameOf } from '../../../src/sheets/addresses.ts';
import type { GridArea } from '../../../src/sheets/output/grid/charts-and-formats.ts';
import type { Basis, Grid, GridCell, GridRow } from '../../../src/sheets/output/grid/grid.ts';

export function gridText(grid: Grid): string {
  const rows = grid.rows.map((row, index) => `${index + 1} ${rowText(row)}`.trimEnd());
  return [...rows, ...besideText(grid)].map((line) => `${line}\n`).join('');
}

function rowText(row: GridRow): string {
  const shown = row.filter((_, column) => !isCovered(row, column));
  const [first, ...others] = shown.map(({ role }) => role);
  const isOne = others.every((role) => role === first);
  const cells = shown.map(
    (cell) => (isOne || cell.role === 'plain' ? '' : `(${cell.role}) `) + cellText(cell),
  );
  return [isOne ? first : '', ...cells].join(' | ').trimStart();
}

/** Whether a cell at the left in the same row covers this one. */
function isCovered(row: GridRow, column: number): boolean {
  return row.some(({ span }, left) => span !== undefined && left < column && column < left + span.columns);
}

function cellText({ value, format, basis, span, stack, link }: GridCell): string {
  const covers = span === undefined ? '' : ` [${span.columns} × ${span.rows}]`;
  const continues = stack === undefined ? '' : ` [down ${stack} rows]`;
  const text = displayText(value, format, 'ko_KR').replaceAll('\n', ' ⏎ ');
  const leadsTo = link === undefined ? '' : ` → ${link.tabName} ${link.cell}`;
  const rows = basis === undefined ? '' : basisText(basis);
  return `${text}${rows === '' ? '' : ` ← ${rows}`}${leadsTo}${covers}${continues}`;
}

function basisText(basis: Basis): string {
  switch (basis.kind) {
    case 'figure':
      return figureRows(basis.figure);
    case 'rate':
      return bothRows(basis.part, '/', basis.whole);
    case 'mean':
      return basis.rates.map(({ part, whole }) => bothRows(part, '/', whole)).join('; ');
    case 'average':
      return figureRows(basis.figure);
    case 'difference':
      return bothRows(basis.minuend, '-', basis.subtrahend);
  }
}

function bothRows(one: Figure, between: string, other: Figure): string {
  const rows = [one, other].map(figureRows);
  return rows.every((text) => text === '') ? '' : rows.join(` ${between} `).trim();
}

/** `소통기록 3–5·8`; empty for a figure without rows. */
function figureRows(figure: Figure): string {
  const sources = sourcesOf(figure);
  const tabs = [...new Set(sources.map(({ tab }) => tab))];
  return tabs
    .map((tab) => {
      const rows = sources.filter((source) => source.tab === tab).map(({ row }) => row);
      return `${tabNameOf(tab)} ${runsOf(rows).join('·')}`;
    })
    .join(' + ');
}

function runsOf(rows: readonly number[]): readonly string[] {
  const runs: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run !== undefined && run.last + 1 === row) run.last = row;
    else runs.push({ first: row, last: row });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
}

function besideText({ columnWidths, frozenRows, rowHeights, charts, conditionalFormats }: Grid): string[] {
  return [
    `columns ${columnWidths.join(' ')}, the first ${frozenRows} rows stay`,
    ...(rowHeights.length === 0 ? [] : [`rows ${rowHeights.join(' ')}`]),
    ...(charts ?? []).map(
      ({ key, title, kind, areas, place, width, colors }) =>
        `${key}: ${kind} '${title}' of ${areas.map(areaText).join(' ')} at ${areaText(place)}, ${width} wide, in ${colors.join(' ')}`,
    ),
    ...(conditionalFormats ?? []).map(
      ({ area, when, look }) =>
        `${areaText(area)} ${look} where ${'text' in when ? `it holds ${when.text}` : when.formula}`,
    ),
  ];
}

function areaText({ row, column, rows, columns }: GridArea): string {
  return `${columnLetters(column)}${row}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}
