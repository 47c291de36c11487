/**
 * The last results for the sidebar, kept in document properties: one call to write them, one to read them.
 */
import type { GlanceStore } from '../app/ports.ts';
import { fingerprint } from '../domain/fingerprint.ts';

const KEY = 'pledge-ledger.glance';
/** A property holds 9 KB. A UTF-16 unit takes at most three bytes, so this many always fit. */
const LONGEST_PART = 2_900;

export function propertyGlances(): GlanceStore {
  return {
    keep: (text) => {
      const parts = partsOf(text);
      // The head has the fingerprint of the whole text, so a mix of old and new parts is
      // recognized when it is read.
      const properties: Record<string, string> = { [KEY]: `${parts.length} ${fingerprint(text)}` };
      parts.forEach((part, index) => {
        properties[`${KEY}.${index}`] = part;
      });
      PropertiesService.getDocumentProperties().setProperties(properties);
    },
    kept: () => {
      const properties = PropertiesService.getDocumentProperties().getProperties();
      const [count = '', mark = ''] = (properties[KEY] ?? '').split(' ');
      const parts = Array.from({ length: Number(count) }, (_, index) => properties[`${KEY}.${index}`] ?? '');
      const text = parts.join('');
      return text !== '' && fingerprint(text) === mark ? text : null;
    },
  };
}

/** The text in pieces, none of which ends within a character. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  while (from < text.length) {
    const isWithin = /[\ud800-\udbff]/.test(text.charAt(from + LONGEST_PART - 1));
    const to = from + LONGEST_PART - (isWithin ? 1 : 0);
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}
