/** Finds faults in the layout of a grid whose cells cover several columns and rows. */
import type { Grid } from '../../../src/sheets/output/grid/grid.ts';

export function layoutFaults({ rows, columnWidths, rowHeights }: Grid): readonly string[] {
  const faults: string[] = [];
  const width = columnWidths.length;
  const coveredBy = new Map<string, string>();
  rows.forEach((cells, row) => {
    if (cells.length !== width) faults.push(`row ${row + 1} has ${cells.length} cells of ${width}`);
    cells.forEach(({ value, span, basis }, column) => {
      const name = `${row + 1},${column + 1}`;
      const above = coveredBy.get(name);
      if (above !== undefined) {
        if (span !== undefined) faults.push(`${name} spans cells, and is covered by ${above}`);
        if (value !== '' || basis !== undefined)
          faults.push(`${name} holds ${value}, and is covered by ${above}`);
      }
      if (span === undefined) return;
      if (span.columns * span.rows < 2) faults.push(`${name} spans ${span.columns} × ${span.rows}`);
      if (column + span.columns > width || row + span.rows > rows.length)
        faults.push(`${name} spans beyond the grid`);
      for (let down = 0; down < span.rows; down += 1) {
        for (let right = 0; right < span.columns; right += 1) {
          if (down === 0 && right === 0) continue;
          const under = `${row + 1 + down},${column + 1 + right}`;
          if (coveredBy.has(under)) faults.push(`${under} is covered by ${coveredBy.get(under)} and ${name}`);
          coveredBy.set(under, name);
        }
      }
    });
  });
  if (rowHeights.length > 0 && rowHeights.length !== rows.length) {
    faults.push(`${rowHeights.length} heights for ${rows.length} rows`);
  }
  if (columnWidths.some((pixels) => pixels < 1) || rowHeights.some((pixels) => pixels < 1 || pixels > 545)) {
    faults.push('a row or a column that nobody can see, or that is too high for a spreadsheet');
  }
  return faults;
}
