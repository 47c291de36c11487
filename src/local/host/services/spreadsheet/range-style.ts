import type { BorderLine, CellStyle } from '../../../workbook/document.ts';
import {
  eraseStyle,
  forEachCell,
  restyle,
  SharedStyles,
  type StyleChange,
  setStyle,
  styleAt,
} from '../../../workbook/grid.ts';
import { firstOf, gridOf, mapCells, RangeContent } from './range-content.ts';
import { type RangePlace, settle, write } from './range-place.ts';
import {
  bordersOf,
  colorOf,
  fontSizeOf,
  fontStyleOf,
  fontWeightOf,
  horizontalOf,
  lineStyleOf,
  numberFormatOf,
  verticalOf,
  wrapOf,
} from './style-values.ts';

/** What the general format is called where a script asks. */
const GENERAL_FORMAT = '0.###############';

/** How the cells of a range look. */
export class RangeStyle extends RangeContent {
  getNumberFormats(): string[][] {
    return stylesOf(this, ({ numberFormat }) =>
      numberFormat.toLowerCase() === 'general' ? GENERAL_FORMAT : numberFormat,
    );
  }

  getNumberFormat(): string {
    return firstOf(this.getNumberFormats(), '');
  }

  setNumberFormat(format: unknown): this {
    return restyleAll(this, numberFormatOf(format));
  }

  setNumberFormats(formats: unknown): this {
    return restyleEach(this, 'setNumberFormats', formats, numberFormatOf);
  }

  getFontWeights(): ('bold' | 'normal')[][] {
    return stylesOf(this, ({ bold }) => (bold === true ? 'bold' : 'normal'));
  }

  getFontWeight(): 'bold' | 'normal' {
    return firstOf(this.getFontWeights(), 'normal');
  }

  setFontWeight(weight: unknown): this {
    return restyleAll(this, fontWeightOf(weight));
  }

  setFontWeights(weights: unknown): this {
    return restyleEach(this, 'setFontWeights', weights, fontWeightOf);
  }

  getFontStyles(): ('italic' | 'normal')[][] {
    return stylesOf(this, ({ italic }) => (italic === true ? 'italic' : 'normal'));
  }

  getFontStyle(): 'italic' | 'normal' {
    return firstOf(this.getFontStyles(), 'normal');
  }

  setFontStyle(style: unknown): this {
    return restyleAll(this, fontStyleOf(style));
  }

  setFontStyles(styles: unknown): this {
    return restyleEach(this, 'setFontStyles', styles, fontStyleOf);
  }

  setFontLine(line: unknown): this {
    return restyleAll(this, {
      underline: line === 'underline' ? true : undefined,
      strikethrough: line === 'line-through' ? true : undefined,
    });
  }

  getFontColors(): string[][] {
    return stylesOf(this, ({ fontColor }) => fontColor ?? '#000000');
  }

  getFontColor(): string {
    return firstOf(this.getFontColors(), '#000000');
  }

  setFontColor(color: unknown): this {
    return restyleAll(this, { fontColor: colorOf(color) });
  }

  setFontColors(colors: unknown): this {
    return restyleEach(this, 'setFontColors', colors, (color) => ({ fontColor: colorOf(color) }));
  }

  getFontSizes(): number[][] {
    return stylesOf(this, ({ fontSize }) => fontSize ?? 10);
  }

  getFontSize(): number {
    return firstOf(this.getFontSizes(), 10);
  }

  setFontSize(size: unknown): this {
    return restyleAll(this, fontSizeOf(size));
  }

  setFontSizes(sizes: unknown): this {
    return restyleEach(this, 'setFontSizes', sizes, fontSizeOf);
  }

  setFontFamily(family: unknown): this {
    return restyleAll(this, { fontFamily: typeof family === 'string' ? family : undefined });
  }

  getBackgrounds(): string[][] {
    return stylesOf(this, ({ background }) => background ?? '#ffffff');
  }

  getBackground(): string {
    return firstOf(this.getBackgrounds(), '#ffffff');
  }

  setBackground(color: unknown): this {
    return restyleAll(this, { background: colorOf(color) });
  }

