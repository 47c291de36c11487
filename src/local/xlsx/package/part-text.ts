/**
 * Decodes the text of a part. It is nearly always UTF-8, but the format allows UTF-16, and old writers
 * declare other encodings.
 */
import { FileFault } from './failures.ts';

/** First two bytes of UTF-16 text: a byte order mark, or the `<` that starts every part. */
const UTF_16: readonly (readonly [first: number, second: number, label: string])[] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
  [0x3c, 0x00, 'utf-16le'],
  [0x00, 0x3c, 'utf-16be'],
];
const DECLARATION = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*(["'])([^"']*)\1/;
const LONGEST_DECLARATION = 200;

/**
 * Decodes the bytes of a part. Its declaration is changed to UTF-8, the encoding in which parts are written
 * back.
 * @throws {FileFault} where the bytes do not fit the encoding, or it is unknown.
 */
export function partText(bytes: Uint8Array): string {
  const label = encodingOf(bytes);
  const text = decoded(bytes, label);
  if (label === 'utf-8') return text;
  return text.replace(DECLARATION, (declaration, _quote, declared: string) =>
    declaration.replace(declared, 'UTF-8'),
  );
}

function encodingOf(bytes: Uint8Array): string {
  const utf16 = UTF_16.find(([first, second]) => bytes[0] === first && bytes[1] === second);
  if (utf16 !== undefined) return utf16[2];
  const start = Buffer.from(bytes.subarray(0, LONGEST_DECLARATION)).toString('latin1');
  const declared = DECLARATION.exec(start)?.[2]?.toLowerCase() ?? 'utf-8';
  // The text starts with single-byte characters, so it is not UTF-16 even if it declares that.
  return declared === 'utf8' || declared.startsWith('utf-16') ? 'utf-8' : declared;
}

function decoded(bytes: Uint8Array, label: string): string {
  const decoder = decoderOf(label);
  try {
    return decoder.decode(bytes);
  } catch (error) {
    throw new FileFault('damaged', `a part is not in ${label}: ${error}`);
  }
}

function decoderOf(label: string) {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new FileFault('unknown-encoding', `a part is said to be in ${label}`);
  }
}
