import type { BorderLine, CellStyle } from '../document.ts';
import { Enumeration } from '../enumeration.ts';
import { NotImplementedError, ServiceError } from '../errors.ts';
import {
  changedStyle,
  eraseStyle,
  forEachCell,
  restyle,
  type StyleChange,
  setStyle,
  styleAt,
} from '../grid.ts';
import { signatureError } from '../service.ts';
import { firstOf, gridOf, mapCells, RangeContent } from './range-content.ts';
import { type RangePlace, settle, write } from './range-place.ts';

export const BORDER_STYLE = new Enumeration(
  'DOTTED',
  'DASHED',
  'SOLID',
  'SOLID_MEDIUM',
  'SOLID_THICK',
  'DOUBLE',
);
export const WRAP_STRATEGY = new Enumeration('WRAP', 'OVERFLOW', 'CLIP');

/** How the cells of a range look. */
export class RangeStyle extends RangeContent {
  getNumberFormats(): string[][] {
    return stylesOf(this, (style) => style.numberFormat);
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

  setFontColor(color: unknown): this {
    return restyleAll(this, { fontColor: colorOf(color) });
  }

  setFontColors(colors: unknown): this {
    return restyleEach(this, 'setFontColors', colors, (color) => ({ fontColor: colorOf(color) }));
  }

  getFontSizes(): number[][] {
    return stylesOf(this, ({ fontSize }) => fontSize ?? 10);
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

  setHorizontalAlignment(alignment: unknown): this {
    return restyleAll(this, horizontalOf(alignment));
  }

  setHorizontalAlignments(alignments: unknown): this {
    return restyleEach(this, 'setHorizontalAlignments', alignments, horizontalOf);
  }

  getVerticalAlignments(): string[][] {
    return stylesOf(this, ({ verticalAlignment }) => verticalAlignment ?? 'bottom');
  }

  setVerticalAlignment(alignment: unknown): this {
    return restyleAll(this, verticalOf(alignment));
  }

  setVerticalAlignments(alignments: unknown): this {
    return restyleEach(this, 'setVerticalAlignments', alignments, verticalOf);
  }

  getWraps(): boolean[][] {
    return stylesOf(this, ({ wrap }) => wrap === 'wrap');
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
    write(this, () => {
      forEachCell(this.rectangle, (row, column, rowOffset, columnOffset) => {
        const before = styleAt(this.sheet, row, column);
        const wanted = {
          top: rowOffset === 0 ? top : horizontal,
          bottom: rowOffset === rows - 1 ? bottom : horizontal,
          left: columnOffset === 0 ? left : vertical,
          right: columnOffset === columns - 1 ? right : vertical,
        };
        setStyle(this.sheet, row, column, changedStyle(before, { borders: bordersOf(before, wanted, line) }));
      });
    });
    return this;
  }

  clearFormat(): this {
    write(this, () => eraseStyle(this.sheet, this.rectangle));
    return this;
  }
}

/** `#rrggbb`; `undefined` for none. Scripts may use other names that CSS has, but the document's state has these. */
export function colorOf(color: unknown): string | undefined {
  if (color === null || color === undefined || color === '') {
    return undefined;
  }
  const text = String(color).toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) {
    return text;
  }
  if (/^#[0-9a-f]{3}$/.test(text)) {
    return text.replace(/[0-9a-f]/g, '$&$&');
  }
  const named = NAMED_COLORS[text];
  if (named === undefined) {
    throw new NotImplementedError(`the color ${text}`);
  }
  return named;
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
};

function stylesOf<Value>(range: RangePlace, read: (style: CellStyle) => Value): Value[][] {
  settle(range);
  return mapCells(range, (row, column) => read(styleAt(range.sheet, row, column)));
}

function restyleAll<Range extends RangePlace>(range: Range, change: StyleChange): Range {
  write(range, () => restyle(range.sheet, range.rectangle, change));
  return range;
}

function restyleEach<Range extends RangePlace>(
  range: Range,
  method: string,
  values: unknown,
  changeOf: (value: unknown) => StyleChange,
): Range {
  const changes = gridOf(range, method, values).map((cells) => cells.map(changeOf));
  write(range, () => {
    forEachCell(range.rectangle, (row, column, rowOffset, columnOffset) => {
      const change = changes[rowOffset]?.[columnOffset] ?? {};
      setStyle(range.sheet, row, column, changedStyle(styleAt(range.sheet, row, column), change));
    });
  });
  return range;
}

function numberFormatOf(format: unknown): StyleChange {
  if (typeof format !== 'string') {
    throw signatureError('SpreadsheetApp.Range.setNumberFormat', [format]);
  }
  return { numberFormat: format === '' ? 'General' : format };
}

function fontWeightOf(weight: unknown): StyleChange {
  return { bold: weight === 'bold' ? true : undefined };
}

function fontStyleOf(style: unknown): StyleChange {
  return { italic: style === 'italic' ? true : undefined };
}

function fontSizeOf(size: unknown): StyleChange {
  if (typeof size !== 'number') {
    throw signatureError('SpreadsheetApp.Range.setFontSize', [size]);
  }
  return { fontSize: size };
}

function horizontalOf(alignment: unknown): StyleChange {
  switch (alignment) {
    case 'left':
    case 'center':
    case 'right':
      return { horizontalAlignment: alignment };
    case 'normal':
    case 'general':
    case null:
      return { horizontalAlignment: undefined };
    default:
      throw new ServiceError(`Invalid argument: ${String(alignment)}`);
  }
}

function verticalOf(alignment: unknown): StyleChange {
  switch (alignment) {
    case 'top':
    case 'middle':
    case 'bottom':
      return { verticalAlignment: alignment };
    case null:
      return { verticalAlignment: undefined };
    default:
      throw new ServiceError(`Invalid argument: ${String(alignment)}`);
  }
}

function wrapOf(strategy: unknown): StyleChange {
  switch (WRAP_STRATEGY.nameOf(strategy)) {
    case 'WRAP':
      return { wrap: 'wrap' };
    case 'OVERFLOW':
      return { wrap: 'overflow' };
    case 'CLIP':
      return { wrap: 'clip' };
    case null:
      throw signatureError('SpreadsheetApp.Range.setWrapStrategy', [strategy]);
  }
}

const LINE_STYLES = {
  DOTTED: 'dotted',
  DASHED: 'dashed',
  SOLID: 'solid',
  SOLID_MEDIUM: 'solid-medium',
  SOLID_THICK: 'solid-thick',
  DOUBLE: 'double',
} as const;

function lineStyleOf(style: unknown): BorderLine['style'] {
  const name = BORDER_STYLE.nameOf(style);
  return name === null ? 'solid' : LINE_STYLES[name];
}

type Side = 'top' | 'right' | 'bottom' | 'left';

/** `true` draws a line, `false` takes it away, `null` leaves it. */
function bordersOf(
  style: CellStyle,
  wanted: Readonly<Record<Side, boolean | null>>,
  line: BorderLine,
): CellStyle['borders'] {
  const borders: { [Name in Side]?: BorderLine } = { ...style.borders };
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    if (wanted[side] === true) {
      borders[side] = line;
    } else if (wanted[side] === false) {
      delete borders[side];
    }
  }
  return Object.keys(borders).length === 0 ? undefined : borders;
}