  setBackgrounds(colors: unknown): this {
    return restyleEach(this, 'setBackgrounds', colors, (color) => ({ background: colorOf(color) }));
  }

  getHorizontalAlignments(): string[][] {
    return stylesOf(this, ({ horizontalAlignment }) => horizontalAlignment ?? 'general');
  }

  getHorizontalAlignment(): string {
    return firstOf(this.getHorizontalAlignments(), 'general');
  }

  setHorizontalAlignment(alignment: unknown): this {
    return restyleAll(this, horizontalOf(alignment));
  }

  setHorizontalAlignments(alignments: unknown): this {
    return restyleEach(this, 'setHorizontalAlignments', alignments, horizontalOf);
  }

  getVerticalAlignments(): string[][] {
    return stylesOf(this, ({ verticalAlignment }) => verticalAlignment ?? 'bottom');
  }

  getVerticalAlignment(): string {
    return firstOf(this.getVerticalAlignments(), 'bottom');
  }

  setVerticalAlignment(alignment: unknown): this {
    return restyleAll(this, verticalOf(alignment));
  }

  setVerticalAlignments(alignments: unknown): this {
    return restyleEach(this, 'setVerticalAlignments', alignments, verticalOf);
  }

  /** A cell that nobody told to overflow or to clip says that it wraps. */
  getWraps(): boolean[][] {
    return stylesOf(this, ({ wrap }) => wrap === undefined || wrap === 'wrap');
  }

  getWrap(): boolean {
    return firstOf(this.getWraps(), true);
  }

  setWrap(wraps: unknown): this {
    return restyleAll(this, { wrap: wraps === true ? 'wrap' : 'overflow' });
  }

  setWraps(wraps: unknown): this {
    return restyleEach(this, 'setWraps', wraps, (wrap) => ({ wrap: wrap === true ? 'wrap' : 'overflow' }));
  }

  setWrapStrategy(strategy: unknown): this {
    return restyleAll(this, wrapOf(strategy));
  }

  setWrapStrategies(strategies: unknown): this {
    return restyleEach(this, 'setWrapStrategies', strategies, wrapOf);
  }

  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color?: unknown,
    style?: unknown,
  ): this {
    const line: BorderLine = { style: lineStyleOf(style), color: colorOf(color) ?? '#000000' };
    const { rows, columns } = this.rectangle;
    write(this, (sheet) => {
      const shared = new SharedStyles();
      forEachCell(this.rectangle, (row, column, rowOffset, columnOffset) => {
        const before = styleAt(sheet, row, column);
        const wanted = {
          top: rowOffset === 0 ? top : horizontal,
          bottom: rowOffset === rows - 1 ? bottom : horizontal,
          left: columnOffset === 0 ? left : vertical,
          right: columnOffset === columns - 1 ? right : vertical,
        };
        const changed = shared.changedBy(before, Object.values(wanted).join(), () => ({
          borders: bordersOf(before, wanted, line),
        }));
        setStyle(sheet, row, column, changed);
      });
    });
    return this;
  }

  clearFormat(): this {
    write(this, (sheet) => eraseStyle(sheet, this.rectangle));
    return this;
  }
}

function stylesOf<Value>(range: RangePlace, read: (style: CellStyle) => Value): Value[][] {
  settle(range);
  return mapCells(range, (row, column) => read(styleAt(range.sheet, row, column)));
}

function restyleAll<Range extends RangePlace>(range: Range, change: StyleChange): Range {
  write(range, (sheet) => restyle(sheet, range.rectangle, change));
  return range;
}

function restyleEach<Range extends RangePlace>(
  range: Range,
  method: string,
  values: unknown,
  changeOf: (value: unknown) => StyleChange,
): Range {
  const wanted = gridOf(range, method, values);
  const changes = new Map([...new Set(wanted.flat())].map((value) => [value, changeOf(value)]));
  write(range, (sheet) => {
    const shared = new SharedStyles();
    forEachCell(range.rectangle, (row, column, rowOffset, columnOffset) => {
      const value = wanted[rowOffset]?.[columnOffset];
      const changed = shared.changedBy(styleAt(sheet, row, column), value, () => changes.get(value) ?? {});
      setStyle(sheet, row, column, changed);
    });
  });
  return range;
}
