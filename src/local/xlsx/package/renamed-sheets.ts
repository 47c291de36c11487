/** Lets everything that refers to a sheet follow it to its new name. */
import type { Parts } from './parts.ts';
import { escapeXml, parseXml } from './xml.ts';

/** Elements that hold formulas: of cells, of rules and validations, of charts, of names. */
const FORMULAS = /(<(?:[\w.-]+:)?(?:f|formula|formula1|formula2|definedName)\b[^>]*>)([^<]+)(?=<\/)/g;

/** The places that links inside of a workbook lead to. */
const LINKS = /(\slocation=")([^"]+)(?=")/g;

/** Rewrites what refers to renamed sheets, wherever it stands: to Excel an unknown sheet is a broken file. */
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
