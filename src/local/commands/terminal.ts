/** Text for a terminal, where a Hangul letter is two columns wide. */
import stringWidth from 'string-width';

/** In columns. A longer cell is a sentence and is not aligned. */
const WIDEST_ALIGNED_CELL = 30;

/** The text on one line, cut to this many columns. `…` marks the cut. */
export function shortened(text: string, width: number): string {
  const line = text.replace(/\s+/g, ' ');
  if (stringWidth(line) <= width) return line;
  let kept = '';
  for (const character of line) {
    if (stringWidth(kept + character) >= width) break;
    kept += character;
  }
  return `${kept}…`;
}

/**
 * Aligns rows in columns. Blank rows separate blocks, each with its own column widths. Numbers are
 * right-aligned.
 */
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
