/**
 * Reads elements of the styles part into fields of a {@link CellStyle}, and writes them. Each `…With`
 * function starts from the cell's existing element, so properties unknown to the model (a theme's font
 * scheme, an indent, a rotation) stay.
 */
import type { BorderLine, CellStyle } from '../../workbook/document.ts';
import type { ConditionalLook } from '../../workbook/sheet-objects.ts';
import { type Element, elementText, isTrue, parseXml } from '../package/xml.ts';
import { argb, colorOf } from './colors.ts';

/** Font properties that are on or off, and their elements. */
const FLAGS = { bold: 'b', italic: 'i', strikethrough: 'strike', underline: 'u' } as const;
const FLAG_NAMES = ['bold', 'italic', 'strikethrough', 'underline'] as const;

type Flags = Pick<CellStyle, keyof typeof FLAGS>;
export type Font = Flags & Pick<CellStyle, 'fontFamily' | 'fontSize' | 'fontColor'>;
type Alignment = Pick<CellStyle, 'horizontalAlignment' | 'verticalAlignment' | 'wrap'>;
type Borders = NonNullable<CellStyle['borders']>;
type Theme = readonly string[];

/** The on/off properties of a font that are stated, with their values. */
function flagsOf(font: Element): Flags {
  const flags: { -readonly [name in keyof Flags]: boolean } = {};
  for (const name of FLAG_NAMES) {
    const element = font.child(FLAGS[name]);
    if (element === null) continue;
    flags[name] = !['0', 'false', 'none'].includes(element.attributes.val ?? '1');
  }
  return flags;
}

/** The font properties of a `<font>`. */
export function fontOf(font: Element, theme: Theme): Font {
  const { bold, italic, strikethrough, underline } = flagsOf(font);
  const family = font.child('name')?.attributes.val;
  const size = Number(font.child('sz')?.attributes.val ?? Number.NaN);
  const color = colorOf(font.child('color'), theme);
  return {
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline && { underline }),
    ...(strikethrough && { strikethrough }),
    ...(family !== undefined && { fontFamily: family }),
    ...(Number.isFinite(size) && { fontSize: size }),
    ...(color !== null && { fontColor: color }),
  };
}

const FONT_ORDER =
  'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(' ');

/** The font `base` changed to match `wanted`. Properties missing in `wanted` come from the default font. */
export function fontWith(base: Element, wanted: Font, standard: Element): string {
  const texts = new Map(base.children.map((child) => [child.name, child.outer]));
  const take = (name: string, own: string | undefined) =>
    texts.set(name, own ?? standard.child(name)?.outer ?? '');
  for (const name of FLAG_NAMES) texts.set(FLAGS[name], wanted[name] === true ? `<${FLAGS[name]}/>` : '');
  take('sz', wanted.fontSize === undefined ? undefined : elementText('sz', { val: wanted.fontSize }));
  take('color', wanted.fontColor && elementText('color', { rgb: argb(wanted.fontColor) }));
  take('name', wanted.fontFamily && elementText('name', { val: wanted.fontFamily }));
  // A scheme would replace the named font with the theme's font.
  for (const name of ['family', 'charset', 'scheme']) take(name, wanted.fontFamily && '');
  return elementText('font', {}, FONT_ORDER.map((name) => texts.get(name) ?? '').join(''));
}

/** The colour of a solid `<fill>`; null for patterns and gradients, which Sheets does not have. */
export function backgroundOf(fill: Element, theme: Theme): string | null {
  const pattern = fill.child('patternFill');
  return pattern?.attributes.patternType === 'solid' ? colorOf(pattern.child('fgColor'), theme) : null;
}

export function fillOf(background: string): string {
  const color = `<fgColor rgb="${argb(background)}"/><bgColor indexed="64"/>`;
  return `<fill><patternFill patternType="solid">${color}</patternFill></fill>`;
}

/** The style of a conditional format in a `<dxf>`, as far as Sheets supports it. */
export function lookOf(dxf: Element, theme: Theme): ConditionalLook {
  const font = dxf.child('font');
  const pattern = dxf.child('fill', 'patternFill');
  // In rules, solid fills store their colour as the background colour; other fills use the foreground colour.
  const background = pattern && colorOf(pattern.child('bgColor') ?? pattern.child('fgColor'), theme);
  const fontColor = font && colorOf(font.child('color'), theme);
  return {
    ...(background !== null && { background }),
    ...(fontColor !== null && { fontColor }),
    ...(font !== null && flagsOf(font)),
  };
}

