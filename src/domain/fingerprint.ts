/** Fingerprints: short texts that are the same for the same content. They show changes and keep no secret. */

/**
 * Kept in a local constant: the loop below runs for every character of every tab, and looking up the global
 * each time took half of a run.
 */
const multiply = Math.imul;

/** A short text that is the same for the same text. FNV-1a, 32 bits twice. */
export function fingerprint(text: string): string {
  const { add, result } = runningFingerprint();
  add(text);
  return result();
}

/** The fingerprint of all added texts, as if they were one text, which is never built. */
export function runningFingerprint(): { add(text: string): void; result(): string } {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  return {
    add: (text) => {
      let nextLow = low;
      let nextHigh = high;
      for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        nextLow = multiply(nextLow ^ code, 0x01000193);
        nextHigh = multiply(nextHigh ^ code, 0x85ebca6b);
      }
      low = nextLow;
      high = nextHigh;
    },
    result: () => hexDigits(low) + hexDigits(high),
  };
}

/** A running sum, in two halves of 32 bits. */
export interface Lanes {
  low: number;
  high: number;
}

/** The sum of fingerprints. Each is mixed first, so that two changes do not cancel each other out. */
export function addedFingerprints(fingerprints: readonly string[]): string {
  const lanes: Lanes = { low: 0, high: 0 };
  for (const one of fingerprints) addFingerprint(lanes, one, 1);
  return sumText(lanes);
}

/** Adds a fingerprint to a running sum (sign 1), or subtracts it (−1). */
export function addFingerprint(lanes: Lanes, fingerprint: string, sign: 1 | -1): void {
  const { low, high } = lanesOf(fingerprint);
  lanes.low = (lanes.low + sign * mixed(low)) | 0;
  lanes.high = (lanes.high + sign * mixed(high)) | 0;
}

/** Adds one running sum to another. */
export function joinLanes(lanes: Lanes, others: Readonly<Lanes>): void {
  lanes.low = (lanes.low + others.low) | 0;
  lanes.high = (lanes.high + others.high) | 0;
}

/** A running sum as it is written down: 16 hexadecimal digits. */
export function sumText({ low, high }: Readonly<Lanes>): string {
  return hexDigits(low) + hexDigits(high);
}

function lanesOf(hex: string): Lanes {
  return { low: Number.parseInt(hex.slice(0, 8), 16), high: Number.parseInt(hex.slice(8), 16) };
}

/** The finalizer of MurmurHash3: every bit of the result depends on every bit given. */
function mixed(bits: number): number {
  let hash = bits ^ (bits >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** 32 bits as eight hexadecimal digits. */
function hexDigits(bits: number): string {
  return `0000000${(bits >>> 0).toString(16)}`.slice(-8);
}
