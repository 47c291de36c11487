/** Held here, since the loop below runs for every character of every tab: looking a global up each time took half of a run. */
const multiply = Math.imul;

/** A short text that is the same for the same text: to see whether something changed, never to keep a secret. FNV-1a, 32 bits twice. */
export function fingerprint(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = multiply(low ^ code, 0x01000193);
    high = multiply(high ^ code, 0x85ebca6b);
  }
  return hex(low) + hex(high);
}

function hex(bits: number): string {
  return `0000000${(bits >>> 0).toString(16)}`.slice(-8);
}
