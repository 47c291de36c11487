/** The `<cols>` of a worksheet: widths and hidden columns, stored as runs of equal columns. */
import type { SheetState } from '../../workbook/document.ts';
import { type Attributes, type Element, elementText, isTrue } from '../package/xml.ts';

/** A `<col>`: the attributes of the columns from `first` to `last`. */
export interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly attributes: Attributes;
}

/** Width of a new column in Sheets, in pixels. */
const DEFAULT_WIDTH = 100;

export function columnRuns(worksheet: Element): ColumnRun[] {
  return worksheet.childrenOf('cols').map(({ attributes: { min = 1, max = min, ...attributes } }) => ({
    first: Number(min),
    last: Number(max),
    attributes,
  }));
}

type Sizes = Pick<SheetState, 'columnWidths' | 'hiddenColumns'>;

/** Widths in pixels and hidden columns, up to the last column of the grid. */
export function columnSizes(runs: readonly ColumnRun[], columns: number, digitWidth: number): Sizes {
  const columnWidths = new Map<number, number>();
  const hiddenColumns = new Set<number>();
  for (const { first, last, attributes } of runs) {
    const pixels = Math.round(Number(attributes.width ?? 0) * digitWidth);
    for (let column = first; column <= Math.min(last, columns); column++) {
      if (pixels > 0 && pixels !== DEFAULT_WIDTH) columnWidths.set(column, pixels);
      if (isTrue(attributes.hidden)) hiddenColumns.add(column);
    }
  }
  return { columnWidths, hiddenColumns };
}

/** The `<col>` elements after a change of sizes. Unchanged columns keep their attributes. */
export function columnElements(
  runs: readonly ColumnRun[],
  before: Sizes,
  after: Sizes,
  digitWidth: number,
): string[] {
  // Excel measures widths in digits of the default font, in steps of 1/256.
  const digits = (pixels: number) => String(Math.floor((pixels / digitWidth) * 256) / 256);
  const lastSized = [before, after]
    .flatMap(({ columnWidths, hiddenColumns }) => [...columnWidths.keys(), ...hiddenColumns])
    .reduce((most, column) => Math.max(most, column), 0);
  const changed: ColumnRun[] = [];
  for (let column = 1; column <= lastSized; column++) {
    const attributes = { ...runs.find(({ first, last }) => first <= column && column <= last)?.attributes };
    const width = after.columnWidths.get(column);
    if (before.columnWidths.get(column) !== width) {
      attributes.width = width === undefined ? null : digits(width);
      attributes.customWidth = width === undefined ? null : '1';
    }
    const isHidden = after.hiddenColumns.has(column);
    if (before.hiddenColumns.has(column) !== isHidden) attributes.hidden = isHidden ? '1' : null;
    // Without a width, Excel would make the column as narrow as possible.
    if (saysSomething(attributes)) attributes.width ??= digits(DEFAULT_WIDTH);
    changed.push({ first: column, last: column, attributes });
  }
  const rest = runs
    .filter(({ last }) => last > lastSized)
    .map((run) => ({ ...run, first: Math.max(run.first, lastSized + 1) }));
  return joined([...changed, ...rest].filter(({ attributes }) => saysSomething(attributes))).map(
    ({ first, last, attributes }) => elementText('col', { min: first, max: last, ...attributes }),
  );
}

function saysSomething(attributes: Attributes): boolean {
  return Object.values(attributes).some((value) => value !== null);
}

/** Joins adjacent runs with the same attributes. */
function joined(runs: readonly ColumnRun[]): readonly ColumnRun[] {
  const result: ColumnRun[] = [];
  for (const run of runs) {
    const previous = result.at(-1);
    if (previous !== undefined && previous.last === run.first - 1 && saysSame(previous, run)) {
      result[result.length - 1] = { ...previous, last: run.last };
    } else {
      result.push(run);
    }
  }
  return result;
}

function saysSame(one: ColumnRun, other: ColumnRun): boolean {
  return elementText('col', one.attributes) === elementText('col', other.attributes);
}
