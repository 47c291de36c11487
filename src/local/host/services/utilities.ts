/** Utilities that the language lacks. */
import { createHash, randomUUID } from 'node:crypto';
import { enumerationOf } from '../enumeration.ts';
import { NotImplementedError, ServiceError } from '../errors.ts';
import { formatInstant } from '../format-date.ts';
import { integerOf, Service, signatureError } from '../service.ts';

export const DIGEST_ALGORITHM = enumerationOf('MD2 MD5 SHA_1 SHA_256 SHA_384 SHA_512');
export const CHARSET = enumerationOf('US_ASCII UTF_8');

const LONGEST_SLEEP = 300_000;

export class Utilities extends Service {
  readonly DigestAlgorithm = DIGEST_ALGORITHM;
  readonly Charset = CHARSET;

  formatDate(date: unknown, timeZone: unknown, format: unknown): string {
    if (!(date instanceof Date) || typeof timeZone !== 'string' || typeof format !== 'string') {
      throw signatureError('Utilities.formatDate', [date, timeZone, format]);
    }
    return formatInstant(date.getTime(), timeZone, format);
  }

  formatString(template: unknown, ...values: unknown[]): string {
    const rest = [...values];
    return String(template).replace(
      /%(?<left>-)?(?<zero>0)?(?<width>\d+)?(?:\.(?<places>\d+))?(?<kind>[sdf%])/g,
      (...match) => directiveText(match.at(-1), rest),
    );
  }

  /** Takes no time: the host's clock only moves from outside. */
  sleep(milliseconds: unknown): void {
    const pause = integerOf(milliseconds, 'Utilities.sleep', [milliseconds]);
    if (pause < 0 || pause > LONGEST_SLEEP) throw new ServiceError(`Invalid argument: ${pause}`);
  }

  getUuid(): string {
    return randomUUID();
  }

  computeDigest(algorithm: unknown, value: unknown, charset?: unknown): number[] {
    const name = DIGEST_ALGORITHM.nameOf(algorithm);
    if (name === null) throw signatureError('Utilities.computeDigest', [algorithm, value]);
    if (name === 'MD2') throw new NotImplementedError('Utilities.DigestAlgorithm.MD2');
    return signedBytes(createHash(name.replace('_', '')).update(bytesOf(value, charset)).digest());
  }

  base64Encode(data: unknown, charset?: unknown): string {
    return bytesOf(data, charset).toString('base64');
  }

  base64Decode(encoded: unknown): number[] {
    return signedBytes(Buffer.from(String(encoded), 'base64'));
  }
}

function directiveText(
  {
    left,
    zero,
    width = '0',
    places,
    kind,
  }: Record<'left' | 'zero' | 'width' | 'places' | 'kind', string | undefined>,
  rest: unknown[],
): string {
  if (kind === '%') return '%';
  const value = rest.shift();
  const text = kind === 's' ? String(value) : Number(value).toFixed(kind === 'd' ? 0 : Number(places ?? 6));
  if (left !== undefined) return text.padEnd(Number(width));
  if (zero === undefined) return text.padStart(Number(width));
  const sign = text.startsWith('-') ? '-' : '';
  return sign + text.slice(sign.length).padStart(Number(width) - sign.length, '0');
}

function bytesOf(data: unknown, charset: unknown): Buffer {
  if (Array.isArray(data)) return Buffer.from(data.map((byte) => Number(byte) & 0xff));
  if (typeof data !== 'string') throw signatureError('Utilities', [data]);
  // By default the platform reads text as US-ASCII and replaces other characters with question marks.
  return CHARSET.nameOf(charset) === 'UTF_8'
    ? Buffer.from(data, 'utf8')
    : Buffer.from([...data].map((character) => (character < '\u0080' ? character : '?')).join(''), 'latin1');
}

/** Bytes as in Java and Apps Script, from -128 to 127. */
function signedBytes(bytes: Buffer): number[] {
  return [...bytes].map((byte) => (byte > 127 ? byte - 256 : byte));
}
