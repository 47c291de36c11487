/**
 * Patches the XML of a part: replaces, adds or removes children of its root element. All other text stays.
 */
import { type Attributes, type Element, elementText, parseXml } from './xml.ts';

/** Required order of a worksheet's elements. Excel does not open a file in another order. */
export const WORKSHEET_ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst';

export const STYLES_ORDER =
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst';

export const WORKBOOK_ORDER =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches';

/**
 * An XML document whose root's children can be replaced by name. New ones are placed in the required order.
 */
export class OrderedDocument {
  /** The root element as it was read. */
  readonly root: Element;
  readonly #xml: string;
  readonly #order: readonly string[];
  readonly #replaced = new Map<string, string>();

  /**
   * @param order required order of the children's names, separated by spaces
   * @param visitRow receives the rows of a worksheet one by one; they are not kept
   */
  constructor(xml: string, order: string, visitRow: (row: Element, worksheet: Element) => void = () => {}) {
    this.#xml = xml;
    this.root = parseXml(xml, { of: 'sheetData', visit: visitRow });
    this.#order = order.split(' ');
  }

  /**
   * Replaces all children of this name, or inserts the element in the required order. An empty text removes
   * them.
   */
  replace(name: string, element: string): void {
    this.#replaced.set(name, element);
  }

  /** Replaces all children of this name with one that has these children. An empty list removes them. */
  replaceList(name: string, children: readonly string[], attributes: Attributes = {}): void {
    this.replace(name, children.length === 0 ? '' : elementText(name, attributes, children.join('')));
  }

  text(): string {
    const inserts = [...this.#replaced].flatMap(([name, element]) => {
      const [first, ...others] = this.root.childrenNamed(name);
      const start = first?.start ?? this.#placeFor(name);
      return [
        { name, element: inPrefixOf(this.root, element), start, end: first?.end ?? start },
        ...others.map(({ start, end }) => ({ name, element: '', start, end })),
      ];
    });
    // Two insertions at the same position follow the required order.
    inserts.sort((a, b) => a.start - b.start || this.#order.indexOf(a.name) - this.#order.indexOf(b.name));
    let text = '';
    let position = 0;
    for (const insert of inserts) {
      text += this.#xml.slice(position, insert.start) + insert.element;
      position = insert.end;
    }
    return text + this.#xml.slice(position);
  }

  #placeFor(name: string): number {
    const rank = this.#order.indexOf(name);
    const next = this.root.children.find((child) => this.#order.indexOf(child.name) > rank);
    return next?.start ?? this.root.contentEnd;
  }
}

/** The document with elements added at the end of its root. */
export function withLastChild(xml: string, elements: string): string {
  const root = parseXml(xml);
  const content = root.inner + inPrefixOf(root, elements);
  return xml.slice(0, root.start) + elementText(root.tagName, root.attributes, content) + xml.slice(root.end);
}

/** The document without the root's children that match. */
export function withoutChildren(xml: string, isGone: (child: Element) => boolean): string {
  const gone = parseXml(xml).children.filter(isGone).toReversed();
  return gone.reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), xml);
}

/**
 * Gives new elements the namespace prefix of the document (`<x:worksheet>`). Elements copied from the
 * document already have it.
 */
function inPrefixOf({ tagName, name }: Element, elements: string): string {
  const prefix = tagName.slice(0, -name.length);
  return prefix === '' ? elements : elements.replace(/<(\/?)(?=[A-Za-z][\w.-]*[\s/>])/g, `<$1${prefix}`);
}
