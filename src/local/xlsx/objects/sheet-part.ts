/** Parts that belong to one sheet: the one with its notes, the drawing with their shapes, the drawing with its charts. */
import { OrderedDocument, WORKSHEET_ORDER } from '../package/ordered-document.ts';
import { type Parts, relationshipNamespace } from '../package/parts.ts';
import { elementText } from '../package/xml.ts';

export interface SheetPart {
  /** The last word of the type of the link to it. */
  readonly relationship: string;
  /** What stands before and after the number in its path. */
  readonly path: readonly [before: string, after: string];
  readonly contentType: string;
  /** The element of the worksheet that names it; `null` where the link alone does. */
  readonly element: string | null;
  /** What a new one starts from. */
  readonly blank: string;
}

/** The path of a part of a sheet, which is made where there is none yet. */
export function requiredSheetPart(parts: Parts, sheetPath: string, part: SheetPart): string {
  const { relationship, contentType, element, blank } = part;
  const known = parts.related(sheetPath, relationship);
  if (known !== null && parts.has(known)) return known;
  const path = parts.unusedPath(...part.path);
  const id = parts.add(sheetPath, relationship, path, contentType, blank);
  if (element === null) return path;
  const sheet = parts.requiredText(sheetPath);
  const document = new OrderedDocument(sheet, WORKSHEET_ORDER);
  document.replace(element, elementText(element, { 'xmlns:r': relationshipNamespace(sheet), 'r:id': id }));
  parts.setText(sheetPath, document.text());
  return path;
}
