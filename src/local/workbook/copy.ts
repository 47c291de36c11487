import type { DocumentState, SheetState } from './document.ts';

/** The same document once more; what happens to either leaves the other as it is. Styles and errors never change, and are shared. */
export function copyOf(document: DocumentState): DocumentState {
  return { ...structuredClone({ ...document, sheets: [] }), sheets: document.sheets.map(copyOfSheet) };
}

function copyOfSheet(sheet: SheetState): SheetState {
  return {
    ...structuredClone({ ...sheet, values: [], styles: [] }),
    values: sheet.values.map((cells) => [...cells]),
    styles: sheet.styles.map((cells) => [...cells]),
  };
}
