/** The findings for the sidebar, grouped by kind and cut to what fits. */

import { SEVERITIES, type Severity } from '../../domain/findings/severity.ts';
import { groupBy } from '../../domain/grouping.ts';
import type { ClassificationNames } from '../../sheets/input/classification.ts';
import type { AddableName, ListedFinding } from '../../sheets/output/results/listed-finding.ts';
import { shownBriefly } from '../../sheets/personal-data.ts';

export type { AddableName };

export interface GlancePlace {
  readonly tab: string;
  /** A1 notation, a whole row (`12:12`), or empty for the whole tab. */
  readonly cell: string;
  readonly what: string;
  /** The name that 분류에 더하기 can add; null: none. */
  readonly addable: AddableName | null;
}

/** Findings with the same code and remedy in the same tab. */
export interface GlanceFindingKind {
  readonly severity: Severity;
  readonly remedy: string;
  readonly places: readonly GlancePlace[];
  /** Number of findings of this kind that are left out of `places`. */
  readonly more: number;
}

export interface GlanceFindings {
  readonly counts: Readonly<Record<Severity, number>>;
  /** Worst first. */
  readonly kinds: readonly GlanceFindingKind[];
  /** Number of findings of the kinds that are left out. */
  readonly more: number;
  /** For each kind of name that can be added: the listed names that it may be an alias of. */
  readonly names: Readonly<Partial<ClassificationNames>>;
}

/** Limit of characters for all places and remedies together. A Korean character takes three bytes. */
const MAX_CHARACTERS = 7_000;
const PLACES_TRIED = [20, 8, 3];
const FEWEST_PLACES = 1;
const LONGEST_SENTENCE = 240;

/** Nobody looks through more names than this. */
const NAMES_OFFERED = 60;

export function glanceFindings(
  findings: readonly ListedFinding[],
  names: ClassificationNames,
): GlanceFindings {
  const kinds = [...groupBy(findings, ({ code, tab, remedy }) => `${code} ${tab} ${remedy}`).values()];
  const counts: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const listed = kindsThatFit(
    SEVERITIES.flatMap((severity) => kinds.filter(([first]) => first.severity === severity)),
  );
  const told = listed.reduce((sum, { places, more }) => sum + places.length + more, 0);
  const asked = new Set(findings.flatMap(({ addable }) => (addable === null ? [] : [addable.kind])));
  return {
    counts,
    kinds: listed,
    more: findings.length - told,
    names: Object.fromEntries([...asked].map((kind) => [kind, names[kind].slice(0, NAMES_OFFERED)])),
  };
}

/** The kinds, with as many places of each as fit. If not even one of each fits, only the first kinds. */
function kindsThatFit(kinds: readonly (readonly ListedFinding[])[]): readonly GlanceFindingKind[] {
  const places = PLACES_TRIED.find(
    (most) => charactersOf(kinds.map((kind) => kindOf(kind, most))) <= MAX_CHARACTERS,
  );
  const listed: GlanceFindingKind[] = [];
  let left = MAX_CHARACTERS;
  for (const kind of kinds.map((findings) => kindOf(findings, places ?? FEWEST_PLACES))) {
    left -= charactersOf([kind]);
    if (left < 0) break;
    listed.push(kind);
  }
  return listed;
}

function charactersOf(kinds: readonly GlanceFindingKind[]): number {
  return JSON.stringify(kinds).length;
}

function kindOf(findings: readonly ListedFinding[], most: number): GlanceFindingKind {
  const [first] = findings;
  const places = findings.slice(0, most).map(({ tab, cell, what, addable }) => ({
    tab,
    cell,
    what: shownBriefly(what, LONGEST_SENTENCE),
    addable,
  }));
  return {
    severity: first?.severity ?? 'notice',
    remedy: shownBriefly(first?.remedy ?? '', LONGEST_SENTENCE),
    places,
    more: findings.length - places.length,
  };
}
