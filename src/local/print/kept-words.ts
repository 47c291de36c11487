/**
 * Keeps words whole in PDFs. LibreOffice would break a line between a number and its unit (`9월~10` and `월`).
 */
import { wrappedLines } from '../../sheets/output/grid/wrapped-lines.ts';
import type { SheetState } from '../workbook/document.ts';

/** In points. */
const USUAL_SIZE = 10;
/** In pixels. */
const DEFAULT_COLUMN_WIDTH = 100;
/**
 * A number and its unit: the only place inside a word where LibreOffice breaks a line. Other texts are left
 * to it.
 */
const NUMBER_AND_UNIT = /\d[가-힣]/;
const NO_BREAK_SPACE = '\u00a0';

/**
 * The values of a sheet. A wrapped text gets its own line breaks at spaces if it has a number that could be
 * cut off from its unit.
 */
export function withKeptWords({ values, styles, merges, columnWidths }: SheetState): SheetState['values'] {
  const columnsOf = new Map(merges.map(({ row, column, columns }) => [`${row},${column}`, columns]));
  return values.map((cells, row) =>
    cells.map((value, column) => {
      const style = styles[row]?.[column];
      if (typeof value !== 'string' || style?.wrap !== 'wrap') return value;
      if (!NUMBER_AND_UNIT.test(value)) return keptSigns(value);
      const columns = columnsOf.get(`${row + 1},${column + 1}`) ?? 1;
      let width = 0;
      for (let each = 1; each <= columns; each++)
        width += columnWidths.get(column + each) ?? DEFAULT_COLUMN_WIDTH;
      return linesAtSpaces(keptSigns(value), style.fontSize ?? USUAL_SIZE, width);
    }),
  );
}

/**
 * Breaks a text into lines at spaces. Returns it unchanged where a single word is too long for the cell by
 * our measure: paper has more room.
 */
function linesAtSpaces(text: string, size: number, width: number): string {
  const lines = wrappedLines(text, size, width);
  const isAtSpaces = lines.join(' ') === text.replaceAll('\n', ' ').replace(/ +/g, ' ');
  return isAtSpaces ? lines.join('\n') : text;
}

/**
 * Ties signs to their words with no-break spaces. A separator stays with the word before it: `설계 ·`. The sign
 * of a legend, at the start or after two spaces, stays with the word after it: `· 예정`.
 */
export function keptSigns(text: string): string {
  return text
    .replace(/(^| {2})(\S) (?=\S)/g, `$1$2${NO_BREAK_SPACE}`)
    .replace(/(\S) · (?=\S)/g, `$1${NO_BREAK_SPACE}· `);
}
