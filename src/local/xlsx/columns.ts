import { attributesOf, childrenOf, escapeXml, isTrue } from './xml.ts';

/** A `<col>`: what it says of the columns from `first` to `last`. */
export interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly attributes: ReadonlyMap<string, string>;
}

/** The runs of a `<cols>` element. */
export function columnRuns(cols: string): ColumnRun[] {
  const outer = childrenOf(cols)[0];
  if (outer === undefined) {
    return [];
  }
  return childrenOf(cols, outer.contentStart, outer.contentEnd).map((element) => {
    const attributes = attributesOf(cols, element);
    const first = Number(attributes.get('min') ?? 1);
    const last = Number(attributes.get('max') ?? first);
    attributes.delete('min');
    attributes.delete('max');
    return { first, last, attributes };
  });
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
    const width = Number(attributes.get('width') ?? 0);
    for (let column = first; column <= Math.min(last, columns); column++) {
      const pixels = Math.round(width * digitWidth);
      if (pixels > 0 && pixels !== DEFAULT_WIDTH) {
        columnWidths.set(column, pixels);
      }
      if (isTrue(attributes.get('hidden'))) {
        hiddenColumns.add(column);
      }
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
    const attributes = new Map(original);
    const width = after.columnWidths.get(column);
    if (before.columnWidths.get(column) !== width) {
      setOrDelete(attributes, 'width', width === undefined ? undefined : String(widthFor(width, digitWidth)));
      setOrDelete(attributes, 'customWidth', width === undefined ? undefined : '1');
    }
    if (before.hiddenColumns.has(column) !== after.hiddenColumns.has(column)) {
      setOrDelete(attributes, 'hidden', after.hiddenColumns.has(column) ? '1' : undefined);
    }
    // Without a width Excel makes the column as narrow as it can.
    if (attributes.size > 0 && !attributes.has('width')) {
      attributes.set('width', String(widthFor(DEFAULT_WIDTH, digitWidth)));
    }
    result.push({ first: column, last: column, attributes });
  }
  for (const run of runs) {
    if (run.last > lastTouched) {
      result.push({ ...run, first: Math.max(run.first, lastTouched + 1) });
    }
  }
  return elementOf(result);
}

/** What Sheets gives a new column, in pixels. */
const DEFAULT_WIDTH = 100;

/** Excel keeps widths in digits of the default font, to 1/256. */
function widthFor(pixels: number, digitWidth: number): number {
  return Math.floor((pixels / digitWidth) * 256) / 256;
}

function setOrDelete(attributes: Map<string, string>, name: string, value: string | undefined): void {
  if (value === undefined) {
    attributes.delete(name);
  } else {
    attributes.set(name, value);
  }
}

function elementOf(runs: readonly ColumnRun[]): string {
  const joined: { first: number; last: number; text: string }[] = [];
  for (const { first, last, attributes } of runs) {
    if (attributes.size === 0) {
      continue;
    }
    const text = Array.from(attributes, ([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
    const previous = joined.at(-1);
    if (previous?.text === text && previous.last === first - 1) {
      previous.last = last;
    } else {
      joined.push({ first, last, text });
    }
  }
  const elements = joined.map(({ first, last, text }) => `<col min="${first}" max="${last}"${text}/>`);
  return elements.length === 0 ? '' : `<cols>${elements.join('')}</cols>`;
}
