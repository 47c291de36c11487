import type { CellStyle } from '../../workbook/document.ts';

export const fontKey = (style: CellStyle | undefined) => [
  style?.bold ?? false,
  style?.italic ?? false,
  style?.underline ?? false,
  style?.strikethrough ?? false,
  style?.fontFamily,
  style?.fontSize,
  style?.fontColor?.toLowerCase(),
];

export const alignmentKey = (style: CellStyle | undefined) => [
  style?.horizontalAlignment,
  style?.verticalAlignment === 'bottom' ? undefined : style?.verticalAlignment,
  // Excel knows only wrapped and not wrapped.
  style?.wrap === 'wrap',
];

export const bordersKey = (style: CellStyle | undefined) =>
  (['top', 'right', 'bottom', 'left'] as const).map((side) => {
    const line = style?.borders?.[side];
    return line === undefined ? null : [line.style, line.color.toLowerCase()];
  });

const keys = new WeakMap<CellStyle, string>();

/** Equal for styles that look the same in a workbook, whatever order their fields came in. */
export function styleKey(style: CellStyle | undefined): string {
  if (style === undefined) return PLAIN_KEY;
  const known = keys.get(style);
  if (known !== undefined) return known;
  const key = keyFrom(style);
  keys.set(style, key);
  return key;
}

function keyFrom(style: CellStyle): string {
  return JSON.stringify([
    style.numberFormat,
    fontKey(style),
    style.background?.toLowerCase(),
    alignmentKey(style),
    bordersKey(style),
  ]);
}

const PLAIN_KEY = keyFrom({ numberFormat: 'General' });
