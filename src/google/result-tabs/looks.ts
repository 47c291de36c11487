/**
 * The looks of a result tab, in parts that each take a call or two, however many rows there are. The tab's
 * mark keeps how each part was written last, so an unchanged part costs nothing.
 */
import { fingerprint } from '../../domain/fingerprint.ts';
import { blockOf, type Decoration } from '../../sheets/output/grid/appearance.ts';
import type { GridArea } from '../../sheets/output/grid/charts-and-formats.ts';
import { inFewRuns } from '../../sheets/output/grid/few-runs.ts';
import type { Grid } from '../../sheets/output/grid/grid.ts';
import type { Shape } from '../../sheets/output/results/shapes.ts';
import { runsOf } from '../runs.ts';
import { freezeRows } from '../sheet-view.ts';
import { extentOf } from '../tab-sizes.ts';
import { drawCharts } from './charts.ts';
import { setConditionalFormats } from './conditional-formats.ts';
import { notationOf } from './notation.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;

const BORDER_COLOR = '#7b8794';

/** What the mark says about a tab whose cells have no looks yet. */
export const NO_LOOKS = 'new';
const SEPARATOR = '_';

/** One part of a tab's looks. */
export interface Look {
  /** Text for the mark that changes when the part does; null: the part looks as in a new tab. */
  readonly markText: string | null;
  /** Whether it is known before the figures are. */
  readonly isShape: boolean;
  /**
   * @param before what the mark says about the part; empty where nothing is known.
   * @returns false where the platform refused, so that the next run tries again.
   */
  write(before: string): boolean;
}

/**
 * The looks of a tab without merged cells, in the order in which they are written.
 * @param range the cells of the grid.
 * @param whole all cells of the tab.
 * @param isNew whether no cell has borders and every row has the usual height.
 */
export function looksOf(
  range: Range,
  whole: Range,
  grid: Pick<Grid, 'columnWidths' | 'frozenRows' | 'rowHeights' | 'charts' | 'conditionalFormats'>,
  decoration: Decoration,
  isNew: boolean,
): readonly Look[] {
  const sheet = range.getSheet();
  const { fontWeights, fontColors, fontSizes, backgrounds, alignments, wraps, boxes, stacks } = decoration;
  const { columnWidths, rowHeights, frozenRows, charts = [], conditionalFormats = [] } = grid;
  return [
    look([inRuns(fontWeights), inRuns(fontColors), inRuns(fontSizes)], false, () => {
      range.setTextStyles(textStyles(decoration));
    }),
    look(inRuns(backgrounds), isEvery(backgrounds, '#ffffff'), () => {
      range.setBackgrounds(backgrounds);
    }),
    look(inRuns(alignments), false, () => {
      range.setHorizontalAlignments(alignments);
    }),
    look(inRuns(wraps), isEvery(wraps, false), () => {
      range.setWraps(wraps);
    }),
    shapeLook('middle', rowHeights.length === 0, () => {
      whole.setVerticalAlignment('middle');
    }),
    look([boxes, stacks], boxes.length === 0, () => {
      if (!isNew) whole.setBorder(false, false, false, false, false, false);
      drawBoxes(sheet, boxes, stacks);
    }),
    shapeLook(frozenRows, frozenRows === 0, () => {
      freezeRows(sheet, frozenRows);
    }),
    shapeLook(columnWidths, columnWidths.length === 0, () => {
      setColumnWidths(sheet, columnWidths, 'result');
    }),
    // Rows of the usual height at the end are left out: more or fewer of them are no change.
    {
      markText: rowHeights.length === 0 ? null : heightsText(withoutUsualEnd(rowHeights)),
      isShape: true,
      write: (before) => {
        setRowHeights(sheet, withoutUsualEnd(rowHeights), isNew ? [] : heightsIn(before));
        return true;
      },
    },
    look(charts, charts.length === 0, () => drawCharts(sheet, charts, range.getNumColumns())),
    look(conditionalFormats, conditionalFormats.length === 0, () =>
      setConditionalFormats(whole, conditionalFormats),
    ),
  ];
}

function look(content: unknown, isNone: boolean, write: () => unknown): Look {
  return {
    markText: isNone ? null : fingerprint(JSON.stringify(content)),
    isShape: false,
    write: () => write() !== false,
  };
}

function shapeLook(content: unknown, isNone: boolean, write: () => unknown): Look {
  return { ...look(content, isNone, write), isShape: true };
}

/**
 * Writes the looks that are known before the figures.
 * @returns what the tab's mark should say about its looks.
 */
export function shapeTab(sheet: Sheet, shape: Shape): string {
  const { rows, columns } = extentOf(sheet);
  const whole = sheet.getRange(1, 1, rows, columns);
  const looks = looksOf(whole, whole, shape, blockOf({ rows: [] }).decoration, true);
  const written = looks.filter(({ isShape, markText }) => isShape && markText !== null);
  for (const one of written) one.write('');
  return looks.map((one) => (written.includes(one) ? one.markText : NO_LOOKS)).join(SEPARATOR);
}

/** Whether a mark says that figures have no looks yet. */
export function hasNoLooks(mark: string): boolean {
  return mark.split(SEPARATOR)[0] === NO_LOOKS;
}

/**
 * Each row as its runs of equal cells, each as the value and its count: the same rows
 * in far fewer characters.
 */
