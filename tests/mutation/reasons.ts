/** Reasons why changes need not be noticed, as they are listed: each with the changes that it stands for, by file. */
import type { Explained } from './report.ts';

/** The original code, and what stands in its place. */
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
