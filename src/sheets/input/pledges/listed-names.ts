/** Finds rows whose 공약번호 and 공약명 are of two pledges of 공약목록. */
import type { CellProblem } from '../../../domain/findings/cell.ts';
import type { RawCell } from '../../raw.ts';
import { textKey } from '../../text-key.ts';
import { headingKey } from '../headings.ts';

export const PLEDGE_NAME_HEADING = '공약명';
const HEADING_KEYS: ReadonlySet<string> = new Set(
  [PLEDGE_NAME_HEADING, '공약사업명', '공약명칭', '공약 이름'].map(headingKey),
);

/** Index of the column 공약명 beside the numbers of pledges; null: none. */
export function pledgeNameIndex(texts: readonly string[]): number | null {
  const index = texts.findIndex((text) => HEADING_KEYS.has(headingKey(text)));
  return index < 0 ? null : index;
}

/**
 * Returns a function from a pledge, which a row names by its number, and the 공약명 of that row to a finding.
 * null: the name is that of the pledge, or of none in the list, as a shortened name is.
 */
export function doubtOfNames(
  listed: readonly { readonly number: string; readonly cells: { readonly name: RawCell } }[],
): (number: string, name: RawCell) => CellProblem | null {
  const numbersByName = new Map<string, string[]>();
  for (const { number, cells } of listed) {
    const key = typeof cells.name === 'string' ? textKey(cells.name) : '';
    numbersByName.set(key, [...(numbersByName.get(key) ?? []), number]);
  }
  return (number, name) => {
    const key = typeof name === 'string' ? textKey(name) : '';
    const numbers = key === '' ? [] : (numbersByName.get(key) ?? []);
    const [other] = numbers;
    return other === undefined || numbers.includes(number)
      ? null
      : { code: 'name-of-another-pledge', found: String(name).trim(), pledge: number, other };
  };
}
