/** Units of money that are said outside a table: above it, where they apply, or in a note below it. */
import type { Finding } from '../../../domain/finding.ts';
import type { InputTab } from '../../../domain/tabs.ts';
import { fullUnit, isMoneyUnit } from '../../cells/money.ts';
import { keptByText } from '../../kept.ts';
import { isBlank, type RawCell } from '../../raw.ts';
import { compactReadText, readText } from '../../text-key.ts';

const WORD = '단위';
/** What follows 단위, up to the end of its brackets: 천원 in `[단위: 천원]`, `천원입니다` in 단위는 천원입니다. */
const BEHIND_WORD = /단위([^()[\]{}〔〕【】<>〈〉]+)/g;
/** The unit before the word, as in 금액은 천원 단위입니다. Spaces tell it from 지원 단위. */
const BEFORE_WORD = /(?<![가-힣])([십백천만억]*원)\s*단위/g;
/** Nothing but a unit in brackets: `(천원)`. */
const ALONE = /^[([〔【<〈]([가-힣]{1,3})[)\]〕】>〉]$/;
/** The unit at the beginning of what is said: 천원 of `:천원`, `는천원입니다` and 천원이며, but not of 천원마트. */
const UNIT = /^[:=은는이가]*([십백천만억]+원?|원)(?=$|[^가-힣]|이|임|입|으?로|기준)/;

/** The units of money that titles say, each once, by their full names. */
export function moneyUnitsIn(titleRows: readonly (readonly RawCell[])[]): readonly string[] {
  return [...new Set(titleRows.flat().flatMap((cell) => (typeof cell === 'string' ? unitsIn(cell) : [])))];
}

const unitsIn = keptByText((cell): readonly string[] => {
  const text = compactReadText(cell);
  const alone = ALONE.exec(text)?.[1];
  const parts = text.includes(WORD)
    ? [
        ...[...text.matchAll(BEHIND_WORD)].flatMap(([, part = '']) => part.split(/[,·/]|및/)),
        ...[...readText(cell).matchAll(BEFORE_WORD)].map(([, part = '']) => part),
      ]
    : [alone ?? ''];
  return parts.flatMap((part) => {
    const unit = UNIT.exec(part)?.[1] ?? '';
    return isMoneyUnit(unit) ? [fullUnit(unit)] : [];
  });
});

/** Whether a row that begins with this cell only says a unit of money: `(단위: 천원)`, 단위는 천원입니다. */
export function isUnitLine(first: RawCell): boolean {
  if (typeof first !== 'string' || first.length > LONGEST_LINE || !first.includes(WORD)) return false;
  return BEGINS_WITH_UNIT.test(compactReadText(first)) && unitsIn(first).length > 0;
}

const LONGEST_LINE = 40;
const BEGINS_WITH_UNIT = /^[([〔【<〈]?(?:금액|사업비|총사업비)?의?단위/;

/** The problem of amounts without a unit of their own, read in a unit that nobody said. */
export function unitNotKnown(titleUnits: readonly string[], readAs: string): Finding['problem'] {
  return titleUnits.length > 1
    ? { code: 'several-units', units: titleUnits, readAs }
    : { code: 'unit-not-named', unit: readAs };
}

/**
 * Reports notes below the headings that name another unit than the one in which the amounts were read. Such a
 * note may belong to any part of the tab, so it is never applied.
 */
export function unitsBelow(
  tab: InputTab,
  rows: readonly (readonly RawCell[])[],
  notes: readonly number[],
  readAs: string,
): readonly Finding[] {
  return notes.flatMap((index): readonly Finding[] => {
    const units = moneyUnitsIn([rows[index] ?? []]);
    const found = (rows[index] ?? []).find((cell) => !isBlank(cell));
    if (typeof found !== 'string' || units.length === 0 || units.includes(fullUnit(readAs))) return [];
    const problem = { code: 'unit-below', found: found.trim(), units, readAs: fullUnit(readAs) } as const;
    return [{ problem, place: { tab, row: index + 1, field: null } }];
  });
}
