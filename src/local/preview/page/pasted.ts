/** What was copied from another table, as cells from the selected one on: columns are parted by tabs, rows by line breaks. */
export function pastedCells(
  text: string,
  first: { readonly row: number; readonly column: number },
): (readonly [number, number, string])[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((line, row) =>
      line.split('\t').map((cell, column) => [first.row + row, first.column + column, cell] as const),
    );
}
