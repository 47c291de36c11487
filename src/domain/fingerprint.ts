/** Held here, since the loop below runs for every character of every tab: looking a global up each time took half of a run. */
const multiply = Math.imul;

/** A short text that is the same for the same text: to see whether something changed, never to keep a secret. FNV-1a, 32 bits twice. */
export function fingerprint(text: string): string {
  const { add, result } = runningFingerprint();
  add(text);
  return result();
}

/** The fingerprint of all texts that are added, as if they were one, which is never put together. */
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
    result: () => hex(low) + hex(high),
  };
}

function hex(bits: number): string {
  return `0000000${(bits >>> 0).toString(16)}`.slice(-8);
}
