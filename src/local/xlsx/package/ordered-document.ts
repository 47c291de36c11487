/** Patches the XML of a part: children of its outermost element are replaced, added or taken away, all other text stays. */
import { type Attributes, type Element, elementText, parseXml } from './xml.ts';

/** The order in which the format wants the elements of a worksheet; a file that breaks it does not open in Excel. */
export const WORKSHEET_ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst';

export const STYLES_ORDER =
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst';

export const WORKBOOK_ORDER =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches';

/** A document whose outermost element's children are replaced by name, and stand in the order that its format wants. */
export class OrderedDocument {
  /** The outermost element as it was read. */
  readonly root: Element;
  readonly #xml: string;
  readonly #order: readonly string[];
  readonly #replaced = new Map<string, string>();

  /**
   * @param order the names of the children, with blanks between them
   * @param visitRow sees the rows of a worksheet pass, which are not kept
   */
  constructor(xml: string, order: string, visitRow: (row: Element, worksheet: Element) => void = () => {}) {
    this.#xml = xml;
    this.root = parseXml(xml, { of: 'sheetData', visit: visitRow });
    this.#order = order.split(' ');
  }

  /** Puts elements in the place of the children of that name, or where the order wants them; an empty text takes them away. */
  replace(name: string, element: string): void {
    this.#replaced.set(name, element);
  }

  /** Puts an element with these children in the place of that name; an empty list takes it away. */
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
    // Two new neighbours go to the same place: there the order of the format decides.
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

/** The document with more elements at the end of its outermost one. */
export function withLastChild(xml: string, elements: string): string {
  const root = parseXml(xml);
  const content = root.inner + inPrefixOf(root, elements);
  return xml.slice(0, root.start) + elementText(root.tagName, root.attributes, content) + xml.slice(root.end);
}

/** The document without some children of its outermost element. */
export function withoutChildren(xml: string, isGone: (child: Element) => boolean): string {
  const gone = parseXml(xml).children.filter(isGone).toReversed();
  return gone.reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), xml);
}

/**
 * New elements with the namespace prefix that the document's own elements have (`<x:worksheet>`). Elements that came
 * from the document have it already.
 */
function inPrefixOf({ tagName, name }: Element, elements: string): string {
  const prefix = tagName.slice(0, -name.length);
  return prefix === '' ? elements : elements.replace(/<(\/?)(?=[A-Za-z][\w.-]*[\s/>])/g, `<$1${prefix}`);
}
