import { escapeXml, TagWalker, textOf } from './xml.ts';

/** The text of a `<si>` or `<is>`: all its runs in one, without the reading aids (phonetic runs) of East Asian files. */
export function flatText(xml: string, start: number, end: number): string {
  const walker = new TagWalker(xml, start, end);
  let text = '';
  let textStart = -1;
  let insideReadingAid = false;
  for (let tag = walker.next(); tag !== undefined; tag = walker.next()) {
    if (tag.name === 'rPh') {
      insideReadingAid = tag.kind === 'open';
    } else if (tag.name === 't' && tag.kind === 'open') {
      textStart = tag.end;
    } else if (tag.name === 't' && tag.kind === 'close' && !insideReadingAid) {
      text += textOf(xml.slice(textStart, tag.start));
    }
  }
  return unescapeCharacters(text);
}

/** The texts of a shared strings part, by number. */
export function sharedStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  if (xml === undefined) {
    return strings;
  }
  const walker = new TagWalker(xml);
  let start = -1;
  for (let tag = walker.next(); tag !== undefined; tag = walker.next()) {
    if (tag.name === 'si') {
      if (tag.kind === 'open') {
        start = tag.end;
      } else {
        strings.push(tag.kind === 'empty' ? '' : flatText(xml, start, tag.start));
      }
    }
  }
  return strings;
}

/** XML cannot hold control characters: workbooks write them as `_x0007_`. */
export function unescapeCharacters(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/** Text for a `<t>` or `<v>`; a text that looks like such an escape is escaped itself. */
export function cellText(text: string): string {
  const withoutForbidden = text
    .replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
    .replace(
      /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
  return escapeXml(withoutForbidden);
}
