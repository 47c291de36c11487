import type { PageSetup } from '../../workbook/document.ts';
import type { OrderedDocument } from '../package/ordered-document.ts';
import { type Element, elementText, isTrue } from '../package/xml.ts';

/** The format's number for A4. */
const A4 = '9';
/** Inches from the edge of the paper to what stands above and below the sheet. */
const EDGE = 0.3;
/** A break goes through every column that a sheet can have. */
const LAST_COLUMN = 16_384;
const PAGE_NUMBER = '&amp;C&amp;P / &amp;N';

/** How a sheet is printed; nothing where the file says no A4. The rows that every page repeats stand elsewhere. */
export function readPage(worksheet: Element): PageSetup | undefined {
  const setup = worksheet.child('pageSetup')?.attributes;
  if (setup?.paperSize !== A4) return undefined;
  const fitToPage = isTrue(worksheet.child('sheetPr')?.child('pageSetUpPr')?.attributes.fitToPage);
  const margins = worksheet.child('pageMargins')?.attributes;
  const inches = (side: string) => Number(margins?.[side] ?? 0);
  const breaks = (worksheet.child('rowBreaks')?.children ?? []).map(({ attributes }) =>
    Number(attributes.id),
  );
  return {
    paper: 'A4',
    orientation: setup.orientation === 'landscape' ? 'landscape' : 'portrait',
    fitToWidth: fitToPage && (setup.fitToWidth ?? '1') === '1' && setup.fitToHeight === '0',
    ...(breaks.length > 0 && { breaksAfter: breaks }),
    ...(margins !== undefined && {
      margins: {
        top: inches('top'),
        right: inches('right'),
        bottom: inches('bottom'),
        left: inches('left'),
      },
    }),
  };
}

/** Whether a worksheet part says the same of both. */
export function isSamePage(before: PageSetup | undefined, after: PageSetup | undefined): boolean {
  const said = (page: PageSetup | undefined) =>
    page === undefined
      ? []
      : [
          page.orientation,
          page.fitToWidth,
          page.breaksAfter ?? [],
          page.margins?.top,
          page.margins?.right,
          page.margins?.bottom,
          page.margins?.left,
        ];
  return JSON.stringify(said(before)) === JSON.stringify(said(after));
}

/** Puts it into a worksheet part, all but what belongs into its `<sheetPr>`. A footer that is there already stays. */
export function replacePage(document: OrderedDocument, page: PageSetup | undefined): void {
  const { root } = document;
  if (page === undefined) {
    document.replace('pageSetup', '');
    return;
  }
  document.replace('printOptions', withAttributes(root, 'printOptions', { horizontalCentered: 1 }));
  if (page.margins !== undefined) {
    const { header = EDGE, footer = EDGE } = root.child('pageMargins')?.attributes ?? {};
    document.replace('pageMargins', withAttributes(root, 'pageMargins', { ...page.margins, header, footer }));
  }
  document.replace('pageSetup', pageSetup(root.child('pageSetup'), page));
  document.replace('headerFooter', headerFooter(root.child('headerFooter')));
  document.replace('rowBreaks', rowBreaks(page.breaksAfter ?? []));
}

function rowBreaks(rows: readonly number[]): string {
  const last = LAST_COLUMN - 1;
  const breaks = rows.map((row) => elementText('brk', { id: row, max: last, man: 1 })).join('');
  const count = rows.length;
  return count === 0 ? '' : elementText('rowBreaks', { count, manualBreakCount: count }, breaks);
}

/** The `<pageSetUpPr>` of a `<sheetPr>`; empty where it says nothing. */
export function pageProperties(element: Element | undefined, page: PageSetup | undefined): string {
  const attributes = { ...element?.attributes, fitToPage: page?.fitToWidth ? 1 : undefined };
  return Object.values(attributes).every((value) => value === undefined)
    ? ''
    : elementText(element?.tagName ?? 'pageSetUpPr', attributes);
}

function pageSetup(element: Element | undefined, { orientation, fitToWidth }: PageSetup): string {
  // The settings of somebody's printer are in another part, which would go on saying what they said.
  const kept = Object.entries(element?.attributes ?? {}).filter(
    ([name]) => !name.endsWith(':id') && !['scale', 'paperWidth', 'paperHeight'].includes(name),
  );
  return elementText(element?.tagName ?? 'pageSetup', {
    ...Object.fromEntries(kept),
    paperSize: A4,
    orientation,
    fitToWidth: undefined,
    // No limit: as many pages as the rows take.
    fitToHeight: fitToWidth ? 0 : undefined,
  });
}

function headerFooter(element: Element | undefined): string {
  const children = element?.children ?? [];
  if (element?.child('oddFooter') !== undefined) return element.outer;
  const [header, others] = [true, false].map((isHeader) =>
    children
      .filter(({ name }) => (name === 'oddHeader') === isHeader)
      .map(({ outer }) => outer)
      .join(''),
  );
  const footer = elementText('oddFooter', {}, PAGE_NUMBER);
  return elementText(
    element?.tagName ?? 'headerFooter',
    element?.attributes ?? {},
    `${header}${footer}${others}`,
  );
}

function withAttributes(root: Element, name: string, attributes: Readonly<Record<string, string | number>>) {
  const element = root.child(name);
  return elementText(element?.tagName ?? name, { ...element?.attributes, ...attributes });
}
