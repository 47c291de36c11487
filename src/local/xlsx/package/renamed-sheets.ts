/** Updates references to renamed sheets. */
import type { Parts } from './parts.ts';
import { escapeXml, parseXml } from './xml.ts';

/** Elements that hold formulas: in cells, rules, validations, charts and names. */
const FORMULAS = /(<(?:[\w.-]+:)?(?:f|formula|formula1|formula2|definedName)\b[^>]*>)([^<]+)(?=<\/)/g;

/** Targets of links inside the workbook. */
const LINKS = /(\slocation=")([^"]+)(?=")/g;

/**
 * Rewrites references to renamed sheets in all parts. Excel treats an unknown sheet name as a damaged file.
 */
export function renameReferences(parts: Parts, newNames: ReadonlyMap<string, string>): void {
  if (newNames.size === 0) return;
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

/** `SUM(옛이름!A1)` → `SUM('새 이름'!A1)`. */
export function withNewNames(formula: string, newNames: ReadonlyMap<string, string>): string {
  return formula.replace(
    /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|(?<![\p{L}\d_.'\]])([\p{L}_][\p{L}\d_.]*)!/gu,
    (whole, quoted: string | undefined, plain: string | undefined) => {
      const newName = newNames.get(quoted?.replaceAll("''", "'") ?? plain ?? '');
      return newName === undefined ? whole : `'${newName.replaceAll("'", "''")}'!`;
    },
  );
}
