/** Cell texts in XML: joins rich text, and escapes characters that XML cannot hold. */
import { type Element, escapeXml, parseXml } from '../package/xml.ts';

/** The text of an `<si>` or `<is>`. Joins its runs and leaves out the phonetic guides of East Asian files. */
export function flatText(element: Element): string {
  return unescapeCharacters(runsOf(element));
}

function runsOf({ name, text, children }: Element): string {
  const runs = children.filter((child) => child.name !== 'rPh').map(runsOf);
  return (name === 't' ? text : '') + runs.join('');
}

/** The texts of a shared strings part, in order. */
export function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  const visit = (item: Element) => {
    if (item.name === 'si') strings.push(flatText(item));
  };
  parseXml(xml, { of: 'sst', visit });
  return strings;
}

/** Decodes control characters, which workbooks write as `_x0007_` because XML cannot hold them. */
export function unescapeCharacters(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/** Encodes text for a `<t>` or `<v>`. A text that looks like such an escape is escaped itself. */
export function cellText(text: string): string {
  const withoutForbidden = text
    .replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
    .replace(
      /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
  return escapeXml(withoutForbidden);
}
