/** Fingerprints as record tabs hold them. The `#` keeps one of digits alone from becoming a number. */

const FINGERPRINT = /^#([0-9a-f]{16})$/;

export function fingerprintText(fingerprint: string): string {
  return `#${fingerprint}`;
}

/** The fingerprint in a cell; null for anything else. */
export function fingerprintIn(cellText: string): string | null {
  return FINGERPRINT.exec(cellText)?.[1] ?? null;
}
