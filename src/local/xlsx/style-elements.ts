import type { BorderLine, CellStyle } from '../host/document.ts';
import { colorOf } from './colors.ts';
import { attributesOf, childrenOf, type Element, escapeXml } from './xml.ts';

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

function namedChildren(xml: string): Map<string, Element> {
  const inner = childrenOf(xml)[0];
  return new Map(
    inner === undefined
      ? []
      : childrenOf(xml, inner.contentStart, inner.contentEnd).map((child) => [child.name, child]),
  );
}

function attributesOfChild(xml: string, child: Element | undefined): Map<string, string> {
  return child === undefined ? new Map() : attributesOf(xml, { start: child.start, end: child.contentStart });
}

/** Everything a `<font>` says. */
export function fontOf(xml: string, theme: Theme): Font {
  const children = namedChildren(xml);
  const value = (name: string) => attributesOfChild(xml, children.get(name)).get('val');
  const isOn = (name: string) => children.has(name) && !['0', 'false', 'none'].includes(value(name) ?? '1');
  const size = Number(value('sz') ?? Number.NaN);
  const family = value('name');
  const color = children.has('color')
    ? colorOf(attributesOfChild(xml, children.get('color')), theme)
    : undefined;
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

const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

/** The font `base` changed to look like `wanted`; what `wanted` leaves open comes from the workbook's default font. */
export function fontWith(base: string, wanted: Font, standard: string): string {
  const texts = new Map<string, string>();
  for (const [name, child] of namedChildren(base)) {
    texts.set(name, base.slice(child.start, child.end));
  }
  const standardChildren = namedChildren(standard);
  const takeStandard = (name: string) => {
    const child = standardChildren.get(name);
    texts.set(name, child === undefined ? '' : standard.slice(child.start, child.end));
  };
  const toggle = (name: string, on: boolean | undefined) => {
    texts.set(name, on === true ? `<${name}/>` : '');
  };
  toggle('b', wanted.bold);
  toggle('i', wanted.italic);
  toggle('u', wanted.underline);
  toggle('strike', wanted.strikethrough);
  if (wanted.fontSize === undefined) {
    takeStandard('sz');
  } else {
    texts.set('sz', `<sz val="${wanted.fontSize}"/>`);
  }
  if (wanted.fontColor === undefined) {
    takeStandard('color');
  } else {
    texts.set('color', `<color rgb="${argb(wanted.fontColor)}"/>`);
  }
  if (wanted.fontFamily === undefined) {
    for (const name of ['name', 'family', 'charset', 'scheme']) {
      takeStandard(name);
    }
  } else {
    texts.set('name', `<name val="${escapeXml(wanted.fontFamily)}"/>`);
    // A scheme would put the theme's font in the place of the named one.
    for (const name of ['family', 'charset', 'scheme']) {
      texts.set(name, '');
    }
  }
  return `<font>${FONT_ORDER.map((name) => texts.get(name) ?? '').join('')}</font>`;
}

/** The colour of a solid `<fill>`; patterns and gradients have none in Sheets. */
export function backgroundOf(xml: string, theme: Theme): string | undefined {
  const pattern = namedChildren(xml).get('patternFill');
  if (pattern === undefined || attributesOfChild(xml, pattern).get('patternType') !== 'solid') {
    return undefined;
  }
  const foreground = childrenOf(xml, pattern.contentStart, pattern.contentEnd).find(
    ({ name }) => name === 'fgColor',
  );
  return foreground === undefined ? undefined : colorOf(attributesOf(xml, foreground), theme);
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
export function bordersOf(xml: string, theme: Theme): Borders | undefined {
  const children = namedChildren(xml);
  const lines: { -readonly [side in keyof Borders]: BorderLine } = {};
  for (const side of SIDES) {
    // Files for right-to-left languages call the left side the start.
    const child =
      children.get(side) ?? children.get(side === 'left' ? 'start' : side === 'right' ? 'end' : side);
    const style = LINE_STYLES[attributesOfChild(xml, child).get('style') ?? ''];
    if (child !== undefined && style !== undefined) {
      const color = childrenOf(xml, child.contentStart, child.contentEnd).find(
        ({ name }) => name === 'color',
      );
      const shown = color === undefined ? undefined : colorOf(attributesOf(xml, color), theme);
      lines[side] = { style, color: shown ?? '#000000' };
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

/** What an `<alignment>` says of placing and wrapping. */
export function alignmentOf(attributes: ReadonlyMap<string, string>): Alignment {
  const horizontal = attributes.get('horizontal') ?? '';
  const vertical = attributes.get('vertical') ?? '';
  return {
    ...(isKeyOf(HORIZONTAL, horizontal) && { horizontalAlignment: HORIZONTAL[horizontal] }),
    ...(isKeyOf(VERTICAL, vertical) && { verticalAlignment: VERTICAL[vertical] }),
    ...(['1', 'true'].includes(attributes.get('wrapText') ?? '') && { wrap: 'wrap' as const }),
  };
}

/** An `<alignment>` that keeps indents and rotations; empty where nothing is left to say. */
export function alignmentWith(base: ReadonlyMap<string, string>, wanted: Alignment): string {
  const attributes = new Map(base);
  const set = (name: string, value: string | undefined) => {
    if (value === undefined) {
      attributes.delete(name);
    } else {
      attributes.set(name, value);
    }
  };
  const before = alignmentOf(base);
  if (before.horizontalAlignment !== wanted.horizontalAlignment) {
    set('horizontal', wanted.horizontalAlignment);
  }
  const vertical = wanted.verticalAlignment === 'bottom' ? undefined : wanted.verticalAlignment;
  if (before.verticalAlignment !== vertical) {
    set('vertical', vertical === 'middle' ? 'center' : vertical);
  }
  set('wrapText', wanted.wrap === 'wrap' ? '1' : undefined);
  const text = Array.from(attributes, ([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
  return text === '' ? '' : `<alignment${text}/>`;
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