function inRuns<Value extends string | number | boolean>(
  rows: readonly (readonly Value[])[],
): readonly (readonly (Value | number)[])[] {
  return rows.map((row) => {
    const runs: (Value | number)[] = [];
    let start = 0;
    for (let column = 1; column <= row.length; column += 1) {
      const value = row[start];
      if (value === undefined || row[column] === value) continue;
      runs.push(value, column - start);
      start = column;
    }
    return runs;
  });
}

function isEvery<Value>(rows: readonly (readonly Value[])[], value: Value): boolean {
  return rows.every((row) => row.every((cell) => cell === value));
}

/** The looks that differ from those written last, each with its part of the mark. */
export function changedLooks(
  looks: readonly Look[],
  mark: string,
): readonly { readonly look: Look; readonly before: string }[] {
  const parts = mark.split(SEPARATOR);
  return looks.flatMap((look, index) => {
    const before = mark === NO_LOOKS ? NO_LOOKS : (parts[index] ?? '');
    return before === (look.markText ?? NO_LOOKS) ? [] : [{ look, before }];
  });
}

/** What the mark should say about looks, some of which could not be written. */
export function markOfLooks(looks: readonly Look[], unwritten: ReadonlySet<Look>): string {
  return looks.map((one) => (unwritten.has(one) ? '' : (one.markText ?? NO_LOOKS))).join(SEPARATOR);
}

/** Weight, colour and size of text, all set with one call. */
function textStyles({ fontWeights, fontColors, fontSizes }: Decoration): TextStyle[][] {
  const styles = new Map<string, TextStyle>();
  const styleOf = (weight: string, color: string, size: number) => {
    const key = `${weight} ${color} ${size}`;
    const style =
      styles.get(key) ??
      SpreadsheetApp.newTextStyle()
        .setBold(weight === 'bold')
        .setForegroundColor(color)
        .setFontSize(size)
        .build();
    styles.set(key, style);
    return style;
  };
  return fontWeights.map((weights, row) =>
    weights.map((weight, column) =>
      styleOf(weight, fontColors[row]?.[column] ?? '', fontSizes[row]?.[column] ?? 0),
    ),
  );
}

/** Draws borders around every cell of the boxes, without horizontal lines inside the stacks. */
function drawBoxes(sheet: Sheet, boxes: readonly GridArea[], stacks: readonly GridArea[]): void {
  if (boxes.length === 0) return;
  const { SOLID } = SpreadsheetApp.BorderStyle;
  sheet
    .getRangeList(boxes.map(notationOf))
    .setBorder(true, true, true, true, true, true, BORDER_COLOR, SOLID);
  if (stacks.length === 0) return;
  sheet.getRangeList(stacks.map(notationOf)).setBorder(null, null, null, null, null, false);
}

/** Height of a new row in Sheets, in pixels. */
const USUAL_HEIGHT = 21;

function withoutUsualEnd(heights: readonly number[]): readonly number[] {
  let end = heights.length;
  while (end > 0 && heights[end - 1] === USUAL_HEIGHT) end -= 1;
  return heights.slice(0, end);
}

/**
 * Sets row heights with as few calls as possible: one for each run of rows that changed, or one that resets
 * all rows and one for each run of higher ones.
 * @param before the heights as written last; null: not known.
 */
function setRowHeights(sheet: Sheet, heights: readonly number[], before: readonly number[] | null): void {
  const rows = Math.max(heights.length, before?.length ?? 0);
  const wanted = Array.from({ length: rows }, (_, row) => heights[row] ?? USUAL_HEIGHT);
  // null: the row stays as it is.
  const rowsToSet = (heightOf: (height: number, row: number) => number | null) =>
    runsOf(wanted.map(heightOf)).flatMap(({ value: height, ...run }) =>
      height === null ? [] : [{ height, ...run }],
    );
  const higher = rowsToSet((height) => (height === USUAL_HEIGHT ? null : height));
  const others = rowsToSet((height, row) => (height === (before?.[row] ?? USUAL_HEIGHT) ? null : height));
  const isFewer = before !== null && others.length <= higher.length;
  if (!isFewer && rows > 0) sheet.setRowHeights(1, rows, USUAL_HEIGHT);
  for (const { first, count, height } of isFewer ? others : higher) sheet.setRowHeights(first, count, height);
}

/**
 * Heights as text: `h29x1y21x4y37x1` gives each height and its number of rows. A mark keeps
 * only letters and digits.
 */
function heightsText(heights: readonly number[]): string {
  const runs = runsOf(heights).map(({ value, count }) => `${value}x${count}`);
  return `h${runs.join('y')}`;
}

/** The heights in such a text; null for any other: earlier versions kept a fingerprint. */
function heightsIn(text: string): readonly number[] | null {
  if (!/^h(?:\d+x\d+(?:y\d+x\d+)*)?$/.test(text)) return null;
  return [...text.matchAll(/(\d+)x(\d+)/g)].flatMap(([, height, count]) =>
    Array<number>(Number(count)).fill(Number(height)),
  );
}

/**
 * Most runs of equally wide columns in a tab of so many columns. 월별기록 has 28, whose first ones would
 * otherwise be as wide as its lists.
 */
const MOST_WIDTHS = {
  result: () => 4,
  log: (columns: number) => Math.max(2, Math.ceil(columns / 10)),
} as const;

/** Sets column widths in few calls. Some columns become wider than they need to be. */
export function setColumnWidths(
  sheet: Sheet,
  widths: readonly number[],
  kind: keyof typeof MOST_WIDTHS,
): void {
  for (const { value, first, count } of runsOf(inFewRuns(widths, MOST_WIDTHS[kind](widths.length)))) {
    sheet.setColumnWidths(first, count, value);
  }
}
