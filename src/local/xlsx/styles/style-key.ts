/**
 * Compares styles. Two styles are the same whatever the order of their fields and the case of their colours.
 */
import type { CellStyle } from '../../workbook/document.ts';

type Style = CellStyle | undefined;

export const fontKey = (style: Style) => [
  style?.bold ?? false,
  style?.italic ?? false,
  style?.underline ?? false,
  style?.strikethrough ?? false,
  style?.fontFamily,
  style?.fontSize,
  style?.fontColor?.toLowerCase(),
];

export const fillKey = (style: Style) => style?.background?.toLowerCase();

/** `bottom` is the default, and Excel knows only wrapped and not wrapped. */
export const alignmentKey = (style: Style) => [
  style?.horizontalAlignment,
  style?.verticalAlignment === 'bottom' ? undefined : style?.verticalAlignment,
  style?.wrap === 'wrap',
];

export const bordersKey = (style: Style) =>
  (['top', 'right', 'bottom', 'left'] as const).map((side) => {
    const line = style?.borders?.[side];
    return line && [line.style, line.color.toLowerCase()];
  });

const PLAIN: CellStyle = { numberFormat: 'General' };
const keys = new WeakMap<CellStyle, string>();

/** A key that is equal for styles that look the same. */
export function styleKey(style: CellStyle = PLAIN): string {
  const known = keys.get(style);
  if (known !== undefined) return known;
  const parts = [style.numberFormat, fontKey(style), fillKey(style), alignmentKey(style), bordersKey(style)];
  const key = JSON.stringify(parts);
  keys.set(style, key);
  return key;
}
