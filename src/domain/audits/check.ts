/** The type of a check, and helpers that build its findings. */
import type { Finding, Place, Problem } from '../finding.ts';
import type { Records, StatedFigure } from '../records.ts';
import type { Report } from '../report.ts';
import type { InputTab } from '../tabs.ts';

/** One check. Its findings state both sides: what is written, and what the rows say. */
export type Audit = (records: Records, report: Report) => readonly Finding[];

/**
 * The findings of a check that looks at each row on its own. `findingOf` returns null where nothing is wrong.
 */
export function findingsOf<Row>(
  rows: readonly Row[] | null,
  findingOf: (row: Row) => Finding | null,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const row of rows ?? []) {
    const finding = findingOf(row);
    if (finding !== null) findings.push(finding);
  }
  return findings;
}

export function findingAt(
  tab: InputTab,
  row: number | null,
  field: string | null,
  problem: Problem,
): Finding {
  const place: Place = { tab, row, field };
  return { problem, place };
}

const STATED_FIELDS = {
  pledge: 'value',
  pledgeList: 'implementationPercent',
  planChanges: 'before',
} as const;

/** A finding about a stated figure, at its cell. */
export function statedFinding(
  { row, tab = 'pledge' }: Pick<StatedFigure, 'row' | 'tab'>,
  problem: Problem,
): Finding {
  return findingAt(tab, row, STATED_FIELDS[tab], problem);
}
