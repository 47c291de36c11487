import type { CellStyle } from '../../workbook/document.ts';
import type { ConditionalLook } from '../../workbook/sheet-objects.ts';
import { OrderedDocument, STYLES_ORDER } from '../package/ordered-document.ts';
import { type Element, elementText, parseXml } from '../package/xml.ts';
import { themeColors } from './colors.ts';
import { differentialStyle, lookOf } from './differential-styles.ts';
import { excelFormat, firstCustomFormat, sheetsPattern } from './number-formats.ts';
import {
  alignmentOf,
  alignmentWith,
  backgroundOf,
  borderElement,
  bordersOf,
  type Font,
  type Format,
  fillOf,
  fontOf,
  fontWith,
  formatElement,
  formatOf,
  PLAIN,
} from './style-elements.ts';
import { alignmentKey, bordersKey, fontKey, styleKey } from './style-key.ts';

/** What a list needs in its first places where a file leaves it out; Excel reserves the first two fills. */
const FIRST_ELEMENTS = {
  fonts: ['<font><sz val="10"/><name val="Arial"/></font>'],
  fills: [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
} as const;
type ListName = keyof typeof FIRST_ELEMENTS;

/** The styles part of a workbook: reads a cell's style from its number and finds or adds the number for a style. */
export class StyleBook {
  readonly #document: OrderedDocument;
  readonly #theme: readonly string[];
  readonly #lists: Record<ListName, Element[]>;
  readonly #codes = new Map<number, string>();
  readonly #formats: Format[];
  readonly #standardFont: Font;
  readonly #styles: (CellStyle | null | undefined)[] = [];
  readonly #shared = new Map<string, CellStyle>();
  readonly #indexes = new Map<string, number>();
  readonly #addedDifferences: string[] = [];
  #changed = false;

  constructor(xml: string, themeXml: string | undefined) {
    this.#document = new OrderedDocument(xml, STYLES_ORDER);
    this.#theme = themeColors(themeXml);
    const list = (name: ListName) => {
      const elements = this.#elements(name);
      return [...elements, ...FIRST_ELEMENTS[name].slice(elements.length).map((text) => parseXml(text))];
    };
    this.#lists = { fonts: list('fonts'), fills: list('fills'), borders: list('borders') };
    for (const { attributes } of this.#elements('numFmts')) {
      this.#codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
    }
    const formats = this.#elements('cellXfs').map(formatOf);
    this.#formats = formats.length > 0 ? formats : [PLAIN];
    this.#standardFont = fontOf(this.#element('fonts', 0), this.#theme);
  }

  /** Whether {@link text} differs from what was read. */
  get changed(): boolean {
    return this.#changed;
  }

  /** Pixels of a digit in the default font: the unit of column widths. */
  get digitWidth(): number {
    const { fontFamily = '', fontSize = 11 } = this.#standardFont;
    return /^(맑은 고딕|malgun gothic)$/i.test(fontFamily) && fontSize >= 11 ? 8 : 7;
  }

  /** The style that a number stands for; nothing for a plain cell. Equal styles are one object. */
  styleOf(index: number): CellStyle | undefined {
    const known = this.#styles[index];
    if (known !== undefined) return known ?? undefined;
    const format = this.#formats[index];
    const style = format === undefined ? undefined : this.#styleFrom(format);
    this.#styles[index] = style ?? null;
    return style;
  }

  /** The number for a style, for a cell that had the number `base` and keeps of it what the model does not know. */
  indexOf(style: CellStyle | undefined, base: number): number {
    const wanted = styleKey(style);
    if (wanted === styleKey(this.styleOf(base))) return base;
    const key = `${base} ${wanted}`;
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const format = this.#formatWith(style ?? { numberFormat: 'General' }, this.#formats[base] ?? PLAIN);
    const index = this.#formats.push(format) - 1;
    this.#changed = true;
    this.#indexes.set(key, index);
    return index;
  }

  /** The look that a rule's number stands for. */
  lookOf(index: string | undefined): ConditionalLook {
    return lookOf(index === undefined ? undefined : this.#elements('dxfs')[Number(index)], this.#theme);
  }

  /** The number for the look of a rule. */
  differentialIndex(look: ConditionalLook): number {
    const element = differentialStyle(look);
    const first = this.#elements('dxfs').length;
    const known = this.#addedDifferences.indexOf(element);
    if (known >= 0) return first + known;
    this.#changed = true;
    return first + this.#addedDifferences.push(element) - 1;
  }

  text(): string {
    for (const name of ['fonts', 'fills', 'borders'] as const) {
      this.#replaceList(
        name,
        this.#lists[name].map(({ outer }) => outer),
      );
    }
    if (this.#codes.size > 0) {
      const codes = Array.from(this.#codes, ([numFmtId, formatCode]) =>
        elementText('numFmt', { numFmtId, formatCode }),
      );
      this.#replaceList('numFmts', codes);
    }
    if (this.#addedDifferences.length > 0) {
      const differences = this.#elements('dxfs').map(({ outer }) => outer);
      this.#replaceList('dxfs', [...differences, ...this.#addedDifferences]);
    }
    const formats = this.#elements('cellXfs').map(({ outer }) => outer);
    this.#replaceList('cellXfs', [...formats, ...this.#formats.slice(formats.length).map(formatElement)]);
    return this.#document.text();
  }

  #elements(name: string): readonly Element[] {
    return this.#document.root.child(name)?.children ?? [];
  }

  #replaceList(name: string, elements: readonly string[]): void {
    this.#document.replace(name, elementText(name, { count: elements.length }, elements.join('')));
  }

  /** An element by its place; a place that the list does not have means the first one. */
  #element(name: ListName, index: number): Element {
    const element = this.#lists[name][index] ?? this.#lists[name][0];
    if (element === undefined) {
      throw new Error(`the list ${name} is empty`);
    }
    return element;
  }

  #styleFrom(format: Format): CellStyle | undefined {
    const font = this.#font(format);
    const background = backgroundOf(this.#element('fills', format.fill), this.#theme);
    const borders = bordersOf(this.#element('borders', format.border), this.#theme);
    const style: CellStyle = {
      numberFormat: sheetsPattern(format.numberFormat, this.#codes.get(format.numberFormat)),
      ...font,
      ...(background !== undefined && { background }),
      ...alignmentOf(format.alignment),
      ...(borders !== undefined && { borders }),
    };
    const key = styleKey(style);
    if (key === styleKey(undefined)) return undefined;
    const shared = this.#shared.get(key) ?? style;
    this.#shared.set(key, shared);
    return shared;
  }

  /** What sets a font apart from the workbook's default one: a cell in the default font has no font of its own. */
  #font(format: Format): Font {
    const font = fontOf(this.#element('fonts', format.font), this.#theme);
    const { fontFamily, fontSize, fontColor, ...rest } = font;
    return {
      ...rest,
      ...(fontFamily !== undefined && fontFamily !== this.#standardFont.fontFamily && { fontFamily }),
      ...(fontSize !== undefined && fontSize !== this.#standardFont.fontSize && { fontSize }),
      ...(fontColor !== undefined && fontColor !== this.#standardFont.fontColor && { fontColor }),
    };
  }

  #formatWith(style: CellStyle, base: Format): Format {
    const before = this.#styleFrom(base);
    const hasSame = (field: (style: CellStyle | undefined) => unknown) =>
      JSON.stringify(field(style)) === JSON.stringify(field(before));
    return {
      ...base,
      numberFormat:
        style.numberFormat === (before?.numberFormat ?? 'General')
          ? base.numberFormat
          : this.#numberFormat(style.numberFormat),
      font: hasSame(fontKey)
        ? base.font
        : this.#added('fonts', fontWith(this.#element('fonts', base.font), style, this.#element('fonts', 0))),
      fill: hasSame((each) => each?.background)
        ? base.fill
        : style.background === undefined
          ? 0
          : this.#added('fills', fillOf(style.background)),
      border: hasSame(bordersKey)
        ? base.border
        : style.borders === undefined
          ? 0
          : this.#added('borders', borderElement(style.borders)),
      alignment: hasSame(alignmentKey) ? base.alignment : alignmentWith(base.alignment, style),
    };
  }

  #numberFormat(pattern: string): number {
    const format = excelFormat(pattern);
    if ('id' in format) return format.id;
    for (const [id, code] of this.#codes) {
      if (code === format.code) return id;
    }
    const id = firstCustomFormat(this.#codes.keys());
    this.#codes.set(id, format.code);
    return id;
  }

  #added(list: ListName, text: string): number {
    const elements = this.#lists[list];
    const found = elements.findIndex(({ outer }) => outer === text);
    return found === -1 ? elements.push(parseXml(text)) - 1 : found;
  }
}
