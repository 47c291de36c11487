/** Finds the pledge of 공약목록 that a typed number means, and reports doubtful numbers. */
import type { CellProblem } from '../../../domain/findings/cell.ts';
import type { PledgeKey } from '../../../domain/pledge-key.ts';
import { ERROR_VALUE } from '../../cells/parsed.ts';
import { nearestName } from '../../name-table.ts';
import { isBlank, isDateCell, type RawCell } from '../../raw.ts';
import type { ListedPledge } from './pledge-list.ts';
import { pledgeKeysOf, shownStrangeNumber } from './pledge-numbers.ts';

type Numbered = Pick<ListedPledge, 'key' | 'number'>;

export interface ListedNumbers {
  /** The pledge that a cell names; null: none, or several fit. */
  keyOf(cell: RawCell): PledgeKey | null;
  /** Finding for a cell that names a pledge but may mean another one; null: there is no doubt. */
  doubtOf(cell: RawCell): CellProblem | null;
  /** Finding for a cell that names no pledge. */
  problemOf(cell: RawCell): CellProblem;
}

export function listedNumbers(listed: readonly Numbered[]): ListedNumbers {
  const byKey = new Map(listed.map((pledge) => [pledge.key, pledge] as const));
  const numbers = listed.map(({ number }) => number);
  /** The pledges that a cell may name. For a date several may fit: 1-6 and 22-1-6. */
  const fitting = (cell: RawCell): readonly Numbered[] => {
    if (isBlank(cell)) return [];
    const keys = pledgeKeysOf(cell);
    const fits = keys.flatMap((key) => byKey.get(key) ?? []);
    const [first] = fits;
    const isAsTyped = first !== undefined && !isDateCell(cell) && first.key === keys[0];
    return isAsTyped ? [first] : fits;
  };
  /** Pledges whose number is that of the cell with zeros added at its end: 1.10 for the number 1.1. */
  const withZeros = (cell: RawCell): readonly Numbered[] => {
    if (typeof cell !== 'number' || Number.isInteger(cell)) return [];
    const [key] = pledgeKeysOf(cell);
    return listed.filter((pledge) => pledge.key !== key && pledge.key.replace(/0+$/, '') === key);
  };
  return {
    keyOf: (cell) => {
      const [only, ...others] = fitting(cell);
      return only === undefined || others.length > 0 ? null : only.key;
    },
    doubtOf: (cell) => {
      const [longer] = withZeros(cell);
      if (longer === undefined) return null;
      const [pledge] = fitting(cell);
      return pledge === undefined
        ? null
        : { code: 'zero-lost', found: String(cell), pledge: pledge.number, other: longer.number };
    },
    problemOf: (cell) => {
      if (isBlank(cell)) return { code: 'no-pledge-number' };
      const found = shownStrangeNumber(cell);
      if (ERROR_VALUE.test(found)) return { code: 'error-value', found };
      const fits = fitting(cell).map(({ number }) => number);
      const [longer] = withZeros(cell);
      const [typed = ''] = isDateCell(cell) ? pledgeKeysOf(cell) : [found];
      const nearest = longer?.number ?? nearestName(typed, numbers);
      return { code: 'unknown-pledge', found, nearest, ...(fits.length === 0 ? {} : { fits }) };
    },
  };
}
