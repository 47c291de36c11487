/** Reasons why changes need not be noticed. Each lists the changes it explains, by file. */
import type { Explained } from './report.ts';

/** The original code and its replacement. */
type Change = readonly [original: string, replacement: string];

export interface Reason {
  readonly why: string;
  readonly changes: Readonly<Record<string, readonly Change[]>>;
}

export function explainedBy(reasons: readonly Reason[]): readonly Explained[] {
  return reasons.flatMap(({ why, changes }) =>
    Object.entries(changes).flatMap(([path, ofFile]) =>
      ofFile.map(([original, replacement]) => ({ path, original, replacement, why })),
    ),
  );
}
