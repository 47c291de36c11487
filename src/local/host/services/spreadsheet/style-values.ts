import type { BorderLine, CellStyle } from '../../../workbook/document.ts';
import type { StyleChange } from '../../../workbook/grid.ts';
import { Enumeration } from '../../enumeration.ts';
import { NotImplementedError, ServiceError } from '../../errors.ts';
import { signatureError } from '../../service.ts';

export const BORDER_STYLE = new Enumeration(
  'DOTTED',
  'DASHED',
  'SOLID',
  'SOLID_MEDIUM',
  'SOLID_THICK',
  'DOUBLE',
);
export const WRAP_STRATEGY = new Enumeration('WRAP', 'OVERFLOW', 'CLIP');

/** `#rrggbb`; `undefined` for none. Scripts may use other names that CSS has, but the document's state has these. */
export function colorOf(color: unknown): string | undefined {
  if (color === null || color === undefined || color === '') return undefined;
  const text = String(color).toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (/^#[0-9a-f]{3}$/.test(text)) return text.replace(/[0-9a-f]/g, '$&$&');
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

export function numberFormatOf(format: unknown): StyleChange {
  if (typeof format !== 'string') throw signatureError('SpreadsheetApp.Range.setNumberFormat', [format]);
  return { numberFormat: format === '' ? 'General' : format };
}

export function fontWeightOf(weight: unknown): StyleChange {
  return { bold: weight === 'bold' ? true : undefined };
}

export function fontStyleOf(style: unknown): StyleChange {
  return { italic: style === 'italic' ? true : undefined };
}

export function fontSizeOf(size: unknown): StyleChange {
  if (typeof size !== 'number') throw signatureError('SpreadsheetApp.Range.setFontSize', [size]);
  return { fontSize: size };
}

export function horizontalOf(alignment: unknown): StyleChange {
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

export function verticalOf(alignment: unknown): StyleChange {
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

export function wrapOf(strategy: unknown): StyleChange {
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

export function lineStyleOf(style: unknown): BorderLine['style'] {
  const name = BORDER_STYLE.nameOf(style);
  return name === null ? 'solid' : LINE_STYLES[name];
}

type Side = 'top' | 'right' | 'bottom' | 'left';

/** `true` draws a line, `false` takes it away, `null` leaves it. */
export function bordersOf(
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
