import { inPrefixOf } from './parts.ts';
import { type Element, outlineOf } from './xml.ts';

/** The order in which the format wants the elements of a worksheet; a file that breaks it does not open in Excel. */
export const WORKSHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
] as const;

export const STYLES_ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
] as const;

export const WORKBOOK_ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
] as const;

/** A document whose outermost element's children are replaced one by one; all other text stays as it was. */
export class OrderedDocument {
  readonly #xml: string;
  readonly #root: Element;
  readonly #children: readonly Element[];
  readonly #order: readonly string[];
  readonly #replaced = new Map<string, string>();

  constructor(xml: string, order: readonly string[]) {
    this.#xml = xml;
    ({ root: this.#root, children: this.#children } = outlineOf(xml));
    this.#order = order;
  }

  /** The first child of this name as it was read. */
  child(name: string): Element | undefined {
    return this.#children.find((child) => child.name === name);
  }

  /** The text of a child as it was read, its tags included; empty where there is none. */
  childText(name: string): string {
    const child = this.child(name);
    return child === undefined ? '' : this.#xml.slice(child.start, child.end);
  }

  /** Puts an element in the place of a child, or where the order wants it; an empty text takes the child away. */
  replace(name: string, element: string): void {
    this.#replaced.set(name, element);
  }

  text(): string {
    if (this.#replaced.size === 0) {
      return this.#xml;
    }
    const inserts = [...this.#replaced].map(([name, element]) => {
      const existing = this.child(name);
      const start = existing?.start ?? this.#placeFor(name);
      return { name, element: inPrefixOf(this.#xml, element), start, end: existing?.end ?? start };
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
    const next = this.#children.find((child) => this.#order.indexOf(child.name) > rank);
    return next?.start ?? this.#root.contentEnd;
  }
}