export function lookElement(look: ConditionalLook): string {
  const { background, fontColor } = look;
  const flags = FLAG_NAMES.map((name) => {
    if (look[name] === undefined) return '';
    return elementText(FLAGS[name], look[name] ? {} : { val: name === 'underline' ? 'none' : 0 });
  });
  const color = fontColor === undefined ? '' : elementText('color', { rgb: argb(fontColor) });
  const font = flags.join('') + color;
  const rgb = background === undefined ? null : argb(background);
  const fill = `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor rgb="${rgb}"/></patternFill></fill>`;
  return elementText('dxf', {}, (font === '' ? '' : `<font>${font}</font>`) + (rgb === null ? '' : fill));
}

const SIDES = ['left', 'right', 'top', 'bottom'] as const;

/** Sheets' border styles and the matching Excel styles. The first Excel style is used for writing. */
const LINES: readonly (readonly [BorderLine['style'], string, ...string[]])[] = [
  ['solid', 'thin'],
  ['solid-medium', 'medium'],
  ['solid-thick', 'thick'],
  ['dotted', 'dotted', 'hair'],
  [
    'dashed',
    'dashed',
    'mediumDashed',
    'dashDot',
    'mediumDashDot',
    'dashDotDot',
    'mediumDashDotDot',
    'slantDashDot',
  ],
  ['double', 'double'],
];

/** Right-to-left files call the left side `start`. */
const OTHER_NAMES = { left: 'start', right: 'end', top: 'top', bottom: 'bottom' } as const;

/** The lines of a `<border>`; null: it has none. A line of automatic colour becomes black. */
export function bordersOf(border: Element, theme: Theme): Borders | null {
  const lines: { -readonly [side in keyof Borders]: BorderLine } = {};
  for (const side of SIDES) {
    const child = border.child(side) ?? border.child(OTHER_NAMES[side]);
    const line = child?.attributes.style ?? '';
    const [style] = LINES.find(([, ...lines]) => lines.includes(line)) ?? [];
    if (child === null || style === undefined) continue;
    lines[side] = { style, color: colorOf(child.child('color'), theme) ?? '#000000' };
  }
  return Object.keys(lines).length === 0 ? null : lines;
}

export function borderElement(borders: Borders): string {
  const sides = SIDES.map((side) => {
    const line = borders[side];
    if (line === undefined) return `<${side}/>`;
    const [, style = 'thin'] = LINES.find(([known]) => known === line.style) ?? [];
    return `<${side} style="${style}"><color rgb="${argb(line.color)}"/></${side}>`;
  });
  return `<border>${sides.join('')}<diagonal/></border>`;
}

/** `bottom` is missing because it is the default. LibreOffice writes it for every cell. */
const VERTICAL = { top: 'top', center: 'middle' } as const;
const HORIZONTAL = { left: 'left', center: 'center', right: 'right', centerContinuous: 'center' } as const;

type AlignmentAttributes = Readonly<Record<string, string | null>>;

/** The alignment and wrapping of an `<alignment>`. */
export function alignmentOf({ horizontal, vertical, wrapText }: AlignmentAttributes): Alignment {
  return {
    ...(isKeyOf(HORIZONTAL, horizontal) && { horizontalAlignment: HORIZONTAL[horizontal] }),
    ...(isKeyOf(VERTICAL, vertical) && { verticalAlignment: VERTICAL[vertical] }),
    ...(isTrue(wrapText) && { wrap: 'wrap' as const }),
  };
}

/** The `<alignment>` attributes changed as wanted. Indents and rotations stay. */
export function alignmentWith(base: AlignmentAttributes, wanted: Alignment): AlignmentAttributes {
  const { horizontalAlignment: horizontal = null, verticalAlignment = 'bottom', wrap } = wanted;
  const before = alignmentOf(base);
  const vertical = { top: 'top', middle: 'center', bottom: null }[verticalAlignment];
  return {
    ...base,
    ...((before.horizontalAlignment ?? null) !== horizontal && { horizontal }),
    ...((before.verticalAlignment ?? 'bottom') !== verticalAlignment && { vertical }),
    wrapText: wrap === 'wrap' ? '1' : null,
  };
}

function isKeyOf<T extends object>(table: T, key: string | null | undefined): key is keyof T & string {
  return key != null && Object.hasOwn(table, key);
}

/** An `<xf>`: a combination of style parts. Cells refer to it by its index. */
export interface Format {
  readonly numberFormat: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  readonly alignment: AlignmentAttributes;
  /** Its named style and protection, kept unchanged. */
  readonly namedStyle: string | null;
  readonly protection: string;
}

export function formatOf(xf: Element): Format {
  const { numFmtId = 0, fontId = 0, fillId = 0, borderId = 0, xfId = null } = xf.attributes;
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

export function formatElement({ alignment, protection, ...format }: Format): string {
  const isAligned = Object.values(alignment).some((value) => value !== null);
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
    applyAlignment: isAligned ? 1 : null,
    applyProtection: protection === '' ? null : 1,
  };
  return elementText('xf', attributes, (isAligned ? elementText('alignment', alignment) : '') + protection);
}
