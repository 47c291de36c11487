import type { TabSize } from '../../../src/app/ports.ts';

/** Sizes of tabs from text, a line a tab: `소통기록 1000 x 26, used 4 x 5`. */
export function sizes(table: string): readonly TabSize[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [, name = '', ...numbers] = /^\s*(\S+) (\d+) x (\d+), used (\d+) x (\d+)$/.exec(line) ?? [];
      const [rows = 0, columns = 0, usedRows = 0, usedColumns = 0] = numbers.map(Number);
      return { name, rows, columns, used: () => ({ rows: usedRows, columns: usedColumns }) };
    });
}
