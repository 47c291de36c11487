/** Fields and departments of the list: one that is typed in two ways is one, under the name that comes up first. */
import type { Finding } from '../../../domain/finding.ts';
import type { RawCell } from '../../raw.ts';
import { textKey } from '../../text-key.ts';

export interface SameNames {
  /** The name as it was typed first: 복지 for 복 지. One that has not come up yet is its own, and is known from then on. */
  nameOf(typed: string): string;
  /** The cells whose spelling is another than that of the first. */
  readonly findings: readonly Finding[];
}

export interface TypedName {
  readonly row: number;
  /** Anything but a text is no name. */
  readonly cell: RawCell | null;
}

/** @param typed the cells of a column, from the top. */
export function sameNames(field: 'field' | 'department', typed: readonly TypedName[]): SameNames {
  const first = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { row, cell } of typed) {
    if (typeof cell !== 'string' || textKey(cell) === '') continue;
    const found = cell.trim();
    const meant = first.get(textKey(cell));
    if (meant === undefined) first.set(textKey(cell), found);
    else if (meant.normalize('NFC') !== found.normalize('NFC')) {
      const place = { tab: 'pledgeList', row, field } as const;
      findings.push({ problem: { code: 'spelt-otherwise', found, meant }, place });
    }
  }
  const nameOf = (name: string): string => {
    const known = first.get(textKey(name));
    if (known === undefined) first.set(textKey(name), name);
    return known ?? name;
  };
  return { nameOf, findings };
}
