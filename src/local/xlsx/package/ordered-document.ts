import { type Element, elementText, parseXml } from './xml.ts';

/** The order in which the format wants the elements of a worksheet; a file that breaks it does not open in Excel. */
export const WORKSHEET_ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

export const STYLES_ORDER =
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ');

export const WORKBOOK_ORDER =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches'.split(
    ' ',
  );

/** A document whose outermost element's children are replaced one by one; all other text stays as it was. */
export class OrderedDocument {
  /** The outermost element as it was read. */
  readonly root: Element;
  readonly #xml: string;
  readonly #order: readonly string[];
  readonly #replaced = new Map<string, string>();

  /** Rows of a worksheet are not kept: `visitRow` sees them pass. */
  constructor(
    xml: string,
    order: readonly string[],
    visitRow: (row: Element, worksheet: Element) => void = () => {},
  ) {
    this.#xml = xml;
    this.root = parseXml(xml, { of: 'sheetData', visit: visitRow });
    this.#order = order;
  }

  /**
   * Puts elements in the place of the children of that name, or where the order wants them; an empty text takes the children
   * away.
   */
  replace(name: string, element: string): void {
    this.#replaced.set(name, element);
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

/** The document with one more element at the end of its outermost one. */
export function withLastChild(xml: string, element: string): string {
  const root = parseXml(xml);
  const added = inPrefixOf(root, element);
  return (
    xml.slice(0, root.start) +
    elementText(root.tagName, root.attributes, root.inner + added) +
    xml.slice(root.end)
  );
}

/**
 * New elements with the namespace prefix that the document's own elements have (`<x:worksheet>`). Elements that came
 * from the document have it already.
 */
function inPrefixOf({ tagName, name }: Element, elements: string): string {
  const prefix = tagName.slice(0, -name.length);
  return prefix === '' ? elements : elements.replace(/<(\/?)(?=[A-Za-z][\w.-]*[\s/>])/g, `<$1${prefix}`);
}
