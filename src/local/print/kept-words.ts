/** Keeps words whole on paper: LibreOffice would end a line between a number and its unit (`9월~10` and `월`). */
import { wrappedLines } from '../../sheets/output/grid/wrapped-lines.ts';
import type { SheetState } from '../workbook/document.ts';

const USUAL_SIZE = 10;
const DEFAULT_COLUMN_WIDTH = 100;
/** A number and its unit: the one place within a word where LibreOffice ends a line. Any other text is left to it. */
const NUMBER_AND_UNIT = /\d[가-힣]/;
const NO_BREAK_SPACE = '\u00a0';

/** The cells of a sheet, a text that wraps with its lines ended at spaces where a unit would be parted from its number. */
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

/** The text with its lines ended at spaces; as it is where a word alone is too long for its cell by our measure, as paper has more room. */
function linesAtSpaces(text: string, size: number, width: number): string {
  const lines = wrappedLines(text, size, width);
  const isAtSpaces = lines.join(' ') === text.replaceAll('\n', ' ').replace(/ +/g, ' ');
  return isAtSpaces ? lines.join('\n') : text;
}

/**
 * The text with signs that stay beside their words. A separator stays behind what it follows: `설계 ·`. A sign of a legend, after two
 * spaces, stays before what it stands for: `· 예정`.
 */
export function keptSigns(text: string): string {
  return text
    .replace(/(^| {2})(\S) (?=\S)/g, `$1$2${NO_BREAK_SPACE}`)
    .replace(/(\S) · (?=\S)/g, `$1${NO_BREAK_SPACE}· `);
}
