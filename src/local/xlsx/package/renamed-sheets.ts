import type { Parts } from './parts.ts';
import { escapeXml, parseXml } from './xml.ts';

/** Elements that hold formulas: of cells, of rules and validations, of charts, of names. */
const FORMULAS = /(<(?:[\w.-]+:)?(?:f|formula|formula1|formula2|definedName)\b[^>]*>)([^<]+)(?=<\/)/g;

/** The places that links inside of a workbook lead to. */
const LINKS = /(\slocation=")([^"]+)(?=")/g;

/** Lets everything that refers to renamed sheets refer to their new names: to Excel an unknown sheet is a broken file. */
export function renameReferences(parts: Parts, newNames: ReadonlyMap<string, string>): void {
  if (newNames.size === 0) return;
  for (const path of parts.paths()) {
    if (path.startsWith('xl/') && path.endsWith('.xml')) {
      const xml = parts.text(path) ?? '';
      const renamed = [FORMULAS, LINKS].reduce(
        (text, places) =>
          text.replace(places, (whole, start: string, formula: string) => {
            if (!formula.includes('!')) return whole;
            const before = parseXml(`<f>${formula}</f>`).text;
            const after = withNewNames(before, newNames);
            return start + (after === before ? formula : escapeXml(after));
          }),
        xml,
      );
      if (renamed !== xml) parts.setText(path, renamed);
    }
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
