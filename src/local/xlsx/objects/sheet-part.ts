/**
 * Parts that belong to one sheet: its notes, the drawing with their shapes, and the drawing with its charts.
 */
import { OrderedDocument, WORKSHEET_ORDER } from '../package/ordered-document.ts';
import { type Parts, relationshipNamespace } from '../package/parts.ts';
import { elementText } from '../package/xml.ts';

export interface SheetPart {
  /** Last segment of the relationship type. */
  readonly relationship: string;
  /** Text before and after the number in its path. */
  readonly path: readonly [before: string, after: string];
  readonly contentType: string;
  /** Worksheet element that refers to it; null: the relationship alone does. */
  readonly element: string | null;
  /** Initial text of a new part. */
  readonly blank: string;
}

/** The path of a sheet's part. Creates the part if there is none. */
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
