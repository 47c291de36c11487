/** The styles part of a workbook: finds the style for a number, and finds or adds the number for a style. */
import { isDeepStrictEqual } from 'node:util';
import type { CellStyle } from '../../workbook/document.ts';
import type { ConditionalLook } from '../../workbook/sheet-objects.ts';
import { OrderedDocument, STYLES_ORDER } from '../package/ordered-document.ts';
import { type Element, elementText, parseXml } from '../package/xml.ts';
import { themeColors } from './colors.ts';
import { excelFormat, firstCustomFormat, sheetsPattern } from './number-formats.ts';
import * as elements from './style-elements.ts';
import { alignmentKey, bordersKey, fillKey, fontKey, styleKey } from './style-key.ts';

/** Required first elements of each list, for files that lack them. Excel reserves the first two fills. */
const FIRST_ELEMENTS = {
  fonts: ['<font><sz val="10"/><name val="Arial"/></font>'],
  fills: [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
} as const;
type ListName = keyof typeof FIRST_ELEMENTS;

/** Caches styles: each number is looked up once, and equal styles are the same object. */
export class StyleBook {
  readonly #document: OrderedDocument;
  readonly #theme: readonly string[];
  readonly #lists: Record<ListName, Element[]>;
  readonly #codes: Map<number, string>;
  readonly #formats: elements.Format[];
  readonly #standardFont: elements.Font;
  readonly #styles = new Map<number, CellStyle | undefined>();
  readonly #shared = new Map<string, CellStyle>();
  readonly #indexes = new Map<string, number>();
  readonly #addedLooks: string[] = [];
  #changed = false;

  constructor(xml: string, themeXml: string | null) {
    this.#document = new OrderedDocument(xml, STYLES_ORDER);
    this.#theme = themeColors(themeXml);
    const list = (name: ListName) => {
      const known = this.#elements(name);
      return [...known, ...FIRST_ELEMENTS[name].slice(known.length).map((text) => parseXml(text))];
    };
    this.#lists = { fonts: list('fonts'), fills: list('fills'), borders: list('borders') };
    this.#codes = new Map(
      this.#elements('numFmts').map(({ attributes: { numFmtId, formatCode = '' } }) => [
        Number(numFmtId),
        formatCode,
      ]),
    );
    const formats = this.#elements('cellXfs').map(elements.formatOf);
    this.#formats = formats.length > 0 ? formats : [elements.PLAIN];
    this.#standardFont = elements.fontOf(this.#element('fonts', 0), this.#theme);
  }

  /** Whether {@link text} differs from the original. */
  get changed(): boolean {
    return this.#changed;
  }

  /** Width of a digit in the default font, in pixels: the unit of column widths. */
  get digitWidth(): number {
    const { fontFamily = '', fontSize = 11 } = this.#standardFont;
    return /^(맑은 고딕|malgun gothic)$/i.test(fontFamily) && fontSize >= 11 ? 8 : 7;
  }

  /** The style for a number; undefined: a plain cell. Equal styles are the same object. */
  styleOf(index: number): CellStyle | undefined {
    if (this.#styles.has(index)) return this.#styles.get(index);
    const format = this.#formats[index];
    const style = format && this.#styleFrom(format);
    this.#styles.set(index, style);
    return style;
  }

  /**
   * The number for a style, which is added if it is new. `base` is the cell's previous number, from which
   * properties unknown to the model are kept.
   */
  indexOf(style: CellStyle | undefined, base: number): number {
    const wanted = styleKey(style);
    if (wanted === styleKey(this.styleOf(base))) return base;
    const key = `${base} ${wanted}`;
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const format = this.#formatWith(
      style ?? { numberFormat: 'General' },
      this.#formats[base] ?? elements.PLAIN,
    );
    const index = this.#formats.push(format) - 1;
    this.#changed = true;
    this.#indexes.set(key, index);
    return index;
  }

  /** The style of a conditional format, by its number. */
  lookOf(index: string | undefined): ConditionalLook {
    const look = index === undefined ? undefined : this.#elements('dxfs')[Number(index)];
    return look === undefined ? {} : elements.lookOf(look, this.#theme);
  }

  /** The number for the style of a conditional format, which is added if it is new. */
  lookIndex(look: ConditionalLook): number {
    const element = elements.lookElement(look);
    const first = this.#elements('dxfs').length;
    const known = this.#addedLooks.indexOf(element);
    if (known >= 0) return first + known;
    this.#changed = true;
    return first + this.#addedLooks.push(element) - 1;
  }

  text(): string {
    for (const [name, list] of Object.entries(this.#lists)) {
      this.#replaceList(
        name,
        list.map(({ outer }) => outer),
      );
    }
    if (this.#codes.size > 0) {
      const codes = Array.from(this.#codes, ([numFmtId, formatCode]) =>
        elementText('numFmt', { numFmtId, formatCode }),
      );
      this.#replaceList('numFmts', codes);
    }
    this.#extendList('dxfs', this.#addedLooks);
    const known = this.#elements('cellXfs').length;
    this.#extendList('cellXfs', this.#formats.slice(known).map(elements.formatElement));
    return this.#document.text();
  }

  #elements(name: string): readonly Element[] {
    return this.#document.root.childrenOf(name);
  }

  #extendList(name: string, added: readonly string[]): void {
    if (added.length > 0)
      this.#replaceList(name, [...this.#elements(name).map(({ outer }) => outer), ...added]);
  }

  #replaceList(name: string, list: readonly string[]): void {
    this.#document.replaceList(name, list, { count: list.length });
  }

  /** The element at an index; the first element if the index is out of range. */
  #element(name: ListName, index: number): Element {
    const element = this.#lists[name][index] ?? this.#lists[name][0];
    if (element === undefined) throw new Error(`the list ${name} is empty`);
    return element;
  }

  #styleFrom(format: elements.Format): CellStyle | undefined {
    const background = elements.backgroundOf(this.#element('fills', format.fill), this.#theme);
    const borders = elements.bordersOf(this.#element('borders', format.border), this.#theme);
    const style: CellStyle = {
      numberFormat: sheetsPattern(format.numberFormat, this.#codes.get(format.numberFormat)),
      ...this.#font(format),
      ...(background !== null && { background }),
      ...elements.alignmentOf(format.alignment),
      ...(borders !== null && { borders }),
    };
    const key = styleKey(style);
    if (key === styleKey()) return undefined;
    const shared = this.#shared.get(key) ?? style;
    this.#shared.set(key, shared);
    return shared;
  }

  /**
   * Where a font differs from the workbook's default font. A cell in the default font has no font properties.
   */
  #font(format: elements.Format): elements.Font {
    const font = elements.fontOf(this.#element('fonts', format.font), this.#theme);
    const { fontFamily, fontSize, fontColor, ...rest } = font;
    const standard = this.#standardFont;
    return {
      ...rest,
      ...(fontFamily !== undefined && fontFamily !== standard.fontFamily && { fontFamily }),
      ...(fontSize !== undefined && fontSize !== standard.fontSize && { fontSize }),
      ...(fontColor !== undefined && fontColor !== standard.fontColor && { fontColor }),
    };
  }

  #formatWith(style: CellStyle, base: elements.Format): elements.Format {
    const before = this.#styleFrom(base);
    const hasSame = (key: (style: CellStyle | undefined) => unknown) =>
      isDeepStrictEqual(key(style), key(before));
    const font = () => elements.fontWith(this.#element('fonts', base.font), style, this.#element('fonts', 0));
    const { numberFormat, background, borders } = style;
    return {
      ...base,
      numberFormat:
        numberFormat === (before?.numberFormat ?? 'General')
          ? base.numberFormat
          : this.#numberFormat(numberFormat),
      font: hasSame(fontKey) ? base.font : this.#added('fonts', font()),
      fill: hasSame(fillKey) ? base.fill : this.#added('fills', background && elements.fillOf(background)),
      border: hasSame(bordersKey)
        ? base.border
        : this.#added('borders', borders && elements.borderElement(borders)),
      alignment: hasSame(alignmentKey) ? base.alignment : elements.alignmentWith(base.alignment, style),
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

  /** The index of an element in its list, adding it if it is new. Without a text: 0, the default element. */
  #added(name: ListName, text: string | undefined): number {
    if (text === undefined) return 0;
    const list = this.#lists[name];
    const found = list.findIndex(({ outer }) => outer === text);
    return found === -1 ? list.push(parseXml(text)) - 1 : found;
  }
}
