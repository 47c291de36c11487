/** The text of a part: in UTF-8 nearly always, but the format allows UTF-16, and old writers declare what they have. */
import { FileFault } from './failures.ts';

/** How the first two bytes of a text in UTF-16 look, with its mark or with the `<` that begins every part. */
const UTF_16: readonly (readonly [first: number, second: number, label: string])[] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
  [0x3c, 0x00, 'utf-16le'],
  [0x00, 0x3c, 'utf-16be'],
];
const DECLARATION = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*(["'])([^"']*)\1/;
const LONGEST_DECLARATION = 200;

/**
 * The text of those bytes, as a part in UTF-8 would have it: what is written back is UTF-8, so its declaration says so. Throws a
 * {@link FileFault} where the bytes are not what they say they are: a text is never half right.
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
  // A text whose bytes are single is not in UTF-16, whatever it says.
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
