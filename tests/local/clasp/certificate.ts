/** Makes a certificate for a server on this machine while the tests run. */
import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/**
 * A self-signed certificate for these host names, valid from yesterday to tomorrow. RFC 5280 names its parts.
 */
export function selfSignedCertificate(hosts: readonly string[], now: Date): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const day = 86_400_000;
  const name = sequence(
    tagged(0x31, sequence(OBJECT_ID.commonName, tagged(0x0c, Buffer.from('offline test')))),
  );
  const signedPart = sequence(
    tagged(0xa0, integer(2)), // version 3
    integer(1), // serial number
    ECDSA_WITH_SHA256,
    name, // issuer
    sequence(utcTime(now.getTime() - day), utcTime(now.getTime() + day)),
    name, // subject
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(subjectAlternativeNames(hosts))),
  );
  const signature = sign('sha256', signedPart, privateKey);
  const bytes = sequence(signedPart, ECDSA_WITH_SHA256, bitString(signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: new X509Certificate(bytes).toString(),
  };
}

function tagged(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(bytes.length)]), bytes]);
}

/** The length in as few bytes as possible, as DER requires. */
function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

const sequence = (...content: readonly Uint8Array[]) => tagged(0x30, ...content);
const integer = (value: number) => tagged(0x02, Buffer.from([value]));
const octets = (content: Uint8Array) => tagged(0x04, content);
const bitString = (content: Uint8Array) => tagged(0x03, Buffer.from([0]), content);
const objectId = (...bytes: readonly number[]) => tagged(0x06, Buffer.from(bytes));
/** `240331090507Z` */
const utcTime = (time: number) =>
  tagged(0x17, Buffer.from(`${new Date(time).toISOString().slice(2, 19).replace(/\D/g, '')}Z`));

const OBJECT_ID = {
  commonName: objectId(0x55, 0x04, 0x03),
  subjectAlternativeName: objectId(0x55, 0x1d, 0x11),
  ecdsaWithSha256: objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02),
};

const ECDSA_WITH_SHA256 = sequence(OBJECT_ID.ecdsaWithSha256);

function subjectAlternativeNames(hosts: readonly string[]): Buffer {
  const names = hosts.map((host) => tagged(0x82, Buffer.from(host)));
  return sequence(OBJECT_ID.subjectAlternativeName, octets(sequence(...names)));
}
