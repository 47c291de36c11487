import { parseA1 } from '../../workbook/a1.ts';
import type { DocumentState, SheetState } from '../../workbook/document.ts';

/** What result tabs write: `=HYPERLINK("#gid=7&range=A12","A12")`. */
const INTERNAL_LINK = /^=HYPERLINK\(\s*"#gid=(\d+)(?:&range=([^"&]+))?"\s*[,;]\s*"(?:[^"]|"")*"\s*\)$/i;

/**
 * The document as a file can hold it: `#gid=…` leads nowhere outside of Sheets, so a cell with such a formula becomes its label
 * with a link on it. Formulas that came from the file so stay so.
 */
export function withInternalLinks(document: DocumentState, original: DocumentState): DocumentState {
  const sheets = document.sheets.map((sheet) =>
    linkedSheet(
      sheet,
      original.sheets.find(({ id }) => id === sheet.id),
      nameOf,
    ),
  );
  return { ...document, sheets };

  /** Links follow a sheet to its new name afterwards. */
  function nameOf(id: number): string | undefined {
    return (
      original.sheets.find((sheet) => sheet.id === id && document.sheets.some((other) => other.id === id)) ??
      document.sheets.find((sheet) => sheet.id === id)
    )?.name;
  }
}

function linkedSheet(
  sheet: SheetState,
  before: SheetState | undefined,
  nameOf: (id: number) => string | undefined,
): SheetState {
  const links = new Map<string, string>();
  for (const [key, formula] of sheet.formulas) {
    const target = before?.formulas.get(key) === formula ? undefined : targetOf(formula, nameOf);
    if (target !== undefined) links.set(key, target);
  }
  if (links.size === 0) return sheet;
  const formulas = new Map([...sheet.formulas].filter(([key]) => !links.has(key)));
  return { ...sheet, formulas, links: new Map([...(sheet.links ?? []), ...links]) };
}

function targetOf(formula: string, nameOf: (id: number) => string | undefined): string | undefined {
  const [, id, range = 'A1'] = INTERNAL_LINK.exec(formula) ?? [];
  const name = id === undefined ? undefined : nameOf(Number(id));
  const isPlace = parseA1(range)?.sheet === null;
  return name === undefined || !isPlace ? undefined : `#'${name.replaceAll("'", "''")}'!${range}`;
}
