import { type Element, elementText, isTrue } from '../package/xml.ts';

/** A `<col>`: what it says of the columns from `first` to `last`. */
export interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly attributes: Attributes;
}

/** What it says besides the columns. */
type Attributes = Readonly<Record<string, string | undefined>>;

/** The runs of a `<cols>` element. */
export function columnRuns(cols: Element | undefined): ColumnRun[] {
  return (
    cols?.children.map(({ attributes: { min = 1, max = min, ...attributes } }) => ({
      first: Number(min),
      last: Number(max),
      attributes,
    })) ?? []
  );
}

export interface ColumnSizes {
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** Widths in pixels and hidden columns, as far as the grid goes. */
export function columnSizes(runs: readonly ColumnRun[], columns: number, digitWidth: number) {
  const columnWidths = new Map<number, number>();
  const hiddenColumns = new Set<number>();
  for (const { first, last, attributes } of runs) {
    const width = Number(attributes.width ?? 0);
    for (let column = first; column <= Math.min(last, columns); column++) {
      const pixels = Math.round(width * digitWidth);
      if (pixels > 0 && pixels !== DEFAULT_WIDTH) columnWidths.set(column, pixels);
      if (isTrue(attributes.hidden)) hiddenColumns.add(column);
    }
  }
  return { columnWidths, hiddenColumns };
}

/** The `<cols>` element after a change of sizes. Columns that did not change keep every word. */
export function colsElement(
  runs: readonly ColumnRun[],
  before: ColumnSizes,
  after: ColumnSizes,
  digitWidth: number,
): string {
  const touched = [
    ...before.columnWidths.keys(),
    ...after.columnWidths.keys(),
    ...before.hiddenColumns,
    ...after.hiddenColumns,
  ];
  const lastTouched = touched.reduce((most, column) => Math.max(most, column), 0);
  const result: ColumnRun[] = [];
  for (let column = 1; column <= lastTouched; column++) {
    const original = runs.find(({ first, last }) => first <= column && column <= last)?.attributes;
    let attributes = { ...original };
    const width = after.columnWidths.get(column);
    if (before.columnWidths.get(column) !== width) {
      attributes = {
        ...attributes,
        width: width === undefined ? undefined : widthFor(width, digitWidth),
        customWidth: width === undefined ? undefined : '1',
      };
    }
    if (before.hiddenColumns.has(column) !== after.hiddenColumns.has(column)) {
      attributes = { ...attributes, hidden: after.hiddenColumns.has(column) ? '1' : undefined };
    }
    // Without a width Excel makes the column as narrow as it can.
    if (saysSomething(attributes)) attributes.width ??= widthFor(DEFAULT_WIDTH, digitWidth);
    result.push({ first: column, last: column, attributes });
  }
  for (const run of runs) {
    if (run.last > lastTouched) result.push({ ...run, first: Math.max(run.first, lastTouched + 1) });
  }
  return elementOf(result);
}

/** What Sheets gives a new column, in pixels. */
const DEFAULT_WIDTH = 100;

/** Excel keeps widths in digits of the default font, to 1/256. */
function widthFor(pixels: number, digitWidth: number): string {
  return String(Math.floor((pixels / digitWidth) * 256) / 256);
}

function saysSomething(attributes: Attributes): boolean {
  return Object.values(attributes).some((value) => value !== undefined);
}

function elementOf(runs: readonly ColumnRun[]): string {
  const joined: { first: number; last: number; text: string; attributes: Attributes }[] = [];
  for (const { first, last, attributes } of runs) {
    if (saysSomething(attributes)) {
      const text = JSON.stringify(attributes);
      const previous = joined.at(-1);
      if (previous?.text === text && previous.last === first - 1) {
        previous.last = last;
      } else {
        joined.push({ first, last, text, attributes });
      }
    }
  }
  const elements = joined.map(({ first, last, attributes }) =>
    elementText('col', { min: first, max: last, ...attributes }),
  );
  return elements.length === 0 ? '' : elementText('cols', {}, elements.join(''));
}
