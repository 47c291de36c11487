/** Print set-up of a sheet: paper, margins, page breaks, a header, and page numbers in the footer. */
import type { PageSetup } from '../../workbook/document.ts';
import type { OrderedDocument } from '../package/ordered-document.ts';
import { type Element, elementText, escapeXml, isTrue, outerText } from '../package/xml.ts';
import { LARGEST_GRID } from './references.ts';

/** The file format's code for A4. */
const A4 = '9';
/** Distance of header and footer from the edge of the paper, in inches. */
const EDGE = 0.3;
const PAGE_NUMBER = '&amp;C&amp;P / &amp;N';

/** At the right, in letters of 10 points. The space parts the size from a text that begins with a digit. */
const HEADER_PLACE = '&R&10 ';

/** The print set-up of a sheet; null: the file does not say A4. Repeated rows are read elsewhere. */
export function readPage(worksheet: Element): PageSetup | null {
  const setup = worksheet.child('pageSetup')?.attributes;
  if (setup?.paperSize !== A4) return null;
  const isFitted = isTrue(worksheet.child('sheetPr', 'pageSetUpPr')?.attributes.fitToPage);
  const margins = worksheet.child('pageMargins')?.attributes;
  const inches = (side: string) => Number(margins?.[side] ?? 0);
  const sides = {
    top: inches('top'),
    right: inches('right'),
    bottom: inches('bottom'),
    left: inches('left'),
  };
  const breaksAfter = worksheet.childrenOf('rowBreaks').map(({ attributes }) => Number(attributes.id));
  const header = headerIn(worksheet);
  return {
    paper: 'A4',
    orientation: setup.orientation === 'landscape' ? 'landscape' : 'portrait',
    fitToWidth: isFitted && (setup.fitToWidth ?? '1') === '1' && setup.fitToHeight === '0',
    ...(breaksAfter.length > 0 && { breaksAfter }),
    ...(header !== null && { header }),
    ...(margins !== undefined && { margins: sides }),
  };
}

/** A header as written here; null: none, or one of other programs. */
function headerIn(worksheet: Element): string | null {
  const text = worksheet.child('headerFooter', 'oddHeader')?.text ?? '';
  return text.startsWith(HEADER_PLACE) ? text.slice(HEADER_PLACE.length).replaceAll('&&', '&') : null;
}

/** The page settings stored in the worksheet part, for comparison. */
export function storedPageSettings(page: PageSetup | undefined): unknown {
  return page && [page.orientation, page.fitToWidth, page.breaksAfter ?? [], page.header, page.margins];
}

/** Writes the page settings, except those in `<sheetPr>`. An existing footer stays. */
export function replacePage(document: OrderedDocument, page: PageSetup | undefined): void {
  if (page === undefined) {
    removePage(document);
    return;
  }
  const attributesOf = (name: string) => document.root.child(name)?.attributes ?? {};
  const printOptions = { ...attributesOf('printOptions'), horizontalCentered: 1 };
  document.replace('printOptions', elementText('printOptions', printOptions));
  if (page.margins !== undefined) {
    const known = attributesOf('pageMargins');
    const { header = EDGE, footer = EDGE } = known;
    document.replace(
      'pageMargins',
      elementText('pageMargins', { ...known, ...page.margins, header, footer }),
    );
  }
  document.replace('pageSetup', elementText('pageSetup', setupAttributes(attributesOf('pageSetup'), page)));
  document.replace('headerFooter', headerFooter(document.root.child('headerFooter'), page.header));
  const { breaksAfter = [] } = page;
  const count = breaksAfter.length;
  // A break spans all columns of the largest grid.
  const max = LARGEST_GRID.maxColumns - 1;
  const breaks = breaksAfter.map((id) => elementText('brk', { id, max, man: 1 }));
  document.replaceList('rowBreaks', breaks, { count, manualBreakCount: count });
}

/** Removes the page settings. Headers stay, and so do the footers and options of other programs. */
function removePage(document: OrderedDocument): void {
  for (const name of ['pageMargins', 'pageSetup', 'rowBreaks']) document.replace(name, '');
  const { horizontalCentered: _, ...options } = document.root.child('printOptions')?.attributes ?? {};
  const hasOptions = Object.keys(options).length > 0;
  document.replace('printOptions', hasOptions ? elementText('printOptions', options) : '');
  const footer = document.root.child('headerFooter');
  const rest =
    footer?.children.filter(({ name, inner }) => name !== 'oddFooter' || inner !== PAGE_NUMBER) ?? [];
  document.replace(
    'headerFooter',
    footer === null || rest.length === 0
      ? ''
      : elementText('headerFooter', footer.attributes, outerText(rest)),
  );
}

/** The `<pageSetUpPr>` of a `<sheetPr>`; empty: it has no attributes. */
export function pageProperties(element: Element | null, page: PageSetup | undefined): string {
  const attributes = { ...element?.attributes, fitToPage: page?.fitToWidth ? 1 : null };
  const saysNothing = Object.values(attributes).every((value) => value === null);
  return saysNothing ? '' : elementText('pageSetUpPr', attributes);
}

function setupAttributes(known: Element['attributes'], { orientation, fitToWidth }: PageSetup) {
  // Drops the link to printer settings, which are in another part and would override these.
  const kept = Object.entries(known).filter(
    ([name]) => !name.endsWith(':id') && !['scale', 'paperWidth', 'paperHeight'].includes(name),
  );
  // Height 0 means as many pages as the rows need.
  const fit = { fitToWidth: null, fitToHeight: fitToWidth ? 0 : null };
  return { ...Object.fromEntries(kept), paperSize: A4, orientation, ...fit };
}

/** @param header undefined: an existing header stays. */
function headerFooter(element: Element | null, header: string | undefined): string {
  const isTold = header !== undefined;
  if (!isTold && element !== null && element.child('oddFooter') !== null) return element.outer;
  const named = (name: string) => outerText((element?.children ?? []).filter((child) => child.name === name));
  const others = (element?.children ?? []).filter(({ name }) => name !== 'oddHeader' && name !== 'oddFooter');
  const ownHeader = isTold
    ? elementText('oddHeader', {}, escapeXml(HEADER_PLACE + header.replaceAll('&', '&&')))
    : named('oddHeader');
  const footer = named('oddFooter') || elementText('oddFooter', {}, PAGE_NUMBER);
  return elementText('headerFooter', element?.attributes ?? {}, ownHeader + footer + outerText(others));
}
