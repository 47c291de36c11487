/** The styles part of a workbook: reads a cell's style from its number and finds or adds the number for a style. */
import { isDeepStrictEqual } from 'node:util';
import type { CellStyle } from '../../workbook/document.ts';
import type { ConditionalLook } from '../../workbook/sheet-objects.ts';
import { OrderedDocument, STYLES_ORDER } from '../package/ordered-document.ts';
import { type Element, elementText, parseXml } from '../package/xml.ts';
import { themeColors } from './colors.ts';
import { excelFormat, firstCustomFormat, sheetsPattern } from './number-formats.ts';
import * as elements from './style-elements.ts';
import { alignmentKey, bordersKey, fillKey, fontKey, styleKey } from './style-key.ts';

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

/** Styles are kept as they are read: equal ones are one object, and each is looked up once. */
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
    if (this.#styles.has(index)) return this.#styles.get(index);
    const format = this.#formats[index];
    const style = format && this.#styleFrom(format);
    this.#styles.set(index, style);
    return style;
  }

  /** The number for a style, for a cell that had the number `base` and keeps of it what the model does not know. */
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

  /** The look that a rule's number stands for. */
  lookOf(index: string | undefined): ConditionalLook {
    const look = index === undefined ? undefined : this.#elements('dxfs')[Number(index)];
    return look === undefined ? {} : elements.lookOf(look, this.#theme);
  }

  /** The number for the look of a rule. */
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

  /** An element by its place; a place that the list does not have means the first one. */
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

  /** What sets a font apart from the workbook's default one: a cell in the default font has no font of its own. */
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

  /** The place of an element in its list, at the end where it was not there; the first is the one that says nothing. */
  #added(name: ListName, text: string | undefined): number {
    if (text === undefined) return 0;
    const list = this.#lists[name];
    const found = list.findIndex(({ outer }) => outer === text);
    return found === -1 ? list.push(parseXml(text)) - 1 : found;
  }
}
