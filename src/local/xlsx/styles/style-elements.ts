import type { BorderLine, CellStyle } from '../../workbook/document.ts';
import { type Element, elementText, isTrue, parseXml } from '../package/xml.ts';
import { colorOf } from './colors.ts';

/**
 * The elements of a styles part, read into the fields of a {@link CellStyle} and written from them. Each `…With`
 * function starts from the element that a cell had, so that what the model does not know (a theme's font scheme, an
 * indent, a rotation) stays.
 */

export type Font = Pick<
  CellStyle,
  'bold' | 'italic' | 'underline' | 'strikethrough' | 'fontFamily' | 'fontSize' | 'fontColor'
>;
export type Alignment = Pick<CellStyle, 'horizontalAlignment' | 'verticalAlignment' | 'wrap'>;
export type Borders = NonNullable<CellStyle['borders']>;
type Theme = readonly string[];

/** Everything a `<font>` says. */
export function fontOf(font: Element, theme: Theme): Font {
  const value = (name: string) => font.child(name)?.attributes.val;
  const isOn = (name: string) =>
    font.child(name) !== undefined && !['0', 'false', 'none'].includes(value(name) ?? '1');
  const size = Number(value('sz') ?? Number.NaN);
  const family = value('name');
  const color = colorOf(font.child('color'), theme);
  return {
    ...(isOn('b') && { bold: true }),
    ...(isOn('i') && { italic: true }),
    ...(isOn('u') && { underline: true }),
    ...(isOn('strike') && { strikethrough: true }),
    ...(family !== undefined && { fontFamily: family }),
    ...(Number.isFinite(size) && { fontSize: size }),
    ...(color !== undefined && { fontColor: color }),
  };
}

const FONT_ORDER =
  'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(' ');

/** The font `base` changed to look like `wanted`; what `wanted` leaves open comes from the workbook's default font. */
export function fontWith(base: Element, wanted: Font, standard: Element): string {
  const texts = new Map(base.children.map((child) => [child.name, child.outer]));
  const take = (name: string, own: string | undefined) =>
    texts.set(name, own ?? standard.child(name)?.outer ?? '');
  texts.set('b', wanted.bold === true ? '<b/>' : '');
  texts.set('i', wanted.italic === true ? '<i/>' : '');
  texts.set('u', wanted.underline === true ? '<u/>' : '');
  texts.set('strike', wanted.strikethrough === true ? '<strike/>' : '');
  take('sz', wanted.fontSize === undefined ? undefined : elementText('sz', { val: wanted.fontSize }));
  take('color', wanted.fontColor && elementText('color', { rgb: argb(wanted.fontColor) }));
  take('name', wanted.fontFamily && elementText('name', { val: wanted.fontFamily }));
  // A scheme would put the theme's font in the place of the named one.
  for (const name of ['family', 'charset', 'scheme']) take(name, wanted.fontFamily && '');
  return elementText('font', {}, FONT_ORDER.map((name) => texts.get(name) ?? '').join(''));
}

/** The colour of a solid `<fill>`; patterns and gradients have none in Sheets. */
export function backgroundOf(fill: Element, theme: Theme): string | undefined {
  const pattern = fill.child('patternFill');
  return pattern?.attributes.patternType === 'solid' ? colorOf(pattern.child('fgColor'), theme) : undefined;
}

export function fillOf(background: string): string {
  const color = `<fgColor rgb="${argb(background)}"/><bgColor indexed="64"/>`;
  return `<fill><patternFill patternType="solid">${color}</patternFill></fill>`;
}

const SIDES = ['left', 'right', 'top', 'bottom'] as const;

const LINE_STYLES: Record<string, BorderLine['style']> = {
  thin: 'solid',
  hair: 'dotted',
  medium: 'solid-medium',
  thick: 'solid-thick',
  dotted: 'dotted',
  dashed: 'dashed',
  mediumDashed: 'dashed',
  dashDot: 'dashed',
  mediumDashDot: 'dashed',
  dashDotDot: 'dashed',
  mediumDashDotDot: 'dashed',
  slantDashDot: 'dashed',
  double: 'double',
};

const EXCEL_LINES: Record<BorderLine['style'], string> = {
  solid: 'thin',
  'solid-medium': 'medium',
  'solid-thick': 'thick',
  dotted: 'dotted',
  dashed: 'dashed',
  double: 'double',
};

