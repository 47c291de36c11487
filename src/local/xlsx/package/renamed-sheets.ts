/** Updates references to renamed sheets. */
import { type NewNames, withNewNames } from '../../workbook/sheet-references.ts';
import type { Parts } from './parts.ts';
import { escapeXml, parseXml } from './xml.ts';

/** Elements that hold formulas: in cells, rules, validations, charts and names. */
const FORMULAS = /(<(?:[\w.-]+:)?(?:f|formula|formula1|formula2|definedName)\b[^>]*>)([^<]+)(?=<\/)/g;

/** Targets of links inside the workbook. */
const LINKS = /(\slocation=")([^"]+)(?=")/g;

/**
 * Rewrites references to renamed sheets in all parts. Excel treats an unknown sheet name as a damaged file.
 */
export function renameReferences(parts: Parts, newNames: NewNames): void {
  const renamed = (whole: string, start: string, formula: string) => {
    if (!formula.includes('!')) return whole;
    const before = parseXml(`<f>${formula}</f>`).text;
    const after = withNewNames(before, newNames);
    return after === before ? whole : start + escapeXml(after);
  };
  for (const path of parts.paths()) {
    if (!path.startsWith('xl/') || !path.endsWith('.xml')) continue;
    const xml = parts.requiredText(path);
    const text = xml.replace(FORMULAS, renamed).replace(LINKS, renamed);
    if (text !== xml) parts.setText(path, text);
  }
}
