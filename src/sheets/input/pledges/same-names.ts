/** Fields and departments of 공약목록. Different spellings of a name are one, under the first spelling. */
import type { Finding } from '../../../domain/finding.ts';
import type { RawCell } from '../../raw.ts';
import { textKey } from '../../text-key.ts';

export interface SameNames {
  /** The first spelling of a name: 복지 for 복 지. A new name is its own first spelling. */
  nameOf(typed: string): string;
  /** Findings for the cells whose spelling differs from the first. */
  readonly findings: readonly Finding[];
}

export interface TypedName {
  readonly row: number;
  /** Only a text can be a name. */
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