/** The four lines of a `<border>`. A line whose colour is automatic is black. */
export function bordersOf(border: Element, theme: Theme): Borders | undefined {
  const lines: { -readonly [side in keyof Borders]: BorderLine } = {};
  for (const side of SIDES) {
    // Files for right-to-left languages call the left side the start.
    const child =
      border.child(side) ?? border.child(side === 'left' ? 'start' : side === 'right' ? 'end' : side);
    const style = LINE_STYLES[child?.attributes.style ?? ''];
    if (style !== undefined) {
      lines[side] = { style, color: colorOf(child?.child('color'), theme) ?? '#000000' };
    }
  }
  return Object.keys(lines).length === 0 ? undefined : lines;
}

export function borderElement(borders: Borders): string {
  const sides = SIDES.map((side) => {
    const line = borders[side];
    return line === undefined
      ? `<${side}/>`
      : `<${side} style="${EXCEL_LINES[line.style]}"><color rgb="${argb(line.color)}"/></${side}>`;
  });
  return `<border>${sides.join('')}<diagonal/></border>`;
}

/** The bottom is where a cell's text stands anyway: LibreOffice says so of every cell. */
const VERTICAL = { top: 'top', center: 'middle' } as const;
const HORIZONTAL = { left: 'left', center: 'center', right: 'right', centerContinuous: 'center' } as const;

type Attributes = Readonly<Record<string, string | undefined>>;

/** What an `<alignment>` says of placing and wrapping. */
export function alignmentOf({ horizontal = '', vertical = '', wrapText }: Attributes): Alignment {
  return {
    ...(isKeyOf(HORIZONTAL, horizontal) && { horizontalAlignment: HORIZONTAL[horizontal] }),
    ...(isKeyOf(VERTICAL, vertical) && { verticalAlignment: VERTICAL[vertical] }),
    ...(isTrue(wrapText) && { wrap: 'wrap' as const }),
  };
}

/** The attributes of an `<alignment>` changed as wanted; indents and rotations stay. */
export function alignmentWith(base: Attributes, wanted: Alignment): Attributes {
  const before = alignmentOf(base);
  const vertical = wanted.verticalAlignment === 'bottom' ? undefined : wanted.verticalAlignment;
  return {
    ...base,
    ...(before.horizontalAlignment !== wanted.horizontalAlignment && {
      horizontal: wanted.horizontalAlignment,
    }),
    ...(before.verticalAlignment !== vertical && { vertical: vertical === 'middle' ? 'center' : vertical }),
    wrapText: wanted.wrap === 'wrap' ? '1' : undefined,
  };
}

/** An `<xf>`: a combination that cells point to by its place in the list. */
export interface Format {
  readonly numberFormat: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  readonly alignment: Attributes;
  /** Its named style and protection, kept as they are. */
  readonly namedStyle: string | undefined;
  readonly protection: string;
}

export function formatOf(xf: Element): Format {
  const { numFmtId = 0, fontId = 0, fillId = 0, borderId = 0, xfId } = xf.attributes;
  return {
    numberFormat: Number(numFmtId),
    font: Number(fontId),
    fill: Number(fillId),
    border: Number(borderId),
    alignment: xf.child('alignment')?.attributes ?? {},
    namedStyle: xfId,
    protection: xf.child('protection')?.outer ?? '',
  };
}

export const PLAIN = formatOf(parseXml('<xf/>'));

export function formatElement(format: Format): string {
  const isAligned = Object.values(format.alignment).some((value) => value !== undefined);
  const attributes = {
    numFmtId: format.numberFormat,
    fontId: format.font,
    fillId: format.fill,
    borderId: format.border,
    xfId: format.namedStyle,
    applyNumberFormat: 1,
    applyFont: 1,
    applyFill: 1,
    applyBorder: 1,
    applyAlignment: isAligned ? 1 : undefined,
    applyProtection: format.protection === '' ? undefined : 1,
  };
  const alignment = isAligned ? elementText('alignment', format.alignment) : '';
  return elementText('xf', attributes, alignment + format.protection);
}

function isKeyOf<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}

/** `#ff8800` → `FFFF8800`: Excel puts the opacity first. Three digits and a missing `#` are understood too. */
export function argb(color: string): string {
  const digits = color.replace('#', '');
  const six = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return `FF${six.slice(-6).toUpperCase()}`;
}
